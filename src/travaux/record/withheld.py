"""Passages that say what was not released: '[8-1/2 lines of source text not declassified]'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.findings import Citation
from travaux.record.document import Withheld

#: Words that stand in every such passage. Withheld words may run over a line end, so one of them alone does.
SIGN = "declassified"
_PASSAGE = re.compile(r"\[([^\[\]]*\bnot declassified\b[^\[\]]*)\]")
_QUANTITY = re.compile(
    r"""(?ix)^ (?:(?:extract|excerpt)—)? (?P<less>less[ ]tha[nt][ ])?
    (?: (?P<whole>\d+)? (?:[-–—\ ]{0,2} (?: (?P<top>\d+)/(?P<bottom>\d+) | (?P<vulgar>[½¼¾]) ))?
      | (?P<word>one|two|three|four|five) )
    [\ -] (?P<noun>(?:document[ ]|dollar[ ])?[a-z]+)"""
)
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}
UNITS = frozenset({
    "line", "paragraph", "page", "word", "name", "sentence", "place", "title", "number", "initial", "codeword",
    "heading", "table", "row", "document number", "dollar amount", "text", "document",
})  # fmt: skip


def withheld(words: str, *, document: str, note: str = "", start: int = 0) -> Iterator[Withheld]:
    """The withheld passages of `words`, which begin at `start` of the document or of its note."""
    if "not declassified" not in words:
        return
    for match in _PASSAGE.finditer(words):
        first, last = match.span()
        inner = match.group(1)
        if len(inner) > 60 and "Source" in inner:  # a source note in brackets: only the sentence that says so
            first, last = _sentence_saying_so(words, match.start(1), match.end(1))
            inner = words[first:last]
        amount, unit = quantity(inner)
        yield Withheld(Citation(document, start + first, start + last, note), words[first:last], amount, unit)


def quantity(passage: str) -> tuple[float | None, str | None]:
    """The quantity a passage opens with, else the one in its brackets, else only the unit."""
    inside = re.search(r"\(([^)]*)\)", passage)
    for words in (passage, inside.group(1) if inside else ""):
        match = _QUANTITY.match(words)
        if match and any(match[name] for name in ("whole", "top", "vulgar", "word")):
            noun = match["noun"].lower().removesuffix("s")
            if noun in UNITS:
                return None if match["less"] else _amount(match), noun + "s"
    noun = re.sub(r"\s*\(.*\)", "", passage).split(" not declassified")[0].strip(" *").lower().removesuffix("s")
    return None, (noun if noun == "text" else noun + "s") if noun in UNITS else None


def _amount(match: re.Match[str]) -> float:
    amount = float(match["whole"] or 0) + _VULGAR.get(match["vulgar"] or "", 0.0)
    if match["top"] and int(match["bottom"]):
        amount += int(match["top"]) / int(match["bottom"])
    return amount or _WORDS.get((match["word"] or "").lower(), 0.0)


def _sentence_saying_so(words: str, start: int, end: int) -> tuple[int, int]:
    for match in re.finditer(r".+?(?:[.”)](?= )|$)", words[start:end], re.DOTALL):
        if "not declassified" in match.group():
            lead = len(match.group()) - len(match.group().lstrip())
            return start + match.start() + lead, start + match.start() + len(match.group().rstrip("."))
    return start, end
