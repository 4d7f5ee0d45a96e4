"""What is fuzzed: each target takes any bytes and raises where a law is broken or a verb fails out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fuzz import pages
from fuzz.laws import answer_law, compilation_law, document_law, markup_law, quotation_law, text_law
from lxml import etree

from travaux.amend.compile import compile
from travaux.errors import UnreadableAddress, UnreadableInput
from travaux.exchange.word.counter import counter
from travaux.exchange.word.from_word import from_word
from travaux.record import Block, BlockKind, Document, Kind, read
from travaux.record.formats import docx, html, plain_text, tei, whole_volume  # noqa: F401 - read imports them too late
from travaux.record.formats.encoding import decoded
from travaux.record.formats.markup import looks_like_html
from travaux.record.formats.signatures import GZIP, ZIP
from travaux.record.formats.tei_body import SILENT
from travaux.record.formats.xml_source import looks_like_xml
from travaux.text.parse import parse_all
from travaux.text.whole import whole

_SILENT = SILENT
_OURS = whole(
    Document(
        id="ours",
        title="Ferry Treaty",
        kind=Kind.AGREEMENT,
        body=tuple(
            Block(BlockKind.PARAGRAPH, line)
            for line in ("FERRY TREATY", "Article 1", "The ferry runs daily.", "Article 2", "1. Fares.", "2. Dogs.")
        ),
    )
)
_OTHERS = (GZIP, ZIP)


def _read(given: bytes, name: str) -> tuple[Document, ...]:
    """The documents that keep the law by themselves; none where the input is refused with a remedy."""
    try:
        documents = read(given, name=name)
    except UnreadableInput as refusal:
        assert refusal.remedy, f"a refusal without a remedy: {refusal}"
        return ()
    for document in documents:
        document_law(document)
    return documents


def any_bytes(given: bytes) -> None:
    _read(given, "given")


def text(given: bytes) -> None:
    documents = _read(given, "given.txt")
    if documents and not (looks_like_xml(given) or looks_like_html(given) or given.startswith(_OTHERS)):
        words, _ = decoded(given, name="given.txt", document="given")
        text_law(words, documents)


def tei_volume(given: bytes) -> None:
    volume = pages.tei_volume(pages.markup(given, pages.TEI))
    documents = _read(volume, "given.xml")
    if documents:
        printed = _printed(etree.fromstring(volume, etree.XMLParser(recover=True)))  # an id given twice is no matter
        markup_law(printed, documents, whole=True)


def _printed(element: etree._Element) -> Iterator[str]:
    """Every word of an element but the encoder's remarks, and notes that only repeat another."""
    yield element.text or ""
    for child in element:
        name = child.tag.partition("}")[2]
        if name not in _SILENT and not (name == "note" and child.get("target")):
            yield from _printed(child)
        yield child.tail or ""


def web_page(given: bytes) -> None:
    content = pages.markup(given, pages.HTML)
    documents = _read(pages.web_page(content), "given.html")
    if documents:
        root = etree.HTML(content)
        markup_law(root.itertext(), documents, whole=False)


def word_file(given: bytes) -> None:
    content = pages.markup(given, pages.WORD)
    documents = _read(pages.word_file(content), "given.docx")
    if documents:
        notes, labels = (
            "Source: Central Files. Secret. Not found.",
            "(abcdefghijklmnopqrstuvwxyz)" * content.count("<w:p>"),
        )
        plain = etree.fromstring(f'<w:w xmlns:w="urn:w">{content}</w:w>')
        markup_law(plain.itertext(), documents, whole=False, more=notes + labels)


def answer_in_word(given: bytes) -> None:
    data = pages.word_file(pages.markup(given, pages.WORD))
    try:
        text = from_word(data, name="given.docx")
        found = [counter(text, id="given", ours=ours) for ours in (None, _OURS)]
    except UnreadableInput as refusal:
        assert refusal.remedy, f"a refusal without a remedy: {refusal}"
        return
    for one in found:
        answer_law(text, one)


def addresses(given: bytes) -> None:
    try:
        found = parse_all(_words(given))
    except UnreadableAddress as refusal:
        assert refusal.remedy
        return
    for address in found:
        assert address.steps


def instructions(given: bytes) -> None:
    lines = [line.strip() for line in _words(given).split("\n")]
    body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines if line)
    document = Document(id="given", title="Telegram", kind=Kind.TELEGRAM, body=body)
    compilation_law(document, compile(document))


def quotes(given: bytes) -> None:
    quotation_law(_words(given))


def _words(given: bytes) -> str:
    return given.decode("utf-8", errors="ignore")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "bytes": any_bytes,
    "text": text,
    "volume": text,
    "tei": tei_volume,
    "html": web_page,
    "word": word_file,
    "answer": answer_in_word,
    "addresses": addresses,
    "instructions": instructions,
    "quotes": quotes,
}
