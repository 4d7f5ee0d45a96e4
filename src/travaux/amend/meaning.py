"""Turns a clause into operations: which unit, which words, and where. What a clause leaves open comes from the focus:
the places that captions and openings before it name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from lark import Token, Tree

from travaux import numerals
from travaux.amend import operations as ops
from travaux.amend.chunks import Chunk, Wording
from travaux.amend.clauses import Clause
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.findings import Citation
from travaux.text import lines
from travaux.text.address import RANKS, WHOLE, Address, Level, Step

#: Places that hold for what follows: one, several side by side ('Articles 3 and 5: ...'), or none.
Focus = tuple[Address, ...]

_STRETCHES = RANKS[Level.CHAPEAU]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a passage stands, for citing the words it quotes."""

    document: str
    start: int

    def words(self, wording: Wording, *, fragment: bool) -> Words:
        """Quoted words. A full stop or comma that the sentence around a fragment puts inside the marks is not part of
        it."""
        words = wording.words
        if fragment and not words.endswith("..") and len(words) > 1:
            words = words.rstrip(".") if words.startswith(",") else words.rstrip(".,") if words.endswith(".") else words
            words = words.removesuffix(",") if not words.startswith(",") else words
        words = words or wording.words
        start = self.start + wording.start
        return Words(words, Citation(self.document, start, start + len(words)))


@dataclass(frozen=True, slots=True)
class Thing:
    """What a clause is about: wording, a unit, or a new one (`unit` its address where it has one)."""

    quoted: tuple[Wording, ...] = ()
    units: tuple[Address, ...] = ()
    new: bool = False
    noun: str = ""

    @property
    def is_unit(self) -> bool:
        """Whether it names a unit and quotes nothing."""
        return bool(self.units) and not self.quoted


@dataclass(frozen=True, slots=True)
class Where_:
    """The places that go with a clause."""

    units: tuple[Address, ...] = ()
    place: Place | None = None
    throughout: bool = False
    instead: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """The operations of a clause, and the focus that it leaves for the clauses after it."""

    operations: tuple[Operation, ...] = ()
    focus: Focus | None = None
    place: Place | None = None
    throughout: bool = False
    own: bool = False
    outer: bool = False


def meaning(
    clause: Clause,
    *,
    focus: Focus,
    place: Place | None = None,
    throughout: bool = False,
    spoken: Wording | None = None,
    taken: Wording | None = None,
    before: Sequence[Operation] = (),
    source: Source,
) -> Meaning:
    """What a clause orders under `focus`; `place` is one named ahead of it ('After Article 6 ...'), `before` the
    operations of the clause before, whose verb an elliptic one takes up."""
    reader = _Reader(clause, focus, place, tuple(before), source)
    reader.throughout, reader.spoken, reader.taken = throughout, spoken, taken
    named = (*reader.where.units, *(one for thing in reader.things if thing.is_unit for one in thing.units))
    return replace(reader.read(), own=bool(named), outer=bool(named) and bool(named[0].outer))


