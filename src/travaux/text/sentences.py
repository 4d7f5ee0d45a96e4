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
_ABBREVIATED = re.compile(rf"(?i)(?:\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))})|\b[A-Za-z]|\.\s?\.)\.$")
_END = re.compile(r"(?:[.!?]|[.!?]?[”’\"])(?=\s+(?:[“‘\"(\[]*[A-Z0-9]|\(?[a-z][.)]\s+[A-Z“]))")
# A remark that follows wording quoted up to a comma: '... be respected,” Comment: This is for ...'.
_REMARK = re.compile(r"\s+(?:Comment|Reason|Remark|Note)s? ?[:.–—]")
# 'Article V.' ends one all the same, though 'V.' looks like an initial.
_NUMBERED = re.compile(
    r"(?i)\b(?:art(?:icle)?s?|para(?:graph)?s?|section|annex|part|chapter|and|or|to)\.? [IVXLC\d]+\.$"
)
_OPENING = re.compile(r"(?<=[a-z0-9)][.!?] )(?:[a-z](?=[a-z])|a(?= [a-z]))")
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
        if any(first < end < last for first, last in quoted) or not _ends(text, start, end):
            continue
        spans.append((start, end))
        start = end + len(text[end:]) - len(text[end:].lstrip())
    if text[start:].strip():
        spans.append((start, len(text.rstrip())))
    return tuple(spans)


def _ends(text: str, start: int, end: int) -> bool:
    """Whether the mark before `end` closes a sentence and not an abbreviation, an initial or a number."""
    before = text[start:end]
    if before[-1] in '”’"':
        return before[-2:-1] in ".!?" or bool(_REMARK.match(text, end))
    if _NUMBERED.search(before):
        return True
    return not (_ABBREVIATED.search(before) or re.fullmatch(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\.", before.strip()))
