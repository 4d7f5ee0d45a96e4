"""The register pages: who and what the sources of the file list, and each entry with the documents that name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from travaux.desk.registers import lookup
from travaux.desk.registers.lookup import Entry
from travaux.desk.registers.pack import EntryKind
from travaux.web.asked import number
from travaux.web.show import Request, show

_PAGE = 100
_DOCUMENTS = 50
#: The longest name that is looked for.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One name of the registers, in how many documents it stands, and how often."""

    entry: Entry
    sources: tuple[str, ...]
    documents: int
    times: int

    @property
    def words(self) -> str:
        """The list's own words, without the name."""
        return self.entry.printed.removeprefix(self.entry.name).lstrip(" ,")


def register(request: Request) -> HttpResponse:
    name = request.GET.get("name", "").strip()[:_LONGEST]
    asked = request.GET.get("kind", "")
    kind = EntryKind(asked) if asked in tuple(EntryKind) else None
    page = max(number(request, "page") or 1, 1)
    found = lookup.find(name, kind=kind, first=(page - 1) * _PAGE, limit=_PAGE)
    pages = max(-(-found.total // _PAGE), 1)
    context = {
        "name": name,
        "kind": kind,
        "kinds": tuple(EntryKind),
        "lines": _lines(found.groups),
        "total": found.total,
        "registers": lookup.listed(),
        "page": page,
        "pages": pages,
        "previous": _address(name, kind, page - 1) if page > 1 else "",
        "next": _address(name, kind, page + 1) if page < pages else "",
    }
    return show(request, "register/page.html", context)


def entry(request: Request, key: int) -> HttpResponse:
    shown = lookup.entry(key)
    group = lookup.same(shown)
    page = max(number(request, "page") or 1, 1)
    documents, total, times = lookup.documents(group, first=(page - 1) * _DOCUMENTS, limit=_DOCUMENTS)
    context = {
        "entry": shown,
        "group": group,
        "documents": documents,
        "total": total,
        "times": times,
        "page": page,
        "pages": max(-(-total // _DOCUMENTS), 1),
    }
    return show(request, "register/entry.html", context)


def _lines(groups: Sequence[tuple[Entry, ...]]) -> list[Line]:
    counted = lookup.how_often(entry for group in groups for entry in group)
    lines = []
    for group in groups:
        numbers = [counted.get(entry.key, (0, 0)) for entry in group]
        sources = tuple(dict.fromkeys(entry.register for entry in group))
        lines.append(Line(group[0], sources, sum(each[0] for each in numbers), sum(each[1] for each in numbers)))
    return lines


def _address(name: str, kind: EntryKind | None, page: int) -> str:
    asked = {"name": name, "kind": kind.value if kind else "", "page": str(page)}
    return f"{reverse('register')}?{urlencode({key: value for key, value in asked.items() if value})}"