class _Reader:
    def __init__(
        self, clause: Clause, focus: Focus, place: Place | None, before: tuple[Operation, ...], source: Source
    ) -> None:
        self.clause, self.focus, self.before, self.source = clause, focus, before, source
        self.throughout = False
        self.spoken: Wording | None = None
        self.taken: Wording | None = None
        self.things = list(_things(clause.tree, clause.chunks))
        self.where = _where(clause.tree, clause.chunks)
        if self.where.place is None and place is not None:
            self.where = replace(self.where, place=place)

    def read(self) -> Meaning:
        rule = getattr(self, f"_{self.clause.rule}", None)
        if rule is None:
            raise TypeError(f"no meaning for the rule {self.clause.rule}")
        found = rule()
        if isinstance(found, Meaning):
            return found
        operations = tuple(found)
        # 'make the following addition to the Preamble:' orders nothing yet, and says where.
        announced = not operations and self.clause.rule == "added" and bool(self.where.units)
        return Meaning(operations, focus=self._targets() if announced else None)

    # -- places ------------------------------------------------------------------------------------------------

    def _targets(self, own: tuple[Address, ...] = ()) -> tuple[Address, ...]:
        """The places meant: those that the clause names, completed by the focus, else the focus itself."""
        named = own or self.where.units
        outer = self.focus or (WHOLE,)
        if own and self.where.units:
            outer = _within(self.where.units, outer)
        return _within(named, outer) if named else outer

    def _quotable(self) -> tuple[Address, ...]:
        """The places of an order that quotes its words: a clause or phrase named beside them tells nothing more."""
        found = []
        for target in self._targets():
            steps = tuple(step for step in target.steps if not _is_counted_clause(step))
            found.append(Address(steps) if steps else WHOLE)
        return tuple(dict.fromkeys(found))

    def _place(self) -> Place | None:
        place = self.where.place
        if place is not None and place.unit is not None:
            outer = _within(self.where.units, self.focus or (WHOLE,)) if self.where.units else self.focus or (WHOLE,)
            return replace(place, unit=_within((place.unit,), outer)[0])
        return place

    def _context(self) -> Meaning:
        units = self.where.units or tuple(one for thing in self.things for one in thing.units)
        focus = _within(units, self.focus or (WHOLE,)) if units else None
        return Meaning(focus=focus, place=self._place(), throughout=self.where.throughout)

    def _announced_change(self) -> Meaning:
        return Meaning(focus=self._targets(self.things[0].units)) if self.things and self.things[0].units else Meaning()

    # -- the rules of the grammars -----------------------------------------------------------------------------

    def _replaced(self) -> Iterator[Operation]:
        if len(self.things) < 2:
            return iter(())
        old, new = self.things[0], self.things[-1]
        place = self.where.place
        if old.is_unit and place is not None and place.anchor and place.where is Where.AFTER and new.quoted:
            return self._recasting_after(self._targets(old.units), place, new)
        if old.is_unit:
            return self._recasting(self._targets(old.units), new)
        return self._substituting(old, new) if old.quoted else iter(())

    def _recasting_after(self, targets: tuple[Address, ...], place: Place, new: Thing) -> Iterator[Operation]:
        """'All of paragraph 2 after “x” is replaced by “y”': what follows goes, and the new words come in its place."""
        words = self.source.words(new.quoted[0], fragment=True)
        for target in targets:
            yield ops.DeleteStretch(target, after=place.anchor)
            yield ops.InsertWords(target, place, words)

    def _reworded_from(self) -> Iterator[Operation]:
        unit, new, old = self.things[0], self.things[1], self.things[-1]
        self.where = replace(self.where, units=unit.units)
        return self._substituting(old, new)

    def _supplants(self) -> Iterator[Operation]:
        new, old = self.things[0], self.things[-1]
        return self._substituting(old, new) if old.quoted and new.quoted else iter(())

    def _put_for(self) -> Iterator[Operation]:
        new, old = self.things[0], self.things[-1]
        if old.is_unit:
            return self._recasting(self._targets(old.units), new)
        return self._substituting(old, new) if old.quoted and new.quoted else iter(())

    def _put(self) -> Iterator[Operation]:
        new = self.things[-1]
        if len(self.things) > 1 and self.things[0].is_unit and new.quoted:
            return self._recasting(self._targets(self.things[0].units), new)
        if not new.quoted or (self._targets() == (WHOLE,) and not self.where.units):
            return iter(())
        if self.spoken is not None and not _is_sentence(new.quoted[0].words) and not self.where.instead:
            # The wording that the passage speaks of gives way: 'language used is “x” ... propose to substitute “y”'.
            return self._substituting(Thing((self.spoken,)), new)
        if _is_fragment(new.quoted[0].words) and not self.where.instead and not self.where.place:
            # 'Substitution of “at the request” meets this difficulty': of what, is not said.
            return iter(())
        return self._recasting(self._targets(), new)

    def _added_same(self) -> Iterator[Operation]:
        taken = self.before[-1] if self.before else None
        place = self._place()
        if isinstance(taken, ops.DeleteWords) and place is not None and self.taken is not None:
            for target in self._targets():
                yield ops.InsertWords(target, place, self.source.words(self.taken, fragment=True))

    def _put_for_again(self) -> Iterator[Operation]:
        return self._put_for()

    def _cut(self) -> Iterator[Operation]:
        quoted = [one for thing in self.things for one in thing.quoted]
        for target in self._targets():
            first, last = (self.source.words(one, fragment=True).words for one in quoted[:2])
            yield ops.DeleteStretch(target, first=first, last=last)

    def _removed_here(self) -> Iterator[Operation]:
        return (ops.Delete(target) for target in self.focus)

    def _prefers(self) -> Iterator[Operation]:
        return self._substituting(self.things[-1], self.things[0])

    def _removed(self) -> Iterator[Operation]:
        for thing in self.things[:1]:
            if thing.noun == "provision" and not thing.quoted:
                yield from self._removed_here()
            elif thing.is_unit:
                yield from (ops.Delete(target) for target in self._targets(thing.units))
            elif thing.quoted:
                for target in self._quotable():
                    yield from (self._deletion(target, one, thing.noun) for one in thing.quoted)
            elif self.where.place is not None and self.where.place.anchor and self.where.place.where is Where.AFTER:
                yield from (ops.DeleteStretch(target, after=self.where.place.anchor) for target in self._targets())

    def _removed_in(self) -> Iterator[Operation]:
        unit, quoted = self.things[0], self.things[1]
        if re.match(r"(?:words?|phrases?|expressions?|figures?|terms?)$", quoted.noun):
            self.where = replace(self.where, units=self._targets(unit.units))
            self.things = [quoted]
        return self._removed()

    def _deletion(self, target: Address, wording: Wording, noun: str) -> Operation:
        old = self.source.words(wording, fragment=True).words
        which = noun if numerals.ordinal(noun) else ""
        return ops.DeleteWords(target, old, throughout=self.where.throughout, occurrence=which, place=self._place())

    def _added(self) -> Iterator[Operation]:
        # What reads as a result after the words to be added ('..., which would thus read: ...') is no second addition.
        quoted = [thing for thing in self.things if thing.quoted]
        new = quoted[0] if quoted else None
        if new is None:
            return
        unit = next((thing for thing in self.things if thing.units and (thing.new or thing.is_unit)), None)
        verb = any(chunk.kind in ("INSERT", "SUBSTITUTE") for chunk in self.clause.chunks)
        if not verb and self.where.place is None and unit is None and self.clause.rule != "added_again":
            return
        if unit is not None and unit is not new:
            new = replace(new, units=unit.units, new=True)
        yield from self._inserting(new)

    def _added_as(self) -> Iterator[Operation]:
        new = next((thing for thing in reversed(self.things) if thing.quoted), None)
        unit = next(
            (thing for thing in reversed(self.things) if thing.units and any(s.value for s in thing.units[0].steps)),
            None,
        )
        if new is None:
            return iter(())
        return self._inserting(replace(new, units=unit.units if unit else new.units, new=True))

    def _added_again(self) -> Iterator[Operation]:
        verb = self.before[-1] if self.before else None
        if isinstance(verb, ops.DeleteWords):
            return self._removed()
        if isinstance(verb, ops.InsertWords | ops.InsertProvision):
            return self._added()
        return iter(())

    def _recast(self) -> Iterator[Operation]:
        if not self.things or not self.things[-1].quoted:
            return iter(())
        if self.clause.rule == "recast" and not self.where.units and self.before:
            moved = tuple(one.target for one in self.before if isinstance(one, ops.Renumber | ops.Move))
            return self._recasting(moved or self.focus, self.things[-1])
        return self._recasting(self._targets() if self.focus or self.where.units else (), self.things[-1])

    _changes_made = _recast

    def _offered(self) -> Iterator[Operation]:
        # A caption that names several places does not say which of them gets the text.
        if len(self.focus) != 1:
            return iter(())
        named, wording = self.things[0], self.things[-1]
        if not named.units:
            return self._recasting(self.focus, wording)
        at = _within(named.units, self.focus)
        if not named.new:
            return self._recasting(at, wording)
        itself = at[0].steps[-1].level is named.units[0].steps[-1].level
        return self._inserting(Thing(wording.quoted, at if itself else named.units, new=True))

    def _bare(self) -> Iterator[Operation]:
        return iter(())

    def _becomes(self) -> Iterator[Operation]:
        old, new = self.things[0], self.things[-1]
        if len(self.things) > 1 and old.quoted and new.quoted:
            yield from self._substituting(old, new)
            return
        if len(self.things) < 2:
            # 'Renumber as paragraph 8': what the caption names.
            yield from (ops.Renumber(target, _number(new.units[0])) for target in self.focus[:1] if new.units)
            return
        for target, number in zip(self._targets(old.units), new.units, strict=False):
            lone = not target.steps[-1].value and len(target.steps) > 1
            yield ops.Renumber(Address(target.steps[:-1]) if lone else target, _number(number))

    def _renumbered(self) -> Iterator[Operation]:
        units = self.things[0].units if self.things else ()
        for target in self._targets(units):
            steps = target.steps
            lone = not steps[-1].value and len(steps) > 1
            yield ops.Renumber(Address(steps[:-1]) if lone else target)

    def _rest_renumbered(self) -> Iterator[Operation]:
        outer = self.focus or (WHOLE,)
        for target in outer[:1]:
            named = self.things[0].units[0].steps[-1].level if self.things else Level.PARAGRAPH
            kept = tuple(step for step in target.steps if RANKS[step.level] < RANKS[named]) or WHOLE.steps
            yield ops.Renumber(target if named is Level.ARTICLE else Address(kept))

    def _moved(self) -> Iterator[Operation]:
        place = self._place()
        if place is None or not self.things:
            return
        if self.things[0].is_unit:
            yield from (ops.Move(target, place) for target in self._targets(self.things[0].units))
        elif self.things[0].quoted:
            words = self.source.words(self.things[0].quoted[0], fragment=True).words
            yield from (ops.Move(target, place, words) for target in self._targets())

    def _reversed(self) -> Iterator[Operation]:
        units = self._targets(self.things[0].units)
        if len(units) == 2:
            yield ops.Move(units[0], Place(Where.AFTER, unit=units[1]))

    def _kept(self) -> Iterator[Operation]:
        units = self.things[0].units if self.things else ()
        if units or self.focus:
            yield from (ops.Keep(target) for target in self._targets(units))

    def _only(self) -> Iterator[Operation]:
        target = (self.focus or (WHOLE,))[0]
        for unit in self.things[0].units:
            yield ops.RetainOnly(target, unit.within(None if target == WHOLE else target))

    def _retained(self) -> Iterator[Operation]:
        target = self._targets(self.things[0].units)[0]
        kept = self.things[1].units[0].within(target)
        quoted = next((thing.quoted[0] for thing in self.things if thing.quoted), None)
        yield ops.RetainOnly(target, kept, self.source.words(quoted, fragment=False) if quoted else None)

    # -- what they have in common ------------------------------------------------------------------------------

    def _recasting(self, targets: tuple[Address, ...], new: Thing) -> Iterator[Operation]:
        for target in _without_notes(_in_a_row(targets)):
            for wording in new.quoted[:1]:
                words = self.source.words(wording, fragment=False)
                bare = _unelided(words)
                yield ops.Replace(target, bare, elided=bare is not words or self._is_beginning(target))

    def _is_beginning(self, target: Address) -> bool:
        """'To have Article VI begin “...”': the rest of it stands."""
        introduced = (chunk.words for chunk in self.clause.chunks if chunk.kind == "INTRO")
        begins = any(re.search(r"(?i)\bbegin(?:s|ning)?\b", words) for words in introduced)
        return begins and target.steps[-1].level is not Level.PORTION

    def _substituting(self, old: Thing, new: Thing) -> Iterator[Operation]:
        pairs = list(zip(old.quoted, new.quoted, strict=False))
        if len(new.quoted) == 1:
            pairs = [(one, new.quoted[0]) for one in old.quoted]
        targets = self._quotable()
        throughout = self.where.throughout or (self.throughout and (len(targets) > 1 or not self.where.units))
        for target in targets:
            for one, other in pairs:
                yield ops.SubstituteWords(
                    target,
                    self.source.words(one, fragment=True).words,
                    self.source.words(other, fragment=True),
                    throughout=throughout,
                    occurrence=old.noun if numerals.ordinal(old.noun) else "",
                    place=self._place(),
                )

    def _inserting(self, new: Thing) -> Iterator[Operation]:
        place = self._place()
        if place is not None and place.unit is not None and not new.units and place.where in (Where.START, Where.END):
            place = Place(place.where)
        if place is not None and place.unit is not None and place.unit.steps[-1].level is Level.SENTENCE:
            # 'After the second sentence': at its end.
            self.where = replace(self.where, units=(place.unit,))
            place = Place(Where.END if place.where is Where.AFTER else Where.START)
        whole = _is_sentence(new.quoted[0].words)
        inner = new.units and RANKS[new.units[0].steps[-1].level] >= _STRETCHES
        sentence = new.noun == "sentence" or inner
        unit = _labelled_unit(new, place) if place is not None and place.unit is not None and not sentence else None
        if unit is not None:
            new = replace(new, units=(unit,))
        provision = (new.units and not inner) or (place is not None and place.unit is not None and not sentence)
        if provision:
            yield from self._provisions(new, place)
            return
        for target in self._targets():
            for wording in new.quoted:
                words = self.source.words(wording, fragment=not (whole or sentence))
                yield ops.InsertWords(target, place or Place(Where.END if sentence or whole else Where.AFTER), words)

    def _provisions(self, new: Thing, place: Place | None) -> Iterator[Operation]:
        words = self.source.words(new.quoted[0], fragment=False)
        units = new.units or ()
        numbered = [unit for unit in units if unit.steps[-1].value]
        parts = _parted(new.quoted[0])
        if len(parts) > 1 and (len(numbered) == len(parts) or len(numbered) == 1):
            yield from self._several(numbered, parts, place)
            return
        if not numbered:
            for target in self._containers(units[0] if units else None, place):
                yield ops.InsertProvision(target, place or Place(Where.END), words)
            return
        for unit in numbered:
            context = _within(self.where.units, self.focus or (WHOLE,)) if self.where.units else self.focus or (WHOLE,)
            full = _within((_deeper(unit, context[0]),), context)[0]
            outer = Address(full.steps[:-1]) if len(full.steps) > 1 else WHOLE
            yield ops.InsertProvision(outer, place or Place(Where.END), words, full)

    def _several(self, units: list[Address], parts: list[Wording], place: Place | None) -> Iterator[Operation]:
        """'The following shall be inserted: (g) ...; (h) ...': each is a provision after the one before."""
        first = units[0]
        for index, part in enumerate(parts):
            step = replace(first.steps[-1], value=_label_of(part))
            unit = units[index] if index < len(units) else Address((*first.steps[:-1], step))
            found = list(self._provisions(Thing((part,), (unit,), new=True), place))
            yield from found
            given = next((one.unit for one in found if isinstance(one, ops.InsertProvision)), None)
            place = Place(Where.AFTER, unit=given) if place is not None and place.unit is not None and given else place

    def _containers(self, unit: Address | None, place: Place | None) -> tuple[Address, ...]:
        """What a new unit without a number goes into."""
        if place is not None and place.unit is not None and not self.where.units:
            return (Address(place.unit.steps[:-1]),) if len(place.unit.steps) > 1 else (WHOLE,)
        targets = self._targets()
        if unit is None:
            return targets
        rank = RANKS[unit.steps[-1].level]
        full = tuple(one if len(unit.steps) == 1 else unit.within(None if one == WHOLE else one) for one in targets)
        return tuple(Address(tuple(s for s in one.steps if RANKS[s.level] < rank) or WHOLE.steps) for one in full)


