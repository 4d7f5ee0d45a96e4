"""Where sentences begin and end in running text; quoted sentences stay within the one that quotes them."""

from __future__ import annotations

import re

# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = (
    "Art", "Arts", "Para", "Paras", "No", "Nos", "Mr", "Mrs", "Ms", "Dr", "Gen", "Adm", "Amb", "Sec", "Secs", "Dept",
    "Govt", "St", "Lt", "Col", "Capt", "Jr", "Sr", "vol", "vols", "cf", "p", "pp", "etc", "e.g", "i.e", "ibid", "ref",
    "subpara", "approx", "Messrs", "Brig", "Maj", "U.S", "U.K", "U.N", "U.S.S.R", "D.C",
    "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec", "a.m", "p.m",
)  # fmt: skip
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_ABBREVIATED = re.compile(rf"(?i)(?:\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})|\b[A-Za-z]|\.\s?\.)\.$")
_END = re.compile(r"[.!?”’\"][”’\"]?(?=\s+(?:[“‘\"(\[]*[A-Z0-9]|\(?[a-z][.)]\s+[A-Z“]))")
# A remark that follows wording quoted up to a comma: '... be respected,” Comment: This is for ...'.
_REMARK = re.compile(r"\s+(?:Comment|Reason|Remark|Note)s? ?[:.–—]")
# 'Article V.' ends one all the same, though 'V.' looks like an initial.
_NUMBERED = re.compile(
    r"(?i)\b(?:art(?:icle)?s?|para(?:graph)?s?|section|annex|part|chapter|and|or|to)\.? [IVXLC\d]+\.$"
)
_NUMERAL = frozenset("IVXLCivxlc0123456789")
# How long 'paragraphs and ... XXXVIII.' may be, with the number.
_LONGEST_NUMBERED = 60
_ITEM = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\.\s*")
_OPENING = re.compile(r"(?<=[a-z0-9)][.!?] )(?:[a-z](?=[a-z])|a(?= [a-z]))")
_BLANKS = re.compile(r"\s*")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence of a paragraph, without the blanks between them.

    In a text printed without any capitals a small letter may begin one.
    """
    if text.islower():
        text = _OPENING.sub(lambda match: match.group().upper() if match.group().isascii() else match.group(), text)
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    spans, start = [], len(text) - len(text.lstrip())
    for match in _END.finditer(text):
        end = match.end()
        while quoted and quoted[0][1] <= end:
            del quoted[0]
        if (quoted and quoted[0][0] < end) or not _ends(text, start, end):
            continue
        spans.append((start, end))
        start = _BLANKS.match(text, end).end()  # type: ignore[union-attr]
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)


def _ends(text: str, start: int, end: int) -> bool:
    """Whether the mark before `end` closes a sentence and not an abbreviation, an initial or a number."""
    if text[end - 1] in '”’"':
        return text[max(end - 2, start) : end - 1] in ".!?" or bool(_REMARK.match(text, end))
    if text[end - 2] in _NUMERAL and _NUMBERED.search(text, max(start, end - _LONGEST_NUMBERED), end):
        return True
    abbreviated = _ABBREVIATED.search(text, max(start, end - _LONGEST_ABBREVIATION - 2), end)
    return not (abbreviated or _ITEM.fullmatch(text, start, end))
