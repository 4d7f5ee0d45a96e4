"""Finds words that point to other documents of the record: 'Document 27', 'footnote 3, Document 12', 'supra'.

It names a target only where the words do; pages and whole volumes are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from travaux.numerals import from_roman
from travaux.record.document import Reference
from travaux.record.strand import Anchor, AnchorKind

_FOREIGN = "Foreign Relations"
#: Volumes that have a title and no number, with how their ids end.
UNNUMBERED = {
    r"Emergence\ of\ the\ Intelligence\ Establishment": "Intel",
    r"The\ Intelligence\ Community": "Intel",
    r"Guatemala": "Guat",
    r"Iran": "Iran",
}
_NUMBERS = r"\d+[A-Z]?(?:(?:[–-]|,?\ and\ |,\ )\d+[A-Z]?)*"
#: How a volume is named, and what may stand between its number and the number of a document: its title.
_VOLUME = r"""
    \bForeign\ Relations,\ (?P<since{n}>\d{{4}})(?:[–-](?P<until{n}>\d{{2,4}}))?,?\ vol(?:\.|ume)[ ]
    (?P<volume{n}>[IVXL]+|E[–-]\d+)"""
_TITLE = r"""(?P<about>(?:(?!\bvol|\bForeign\ R|\b[Ii]bid)(?:[^;.()\[\]]|;\ (?=[A-Z]))|\bpp?\.){0,120}?)"""
_REFERENCE = re.compile(
    rf"""(?x)
    (?: \b[Ff]ootnotes?\ (?P<first_notes>{_NUMBERS}) (?:[,.]\ |\ to\ |\ of\ ) )?
    (?: (?: {_VOLUME.format(n="")}
        | \bForeign\ Relations,\ (?P<years>\d{{4}}[–-]\d{{2,4}}),\ (?P<named>{"|".join(UNNUMBERED)})
        ) {_TITLE} [ ,(] | \b(?P<same>[Ii]bid)\.,[ ]
        | \bvol(?:\.|ume)\ (?P<sister>[IVXL]+|E[–-]\d+),\ (?=Part\ \d,\ Doc|Doc) )?
    (?: \bPart\ (?P<part>\d),\ )?
    \bDocuments?\.?\ (?P<documents>{_NUMBERS}) (?!\d)
    (?: (?:,|\ and|,\ and)\ footnotes?\ (?P<last_notes>{_NUMBERS})(?!\d|,\ Doc|\ to\ Doc) )?
    (?: \ in\ {_VOLUME.format(n="_behind")} )?
    | {_VOLUME.format(n="_alone")} (?:,\ [Pp]art\ (?P<part_alone>\d|I{{1,3}}\b))?
    | \b[Ff]ootnotes?\ (?P<notes>{_NUMBERS})(?:,?\ (?P<of>[Ss]upra|[Ii]nfra|above|below)\b)?
    | \b(?P<near>[Ss]upra|[Ii]nfra)\b(?![-–])
    """
)
_ON_A_PAGE = re.compile(r"(?:\bpp?\.|\bpages?) [\dn.–-]+,? (?:and )?$")
_PART = re.compile(r"\bPart (\d|I{1,3}\b)")
_YEARS = re.compile(r"frus(\d{4})")
_IN_ITS_ID = re.compile(r"/d(\d+)$")
#: The volumes of this year alone link a bare 'supra'; in all others it is found as a citation (`record.cite`).
_NEAR_LINKED = "1952"
#: What stands for the volume named last.
_SAME = "ibid/"


def references(words: str, *, document: str, number: str | None) -> Iterator[Anchor]:
    """The references in `words`; `document` is the id of the one they stand in, `number` its printed number.

    Targets still name the volume of an 'ibid.' as such, and there is one for a volume named alone: see `settled`.
    """
    for match in _REFERENCE.finditer(words):
        on_a_page = _ON_A_PAGE.search(words, max(match.start() - 40, 0), match.start())
        if match["notes"] and (on_a_page or words.startswith(", p", match.end())):
            continue
        for target in _targets(match, document, number):
            yield Anchor(AnchorKind.REFERENCE, target, match.start(), match.end())


def settled(found: Iterable[Reference]) -> Iterator[Reference]:
    """The references of one document in reading order, each 'ibid.' in the volume that was named before it."""
    last = ""
    for reference in found:
        volume, slash, name = reference.target.rpartition("/")
        if volume + slash == _SAME:
            yield replace(reference, target=(last or _own_volume(reference.at.document)) + name)
            continue
        if name:
            yield reference
        if _FOREIGN in reference.text:
            last = volume + slash


def _targets(match: re.Match[str], document: str, number: str | None) -> Iterator[str]:
    if match["since_alone"]:
        yield _named(match, "_alone", match["part_alone"])
    elif match["documents"]:
        volume = _volume(match, document)
        notes = _numbers(match["first_notes"] or match["last_notes"] or "")
        documents = _numbers(match["documents"])
        for printed in documents[-1:] if match["last_notes"] else documents:
            yield from _of_document(f"{volume}d{printed}", notes)
    else:
        yield from _beside(match, document, number)


def _beside(match: re.Match[str], document: str, number: str | None) -> Iterator[str]:
    """A footnote of this document, or one before or behind it."""
    near = (match["near"] or match["of"] or "").lower()
    if near not in ("supra", "infra"):
        yield from _of_document(document, _numbers(match["notes"]))
        return
    own = _IN_ITS_ID.search(document)
    number = number or (own[1] if own else None)
    years = _YEARS.match(document)
    if number and number.isdecimal() and (not match["near"] or (years and years[1] == _NEAR_LINKED)):
        beside = int(number) + (-1 if near == "supra" else 1)
        yield from _of_document(f"{_own_volume(document)}d{beside}", _numbers(match["notes"] or ""))


def _of_document(target: str, notes: list[str]) -> Iterator[str]:
    yield from (f"{target}fn{note}" for note in notes) if notes else (target,)


def _numbers(words: str) -> list[str]:
    return re.findall(r"\d+[A-Z]?", words)


def _own_volume(document: str) -> str:
    volume, slash, _ = document.rpartition("/")
    return volume + slash


def _volume(match: re.Match[str], document: str) -> str:
    """The volume that the words name, else another part of this one, else this one; with its slash."""
    part = match["part"] or next(iter(_PART.findall(match["about"] or "")), None)
    if match["same"]:
        return _SAME
    if match["named"]:
        name = next(end for title, end in UNNUMBERED.items() if title.replace("\\", "") == match["named"])
        return f"frus{match['years'][:4]}-{match['years'][-2:]}{name}/"
    if match["since"] or match["since_behind"]:
        return _named(match, "" if match["since"] else "_behind", part)
    own = _own_volume(document)
    if match["sister"] and _YEARS.match(own):
        return re.sub(r"v(?:e?\d+)(?:p\d)?/$", f"{_which(match['sister'])}{f'p{part}' if part else ''}/", own)
    return re.sub(r"(?:p\d)?/$", f"p{match['part']}/", own) if match["part"] and own else own


def _named(match: re.Match[str], group: str, part: str | None) -> str:
    """The id of the volume that 'Foreign Relations, 1958–1960, vol. XVIII, Part 1' names, with its slash."""
    until = f"-{match['until' + group][-2:]}" if match["until" + group] else ""
    which = _which(match["volume" + group])
    if part and not part.isdecimal():
        part = str(from_roman(part))
    return f"frus{match['since' + group]}{until}{which}{f'p{part}' if part else ''}/"


def _which(written: str) -> str:
    """How the id of volume XVIII, or E–15, ends."""
    roman = from_roman(written)
    return f"v{roman:02d}" if roman else "ve" + written[2:].zfill(2)
