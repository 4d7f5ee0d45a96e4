"""A draft's provisions as the parts of a `bill`, and back: preface, preamble, body, conclusions, attachments.

The standard fixes the order of the parts. Provisions keep theirs: those before the preamble open the preface, those
from the testimonium on the conclusions, and what follows these is attached.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from lxml import etree

from travaux.exchange.akn.names import ELEMENTS, akn, own
from travaux.exchange.akn.words import Source, attribute, escape, put
from travaux.text.draft import Draft, Provision, ProvisionKind, Run
from travaux.text.spot import Path

_OPENING = frozenset({ProvisionKind.TITLE, ProvisionKind.NOTE, ProvisionKind.CONTENTS, ProvisionKind.FOLIO})
_CLOSING = frozenset({ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE})
_BESIDE = frozenset({ProvisionKind.NOTE, ProvisionKind.CONTENTS, ProvisionKind.FOLIO})
_KINDS = {name: kind for kind, name in ELEMENTS.items()}

#: What stands at a path.
Placed = tuple[Path, Provision]


@dataclass(frozen=True, slots=True)
class Parts:
    """The outermost provisions of a draft by the part of the bill that they stand in, each part in order."""

    preface: tuple[Placed, ...]
    preamble: Placed | None
    body: tuple[Placed, ...]
    conclusions: tuple[Placed, ...]
    attachments: tuple[tuple[Placed, ...], ...]


def parts(draft: Draft) -> Parts:
    """Cuts the outermost provisions where one part of a bill ends and the next begins."""
    placed: list[Placed] = [((index,), provision) for index, provision in enumerate(draft.provisions)]
    opening = _while(placed, _OPENING)
    rest = placed[opening:]
    preamble = rest[0] if rest and _is_preamble(rest[0][1]) else None
    rest = rest[1:] if preamble else rest
    closing = next((index for index, (_, each) in enumerate(rest) if each.kind in _CLOSING), len(rest))
    end = closing + _while(rest[closing:], _CLOSING | _BESIDE)
    return Parts(
        tuple(placed[:opening]),
        preamble,
        tuple(rest[:closing]),
        tuple(rest[closing:end]),
        tuple(_attached(rest[end:])),
    )


def _while(placed: Sequence[Placed], kinds: frozenset[ProvisionKind]) -> int:
    return next((index for index, (_, each) in enumerate(placed) if each.kind not in kinds), len(placed))


def _is_preamble(provision: Provision) -> bool:
    return provision.kind is ProvisionKind.PREAMBLE and bool(provision.line or provision.children)


def _attached(placed: Sequence[Placed]) -> Iterator[tuple[Placed, ...]]:
    """What is attached: each annex with what follows it."""
    starts = [index for index, (_, each) in enumerate(placed) if each.kind is ProvisionKind.ANNEX or not index]
    for start, end in pairwise([*starts, len(placed)]):
        yield tuple(placed[start:end])


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes provisions as elements: `names` are their eIds, `known` the names of the texts that words came from."""

    names: Mapping[Path, str]
    known: dict[Source, str]

    def preface(self, parent: etree._Element, placed: Sequence[Placed]) -> None:
        """The title and what is printed with it."""
        if placed:
            self._blocks(etree.SubElement(parent, akn("preface")), placed)

    def preamble(self, parent: etree._Element, placed: Placed | None) -> None:
        """Its line, recitals and formulas."""
        if placed is None:
            return
        path, provision = placed
        element = self._named(etree.SubElement(parent, akn("preamble")), path, provision)
        self._line(element, provision)
        for kind, group in groupby(_below(placed), key=lambda each: _in_preamble(each[1])):
            self._in_preamble(element, kind, tuple(group))

    def body(self, element: etree._Element, placed: Sequence[Placed]) -> None:
        """Articles and what they stand in; the schema wants at least one."""
        for path, provision in placed:
            self._hier(element, path, provision)
        if not placed:
            etree.SubElement(element, akn("hcontainer"), name="nothing").set(own("kind"), "nothing")

    def conclusions(self, parent: etree._Element, placed: Sequence[Placed]) -> None:
        """The testimonium and the signatures."""
        if placed:
            self._blocks(etree.SubElement(parent, akn("conclusions")), placed)

    def _hier(self, parent: etree._Element, path: Path, provision: Provision) -> None:
        name = ELEMENTS.get(provision.kind)
        element = etree.SubElement(parent, akn(name or "hcontainer"))
        if name is None:
            element.set("name", provision.kind.value)
        self._named(element, path, provision)
        self._runs(element, "num", provision.label)
        below = list(_below((path, provision)))
        while below and not provision.content and _is_heading(below[0][1]):
            self._runs(element, "heading", below.pop(0)[1].content)
        if provision.content:
            wrapper = etree.SubElement(element, akn("intro" if below else "content"))
            self._runs(wrapper, "p", provision.content)
        for child, child_provision in below:
            self._hier(element, child, child_provision)

    def _in_preamble(self, element: etree._Element, kind: ProvisionKind | None, group: Sequence[Placed]) -> None:
        if kind is ProvisionKind.RECITAL:
            recitals = etree.SubElement(element, akn("recitals"))
            for path, provision in group:
                recital = self._named(etree.SubElement(recitals, akn("recital")), path, provision)
                self._runs(recital, "num", provision.label)
                self._runs(recital, "p", provision.content)
        elif kind is ProvisionKind.FORMULA:
            for path, provision in group:
                formula = etree.SubElement(element, akn("formula"), name="formula")
                self._runs(self._named(formula, path, provision), "p", provision.content)
        else:
            self._blocks(element, group)

    def _blocks(self, parent: etree._Element, placed: Sequence[Placed]) -> None:
        for path, provision in placed:
            self._block(parent, path, provision)

    def _block(self, parent: etree._Element, path: Path, provision: Provision) -> None:
        """A provision where the schema has no hierarchy: a line, or a line with others in it."""
        if not (provision.label or provision.children):
            block = self._named(etree.SubElement(parent, akn("block"), name=provision.kind.value), path, provision)
            inner = {ProvisionKind.TITLE: "docTitle", ProvisionKind.SIGNATURE: "signature"}.get(provision.kind)
            if inner and provision.content:
                self._runs(block, inner, provision.content)
            else:
                put(block, provision.content, self.known)
            return
        container = self._named(etree.SubElement(parent, akn("blockContainer")), path, provision)
        container.set(own("kind"), provision.kind.value)
        self._line(container, provision)
        self._blocks(container, list(_below((path, provision))))

    def _line(self, element: etree._Element, provision: Provision) -> None:
        for part, runs in (("label", provision.label), ("content", provision.content)):
            if runs:
                put(etree.SubElement(element, akn("block"), name=part), runs, self.known)

    def _named(self, element: etree._Element, path: Path, provision: Provision) -> etree._Element:
        element.set("eId", self.names[path])
        if provision.number:
            element.set(own("number"), escape(provision.number))
        return element

    def _runs(self, parent: etree._Element, name: str, runs: tuple[Run, ...]) -> None:
        if runs:
            put(etree.SubElement(parent, akn(name)), runs, self.known)


