"""Numbers written in words, in the languages of agreements: 'thirty', 'treinta', 'quatre-vingt-dix', 'тридцати'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

# For each language the words of 1 to 20, of 30 to 90 by tens, of 100 to 900 by hundreds where they are words of their
# own, and of 1000; forms of one number parted by strokes. Cyrillic ones are stems, since their endings change.
_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty",
    "fr": "un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "es": "un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis/dieciseis diecisiete dieciocho diecinueve veinte",
    "pt": "um/uma dois/duas três/tres quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
    "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte",
    "it": "un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici "
    "sedici diciassette diciotto diciannove venti",
    "de": "ein/eins/eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn zwanzig",
    "ru": "один/одна/одного два/две/двух/двумя три/трех/трёх/трем четыре/четырех/четырёх пять/пяти шесть/шести "
    "семь/семи восемь/восьми девять/девяти десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати "
    "тринадцать/тринадцати четырнадцать/четырнадцати пятнадцать/пятнадцати шестнадцать/шестнадцати "
    "семнадцать/семнадцати восемнадцать/восемнадцати девятнадцать/девятнадцати двадцать/двадцати",
    "uk": "один/одна/одного два/дві/двох/двома три/трьох/трьом чотири/чотирьох п’ять/п'ять/п’яти/п'яти шість/шести "
    "сім/семи вісім/восьми дев’ять/дев'ять/дев’яти/дев'яти десять/десяти одинадцять/одинадцяти дванадцять/дванадцяти "
    "тринадцять/тринадцяти чотирнадцять/чотирнадцяти п’ятнадцять/п'ятнадцять/п’ятнадцяти шістнадцять/шістнадцяти "
    "сімнадцять/сімнадцяти вісімнадцять/вісімнадцяти дев’ятнадцять/дев'ятнадцять двадцять/двадцяти",
}
_TENS = {
    "en": "thirty forty fifty sixty seventy eighty ninety",
    "fr": "trente quarante cinquante soixante soixante-dix/septante quatre-vingt/quatre-vingts/huitante "
    "quatre-vingt-dix/nonante",
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "pt": "trinta quarenta cinquenta/cinqüenta sessenta setenta oitenta noventa",
    "it": "trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "de": "dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "ru": "тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти "
    "восемьдесят/восьмидесяти девяносто/девяноста",
    "uk": "тридцять/тридцяти сорок/сорока п’ятдесят/п'ятдесят/п’ятдесяти шістдесят/шістдесяти сімдесят/сімдесяти "
    "вісімдесят/вісімдесяти дев’яносто/дев'яносто",
}
_HUNDREDS = {
    "es": "cien/ciento doscientos/doscientas trescientos/trescientas cuatrocientos/cuatrocientas quinientos/quinientas "
    "seiscientos/seiscientas setecientos/setecientas ochocientos/ochocientas novecientos/novecientas",
    "pt": "cem/cento duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas "
    "seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas",
    "ru": "сто/ста двести/двухсот триста/трехсот четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "uk": "сто/ста двісті/двохсот триста/трьохсот чотириста п’ятсот/п'ятсот шістсот сімсот вісімсот "
    "дев’ятсот/дев'ятсот",
}
# Words that multiply what stands before them.
_TIMES = {
    "en": {"hundred": 100, "thousand": 1000},
    "fr": {"cent": 100, "cents": 100, "mille": 1000, "mil": 1000},
    "es": {"mil": 1000},
    "pt": {"mil": 1000},
    "it": {"cento": 100, "mille": 1000, "mila": 1000},
    "de": {"hundert": 100, "tausend": 1000},
    "ru": {"тысяча": 1000, "тысячи": 1000, "тысяч": 1000},
    "uk": {"тисяча": 1000, "тисячі": 1000, "тисяч": 1000},
}
_JOINING = {"en": "and", "fr": "et", "es": "y", "pt": "e", "it": "e", "de": "und", "ru": "", "uk": ""}
# "veintiuno", "ventuno", "einundzwanzig": the twenties and the like that are one word.
_GLUED = {
    "es": {f"veinti{word}": 20 + value for word, value in (
        ("uno", 1), ("ún", 1), ("una", 1), ("un", 1), ("dós", 2), ("dos", 2), ("trés", 3), ("tres", 3), ("cuatro", 4),
        ("cinco", 5), ("séis", 6), ("seis", 6), ("siete", 7), ("ocho", 8), ("nueve", 9))},
}  # fmt: skip
# Ordinals from the second on, as far as each language has words of its own; fractions are made of them.
_ORDINALS = {
    "en": "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "deuxième/second/seconde troisième/tiers quatrième cinquième sixième septième huitième neuvième dixième "
    "onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième",
    "es": "segundo/segunda tercero/tercer/tercera/tercio cuarto/cuarta quinto/quinta sexto/sexta séptimo/séptima "
    "octavo/octava noveno/novena décimo/décima undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto "
    "decimoséptimo decimoctavo decimonoveno vigésimo",
    "pt": "segundo/segunda terceiro/terceira/terço quarto/quarta quinto/quinta sexto/sexta sétimo/sétima oitavo/oitava "
    "nono/nona décimo/décima",
    "it": "secondo/seconda terzo/terza quarto/quarta quinto/quinta sesto/sesta settimo/settima ottavo/ottava nono/nona "
    "decimo/decima undicesimo dodicesimo tredicesimo quattordicesimo quindicesimo",
}
_ORDINAL_TENS = {
    "en": "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
    "fr": "trentième quarantième cinquantième soixantième soixante-dixième quatre-vingtième quatre-vingt-dixième",
    "es": "trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo",
    "pt": "trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo nonagésimo",
    "it": "trentesimo quarantesimo cinquantesimo sessantesimo settantesimo ottantesimo novantesimo",
}
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class NumberInWords:
    """A number that words `start` to `end` of a line say."""

    value: int
    start: int
    end: int


def number_words(line: str, language: str) -> Iterator[NumberInWords]:
    """The numbers that a line says in words, in order.

    >>> [each.value for each in number_words("within thirty days and one hundred and twenty hours", "en")]
    [30, 120]
    >>> [each.value for each in number_words("mil novecientos noventa y seis", "es")]
    [1996]
    """
    known = _table(language) | _TIMES.get(language, {})
    joining = _JOINING.get(language, "")
    words = _words(line, joining, known)
    at = 0
    while at < len(words):
        said: list[_Word] = []
        while at < len(words) and _goes_on(said, words[at], known):
            said.append(words[at])
            at += 1
        if said:
            yield NumberInWords(_total([each.word for each in said], known), said[0].start, said[-1].end)
        else:
            at += 1


def ordinal_words(line: str, language: str) -> Iterator[NumberInWords]:
    """The ordinals from the second on that a line says in words, and the parts that fractions name by them.

    >>> [each.value for each in ordinal_words("the thirtieth day; as to three fifths", "en")]
    [30, 5]
    """
    known = _ordinals(language)
    for match in _WORD.finditer(line):
        word = match.group().casefold()
        value = known.get(word) or known.get(word.removesuffix("s"))
        if value:
            yield NumberInWords(value, *match.span())


def number_of(words: str) -> int | None:
    """The number that English words are, cardinal or ordinal, in figures or in words; None where they are no number.

    >>> [number_of(words) for words in ("thirty (30)", "a", "one hundred and eighty", "hundred and twentieth", "first")]
    [30, 1, 180, 120, 1]
    >>> number_of("several")
    """
    figures = re.search(r"\d+", words)
    if figures:
        return int(figures.group())
    known = _counting()
    said = [word for word in re.split(r"[\s-]+", words.casefold().strip(" -")) if word != "and"]
    return _total(said, known) if said and all(word in known for word in said) else None


@cache
def _counting() -> dict[str, int]:
    """The English words of one number each, cardinals and ordinals, and how some write them."""
    single = {word: value for word, value in (_ordinals("en") | _table("en")).items() if "-" not in word}
    return single | _TIMES["en"] | {"first": 1, "hundredth": 100, "thousandth": 1000, "a": 1, "an": 1, "fourty": 40}


def has_ordinals(language: str) -> bool:
    """Whether the ordinals of a language are known."""
    return language in _ORDINALS


@cache
def _ordinals(language: str) -> dict[str, int]:
    rows = ((_ORDINALS, range(2, 21)), (_ORDINAL_TENS, range(30, 100, 10)))
    found = {
        form: value
        for words, values in rows
        for forms, value in zip(words.get(language, "").split(), values, strict=False)
        for form in forms.split("/")
    }
    if language == "en":
        units = [(word, value) for word, value in found.items() if value < 10] + [("first", 1)]
        tens = zip(["twenty", *_TENS["en"].split()], range(20, 100, 10), strict=True)
        found |= {f"{ten}-{unit}": value + more for ten, value in tens for unit, more in units}
    return found


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its place, and what joins it to the word before: a blank, the word for "and", or nothing ("")."""

    word: str
    start: int
    end: int
    joined: str


