"""Runs of words as mixed content, and back: where each run came from stands beside it.

`t:from="source_2 214 460"`: characters 214 to 460 of the source that the references of the file list as source_2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from travaux.exchange.akn.names import OWN, XML, akn, own
from travaux.findings import Citation
from travaux.text.draft import Draft, Run, words_of

FROM = own("from")
_CODE = own("code")
# What XML 1.0 has no way to write.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"\\(\\|[0-9a-f]{4})")
_EDGES = re.compile(r"^\s|\s$|\s\s|[^\S ]")

#: A text to cite: a document, or with a mark its note.
Source = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Words whose origin the file does not say: somebody wrote them into it."""

    words: str


def sources(draft: Draft, *others: Citation) -> dict[Source, str]:
    """The texts that a draft and others cite, with the names by which the file's references list them."""
    cited = [draft.at, *(run.origin for provision in draft.walk() for run in provision.line), *others]
    found: dict[Source, str] = {}
    for at in cited:
        found.setdefault((at.document, at.note), f"source_{len(found) + 1}")
    return found


def put(holder: etree._Element, runs: tuple[Run, ...], known: dict[Source, str]) -> None:
    """Write runs into an element: a single one with its origin on the element, several in spans."""
    if len(runs) == 1:
        holder.set(FROM, written(runs[0].origin, known))
        fill(holder, runs[0].words)
    else:
        for run in runs:
            span = etree.SubElement(holder, akn("span"))
            span.set(FROM, written(run.origin, known))
            fill(span, run.words)
    if len(runs) > 1 or _EDGES.search(words_of(runs)):
        holder.set(f"{{{XML}}}space", "preserve")


def take(holder: etree._Element, known: dict[str, Source]) -> list[Run | Unsaid]:
    """The runs of an element that `put` filled; words that stand outside all of them are unsaid."""
    if holder.get(FROM):
        return [Run(words, read(holder.get(FROM, ""), known))] if (words := text_of(holder)) else []
    return list(_taken(holder, known))


def _taken(holder: etree._Element, known: dict[str, Source]) -> Iterator[Run | Unsaid]:
    if holder.text and holder.text.strip():
        yield Unsaid(holder.text)
    for child in holder:
        if child.get(FROM):
            if words := text_of(child):
                yield Run(words, read(child.get(FROM, ""), known))
        elif isinstance(child.tag, str):
            yield from _taken(child, known)
        if child.tail and child.tail.strip():
            yield Unsaid(child.tail)


def written(at: Citation, known: dict[Source, str]) -> str:
    """A citation as an attribute."""
    return f"{known[at.document, at.note]} {at.start} {at.end}"


def read(said: str, known: dict[str, Source]) -> Citation:
    """The citation that an attribute gives. Raises ValueError or KeyError for one that gives none."""
    name, start, end = said.split()
    document, note = known[name]
    return Citation(document, int(start), int(end), note)


def fill(element: etree._Element, words: str) -> None:
    """Put words into an element; a sign that XML cannot write stands as a marker with its code."""
    last = None
    for index, piece in enumerate(re.split(f"({_UNWRITABLE.pattern})", words)):
        if index % 2:
            last = etree.SubElement(element, akn("marker"), name="character")
            last.set(_CODE, f"{ord(piece):04x}")
        elif piece and last is None:
            element.text = piece
        elif piece and last is not None:
            last.tail = piece


def text_of(element: etree._Element) -> str:
    """All words of an element, as `fill` was given them."""
    pieces = [element.text or ""]
    for child in element:
        pieces.append(_sign(child) if child.get(_CODE) else text_of(child) if isinstance(child.tag, str) else "")
        pieces.append(child.tail or "")
    return "".join(pieces)


def _sign(marker: etree._Element) -> str:
    return chr(int(marker.get(_CODE, ""), 16))


def escape(words: str) -> str:
    """Words as an attribute holds them: a sign that XML cannot write, and each blank but a space, by its code.

    >>> print(escape("a\\x0cb\\\\c"))
    a\\000cb\\\\c
    """
    return re.sub(rf"{_UNWRITABLE.pattern}|[\\\t\n\r]", _escaped, words)


def _escaped(sign: re.Match[str]) -> str:
    return "\\\\" if sign.group() == "\\" else f"\\{ord(sign.group()):04x}"


def unescape(words: str) -> str:
    """The words that `escape` was given."""
    return _ESCAPED.sub(lambda sign: "\\" if sign.group(1) == "\\" else chr(int(sign.group(1), 16)), words)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute of our own, unescaped; "" where there is none."""
    return unescape(element.get(f"{{{OWN}}}{name}", ""))
