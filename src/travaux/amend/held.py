"""The places in force: what captions, openings ('In paragraph 3:') and the lists around a passage say of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux import numerals
from travaux.amend.targets import Focus
from travaux.text.address import Address

_HEADED_ITEM = re.compile(r"\W*ARTICLE (\d+)1\. (?=[a-z])")
# How far back from an item's number the first one under an article's number is looked for.
_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Listing:
    """A list that the passage stands in: the style of its labels, the label it has come to, and the place in force."""

    style: str = ""
    label: str = ""
    focus: Focus = ()
    throughout: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """The places in force, one for each list that the passage stands in, outermost first."""

    levels: tuple[Listing, ...] = (Listing(),)

    @property
    def focus(self) -> Focus:
        """The place that holds now."""
        return self.levels[-1].focus

    @property
    def throughout(self) -> bool:
        """Whether what follows is ordered for the whole text ('Throughout the agreement:')."""
        return self.levels[-1].throughout

    @property
    def says(self) -> bool:
        """Whether a place is in force, here or in a list around, or the whole text is ordered about."""
        return any(level.focus or level.throughout for level in self.levels)

    def at_label(self, label: str) -> Held:
        """What holds when an item with a label begins: a list goes on, or another opens within it."""
        style, value = _style(label), _value(label)
        focus = _without_item(self.focus, value)
        if focus != self.focus:
            return self.narrowed(focus, throughout=False).at_label(label)
        kept = self.levels
        for index in range(len(self.levels) - 1, 0, -1):
            level = self.levels[index]
            if level.style == style and (_value(level.label) < value or index == len(self.levels) - 1):
                kept = self.levels[:index]
                break
        return Held((*kept, Listing(style, label, kept[-1].focus, kept[-1].throughout)))

    def narrowed(self, focus: Focus | None, *, throughout: bool) -> Held:
        """What holds once a caption or opening named a place."""
        level = self.levels[-1]
        said = replace(level, focus=level.focus if focus is None else focus, throughout=level.throughout or throughout)
        return Held((*self.levels[:-1], said))


def _style(label: str) -> str:
    """What kind of label: '1.', '(1)', 'a.', '(a)', 'A.', 'iv)'."""
    kind = "9" if re.search(r"\d", label) else "A" if re.search(r"[A-Z]", label) else "a"
    return re.sub(r"\w+", kind, label.replace(" ", ""))


def _value(label: str) -> int:
    """The number of a label among its like: '(c)' is 3."""
    inner = re.sub(r"\W", "", label)
    if inner.isdecimal():
        return int(inner)
    if len(inner) > 1 and numerals.from_roman(inner):
        return numerals.from_roman(inner) or 0
    return ord(inner[:1].lower() or "a") - 96


def _without_item(focus: Focus, item: int) -> Focus:
    """'article 710.' before item 13 is Article 7 and item 10, run together where line breaks were lost."""
    number = focus[0].steps[-1].value if len(focus) == 1 and len(focus[0].steps) == 1 else ""
    if not number.isdecimal() or len(number) < 3 or item < 10:
        return focus
    for first in range(item, max(item - _ITEMS, 9), -1):
        rest = number.removesuffix(str(first))
        if rest and rest != number and not rest.startswith("0"):
            return (Address((replace(focus[0].steps[0], value=rest),)),)
    return focus


def without_first_item(words: str, left: Focus | None) -> Focus | None:
    """'ARTICLE 61. the present text ...' is Article 6 and item 1, where capitals and line breaks were lost."""
    joined = _HEADED_ITEM.match(words)
    if joined is None or left is None or left[0].steps[0].value != f"{joined[1]}1":
        return left
    return (Address((replace(left[0].steps[0], value=joined[1]), *left[0].steps[1:])),)
