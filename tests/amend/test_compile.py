"""What is read out of a document as an instruction, what is left to a person, and that nothing is guessed."""

from __future__ import annotations

import pytest
from tests.text.golden import CASES, document, read

from travaux.amend.compile import Compilation, compile
from travaux.amend.follow import follow
from travaux.amend.operations import Status
from travaux.amend.proceedings import Outcome, Proceedings
from travaux.record.document import Block, BlockKind, Document, Kind

FERRY = read(CASES / "amend" / "good" / "delete_an_article" / "before.txt")


def _telegram(words: str) -> Document:
    return document("telegram", words, kind=Kind.TELEGRAM, subject="Draft treaty")


def _compiled(words: str) -> Compilation:
    return compile(_telegram(words))


def _followed(words: str) -> Proceedings:
    return follow([document("memorandum", FERRY, kind=Kind.AGREEMENT, sender="The Ministry"), _telegram(words)])


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("Articles II and III should be deleted.", ["Article II", "Article III"]),
        ("Delete Articles II and III.", ["Article II", "Article III"]),
        ("Article I, as well as Article III, should be deleted.", ["Article I", "Article III"]),
        ("Paragraphs 1 and 2 of Article II should be deleted.", ["Article II, paragraph 1", "Article II, paragraph 2"]),
        ("Article III. Replace ‘areas’ with ‘waters’.", ["Article III"]),
        ("In Article V the word “ten” is to be replaced by the word “twelve” throughout.", ["Article V"]),
        ("Article III should be renumbered Article IV.", ["Article III"]),
        ("Move Article III after Article IV.", ["Article III"]),
    ],
)
def test_several_places_throughout_moves_and_new_numbers_are_understood(words: str, targets: list[str]) -> None:
    (instruction,) = _compiled(words).instructions

    assert [str(operation.target) for operation in instruction.operations] == targets


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Recital beginning “Wishing the ferry” should be deleted.", id="a recital by its opening"),
        pytest.param("Delete “and mails” and insert “all” before “members” in Article IV.", id="one article for two"),
        pytest.param(
            "1. Our draft treaty stands.\n2. Word “all” should be inserted between “carry” and “persons” in the "
            "consultation formula.",
            id="another text named after the words",
        ),
    ],
)
def test_what_is_not_understood_changes_nothing_and_is_said(words: str) -> None:
    proceedings = _followed(words)

    assert [draft.text for draft in proceedings.drafts] == [FERRY]
    assert proceedings.findings or any(step.findings for step in proceedings.steps)


@pytest.mark.parametrize(
    "words",
    [
        "I have seen the draft and have no remarks.",
        "The Minister was much pleased with Article V.",
        "It is a change for the better.",
        "He read the treaty twice.",
        "The ferry has been added to the list of things to speak about.",
    ],
)
def test_plain_talk_gives_neither_an_instruction_nor_a_finding(words: str) -> None:
    assert _compiled(words) == Compilation((), ())


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Delete last sentence of Article IV.", Status.INSTRUCTED),
        ("Article III should be deleted.", Status.INSTRUCTED),
        ("It was proposed that Article III should be deleted.", Status.PROPOSED),
        ("We cannot agree that Article III should be deleted.", Status.REJECTED),
        ("Deletion of Article III is not acceptable.", Status.REJECTED),
        ("It might be well to delete Article III.", Status.TENTATIVE),
        ("Agreed to delete Article III.", Status.AGREED),
        ("We have no objection that Article III should be deleted.", Status.AGREED),
    ],
)
def test_how_a_passage_stands_to_the_change_is_kept(words: str, status: Status) -> None:
    (instruction,) = _compiled(words).instructions

    assert instruction.status is status


def test_an_instruction_cites_its_own_words() -> None:
    telegram = _telegram("We agree.\n3. Article V. Replace word “ten” with “twelve.” Comment: It is a long time.")
    (instruction,) = compile(telegram).instructions

    assert telegram.passage(instruction.at) == instruction.words
    assert "Replace word “ten” with “twelve.”" in instruction.words


def test_new_wording_cites_the_words_between_the_quotation_marks() -> None:
    telegram = _telegram("3. Article V. Replace word “ten” with “twelve.”")
    (instruction,) = compile(telegram).instructions
    new = instruction.operations[0].new  # type: ignore[union-attr]

    assert telegram.passage(new.at) == new.words == "twelve"


def test_an_alternative_is_marked_as_one() -> None:
    first, second = _compiled(
        "Article I. Word “all” should be inserted between “carry” and “persons.” "
        "Alternative would be to substitute “all persons” for “persons.”"
    ).instructions

    assert (first.alternative, second.alternative) == (False, True)


def test_a_comment_on_a_change_is_no_change() -> None:
    compiled = _compiled("Article I. Replace “daily” with “weekly.” Comment: “Daily” was to be deleted in any case.")

    assert (len(compiled.instructions), compiled.findings) == (1, ())


def test_a_caption_holds_for_the_lettered_paragraphs_beneath_it() -> None:
    compiled = _compiled("4. Article IV.\n(a) Replace “four” with “six.”\n(b) Delete last sentence.")

    targets = [str(operation.target) for each in compiled.instructions for operation in each.operations]
    assert targets == ["Article IV", "Article IV, last sentence"]


