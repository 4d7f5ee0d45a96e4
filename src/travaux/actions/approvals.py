"""What was decided on requests for authority: as people entered it, and as approvers decided in packages on the same
paper. What is entered by hand goes before a package."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

from django.utils import timezone

from travaux.clearance.entries import Verdict
from travaux.clearance.standing import Decision, Routing
from travaux.desk import mandates, models, packages
from travaux.desk.mandates import Approval
from travaux.mandate.authority_said import Decided, Recommendation, Request
from travaux.mandate.directives_said import Said
from travaux.mandate.likeness import likeness

#: A recommendation is that of a package where it is so like it, and like no other so much.
_SAME = 0.75
_DECIDED = {
    Verdict.APPROVED: Decided.APPROVED,
    Verdict.MODIFIED: Decided.ADDED,
    Verdict.DISAPPROVED: Decided.DISAPPROVED,
}


class Approvals:
    """What is known of the decisions on requests, looked up once for all of them."""

    def __init__(self) -> None:
        self.entered = mandates.approvals()
        subjects = packages.decided_by_subject()
        drafts = models.Draft.objects.filter(ident__in=subjects).values_list("ident", "document__ident")
        within = dict(drafts)
        self.keys = dict[str, list[str]]()
        for subject, keys in subjects.items():
            self.keys.setdefault(within.get(subject, subject), []).extend(keys)

    def of(self, request: Request) -> dict[str, Approval]:
        """What counts of each recommendation of a request that somebody decided on, by number."""
        found = dict[str, Approval]()
        for words, approval in self._taken(request.document):
            one = _meant(words, request)
            if one is not None:
                found[one.number] = replace(approval, number=one.number)
        entered = (self.entered.get((request.document, one.number)) for one in request.recommendations)
        return found | {each.number: each for each in entered if each is not None}

    def _taken(self, document: str) -> Iterator[tuple[str, Approval]]:
        """The decisions that stand in packages of a document, the oldest first, with the words decided on."""
        standing = [each for each in packages.seen(self.keys.get(document, ())) if not each.is_recalled]
        decisions = [
            (state, decision)
            for state in standing
            for number in state.to_decide
            if number and (decision := state.decision_on(number)) is not None
        ]
        for state, decision in sorted(decisions, key=lambda each: each[1].entry.made_at):
            words = state.package.recommendations[decision.entry.recommendation - 1]
            yield words, _approval(state, document, decision)


def as_decided(request: Request | None, approvals: Approvals) -> Request | None:
    """A request with the decisions that people took or entered, which go before those read. Who enters the same
    decision leaves what they do not say as it was read: its day may be all that was missing."""
    if request is None:
        return None
    known = approvals.of(request)
    found = (_with(one, known[one.number]) if one.number in known else one for one in request.recommendations)
    return replace(request, recommendations=tuple(found))


def as_entered(request: Request | None, approvals: Approvals) -> Request | None:
    """A request with those decisions alone: what was read of the others is not confirmed."""
    if request is None:
        return None
    known = approvals.of(request)
    found = (
        one if one.number in known else replace(one, decided=Decided.OPEN, addition=None)
        for one in request.recommendations
    )
    return replace(request, recommendations=tuple(found))


def _with(one: Recommendation, known: Approval) -> Recommendation:
    read = one if known.decided is one.decided else replace(one, addition=None, by="", on=None)
    addition = Said(known.addition, one.words.at) if known.addition else read.addition
    by, on = known.approver or read.by, known.on or read.on
    return replace(one, decided=known.decided, addition=addition, by=by, on=on)


def _meant(words: str, request: Request) -> Recommendation | None:
    """The recommendation of a request that a package has in these words; None where none or more than one is so
    like them."""
    like = sorted(
        ((likeness(words, one.words.words), at) for at, one in enumerate(request.recommendations)), reverse=True
    )
    if not like or like[0][0] < _SAME or (len(like) > 1 and like[1][0] == like[0][0]):
        return None
    return request.recommendations[like[0][1]]


def _approval(state: Routing, document: str, decision: Decision) -> Approval:
    entry = decision.entry
    change = entry.change.words if entry.change is not None else ""
    return Approval(
        document=document,
        number=str(entry.recommendation),
        decided=_DECIDED[entry.verdict],
        addition=(entry.words or change) if entry.verdict is Verdict.MODIFIED else "",
        approver=f"{entry.by} (package {state.package.id})",
        on=_day(entry.made_at),
    )


def _day(moment: datetime.datetime) -> datetime.date:
    return timezone.localtime(moment).date()
