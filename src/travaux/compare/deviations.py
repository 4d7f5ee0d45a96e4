"""How a draft departs from a standard form: clause by clause, in order of weight, each with the reasons that are known.

A blank of the form that the draft fills in is no departure. What weighs how much is told by named rules from the words
that changed; whether a departure matters is for a lawyer to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from travaux.compare.align import Pair, align
from travaux.compare.blanks import Filled, fill_in
from travaux.compare.reasons import Reason, ReasonKind
from travaux.compare.redline import Change, Redline, of_pair
from travaux.compare.unit_names import UnitNames
from travaux.compare.weight import Weight, weigh
from travaux.text.address import Address
from travaux.text.draft import PRINTED_ONLY, Draft, Provision, ProvisionKind
from travaux.text.lines import same_number


class Standing(StrEnum):
    """How a clause stands to the standard form."""

    SAME = "same"
    FILLED_IN = "filled in"
    CHANGED = "changed"
    MOVED = "moved"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the form and of the draft; None on the side that lacks it, and then no address either.

    `because` says what in the words that changed gave it its weight; `filled` are the blanks and what was put in;
    `renumbered` where it bears another number than in the form.
    """

    form: Provision | None
    draft: Provision | None
    form_at: Address | None
    at: Address | None
    standing: Standing
    weight: Weight
    redline: Redline
    because: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()
    reasons: tuple[Reason, ...] = ()
    moved: bool = False
    renumbered: bool = False

    @property
    def name(self) -> str:
        """What the clause is called: by the draft, or where it is missing, by the form."""
        told = str(self.at or self.form_at or "The text")
        return told[:1].upper() + told[1:]

    @property
    def departs(self) -> bool:
        """Whether the clause departs from the form in more than its blanks."""
        return self.standing not in (Standing.SAME, Standing.FILLED_IN)

    @property
    def unexplained(self) -> bool:
        """Whether the departure wants a reason and none is known: a title is each text's own, place and form need none,
        and a conflict is no reason."""
        kinds = {each.kind for each in (self.form, self.draft) if each is not None}
        wants = self.departs and self.weight not in (Weight.PLACE, Weight.FORM) and kinds != {ProvisionKind.TITLE}
        return wants and not any(each.kind is ReasonKind.REASON for each in self.reasons)


@dataclass(frozen=True, slots=True)
class Deviations:
    """The clauses of a draft held against a standard form, in the order of the draft."""

    form: Draft
    draft: Draft
    clauses: tuple[Clause, ...]

    @property
    def by_weight(self) -> tuple[Clause, ...]:
        """The clauses that depart, the weightiest first, and of one weight in the order of the draft."""
        order = list(Weight)
        return tuple(sorted((each for each in self.clauses if each.departs), key=lambda each: order.index(each.weight)))

    @property
    def unexplained(self) -> tuple[Clause, ...]:
        """The departures that want a reason and for which none is known."""
        return tuple(each for each in self.by_weight if each.unexplained)


# Where words that turn the sense of an article turn nothing.
_OWES_NOTHING = frozenset({ProvisionKind.TITLE, ProvisionKind.PREAMBLE, ProvisionKind.RECITAL, ProvisionKind.FORMULA})
# What each draft words in its own way.
_OWN = PRINTED_ONLY | {ProvisionKind.SIGNATURE}


def deviations(form: Draft, draft: Draft, *, reasons: Iterable[Reason] = ()) -> Deviations:
    """Every clause of the two texts once. `reasons` are those of the record and of people; each is put to the clause
    that it is on.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> def text(id, *lines):
    ...     body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    ...     return outline(Document(id=id, title=id, kind=Kind.AGREEMENT, body=body))[0]
    >>> form = text("form", "Treaty", "Article 1", "Ships shall pass.", "Article 2", "It is done at (place).")
    >>> ours = text("ours", "Treaty", "Article 1", "Ships may pass.", "Article 2", "It is done at Morven.")
    >>> [(each.name, each.standing.value, *each.because) for each in deviations(form, ours).clauses]
    [('Title', 'same'), ('Article 1', 'changed', 'shall → may'), ('Article 2', 'filled in')]
    """
    known = tuple(reasons)
    names = UnitNames(form), UnitNames(draft)
    clauses = [_clause(pair, *names) for pair in align(form, draft) if not _is_own(pair)]
    return Deviations(form, draft, tuple(_with_reasons(each, known, form, draft) for each in clauses))


def _is_own(pair: Pair) -> bool:
    return any(each is not None and each.kind in _OWN for each in (pair.before, pair.after))


def _clause(pair: Pair, form: UnitNames, draft: UnitNames) -> Clause:
    before, after = pair.before, pair.after
    laid = of_pair(pair)
    form_at, at = form.of(before), draft.of(after)
    if before is None or after is None:
        standing = Standing.ADDED if before is None else Standing.MISSING
        return Clause(before, after, form_at, at, standing, Weight.WHOLE, laid)
    filled, whole = fill_in(before.wording, after.wording)
    renumbered = bool(before.number or after.number) and not same_number(before.number, after.number)
    moved = pair.moved
    weight, because = weigh(laid, {each.blank for each in filled})
    if whole:
        standing = Standing.FILLED_IN if filled else Standing.SAME
        standing = Standing.MOVED if moved or renumbered else standing
        weight, because = Weight.PLACE if standing is Standing.MOVED else Weight.NONE, ()
    else:
        standing = Standing.CHANGED
        if weight is Weight.SENSE and after.kind in _OWES_NOTHING:
            weight, because = Weight.WORDING, ()
    return Clause(
        before, after, form_at, at, standing, weight, laid, because, filled, moved=moved, renumbered=renumbered
    )


def _with_reasons(clause: Clause, reasons: Sequence[Reason], form: Draft, draft: Draft) -> Clause:
    if not clause.departs:
        return clause
    on = tuple(each for each in reasons if each.is_on(form.id, clause.form_at) or each.is_on(draft.id, clause.at))
    return replace(clause, reasons=on)


def changed_words(clause: Clause) -> tuple[int, int]:
    """How many words of the form are gone, and how many have come."""
    spans = [span for line in clause.redline.lines for span in line.spans]
    gone, come = (
        sum(len(span.words.split()) for span in spans if span.change is change)
        for change in (Change.DELETED, Change.INSERTED)
    )
    return gone, come
