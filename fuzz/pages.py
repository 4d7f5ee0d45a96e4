"""Well-formed markup made of any bytes, so that a fuzzer mangles what is on the page and not only its syntax.

A byte below 128 is itself; others open or close an element of an alphabet, or are signs that texts trip over.
"""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

_FIRST_TAG, _CLOSE, _FIRST_SIGN = 0x80, 0xDF, 0xE0
#: Typographic marks, dashes, a soft hyphen, ligatures, a combining accent, marks of direction, odd spaces.
SIGNS = "“”‘’–—é½•†\u00ad\ufb01\ufb02\u0301\u200f\u202e\u2066\u00a0\u2028\u0085\ufeff\u200b\U0001d504ß"

TEI = (
    "head",
    'note n="0" type="source"',
    'note n="1" xml:id="d1fn1"',
    'note rend="inline"',
    'note target="#d1fn1"',
    "p",
    'p rend="center"',
    'gloss type="from"',
    'gloss type="to"',
    'persName type="from"',
    "persName",
    "dateline",
    "placeName",
    'date when="1962-05-01"',
    'hi rend="italic"',
    "lb",
    'pb n="12"',
    'ref target="#d2"',
    "list",
    "label",
    "item",
    "table",
    "row",
    "cell",
    'quote rend="blockquote"',
    "opener",
    "closer",
    "signed",
    "attachment",
    "postscript",
    "salute",
    "unclear",
    "div",
    "gap",
    "figure",
)
HTML = (
    "p",
    "h3",
    "h4",
    "div",
    'div class="dateline"',
    "span",
    "em",
    "sup",
    'a class="note" href="#fn:1" id="fnref:1"',
    'li id="fn:1" value="0"',
    'a href="#fnref:1"',
    'a href="#fn2"',
    'aside id="fn2"',
    "ol",
    'ol start="4"',
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "td",
    "blockquote",
    "br",
    "hr",
    "nav",
    'a class="page" href="pg_5"',
    "script",
    "section",
    "header",
)
WORD = (
    "w:p",
    "w:r",
    'w:t xml:space="preserve"',
    "w:tab",
    "w:br",
    "w:pPr",
    'w:pStyle w:val="Heading1"',
    "w:numPr",
    'w:ilvl w:val="0"',
    'w:ilvl w:val="1"',
    'w:numId w:val="1"',
    "w:tbl",
    "w:tr",
    "w:tc",
    'w:footnoteReference w:id="1"',
    'w:footnoteReference w:id="2"',
    "w:ins",
    "w:del",
    "w:delText",
    "w:fldSimple",
    'w:fldChar w:fldCharType="begin"',
    'w:fldChar w:fldCharType="separate"',
    'w:fldChar w:fldCharType="end"',
    "w:instrText",
    "w:hyperlink",
    "w:sdt",
    "w:sdtContent",
    "w:txbxContent",
    "w:smartTag",
    "w:softHyphen",
    "w:noBreakHyphen",
    "w:moveTo",
    "w:moveFrom",
    'w:sym w:char="F0B7"',
    "w:cr",
    "w:sectPr",
)
#: Elements that hold nothing.
_EMPTY = frozenset(
    "pb lb gap br hr w:tab w:br w:cr w:pStyle w:ilvl w:numId w:softHyphen w:noBreakHyphen w:fldChar".split()
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TAG = re.compile(r"<(/?)([^<>/]+)(/?)>")


def markup(given: bytes, alphabet: tuple[str, ...]) -> str:
    """The bytes as elements and text; whatever is open at the end is closed."""
    parts, opened = list[str](), list[str]()
    for byte in given:
        if byte < _FIRST_TAG:
            sign = chr(byte)
            parts.append(escape(sign) if sign >= " " or sign in "\t\n" else " ")
        elif byte >= _FIRST_SIGN:
            parts.append(SIGNS[(byte - _FIRST_SIGN) % len(SIGNS)])
        elif byte < _CLOSE and byte - _FIRST_TAG < len(alphabet):
            tag = alphabet[byte - _FIRST_TAG]
            empty = tag.split()[0] in _EMPTY
            opened += [] if empty else tag.split()[:1]
            parts.append(f"<{tag}{'/' * empty}>")
        elif opened:
            parts.append(f"</{opened.pop()}>")
    return "".join((*parts, *(f"</{name}>" for name in reversed(opened))))


def unmade(page: str, alphabet: tuple[str, ...]) -> bytes:
    """The bytes that `markup` makes a page of, but for tags and signs that it does not know."""
    made, at = bytearray(), 0
    for tag in _TAG.finditer(page):
        made += _signs(page[at : tag.start()])
        at = tag.end()
        if tag[1]:
            made.append(_CLOSE)
        elif tag[2].strip() in alphabet:
            made.append(_FIRST_TAG + alphabet.index(tag[2].strip()))
            made += bytes([_CLOSE]) if tag[3] and tag[2].split()[0] not in _EMPTY else b""
    return bytes(made + _signs(page[at:]))


def _signs(words: str) -> bytes:
    codes = (ord(sign) if ord(sign) < _FIRST_TAG else _FIRST_SIGN + max(SIGNS.find(sign), 0) for sign in words)
    return bytes(codes)


# -- whole files ----------------------------------------------------------------------------------


def tei_volume(content: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>'
    return f'{head}<div type="document" xml:id="d1" n="1">{content}</div></body></text></TEI>'.encode()


def web_page(content: str) -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{content}</body></html>".encode()


def word_file(content: str) -> bytes:
    """A Word file with two footnotes and a numbered list of two levels."""
    parts = {
        "document": f"<w:body>{content}</w:body>",
        "footnotes": "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
            for number, words in ((1, "Source: Central Files. Secret."), (2, "Not found."))
        ),
        "numbering": '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        kinds = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name}{".main" * (name == "document")}+xml"/>'
            for name in parts
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>',
        )
        archive.writestr("_rels/.rels", _links("officeDocument word/document.xml"))
        archive.writestr("word/_rels/document.xml.rels", _links("footnotes footnotes.xml", "numbering numbering.xml"))
        for name, words in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{_W}">{words}</w:{name}>')
    return written.getvalue()


def _links(*targets: str) -> str:
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{path}"/>'
        for number, (kind, path) in enumerate(target.split() for target in targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
