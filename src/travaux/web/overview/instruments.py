"""The drafts of the file, instrument by instrument, each beside the version before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from travaux.desk import models
from travaux.text.instrument import by_instrument


@dataclass(frozen=True, slots=True)
class Version:
    """A draft, and the version of the same instrument before it."""

    draft: models.Draft
    before: models.Draft | None


@dataclass(frozen=True, slots=True)
class Instrument:
    """What all versions of one text are; `title` is that of its newest."""

    title: str
    versions: tuple[Version, ...]


def instruments(drafts: Iterable[models.Draft]) -> tuple[Instrument, ...]:
    """The instruments in the order of their first drafts; `drafts` are in order of date."""
    return tuple(Instrument(group[-1].title, _versions(group)) for group in by_instrument(drafts))


def _versions(drafts: list[models.Draft]) -> tuple[Version, ...]:
    return tuple(Version(draft, before) for draft, before in zip(drafts, [None, *drafts], strict=False))
