"""A counterpart's Word file read back: its operations do what was done, each with its author, reason and place."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from tests.amend.orders import amended, rearranged
from tests.amend.revisions import revisions
from tests.amend.texts import AT, draft_of
from tests.exchange.test_word_marked import CORVANY, HALVERN, made
from tests.haste import tries
from tests.record.word_files import levels, paragraph, row, word_file

from travaux.amend.consolidate import consolidate
from travaux.amend.operations import Operation, SubstituteWords, Words
from travaux.errors import UnreadableInput
from travaux.exchange.paper import Paper
from travaux.exchange.word.counter import Counter, counter
from travaux.exchange.word.file import write
from travaux.exchange.word.from_word import from_word
from travaux.exchange.word.marked import clean, marked
from travaux.exchange.word.to_word import to_word
from travaux.exchange.word.tracked import TrackedText, tidied
from travaux.text.draft import Draft
from travaux.text.parse import parse

law = settings(max_examples=tries(60), deadline=None)


def received(text: TrackedText, ours: Draft | None = None, by: str = "") -> Counter:
    return counter(from_word(to_word(text, title="Ferry"), name="reply.docx"), id="reply", ours=ours, by=by)


def carried_out(found: Counter) -> str:
    """The text after all instructions, one after another."""
    draft = found.ours
    for instruction in found.instructions:
        result = consolidate(draft, instruction.operations, at=instruction.at)
        assert not result.refused
        draft = result.draft
    return draft.text


def is_reached(found: Counter) -> bool:
    return "not-reached" not in {finding.code for finding in found.findings}


def check(found: Counter, after: Draft) -> None:
    wanted = "\n".join(map(tidied, after.text.split("\n")))
    assert found.document.text == wanted
    assert "\n".join(map(tidied, found.draft.text.split("\n"))) == wanted
    if is_reached(found):
        assert carried_out(found) == found.draft.text
    for instruction in found.instructions:
        (operation,) = instruction.operations
        if isinstance(getattr(operation, "new", None), Words):
            assert instruction.at.document == operation.new.at.document == "reply"


@law
@given(amended(most=4))
def test_what_was_written_from_operations_is_read_as_operations_of_the_same_effect(
    drawn: tuple[Draft, list[Operation]],
) -> None:
    draft, operations = drawn
    after, by = made(draft, *((f"Side {number % 2}", each) for number, each in enumerate(operations)))
    check(received(marked(draft, by), draft), after)


@law
@given(rearranged(most=4))
def test_moves_and_new_numbers_are_read_as_operations_of_the_same_effect(drawn: tuple[Draft, list[Operation]]) -> None:
    draft, operations = drawn
    after, by = made(draft, *((CORVANY, each) for each in operations))
    check(received(marked(draft, by), draft), after)


@law
@given(revisions())
def test_a_file_without_tracked_changes_is_compared_with_our_draft(pair: tuple[Draft, Draft]) -> None:
    ours, theirs = pair
    found = received(clean(theirs), ours, by=HALVERN)
    check(found, theirs)
    assert "no-tracked-changes" in {finding.code for finding in found.findings}
    assert {instruction.proposer for instruction in found.instructions} <= {HALVERN}


# -- files of others ------------------------------------------------------------------------------

FERRY = ("FERRY TREATY", "Article 1", "The ferry runs daily.", "Article 2", "Fares are free. Dogs are carried.")


def ins(words: str, by: str = "Pell", on: str = "1963-03-01") -> str:
    return f"<w:ins w:author='{by}' w:date='{on}T10:00:00Z'>{_run(words)}</w:ins>"


def gone(words: str, by: str = "Pell", on: str = "1963-03-01") -> str:
    deleted = _run(words).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f"<w:del w:author='{by}' w:date='{on}T10:00:00Z'>{deleted}</w:del>"


def _run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def line(*runs: str, end: str = "", by: str = "Pell", numbered: bool = False) -> str:
    """A paragraph: words as they are, markup as it is; `end` is the change of its end."""
    marks = f"<w:rPr><w:{end} w:author='{by}'/></w:rPr>" if end else ""
    list_ = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if numbered else ""
    inner = "".join(run if run.startswith("<") else _run(run) for run in runs)
    return f"<w:p><w:pPr>{list_}{marks}</w:pPr>{inner}</w:p>"


def ours(*lines: str) -> Draft:
    return draft_of("\n".join(lines or FERRY), id="ours")


def answer(*paragraphs: str, ours: Draft | None = None, by: str = "", **parts: Any) -> Counter:
    text = from_word(word_file("".join(paragraphs), **parts), name="reply.docx")
    return counter(text, id="reply", ours=ours, by=by)


def ordered(found: Counter) -> list[str]:
    return [instruction.words for instruction in found.instructions]


def codes(found: Counter) -> list[str]:
    return [finding.code for finding in found.findings]


def ferry(*third: str, second: str = FERRY[2]) -> list[str]:
    """The ferry treaty, with its third and its last line as given."""
    last = third or (FERRY[4],)
    return [line(FERRY[0]), line(FERRY[1]), line(second), line(FERRY[3]), line(*last)]


def test_every_author_has_his_own_instructions_in_order_of_their_days() -> None:
    last = ("Fares are ", gone("free", "Rook", "1963-03-05"), ins("low", "Rook", "1963-03-05"), ". Dogs are ")
    found = answer(*ferry(*last, gone("carried"), ins("refused"), "."), ours=ours(), by="Corvany")
    assert ordered(found) == [
        "Corvany (Pell), 1 March 1963: In the first paragraph of Article 2, "
        "the word “carried” shall be replaced by the word “refused”.",
        "Corvany (Rook), 5 March 1963: In the first paragraph of Article 2, "
        "the word “free” shall be replaced by the word “low”.",
    ]
    assert found.document.date == datetime.date(1963, 3, 5)
    assert {instruction.text_named for instruction in found.instructions} == {"ours/draft"}


def test_every_instruction_cites_the_words_that_it_brings() -> None:
    found = answer(*ferry("Fares are ", gone("free"), ins("low"), ". Dogs are carried."), ours=ours())
    (instruction,) = found.instructions
    assert found.document.passage(instruction.at) == "low"
    (operation,) = instruction.operations
    assert isinstance(operation, SubstituteWords)
    assert found.document.passage(operation.new.at) == "low"
    runs = [run for each in found.draft.walk() for run in each.line if run.origin.document == "reply"]
    assert [run.words for run in runs] == ["low"]


def test_a_comment_on_changed_words_is_the_reason() -> None:
    marked = ["<w:commentRangeStart w:id='4'/>", gone("free"), ins("low"), "<w:commentRangeEnd w:id='4'/>"]
    body = ferry("Fares are ", *marked, ". Dogs are carried.")
    found = answer(*body, ours=ours(), comments={4: ("Pell", "Ferries cost money.")})
    (instruction,) = found.instructions
    assert instruction.reason is not None
    assert instruction.reason.words == "Ferries cost money." == found.document.passage(instruction.reason.at)
    assert "comment" not in codes(found)


def test_a_comment_on_other_words_is_told_with_its_place() -> None:
    body = ferry()
    body[2] = line("The ", "<w:commentRangeStart w:id='4'/>", "ferry", "<w:commentRangeEnd w:id='4'/>", " runs daily.")
    found = answer(*body, ours=ours(), comments={4: ("Rook", "Which one?")})
    (said,) = [finding for finding in found.findings if finding.code == "comment"]
    assert said.message == "Rook says in comment c1: “Which one?”"
    assert "ferry" in found.document.passage(said.at)


def test_what_was_changed_without_tracking_is_told_apart() -> None:
    last = ("Fares are ", gone("free"), ins("low"), ". Dogs are carried.")
    found = answer(*ferry(*last, second="The ferry runs weekly."), ours=ours(), by="Corvany")
    assert [instruction.proposer for instruction in found.instructions] == ["Corvany", "Corvany (Pell)"]
    (said,) = [finding for finding in found.findings if finding.code == "untracked-change"]
    assert "“daily” shall be replaced by the word “weekly”" in said.message
    assert found.document.passage(said.at) == "weekly"


def test_changes_that_our_draft_has_already_are_not_proposed_again() -> None:
    last = ("Fares are ", gone("free", "We"), ins("low", "We"), ". Dogs are ", gone("carried"), ins("refused"), ".")
    found = answer(*ferry(*last), ours=ours(*FERRY[:4], "Fares are low. Dogs are carried."))
    assert [instruction.proposer for instruction in found.instructions] == ["Pell"]
    assert "untracked-change" not in codes(found)


def test_a_paragraph_parted_in_two_is_read_as_two_and_as_one() -> None:
    found = answer(*ferry()[:4], line("Fares are free.", end="ins"), line("Dogs."))
    assert found.ours.text.split("\n")[-1] == "Fares are free.Dogs."
    assert found.draft.text.split("\n")[-2:] == ["Fares are free.", "Dogs."]


def test_paragraphs_joined_into_one_are_read_as_one_and_as_two() -> None:
    found = answer(*ferry()[:4], line("Fares are free. ", end="del"), line("Dogs are carried."))
    assert found.ours.text.split("\n")[-2:] == ["Fares are free.", "Dogs are carried."]
    assert found.draft.text.split("\n")[-1] == "Fares are free. Dogs are carried."


def test_numbers_that_word_prints_are_those_before_and_those_after_the_changes() -> None:
    body = [line(FERRY[0]), line(FERRY[1]), line("The ferry.", numbered=True)]
    body += [line(ins("The quay."), end="ins", numbered=True), line("The lamps.", numbered=True)]
    found = answer(*body, numbering=levels(("decimal", "%1.")))
    assert found.ours.text.split("\n")[2:] == ["1. The ferry.", "2. The lamps."]
    assert found.draft.text.split("\n")[2:] == ["1. The ferry.", "2. The quay.", "3. The lamps."]
    assert carried_out(found) == found.draft.text


def test_rows_of_a_table_that_were_put_in_are_lines_of_their_own() -> None:
    new = row("Dog", "2").replace("<w:tr>", "<w:tr><w:trPr><w:ins w:author='Pell'/></w:trPr>")
    found = answer(*ferry(), f"<w:tbl>{row('Person', '1')}{new}</w:tbl>")
    assert found.ours.text.split("\n")[-1] == "Person\t1"
    assert found.draft.text.split("\n")[-2:] == ["Person\t1", "Dog\t2"]


def test_a_footnote_stays_a_note_at_its_place() -> None:
    found = answer(*ferry(), paragraph("Boats{7} are small."), notes={7: "Of less than a ton."})
    (note,) = found.document.notes
    assert (note.mark, note.text) == ("1", "Of less than a ton.")
    assert note.offset is not None and found.document.text[: note.offset].endswith("Boats")


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>", "hidden-words"),
        (
            "<w:r><w:rPr><w:b/><w:rPrChange w:author='Rook'><w:rPr/></w:rPrChange></w:rPr><w:t>is</w:t></w:r>",
            "form-changed",
        ),
        ("<w:r><w:drawing/></w:r>", "picture"),
        (
            "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "text-box",
        ),
        ("<w:ins w:author='Pell'><w:r><w:footnoteReference w:id='3'/></w:r></w:ins>", "note-changed"),
        ("<w:hyperlink><w:r><w:object/></w:r></w:hyperlink>", "picture"),
    ],
)
def test_what_is_no_words_is_told_with_its_place(odd: str, code: str) -> None:
    body = ferry()
    body[2] = line("The ferry ", odd, " runs daily.")
    found = answer(*body, notes={3: "New."})
    (said,) = [finding for finding in found.findings if finding.code == code]
    assert "ferry" in found.document.passage(replace(said.at, end=said.at.end + 9, start=max(said.at.start - 9, 0)))
    assert said.remedy


def test_words_that_one_author_put_in_and_another_took_out_before_are_told() -> None:
    around = "<w:ins w:author='Rook' w:date='1963-03-09T10:00:00Z'>"
    nested = f"{around}{gone('Perhaps ', 'Aldo', '1963-03-01')}</w:ins>"
    found = answer(*ferry(nested, FERRY[4], ins(" Cats too.", "Rook", "1963-03-09")), ours=ours())
    (said,) = [finding for finding in found.findings if finding.code == "came-and-went"]
    assert said.message == "“Perhaps” was put in by Rook and taken out again by Aldo."


def test_a_file_that_was_written_from_another_draft_says_so() -> None:
    other = ours(*FERRY[:4], "Fares are low.")
    data = write(Paper(replace(other, id="other/draft")))
    found = counter(from_word(data, name="reply.docx"), id="reply", ours=ours())
    (said,) = [finding for finding in found.findings if finding.code == "other-draft"]
    assert said.message == "The file was written from other/draft, not from ours/draft."


def test_blanks_left_behind_by_a_deleted_word_are_no_change() -> None:
    found = answer(*ferry("Fares are free. Dogs ", gone("are"), " carried."), ours=ours())
    assert found.draft.text.endswith("Dogs carried.")
    assert len(found.instructions) == 1


def test_the_changes_of_somebody_unnamed_are_those_of_the_side_that_sent_them() -> None:
    unnamed = "<w:del><w:r><w:delText>free</w:delText></w:r></w:del>"
    found = answer(*ferry("Fares are ", unnamed, ins("low"), ". Dogs are carried."), ours=ours(), by="Corvany")
    assert {instruction.proposer for instruction in found.instructions} == {"Corvany", "Corvany (Pell)"}


def test_a_file_of_which_no_word_is_left_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="no word is left") as refusal:
        answer(line(gone("All of it."), end="del"))
    assert refusal.value.remedy


def test_a_text_that_one_author_took_out_and_another_wrote_anew_is_changed_by_the_second() -> None:
    body = [line(gone(words, "Aldo", "1963-01-01"), end="del", by="Aldo") for words in FERRY]
    body += [line(ins(words, "Rook", "1963-02-01"), end="ins", by="Rook") for words in (*FERRY[:4], "Fares are low.")]
    found = answer(*body, ours=ours())
    assert found.draft.text.endswith("Fares are low.")
    assert {instruction.proposer for instruction in found.instructions} == {"Rook"}


def test_our_own_redline_sent_back_untouched_changes_nothing() -> None:
    draft = ours()
    after, by = made(draft, ("We", SubstituteWords(parse("Article 2"), "free", Words("low", AT))))
    data = to_word(marked(draft, by), title="Ferry")
    for base in (draft, after):
        found = counter(from_word(data, name="reply.docx"), id="reply", ours=base)
        assert len(found.instructions) == (base is draft)
        assert "untracked-change" not in codes(found)
