"""The instruments between Japan and the United States from 1951 to 1960, as the published record gives them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from travaux.amend.follow import follow
from travaux.errors import UnknownDocument
from travaux.record.document import Document
from travaux.record.read import read
from travaux.status.change import change
from travaux.status.event import Event, EventKind
from travaux.status.exits import exits, if_notice
from travaux.status.final_clauses import final_clauses
from travaux.status.on import on
from travaux.status.register import Register
from travaux.status.register_file import register_file
from travaux.status.state import Doubt, Standing, Status
from travaux.status.terms import FinalClauses
from travaux.text.draft import Draft

pytestmark = pytest.mark.corpus

REGISTER = Path(__file__).with_name("japan.toml").read_text()
VOLUME = "frus1958-60v18.xml"
#: Article IX as first drafted keeps the Administrative Agreement in force; as amended it has its first sentence alone.
FIRST, AMENDED = "frus1958-60v18/d27/tab-a", "frus1958-60v18/d47/draft"


@pytest.fixture(scope="module")
def record(corpus: Path) -> tuple[Mapping[str, Document], Mapping[str, Draft]]:
    documents = read((corpus / "frus" / VOLUME).read_bytes(), name=VOLUME)
    drafts = follow(documents).drafts
    return {document.id: document for document in documents}, {draft.id: draft for draft in drafts}


def _register(record: tuple[Mapping[str, Document], Mapping[str, Draft]], draft: str, *, exchanged: bool) -> Register:
    """The register with the treaty as one draft has it; `exchanged`: as if ratifications were, on 23 June 1960, which
    this volume does not tell."""
    documents, drafts = record

    def document(ident: str) -> Document:
        if ident not in documents:
            raise UnknownDocument(f"There is no document {ident}.")
        return documents[ident]

    def clauses(ident: str) -> FinalClauses:
        return final_clauses(drafts[ident])

    content = REGISTER.replace('"DRAFT"', f'"{draft}"').encode()
    register = register_file(content, name="japan.toml", documents=document, clauses=clauses)
    if not exchanged:
        return register
    at = register.by_id["treaty-1960"].at
    date = datetime.date(1960, 6, 23)
    return register.with_events(Event(id="x", instrument="treaty-1960", kind=EventKind.EXCHANGE, date=date, at=at))


def _of(register: Register, day: str, ident: str) -> Standing:
    return on(register, datetime.date.fromisoformat(day)).of(ident, "Japan")


def test_in_1957_the_treaty_and_the_agreement_under_it_are_in_force(record) -> None:  # type: ignore[no-untyped-def]
    register = _register(record, FIRST, exchanged=False)

    for ident in ("security-treaty-1951", "administrative-agreement-1952"):
        standing = _of(register, "1957-01-01", ident)
        assert (standing.status, standing.since) == (Status.IN_FORCE, datetime.date(1952, 4, 28))
    assert _of(register, "1957-01-01", "notes-1951").status is Status.IN_FORCE
    assert _of(register, "1957-01-01", "treaty-1960").status is Status.NO_RECORD


@pytest.mark.parametrize("day", ["1960-06-22", "1960-06-24"])
def test_the_volume_tells_of_no_exchange_so_the_new_treaty_stays_signed(record, day: str) -> None:  # type: ignore[no-untyped-def]
    register = _register(record, FIRST, exchanged=False)
    standing = _of(register, day, "treaty-1960")

    assert standing.status is Status.SIGNED
    assert [each.doubt for each in standing.undetermined] == [Doubt.NOT_YET]
    assert _of(register, day, "security-treaty-1951").status is Status.IN_FORCE
    assert _of(register, day, "status-agreement-1960").status is Status.SIGNED


@pytest.mark.parametrize(("draft", "expected"), [(FIRST, Status.IN_FORCE), (AMENDED, Status.ENDED)])
def test_on_its_entry_into_force_the_old_treaty_ends_and_the_agreement_as_the_draft_has_it(  # type: ignore[no-untyped-def]
    record, draft: str, expected: Status
) -> None:
    register = _register(record, draft, exchanged=True)
    # Without the agreement on status, which itself puts an end to the Administrative Agreement.
    kept = tuple(one for one in register.instruments if one.id != "status-agreement-1960")
    events = tuple(event for event in register.events if event.instrument != "status-agreement-1960")
    alone = Register(kept, register.relations, events)

    assert _of(alone, "1960-06-22", "security-treaty-1951").status is Status.IN_FORCE
    assert _of(alone, "1960-06-24", "security-treaty-1951").since == datetime.date(1960, 6, 23)
    assert _of(alone, "1960-06-24", "treaty-1960").status is Status.IN_FORCE
    assert _of(alone, "1960-06-24", "administrative-agreement-1952").status is Status.IN_FORCE
    # What carries the agreement on: words of the treaty, or nothing but that it has no end of its own.
    continued = alone.continued_by.get("administrative-agreement-1952", ())
    assert bool(continued) is (expected is Status.IN_FORCE)


def test_the_agreement_on_status_ends_the_administrative_agreement_with_its_own_entry(record) -> None:  # type: ignore[no-untyped-def]
    register = _register(record, AMENDED, exchanged=True)

    assert _of(register, "1960-06-24", "status-agreement-1960").since == datetime.date(1960, 6, 23)
    ended = _of(register, "1960-06-24", "administrative-agreement-1952")
    assert (ended.status, ended.since) == (Status.ENDED, datetime.date(1960, 6, 23))
    assert ended.rules[0].at is not None
    assert ended.rules[0].at.document == "frus1958-60v18/d50"


@pytest.mark.parametrize("draft", [FIRST, AMENDED])
def test_notice_is_possible_from_23_june_1970_and_ends_it_a_year_later(record, draft: str) -> None:  # type: ignore[no-untyped-def]
    register = _register(record, draft, exchanged=True)
    given = datetime.date(1970, 6, 23)

    ways = [way for way in exits(register, datetime.date(1965, 1, 1)) if way.instrument == "treaty-1960"]
    assert {(way.notice, way.effect) for way in ways} == {(given, datetime.date(1971, 6, 23))}
    standing = _of(if_notice(register, "treaty-1960", "Japan", given), "1970-06-23", "treaty-1960")
    assert (standing.status, standing.until) == (Status.IN_FORCE, datetime.date(1971, 6, 23))
    early = if_notice(register, "treaty-1960", "Japan", given - datetime.timedelta(days=1))
    assert _of(early, "1972-01-01", "treaty-1960").status is Status.IN_FORCE


def test_the_first_draft_and_the_amended_one_would_end_the_treaty_of_1951_and_the_agreement_under_it(record) -> None:  # type: ignore[no-untyped-def]
    for name in (FIRST, AMENDED):
        register = _register(record, name, exchanged=False)

        found = change(record[1][name], register, datetime.date(1960, 6, 23), texts={"treaty-1960": record[1][name]})

        assert [each.instrument for each in found.ends] == ["security-treaty-1951", "administrative-agreement-1952"]
        assert [each.instrument for each in found.begins] == ["status-agreement-1960"]
        led = {each.named: each.instrument for each in found.references.references if each.instrument}
        assert all("Security Treaty" in words for words, ident in led.items() if ident == "security-treaty-1951")