def _within(units: tuple[Address, ...], outer: tuple[Address, ...]) -> tuple[Address, ...]:
    found = []
    for context in outer:
        for unit in units:
            lone = len(unit.steps) == 1 and not unit.steps[0].value
            held = next((s for s in context.steps if s.level is unit.steps[0].level), None)
            if lone and unit.steps[0].level not in _ALONE:
                # 'the paragraph', 'that sentence': the one spoken of.
                if held is not None or context == WHOLE:
                    at = context.steps[: context.steps.index(held) + 1] if held else context.steps
                    found.append(Address(at))
                else:
                    found.append(context)
            elif context != WHOLE and all(RANKS[step.level] >= _STRETCHES for step in context.steps):
                # 'Final clause. To have first sentence read ...'
                found.append(
                    Address((*context.steps, *unit.steps))
                    if unit.steps[0].level not in (Level.ARTICLE,) and not unit.outer
                    else unit
                )
            else:
                found.append(unit.within(None if context == WHOLE else context))
    return tuple(dict.fromkeys(found))


_ALONE = frozenset(
    {
        Level.PREAMBLE,
        Level.TITLE,
        Level.HEADING,
        Level.ANNEX,
        Level.APPENDIX,
        Level.SCHEDULE,
        Level.FOOTNOTE,
        Level.CHAPEAU,
    }
    | {Level.TESTIMONIUM, Level.PORTION}
)


