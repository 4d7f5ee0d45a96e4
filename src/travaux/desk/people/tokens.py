"""Keeps the tokens by which programs ask as a person, and tells whose a token is."""

from __future__ import annotations

import datetime
import secrets
from dataclasses import dataclass

from travaux.desk.journal.proof import digest
from travaux.desk.people.tables import Person, Token
from travaux.errors import UnknownEntry

#: How a token begins, so that one left in a script is known for what it is.
PREFIX = "travaux_"


@dataclass(frozen=True, slots=True)
class Known:
    """Whose a token is, and whether it may change the file."""

    person: Person
    writes: bool


def keep(person: Person, name: str, *, writes: bool, made_at: datetime.datetime, days: int) -> tuple[Token, str]:
    """Keep a new token of a person for so many days; gives its row and its secret, which nobody can tell again."""
    secret = PREFIX + secrets.token_urlsafe(32)
    row = Token(
        person=person,
        name=name,
        # It has 256 random bits: no slow hash is needed to keep it from being guessed.
        sha256=digest(secret),
        writes=writes,
        made_at=made_at,
        expires_at=made_at + datetime.timedelta(days=days),
    )
    row.save(force_insert=True)
    return row, secret


def known(secret: str, *, now: datetime.datetime) -> Known | None:
    """Whose token this is; None where there is none such, it is revoked or expired, or the person is barred."""
    if not secret.startswith(PREFIX):
        return None
    rows = Token.objects.select_related("person").filter(sha256=digest(secret), revoked_at=None, person__active=True)
    row = rows.filter(made_at__lte=now, expires_at__gt=now).first()
    return Known(row.person, row.writes) if row else None


def tokens(key: str = "") -> list[Token]:
    """The tokens of a person, or of all, the newest first."""
    rows = Token.objects.select_related("person").order_by("-id")
    return list(rows.filter(person__key=key) if key else rows)


def token(number: int) -> Token:
    """The token of that number. Raises UnknownEntry."""
    row = Token.objects.select_related("person").filter(pk=number).first()
    if row is None:
        raise UnknownEntry(f"There is no token {number}.", remedy="Its number stands beside it: travaux token FILE.")
    return row
