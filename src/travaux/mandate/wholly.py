"""Tells which messages are on one subject as a whole, though not every order in them names it: by the subject line, by
what they open with, or because they refer at their head to a message that is. One that names another issue is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from travaux.errors import UnreadableAddress
from travaux.findings import Citation
from travaux.mandate.is_named import is_named
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.on import provision
from travaux.mandate.subject import Subject
from travaux.record.document import Document
from travaux.text.parse import parse


class By(StrEnum):
    """What says that a message is on a subject as a whole."""

    LINE = "its subject line names it"
    OPENING = "it opens with it, and names no other issue"
    ANSWER = "it refers at its head to a message that is, and names no other issue"


@dataclass(frozen=True, slots=True)
class Wholly:
    """A message that is on a subject as a whole, by what, and the passage that says so."""

    document: str
    by: By
    at: Citation


#: So far into a message its first words say what it is about.
_OPENING = 200
_PROVISION = re.compile(r"\b(?:Article|Annex|Section) (?:[IVXLC]+|\d{1,3})\b|\b[Pp]reamble\b")


def wholly(
    document: Document, subject: Subject, register: IssueRegister, *, heads: Callable[[], Mapping[Citation, Document]]
) -> Wholly | None:
    """By what a message is on a subject as a whole; None where nothing says so. `heads` gives the messages that it
    refers to at its head, by the places where it does; it is asked only where they can say something."""
    others = _others(subject, register)
    own = _by_itself(document, subject, register, others)
    if own is not None or is_named(document.text, others):
        return own
    answered = (at for at, other in heads().items() if _by_itself(other, subject, register, others) is not None)
    at = next(answered, None)
    return Wholly(document.id, By.ANSWER, at) if at is not None else None


def with_messages(subject: Subject, found: tuple[Wholly, ...], lengths: Mapping[str, int]) -> Subject:
    """The subject with these messages as passages on it, each as long as is told."""
    places = (Citation(each.document, 0, lengths[each.document]) for each in found)
    return replace(subject, places=(*subject.places, *places))


def _by_itself(document: Document, subject: Subject, register: IssueRegister, others: frozenset[str]) -> Wholly | None:
    line = document.subject or ""
    if subject.is_named_in(line) and not is_named(line, others):
        return Wholly(document.id, By.LINE, document.cite(0, min(_OPENING, len(document.text))))
    # Without other issues nothing tells that a message is on this one alone.
    if len(register.issues) < 2 or not subject.issues:
        return None
    opening = document.text[:_OPENING]
    own = subject.provisions_in(document.id)
    opens = subject.is_named_in(opening) or (_provisions(opening) and _provisions(document.text) <= own)
    if opens and not is_named(document.text, others):
        return Wholly(document.id, By.OPENING, document.cite(0, len(opening)))
    return None


def _others(subject: Subject, register: IssueRegister) -> frozenset[str]:
    """The names of the issues that are neither this one, nor below it, nor above it."""
    own = {each.id for each in subject.issues}
    near = own | {above for ident in own for above in register.above(ident)}
    return frozenset(name for issue in register.issues if issue.id not in near for name in issue.names)


def _provisions(words: str) -> frozenset[str]:
    found = set()
    for each in _PROVISION.findall(words):
        try:
            found.add(provision(parse(each)))
        except UnreadableAddress:
            continue
    return frozenset(found)
