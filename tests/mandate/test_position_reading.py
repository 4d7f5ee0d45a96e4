"""Who is read to hold what, and what is left alone."""

from __future__ import annotations

import pytest

from travaux.mandate.position import Actor, Voice
from travaux.mandate.position_reading import names_of, position_reading
from travaux.record.document import Block, BlockKind, Document, Kind


def telegram(words: str) -> Document:
    return Document(id="d1", title="", kind=Kind.TELEGRAM, body=(Block(BlockKind.PARAGRAPH, words),))


@pytest.mark.parametrize(
    ("words", "who", "level", "held"),
    [
        ("GOJ would prefer the word “area”.", "GOJ", "preferred", "the word “area”"),
        ("Japanese position is that nothing may be stored.", "Japanese", "preferred", "that nothing may be stored"),
        ("Corvany’s position is that dues are paid.", "Corvany", "preferred", "that dues are paid"),
        ("Our position is that it stands.", "we", "preferred", "that it stands"),
        ("We could accept six vessels.", "we", "acceptable", "six vessels"),
        ("JCS insist that the base stay.", "JCS", "minimum", "that the base stay"),
        ("Defense objects to paragraph 3.", "Defense", "excluded", "to paragraph 3"),
        ("GOC has no objection to notes.", "GOC", "acceptable", "to notes"),
        ("Dr. Montrec said that Corvany cannot accept three.", "Corvany", "excluded", "three"),
        ("The British were willing to control exports.", "British", "acceptable", "to control exports"),
        ("Would prefer to leave it.", "we", "preferred", "to leave it"),
        ("The most we could hope for is a recital.", "we", "maximum", "a recital"),
        ("What we must have is the fairway.", "we", "minimum", "the fairway"),
        ("The Soviets do not want a report.", "Soviets", "excluded", "a report"),
        ("We are not prepared to discuss dues.", "we", "excluded", "to discuss dues"),
        ("GOC hopes that talks go on.", "GOC", "preferred", "that talks go on"),
        ("Corvany urged us to wait.", "Corvany", "preferred", "us to wait"),
        ("Dr. Montrec said he could not accept three.", "Montrec", "excluded", "three"),
        ("Montrec, in a letter to Astley, declined to confer.", "Montrec", "excluded", "to confer"),
        ("GOC willing undertake review.", "GOC", "acceptable", "undertake review"),
        ("Corvany is insisting on dues.", "Corvany", "minimum", "dues"),
        ("Admiralty remains unalterably opposed to such a text.", "Admiralty", "excluded", "to such a text"),
        ("Corvany’s insistence on dues was told.", "Corvany", "minimum", "dues was told"),
        ("We have no intention of paying.", "we", "excluded", "of paying"),
        ("Montrec felt that the number should be three.", "Montrec", "preferred", "that the number should be three"),
        ("Montrec said dues must be paid.", "Montrec", "minimum", "dues must be paid"),
        ("Ministry considers any dues must be avoided.", "Ministry", "excluded", "any dues must be avoided"),
        ("In Corvany’s view the matter should rest.", "Corvany", "preferred", "the matter should rest"),
        ("We should not press them.", "we", "excluded", "press them"),
        ("As told in Astley Bay we are opposed to it.", "we", "excluded", "to it"),
        ("Agreeable to deletion of dues.", "we", "acceptable", "to deletion of dues"),
        ("Corvany would accept no change in Article 5.", "Corvany", "excluded", "change in Article 5"),
        ("We could accept nothing less than ten miles.", "we", "excluded", "less than ten miles"),
        ("Corvany agreed to no change.", "Corvany", "excluded", "to change"),
        ("Corvany agreed to no more than six vessels.", "Corvany", "acceptable", "to no more than six vessels"),
        ("Corvany wants no review clause.", "Corvany", "excluded", "review clause"),
        ("At no time did Corvany accept the clause.", "Corvany", "excluded", "the clause"),
        ("Nothing in the clause is acceptable to Corvany.", "Corvany", "excluded", ""),
        ("The clause is not unacceptable to Corvany.", "Corvany", "acceptable", ""),
        ("The rule that no State is bound is acceptable to Corvany.", "Corvany", "acceptable", ""),
        ("The Soviets denied that they would accept inspection.", "Soviets", "excluded", "inspection"),
        (
            "Corvany accepted a base, but it would prefer a port.",
            "Corvany",
            "acceptable",
            "a base, but it would prefer a port",
        ),
        ("If dues are paid, Corvany would agree to four.", "Corvany", "acceptable", "to four"),
    ],
)
def test_a_clause_tells_a_position(words: str, who: str, level: str, held: str) -> None:
    (told,) = position_reading(telegram(words)).told
    assert (told.who, told.level.value, told.held) == (who, level, held)


