"""Reckons the whole journal of the open file anew, and holds what the file has against what the entries say."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

from travaux.desk import models
from travaux.desk.journal import contents
from travaux.desk.journal.enter import plain
from travaux.desk.journal.proof import Broken, Chain, Claims, canonical, digest
from travaux.desk.journal.row import told
from travaux.desk.journal.rows import JournalEntry

#: Tables of which every row has an entry. A row of any other is a part of what an entry says as a whole, or is derived
#: from what is in these, and made anew with it.
JOURNALLED = (
    "Source",
    "Decision",
    "Remark",
    "InstrumentRegister",
    "Withholding",
    "Marked",
    "Portion",
    "IssueEntry",
    "ClearanceEntry",
    "DirectiveDecision",
    "AuthorityDecision",
    "TermDecision",
    "Person",
    "Office",
    "Token",
)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What came of verifying: how many entries were reckoned anew, the hash of the last, how many documents and other
    things they speak of, and what is broken, in the order of the entries."""

    entries: int
    head: str
    contents: int
    broken: tuple[Broken, ...]


def verify(*, noted: str = "") -> Reckoned:
    """Reckon the journal of the open file. `noted` is the hash of an entry, or the beginning of it, that was written
    down before: the chain must have it still."""
    chain, heads = Chain(), set[str]()
    for entry in JournalEntry.objects.order_by("number").iterator(chunk_size=1_000):
        chain.take(plain(entry), entry.content)
        if noted and entry.hash.startswith(noted):
            heads.add(entry.hash)
    broken = [chain.broken] if chain.broken else list(_contents(chain.claims))
    if not chain.entries and not chain.broken:
        broken.append(Broken(0, "The file has no journal."))
    if noted and not heads:
        broken.append(Broken(0, f"No entry has the hash {noted}: this is another chain than the one that had it."))
    claims = chain.claims
    count = len(claims.documents) + len(claims.rows)
    # What no entry speaks of comes last.
    return Reckoned(
        chain.entries, chain.head, count, tuple(sorted(broken, key=lambda each: each.number or chain.entries))
    )


def _contents(claims: Claims) -> Iterator[Broken]:
    yield from _documents(claims)
    yield from _sources(claims)
    yield from _rows(claims)
    number, expected = claims.proceedings
    if number and contents.joined(contents.proceedings()) != expected:
        yield Broken(number, "the drafts and what became of the instructions are not what was found then.")


def _documents(claims: Claims) -> Iterator[Broken]:
    left = dict(claims.documents)
    rows = models.Document._base_manager.order_by("id").values_list("ident", "tree", "marking__tree")
    for ident, tree, marking in rows.iterator(chunk_size=100):
        number, expected = left.pop(ident, (0, ""))
        if not number:
            yield Broken(0, f"No entry speaks of the document {ident}, which the file has.")
        elif digest(tree) != expected:
            yield Broken(number, f"the document {ident} is not what was entered.")
        marked, entered = claims.markings.get(ident, (0, ""))
        if marked and (marking or "") != entered:
            yield Broken(marked, f"the marking of the document {ident} is not what was entered.")
    for ident, (number, _) in left.items():
        yield Broken(number, f"the document {ident} is not in the file any more.")


def _sources(claims: Claims) -> Iterator[Broken]:
    found = {"found": contents.found, "columns": contents.columns}
    for (key, name), (number, expected) in claims.sources.items():
        if name == "lists":
            lists = contents.lists(int(key))
            now = digest(lists) if lists else ""
        else:
            now = contents.joined(found[name](int(key)))
        if now != expected:
            yield Broken(number, f"{_NAMES[name]} of the source is not what was entered.")


_NAMES = {
    "found": "what was found in the documents",
    "columns": "what the documents are looked up by",
    "lists": "the list of persons and abbreviations",
}


def _rows(claims: Claims) -> Iterator[Broken]:
    tables = {model._meta.db_table: model for model in apps.get_app_config("desk").get_models()}
    claimed: dict[str, dict[int | str, tuple[int, Mapping[str, Any]]]] = {
        apps.get_model("desk", name)._meta.db_table: {} for name in JOURNALLED
    }
    for (table, key), claim in claims.rows.items():
        claimed.setdefault(table, {})[key] = claim
    for table, left in claimed.items():
        if table not in tables:
            yield Broken(min(number for number, _ in left.values()), f"the file has no table {table} any more.")
            continue
        for row in _of_table(tables[table], left).iterator(chunk_size=500):
            yield from _row(row, left.pop(row.pk, None))
        for key, (number, _) in left.items():
            yield Broken(number, f"{_name(tables[table])} {key} is not in the file any more.")


def _of_table(table: type[Model], claimed: Collection[int | str]) -> QuerySet[Model]:
    """The rows of a table of which every one has an entry; of another, those that entries speak of."""
    rows = table._base_manager.order_by("pk")
    return rows if table.__name__ in JOURNALLED else rows.filter(pk__in=list(claimed))


def _row(row: Model, claim: tuple[int, Mapping[str, Any]] | None) -> Iterator[Broken]:
    if claim is None:
        yield Broken(0, f"No entry speaks of {_name(type(row))} {row.pk}, which the file has.")
        return
    number, columns = claim
    now = told(row)["columns"]
    assert isinstance(now, Mapping)
    # A later version of the program may have added columns.
    if canonical({name: now.get(name) for name in columns}) != canonical(columns):
        yield Broken(number, f"{_name(type(row))} {row.pk} is not what was entered.")


def _name(model: type[Model]) -> str:
    return str(model._meta.verbose_name)
