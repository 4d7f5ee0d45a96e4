"""The findings of the file by code, a page at a time, each with the instruction that it explains."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from travaux.amend.decide import Decision
from travaux.desk import convert, decisions, models, shelf
from travaux.findings import Finding, Severity
from travaux.web.asked import number
from travaux.web.document.found import Told, tell

PAGE = 50
# What the filter by weight calls every finding.
EVERY = "every"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings the reader wants to see; what is left undone, where nothing else is asked."""

    weight: str = Severity.REFUSED.value
    code: str = ""
    document: str = ""

    def address(self, **changed: object) -> str:
        """The address of the page with this choice, some of it changed."""
        chosen: dict[str, object] = {"weight": self.weight, "code": self.code, "document": self.document}
        given = {name: value for name, value in (chosen | changed).items() if value}
        return f"{reverse('settle')}?{urlencode(given)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to settle at one passage: findings, and the instruction that they explain, if any. `decidable`: a person
    can say how the passage is to be read."""

    document: models.Document
    findings: tuple[Finding, ...]
    told: Told | None
    decidable: bool
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of findings, with how many there are of each code."""

    asked: Asked
    codes: tuple[tuple[str, int, str], ...]
    entries: tuple[Entry, ...]
    page: Page[models.Finding]

    @property
    def all(self) -> str:
        return self.asked.address(code="", document="")

    @property
    def previous(self) -> str:
        return self.asked.address(page=self.page.previous_page_number()) if self.page.has_previous() else ""

    @property
    def next(self) -> str:
        return self.asked.address(page=self.page.next_page_number()) if self.page.has_next() else ""


def asked(request: HttpRequest) -> Asked:
    """What the address of the page asks for."""
    weight = request.GET.get("weight", "")
    weights = (*(severity.value for severity in Severity), EVERY)
    return Asked(
        weight if weight in weights else Severity.REFUSED.value,
        request.GET.get("code", ""),
        request.GET.get("document", ""),
    )


def listing(request: HttpRequest) -> Listing:
    """That page of findings; a number out of range gives the nearest page."""
    wanted = asked(request)
    among = _of_weight(wanted)
    codes = among.order_by().values_list("code").annotate(n=Count("id")).order_by("-n", "code")
    rows = among.filter(code=wanted.code) if wanted.code else among
    page = Paginator(rows.select_related("document", "step"), PAGE).get_page(number(request, "page") or 1)
    counted = tuple((code, count, wanted.address(code=code)) for code, count in codes)
    return Listing(wanted, counted, _entries(tuple(page.object_list)), page)


def _of_weight(wanted: Asked) -> QuerySet[models.Finding]:
    rows = shelf.all_findings()
    if wanted.weight != EVERY:
        rows = rows.filter(severity=wanted.weight)
    return rows.filter(document__ident=wanted.document) if wanted.document else rows


def _entries(rows: tuple[models.Finding, ...]) -> tuple[Entry, ...]:
    """The findings of one instruction together, in the order of the first of them."""
    groups: dict[object, list[models.Finding]] = {}
    for row in rows:
        groups.setdefault(row.step_id or (row.pk, row.code), []).append(row)
    decided = decisions.in_force()
    return tuple(_entry(group, decided) for group in groups.values())


def _entry(group: list[models.Finding], decided: dict[str, tuple[Decision, ...]]) -> Entry:
    first = group[0]
    step = convert.step(first.step) if first.step else None
    findings = tuple(convert.finding(row) for row in group)
    here = decided.get(first.document.ident, ())
    return Entry(
        document=first.document,
        findings=findings,
        told=tell(step, here) if step else None,
        decidable=step is not None or first.stage == models.Stage.FOLLOWING,
        decision=next((each for each in here if each.at == findings[0].at), None),
    )
