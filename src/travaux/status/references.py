"""What a text refers to: registered instruments and their provisions, and its own. Never picks one of two that fit.

A name is resolved by the register, by its day or year; 'the Convention' and 'the said Agreement' by what the text named
before. A provision is looked up in the text that it is said to be of; what cannot be looked up is told apart from what
is not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from travaux.errors import UnknownProvision
from travaux.findings import Citation, Finding, Severity
from travaux.status.circles import Deferral, circles, defers
from travaux.status.mentions import InstrumentMention, kind_of, mentions
from travaux.status.naming import named, telling_words
from travaux.status.register import Register
from travaux.text import lint_references
from travaux.text.address import Address, Level
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.lint_lines import Place, amends, places, quoted
from travaux.text.locate import places as located
from travaux.text.provisions_named import ProvisionsNamed, provisions_named


class Found(StrEnum):
    """What became of a reference."""

    INSTRUMENT = "instrument"
    PROVISION = "provision"
    #: The instrument is registered, its text is not in the file.
    NOT_HELD = "text not held"
    NOWHERE = "nowhere"
    AMBIGUOUS = "ambiguous"
    UNREGISTERED = "not registered"
    #: It is to another text that the words do not name, or to a place that addresses do not reach.
    UNTOLD = "not told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """`words` of the provision at `within` that refer to `instrument`, or with `own` to the text itself; `provision` is
    which of its provisions. `named` are those of the words that name the instrument. `choices` are the instruments
    between which an ambiguous one leaves the choice."""

    words: str
    at: Citation
    within: Address
    found: Found
    instrument: str = ""
    provision: Address | None = None
    named: str = ""
    own: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class References:
    """All references of a text in reading order, and what a person must look at."""

    references: tuple[Reference, ...]
    findings: tuple[Finding, ...]


_NONE: Mapping[str, Draft] = MappingProxyType({})
_SKIPPED = frozenset({ProvisionKind.TITLE, ProvisionKind.SIGNATURE})


def references(draft: Draft, register: Register, *, texts: Mapping[str, Draft] = _NONE, ident: str = "") -> References:
    """The references of `draft`. `texts` are the texts of registered instruments by id; `ident` is the id under which
    the draft itself is registered, "" where it is not."""
    reader = _Reader(draft, register, texts, ident)
    found = tuple(
        each for place in places(draft) if place.provision.kind not in _SKIPPED for each in reader.line(place)
    )
    return References(found, (*reader.own_nowhere, *reader.findings, *circles(reader.deferrals)))


@dataclass(frozen=True, slots=True)
class _Seen:
    """An instrument named before: by which words, and what they led to."""

    mention: InstrumentMention
    led: Reference


@dataclass(slots=True)
class _Reader:
    """Reads the lines of one text in order; what was named before tells what is meant later."""

    draft: Draft
    register: Register
    texts: Mapping[str, Draft]
    ident: str
    seen: list[_Seen] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    own_nowhere: tuple[Finding, ...] = ()
    titles: frozenset[str] = frozenset()
    changes: bool = False
    last: list[Reference] = field(default_factory=list)
    deferrals: list[Deferral] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.own_nowhere = tuple(lint_references.references(self.draft))
        self.titles = frozenset(called for one in self.register.instruments for called in (one.title, *one.also))
        self.changes = amends(self.draft)

    def line(self, place: Place) -> Iterator[Reference]:
        """The references of a line: provisions with the instrument that they are of, and instruments alone."""
        spans = quoted(place.words)
        told = [
            each
            for each in mentions(place.words, self.titles)
            if not each.vague and not any(first < each.start < last for first, last in spans)
        ]
        led = {each.start: self._instrument(place, each) for each in told}
        found: list[tuple[int, Reference]] = []
        taken: set[int] = set()
        for each in sorted([*provisions_named(place), *_pointing(place)], key=lambda one: one.start):
            whose = _whose(place.words, each, told)
            if whose is not None:
                taken.add(whose.start)
            of = led[whose.start] if whose is not None else None
            for reference in self._provisions(place, each, whose, of):
                found.append((each.start, reference))
                self.last.append(reference)
                self._deferred(place, each.start, reference)
        found += [(start, each) for start, each in led.items() if start not in taken and not each.own]
        yield from (each for _, each in sorted(found, key=lambda one: one[0]))

    def _instrument(self, place: Place, mention: InstrumentMention) -> Reference:
        """What a mention of an instrument leads to."""
        idents = self._named(mention)
        about = {
            "words": mention.words,
            "at": place.cite(mention.start, mention.end),
            "within": place.address,
            "named": mention.words,
        }
        if mention.own or idents == (self.ident or None,):
            return Reference(found=Found.INSTRUMENT, instrument=self.ident, own=True, **about)  # type: ignore[arg-type]
        if len(idents) == 1:
            led = Reference(found=Found.INSTRUMENT, instrument=idents[0], **about)  # type: ignore[arg-type]
        elif idents:
            led = Reference(found=Found.AMBIGUOUS, choices=idents, **about)  # type: ignore[arg-type]
        else:
            led = replace(self._before(mention, Reference(found=Found.UNREGISTERED, **about)), **about)  # type: ignore[arg-type]
        self._told(place, mention, led)
        if not led.own:
            self.seen.append(_Seen(mention, led))
        return led

    def _named(self, mention: InstrumentMention) -> tuple[str, ...]:
        """The registered instruments that the words of a mention may name by themselves."""
        if mention.own:
            return ()
        found = named(mention.words, self.register.names)
        if not found and mention.year is not None:
            found = tuple(
                dict.fromkeys(
                    name.ident
                    for name in self.register.names
                    if mention.kind in name.words and any(day.year == mention.year for day in name.days)
                )
            )
        if len(found) > 1:
            same = {name.ident for name in self.register.names if mention.kind in name.words}
            found = tuple(ident for ident in found if ident in same) or found
        return found

    def _before(self, mention: InstrumentMention, unknown: Reference) -> Reference:
        """What was named before that a mention without a day takes up: 'the Convention', 'the said Treaty'."""
        if mention.year is not None:
            return unknown
        words = telling_words(mention.words)
        before = [each for each in self.seen if _alike(each, mention)]
        if before and mention.pointing:
            return before[-1].led
        same = [each for each in before if telling_words(each.mention.words) == words]
        if same and not mention.bare:
            return same[-1].led
        told = [each.led for each in before if not each.mention.bare and each.led.found is not Found.AMBIGUOUS]
        led = {each.instrument or each.words: each for each in told}
        itself = mention.bare and not mention.pointing and kind_of(self.draft.title) == mention.kind
        if not led:
            return replace(unknown, found=Found.INSTRUMENT, instrument=self.ident, own=True) if itself else unknown
        if len(led) == 1 and not itself:
            return next(iter(led.values()))
        if not any(each.instrument for each in told):
            return unknown  # None of them is registered, whichever is meant.
        return replace(
            unknown, found=Found.AMBIGUOUS, choices=(*led, *([self.ident or self.draft.id] if itself else []))
        )

    def _told(self, place: Place, mention: InstrumentMention, led: Reference) -> None:
        """Adds what a person must look at: two that fit, none that is registered; the same words once."""
        if led.found is Found.AMBIGUOUS:
            message = f"{place.name} names “{led.words}”, which may be {' or '.join(led.choices)}."
            self.findings.append(Finding("instrument-ambiguous", message, led.at, "Name it with its day."))
        elif led.found is Found.UNREGISTERED and not any(
            each.led.found is led.found and _alike(each, mention) for each in self.seen
        ):
            if mention.pointing:
                message = f"{place.name} names “{led.words}”, and none is named before it."
                self.findings.append(Finding("instrument-not-named", message, led.at, "Name it in full."))
                return
            message = f"{place.name} names “{led.words}”, which is not registered."
            remedy = "Register it, or leave it as it is."
            self.findings.append(Finding("instrument-not-registered", message, led.at, remedy, Severity.NOTE))

    def _provisions(
        self, place: Place, each: ProvisionsNamed, whose: InstrumentMention | None, of: Reference | None
    ) -> Iterator[Reference]:
        start, end = each.start, each.end
        if whose is not None:
            start, end = min(start, whose.start), max(end, whose.end)
        about = Reference(
            words=place.words[start:end],
            at=place.cite(start, end),
            within=place.address,
            found=Found.UNTOLD,
            named=whose.words if whose else "",
        )
        if not each.addresses:
            yield self._pointed(place, about)
            return
        for address in each.addresses:
            if not all(step.value or step.quoted for step in address.steps):
                continue
            if of is not None and not of.own:
                yield self._of_another(place, replace(about, provision=address), of)
            elif of is not None or self._is_own(place, each):
                whole = address.within(place.address)
                yield self._of_own(place, replace(about, provision=whole, own=True, instrument=self.ident))
            else:
                yield replace(about, provision=address)

    def _deferred(self, place: Place, start: int, reference: Reference) -> None:
        """Keeps that an article leaves its matter to another of the same text."""
        of, to = (_article(at) for at in (reference.within, reference.provision))
        if reference.own and reference.found is Found.PROVISION and of and to and defers(place.words[:start]):
            self.deferrals.append(Deferral(of, to, reference.at))

    def _is_own(self, place: Place, each: ProvisionsNamed) -> bool:
        """Whether a provision that is named without an instrument is one of this text."""
        if lint_references.is_of_this(place.words, each.end):
            return True
        outermost = self.draft.provisions[place.path[0]].kind
        elsewhere = self.changes or outermost in (ProvisionKind.PREAMBLE, ProvisionKind.ANNEX)
        return not elsewhere and not lint_references.is_of_another(place.words, each.start, each.end)

    def _of_own(self, place: Place, about: Reference) -> Reference:
        try:
            spots = located(self.draft, about.provision) if about.provision else []
        except UnknownProvision:
            lost = any(_begin_alike(finding.at, about.at) for finding in self.own_nowhere)
            return replace(about, found=Found.NOWHERE if lost else Found.UNTOLD)
        if len(spots) > 1:
            self._several(place, about, len(spots))
            return replace(about, found=Found.AMBIGUOUS)
        return replace(about, found=Found.PROVISION)

    def _of_another(self, place: Place, about: Reference, of: Reference) -> Reference:
        about = replace(about, instrument=of.instrument, choices=of.choices)
        text = self.texts.get(of.instrument)
        if of.found is not Found.INSTRUMENT or about.provision is None:
            return replace(about, found=of.found)
        if text is None:
            return replace(about, found=Found.NOT_HELD)
        try:
            spots = located(text, about.provision)
        except UnknownProvision as error:
            message = f"{place.name} refers to “{about.words}”, and its text has none. {error.remedy}".rstrip()
            self.findings.append(Finding("reference-nowhere", message, about.at, "See which provision is meant."))
            return replace(about, found=Found.NOWHERE)
        if len(spots) > 1:
            self._several(place, about, len(spots))
            return replace(about, found=Found.AMBIGUOUS)
        return replace(about, found=Found.PROVISION)

    def _several(self, place: Place, about: Reference, count: int) -> None:
        message = f"{place.name} refers to “{about.words}”, and {count} provisions are called so."
        self.findings.append(
            Finding("reference-ambiguous", message, about.at, "Say of which part, chapter or annex.", Severity.NOTE)
        )

    def _pointed(self, place: Place, about: Reference) -> Reference:
        """'The said Article': the last one of its level that was named in the same article or before."""
        level = Level.ARTICLE if "article" in about.words.casefold() else Level.PARAGRAPH
        for last in reversed(self.last):
            if last.provision is None:
                continue
            steps = last.provision.steps
            inner = next((at for at, step in enumerate(steps, 1) if step.level is level), 0)
            if inner:
                about = replace(about, instrument=last.instrument, own=last.own, named=last.named)
                return replace(about, found=last.found, provision=Address(steps[:inner]))
        message = f"{place.name} says “{about.words}”, and none is named before it."
        self.findings.append(Finding("reference-nowhere", message, about.at, "See which provision is meant."))
        return replace(about, found=Found.NOWHERE)


_POINTING = re.compile(r"\b(?:[Tt]he (?:said|same|aforesaid)|[Ss]aid) (?:[Aa]rticle|[Pp]aragraph)\b(?! [\dIVX(])")
_OF = re.compile(r"(?i)[\s,]*(?:\([^)]*\)\s*)?(?:of|to|in|under)\s*")
_COMES_AFTER = re.compile(
    r"(?i),?\s*(?:and )?(?:in particular|especially|notably|specifically)?,?\s*(?:in |under |by |of )?"
)
_THEREOF = re.compile(r"(?i)[,)\s]*thereof\b")


def _pointing(place: Place) -> Iterator[ProvisionsNamed]:
    for match in _POINTING.finditer(place.words):
        yield ProvisionsNamed((), *match.span())


def _whose(words: str, each: ProvisionsNamed, told: Sequence[InstrumentMention]) -> InstrumentMention | None:
    """The instrument that the words beside a provision say it is of: 'Article VI of the Convention', 'the Charter, in
    particular Article 51', 'Article 3 thereof'."""
    after = next((one for one in told if one.start >= each.end), None)
    if after is not None and _OF.fullmatch(words, each.end, after.start):
        return after
    before = next((one for one in reversed(told) if one.end <= each.start), None)
    if before is None:
        return None
    if _THEREOF.match(words, each.end):
        return before
    theirs = lint_references.is_of_another(words[before.end :], each.start - before.end, each.end - before.end)
    if _COMES_AFTER.fullmatch(words, before.end, each.start) and not theirs:
        return before
    return None


def _begin_alike(one: Citation, other: Citation) -> bool:
    return (one.document, one.note, one.start) == (other.document, other.note, other.start)


def _article(at: Address | None) -> str:
    return next((str(step) for step in at.steps if step.level is Level.ARTICLE), "") if at else ""


def _alike(seen: _Seen, mention: InstrumentMention) -> bool:
    return seen.mention.kind == mention.kind and telling_words(mention.words) <= telling_words(seen.mention.words)
