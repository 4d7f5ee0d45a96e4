"""What one line of an instrument is, by how it begins: a table of conventions that a reader can extend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux import numerals
from travaux.text.draft import ProvisionKind

# How articles are numbered: Roman, Arabic, by chapter ("1.4"), in words; letters only where nothing else fits.
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_IN_WORDS = (
    rf"(?=[A-Z])(?i:(?:twenty|thirty|forty|fifty|sixty)(?:[ -]{_ONES})?|(?:twent|thirt|fort|fift|sixt)ieth|"
    rf"(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?|ten(?:th)?|eleven(?:th)?|twelve|twelfth|{_ONES})(?![A-Za-z])"
)
_NUMBER = (
    r"(?:[IVXLC]+(?:\.\d{1,2})?(?![A-Za-z])|[ivxlc]+(?![a-z])|\d{1,3}(?:\.\d{1,2})?[A-Za-z]?|[A-Z](?![A-Za-z])|"
    rf"{_IN_WORDS}|(?i:premier|primero|premi[eè]re|primeiro|[uú]nico))"
    r"(?: ?(?:bis|ter|quater|quinquies))?"
)
# What an article, a part, a chapter, a section and an annex are called in the languages of agreements.
_ARTICLES = (
    r"article|arti?\.?|art[ií]culo|articolo|artigo|artikel|regulation|статья|стаття|член|artykuł|artikkel|artikla"
)
_PARTS = r"part|title|titre|t[ií]tulo|titolo|partie|parte|раздел|розділ"
_CHAPTERS = r"chapter|chapitre|cap[ií]tulo|capitolo|kapitel|глава"
_SECTIONS = r"section|secci[oó]n|sec[cç][aã]o"
_ANNEXES = (
    r"annex(?:e|ure)?|appendix|appendices|schedule|attachment|anexo|ap[eé]ndice|allegato|anhang|приложение|додаток"
)
_AFTER = r"(?:\W*$|[.:–—-] ?|[ ](?=[A-ZÀ-Þ]))"
_CAPITAL = r"[A-ZÀ-ÞА-ЯЄІЇҐ“\"]"

# A label with its number, and whether words may follow it on the same line.
_LABELS = (
    (ProvisionKind.ANNEX, re.compile(rf"(?i:{_ANNEXES}|protocol)(?: (?P<number>{_NUMBER}))?(?:[^\w.,;]*$|\.$)")),
    (
        ProvisionKind.ANNEX,
        re.compile(
            rf"(?i:{_ANNEXES})(?:[ –-]+[“\"‘']?|[“\"‘']) ?"
            r"(?P<number>[A-Z](?:/[IVX\d]+)?|\d{1,2}|[IVX]+) ?[”\"’']?$"
        ),
    ),
    (
        ProvisionKind.ANNEX,
        re.compile(rf"(?:{_ANNEXES.upper()}) (?P<number>(?:[IVX]+|\d{{1,2}}|[A-Z])(?!\w))?(?=[^a-z]+$)"),
    ),
    (
        ProvisionKind.ANNEX,
        re.compile(r"(?:ANNEX|APPENDIX) (?P<number>[IVX]+|\d{1,2}|[A-Z]) (?=[A-Z][a-z][^.;:]{3,80}$)"),
    ),
    (ProvisionKind.PART, re.compile(rf"(?i:{_PARTS}) (?P<number>{_NUMBER})(?:\W*$|[.:–—-] ?)")),
    (ProvisionKind.CHAPTER, re.compile(rf"(?i:{_CHAPTERS}) (?P<number>{_NUMBER}){_AFTER}")),
    (ProvisionKind.SECTION, re.compile(rf"(?i:{_SECTIONS}) (?P<number>{_NUMBER})(?:\W*$|[.:–—-] ?)")),
    (
        ProvisionKind.ARTICLE,
        re.compile(
            rf"[“\"]?(?i:{_ARTICLES})(?: ?[–-] ?| )(?P<number>{_NUMBER})"
            rf"(?: ?[°ºª])?(?:[^\w%]*$| ?[.:)]? ?[–—-] ?| ?[.:)](?!\d) ?|"
            rf",(?= (?!Para|Sec|Sub|Art|Ann|Cha|Tit|Par){_CAPITAL}) ?| (?={_CAPITAL}))"
        ),
    ),
    (ProvisionKind.ARTICLE, re.compile(rf"(?i:{_ARTICLES})S (?P<number>\d{{1,3}}|[IVXLC]+)\W*$")),
    (
        ProvisionKind.ARTICLE,
        re.compile(
            rf"(?:(?i:{_ARTICLES})(?P<number>\d{{1,3}})|(?i:{_ARTICLES}) \((?P<bracketed>\d{{1,3}}|[IVXLC]+)\))\W*$"
        ),
    ),
    (
        ProvisionKind.PARAGRAPH,
        re.compile(r"(?P<number>\d{1,3}(?:[A-Za-z]| ?(?:bis|ter|quater|quinquies))?)(?:[.)]|\.\)) +"),
    ),
    (ProvisionKind.PARAGRAPH, re.compile(r"\((?P<number>\d{1,3})\) +")),
    (ProvisionKind.SUBPARAGRAPH, re.compile(r"\((?P<number>[a-z]{1,2}|[ivx]{1,5}|[A-Z])\) +")),
    (ProvisionKind.SUBPARAGRAPH, re.compile(r"(?P<number>[a-z]|[ivx]{1,5})[.)] +")),
)  # fmt: skip
_ANNEX_CAPTION = re.compile(
    rf"(?i:{_ANNEXES}) (?i:to|on|concerning|relat|regarding|[àa] |au|de|sur|concernant|al|sobre)[^.;:]{{2,120}}$"
)
_PREAMBLE = re.compile(r"(?i)(?:preamble|pre[áa]mbul[oe])\W*$")
# How a recital opens: a participle or the like, in the languages of agreements.
_RECITALS = (
    r"[a-z]+ing\b(?! agreed)|whereas\b|mindful\b|cogni[sz]ant\b|convinced\b|aware\b|determined\b|anxious\b|desirous\b|"
    r"resolved\b|cons?cious\b|animated\b|inspired\b|concerned\b|prompted\b|moved\b|alarmed\b|encouraged\b|committed\b|"
    r"impelled\b|guided\b|given (?:that|the)\b|faithful\b|eager\b|persuaded\b|"
    r"pursuant to\b|in (?:view|pursuance|conformity|accordance|consideration|order)\b|with a view\b|"
    r"[a-zé]{3,}(?:ando|endo)\b|conscientes?\b|convencid[oa]s\b|deseos[oa]s\b|animad[oa]s\b|inspirad[oa]s\b|"
    r"vu\b|consid[eé]rant\b|d[eé]sireux\b|soucieux\b|conscients?\b|convaincus?\b|reconnaissant\b|rappelant\b|"
    r"(?:not|constat|prenant|tenant|affirm|d[eé]sir|souhait|estim)ant\b|"
    r"[а-яіїєґ]{3,}(?:ая|яя|уя|вая|ясь|аясь|уясь|чи|чись|чая)\b|исходя\b"
)
_RECITAL = re.compile(rf"(?i)[“\"]?(?:(?:and|further|also|again) )*(?:[a-z]+ly )?(?:{_RECITALS})")
#: How a recital opens that is a statement of the parties ("Confirm their tendency ..."): only within a preamble.
STATED = (
    r"(?:Confirm|Take into account|Strive (?:for|to)|Acknowledge|Recogni[sz]e|Reaffirm|Aspire (?:for|to)|Wish to|"
    r"Desire to|Bear in mind|Attach|Consider that|Believe)\b"
)
_STATED = re.compile(STATED, re.IGNORECASE)
# The words by which the parties agree, after their recitals.
_ENACTING = re.compile(
    r"(?i)(?:and )?(?:have|has|having|do|now|hereby|who|agree\b|decides?\b|therefore|acuerdan|acordaram|han |"
    r"sont conven|ont |согласил|договорил|домовил|погодил)"
)
_TESTIMONIUM = re.compile(
    r"(?i)[“\"]?(?:in (?:witness|faith|testimony) (?:whereof|thereof|of which)|done (?:at|in)\b|en f[eé] de lo cual|"
    r"en foi de quoi|fait [aà] |feito em |hecho en |firmado en |совершено в |вчинено (?:в|у) |учинено (?:в|у) )"
)
_LOCUS = re.compile(
    r"(?i)[“\"]?(?:done (?:at|in)\b|fait [aà] |feito em |hecho en |firmado en |совершено в |вчинено (?:в|у) |"
    r"учинено (?:в|у) )"
)
_SUBJECT = re.compile(
    r"(?:setting|establishing|amending|relating|extending|implementing|supplementing|concerning|regarding|between|"
    r"in the form|on|for|of|to)\b"
)
_FOLIO = re.compile(r"[-–\s]*\d{1,4}[-–\s]*$|[IVX]{1,5}$")
_CONTENTS = re.compile(r".*(?:\.\s?){4,}\s*\d{1,4}$|(?i:table of contents|contents|index|[ií]ndice)\W*$")
_CONTENTS_NAME = re.compile(r"(?i)(?:table of contents|contents|index|[ií]ndice|table des mati[eè]res|sommaire)\W*$")
_TITLE = re.compile(
    r"(?i)[“\"]?(?:(?:(?:draft|proposed|revised|text of|standard form|model|supplementary|additional|general|final) ?)*"
    r"(?:[a-z’'-]+ ){0,6}?)(?:treaty|agreement|convention|protocol|covenant|pact|charter|arrangement|exchange of notes|"
    r"memorandum of understanding|declaration|understanding|accord)\b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """What a line is, the number it bears, and how many of its characters are the label."""

    kind: ProvisionKind
    number: str = ""
    label: int = 0


# Before the words of an alternative: who proposes, supports, opposes it.
_WHOSE = re.compile(r"[A-Z][^\[\]{}:.]{0,80}: *")
_NAMED = frozenset({ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ARTICLE})


def line_of(text: str) -> Line | None:
    """The labelled kind of a line: article, paragraph, annex ...; None for words without a label."""
    for kind, pattern in _LABELS:
        match = pattern.match(text)
        if match:
            number = match.group("number") or match.groupdict().get("bracketed") or ""
            return Line(kind, number, match.end())
    return _in_brackets(text) if text[:1] in ("[", "{") else None


def _in_brackets(text: str) -> Line | None:
    """The kind of a line that stands in brackets with its label, as one that is not agreed does: '[Article 5'; of an
    article and what holds articles also behind the name of whoever proposes it, '[Halvern: Article 5'."""
    bare = text[1:].lstrip()
    line = line_of(bare)
    whose = _WHOSE.match(bare) if line is None else None
    if whose:
        bare = bare[whose.end() :]
        line = line_of(bare)
        line = line if line and line.kind in _NAMED else None
    told = line is not None and line.number and line.kind is not ProvisionKind.ANNEX
    return Line(line.kind, line.number, line.label + len(text) - len(bare)) if line and told else None


def is_attached(text: str) -> bool:
    """Whether a line in capitals opens a protocol attached to the instrument before it."""
    return text.isupper() and len(text) < 200 and bool(re.match(r"(?:[A-Z]+ )?PROTOCOLO? ", text))


def is_annex_caption(text: str) -> bool:
    """Whether a line behind the signatures is the name of an annex in words: 'Annexe relative à l'arbitrage'."""
    return bool(_ANNEX_CAPTION.match(text))


