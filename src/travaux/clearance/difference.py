"""What an office has not seen: exactly the lines that changed since the text that it cleared, in the part that it has
to clear."""

from __future__ import annotations

from travaux.clearance.package import provisions_of
from travaux.clearance.standing import Routing
from travaux.compare.redline import Change, Manner, Redline, Span, redline


def difference_for(state: Routing, office: str) -> Redline | None:
    """The changes since an office's last reply, with its own changes taken for seen; None where it has not replied.

    Raises ValueError where it is not on the route.
    """
    seat = state.package.seat(office)
    reply = state.reply_of(office)
    if reply is None:
        return None
    if not seat.of:
        return changed_lines(redline(reply.text, state.text, legible=True))
    lines = tuple(
        line
        for address in seat.of
        for line in redline(provisions_of(reply.text, address), provisions_of(state.text, address), legible=True).lines
    )
    return changed_lines(Redline(lines))


def changed_lines(found: Redline) -> Redline:
    """The lines of a redline in which anything changed."""
    return Redline(tuple(line for line in found.lines if any(_is_change(span) for span in line.spans)))


def _is_change(span: Span) -> bool:
    return span.change is not Change.KEPT or span.manner is Manner.ELSEWHERE
