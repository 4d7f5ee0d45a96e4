"""Finds the place in a draft that an address names. Of two places that fit it picks none."""

from __future__ import annotations

import re
from collections.abc import Callable

from travaux import numerals
from travaux.errors import UnknownProvision
from travaux.text import lines
from travaux.text.address import Address, Level, Step
from travaux.text.draft import PRINTED_ONLY, Draft, Provision, ProvisionKind, words_of
from travaux.text.spot import Path, Spot, children_at, paths_below, provision_at
from travaux.text.statements import statements
from travaux.text.stretch import WITHIN, stretch

__all__ = ["Path", "Spot", "locate", "paths_below", "places", "provision_at"]

_KINDS = {
    Level.TITLE: (ProvisionKind.TITLE,),
    Level.ANNEX: (ProvisionKind.ANNEX,),
    Level.NOTE: (ProvisionKind.OFFER, ProvisionKind.REPLY),
    Level.OFFER: (ProvisionKind.OFFER,),
    Level.REPLY: (ProvisionKind.REPLY,),
    Level.QUOTATION: (ProvisionKind.QUOTATION,),
    Level.PROTOCOL: (ProvisionKind.ANNEX,),
    Level.APPENDIX: (ProvisionKind.ANNEX,),
    Level.SCHEDULE: (ProvisionKind.ANNEX,),
    Level.FINAL: (ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ARTICLE),
    Level.PART: (ProvisionKind.PART,),
    Level.CHAPTER: (ProvisionKind.CHAPTER,),
    Level.SECTION: (ProvisionKind.SECTION,),
    Level.PREAMBLE: (ProvisionKind.PREAMBLE,),
    Level.TESTIMONIUM: (ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE),
    Level.LOCUS: (ProvisionKind.TESTIMONIUM,),
    Level.FORMULA: (ProvisionKind.FORMULA,),
    Level.TABLE: (ProvisionKind.TABLE,),
    Level.ROW: (ProvisionKind.ROW,),
    Level.ARTICLE: (ProvisionKind.ARTICLE,),
    Level.REGULATION: (ProvisionKind.ARTICLE,),
    Level.RULE: (ProvisionKind.ARTICLE,),
    Level.HEADING: (ProvisionKind.HEADING,),
    Level.RECITAL: (ProvisionKind.RECITAL,),
    Level.OPERATIVE: (ProvisionKind.PARAGRAPH,),
    Level.RECOMMENDATION: (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH),
    Level.PARAGRAPH: (ProvisionKind.PARAGRAPH, ProvisionKind.RECITAL),
    Level.SUBPARAGRAPH: (ProvisionKind.SUBPARAGRAPH,),
    Level.POINT: (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH),
    Level.CLAUSE: (ProvisionKind.SUBPARAGRAPH,),
}
_FINAL = re.compile(
    r"(?i)\b(?:final (?:clauses?|provisions?)|(?:clauses|dispositions) finales|disposiciones finales)\b"
)
# Kinds of text that are told from an annex by the word in their label alone.
_BY_LABEL = frozenset({Level.PROTOCOL, Level.APPENDIX, Level.SCHEDULE, Level.REGULATION, Level.RULE})
# Levels of which a bare number is a number as printed, never a position.
_PRINTED = frozenset(
    {
        Level.ARTICLE,
        Level.SUBPARAGRAPH,
        Level.POINT,
        Level.OPERATIVE,
        Level.RECOMMENDATION,
        Level.CLAUSE,
        Level.TABLE,
        *_BY_LABEL,
    }
)
_DEFINING = frozenset({ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH, ProvisionKind.ROW})
_SMALL = frozenset({Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.CLAUSE})
# What a draft does not have, whatever the paper that held it looked like.
_OF_PAPER = {
    Level.PAGE: "A draft is kept without its pages",
    Level.LINE: "A draft is kept without its lines",
    Level.FOOTNOTE: "A draft is kept without its footnotes",
}