def _in_a_row(targets: tuple[Address, ...]) -> tuple[Address, ...]:
    """'The first and second sentences shall be replaced by ...': one stretch for one text."""
    counts = [numerals.ordinal(one.steps[-1].value) or 0 for one in targets]
    sentences = all(
        one.steps[-1].level is Level.SENTENCE and one.steps[:-1] == targets[0].steps[:-1] for one in targets
    )
    if len(targets) < 2 or not sentences or counts != list(range(counts[0], counts[0] + len(counts))) or counts[0] < 1:
        return targets
    row = replace(targets[0].steps[-1], value=f"{counts[0]}-{counts[-1]}")
    return (Address((*targets[0].steps[:-1], row)),)


def _without_notes(targets: tuple[Address, ...]) -> tuple[Address, ...]:
    """'Delete sub-paragraph and footnote and substitute ...': the text comes in place of the one, not of both."""
    kept = tuple(one for one in targets if one.steps[-1].level is not Level.FOOTNOTE)
    return kept or targets


def _labelled_unit(new: Thing, place: Place) -> Address | None:
    """The unit that a quoted text's own number makes it: '(d) provide a forum ...' put in after subparagraph (c)."""
    named = bool(new.units and new.units[0].steps[-1].value)
    label = re.match(r"(?:\((?P<a>\w{1,4})\)|(?P<b>\d{1,3}(?: (?:bis|ter|quater))?)[.)]?) ", new.quoted[0].words)
    if named or label is None or place.unit is None:
        return None
    beside = place.unit.steps[-1]
    number = label["a"] or label["b"]
    alike = number[:1].isdigit() == beside.value.strip("()")[:1].isdigit()
    return Address((*place.unit.steps[:-1], Step(beside.level, number))) if alike else None


