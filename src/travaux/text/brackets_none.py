"""Square brackets that hold no wording in dispute: a closed table of what editors, printers and courts put in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REPORTERS = (
    r"ICJ|PCIJ|I\.C\.J\.|P\.C\.I\.J\.|ECR|ECHR|EHRR|ILM|ILR|UNTS|LNTS|TIAS|UST|RIAA|ATS|CTS|BTS|AC|QB|KB|WLR|All ER|"
    r"SCR|FCR|CLR|HCA|UKHL|UKSC|EWCA|EWHC|SCC|NZLR|SLR|OJ"
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A convention: what is within the brackets, and what stands right before and after them."""

    code: str
    within: re.Pattern[str]
    before: re.Pattern[str] = re.compile("")
    after: re.Pattern[str] = re.compile("")
    doubtful: bool = False


def _row(code: str, within: str, before: str = "", after: str = "", *, doubtful: bool = False) -> _Row:
    return _Row(
        code, re.compile(within, re.IGNORECASE), re.compile(f"(?:{before})$"), re.compile(after), doubtful=doubtful
    )


_TABLE = (
    _row("page", r"(?:page|p\.|pp\.|folio|facsimile page) ?[\divxlc]+(?:[–-][\divxlc]+)?"),
    _row("withheld", r".*\b(?:not (?:declassified|released|printed|reproduced)|redacted|excised|sanitized)\b.*"),
    _row("withheld", r".* (?:not (?:listed|included|shown) here|(?:deleted|omitted) here)\.?"),
    _row("address on the web", r".*\b(?:https?://|www\.).*"),
    _row("withheld", r"the (?:agreement|treaty|convention|protocol) is not (?:yet )?in force\.?"),
    _row("follows", r"(?:here follows?|here (?:is|are) (?:printed|omitted)|there follows)\b.*"),
    _row("editor", r"(?:ed(?:itor|itors|s)?|editor[’']s note|n\.? ?b|translator[’']?s? note)(?:\.|:| [–-]) ?.*"),
    _row("sic", r"sic[!.]?|recte:? .*|i\. ?e\.,? .*|emphasis (?:added|in original|supplied)|citations? omitted"),
    _row("illegible", r"(?:illegible|garbled?|indistinct|inaudible)(?: \w+)*"),
    _row("illegible", r"unclear|blank|missing|omission|torn|stamp", doubtful=True),
    _row("signed", r"signed(?:[.:,–]| [–-]|$).*|seal|l\. ?s\.?|initialed|s/.*"),
    _row("signed", r"signatures? (?:not|removed|omitted|follows?|illegible)\b.*"),
    _row("received", r"received (?:at )?(?:\d|(?:[A-Z][a-z]+\.? )\d).*|undated|no (?:date|place)|n\. ?[dp]\."),
    _row("note mark", r"\*{1,3}|†|‡|§|\+|dagger|fn\.?(?: ?\d+)?|(?:see )?note [\divx]+|footnote ?\d*|tab"),
    _row("note", r"fn: .*|(?:explanatory )?notes?(?::| from| by) .*"),
    _row("note mark", r"\d{1,3}", before=r"[^\s\[\](]"),
    _row("paragraph number", r"\d{1,3}|[ivx]{1,5}|\d{1,2}\.", before=r"(?:^|\n)", after=r"\s", doubtful=True),
    _row("note mark", r"\d{1,2}", before=r" ", after=r"[.;:]|\s*(?:$|\n)| [A-Z]", doubtful=True),
    _row("year of a report", r"1[6-9]\d\d|20\d\d", after=rf" (?:\d+ )?(?:{_REPORTERS})\b"),
    _row("letter set anew", r"[a-z]", before=r"(?:^|[\s“\"‘'(])", after=r"[a-z]", doubtful=True),
)  # fmt: skip
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class NoBracket:
    """Why brackets are none: the convention's name, and whether they could be wording in dispute after all."""

    code: str
    doubtful: bool


def no_bracket(words: str, start: int, end: int) -> NoBracket | None:
    """Whether the brackets at `start` to `end` of a text (signs included) are none; None where they hold wording."""
    within = words[start + 1 : end - 1].strip()
    if len(within) > _LONGEST:
        return None
    before, after = words[max(start - 1, 0) : start], words[end : end + 24]
    for row in _TABLE:
        if row.within.fullmatch(within) and row.before.search(before) and row.after.match(after):
            return NoBracket(row.code, row.doubtful)
    return None