def locate(draft: Draft, at: Address) -> Spot:
    """The place of `at` in `draft`. Raises UnknownProvision where there is none, or more than one.

    A bare number counts as printed ('paragraph 2' is the one numbered 2), else by position.
    """
    spots = places(draft, at)
    if len(spots) > 1:
        raise _several(draft, at, spots)
    return spots[0]


def places(draft: Draft, at: Address) -> list[Spot]:
    """Every place that `at` fits, in reading order. Raises UnknownProvision where there is none."""
    spots = [Spot(())]
    steps = _steps(at)
    for step in steps:
        if step.level is Level.WHOLE or (step.level is Level.DOCUMENT and not step.value):
            continue
        if step.level in _OF_PAPER:
            raise UnknownProvision(
                f"{_OF_PAPER[step.level]}; “{step}” cannot be looked up.", at=draft.id, remedy="Name the provision."
            )
        if not spots[0].path and step.level in _SMALL and draft.articles:
            raise UnknownProvision(f"“{step}” does not say of which article.", at=draft.id, remedy="Name the article.")
        found = _step_down(draft, spots, step)
        if not found and step.level in WITHIN:
            if len(spots) > 1:
                raise _several(draft, at, spots)
            found = [stretch(draft, spots[0], step, at)]
        if not found:
            raise UnknownProvision(f"There is no {step} {_where(at, step)}.", at=draft.id, remedy=_remedy(draft, step))
        spots = found
    return spots


def _steps(at: Address) -> tuple[Step, ...]:
    """The steps, with 'title of Article V' as its heading."""
    titled = any(step.level is Level.TITLE and not step.value for step in at.steps)
    inner = tuple(step for step in at.steps if step.level is not Level.TITLE)
    if titled and inner and inner[-1].level in (Level.ARTICLE, Level.ANNEX, Level.PART, Level.CHAPTER, Level.SECTION):
        return (*inner, Step(Level.HEADING))
    return at.steps


def _step_down(draft: Draft, spots: list[Spot], step: Step) -> list[Spot]:
    """The places that a step names as provisions; none for a step that lies within the words of one."""
    if step.level is Level.HEADING:
        return [found for spot in spots for found in _headings(draft, spot)]
    if step.level is Level.PORTION and not spots[0].path:
        return statements(draft, step.value)
    if step.level is Level.DEFINITION:
        return [found for spot in spots for found in _definitions(draft, spot, step.value)]
    if step.level not in _KINDS or (step.level is Level.CLAUSE and _is_counted(step)):
        return []
    found = _narrowed(draft, spots, step)
    if not found and not step.quoted and step.value:
        found = [found for spot in spots for found in _beside(draft, spot, step)]
    if not found and not step.quoted and step.value:
        found = [found for spot in spots for found in _self_labelled(draft, spot, step)]
    return found


def _is_counted(step: Step) -> bool:
    """Whether a clause is counted ('second', '2') and not lettered ('(b)')."""
    return step.quoted or step.value.isdecimal() or numerals.ordinal(step.value) is not None


def _narrowed(draft: Draft, spots: list[Spot], step: Step) -> list[Spot]:
    """The places that a step names below the places found so far."""
    found: list[Spot] = []
    kinds = _KINDS[step.level] + (_AT_TIMES if step.level is Level.PARAGRAPH else ())
    for spot in spots:
        below = [
            (path, provision)
            for path, provision in paths_below(draft, spot.path)
            if provision.kind in kinds and path != spot.path and _is_kind(draft, provision, step)
        ]
        if step.level is Level.PARAGRAPH:
            nearest = min((len(path) for path, _ in below), default=0)
            below = [(path, provision) for path, provision in below if len(path) == nearest]
        found += [Spot(path) for path in _chosen(below, step)]
    if step.level is Level.ARTICLE and len(found) > 1:
        # An article named without its annex is the one in the body of the instrument.
        body = [spot for spot in found if draft.provisions[spot.path[0]].kind is not ProvisionKind.ANNEX]
        return body or found
    if step.level is Level.ANNEX and len(found) > 1:
        called = [spot for spot in found if _is_called(provision_at(draft, spot.path), step.level)]
        return called or found
    if step.level is Level.TESTIMONIUM and not step.value:
        closing = [spot for spot in found if provision_at(draft, spot.path).kind is ProvisionKind.TESTIMONIUM]
        return [spot for spot in closing if not lines.is_locus(provision_at(draft, spot.path).text)] or closing
    return found


