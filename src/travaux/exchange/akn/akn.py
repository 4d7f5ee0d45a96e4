"""Drafts in Akoma Ntoso 3.0, out and in. What was written here is read back exactly; files of others as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec
from lxml import etree

from travaux.amend import trees
from travaux.amend.operations import Instruction
from travaux.amend.proceedings import Step
from travaux.errors import UnreadableInput
from travaux.exchange.akn.body import Parts, Reader, Writer, parts
from travaux.exchange.akn.foreign import foreign
from travaux.exchange.akn.identify import PROGRAM, date_in, identification, references, stated
from travaux.exchange.akn.modifications import analysis
from travaux.exchange.akn.names import AKN, OWN, akn, eids, own
from travaux.exchange.akn.words import Source, Unsaid, attribute, sources, take, unescape
from travaux.exchange.akn.words import read as citation
from travaux.exchange.json_tree import changed_since
from travaux.exchange.paper import Paper, Received
from travaux.findings import Citation, Finding, Severity
from travaux.record.formats.xml_source import looks_like_xml, xml_root
from travaux.text.draft import Draft, Run
from travaux.text.spot import Path

# Elements whose words are mixed with others: no blank may be put in for looks.
_MIXED = frozenset({akn(name) for name in ("num", "heading", "p", "block", "docTitle", "signature", "span")})


def looks_like(data: bytes) -> bool:
    """Whether a file is XML of Akoma Ntoso, of any version."""
    return looks_like_xml(data) and re.search(rb"<(?:\w+:)?akomaNtoso\b", data[:4096]) is not None


def write(paper: Paper) -> bytes:
    """The paper as a `bill` in UTF-8, valid against the schema of the standard."""
    draft, names = paper.draft, eids(paper.draft)
    known = sources(draft, *(step.instruction.at for step in paper.made_by), *(each.at for each in paper.orders))
    root = etree.Element(akn("akomaNtoso"), nsmap={None: AKN, "t": OWN})
    bill = etree.SubElement(root, akn("bill"), name="treaty", contains="singleVersion")
    bill.append(_meta(paper, names, known))
    cut, writer = parts(draft), Writer(names, known)
    writer.preface(bill, cut.preface)
    writer.preamble(bill, cut.preamble)
    writer.body(etree.SubElement(bill, akn("body"), eId="body"), cut.body)
    writer.conclusions(bill, cut.conclusions)
    _attach(bill, cut, writer, draft)
    _lay_out(root, "\n")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _meta(paper: Paper, names: Mapping[Path, str], known: dict[Source, str]) -> etree._Element:
    meta = etree.Element(akn("meta"))
    meta.append(identification(paper.draft))
    modified = analysis(paper, names, known)
    if modified is not None:
        meta.append(modified)
    meta.append(references(paper, known))
    exact = etree.SubElement(meta, akn("proprietary"), source=f"#{PROGRAM}")
    exact.append(stated(paper.draft, known))
    for step in paper.made_by:
        etree.SubElement(exact, own("step")).text = _json(trees.stored_step(step))
    for order in paper.orders:
        etree.SubElement(exact, own("order")).text = _json(trees.stored_instruction(order))
    return meta


def _json(stored: object) -> str:
    """As JSON; signs that XML cannot write are escaped, which JSON allows in its strings."""
    return re.sub(
        r"[\ufffe\uffff\x7f-\x9f]", lambda sign: f"\\u{ord(sign.group()):04x}", msgspec.json.encode(stored).decode()
    )


def _attach(bill: etree._Element, cut: Parts, writer: Writer, draft: Draft) -> None:
    if not cut.attachments:
        return
    attachments = etree.SubElement(bill, akn("attachments"))
    for number, placed in enumerate(cut.attachments, start=1):
        attachment = etree.SubElement(attachments, akn("attachment"), eId=f"att_{number}")
        doc = etree.SubElement(attachment, akn("doc"), name="annex", contains="singleVersion")
        etree.SubElement(doc, akn("meta")).append(identification(draft, f"annex_{number}"))
        writer.body(etree.SubElement(doc, akn("mainBody")), placed)


def _lay_out(element: etree._Element, margin: str) -> None:
    """Line ends and indents between elements that hold elements alone."""
    if element.tag in _MIXED or not len(element):
        return
    element.text = margin + "  "
    for child in element:
        _lay_out(child, margin + "  ")
        child.tail = margin + "  "
    element[-1].tail = margin


def read(data: bytes, *, name: str) -> Received:
    """The draft in a file of Akoma Ntoso, with the changes that came with it where it was written here.

    Raises NotXml or HostileXml for what is no XML or no harmless one, UnreadableInput for another version of the
    standard or a file without a text.
    """
    root = xml_root(data, name=name)
    etree.strip_tags(root, etree.Comment)
    if root.tag != akn("akomaNtoso"):
        said = etree.QName(root).namespace or "no namespace"
        message = f"It is of another version of Akoma Ntoso ({said}); this reads 3.0 ({AKN})."
        raise UnreadableInput(message, at=name, remedy="Have it converted to 3.0 by the program that wrote it.")
    exact = root.find(f".//{own('draft')}")
    if exact is None:
        return foreign(root, name=name)
    try:
        return _read(root, exact, name)
    except (LookupError, ValueError, msgspec.MsgspecError):
        received = foreign(root, name=name)
        return Received(received.paper, (_rewritten(received.paper.draft.at), *received.findings))


def _rewritten(at: Citation) -> Finding:
    return Finding(
        "structure-changed",
        "Another program changed the structure of this file, so that it is read as one of others: its words cite the "
        "file itself, and what came with them is left out.",
        at,
        "Compare it with the draft that it was exported from.",
        Severity.ASSUMED,
    )


def _read(root: etree._Element, exact: etree._Element, name: str) -> Received:
    known = {
        each.get("eId", ""): (attribute(each, "document"), attribute(each, "note"))
        for each in root.iterfind(f".//{akn('references')}/*")
        if each.get(own("document"))
    }
    own_words = _OwnWords(name, known)
    (bill,) = root
    told = {each: unescape(value) for each, value in exact.attrib.items()}
    draft = Draft(
        id=told["id"],
        title=told["title"],
        provisions=tuple(Reader(own_words.runs).bill(bill)),
        at=citation(told["at"], known),
        date=date_in(told.get("date")),
        proposed_by=told.get("proposedBy"),
        derived_from=told.get("derivedFrom"),
    )
    paper = Paper(draft, made_by=tuple(_steps(root)), orders=tuple(_orders(root)))
    return Received(paper, changed_since(draft, _hash(root)))


def _hash(root: etree._Element) -> str:
    alias = root.find(f".//{akn('FRBRExpression')}/{akn('FRBRalias')}[@name='sha256']")
    return alias.get("value", "") if alias is not None else ""


def _steps(root: etree._Element) -> Iterator[Step]:
    for element in root.iter(own("step")):
        yield trees.step(element.text or "")


def _orders(root: etree._Element) -> Iterator[Instruction]:
    for element in root.iter(own("order")):
        yield trees.restored_instruction(msgspec.json.decode(element.text or "", type=trees.StoredInstruction))


class _OwnWords:
    """Gives words that somebody wrote into the file a place: the file itself, by the signs that come before them."""

    def __init__(self, name: str, known: dict[str, Source]) -> None:
        self._name = name
        self._known = known
        self._at = 0

    def runs(self, element: etree._Element) -> tuple[Run, ...]:
        """The runs of an element with mixed content."""
        found: list[Run] = []
        for taken in take(element, self._known):
            size = len(taken.words)
            if isinstance(taken, Unsaid):
                taken = Run(taken.words, Citation(self._name, self._at, self._at + size))
            self._at += size
            found.append(taken)
        return tuple(found)
