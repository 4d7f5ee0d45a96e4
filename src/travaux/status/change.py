"""What a draft would change on its entry into force: what ends, what stays, which references no longer lead anywhere.

The draft is taken to enter into force for all its parties on one day, and the state on that day is held against the
state without it. Nothing is changed here: the words that other texts would need are proposed, each with its clause.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from travaux.findings import Finding, Severity
from travaux.status.conflicts import conflicts
from travaux.status.entering import entering
from travaux.status.instrument import Instrument
from travaux.status.on import on
from travaux.status.proposals import Affected, Effect, Proposal, names_provision, proposals
from travaux.status.references import Reference, References, references
from travaux.status.register import Register, Replacement
from travaux.status.state import Rule, State, Status
from travaux.status.terms import Continuation, EntryIntoForce, ReadAs, Supersession
from travaux.text.address import Address
from travaux.text.draft import Draft

_LIVING = (Status.IN_FORCE, Status.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of `instrument` for `parties` on that day, and by which rules."""

    instrument: str
    parties: tuple[str, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """All that the draft, as `instrument`, changes on `day`: what `begins` with it, `ends`, `continues` by a clause."""

    instrument: Instrument
    registered: bool
    day: datetime.date
    begins: tuple[Outcome, ...]
    ends: tuple[Outcome, ...]
    continues: tuple[Outcome, ...]
    affected: tuple[Affected, ...]
    proposals: tuple[Proposal, ...]
    references: References
    findings: tuple[Finding, ...]


def change(draft: Draft, register: Register, day: datetime.date, *, texts: Mapping[str, Draft]) -> Change:
    """What `draft` would change if it entered into force on `day`; `texts` are those of registered instruments by id.

    A draft of an instrument that is registered takes its place; what happened to that one is left out of account.
    """
    case = entering(draft, register, day)
    instrument, entered = case.instrument, case.entered
    before, after = on(case.without, day), on(entered, day)
    ends = tuple(_outcomes(before, after, _LIVING, (Status.ENDED,)))
    own = references(draft, entered, texts=texts, ident=instrument.id)
    affected = tuple(_Case(instrument, own, entered, after, texts).affected({each.instrument for each in ends}))
    begun = (each for each in _outcomes(before, after, None, _LIVING) if each.instrument != instrument.id)
    return Change(
        instrument=instrument,
        registered=case.registered,
        day=day,
        begins=tuple(begun),
        ends=ends,
        continues=tuple(_continued(instrument, entered, before, after)),
        affected=affected,
        proposals=proposals(instrument, affected, texts),
        references=own,
        findings=(
            *_unclear(instrument, entered, before, after),
            *_numbers(affected, draft, instrument),
            *conflicts(draft, instrument, entered, after, texts),
            *own.findings,
        ),
    )


def _outcomes(before: State, after: State, was: Sequence[Status] | None, now: Sequence[Status]) -> Iterator[Outcome]:
    """The instruments that stand as `now` and stood as `was`; without `was`, that did not stand as `now`."""
    found: dict[str, Outcome] = {}
    for standing in after.standings:
        old = before.of(standing.instrument, standing.party).status
        if standing.status not in now or (old in now if was is None else old not in was):
            continue
        known = found.get(standing.instrument, Outcome(standing.instrument, (), standing.rules))
        found[standing.instrument] = replace(known, parties=(*known.parties, standing.party))
    yield from found.values()


def _continued(instrument: Instrument, entered: Register, before: State, after: State) -> Iterator[Outcome]:
    """What a clause of the draft keeps in force, and is."""
    for ident, others in entered.continued_by.items():
        rules = tuple(dict.fromkeys(each.rule for each in others if each.by == instrument.id))
        parties = tuple(
            standing.party
            for standing in after.standings
            if standing.instrument == ident
            and standing.status in _LIVING
            and before.of(ident, standing.party).status in _LIVING
        )
        if rules and parties:
            yield Outcome(ident, parties, rules)


@dataclass(frozen=True, slots=True)
class _Case:
    """The draft in force as `instrument` with its own references; all else is looked up in `entered`."""

    instrument: Instrument
    own: References
    entered: Register
    after: State
    texts: Mapping[str, Draft]

    def affected(self, ended: Set[str]) -> Iterator[Affected]:
        """References of texts alive, or yet to be, that a clause turns or that lead to what ended."""
        lives = {each.instrument for each in self.after.standings if each.status is not Status.ENDED}
        for one in self.entered.instruments:
            if one.id == self.instrument.id or one.id not in lives or one.id not in self.texts:
                continue
            for each in references(self.texts[one.id], self.entered, texts=self.texts, ident=one.id).references:
                if each.own or not each.instrument:
                    continue
                turned = next(
                    (term for term in self.instrument.clauses.of(ReadAs) if self._turns(term, one, each)), None
                )
                if turned is not None:
                    yield Affected(one.id, each, Effect.READ_AS, Rule(turned.words, turned.at))
                elif each.instrument in ended:
                    yield Affected(one.id, each, Effect.NOTHING, self._why(each.instrument))

    def _turns(self, term: ReadAs, one: Instrument, reference: Reference) -> bool:
        """Whether a clause has a reference in the text of an instrument read otherwise."""
        instrument, provision = self._old(term)
        if reference.instrument != instrument or provision not in (None, reference.provision):
            return False
        # 'References to X in Y': the other instruments that the clause names are those in whose texts it reads.
        named = [each for each in self.own.references if _stands_in(each, term) and not each.own]
        where = {each.instrument for each in named} - {instrument}
        return not where or one.id in where

    def _old(self, term: ReadAs) -> tuple[str, Address | None]:
        """What the references are to that a clause turns: an instrument, or a provision of it."""
        for each in self.own.references:
            if _stands_in(each, term) and each.words in term.old:
                return each.instrument, each.provision
        found = self.entered.named(term.old)
        return (found[0] if found else "", None)

    def _why(self, ident: str) -> Rule:
        """The clause by which an instrument ended: that of the draft, or the first rule of its standing."""
        for each in self.entered.replaced_by.get(ident, ()):
            if each.by == self.instrument.id:
                return each.rule
        ended = [each for each in self.after.standings if each.instrument == ident and each.status is Status.ENDED]
        return ended[0].rules[0] if ended and ended[0].rules else Rule("It has ended.")


def _stands_in(reference: Reference, term: ReadAs) -> bool:
    return reference.at.document == term.at.document and term.at.start <= reference.at.start < term.at.end


def _numbers(affected: Sequence[Affected], draft: Draft, instrument: Instrument) -> Iterator[Finding]:
    """References to provisions that a clause turns by the name of the instrument alone: the numbers may be others."""
    terms = {Rule(term.words, term.at): term for term in instrument.clauses.of(ReadAs)}
    for each in affected:
        provision = each.reference.provision
        turned = each.rule in terms and not names_provision(terms[each.rule].old)
        if turned and provision is not None:
            message = (
                f"“{each.reference.words}” is to be read otherwise; whether {provision} is the same there is not said."
            )
            yield Finding(
                "number-to-check", message, each.reference.at, f"Compare it with {draft.title}.", Severity.NOTE
            )


def _unclear(instrument: Instrument, register: Register, before: State, after: State) -> Iterator[Finding]:
    """What the final clauses leave open or say against each other."""
    if not instrument.parties:
        message = "The draft names no party of the register; for whom it would enter into force is not told."
        yield Finding("parties-not-told", message, instrument.at, "Register it with its parties.")
    if not instrument.clauses.of(EntryIntoForce):
        message = "No clause on entry into force was read; it would be when all that negotiated it have consented."
        yield Finding("entry-not-told", message, instrument.at, "VCLT art. 24(2).", Severity.NOTE)
    clauses: tuple[Supersession | Continuation, ...] = instrument.clauses.of(Supersession)
    for term in (*clauses, *instrument.clauses.of(Continuation)):
        found = register.named(term.other, besides=instrument.id)
        if not found:
            message = f"{term.address or 'A clause'} is about “{term.other}”, which is not registered."
            yield Finding("clause-on-unregistered", message, term.at, "Register it, so that what follows can be told.")
        elif isinstance(term, Supersession):
            yield from _superseded(instrument, term, found[0], before, after)
    for ident, others in register.replaced_by.items():
        kept = _by(instrument, register.continued_by.get(ident, ()))
        ended = _by(instrument, others)
        if ended and kept:
            message = f"One clause ends {ident}, and another keeps it in force: “{kept[0].rule.words}”"
            yield Finding("ended-and-continued", message, ended[0].rule.at or instrument.at, "Say which is meant.")


def _by(instrument: Instrument, others: Sequence[Replacement]) -> list[Replacement]:
    return [each for each in others if each.by == instrument.id]


def _superseded(
    instrument: Instrument, term: Supersession, ident: str, before: State, after: State
) -> Iterator[Finding]:
    living = [each.party for each in before.standings if each.instrument == ident and each.status in _LIVING]
    if not living:
        message = f"{ident} is ended by a clause, and it is not in force on that day."
        yield Finding("not-in-force", message, term.at, "See whether the clause is needed.", Severity.NOTE)
    left = [party for party in living if after.of(ident, party).status in _LIVING]
    if left:
        message = f"{ident} stays in force for {', '.join(left)}, no party to {instrument.title}."
        yield Finding("stays-for-others", message, term.at, "VCLT arts. 30(4), 59.", Severity.NOTE)