def _words(line: str, joining: str, known: Mapping[str, int]) -> list[_Word]:
    """The words of a line; a joining word between two numbers is taken into the one that follows it."""
    found: list[_Word] = []
    matches = list(_WORD.finditer(line))
    end, joined = 0, ""
    for place, match in enumerate(matches):
        word = match.group().casefold()
        blank = line[end : match.start()].isspace()
        after = matches[place + 1].group().casefold() if place + 1 < len(matches) else ""
        if joining and word == joining and blank and after in known:
            end, joined = match.end(), "and"
            continue
        found.append(_Word(word, match.start(), match.end(), joined if blank and joined else " " if blank else ""))
        end, joined = match.end(), ""
    return found


def _goes_on(said: list[_Word], word: _Word, known: Mapping[str, int]) -> bool:
    """Whether a word is part of the number begun: 'two and three' are two numbers, 'forty and three' is one."""
    if word.word not in known:
        return False
    if not said:
        return True
    last, value = known[said[-1].word], known[word.word]
    if word.joined == "and":
        return last >= 20 and value < 100 and value < last
    return bool(word.joined) and (last >= 20 or value >= 100)


def _total(words: list[str], known: Mapping[str, int]) -> int:
    total = part = 0
    for word in words:
        value = known[word]
        if value >= 1000:
            total += max(part, 1) * value
            part = 0
        elif value == 100 and 0 < part < 100:
            part *= value
        else:
            part += value
    return total + part


@cache
def _table(language: str) -> dict[str, int]:
    found: dict[str, int] = dict(_GLUED.get(language, {}))
    rows = (
        (_UNITS, range(1, 21)),
        (_TENS, range(30, 100, 10)),
        (_HUNDREDS, range(100, 1000, 100)),
    )
    for words, values in rows:
        for forms, value in zip(words.get(language, "").split(), values, strict=False):
            for form in forms.split("/"):
                found.setdefault(form, value)
    for tens, value in list(found.items()):
        if value in range(20, 100, 10):
            # "twenty-one", "trente-deux", "soixante-quinze", "einundzwanzig".
            for unit, more in list(found.items()):
                if 0 < more < (20 if language == "fr" else 10) and "-" not in tens + unit:
                    found.setdefault(f"{tens}-{unit}", value + more)
                    if language == "de":
                        found.setdefault(f"{unit}und{tens}", value + more)
    if language == "fr":
        found |= {f"quatre-vingt-{unit}": 80 + more for unit, more in _french_units().items()}
    return found


def _french_units() -> dict[str, int]:
    names = _UNITS["fr"].split()
    return {form: value for value, forms in enumerate(names, 1) for form in forms.split("/") if value < 20}
