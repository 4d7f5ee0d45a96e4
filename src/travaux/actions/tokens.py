"""Gives programs tokens by which they ask as a person, and revokes them."""

from __future__ import annotations

from django.utils import timezone

from travaux.actions.people import require_no_more
from travaux.actions.permit import permit
from travaux.desk import file, journal
from travaux.desk.access.viewer import current
from travaux.desk.people import tokens
from travaux.desk.people.people import person
from travaux.errors import UnknownEntry

#: No token is for longer than a year.
MOST_DAYS = 366


def give_token(key: str, name: str, *, writes: bool, days: int) -> str:
    """Give a token of the person `key` for a program called `name`; the secret is told now and never again.

    Raises NotPermitted where it is not one's own and one may not, UnknownEntry where the person or a name is missing,
    or the days are none or too many.
    """
    if current().key != key:
        permit("people")
        require_no_more(person(key))
    named = " ".join(name.split())
    if not named:
        raise UnknownEntry("The token has no name.", remedy="Say what program it is for.")
    if not 1 <= days <= MOST_DAYS:
        raise UnknownEntry(f"A token is for 1 to {MOST_DAYS} days, not {days}.", remedy="Give another when it expires.")
    with file.writing():
        row, secret = tokens.keep(person(key), named, writes=writes, made_at=timezone.now(), days=days)
        journal.enter("gave token", journal.On("person", key), journal.row(row))
    return secret


def revoke_token(number: int) -> None:
    """Have a token no longer count. Raises UnknownEntry where there is none, NotPermitted where it is another's."""
    row = tokens.token(number)
    if current().key != row.person.key:
        permit("people")
    if row.revoked_at is not None:
        return
    with file.writing():
        row.revoked_at = timezone.now()
        row.save(update_fields=["revoked_at"])
        journal.enter("revoked token", journal.On("person", row.person.key), journal.row(row))
