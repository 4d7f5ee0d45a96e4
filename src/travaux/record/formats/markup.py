"""Tells formats in markup apart, without reading in what reads each of them: most builds meet volumes in TEI alone."""

from __future__ import annotations

import re

from lxml import etree

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_HTML = re.compile(rb"(?is)\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html\b|<html[\s>])")


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes call themselves a web page."""
    return _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def is_akn(root: etree._Element) -> bool:
    """Whether the outermost element is that of Akoma Ntoso 3.0."""
    return root.tag == f"{{{AKN}}}akomaNtoso"