def test_a_caption_run_into_its_instruction_holds_for_its_paragraph_only() -> None:
    compiled = _compiled("Article IV–Substitute “The ferry rests.”\nReplace “daily” with “weekly.”")

    targets = [str(operation.target) for each in compiled.instructions for operation in each.operations]
    assert targets == ["Article IV", "the draft"]
    assert [finding.code for finding in compiled.instructions[1].doubts] == ["place-not-understood"]


def test_a_heading_names_the_text_that_the_instructions_beneath_it_change() -> None:
    body = (
        Block(BlockKind.HEADING, "Agreed Minute"),
        Block(BlockKind.PARAGRAPH, "Article 2. Replace “areas” with “waters.”"),
    )
    (instruction,) = compile(Document(id="letter", title="Letter", kind=Kind.LETTER, body=body)).instructions

    assert instruction.text_named == "Agreed Minute"


def test_the_words_of_a_draft_in_the_document_are_no_instructions() -> None:
    words = f"{FERRY}\nArticle VI\nArticle V of the Post Treaty shall be replaced by the following: “None.”"

    assert _compiled(words).instructions == ()


def test_a_change_agreed_but_not_fitting_is_not_taken_for_one_made_before() -> None:
    (step,) = _followed("It was agreed: delete “by night and by day” in Article III.").steps

    assert step.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "words",
    [
        "Nothing in Article III should be deleted.",
        "Don’t delete Article III.",
        "Do not delete Article III.",
        "Avoid deleting Article III.",
        "Resist any attempt to delete Article III.",
        "We never said that Article III should be deleted.",
        "Brand said that Article III should be deleted.",
        "They will delete Article III.",
        "He asked whether Article III should be deleted.",
        "It would be a mistake to delete Article III.",
        "Article III should under no circumstances be deleted.",
        "Article III should be deleted only if they insist.",
        "Should Article III be deleted?",
        "In our view Article III should be deleted, but we leave it to you.",
        "We withdraw our instruction to delete Article III.",
        "Committee defeated an amendment to delete Article III.",
        "Congress will certainly argue that Article III should be deleted.",
        "Press reports claim Article III will be deleted.",
        "In his opinion Article III should be deleted.",
        "There was a demand that Article III be deleted.",
        "Perhaps Article III should be deleted.",
        "Failing this, delete Article III.",
        "Subject to approval of Cabinet, delete Article III.",
        "Seek to delete Article III.",
        "Ask Betaland to delete Article III.",
        "Press for deletion of Article III.",
        "Footnote to Article III should be deleted.",
        "Agreed minute to Article III should read “None.”",
        "In Protocol, Article III should read “None.”",
        "In the Betaland text of Article III replace “areas” with “waters.”",
        "Article III should read along following lines: “None.”",
        "We reject the following proposals of Betaland:\n1. Delete Article III.\n2. Article V should read “None.”",
        "If Betaland rejects our text, you may offer following:\n1. Delete Article III.",
        "As fallback only:\n1. Delete Article III.",
        "Betaland delegation proposed following changes:\n1. Delete Article III.",
        "Betaland proposed: (a) delete Article III. (b) Delete Article V.",
    ],
)
def test_a_change_that_is_turned_down_reported_or_left_open_is_not_made(words: str) -> None:
    assert [draft.text for draft in _followed(words).drafts] == [FERRY]


@pytest.mark.parametrize(
    "words", ["In Article III replace “areas” with “waters.”", "Please replace “areas” with “waters” in Article III."]
)
def test_an_order_that_begins_with_a_capital_is_nobody_elses_wish(words: str) -> None:
    (step,) = _followed(words).steps

    assert step.outcome is Outcome.APPLIED


def test_a_condition_holds_for_its_own_list_and_not_for_the_items_of_the_list_around_it() -> None:
    compiled = _compiled(
        "9. Article III\n"
        "(b) If Betaland insists, the following may be offered:\n"
        "(1) Delete “by night”.\n"
        "(2) Delete “quay”.\n"
        "10. Article IV. Delete “Morven”."
    )

    assert [instruction.status for instruction in compiled.instructions] == [
        Status.TENTATIVE,
        Status.TENTATIVE,
        Status.INSTRUCTED,
    ]


def test_a_list_without_another_around_it_keeps_what_introduces_it() -> None:
    compiled = _compiled("1. We have met.\nWe reject the following:\n1. Delete Article III.\n2. Delete Article V.")

    assert [instruction.status for instruction in compiled.instructions] == [Status.REJECTED, Status.REJECTED]


def test_a_reference_to_words_that_is_to_go_is_left_to_a_person() -> None:
    (mention,) = _compiled("We agree to drop reference to “Morven” in Article IV.").instructions
    (words,) = _compiled("We agree to drop “Morven” in Article IV.").instructions

    assert [finding.code for finding in mention.doubts] == ["mention-not-words"]
    assert words.doubts == ()


def test_what_is_turned_down_is_refused_even_where_the_draft_says_so_already() -> None:
    (step,) = _followed("We cannot agree to substitute “daily” for “weekly” in Article I.").steps

    assert step.outcome is Outcome.REFUSED
    assert "refused-by-passage" in [finding.code for finding in step.findings]


def test_an_order_after_such_a_lead_stands_by_itself() -> None:
    for lead in ("Following language based on Betaland draft should be used", "Re Article IV, Belan accepted"):
        order = "“Replies shall be given.”" if lead.startswith("Following") else "substitution “ten” for “thirty”."
        colon = ":" if lead.startswith("Following") else ""
        compiled = _compiled(f"5. Article IV. {lead}{colon} {order}")
        assert [instruction.doubts for instruction in compiled.instructions] == [()], lead
