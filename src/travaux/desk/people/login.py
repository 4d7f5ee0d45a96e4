"""Tells whether somebody is who they say: by password, and by a code of their device where they have one.

Whatever is wrong, the answer is the same and takes as long. Who tries too often has to wait. Hashing is Django's, by
argon2; codes are those of RFC 6238, by django-otp.
"""

from __future__ import annotations

import base64
import datetime
import secrets
from dataclasses import dataclass
from urllib.parse import quote

from django.utils import timezone

from travaux.desk.people.tables import Attempt, Person, Session
from travaux.errors import NotPermitted

#: So many attempts that failed within this time, as one person from one address, from one address, or as one person
#: from wherever, and no other is looked at. The last is the larger, so that nobody is easily kept out by others.
MOST, MOST_OF_ADDRESS, MOST_OF_PERSON = 5, 30, 50
WITHIN = datetime.timedelta(minutes=15)
#: A code holds for half a minute; clocks may differ by one such step.
_STEP, _DRIFT = 30, 1
_WRONG = "Name, password or code is wrong."


class TooOften(NotPermitted):
    """Somebody tried to log in too often."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gives who wants to log in."""

    key: str
    password: str
    code: str = ""
    address: str = ""


def known(given: Given) -> Person:
    """The person whose name and password these are. Raises NotPermitted where they are nobody's, TooOften after too
    many attempts."""
    require_patience(given)
    row = Person.objects.filter(key=given.key, active=True).first()
    if not _is_password(given.password, row) or row is None:
        raise _wrong()
    return row


def use_code(given: Given, row: Person) -> None:
    """Take the code of the person's device, where they have one. Raises NotPermitted where it is none, or was used.

    To be called in a transaction that takes writing; it lets go of the sessions that are over, too.
    """
    require_patience(given)
    if not _is_code(given.code, row):
        raise _wrong()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()


def _wrong() -> NotPermitted:
    return NotPermitted(_WRONG, remedy="Try again, or ask a keeper of the file.")


def require_patience(given: Given) -> None:
    """Raises TooOften where this person, or this address, failed too often of late."""
    since = timezone.now() - WITHIN
    late = Attempt.objects.filter(at__gte=since)
    as_one, from_one = late.filter(key=given.key), late.filter(address=given.address)
    too_often = (
        as_one.filter(address=given.address).count() >= MOST
        or from_one.count() >= MOST_OF_ADDRESS
        or as_one.count() >= MOST_OF_PERSON
    )
    if too_often:
        minutes = int(WITHIN.total_seconds() // 60)
        raise TooOften("Too many attempts failed.", remedy=f"Try again in {minutes} minutes.")


def failed(given: Given) -> None:
    """Keep that an attempt failed; those of long ago are let go."""
    now = timezone.now()
    Attempt.objects.filter(at__lt=now - 2 * WITHIN).delete()
    Attempt.objects.create(key=given.key[:200], address=given.address[:200], at=now)


def _is_password(password: str, row: Person | None) -> bool:
    from django.contrib.auth.hashers import check_password, make_password  # where somebody logs in only

    if row is None or not row.password:
        make_password(password)  # takes as long as to look
        return False
    return check_password(password, row.password)


def _is_code(code: str, row: Person) -> bool:
    if not row.totp_key:
        return True
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdecimal()) or len(digits) != 6:
        return False
    step = verified(row.totp_key, int(digits), after=row.totp_last)
    if step is None:
        return False
    # Of two who send the same code at one time, one is let in.
    return bool(Person.objects.filter(pk=row.pk, totp_last__lt=step).update(totp_last=step))


def verified(key: str, code: int, *, after: int = 0) -> int | None:
    """The time step of which a code is, later than `after`; None where it is of none."""
    from django_otp.oath import TOTP

    device = TOTP(base64.b32decode(key), step=_STEP)
    return int(device.t()) if device.verify(code, tolerance=_DRIFT, min_t=after + 1) else None


def new_key() -> str:
    """A new secret that a person's device makes codes by, as devices take it."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def address_of(key: str, person: str, *, file: str) -> str:
    """The same as an address that devices open."""
    label = quote(f"Travaux:{person}")
    return f"otpauth://totp/{label}?secret={key}&issuer=Travaux%20{quote(file)}"


def hashed(password: str, row: Person) -> str:
    """The password as it is kept. Raises NotPermitted where it is one that would be guessed."""
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    try:
        validate_password(password, row)  # type: ignore[arg-type]
    except ValidationError as error:
        raise NotPermitted(" ".join(error.messages), remedy="Choose another password.") from None
    return make_password(password)
