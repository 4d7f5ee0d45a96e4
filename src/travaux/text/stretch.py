"""Which words of a provision an address means that goes below it: a sentence, a clause, the last five words.

Sentences are counted. Clauses are what semicolons part, else what commas part; the latter is a reading that a person
may dispute, and it is not made where the commas part the members of a list.
"""

from __future__ import annotations

import re

from travaux import numerals
from travaux.errors import UnknownProvision
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.sentences import sentences
from travaux.text.spot import Reading, Spot, children_at, paths_below, provision_at

#: Levels that lie within the words of one provision.
WITHIN = frozenset({Level.CHAPEAU, Level.SENTENCE, Level.CLAUSE, Level.PORTION})

# Words of a portion, and at which end of its provision it is.
_FIRST = frozenset("first opening introductory initial former beginning start".split())
_LAST = frozenset("last final closing concluding latter second end".split())
_NAMES = frozenset("clause phrase part portion sub-clause words".split())
_SEVERAL_WORDS = re.compile(r"(?i)(?P<which>first|opening|last|final|closing) (?P<count>[a-z]+|\d{1,2}) words")
_RANGE = re.compile(r"(?P<first>\d{1,2})\s?[-–]\s?(?P<last>\d{1,2})")
# A piece between commas that is shorter is a member of a list.
_LEAST_WORDS = 4
_REMEDY = "Quote the words, or count the sentence."


def stretch(draft: Draft, spot: Spot, step: Step, at: Address) -> Spot:
    """The stretch that `step` names within `spot`. Raises UnknownProvision where it does not settle which."""
    if step.level is Level.CHAPEAU:
        return _chapeau(draft, spot, step)
    if step.level is Level.SENTENCE and not step.quoted:
        return _sentence(draft, spot, step, at)
    if step.quoted:
        return _opening_with(draft, spot, step)
    if step.level is Level.CLAUSE:
        return _clause(draft, spot, step)
    return _portion(draft, spot, step)


def _chapeau(draft: Draft, spot: Spot, step: Step) -> Spot:
    """The words of a provision before its items; of an article with one opening line above them, that line."""
    if spot.path and spot.start is None:
        provision = provision_at(draft, spot.path)
        children = [index for index, child in enumerate(provision.children) if child.kind is not ProvisionKind.HEADING]
        if provision.content and children:
            return Spot(spot.path, 0, len(words_of(provision.content)))
        first = provision.children[children[0]] if children else None
        if first is not None and first.content and not first.number and (first.children or len(children) > 1):
            return Spot((*spot.path, children[0]), 0, len(words_of(first.content)))
    raise UnknownProvision(f"“{step}” names the words before a list, and there is no list.", remedy=_REMEDY)


def _sentence(draft: Draft, spot: Spot, step: Step, at: Address) -> Spot:
    """The n-th sentence of a provision, or several in a row, counted through its lines."""
    if not spot.path and len(_lines(draft, spot)) > 1:
        raise UnknownProvision(f"“{step}” does not say of which article.", at=draft.id, remedy="Name the article.")
    found = [
        Spot(line.path, line.start + start, line.start + end)
        for line in _lines(draft, spot)
        if line.start is not None
        for start, end in sentences(_words(draft, line))
    ]
    several = _RANGE.fullmatch(step.value)
    first, last = (several["first"], several["last"]) if several else (step.value, step.value)
    one, other = _counted(found, first), _counted(found, last)
    if one is None or other is None:
        where = f"in {Address(at.steps[: at.steps.index(step)])}" if at.steps.index(step) else "in the draft"
        raise UnknownProvision(f"There is no {step} {where}.", at=draft.id, remedy=f"It has {len(found)} sentences.")
    if one.path != other.path:
        raise UnknownProvision(f"“{step}” runs over several paragraphs.", at=draft.id, remedy="Name each of them.")
    return Spot(one.path, one.start, other.end)


def _counted(found: list[Spot], value: str) -> Spot | None:
    count = numerals.value(value) or 0
    index = count - 1 if count > 0 else len(found) + count
    return found[index] if count and 0 <= index < len(found) else None


def _clause(draft: Draft, spot: Spot, step: Step) -> Spot:
    count = numerals.value(step.value)
    if count is None:
        raise _unclear(draft, step)
    line = _line(draft, spot, step, last=count < 0)
    pieces, reading = _pieces(draft, line, step)
    index = count - 1 if count > 0 else len(pieces) + count
    if not 0 <= index < len(pieces):
        raise UnknownProvision(f"There is no {step}: semicolons and commas part {len(pieces)}.", remedy=_REMEDY)
    return _piece(draft, line, pieces[index], reading)


def _portion(draft: Draft, spot: Spot, step: Step) -> Spot:
    """'last five words', 'opening phrase', 'latter part'."""
    several = _SEVERAL_WORDS.fullmatch(step.value)
    if several:
        return _several_words(draft, spot, step, several)
    words = step.value.casefold().split()
    if len(words) != 2 or words[1] not in _NAMES or words[0] not in _FIRST | _LAST:
        raise _unclear(draft, step)
    last = words[0] in _LAST
    if words == ["closing", "words"]:
        return _closing_words(draft, spot, step)
    if not last:
        try:
            return _chapeau(draft, spot, step)
        except UnknownProvision:
            pass
    line = _line(draft, spot, step, last=last)
    pieces, reading = _pieces(draft, line, step)
    return _piece(draft, line, pieces[-1 if last else 0], reading)


