"""What a fuzzer begins with: the examples of the project, and small invented documents in every format."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from fuzz import pages

_ROOT = Path(__file__).resolve().parent.parent
_EXAMPLES = sorted((_ROOT / "examples").glob("*/*.txt"))
_CASES = _ROOT / "tests" / "cases"
#: Longer examples are cut into pieces of about this many characters, which a fuzzer mangles faster.
_PIECE = 2500

_TEI = (
    '<note rend="inline">412.7/5–962: Telegram</note><head>1. Telegram From the <gloss type="from">Embassy</gloss> to '
    'the <gloss type="to">Ministry</gloss><note n="0" type="source">Source: Central Files. Secret; Niact. Drafted by '
    'Pell.</note></head><dateline><placeName>Tessenay</placeName>, <date when="1962-05-01">May 1, 1962</date>.'
    "</dateline>"
    '<p>301. Rook called<note n="1" xml:id="d1fn1">See <ref target="#d2">Document 2</ref>.</note> at once. '
    '[<hi rend="italic">2 lines not declassified</hi>]</p><pb n="12"/><p rend="center">Pilots</p><list>'
    "<label>(1)</label><item>Licensed<lb/>by both.</item></list><table><row><cell>Ships</cell><cell>6</cell></row>"
    "</table><closer>Respectfully,<signed><persName>Carrowmere</persName></signed></closer>",
    "<head>1. Memorandum of Conversation</head><list><head>SUBJECT</head><item>Pilots</item></list><p>Secret</p><quote "
    'rend="blockquote"><p>“Not a word.”</p></quote><attachment><head>Tab A</head><p>Text.</p></attachment>',
)
_HTML = (
    '<h3>16. Telegram From the Ministry to the Embassy<a class="note" href="#fn:1" id="fnref:1"><sup>0</sup></a></h3>'
    '<div class="dateline"><span>Dunmarch</span>, March 15, 1963.</div><p>96. Joint message.</p><ol><li>Pilots.</li>'
    "</ol><table><tr><td>North</td><td>Corvany</td></tr></table><p>[3 lines not declassified]</p><p>Rennick</p>"
    '<ol><li id="fn:1" value="0">Source: Central Files. <a href="#fnref:1">back</a></li></ol>',
    "<h4>Memorandum of Conversation</h4><p>SECRET</p><dl><dt>(a)</dt><dd>Rook spoke of<br/>lights.</dd></dl>",
)
_WORD = (
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">MEMORANDUM</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">TO:</w:t><w:tab/><w:t xml:space="preserve">The Minister</w:t></w:r></w:p>'
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t xml:space="preserve">Rook'
    '</w:t><w:footnoteReference w:id="1"/></w:r><w:ins><w:r><w:t xml:space="preserve"> called.</w:t></w:r></w:ins>'
    "</w:p>"
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">North</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
)


def seeds(target: str) -> Iterator[bytes]:
    """The first inputs of a target."""
    match target:
        case "tei":
            yield from (pages.unmade(page, pages.TEI) for page in _TEI)
        case "html":
            yield from (pages.unmade(page, pages.HTML) for page in _HTML)
        case "word" | "answer":
            yield from (pages.unmade(page, pages.WORD) for page in _WORD)
        case "bytes":
            yield from (pages.tei_volume(page) for page in _TEI)
            yield from (pages.web_page(page) for page in _HTML)
            yield from (pages.word_file(page) for page in _WORD)
            yield from (path.read_bytes() for path in sorted((_CASES / "record").glob("*/*/input.*")))
        case "volume":
            yield from (path.read_bytes() for path in sorted((_CASES / "record").glob("good/whole_*/input.txt")))
            yield "\n\n[Page 2]\n\n".join(path.read_text(encoding="utf-8")[:900] for path in _EXAMPLES[3:7]).encode()
        case "text":
            yield from (path.read_bytes()[:_PIECE] for path in _EXAMPLES)
            yield from (path.read_bytes() for path in sorted((_CASES / "record").glob("good/*/input.txt")))
        case "addresses":
            yield from (words.encode() for words in _ADDRESSES)
        case _:
            yield from (path.read_bytes() for path in sorted((_CASES / "amend").glob("*/*/instruction.txt")))


_ADDRESSES = (
    "second sentence of paragraph 2 of Article V",
    "Articles III to V and the Preamble",
    "Art. 15 (1) (c)",
    "paragraphs 1, 2 and 3(a) of Annex II",
    "third recital of the Preamble",
    "sub-paragraph (b)(ii) of para. 4, first and second sentences",
)
