"""The treaty of mutual cooperation and security, followed through the published record from draft to draft."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import travaux
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.record.document import Document
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.locate import locate, provision_at
from travaux.text.parse import parse

pytestmark = pytest.mark.corpus

VOLUME = "frus1958-60v18"
# Three volumes of different age and make; TRAVAUX_ALL_VOLUMES=1 takes every one, which lasts minutes.
SOME_VOLUMES = (VOLUME, "frus1952-54v14p2", "frus1969-76v12")
Record = dict[str, Document]


@pytest.fixture(scope="module")
def record(corpus: Path) -> Record:
    documents = travaux.read(corpus / "frus" / f"{VOLUME}.xml")
    return {document.id.removeprefix(f"{VOLUME}/"): document for document in documents}


@pytest.fixture(scope="module")
def proceedings(record: Record) -> Proceedings:
    return travaux.follow(record.values())


def _draft(proceedings: Proceedings, id: str) -> Draft:
    return next(draft for draft in proceedings.drafts if draft.id == f"{VOLUME}/{id}")


def _steps(proceedings: Proceedings, id: str) -> list[Step]:
    return [step for step in proceedings.steps if step.instruction.at.document == f"{VOLUME}/{id}"]


def _provision(draft: Draft, address: str) -> Provision:
    return provision_at(draft, locate(draft, parse(address)).path)


def _changed(before: Draft, after: Draft) -> list[str]:
    """The numbers of the articles that are not the very same."""
    pairs = zip(before.articles, after.articles, strict=True)
    return [one.number for one, other in pairs if one.text != other.text]


def _codes(step: Step) -> set[str]:
    return {finding.code for finding in step.findings}


def test_tab_a_of_document_27_is_a_draft_of_a_preamble_and_ten_articles(proceedings: Proceedings) -> None:
    draft = _draft(proceedings, "d27/tab-a")

    assert [provision.kind for provision in draft.provisions[:2]] == [ProvisionKind.TITLE, ProvisionKind.PREAMBLE]
    assert [article.number for article in draft.articles] == "I II III IV V VI VII VIII IX X".split()
    assert draft.title.startswith("DRAFT TREATY OF MUTUAL COOPERATION AND SECURITY")


def test_document_28_substitutes_one_article_and_cuts_another_to_its_first_sentence(proceedings: Proceedings) -> None:
    before, after = _draft(proceedings, "d27/tab-a"), _draft(proceedings, "d28/amended")

    assert after.derived_from == before.id
    assert _changed(before, after) == ["VI", "IX"]
    assert _provision(after, "Article VI").wording.startswith("In furtherance of the objectives of this Treaty")
    first, _, rest = _provision(before, "Article IX").wording.partition(". ")
    assert _provision(after, "Article IX").wording == f"{first}."
    assert rest.startswith("However")


def test_article_x_of_document_28_is_in_the_draft_already(proceedings: Proceedings) -> None:
    outcomes = [step.outcome for step in _steps(proceedings, "d28")]

    assert outcomes == [Outcome.SUPERSEDED, Outcome.ASSUMED, Outcome.ASSUMED]
    assert "already-there" in _codes(_steps(proceedings, "d28")[2])


def test_document_43_changes_articles_v_and_vi_and_adds_a_recital(proceedings: Proceedings) -> None:
    before, after = _draft(proceedings, "d28/amended"), _draft(proceedings, "d43/amended")
    recitals = [each.text for each in _provision(after, "Preamble").children if each.kind is ProvisionKind.RECITAL]
    resolved = next(index for index, words in enumerate(recitals) if words.startswith("Having resolved"))

    assert after.derived_from == before.id
    assert _changed(before, after) == ["V", "VI"]
    assert "territory or areas" in _provision(after, "Article V").wording
    assert "facilities and areas" in _provision(after, "Article VI").wording
    assert recitals[resolved - 1].startswith("Recognizing that the maintenance of international peace")


def test_document_57_works_on_a_text_that_is_not_in_the_record(proceedings: Proceedings) -> None:
    steps = _steps(proceedings, "d57")

    assert {step.outcome for step in steps} == {Outcome.REFUSED}
    assert all("text-not-in-record" in _codes(step) for step in steps[:1])
    assert (steps[0].instruction.alternative, steps[1].instruction.alternative) == (False, True)
    assert {"alternative"} & _codes(steps[1])


@pytest.mark.parametrize("id", ["d50", "d60"])
def test_instructions_on_the_administrative_agreement_never_touch_the_treaty(proceedings: Proceedings, id: str) -> None:
    assert _steps(proceedings, id)
    assert {step.outcome for step in _steps(proceedings, id)} == {Outcome.REFUSED}
    assert not [draft for draft in proceedings.drafts if draft.id.startswith(f"{VOLUME}/{id}/")]


def test_every_word_of_every_draft_has_an_origin_whose_passage_holds_it(
    proceedings: Proceedings, record: Record
) -> None:
    for draft in proceedings.drafts:
        for run in (run for provision in draft.walk() for run in provision.line):
            source = record[run.origin.document.removeprefix(f"{VOLUME}/")]
            assert source.passage(run.origin).strip().casefold() == run.words.strip().casefold()


def test_every_instruction_cites_its_own_words(proceedings: Proceedings, record: Record) -> None:
    for step in proceedings.steps:
        at = step.instruction.at
        assert record[at.document.removeprefix(f"{VOLUME}/")].passage(at) == step.instruction.words


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "volume" in metafunc.fixturenames:
        metafunc.parametrize("volume", _volumes())


def _volumes() -> list[str]:
    if not os.environ.get("TRAVAUX_ALL_VOLUMES"):
        return list(SOME_VOLUMES)
    folder = Path(os.environ.get("TRAVAUX_CORPUS") or Path(__file__).resolve().parents[3] / "shared" / "record")
    return sorted(path.stem for path in (folder / "frus").glob("*.xml"))


def test_a_whole_volume_is_followed_without_an_error(corpus: Path, volume: str) -> None:
    path = corpus / "frus" / f"{volume}.xml"
    if not path.is_file():
        pytest.skip(f"{path.name} is not among the volumes at hand")
    documents = travaux.read(path)
    proceedings = travaux.follow(documents)
    known = {document.id: document for document in documents}

    assert {step.instruction.at.document for step in proceedings.steps} <= set(known)
    for draft in proceedings.drafts:
        for run in (run for provision in draft.walk() for run in provision.line):
            assert known[run.origin.document].passage(run.origin).strip().casefold() == run.words.strip().casefold()