def folio(text: str) -> int | None:
    """The number of a page where the line is one and nothing else; it may be, for a cell of a table is too."""
    match = _FOLIO.match(text)
    return numerals.value(text.strip(" -–")) if match else None


def is_contents(text: str) -> bool:
    """Whether the line belongs to a table of contents: its name, or words, dots and a page."""
    return bool(_CONTENTS.match(text))


def names_contents(text: str) -> bool:
    """Whether the line says that a table of contents follows, and no more."""
    return bool(_CONTENTS_NAME.match(text))


def is_enacting(text: str) -> bool:
    """Whether the line says that the parties agree, or what they did to that end, after the recitals."""
    return bool(_ENACTING.match(text))


def lists_recitals(text: str) -> bool:
    """Whether the line ends by announcing recitals: 'and considering:', 'Whereas:'."""
    return bool(re.search(r"(?i)\b(?:considering|whereas|considerando|recognizing|declare|resolved? to)\W*:$", text))


def runs_on_to_enact(text: str) -> bool:
    """Whether the last recital of a list runs on into the words by which the parties agree."""
    return bool(re.search(r"(?i);\s+(?:have|has|do|hereby)\b", text))


def is_subject(text: str) -> bool:
    """Whether a line goes on with a title in small letters: 'setting out ...', 'between ...', 'on the ...'."""
    return len(text) < 400 and bool(_SUBJECT.match(text)) and text.rstrip()[-1] not in ",;:"


