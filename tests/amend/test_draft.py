"""The instruction that turns one draft into another: what it says, and that carried out it leads there."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from tests.amend.revisions import revisions
from tests.text.instruments import agreement, drafts

from travaux.amend.compile import compile
from travaux.amend.consolidate import consolidate
from travaux.amend.draft import Drafted, draft
from travaux.findings import Citation, Severity
from travaux.text.draft import Draft
from travaux.text.outline import outline

AT = Citation("instruction", 0, 1)
law = settings(max_examples=60, deadline=None)
LINES = """FERRY CONVENTION
The Republic of Ardal and the Kingdom of Sorne,
Desiring to join their shores,
Mindful of the winter ice,
Have agreed as follows:
Article 1
Service
1. The ferry runs daily. It carries mails and persons.
2. Fares are fixed by the Commission. They are published.
(a) by notice;
(b) in the gazette.
Article 2
The Commission meets twice a year. The Chairman is elected by the Commission.
Its seat is at Morven.
Article 3
Pilots are licensed by each Party.
Article 4
Either Party may denounce this Convention by a notice of six months.
Done at Morven in two copies.""".split("\n")


def _only(lines: list[str]) -> Draft:
    (found,) = outline(agreement(lines))
    assert found.text == "\n".join(lines)
    return found


def _exchanged(old: str, *new: str) -> list[str]:
    at = LINES.index(old)
    return [*LINES[:at], *new, *LINES[at + 1 :]]


def _reworded(old: str, new: str) -> list[str]:
    return [line.replace(old, new) for line in LINES]


def _swapped() -> list[str]:
    at, after = LINES.index("Article 3"), LINES.index("Article 4")
    return [*LINES[:at], *LINES[after : after + 2], *LINES[at:after], *LINES[after + 2 :]]


def _numbered_on() -> list[str]:
    at = LINES.index("Article 3")
    new = ["Article 3", "Each Party keeps lights on its shore."]
    numbered = [{"Article 3": "Article 4", "Article 4": "Article 5"}.get(line, line) for line in LINES[at:]]
    return [*LINES[:at], *new, *numbered]


CASES = {
    "a word": (
        _reworded("runs daily", "runs weekly"),
        ["In Article 1, paragraph 1, the word “daily” shall be replaced by the word “weekly”."],
    ),
    "a word that stands twice is quoted with the words beside it": (
        _reworded("elected by the Commission", "elected by the Parties"),
        ["In the first paragraph of Article 2, the words “the Commission” shall be replaced by the words "
         "“the Parties”."],
    ),
    "words put in": (
        _reworded("mails and persons", "mails, parcels and persons"),
        ["In Article 1, paragraph 1, the words “, parcels” shall be inserted after the word “mails”."],
    ),
    "words taken out": (
        _reworded("by a notice of six", "by notice of six"),
        ["In the first paragraph of Article 4, the word “a” shall be deleted."],
    ),
    "a sentence at the end": (
        _reworded("by each Party.", "by each Party. No other person pilots a ferry."),
        ["At the end of the first paragraph of Article 3, the following sentence shall be added: "
         "“No other person pilots a ferry.”."],
    ),
    "a sentence taken out": (
        _reworded("The ferry runs daily. ", ""),
        ["The first sentence of Article 1, paragraph 1 shall be deleted."],
    ),
    "a recital": (
        _exchanged("Mindful of the winter ice,", "Mindful of the winter ice,", "Convinced of the need for haste,"),
        ["After the second recital of the Preamble, the following recital shall be inserted: "
         "“Convinced of the need for haste,”."],
    ),
    "a heading": (
        _exchanged("Service", "Times and fares"),
        ["The heading of Article 1 shall be replaced by the following: “Times and fares”."],
    ),
    "a subparagraph": (
        _exchanged("(b) in the gazette."),
        ["Article 1, paragraph 2, subparagraph (b) shall be deleted."],
    ),
    "a paragraph replaced": (
        _exchanged("Its seat is at Morven.", "Meetings take place in the two capitals by turns."),
        ["The second paragraph of Article 2 shall be replaced by the following: "
         "“Meetings take place in the two capitals by turns.”."],
    ),
    "an article moved": (_swapped(), ["Article 3 shall be moved after Article 4."]),
    "an article put in and those after it numbered on": (
        _numbered_on(),
        ["Article 4 shall be renumbered as Article 5.",
         "Article 3 shall be renumbered as Article 4.",
         "After Article 2, the following Article shall be inserted: "
         "“Article 3\nEach Party keeps lights on its shore.”."],
    ),
    "the closing words": (
        _reworded("two copies", "three copies"),
        ["In the testimonium, the word “two” shall be replaced by the word “three”."],
    ),
    "words in quotation marks keep them": (
        _reworded("elected by the Commission", "“elected” by the Commission"),
        ["In the first paragraph of Article 2, the word “elected” shall be replaced by the word ““elected””."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_instruction_says_the_change_as_an_amending_protocol_does(name: str) -> None:
    lines, words = CASES[name]

    assert list(draft(_only(LINES), _only(lines)).words) == words


@pytest.mark.parametrize("name", CASES)
def test_the_instruction_carried_out_gives_the_later_text(name: str) -> None:
    _leads(_only(LINES), _only(CASES[name][0]))


def _leads(before: Draft, after: Draft) -> Drafted:
    drafted = draft(before, after)
    result = consolidate(before, drafted.operations, at=AT)
    assert not result.refused
    assert result.text == after.text
    assert drafted.exact
    return drafted


def test_two_drafts_that_say_the_same_need_no_instruction() -> None:
    drafted = draft(_only(LINES), _only(LINES))

    assert drafted.operations == drafted.words == drafted.findings == ()


def test_changes_in_capitals_alone_are_reached_too() -> None:
    drafted = _leads(_only(LINES), _only(_reworded("the Commission. They", "the commission. They")))

    assert len(drafted.operations) == 2


def test_a_mark_is_called_by_its_name() -> None:
    drafted = _leads(_only(LINES), _only(_exchanged("(b) in the gazette.", "(b) in the gazette;", "(c) by post.")))

    assert drafted.words == (
        "In Article 1, paragraph 2, subparagraph (b), the full stop at the end shall be replaced by a semicolon.",
        "After Article 1, paragraph 2, subparagraph (b), the following subparagraph shall be inserted: “(c) by post.”.",
    )


def test_a_paragraph_that_is_nothing_but_a_mark_is_quoted() -> None:
    drafted = draft(_only(LINES), _only([*LINES[:-1], ":", LINES[-1]]))

    assert any("“:”" in words for words in drafted.words)


def test_an_article_of_which_little_stays_is_replaced_and_that_is_said() -> None:
    new = "This Convention remains in force for ten years and then until one of the Parties withdraws."
    lines = _exchanged("Either Party may denounce this Convention by a notice of six months.", new)
    (finding,) = _leads(_only(LINES), _only(lines)).findings

    assert (finding.code, finding.severity) == ("replaced-whole", Severity.NOTE)


def test_every_new_word_cites_the_item_that_brings_it() -> None:
    drafted = draft(_only(LINES), _only(_numbered_on()))
    cited = [operation.new for operation in drafted.operations if hasattr(operation, "place")]

    assert [drafted.document.passage(new.at) for new in cited] == [new.words for new in cited]


def test_what_cannot_be_quoted_is_said_to_be_out_of_reach() -> None:
    drafted = draft(_only(LINES), _only(_exchanged("Its seat is at Morven.", "Its seat … varies.", "It votes.")))

    assert not drafted.exact
    assert drafted.findings[-1].code == "not-reached"


@law
@given(revisions())
def test_the_operations_lead_from_any_draft_to_any_revision_of_it(pair: tuple[Draft, Draft]) -> None:
    _leads(*pair)


@law
@given(revisions())
def test_compiling_the_written_instruction_gives_the_same_operations(pair: tuple[Draft, Draft]) -> None:
    drafted = draft(*pair)
    # A passage that names nothing but the testimonium is not looked at: `compile` knows it for no place.
    assume("The testimonium shall be deleted." not in drafted.words)
    compilation = compile(drafted.document)
    compiled = tuple(operation for instruction in compilation.instructions for operation in instruction.operations)

    assert compiled == drafted.operations


@settings(max_examples=20, deadline=None)
@given(drafts(), drafts())
def test_the_operations_lead_from_any_draft_to_any_other(before: Draft, after: Draft) -> None:
    _leads(before, after)


@law
@given(revisions())
def test_there_is_one_item_an_operation_and_each_is_a_sentence(pair: tuple[Draft, Draft]) -> None:
    drafted = draft(*pair)

    assert len(drafted.words) == len(drafted.operations)
    assert all(words[0].isupper() and words.endswith(".") for words in drafted.words)


@law
@given(drafts())
def test_a_draft_leads_to_itself_without_an_operation(one: Draft) -> None:
    assert not draft(one, one).operations
