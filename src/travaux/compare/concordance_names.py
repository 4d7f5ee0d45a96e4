"""Which names are the same in two languages, told from the texts themselves: those that both have, or nearly so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from travaux.text.facts import Fact, Facts

# Names that share so much (0 to 100) are one name in two languages, or a name misspelled.
_ALIKE = 80.0
# Capitalised words of agreements that are no names, where two languages happen to share them.
_NO_NAMES = frozenset(
    "article articles annex annexe annexes part parties party partie state states government treaty convention "
    "protocol protocole agreement accord contracting chapter section president minister ministre commission "
    "union".split()
)


# Of the places of a name so many have the name that it is in the other text.
_OFTEN = 0.5


@dataclass(frozen=True, slots=True)
class NamesOfBoth:
    """For each name of one text the name of the other that it is, as far as both have it in the same places."""

    answers: dict[str, str]

    def apart(self, ours: tuple[Fact, ...], theirs: tuple[Fact, ...]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
        """Of the names of two provisions those that the other should have and has not, and what stands in their
        place in another spelling."""
        there = {fact.value for fact in theirs}
        wanted = {self.answers[fact.value] for fact in ours if fact.value in self.answers}
        left = tuple(
            each for each in _once(ours) if each.value in self.answers and self.answers[each.value] not in there
        )
        spare = tuple(fact for fact in _once(theirs) if fact.value not in wanted)
        known = frozenset(self.answers.values())
        right = tuple(
            each for each in spare if each.value in known or any(_is_near(each.value, one.value) for one in left)
        )
        return left, right


def names_of_both(pairs: Iterable[tuple[Facts, Facts]]) -> NamesOfBoth:
    """The names that two texts share, by the provisions that answer to each other."""
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for one, other in pairs:
        first, second = _values(one), _values(other)
        ours.update(first)
        theirs.update(second)
        together.update((name, answer) for name in first for answer in second if _is_near(name, answer))
    answers: dict[str, str] = {}
    for (name, answer), count in sorted(
        together.items(), key=lambda each: (each[0][0] != each[0][1], -each[1], each[0])
    ):
        often = count >= _OFTEN * max(ours[name], theirs[answer])
        if often and name not in answers and answer not in answers.values():
            answers[name] = answer
    return NamesOfBoth(answers)


def _values(said: Facts) -> frozenset[str]:
    return frozenset(fact.value for fact in said.names) - _NO_NAMES


def _is_near(name: str, other: str) -> bool:
    """Whether two names may be one; the codes of States are the same or not."""
    if name == other:
        return True
    return min(len(name), len(other)) >= 4 and fuzz.ratio(name, other) >= _ALIKE


def _once(facts: tuple[Fact, ...]) -> list[Fact]:
    return list({fact.value: fact for fact in reversed(facts)}.values())[::-1]