def is_preamble(text: str) -> bool:
    """Whether the line only names the preamble."""
    return bool(_PREAMBLE.match(text))


def is_recital(text: str) -> bool:
    """Whether the line opens as a recital does: a participle, 'Whereas', 'Mindful of' ..."""
    return bool(_RECITAL.match(text)) and not (is_title(text) and _is_name(text))


def is_stated(text: str) -> bool:
    """Whether the line, which stands in a preamble, opens with what the parties state: 'Confirm their tendency ...'."""
    return text[:1].isupper() and bool(_STATED.match(text))


def is_testimonium(text: str) -> bool:
    """Whether the line opens the testimonium or says where and when it was done."""
    return bool(_TESTIMONIUM.match(text))


def is_locus(text: str) -> bool:
    """Whether the line begins by saying where the instrument was done, without the testimonium before it."""
    return bool(_LOCUS.match(text))


def is_title(text: str) -> bool:
    """Whether the line may be an instrument's title: it names a kind of instrument and is no sentence."""
    return len(text) < 300 and bool(_TITLE.match(text)) and not re.search(r"[a-z]{2}[:;]$", text.rstrip('”"'))


def is_title_line(text: str) -> bool:
    """Whether a line before the preamble belongs to the title: it may be one, or is set in capitals."""
    if text.isupper() and not text.rstrip().endswith(","):
        return True
    return is_title(text) and not is_recital(text)


