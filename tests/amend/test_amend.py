"""Instructions one after another: the later ones supersede, withdraw, turn down or agree to the earlier."""

from __future__ import annotations

from tests.amend.texts import FERRY, draft_of

from travaux.amend import operations as ops
from travaux.amend.amend import Amended, amend
from travaux.amend.operations import Instruction, Operation, Place, Status, Where, Words
from travaux.findings import Citation, Finding
from travaux.text.parse import parse

ARTICLE_III = parse("Article III")


def _words(document: str, text: str) -> Words:
    return Words(text, Citation(document, 10, 10 + len(text)))


def _order(document: str, *operations: Operation, status: Status = Status.INSTRUCTED) -> Instruction:
    return Instruction(Citation(document, 0, 500), "…", operations, status)


def _free(document: str, new: str, old: str = "free of charge") -> Operation:
    return ops.SubstituteWords(ARTICLE_III, old, _words(document, new))


def _amended(*instructions: Instruction) -> Amended:
    return amend(draft_of(), instructions)


def _outcomes(amended: Amended) -> list[str]:
    return [str(step.outcome) for step in amended.steps]


def test_what_a_later_passage_rewords_is_superseded() -> None:
    amended = _amended(_order("a", _free("a", "dear")), _order("b", _free("b", "cheap", old="dear")))

    assert _outcomes(amended) == ["superseded", "applied"]
    assert "shall be cheap for pilots" in amended.draft.text
    assert amended.steps[0].findings[-1].at.document == "b"


def test_what_a_later_passage_replaces_as_a_whole_is_superseded() -> None:
    whole = _order("b", ops.Replace(ARTICLE_III, _words("b", "It is free.")))
    gone = _order("a", ops.DeleteWords(ARTICLE_III, "for pilots"))
    amended = _amended(gone, _order("a", _free("a", "dear")), whole)

    assert _outcomes(amended) == ["superseded", "superseded", "applied"]


def test_a_part_of_an_earlier_passage_that_stands_keeps_it() -> None:
    amended = _amended(_order("a", _free("a", "dear and far")), _order("b", ops.DeleteWords(ARTICLE_III, "and far")))

    assert _outcomes(amended) == ["applied", "applied"]


def test_what_a_later_passage_takes_out_again_is_withdrawn() -> None:
    added = ops.InsertWords(ARTICLE_III, Place(Where.END), _words("a", "It sleeps."))
    amended = _amended(_order("a", added), _order("b", ops.DeleteWords(ARTICLE_III, "It sleeps.")))

    assert _outcomes(amended) == ["withdrawn", "applied"]
    assert amended.draft.text == FERRY


def test_what_a_later_passage_turns_down_is_as_if_it_had_not_been_made() -> None:
    added = ops.InsertWords(ARTICLE_III, Place(Where.END), _words("a", "It sleeps."))
    refusal = _order("b", ops.InsertWords(ARTICLE_III, Place(Where.END), _words("b", "It sleeps.")),
                     status=Status.REJECTED)  # fmt: skip
    amended = _amended(_order("a", added), refusal)

    assert _outcomes(amended) == ["withdrawn", "refused"]
    assert amended.draft.id == "tabled/draft"


def test_what_is_tentative_takes_effect_when_it_is_agreed_to() -> None:
    tentative = _order("a", _free("a", "dear"), status=Status.TENTATIVE)
    agreed = _order("b", ops.Keep(ARTICLE_III), status=Status.AGREED)

    assert _outcomes(_amended(tentative)) == ["refused"]
    assert _outcomes(_amended(tentative, agreed)) == ["applied", "applied"]
    assert "shall be dear for pilots" in _amended(tentative, agreed).draft.text


def test_agreement_to_one_article_is_none_to_a_change_of_another() -> None:
    tentative = _order("a", _free("a", "dear"), status=Status.TENTATIVE)
    agreed = _order("b", ops.Keep(parse("Article I")), status=Status.AGREED)

    assert _amended(tentative, agreed).draft.text == FERRY


def test_a_proposal_that_a_later_passage_gives_as_agreed_is_superseded() -> None:
    proposal = _order("a", _free("a", "dear"), status=Status.TENTATIVE)

    assert _outcomes(_amended(proposal, _order("b", _free("b", "dear")))) == ["superseded", "applied"]


def test_an_instruction_with_doubts_waits_for_a_person() -> None:
    doubt = Finding("reading-unsure", "It may be a question.", Citation("a", 0, 5))
    order = Instruction(Citation("a", 0, 500), "…", (_free("a", "dear"),), doubts=(doubt,))
    amended = _amended(order)

    assert _outcomes(amended) == ["refused"]
    assert amended.steps[0].findings == (doubt,)
    assert amended.draft.text == FERRY


def test_an_instruction_on_what_its_own_document_took_away_names_the_collision() -> None:
    amended = _amended(_order("a", ops.Delete(ARTICLE_III)), _order("a", _free("a", "dear")))

    assert [finding.code for finding in amended.steps[1].findings] == ["instructions-collide"]


def test_other_words_for_what_was_exchanged_before_counter_the_earlier_ones() -> None:
    amended = _amended(_order("a", _free("a", "dear")), _order("b", _free("b", "cheap")))

    assert _outcomes(amended) == ["superseded", "applied"]
    assert "shall be cheap for pilots" in amended.draft.text


def test_every_instruction_has_one_step_in_the_order_given() -> None:
    orders = [_order("a", _free("a", "dear")), _order("b", ops.Keep(ARTICLE_III)), _order("c", ops.Delete(ARTICLE_III))]

    assert [step.instruction for step in _amended(*orders).steps] == orders
    assert _amended().steps == ()


def test_the_addresses_that_an_instruction_changed_are_kept_with_its_step() -> None:
    (step,) = _amended(_order("a", ops.Delete(parse("Article II")), ops.Renumber(ARTICLE_III))).steps
    moved = [(str(each.before), str(each.after)) for each in step.successions]

    assert moved == [("Article II", "None"), ("Article III", "Article II"), ("Article IV", "Article III")]
