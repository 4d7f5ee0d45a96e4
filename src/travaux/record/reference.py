"""Finds words that point to other documents of the record: 'Document 27', 'footnote 3, Document 12', 'supra'.

It names a target only where the words do; pages and whole volumes are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.numerals import from_roman
from travaux.record.strand import Anchor, AnchorKind

_NUMBERS = r"\d+[A-Z]?(?:(?:[–-]|,?\ and\ |,\ )\d+[A-Z]?)*"
_REFERENCE = re.compile(
    rf"""(?x)
    (?: \b[Ff]ootnotes?\ (?P<first_notes>{_NUMBERS}) (?:,\ |\ to\ |\ of\ ) )?
    (?: \bForeign\ Relations,\ (?P<since>\d{{4}})(?:[–-](?P<until>\d{{2,4}}))?,\ vol(?:\.|ume)[ ]
        (?P<volume>[IVXL]+|E[–-]\d+)
        (?P<about>(?:(?!\bvol)[^;.()\[\]]|\bpp?\.){{0,90}}) [ ,(] )?
    (?: \bPart\ (?P<part>\d),\ )?
    \bDocuments?\ (?P<documents>{_NUMBERS})
    (?: (?:,|\ and|,\ and)\ footnotes?\ (?P<last_notes>{_NUMBERS})(?!,\ Doc|\ to\ Doc) )?
    | \b[Ff]ootnotes?\ (?P<notes>{_NUMBERS})(?:,?\ (?P<of>supra|infra|above|below)\b)?
    | \b(?P<near>[Ss]upra|[Ii]nfra)\b(?![-–])
    """
)
_ON_A_PAGE = re.compile(r"(?:\bpp?\.|\bpages?) [\dn.–-]+,? (?:and )?$")
_PART = re.compile(r"\bPart (\d)\b")


def references(words: str, *, document: str, number: str | None) -> Iterator[Anchor]:
    """The references in `words`; `document` is the id of the one they stand in, `number` its printed number."""
    for match in _REFERENCE.finditer(words):
        if not match["documents"] and _ON_A_PAGE.search(words, max(match.start() - 40, 0), match.start()):
            continue
        for target in _targets(match, document, number):
            yield Anchor(AnchorKind.REFERENCE, target, match.start(), match.end())


def _targets(match: re.Match[str], document: str, number: str | None) -> Iterator[str]:
    if match["documents"]:
        volume = _volume(match, document)
        notes = _numbers(match["first_notes"] or match["last_notes"] or "")
        documents = _numbers(match["documents"])
        for printed in documents[-1:] if match["last_notes"] else documents:
            yield from _of_document(f"{volume}d{printed}", notes)
        return
    near = (match["near"] or match["of"] or "").lower()
    if near in ("supra", "infra"):
        if number and number.isdecimal():
            beside = int(number) + (-1 if near == "supra" else 1)
            yield from _of_document(f"{_own_volume(document)}d{beside}", _numbers(match["notes"] or ""))
        return
    yield from _of_document(document, _numbers(match["notes"]))


def _of_document(target: str, notes: list[str]) -> Iterator[str]:
    yield from (f"{target}fn{note}" for note in notes) if notes else (target,)


def _numbers(words: str) -> list[str]:
    return re.findall(r"\d+[A-Z]?", words)


def _own_volume(document: str) -> str:
    volume, slash, _ = document.rpartition("/")
    return volume + slash


def _volume(match: re.Match[str], document: str) -> str:
    """The volume that the words name, else another part of this one, else this one; with its slash."""
    if match["since"]:
        until = f"-{match['until'][-2:]}" if match["until"] else ""
        written = match["volume"]
        roman = from_roman(written)
        which = f"v{roman:02d}" if roman else "ve" + written[2:].zfill(2)
        part = match["part"] or next(iter(_PART.findall(match["about"] or "")), None)
        return f"frus{match['since']}{until}{which}{f'p{part}' if part else ''}/"
    own = _own_volume(document)
    return re.sub(r"(?:p\d)?/$", f"p{match['part']}/", own) if match["part"] and own else own