_PART = re.compile(r"(?<=[;.:])\s*(?:(?:and|or)\s*)?[‘“'\"]?(?=\([a-z]{1,4}\) )")


def _parted(wording: Wording) -> list[Wording]:
    """Wording by its lettered items, where their letters follow on each other: '(g) ...; (h) ...'."""
    if not re.match(r"\([a-z]{1,4}\) ", wording.words):
        return [wording]
    cuts = [0, *(match.end() for match in _PART.finditer(wording.words)), len(wording.words)]
    parts = [_trimmed(wording, first, last) for first, last in pairwise(cuts)]
    labels = [_label_of(part) for part in parts]
    follow = all(
        lines.is_next(after, before) or ord(after[0]) == ord(before[0]) + 1 for before, after in pairwise(labels)
    )
    return parts if follow else [wording]


def _trimmed(wording: Wording, first: int, last: int) -> Wording:
    words = re.sub(r"\s*[‘“'\"]?$", "", wording.words[first:last])
    return Wording(words, wording.start + first)


def _label_of(wording: Wording) -> str:
    label = re.match(r"\((\w+)\)", wording.words)
    return label[1] if label else ""


def _deeper(unit: Address, context: Address) -> Address:
    """'New subparagraphs (i) and (ii)' in paragraph 1 (a) come under (a)."""
    first, last = unit.steps[0], context.steps[-1]
    if first.level is last.level is Level.SUBPARAGRAPH and numerals.from_roman(first.value) and len(last.value) == 1:
        return Address((Step(Level.POINT, first.value), *unit.steps[1:]))
    return unit


