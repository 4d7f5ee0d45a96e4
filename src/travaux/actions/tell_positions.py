"""Tells what all documents of the open file say of issues and positions, beside what is entered: proposals."""

from __future__ import annotations

from travaux.actions.read_once import Reading, read_once
from travaux.desk import convert, models, shelf
from travaux.mandate.issue_passages import OnIssue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.position_proposals import Heard, Proposals, heard, position_proposals

_POSITIONS = Reading("positions", Heard, lambda row: heard(convert.document(row)))


def tell_positions(register: IssueRegister) -> Proposals:
    """What the documents tell that whoever asks may see, in order of date. Nothing is confirmed."""
    rows = models.Document.objects.order_by(*shelf.IN_ORDER)
    return position_proposals((found for _, found in read_once(_POSITIONS, rows)), register)


def unconfirmed(proposals: Proposals, register: IssueRegister) -> tuple[OnIssue, ...]:
    """The passages proposed on issues that nobody confirmed yet, whether the issue is entered or not."""
    passed = {(passage.issue, passage.at) for passage in register.passages}
    return tuple(one for each in proposals.issues for one in each.passages if (one.issue, one.at) not in passed)