def _closing_words(draft: Draft, spot: Spot, step: Step) -> Spot:
    """The line that goes on with the sentence after a list: the one behind the items of a paragraph, or the last such
    line of an article."""
    if spot.path and spot.start is None:
        provision, behind = provision_at(draft, spot.path), (*spot.path[:-1], spot.path[-1] + 1)
        if provision.kind is not ProvisionKind.ARTICLE:
            beside = children_at(draft, spot.path[:-1])
            if provision.children and spot.path[-1] + 1 < len(beside) and _goes_on(beside[behind[-1]]):
                return Spot(behind)
        lasts = [index for index, child in enumerate(provision.children) if index and _goes_on(child)]
        if lasts:
            return Spot((*spot.path, lasts[-1]))
    raise _unclear(draft, step)


def _goes_on(provision: Provision) -> bool:
    """Whether a line without a number goes on with the sentence before it."""
    unlabelled = provision.kind is ProvisionKind.PARAGRAPH and not provision.number
    return unlabelled and words_of(provision.content)[:1].islower()


def _several_words(draft: Draft, spot: Spot, step: Step, several: re.Match[str]) -> Spot:
    last = several["which"].casefold() in _LAST
    count = numerals.value(several["count"])
    line = _line(draft, spot, step, last=last, whole=True)
    words = [match.span() for match in re.finditer(r"[^\s.,;:]\S*[^\s.,;:]|[^\s.,;:]", _words(draft, line))]
    if not count or count > len(words) or line.start is None:
        raise UnknownProvision(f"There are no “{step.value}”: the line has {len(words)} words.", remedy=_REMEDY)
    first, final = (words[-count], words[-1]) if last else (words[0], words[count - 1])
    return Spot(line.path, line.start + first[0], line.start + final[1])


def _opening_with(draft: Draft, spot: Spot, step: Step) -> Spot:
    """The sentence or clause that begins with the quoted words."""
    opening = step.value.casefold()
    found = []
    for line in _lines(draft, spot):
        words = _words(draft, line)
        spans = sentences(words) if step.level is Level.SENTENCE else _parted(words)[0]
        spans = spans or ((0, len(words)),)
        found += [
            Spot(line.path, (line.start or 0) + start, (line.start or 0) + end)
            for start, end in spans
            if words[start:end].lstrip(' “"').casefold().startswith(opening)
        ]
    if len(found) != 1:
        raise UnknownProvision(f"{step} is in {len(found) or 'no'} places.", at=draft.id, remedy=_REMEDY)
    return found[0]


def _line(draft: Draft, spot: Spot, step: Step, *, last: bool, whole: bool = False) -> Spot:
    """The sentence whose clauses are counted: the only one, or that at the end which the words name."""
    lines = _lines(draft, spot)
    if not lines or (not spot.path and len(lines) > 1):
        raise UnknownProvision(f"“{step}” does not say of which article.", at=draft.id, remedy="Name the article.")
    line = lines[-1 if last else 0]
    if whole or line.start is None:
        return line
    start, end = sentences(_words(draft, line))[-1 if last else 0]
    return Spot(line.path, line.start + start, line.start + end)


def _pieces(draft: Draft, line: Spot, step: Step) -> tuple[list[tuple[int, int]], Reading | None]:
    words = _words(draft, line)
    pieces, mark = _parted(words)
    if len(pieces) < 2:
        raise _unclear(draft, step)
    if mark == ";":
        return pieces, None
    if any(len(words[start:end].split()) < _LEAST_WORDS for start, end in (pieces[0], pieces[-1])):
        raise _unclear(draft, step)
    return pieces, Reading("clauses-by-commas", f"“{step.value}” was counted by the commas.")


def _parted(words: str) -> tuple[list[tuple[int, int]], str]:
    """Start and end of what semicolons part, else of what commas part; the mark at the end is in none."""
    body = words.rstrip()
    body = body[:-1] if body[-1:] in (".", ";", ":", ",") else body
    for mark in (";", ","):
        if mark in body:
            spans, start = [], 0
            for piece in re.split(rf"{mark}(?=\s)", body):
                spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece)))
                start += len(piece) + 1
            return spans, mark
    return [], ""


def _piece(draft: Draft, line: Spot, span: tuple[int, int], reading: Reading | None) -> Spot:
    start = line.start or 0
    found = Spot(line.path, start + span[0], start + span[1])
    said = f"{reading.message} It is “{_words(draft, found)}”." if reading else ""
    return Spot(found.path, found.start, found.end, reading=Reading(reading.code, said) if reading else None)


def _lines(draft: Draft, spot: Spot) -> list[Spot]:
    """The lines of words that a spot covers, without headings and titles."""
    if spot.start is not None:
        return [spot]
    return [
        Spot(path, 0, len(words_of(provision.content)))
        for path, provision in paths_below(draft, spot.path)
        if provision.content and provision.kind not in (ProvisionKind.HEADING, ProvisionKind.TITLE)
    ]


def _words(draft: Draft, spot: Spot) -> str:
    return words_of(provision_at(draft, spot.path).content)[spot.start : spot.end]


def _unclear(draft: Draft, step: Step) -> UnknownProvision:
    return UnknownProvision(f"“{step}” does not say which words it means.", at=draft.id, remedy=_REMEDY)