def _heading(provision: Provision) -> str:
    """What a provision is called: the words behind its number, and the heading on the next line."""
    below = next((child.text for child in provision.children if child.kind is ProvisionKind.HEADING), "")
    return f"{words_of(provision.label)} {below}"


#: What is a paragraph where it is quoted.
_AT_TIMES = (ProvisionKind.FORMULA, *PRINTED_ONLY)

#: Of several provisions of one kind, those that a level names without a number.
_TOLD: dict[Level, Callable[[Provision], bool]] = {
    Level.FINAL: lambda provision: bool(_FINAL.search(_heading(provision))),
    Level.FORMULA: lambda provision: lines.is_enacting(provision.text),
    Level.LOCUS: lambda provision: lines.is_locus(provision.text),
}


def _is_called(provision: Provision, level: Level) -> bool:
    """Whether the label of a provision begins with the name of a level."""
    return words_of(provision.label).casefold().startswith(level.value)


def _is_kind(draft: Draft, provision: Provision, step: Step) -> bool:
    if step.level in _BY_LABEL:
        return provision.kind in _KINDS[step.level] and _is_called(provision, step.level)
    if step.level in _TOLD:
        return provision.kind in _KINDS[step.level] and _TOLD[step.level](provision)
    if provision.kind is ProvisionKind.FORMULA:
        # The formula of a preamble is a paragraph where it is quoted; a text without articles has none but these.
        notes = any(each.kind is ProvisionKind.OFFER for each in draft.provisions)
        return step.level is Level.PARAGRAPH and (step.quoted or not (draft.articles or notes))
    if provision.kind in PRINTED_ONLY:
        return step.level is Level.PARAGRAPH and step.quoted
    return provision.kind in _KINDS[step.level]


def _chosen(below: list[tuple[Path, Provision]], step: Step) -> list[Path]:
    if step.quoted:
        opening = step.value.casefold()
        return [path for path, provision in below if provision.wording.lstrip('“"').casefold().startswith(opening)]
    if not step.value:
        return [path for path, _ in below]
    count = numerals.ordinal(step.value)
    if count is not None:
        return _counted(below, count)
    named = _numbered(below, step.value)
    if named or step.level in _PRINTED or any(provision.number for _, provision in below):
        return named
    count = numerals.value(step.value)
    return _counted(below, count) if count is not None else _saying(below, step.value)


def _counted(below: list[tuple[Path, Provision]], count: int) -> list[Path]:
    index = count - 1 if count > 0 else len(below) + count
    return [below[index][0]] if count and 0 <= index < len(below) else []


def _numbered(below: list[tuple[Path, Provision]], number: str) -> list[Path]:
    """Those that bear the number, letter for letter where there are such, else in another writing."""
    plain = lines.plain_number(number)
    exact = [path for path, provision in below if lines.plain_number(provision.number) == plain]
    return exact or [
        path for path, provision in below if provision.number and lines.same_number(provision.number, number)
    ]


def _saying(below: list[tuple[Path, Provision]], words: str) -> list[Path]:
    """Those that hold the words by which a passage names them ('the recital on fisheries')."""
    return [path for path, provision in below if words.casefold() in provision.wording.casefold()]


def _beside(draft: Draft, spot: Spot, step: Step) -> list[Spot]:
    """In a list printed without steps, (i) (a) (b) (ii) (a), the items between one and the next of its own series."""
    if not spot.path or spot.start is not None or step.level not in (Level.SUBPARAGRAPH, Level.POINT, Level.CLAUSE):
        return []
    own, siblings = provision_at(draft, spot.path), children_at(draft, spot.path[:-1])
    below: list[tuple[Path, Provision]] = []
    for index in range(spot.path[-1] + 1, len(siblings)):
        if siblings[index].kind is not own.kind or siblings[index].number in numerals.successors(own.number):
            break
        below.append(((*spot.path[:-1], index), siblings[index]))
    count = numerals.ordinal(step.value)
    return [Spot(path) for path in (_numbered(below, step.value) if count is None else _counted(below, count))][:1]


