"""What one line of an instrument is, by how it begins: a table of conventions that a reader can extend."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux import numerals
from travaux.text.draft import ProvisionKind

_NUMBER = (
    r"(?:[IVXLC]+|[ivxlc]+|\d{1,3}[A-Za-z]?|[A-Z]|ONE|TWO|THREE|One|Two|Three|FIRST|First)"
    r"(?: ?(?:bis|ter|quater|quinquies))?"
)

# A label with its number, and whether words may follow it on the same line.
_LABELS = (
    (ProvisionKind.ANNEX, re.compile(rf"(?i:annex|appendix|schedule|protocol)(?: (?P<number>{_NUMBER}))?\W*$")),
    (ProvisionKind.PART, re.compile(rf"(?i:part|title) (?P<number>{_NUMBER})(?:\W*$|[.:–—-] ?)")),
    (ProvisionKind.CHAPTER, re.compile(rf"(?i:chapter) (?P<number>{_NUMBER})(?:\W*$|[.:–—-] ?)")),
    (ProvisionKind.SECTION, re.compile(rf"(?i:section) (?P<number>{_NUMBER})(?:\W*$|[.:–—-] ?)")),
    (
        ProvisionKind.ARTICLE,
        re.compile(rf"[“\"]?(?i:article|art\.) (?P<number>{_NUMBER})(?:\W*$|[.:)]? ?[–—-] ?|[.:)] ?| (?=[A-Z]))"),
    ),
    (
        ProvisionKind.PARAGRAPH,
        re.compile(r"(?P<number>\d{1,3}(?:[A-Za-z]| ?(?:bis|ter|quater|quinquies))?)(?:[.)]|\.\)) +"),
    ),
    (ProvisionKind.PARAGRAPH, re.compile(r"\((?P<number>\d{1,3})\) +")),
    (ProvisionKind.SUBPARAGRAPH, re.compile(r"\((?P<number>[a-z]{1,2}|[ivx]{1,5}|[A-Z])\) +")),
    (ProvisionKind.SUBPARAGRAPH, re.compile(r"(?P<number>[a-z]|[ivx]{1,5})[.)] +")),
)  # fmt: skip
_PREAMBLE = re.compile(r"(?i)preamble\W*$")
_RECITAL = re.compile(
    r"(?i)[“\"]?(?:and )?(?:[a-z]+ly )?(?:[a-z]+ing\b|whereas\b|mindful\b|convinced\b|aware\b|determined\b|anxious\b|"
    r"desirous\b|resolved\b|conscious\b|animated\b|inspired\b|concerned\b|prompted\b|moved\b|alarmed\b|encouraged\b|"
    r"in (?:view|pursuance|conformity|accordance|consideration|order)\b|with a view\b)"
)
_TESTIMONIUM = re.compile(r"(?i)[“\"]?(?:in (?:witness|faith|testimony) (?:whereof|thereof|of which)|done (?:at|in)\b)")
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


def line_of(text: str) -> Line | None:
    """The labelled kind of a line: article, paragraph, annex ...; None for words without a label."""
    for kind, pattern in _LABELS:
        match = pattern.match(text)
        if match:
            return Line(kind, match.group("number") or "", match.end())
    return None


def is_preamble(text: str) -> bool:
    """Whether the line only names the preamble."""
    return bool(_PREAMBLE.match(text))


def is_recital(text: str) -> bool:
    """Whether the line opens as a recital does: a participle, 'Whereas', 'Mindful of' ..."""
    return bool(_RECITAL.match(text))


def is_testimonium(text: str) -> bool:
    """Whether the line opens the testimonium or says where and when it was done."""
    return bool(_TESTIMONIUM.match(text))


def is_title(text: str) -> bool:
    """Whether the line may be an instrument's title: it names a kind of instrument and is no sentence."""
    return len(text) < 300 and bool(_TITLE.match(text)) and not re.search(r"[a-z]{2}[:;]$", text.rstrip('”"'))


def is_title_line(text: str) -> bool:
    """Whether a line before the preamble belongs to the title: it may be one, or is set in capitals."""
    if text.isupper() and not text.rstrip().endswith(","):
        return True
    return is_title(text) and not is_recital(text)


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
