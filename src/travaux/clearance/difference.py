"""What an office has not seen: exactly the words that changed since the text that it cleared, in the part that it has
to clear."""

from __future__ import annotations

from travaux.clearance.package import provisions_of
from travaux.clearance.routing import Routing
from travaux.compare.redline import Redline, redline


def difference_for(state: Routing, office: str) -> Redline | None:
    """The changes since an office's last reply, with its own changes taken for seen; None where it has not replied.

    Raises ValueError where it is not on the route.
    """
    seat = state.package.seat(office)
    reply = state.reply_of(office)
    if reply is None:
        return None
    if not seat.of:
        return redline(reply.text, state.text, legible=True)
    lines = tuple(
        line
        for address in seat.of
        for line in redline(provisions_of(reply.text, address), provisions_of(state.text, address), legible=True).lines
    )
    return Redline(lines)