@pytest.mark.parametrize(
    "words",
    [
        "If GOJ insists on more, report.",
        "He asked whether we could accept six.",
        "He hoped we could accept six.",
        "We wish to thank you for your note.",
        "The point I wish to make is this.",
        "“We want peace,” he said.",
        "To the Ambassador it was clear what Corvany would prefer.",
        "The talks went well.",
        "The Russians must have told them so.",
        "He agreed to three.",
        "GOC will probably accept three.",
        "Montrec asked me to meet him.",
        "Ministry desires your views.",
        "Would Corvany accept a garrison?",
        "Had Corvany accepted the clause, we should have signed.",
        "In 1946 Corvany accepted a base, but it now opposes one.",
        "Corvany had been prepared to accept a limit but is no longer so.",
        "Corvany insisted at first on a veto but gave way.",
        "Corvany claimed that we would accept neutralization.",
        "Corvany objected to nothing in the draft.",
        "Corvany’s objections to the clause were withdrawn.",
        "Corvany denied that it insisted on dues.",
    ],
)
def test_what_is_supposed_asked_quoted_or_polite_is_nobodys_position(words: str) -> None:
    assert position_reading(telegram(words)).told == ()


@pytest.mark.parametrize(
    ("words", "who", "said"),
    [
        ("Montrec spoke at length. He agreed to three.", "Montrec", "He"),
        ("Corvany waited. Montrec spoke. They would prefer four.", "", ""),
        ("The Admiralty Committee met. They would prefer four.", "Admiralty Committee", "They"),
        ("Montrec listened and agreed to three.", "Montrec", ""),
        ("Montrec thought that GOC hesitated, and preferred four.", "Montrec", ""),
    ],
)
def test_whom_a_pronoun_means_is_taken_from_before_and_said_to_be(words: str, who: str, said: str) -> None:
    found = [(told.who, told.said) for told in position_reading(telegram(words)).told]
    assert found == ([(who, said)] if who else [])


def test_one_position_is_told_once() -> None:
    (told,) = position_reading(telegram("Montrec said he hoped we might agree to three.")).told
    assert (told.who, told.level.value) == ("Montrec", "preferred")


def test_what_a_speaker_says_of_himself_is_his() -> None:
    (told,) = position_reading(telegram("Montrec: I cannot accept three.")).told
    assert (told.who, told.said) == ("Montrec", "I")


def test_a_passage_that_weighs_and_was_not_read_is_a_finding() -> None:
    reading = position_reading(telegram("This is unacceptable for the reasons given."))
    assert [(each.code, each.at.start) for each in reading.findings] == [("position-not-read", 0)]


def test_a_name_that_a_person_entered_tells_the_actor() -> None:
    names = names_of([Voice(Actor("Corvany"), ("GOC",)), Voice(Actor("Halvern"), ours=True)])
    reading = position_reading(telegram("GOC prefers three. We could accept four."), names)
    assert [told.actor for told in reading.told] == [Actor("Corvany"), Actor("Halvern")]


def test_a_position_cites_its_sentence() -> None:
    document = telegram("It rained. GOJ prefers the first. It ended.")
    (told,) = position_reading(document).told
    assert document.passage(told.at) == told.words == "GOJ prefers the first."
