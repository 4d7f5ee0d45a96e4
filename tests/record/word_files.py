"""Makes small Word files, footnotes and tracked changes included, from the parts they consist of."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_file(
    body: str,
    *,
    notes: dict[int, str] | None = None,
    numbering: str = "",
    comments: dict[int, tuple[str, str]] | None = None,
) -> bytes:
    """A file with `body` as WordprocessingML, footnotes by id, definitions of lists, and comments by id, each with its
    author."""
    parts = {"document": f"<w:body>{body}</w:body>"}
    parts["footnotes"] = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + "".join(
        f'<w:footnote w:id="{id}">{paragraph(words)}</w:footnote>' for id, words in (notes or {}).items()
    )
    parts["numbering"] = numbering
    parts["comments"] = "".join(
        f'<w:comment w:id="{id}" w:author="{author}">{paragraph(words)}</w:comment>'
        for id, (author, words) in (comments or {}).items()
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        kinds = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{name}{".main" * (name == "document")}+xml"/>'
            for name in parts
        )
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>',
        )
        archive.writestr("_rels/.rels", _relationships({"officeDocument": "word/document.xml"}))
        archive.writestr(
            "word/_rels/document.xml.rels",
            _relationships({name: f"{name}.xml" for name in parts if name != "document"}),
        )
        for name, words in parts.items():
            archive.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{words}</w:{name}>')
    return written.getvalue()


def paragraph(words: str, *, numbered: tuple[int, int] | None = None) -> str:
    """A paragraph; '{3}' in its words is the mark of footnote 3, '|' a tab, '<...>' stays as it is."""
    list_ = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    runs = words.replace("|", "</w:t><w:tab/><w:t>").replace("{", "</w:t><w:footnoteReference w:id='")
    runs = runs.replace("}", "'/><w:t xml:space='preserve'>")
    return f"<w:p><w:pPr>{list_}</w:pPr><w:r><w:t xml:space='preserve'>{runs}</w:t></w:r></w:p>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in cells) + "</w:tr>"


def levels(*forms: tuple[str, str]) -> str:
    """One list whose levels are numbered so: ('decimal', '%1.'), ('lowerLetter', '(%2)')."""
    lvls = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(forms)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{lvls}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _relationships(targets: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'