def _is_name(text: str) -> bool:
    """Whether every longer word of a line begins with a capital, as in a name and in no recital."""
    long = [word for word in text.split() if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and text.rstrip()[-1] not in ",;"


def is_division(text: str) -> bool:
    """Whether the line names a part, chapter or section."""
    line = line_of(text)
    return line is not None and line.kind in (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION)


def names_article(text: str) -> bool:
    """Whether the line bears an article's number and nothing else ('Article VI')."""
    line = line_of(text)
    return line is not None and line.kind is ProvisionKind.ARTICLE and line.label >= len(text.rstrip())


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are the same in Roman or Arabic, upper or lower case: 'VI', '6', 'vi'."""
    if plain_number(one) == plain_number(other):
        return True
    first, second = numerals.value(one), numerals.value(other)
    return first is not None and first == second


def plain_number(number: str) -> str:
    """A number without blanks, brackets and capitals: '(6 A)' is '6a'."""
    return re.sub(r"[\s().]", "", number).casefold()


def is_next(number: str, before: str) -> bool:
    """Whether `number` comes right after `before`: 'VI' after 'V', '5' after '4', '4a' after '4'."""
    one, other = numerals.value(number), numerals.value(before)
    if one is not None and other is not None:
        return one == other + 1
    return number[:-1].casefold() == before.casefold() and number[-1:].isalpha()
