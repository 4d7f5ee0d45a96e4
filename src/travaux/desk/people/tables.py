"""The rows of people, their offices, their sessions, and the attempts to log in that failed. State only."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Office(models.Model):
    """An office that takes part: of which party, on which distribution lists its members are, as JSON."""

    name = models.TextField(unique=True)
    party = models.TextField(blank=True, default="")
    lists = models.TextField(default="[]")

    objects: ClassVar[models.Manager[Office]] = models.Manager()

    class Meta:
        app_label = "desk"

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Someone who logs in as `key`. Lists, names and roles are JSON; `password` and `totp_key` are never shown.

    `totp_last` is the time step of the last code used, so that none is used twice. `stamp` changes when every session
    of theirs is to end.
    """

    key = models.TextField(unique=True)
    name = models.TextField()
    password = models.TextField()
    level = models.PositiveSmallIntegerField(default=0)
    lists = models.TextField(default="[]")
    names = models.TextField(default="[]")
    roles = models.TextField(default="[]")
    offices = models.ManyToManyField(Office, related_name="members")
    active = models.BooleanField(default=True)
    totp_key = models.TextField(blank=True, default="")
    totp_last = models.PositiveBigIntegerField(default=0)
    stamp = models.TextField(blank=True, default="")
    made_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Person]] = models.Manager()

    class Meta:
        app_label = "desk"

    def __str__(self) -> str:
        return self.key


class Token(models.Model):
    """What a program shows to ask as a person: known by the hash of its secret, which is told once and kept nowhere.

    `writes`: it may change the file as well as read it. Never changed but by `revoked_at`.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    name = models.TextField()
    sha256 = models.CharField(max_length=64, unique=True)
    writes = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[Token]] = models.Manager()

    class Meta:
        app_label = "desk"

    def __str__(self) -> str:
        return f"{self.name} of {self.person_id}"


class Session(AbstractBaseSession):
    """A person's session, signed; it holds who they are and nothing of the file."""

    class Meta:
        app_label = "desk"

    @classmethod
    def get_session_store_class(cls) -> type:
        from travaux.desk.people.sessions import SessionStore  # where people log in only

        return SessionStore


class Attempt(models.Model):
    """An attempt to log in that failed: as whom, and from which address."""

    key = models.TextField()
    address = models.TextField()
    at = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager[Attempt]] = models.Manager()

    class Meta:
        app_label = "desk"

    def __str__(self) -> str:
        return f"{self.key} from {self.address}"
