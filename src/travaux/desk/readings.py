"""Keeps beside documents what was read of them, and gives it to whoever may see the whole document. Whatever it lacks
is read anew: it never says what is not there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from travaux.desk import models
from travaux.desk.access.decide import partly


def kept(subject: str, rules: str, documents: Collection[int]) -> dict[int, str]:
    """What was read on a subject by these rules of documents, by their keys; of those that whoever asks sees whole."""
    rows = models.Reading.objects.filter(subject=subject, rules=rules, document__in=documents)
    return dict(rows.values_list("document_id", "tree"))


def keep(subject: str, rules: str, trees: Mapping[int, str]) -> None:
    """Keep what was read in place of what was kept before. Of a document that whoever asks sees without some portions
    nothing is kept: another would take it for all that there is. The transaction is the action's."""
    hidden = partly()
    rows = [
        models.Reading(document_id=key, subject=subject, rules=rules, tree=tree)
        for key, tree in trees.items()
        if key not in hidden
    ]
    models.Reading._base_manager.bulk_create(
        rows, update_conflicts=True, unique_fields=["document", "subject"], update_fields=["rules", "tree"]
    )