def _self_labelled(draft: Draft, spot: Spot, step: Step) -> list[Spot]:
    """Lines that open with the number or name as words of their own: 'B. The quays ...', 'Rule 5. ...'."""
    number = re.escape(step.value)
    opening = rf"\(?{number}[.)]\)? +" if step.level in (Level.SUBPARAGRAPH, Level.PARAGRAPH, Level.POINT) else ""
    named = rf"{re.escape(step.level.value)} {number}\b[.:)–— ]*"
    pattern = re.compile(rf"(?:{opening}|{named})(?=\S)" if opening else named, re.IGNORECASE)
    found = []
    for path, provision in _around(draft, spot):
        words = words_of(provision.content)
        match = pattern.match(words) if not provision.number or path == spot.path else None
        if match:
            found.append(Spot(path, match.end(), len(words)) if match.end() < len(words) else Spot(path))
    return found


def _around(draft: Draft, spot: Spot) -> list[tuple[Path, Provision]]:
    """A place with what is below it, and the unnumbered lines that follow it."""
    around = list(paths_below(draft, spot.path))
    if spot.path:
        siblings = children_at(draft, spot.path[:-1])
        for index in range(spot.path[-1] + 1, len(siblings)):
            if siblings[index].number or siblings[index].kind is not ProvisionKind.PARAGRAPH:
                break
            around.append(((*spot.path[:-1], index), siblings[index]))
    return around


def _headings(draft: Draft, spot: Spot) -> list[Spot]:
    """The heading of what stands at a place: a line of its own, or the words behind its number."""
    if not spot.path:
        return [Spot(path) for path, provision in paths_below(draft, ()) if provision.kind is ProvisionKind.TITLE]
    provision = provision_at(draft, spot.path)
    for index, child in enumerate(provision.children):
        if child.kind is ProvisionKind.HEADING:
            return [Spot((*spot.path, index))]
    label = words_of(provision.label)
    line = lines.line_of(label)
    if line is None or line.label >= len(label.rstrip()):
        return []
    return [Spot(spot.path, line.label, len(label.rstrip()), in_label=True)]


def _definitions(draft: Draft, spot: Spot, term: str) -> list[Spot]:
    """The item, or the sentence, that begins with the term and says what it means."""
    words = re.escape(term.strip("“”\"' "))
    opening = re.compile(
        rf"(?:the (?:term|expression|word)s? )?[“\"‘'(]?{words}[”\"’')]?,?\s*"
        rf"(?:\W|means?\b|shall mean\b|includes?\b|refers? to\b|has the meaning\b|is\b|are\b)",
        re.IGNORECASE,
    )
    return [
        Spot(path)
        for path, provision in paths_below(draft, spot.path)
        if path != spot.path and provision.kind in _DEFINING and opening.match(words_of(provision.content))
    ]


def _several(draft: Draft, at: Address, spots: list[Spot]) -> UnknownProvision:
    remedy = "Say in which part, annex or paragraph it is."
    return UnknownProvision(f"{at} is in {len(spots)} places.", at=draft.id, remedy=remedy)


def _where(at: Address, step: Step) -> str:
    before = at.steps[: at.steps.index(step)] if step in at.steps else at.steps
    return f"in {Address(before)}" if before and before[0].level is not Level.WHOLE else "in the draft"


def _remedy(draft: Draft, step: Step) -> str:
    if step.level is Level.ARTICLE:
        annexes = [
            below
            for provision in draft.provisions
            if provision.kind is ProvisionKind.ANNEX
            for below in provision.walk()
        ]
        numbers = [article.number for article in draft.articles if article not in annexes]
        return f"It has Articles {numbers[0]} to {numbers[-1]}." if numbers else "It has no articles."
    if step.level is Level.DEFINITION:
        return "Name the item or paragraph that defines it."
    return "Look at the draft for what it has."
