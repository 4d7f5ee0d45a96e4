"""Tells what drafts are still to be sought in: what a large build puts off, and what one that was cut short left."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from travaux.desk import models
from travaux.desk.access.viewer import house

_FILES = """
    SELECT count(*), sum(CASE WHEN first.id IS NOT NULL AND first.found IS NULL THEN 1 ELSE 0 END)
    FROM desk_source s LEFT JOIN desk_document first
    ON first.id = (SELECT min(d.id) FROM desk_document d WHERE d.source_id = s.id)
    WHERE NOT s.followed
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The sources in which drafts were not sought yet; `examined`: what stands in each of their documents by itself
    was found, and drafts are only to be followed through them."""

    sources: tuple[models.Source, ...] = ()
    examined: bool = True

    @property
    def size(self) -> int:
        """How many bytes their files have."""
        return sum(source.size for source in self.sources)


def waiting() -> Waiting:
    """What is waiting, whoever may see it."""
    with house():
        sources = tuple(models.Source.objects.filter(followed=False).order_by("pk"))
        return Waiting(sources, examined=not (sources and _unexamined().exists()))


def unexamined() -> tuple[models.Source, ...]:
    """The sources with documents that were not examined, in the order in which they came in."""
    with house():
        of = _unexamined().filter(source=OuterRef("pk"))
        return tuple(models.Source.objects.filter(Exists(of), followed=False).order_by("pk"))


def documents() -> int:
    """In how many documents drafts were not sought yet."""
    with house():
        return models.Document.objects.filter(source__followed=False).count()


def files() -> tuple[int, int]:
    """In how many sources drafts were not sought yet, and how many of them were not examined. It is told by the first
    document of each, as they are examined whole."""
    with connection.cursor() as cursor:
        waiting, left = cursor.execute(_FILES).fetchone()
    return waiting, left or 0


def _unexamined() -> QuerySet[models.Document]:
    return models.Document.objects.filter(found=None, source__followed=False)
