"""Managers that give of a table what whoever looks now may see: by the documents that its rows rest on.

They ask `decide` and have no rule of their own. For one who sees all they are Django's own, at no cost.
"""

from __future__ import annotations

from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from travaux.desk.access.decide import sees_all, visible_documents, visible_in_part

M = TypeVar("M", bound=models.Model)


class _Seen(models.Manager[M]):
    """Gives the rows that fit the rule."""

    def get_queryset(self) -> QuerySet[M]:
        rows = super().get_queryset()
        return rows if sees_all() else rows.filter(self._rule())

    def _rule(self) -> Q:
        raise NotImplementedError


class Visible(_Seen[M]):
    """Documents that may be seen, were it without some portions: their rows come without the words of these."""

    def _rule(self) -> Q:
        return Q(pk__in=RawSQL(visible_in_part(), ()))


class ByDocument(_Seen[M]):
    """Rows of a `document` that may be seen whole."""

    def _rule(self) -> Q:
        return Q(document__in=_documents())


class RestingOn(_Seen[M]):
    """Rows of a `document` that may be seen whole, which rest on no document that may not."""

    def _rule(self) -> Q:
        through: Any = self.model._meta.get_field("rests_on").remote_field.through  # type: ignore[union-attr]
        own = {str(self.model._meta.model_name): OuterRef("pk")}
        hidden = through._base_manager.filter(**own).exclude(document__in=_documents())
        return Q(document__in=_documents()) & Q(~Exists(hidden))


class BySource(_Seen[M]):
    """Rows of a source of which any document may be seen, or which has none; `path` leads to its key."""

    def __init__(self, path: str = "pk") -> None:
        super().__init__()
        self._path = path

    def _rule(self) -> Q:
        documents = apps.get_model("desk", "Document")
        shown = documents._default_manager.values("source")
        return Q(**{f"{self._path}__in": shown}) | ~Q(**{f"{self._path}__in": documents._base_manager.values("source")})


class ByCited(_Seen[M]):
    """Rows that name a document, which may be seen whole, by its id."""

    def _rule(self) -> Q:
        return Q(document__in=_idents())


class ByRemark(_Seen[M]):
    """Rows on a draft that may be seen, which cite no document that may not."""

    def _rule(self) -> Q:
        drafts = apps.get_model("desk", "Draft")._default_manager.values("ident")
        return Q(draft__in=drafts) & (Q(document="") | Q(document__in=_idents()))


def _documents() -> RawSQL:
    return RawSQL(visible_documents(), ())


def _idents() -> RawSQL:
    return RawSQL(visible_documents("ident"), ())