def _is_counted_clause(step: Step) -> bool:
    portion = step.level is Level.PORTION and not step.value.endswith("statement")
    return portion or (step.level is Level.CLAUSE and numerals.ordinal(step.value) is not None)


def _number(address: Address) -> str:
    return address.steps[-1].value


def _unelided(words: Words) -> Words:
    """Quoted words without the dots or 'etc.' that break them off, or the same object."""
    for mark in (
        " . . . etc.",
        " . . . . etc.",
        " . . . .",
        ". . . .",
        " . . .",
        "…",
        " . . . etc",
        ", et cetera",
        ", etc.",
        " etc.",
    ):
        if words.words.endswith(mark) and len(words.words) > len(mark):
            kept = words.words.removesuffix(mark).rstrip()
            return Words(kept, replace(words.at, end=words.at.start + len(kept)))
    return words


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.endswith(".") and " " in words


def _is_fragment(words: str) -> bool:
    return not words[:1].isupper() and words.rstrip()[-1:] not in tuple(".;:") and len(words.split()) < 15


# -- from the tree ---------------------------------------------------------------------------------------------

_NODES = ("wording", "unit", "stretch", "announced", "quoted", "incoming", "payload", "words")


def _things(tree: Tree[Token], chunks: Sequence[Chunk]) -> Iterator[Thing]:
    """What the clause is about, in order, without its modifiers."""
    for child in tree.children:
        if isinstance(child, Token):
            if child.type in ("UNIT", "NEW"):
                yield _thing([chunks[int(child)]])
        elif child.data in _NODES:
            yield _thing([chunks[int(token)] for token in child.scan_values(lambda value: isinstance(value, Token))])


