"""Finds the words that a passage quotes in the draft it amends: letter for letter first, then under named rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from travaux import numerals
from travaux.amend.fit import Misfit, Rule, occurrences
from travaux.amend.operations import DeleteWords, Place, SubstituteWords, Where
from travaux.compare.misprint import misprint
from travaux.text.address import WHOLE, Address, Level
from travaux.text.draft import Draft, words_of
from travaux.text.locate import locate
from travaux.text.spot import Path, Spot, paths_below, provision_at

#: Levels of the paper that a text was written on. A draft is kept without them.
OF_PAPER = frozenset({Level.PAGE, Level.LINE})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the line, label and content, of the provision at `path`."""

    path: Path
    start: int
    end: int


#: One place of words; of more than one stretch where they run over lines.
Match = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where words are looked for: a spot, what the passage calls it, and the rules that it was found by."""

    spot: Spot
    name: str
    at: Address
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Which:
    """Which of several places of words is meant: counted ("last"), or by what stands beside it; neither: the only."""

    occurrence: str = ""
    place: Place | None = None


def which(operation: SubstituteWords | DeleteWords) -> Which:
    """Which place of its old words an operation means."""
    return Which(operation.occurrence, operation.place)


def scope(draft: Draft, target: Address) -> Scope:
    """Where the words of a target are. A page or line is passed over under a named rule.

    Raises UnknownProvision.
    """
    kept = tuple(step for step in target.steps if step.level not in OF_PAPER)
    paper = [step for step in target.steps if step.level in OF_PAPER]
    spot = locate(draft, Address(kept)) if kept else Spot(())
    name = str(Address(kept)) if kept and kept[0].level is not Level.WHOLE else "the draft"
    rules = reading_rule(spot)
    if paper:
        message = f"“{', '.join(map(str, paper))}” was not checked: a draft is kept without pages and lines."
        rules = (*rules, Rule("page-not-checked", message))
    return Scope(spot, name, Address(kept) if kept else WHOLE, rules)


def reading_rule(spot: Spot) -> tuple[Rule, ...]:
    """The disputable rule that a spot was found by, where there is one."""
    return (Rule(spot.reading.code, spot.reading.message),) if spot.reading else ()


def every(draft: Draft, within: Scope, words: str) -> tuple[list[Match], tuple[Rule, ...]]:
    """Every place of the words, and the rules it took to find them. Raises Misfit where there is none."""
    found = places(draft, within.spot, words)
    if found:
        if within.spot.path or within.rules:
            return found, within.rules
        message = f"The passage names no provision; “{words}” stands in the draft as it says."
        return found, (Rule("only-place", message),)
    found = places(draft, within.spot, words, tolerant=True)
    if found:
        message = f"“{words}” was taken to mean “{written(draft, found[0])}”, as the draft writes it."
        return found, (*within.rules, Rule("letters-differ", message))
    found = _across(draft, within.spot, words)
    if found:
        message = f"“{words}” runs over {len(found[0])} lines of the draft."
        return found, (*within.rules, Rule("across-lines", message))
    found = _misprinted(draft, within.spot, words)
    if len(found) == 1:
        message = f"“{words}” was taken to mean “{written(draft, found[0])}”: one of the two is misprinted."
        return found, (*within.rules, Rule("printing-error", message))
    raise Misfit(
        "words-not-found", f"“{words}” is not in {within.name}.", "Compare the passage with the draft it amends."
    )


def chosen(draft: Draft, within: Scope, words: str, meant: Which | None = None) -> tuple[Match, tuple[Rule, ...]]:
    """The one place that the passage means. Raises Misfit where it does not say which."""
    found, rules = every(draft, within, words)
    return one_of(draft, within, found, words, meant or Which()), rules


def one_of(draft: Draft, within: Scope, found: list[Match], words: str, meant: Which) -> Match:
    """Of the places of the words the one that is counted, or that stands where the passage says."""
    if meant.place is not None:
        found = [match for match in found if _stands(draft, within, match, meant.place)]
    if meant.occurrence and found:
        found = _counted(found, meant.occurrence)
    if not found:
        message = f"“{words}” is in {within.name}, but not where the passage says."
        raise Misfit("words-not-found", message, "Compare the passage with the draft it amends.")
    if len(found) > 1:
        raise ambiguous(within.name, words, len(found))
    return found[0]


def ambiguous(name: str, words: str, count: int) -> Misfit:
    """What is said of words that stand in several places."""
    return Misfit(
        "words-ambiguous",
        f"“{words}” stands {count} times in {name}; the passage does not say which is meant.",
        "Name the paragraph or sentence, or quote more of the words.",
    )


def _counted(found: list[Match], occurrence: str) -> list[Match]:
    count = numerals.value(occurrence.split()[0]) or 0
    index = count - 1 if count > 0 else len(found) + count
    return [found[index]] if count and 0 <= index < len(found) else []


def _stands(draft: Draft, within: Scope, match: Match, place: Place) -> bool:
    """Whether a place of words is where the passage says: beside others, in a part, or at an edge."""
    line = words_of(provision_at(draft, match[0].path).line)
    before, after = line[: match[0].start], line[match[-1].end :] if len(match) == 1 else ""
    if place.unit is not None:
        inside = locate(draft, place.unit.within(within.at))
        return match[0].path[: len(inside.path)] == inside.path
    if place.until:
        return _ends(before, place.anchor) and _ends(after, place.until, begins=True)
    if place.where is Where.AFTER:
        return _ends(before, place.anchor)
    if place.where is Where.BEFORE:
        return _ends(after, place.anchor, begins=True)
    spans = stretches(draft, within.spot)
    edge = spans[0] if place.where is Where.START else spans[-1]
    if edge.path != match[0].path:
        return False
    between = line[edge.start : match[0].start] if place.where is Where.START else line[match[-1].end : edge.end]
    return not between.strip(' .,;:”"')


def _ends(beside: str, anchor: str, *, begins: bool = False) -> bool:
    """Whether the words beside a place end with the anchor (begin with it), but for blanks and marks."""
    found = occurrences(beside, anchor, tolerant=True) if anchor else []
    if not found:
        return False
    between = beside[: found[0][0]] if begins else beside[found[-1][1] :]
    return not between.strip(' ,;:“”"‘’')


def places(draft: Draft, spot: Spot, words: str, *, tolerant: bool = False) -> list[Match]:
    """Every place of the words within a line. `tolerant`: capitals, blanks and the form of marks may differ."""
    return [
        (Stretch(one.path, one.start + start, one.start + end),)
        for one in stretches(draft, spot)
        for start, end in occurrences(written(draft, (one,)), words, tolerant=tolerant)
    ]


def holds(draft: Draft, spot: Spot, words: str) -> bool:
    """Whether the words stand there, whatever their capitals and the form of quotes and dashes."""
    return bool(places(draft, spot, words, tolerant=True))


def stretches(draft: Draft, spot: Spot) -> list[Stretch]:
    """The words that a spot covers, line by line, without the labels."""
    if spot.start is not None and spot.end is not None:
        size = 0 if spot.in_label else len(words_of(provision_at(draft, spot.path).label))
        return [Stretch(spot.path, size + spot.start, size + spot.end)]
    return [
        Stretch(path, len(words_of(provision.label)), len(words_of(provision.line)))
        for path, provision in paths_below(draft, spot.path)
        if provision.content
    ]


def written(draft: Draft, match: Match) -> str:
    """The words of a place as the draft has them."""
    parts = [words_of(provision_at(draft, one.path).line)[one.start : one.end] for one in match]
    return parts[0] if len(parts) == 1 else " ".join(part.strip() for part in parts)


def _across(draft: Draft, spot: Spot, words: str) -> list[Match]:
    """Places of words that run over lines; the labels of the lines count among the words."""
    if spot.start is not None:
        return []
    offsets: list[tuple[int, Stretch]] = []
    joined = ""
    for path, provision in paths_below(draft, spot.path):
        line = words_of(provision.line)
        if line.strip():
            offsets.append((len(joined), Stretch(path, 0, len(line))))
            joined += f"{line.rstrip()} "
    matches = []
    for start, end in occurrences(joined, words, tolerant=True):
        cut = [
            replace(one, start=max(start - offset, 0), end=min(end - offset, one.end))
            for (offset, one), after in zip(offsets, [*(offset for offset, _ in offsets[1:]), len(joined)], strict=True)
            if offset < end and start < after
        ]
        matches.append(tuple(cut))
    return [match for match in matches if all(one.path < other.path for one, other in pairwise(match))]


def _misprinted(draft: Draft, spot: Spot, words: str) -> list[Match]:
    return [
        (Stretch(one.path, one.start + start, one.start + end),)
        for one in stretches(draft, spot)
        for start, end in misprint(written(draft, (one,)), words)
    ]
