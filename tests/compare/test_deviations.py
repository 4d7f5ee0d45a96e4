"""How drafts depart from standard forms, case by case, and what holds of any two texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.text.golden import cases, document, hold, read
from tests.text.instruments import drafts

from travaux.compare.blanks import Filled, fill_in
from travaux.compare.deviations import Clause, Deviations, Standing, deviations
from travaux.compare.reasons import Reason, ReasonKind, reasons
from travaux.compare.render import as_text
from travaux.compare.weight import Weight
from travaux.exchange.departures import summary
from travaux.findings import Citation
from travaux.record.document import Document, Kind
from travaux.record.read import read as read_record
from travaux.text.draft import Draft
from travaux.text.outline import outline
from travaux.text.parse import parse

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "strait-of-ilvane"


def _draft(name: str, words: str) -> Draft:
    (draft,) = outline(document(name, words, kind=Kind.AGREEMENT))
    return draft


def _told(found: Deviations) -> str:
    lines = [f"{each.name}: as in the form{_filled(each)}" for each in found.clauses if not each.departs]
    for each in found.by_weight:
        was = f", {each.form_at} of the form" if each.renumbered else ""
        lines.append(f"{each.name}{was}: {each.standing}; {each.weight}{_because(each)}{_filled(each)}")
        lines += [f"  {line}" for line in as_text(each.redline).split("\n") if "{+" in line or "[-" in line]
        lines += [f"  because “{reason.words}”" for reason in each.reasons]
        lines += ["  no reason known"] * each.unexplained
    return "\n".join(lines)


def _because(clause: Clause) -> str:
    return f" ({'; '.join(clause.because)})" if clause.because else ""


def _filled(clause: Clause) -> str:
    return "".join(f"; {each.blank} is {each.words}" for each in clause.filled)


@pytest.mark.parametrize("case", cases("compare", "deviations"))
def test_a_draft_is_held_against_its_form_clause_by_clause(case: Path) -> None:
    form, draft = _draft("form", read(case / "form.txt")), _draft("draft", read(case / "draft.txt"))
    record = case / "record.txt"
    said = reasons([document("memorandum", read(record))], form, draft) if record.exists() else ()

    hold(case, deviations=_told(deviations(form, draft, reasons=said)))


def _documents() -> dict[str, Document]:
    paths = sorted(EXAMPLE.glob("[0-2]*.txt"))
    return {each.id: each for path in paths for each in read_record(path.read_bytes(), name=path.name)}


def test_the_departures_of_the_example_have_the_reasons_that_its_readme_names() -> None:
    record = _documents()
    (form,) = outline(record["03-standard-form-1957"])
    (draft,) = outline(record["08-memorandum-tab-a"])
    found = deviations(form, draft, reasons=reasons(record.values(), form, draft))

    explained = {each.name for each in found.by_weight if each.reasons}
    assert explained == {f"Article {number}" for number in ("II", "III", "IV", "VI", "VII", "VIII", "X", "XI")}
    assert [each.name for each in found.unexplained] == ["Preamble", "Article V"]


@settings(max_examples=50, deadline=None)
@given(drafts())
def test_a_text_follows_itself_in_every_clause(draft: Draft) -> None:
    assert {each.standing for each in deviations(draft, draft).clauses} == {Standing.SAME}


@settings(max_examples=50, deadline=None)
@given(drafts(), drafts())
def test_every_clause_of_both_texts_is_told_once_and_weighs_what_it_must(form: Draft, draft: Draft) -> None:
    found = deviations(form, draft)

    for each in found.clauses:
        assert (each.form is None) == (each.standing is Standing.ADDED)
        assert (each.draft is None) == (each.standing is Standing.MISSING)
        assert (each.weight is Weight.WHOLE) == (each.form is None or each.draft is None)
    assert len(found.by_weight) == sum(each.departs for each in found.clauses)
    order = [list(Weight).index(each.weight) for each in found.by_weight]
    assert order == sorted(order)


def test_a_reason_that_a_person_gave_is_put_to_its_clause_alone() -> None:
    form = _draft("form", "Treaty\nArticle 1\nIt runs daily.\nArticle 2\nIt is free.")
    draft = _draft("draft", "Treaty\nArticle 1\nIt runs weekly.\nArticle 2\nIt is cheap.")
    given_by_hand = Reason(ReasonKind.REASON, draft.id, parse("Article 2"), "Nobody pays.", given=True, key=4)
    found = deviations(form, draft, reasons=[given_by_hand])

    assert [each.name for each in found.by_weight if each.reasons == (given_by_hand,)] == ["Article 2"]


def test_a_conflict_explains_no_departure() -> None:
    form = _draft("form", "Treaty\nArticle 1\nIt runs daily.\nArticle 2\nIt is free.")
    draft = _draft("draft", "Treaty\nArticle 1\nIt runs weekly.\nArticle 2\nIt is free.")
    noted = Reason(ReasonKind.CONFLICT, draft.id, parse("Article 1"), "It contradicts.", Citation("charter", 0, 9))
    found = deviations(form, draft, reasons=[noted])

    assert [(each.name, each.reasons) for each in found.unexplained] == [("Article 1", (noted,))]


def test_a_conflict_without_the_provision_it_is_with_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="a conflict cites"):
        Reason(ReasonKind.CONFLICT, "d/draft", parse("Article 2"), "It contradicts the Charter.")
    assert Reason(ReasonKind.CONFLICT, "d/draft", parse("Article 2"), "It does.", Citation("charter", 0, 9)).at


def test_a_blank_takes_words_and_nothing_else_may_differ() -> None:
    assert fill_in("In (name of waters) only.", "In the Strait only.") == (
        (Filled("(name of waters)", "the Strait"),),
        True,
    )
    assert fill_in("In (name of waters) only.", "In the Strait alone.") == ((), False)
    assert fill_in("Same\nwords.", "Same words.") == ((), True)


def test_an_article_left_out_is_told_from_the_one_that_has_its_number_now() -> None:
    form = _draft(
        "form", "Treaty\nArticle 1\nIt runs daily.\nArticle 2\nDogs are free.\nArticle 3\nIt calls at Morven."
    )
    draft = _draft("draft", "Treaty\nArticle 1\nIt runs daily.\nArticle 2\nIt calls at Morven twice.")
    *_, last = summary(deviations(form, draft))

    assert last == "No reason is known for Article 2 of the form and Article 2."