def _thing(parts: list[Chunk]) -> Thing:
    quoted = tuple(wording for chunk in parts for wording in chunk.quoted)
    units = tuple(one for chunk in parts if chunk.kind in ("UNIT", "NEW") for one in chunk.addresses)
    noun = next((chunk.noun for chunk in parts if chunk.noun), "")
    return Thing(quoted, units, any(chunk.kind == "NEW" for chunk in parts), noun)


def _where(tree: Tree[Token], chunks: Sequence[Chunk]) -> Where_:
    where = Where_()
    for node in tree.iter_subtrees_topdown():
        maker = _MODS.get(str(node.data))
        if maker is not None:
            parts = [chunks[int(token)] for token in node.children if isinstance(token, Token)]
            where = maker(where, parts)
    return where


def _within_mod(where: Where_, parts: list[Chunk]) -> Where_:
    units = parts[-1].addresses
    if not units:
        return where
    if where.units:
        # 'at the end of the first sentence, in Article 3': one completes the other.
        units = (
            _within(where.units, units)
            if RANKS[units[0].steps[0].level] < RANKS[where.units[0].steps[0].level]
            else _within(units, where.units)
        )
    return replace(where, units=units)


def _and_within(where: Where_, parts: list[Chunk]) -> Where_:
    return replace(where, units=(*where.units, *parts[-1].addresses))


def _next_to(side: Where) -> Callable[[Where_, list[Chunk]], Where_]:
    def make(where: Where_, parts: list[Chunk]) -> Where_:
        named = next((chunk.addresses for chunk in parts if chunk.addresses), ())
        anchor = next((chunk.quoted[0].words for chunk in parts if chunk.quoted), "")
        if not anchor:
            return replace(where, place=Place(side, unit=named[0]))
        return replace(where, place=Place(side, anchor=anchor.rstrip(".") or anchor), units=named or where.units)

    return make


def _between(where: Where_, parts: list[Chunk]) -> Where_:
    quoted = [chunk.quoted[0].words for chunk in parts if chunk.quoted]
    return replace(where, place=Place(Where.AFTER, anchor=quoted[0], until=quoted[1].rstrip(".,")))


def _between_units(where: Where_, parts: list[Chunk]) -> Where_:
    units = [chunk.addresses[0] for chunk in parts if chunk.addresses]
    return replace(where, place=Place(Where.AFTER, unit=units[0]))


def _at_edge(side: Where) -> Callable[[Where_, list[Chunk]], Where_]:
    def make(where: Where_, parts: list[Chunk]) -> Where_:
        named = next((chunk.addresses for chunk in parts if chunk.addresses), ())
        return replace(where, place=Place(side), units=named or where.units)

    return make


def _everywhere(where: Where_, parts: list[Chunk]) -> Where_:
    units = tuple(one for chunk in parts for one in chunk.addresses)
    return replace(where, throughout=True, units=units or where.units)


_MODS: dict[str, Callable[[Where_, list[Chunk]], Where_]] = {
    "within": _within_mod,
    "and_within": _and_within,
    "after": _next_to(Where.AFTER),
    "before": _next_to(Where.BEFORE),
    "after_unit": _next_to(Where.AFTER),
    "before_unit": _next_to(Where.BEFORE),
    "between": _between,
    "between_units": _between_units,
    "at_end": _at_edge(Where.END),
    "at_start": _at_edge(Where.START),
    "everywhere": _everywhere,
    "therefor": lambda where, parts: replace(where, instead=True),
}
