"""What a line says that no language hides: days, figures, references by number, and the names of States and places.

The other words are not understood, and nothing is said of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from travaux import numerals
from travaux.text.dates import dates
from travaux.text.number_words import number_words, ordinal_words

#: What the parts of a text are called in references, with the endings of their cases and plurals.
LEVELS = {
    "article": r"articles?|art[ií]culos?|artigos?|articol[oi]|artikeln?|arts?\.|стат[ьт]\w*|ст\.",
    "annex": r"annex(?:es)?|annexes?|anexos?|allegat[oi]|anhangs?|anlagen?|приложени\w*|додат\w*",
    "paragraph": r"(?:sub)?paragraphs?|paragraphes?|alin[ée]as?|p[áa]rrafos?|par[áa]grafos?|paragraf[oi]|abs[äa]tz\w*|"
    r"numerales|numeral|incisos?|apartados?|пункт\w*|абзац\w*|частин\w*|част[ьи]\w*|comm[ai]|ziffern?",
}
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,2})?|[IVXLC]+(?![\w’']))(?:\s?(?:bis|ter|quater)\b)?(?:\s?\([a-zа-я0-9]{1,4}\))?"
_LIST = r"\s*(?:,|;|and|or|to|et|ou|à|y|o|u|a|e|und|oder|bis|и|или|і|та|або|до|[–-])\s*"
_REFERENCE = {
    level: re.compile(rf"(?i:\b(?:{names}))\s*(?:(?i:n[o°º]s?\.?)\s*)?(?P<numbers>{_NUMBER}(?:{_LIST}{_NUMBER})*)")
    for level, names in LEVELS.items()
}
_FIGURE = re.compile(r"(?<![\w.])\d+(?:[.,\u00a0\u202f\s](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?(?!\w)")
# "por ciento" counts nothing.
_PER_CENT = re.compile(r"(?i)\b(?:por ciento|por cien|pour cents?|per cento|por cento|per cent)\b")
_ENUMERATED = re.compile(r"^\s*[“\"«]?\(?(?:\d{1,3}|[a-z]{1,3}|[IVXivx]{1,5})[.)]+\s")
_NAME = re.compile(r"[^\W\d_][\w’'-]*")
_SENTENCE = re.compile(r"(?:^|[.:;!?»”\"—–]\s*[«“\"]?\s*)$")
# Smaller numbers in words are articles, or said by "both".
_LEAST_IN_WORDS = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said, in a form that is the same in every language, with the words that say it."""

    value: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a line by what they are, in reading order."""

    dates: tuple[Fact, ...] = ()
    figures: tuple[Fact, ...] = ()
    references: tuple[Fact, ...] = ()
    names: tuple[Fact, ...] = ()


def facts(line: str, language: str, *, ordinals: bool = True) -> Facts:
    """The facts of a line. A figure given twice, as in "thirty (30) days", is one.

    >>> told = facts("Within thirty (30) days Japan shall act under Article VI of the Treaty of May 2, 1951.", "en")
    >>> [[fact.value for fact in found] for found in (told.dates, told.figures, told.references, told.names)]
    [['1951-05-02'], ['30'], ['article 6'], ['JP', 'treaty']]
    """
    days = tuple(
        Fact(day.date.isoformat(), line[day.start : day.end], day.start, day.end) for day in dates(line, language)
    )
    line = _masked(line, days)
    references = tuple(_references(line))
    line = _masked(line, references)
    states = tuple(_states(line, language))
    named = (*states, *(_names(_masked(line, states))))
    figures = _figures(line, language, ordinals)
    return Facts(days, figures, references, tuple(sorted(named, key=lambda fact: fact.start)))


def _masked(line: str, found: tuple[Fact, ...]) -> str:
    for fact in found:
        line = line[: fact.start] + "\u2007" * (fact.end - fact.start) + line[fact.end :]
    return line


def _references(line: str) -> Iterator[Fact]:
    for level, pattern in _REFERENCE.items():
        for match in pattern.finditer(line):
            for number in re.finditer(_NUMBER, match["numbers"]):
                start = match.start("numbers") + number.start()
                yield Fact(
                    f"{level} {_plain(number.group())}",
                    match.group(),
                    start if number.start() else match.start(),
                    start + len(number.group()),
                )


def _plain(number: str) -> str:
    """A number in one writing: 'VI bis' is '6bis', '4 (a)' is '4(a)'."""
    head = re.match(r"[IVXLC]+(?![\w.])|\d+(?:\.\d+)?", number)
    count = numerals.from_roman(head.group()) if head and not head.group()[0].isdigit() else None
    rest = re.sub(r"\s", "", number[head.end() :] if head else number)
    return f"{count or (head.group() if head else '')}{rest}"


def _figures(line: str, language: str, ordinals: bool) -> tuple[Fact, ...]:
    label = _ENUMERATED.match(line)
    hidden = [*([label] if label else []), *_PER_CENT.finditer(line)]
    line = _masked(line, tuple(Fact("", "", *match.span()) for match in hidden))
    found = [Fact(_value(match.group()), match.group(), *match.span()) for match in _FIGURE.finditer(line)]
    spelled = [each for each in number_words(line, language) if each.value >= _LEAST_IN_WORDS]
    spelled += [each for each in ordinal_words(line, language) if each.value >= _LEAST_IN_WORDS] if ordinals else []
    found += [Fact(str(each.value), line[each.start : each.end], each.start, each.end) for each in spelled]
    found.sort(key=lambda fact: fact.start)
    once: list[Fact] = []
    for fact in found:
        between = line[once[-1].end : fact.start] if once else " "
        if not (once and once[-1].value == fact.value and re.fullmatch(r"\s*[(\[]\s*", between)):
            once.append(fact)
    return tuple(once)


def _value(figure: str) -> str:
    """A figure in one writing: '1,000', '1.000' and '1 000' are '1000', '2,5' is '2.5'."""
    whole = re.fullmatch(r"(\d{1,3}(?:[.,\s]\d{3})+)(?:[.,](\d+))?", figure)
    if whole:
        digits = re.sub(r"\D", "", whole[1])
        return f"{digits}.{whole[2]}" if whole[2] else digits
    return re.sub(r"^0+(?=\d)", "", figure.replace(",", "."))


def _states(line: str, language: str) -> Iterator[Fact]:
    """States, by the names that the language has for them; case endings hide them in some."""
    pattern, codes = _territories(language)
    for match in pattern.finditer(line):
        yield Fact(codes[match.group()], match.group(), *match.span())


@cache
def _territories(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {str(name): code for code, name in Locale(language or "en").territories.items() if code.isalpha()}
    words = sorted((name for name in names if len(name) > 3), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b"), names


def _names(line: str) -> Iterator[Fact]:
    """Words with a capital within a sentence, without their accents; words in capitals throughout are none."""
    for match in _NAME.finditer(line):
        word = re.sub(r"[’']s?$", "", match.group())
        word = re.sub(r"^[dlDL][’']", "", word)
        if not word[:1].isupper() or len(word) < 3 or word.isupper() or _SENTENCE.search(line, 0, match.start()):
            continue
        yield Fact(fold(word), word, *match.span())


def fold(word: str) -> str:
    """A word without accents and capitals.

    >>> fold("Península")
    'peninsula'
    """
    plain = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
