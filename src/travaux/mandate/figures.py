"""The figures that words name, written out or not: 'forty-eight hours' and '48 hours' both name 48."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from travaux import numerals

_DIGITS = str.maketrans("0123456789.", "abcdefghijk")
_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?")
_SMALL = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_FIGURE = r"[$£¥€]?(?:\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?)"
_SCALE = r"(?P<times> (?:hundred|thousand|million|billion))"
#: What has the amount, between the words that bound it and the figure: 'exceed a payment of twelve million'.
_OF = r"(?:(?:an?|the|our|this) (?:[a-z]+ ){1,3}?(?:of )?)?"
_BOUND = re.compile(
    rf"(?i)\b(?:(?:between|from)(?P<between>)|(?P<least>at least|not? (?:less|fewer|lower|shorter) than|not below|"
    rf"minimum(?: [a-z]+){{0,5}}? (?:is|should be|shall be|of)|as (?:low|few|little) as|down to|not go below)|"
    rf"up to|at most|not? (?:more|longer|higher|greater|further) than|not (?:to )?exceed(?:ing)?|not (?:go )?beyond|"
    rf"maximum(?: [a-z]+){{0,5}}? (?:is|should be|shall be|of)|as (?:far|high|many|much|long) as|not above) "
    rf"{_OF}(?P<figure>{_FIGURE}){_SCALE}?(?(between) (?:and|to) (?P<other>{_FIGURE}))"
)
_BEYOND = re.compile(
    rf"(?i)\b(?:(?P<more>(?:more|longer|higher|greater|further) than|above|over|beyond|in excess of|exceed(?:ing)?)|"
    rf"(?:less|fewer|lower|shorter) than|below|under) {_OF}(?P<figure>{_FIGURE}){_SCALE}?"
)
_BOTH = re.compile(
    r"(?i)\b(?:more|longer|higher|greater) than [^,;]{1,40}? (?:but|and) (?:less|fewer|shorter|lower) than\b"
)
_OR_MORE = re.compile(r"(?i)\bor (?:(?P<more>more|longer|higher|over|above|greater)|less|fewer|shorter|lower|under)\b")
#: 'Article 6', 'paras 2 and 3': what is numbered is not counted.
_NUMBERED = re.compile(
    r"(?i)\b(?:articles?|arts?\.?|(?:sub-?)?para(?:graph)?s?|sections?|clauses?|annex(?:es)?|chapters?|parts?|tab|nos?\.?|"
    r"(?:dep|emb|ur|ref)tels?) (?:\d+(?:, | and | to | through |-))*$"
)
_UNIT = re.compile(r"(?:years?|months?|weeks?|days?|hours?|miles?|nations?|power|point|member|man|ton|percent)$")
#: What a figure is more than another by, at least.
_NEXT = 1e-6
_TIMES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}


def spelled(words: str) -> str:
    """Words followed by their figures, each as a word of letters, so that 12,000 is like twelve thousand."""
    return " ".join((words, *(f"figure-{each.translate(_DIGITS)}" for each in sorted(figures(words)))))


def figures(words: str) -> frozenset[str]:
    """The figures in words, as they are counted; ordinals name none, nor do the numbers of provisions.

    >>> sorted(figures("Six vessels of 1,500 tons, or five hundred; the third for twenty-four hours"))
    ['1500', '24', '500', '6']
    """
    found: list[str] = []
    joined = False
    for token in _TOKEN.finditer(words):
        said = token.group().lower()
        times = _TIMES.get(said.removesuffix("s"))
        if times is not None:
            if joined:
                found[-1] = _plain(Decimal(found[-1]) * times)
            continue
        number = None if _NUMBERED.search(words, max(0, token.start() - 40), token.start()) else _number(said)
        joined = number is not None
        if number is not None:
            found.append(number)
    return frozenset(found)


def place(words: str) -> tuple[int, int] | None:
    """Where the one figure in words stands; None where there is none or more than one.

    >>> place("a term of ten years"), place("six vessels for ten days")
    ((10, 13), None)
    """
    found = [token.span() for token in _TOKEN.finditer(words) if figures(token.group())]
    return found[0] if len(found) == 1 else None


class Bounds(NamedTuple):
    """How far figures may go: from `least` to `most`, None where there is no end."""

    least: float | None
    most: float | None

    def has(self, figure: str) -> bool:
        """Whether a figure, as `figures` gives it, lies within."""
        value = float(figure)
        return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)


def bounds(words: str) -> Bounds | None:
    """How far words let their figures go; None where they do not say, or say it of more than one.

    >>> bounds("up to six vessels"), bounds("between 1,000 and 2,000 tons")
    (Bounds(least=None, most=6.0), Bounds(least=1000.0, most=2000.0))
    >>> bounds("not less than sixty hours"), bounds("six vessels")
    (Bounds(least=60.0, most=None), None)
    >>> bounds("The maximum we can pay is twelve million.")
    Bounds(least=None, most=12000000.0)
    """
    found = [each for each in _BOUND.finditer(words) if figures(each["figure"])]
    if not found:
        return _behind(words)
    if len(found) != 1:
        return None
    (one,) = found
    if one["other"]:
        ends = sorted(float(each) for said in (one["figure"], one["other"]) for each in figures(said))
        return Bounds(*ends) if len(ends) == 2 else None
    (value,) = figures(f"{one['figure']} {one['times'] or ''}")
    return Bounds(float(value), None) if one["least"] else Bounds(None, float(value))


def are_several(words: str) -> bool:
    """Whether words bound more than one amount: 'up to ten million at not less than four percent'."""
    return sum(1 for each in _BOUND.finditer(words) if figures(each["figure"])) > 1


def _behind(words: str) -> Bounds | None:
    """The same where it is told behind a figure: 'ten or more', 'more than six but less than twelve'."""
    both = _BOTH.search(words)
    if both is not None and len(figures(words)) == 2:
        least, most = sorted(map(float, figures(words)))
        return Bounds(least + _NEXT, most - _NEXT)
    found = _OR_MORE.search(words)
    if found is None or len(figures(words)) != 1:
        return None
    (value,) = figures(words)
    return Bounds(float(value), None) if found["more"] else Bounds(None, float(value))


def beyond(words: str) -> Bounds | None:
    """The figures that words say are too many or too few: 'more than six', 'less than five'; None where they do not.

    >>> beyond("any term of less than five years")
    Bounds(least=None, most=4.999999)
    >>> beyond("Do not go beyond a payment of six million.")
    Bounds(least=6000000.000001, most=None)
    """
    found = next((each for each in _BEYOND.finditer(words) if figures(each["figure"])), None)
    if found is None:
        return None
    (said,) = figures(f"{found['figure']} {found['times'] or ''}")
    value = float(said)
    return Bounds(value + _NEXT, None) if found["more"] else Bounds(None, value - _NEXT)


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name figures, and none that is the same: a ban on fourteen is none on twelve."""
    return bool(one and other) and not one & other


def _plain(value: Decimal) -> str:
    return str(int(value)) if value == int(value) else str(value.normalize())


def _number(said: str) -> str | None:
    if said[0].isdigit():
        return said.replace(",", "")
    if said in _SMALL:
        return str(_SMALL[said])
    head, dash, unit = said.partition("-")
    if dash and _UNIT.match(unit):
        return _number(head)  # 'a five-year term'
    # 'thirteenth' counts a place, not an amount.
    counted = None if said.endswith(("th", "st", "nd", "rd")) else numerals.in_words(said)
    return None if counted is None else str(counted)