def _below(placed: Placed) -> Iterator[Placed]:
    path, provision = placed
    return (((*path, index), child) for index, child in enumerate(provision.children))


def _is_heading(provision: Provision) -> bool:
    return _is_plain(provision, ProvisionKind.HEADING) and not provision.number


def _is_plain(provision: Provision, kind: ProvisionKind) -> bool:
    """Whether a provision is of the kind and words without a label, and no more."""
    return provision.kind is kind and bool(provision.content) and not (provision.label or provision.children)


def _in_preamble(provision: Provision) -> ProvisionKind | None:
    """The kinds for which a preamble has an element; None for what stands in it as a block."""
    if provision.kind is ProvisionKind.RECITAL and provision.content and not provision.children:
        return ProvisionKind.RECITAL
    return ProvisionKind.FORMULA if _is_plain(provision, ProvisionKind.FORMULA) else None


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the parts of a bill that `Writer` wrote. `runs` gives the runs of an element with mixed content.

    Raises LookupError or ValueError at an element that `Writer` does not write.
    """

    runs: Callable[[etree._Element], tuple[Run, ...]]

    def bill(self, bill: etree._Element) -> Iterator[Provision]:
        """All outermost provisions, in the order of the parts."""
        for part in bill:
            name = etree.QName(part).localname
            if name == "preamble":
                yield self._preamble(part)
            elif name in ("preface", "conclusions"):
                yield from self._blocks(part)
            elif name in ("body", "mainBody"):
                yield from self._hiers(part)
            elif name == "attachments":
                for attachment in part:
                    yield from self.bill(attachment[0])
            elif name != "meta":
                raise KeyError(name)

    def _hiers(self, parent: etree._Element) -> Iterator[Provision]:
        for element in parent:
            if element.get(own("kind")) != "nothing":
                yield self._hier(element)

    def _hier(self, element: etree._Element) -> Provision:
        name = etree.QName(element).localname
        kind = ProvisionKind(element.get("name", "")) if name == "hcontainer" else _KINDS[name]
        label: tuple[Run, ...] = ()
        content: tuple[Run, ...] = ()
        children: list[Provision] = []
        for child in element:
            part = etree.QName(child).localname
            if part == "num":
                label += self.runs(child)
            elif part == "heading":
                children.append(Provision(ProvisionKind.HEADING, content=self.runs(child)))
            elif part in ("content", "intro"):
                content += self._paragraphs(child)
            else:
                children.append(self._hier(child))
        return Provision(kind, attribute(element, "number"), label, content, tuple(children))

    def _paragraphs(self, element: etree._Element) -> tuple[Run, ...]:
        """The words of the one `p` in an element."""
        (paragraph,) = element
        if etree.QName(paragraph).localname != "p":
            raise ValueError(paragraph.tag)
        return self.runs(paragraph)

    def _preamble(self, element: etree._Element) -> Provision:
        label, content, rest = self._line(list(element))
        children: list[Provision] = []
        for child in rest:
            name = etree.QName(child).localname
            if name == "recitals":
                children += (self._recital(recital) for recital in child)
            elif name == "formula":
                number = attribute(child, "number")
                children.append(Provision(ProvisionKind.FORMULA, number, content=self._paragraphs(child)))
            else:
                children.append(self._block(child))
        return Provision(ProvisionKind.PREAMBLE, attribute(element, "number"), label, content, tuple(children))

    def _recital(self, element: etree._Element) -> Provision:
        found = {etree.QName(child).localname: self.runs(child) for child in element}
        if not found.keys() <= {"num", "p"} or len(found) != len(element):
            raise ValueError(element.tag)
        return Provision(ProvisionKind.RECITAL, attribute(element, "number"), found.get("num", ()), found.get("p", ()))

    def _blocks(self, parent: etree._Element) -> Iterator[Provision]:
        return (self._block(element) for element in parent)

    def _block(self, element: etree._Element) -> Provision:
        name, number = etree.QName(element).localname, attribute(element, "number")
        if name == "block":
            return Provision(ProvisionKind(element.get("name", "")), number, content=self._in_block(element))
        if name != "blockContainer":
            raise KeyError(name)
        label, content, rest = self._line(list(element))
        kind = ProvisionKind(element.get(own("kind"), ""))
        return Provision(kind, number, label, content, tuple(map(self._block, rest)))

    def _in_block(self, element: etree._Element) -> tuple[Run, ...]:
        inner = element[0] if len(element) == 1 and not (element.text or "").strip() else None
        named = inner is not None and etree.QName(inner).localname in ("docTitle", "signature")
        return self.runs(inner if inner is not None and named else element)

    def _line(self, elements: list[etree._Element]) -> tuple[tuple[Run, ...], tuple[Run, ...], list[etree._Element]]:
        """Label and content, which come first, and the elements that follow them."""
        found: dict[str, tuple[Run, ...]] = {}
        while elements and elements[0].get("name") in ("label", "content"):
            element = elements.pop(0)
            found[element.get("name", "")] = self.runs(element)
        return found.get("label", ()), found.get("content", ()), elements
