"""Parses XML that strangers wrote. It opens no other file, resolves no entity, and mends no broken file."""

from __future__ import annotations

import re

from ahocorasick_rs import BytesAhoCorasick, MatchKind
from lxml import etree

from travaux.errors import HostileXml, NotXml

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ENTITY = re.compile(r"<!ENTITY\s+(?:%\s*)?([^\s>]+)|<!DOCTYPE\b[^>\[]*\b(?:SYSTEM|PUBLIC)\b")
_DECLARATIONS = (b"<!ENTITY", b"<!DOCTYPE")
_HARMLESS = frozenset({"DTD_ID_REDEFINED"})
_LIMITS = frozenset({"ERR_RESOURCE_LIMIT", "ERR_ENTITY_LOOP", "ERR_NAME_TOO_LONG"})
_TOO_MUCH = re.compile(r"(?i)excessive depth|huge|too long|amplification|limit")
_NO_VOLUME = "No volume of the record needs this; get the file from where it was published."
_HOW_TO_MEND = "Open the file in an XML editor at that line, or fetch it again."


def looks_like_xml(data: bytes) -> bool:
    """Whether the bytes call themselves XML: the first thing in them is a tag or a declaration."""
    start = data[:4096]
    if start.startswith(_BOMS[1:]):
        start = start[2:].replace(b"\0", b"")
    start = start.removeprefix(_BOMS[0]).lstrip()
    return re.match(rb"<(?:[A-Za-z_]|\?xml|!DOCTYPE|!--)", start) is not None


def xml_root(data: bytes, *, name: str) -> etree._Element:
    """The root of well-formed, harmless XML. An xml:id given twice is passed over; any other fault is not.

    The parser's own limits stay on: 256 levels, ten million characters of text in one place.
    """
    _refuse_entities(data, name)
    # No element is asked for by its id, and a table of all ids takes time to make and to free.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotXml(f"Line {error.lineno}: {error.msg}.", at=name, remedy=_HOW_TO_MEND) from error
    faults = [fault for fault in parser.error_log if fault.type_name not in _HARMLESS]
    for fault in faults:
        if fault.type_name in _LIMITS or _TOO_MUCH.search(fault.message):
            raise HostileXml(f"Line {fault.line}: {fault.message.strip()}.", at=name, remedy=_NO_VOLUME)
    if faults:
        raise NotXml(f"Line {faults[0].line}: {faults[0].message.strip()}.", at=name, remedy=_HOW_TO_MEND)
    if root is None:
        raise NotXml("It begins like XML, but there is no element in it.", at=name, remedy=_HOW_TO_MEND)
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise HostileXml("The document type declares entities.", at=name, remedy=_NO_VOLUME)
    return root


#: What stands for white space in UTF-8, or may, beside what is of ASCII: of that XML knows blanks, line ends and tabs.
_OTHER_SPACES = BytesAhoCorasick(
    [b"&#", *(chr(sign).encode() for sign in range(0x80, 0x3001) if chr(sign).isspace())],
    matchkind=MatchKind.LeftmostFirst,
)


def is_plainly_spaced(data: bytes, root: etree._Element) -> bool:
    """Whether the white space in the texts of XML, of which `root` was made, is all blanks and line ends.

    In nine of ten volumes it is; to see it takes less time than to parse a thirtieth of one.
    """
    if b"\0" in data or b"\t" in data or (root.getroottree().docinfo.encoding or "").lower() != "utf-8":
        return False
    return not _OTHER_SPACES.find_matches_as_indexes(data)


def _declares(data: bytes) -> bool:
    """Whether there is such a declaration. Volumes have few exclamation marks, and one is found faster than words."""
    place = data.find(b"!")
    while place >= 0:
        if data.startswith(_DECLARATIONS, max(place - 1, 0)):
            return True
        place = data.find(b"!", place + 1)
    return False


def _refuse_entities(data: bytes, name: str) -> None:
    """Entities, and documents beside this one, are refused before anything is parsed."""
    if b"\0" in data:  # in UTF-16 and the like
        data = data.replace(b"\0", b"")
    if not _declares(data):
        return
    words = data.decode("latin-1")
    found = _ENTITY.search(words)
    if found:
        line = words.count("\n", 0, found.start()) + 1
        what = f"declares the entity “{found.group(1)}”" if found.group(1) else "names a document type in another file"
        raise HostileXml(
            f"Line {line}: the file {what}.",
            at=name,
            remedy=_NO_VOLUME,
        )
