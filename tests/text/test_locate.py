"""Finding the place that an address names: one place, or an error that says what there is instead."""

from __future__ import annotations

import pytest
from tests.text.golden import document

from travaux.errors import UnknownProvision
from travaux.record.document import Kind
from travaux.text.draft import Draft, words_of
from travaux.text.locate import locate, provision_at
from travaux.text.outline import outline
from travaux.text.parse import parse

TREATY = """DRAFT TREATY ON THE FERRY OF MORVEN
Preamble
The Republic of Ardal and the Kingdom of Sorne,
Wishing the ferry to run in every season,
Having resolved to conclude a treaty,
Having heard their advisers,
Have agreed as follows:
Article I
The ferry shall run daily. It shall carry mails.
It shall rest in storms.
Article II
2. The Parties shall share the cost:
(a) of the ferry;
(b) of the quay.
4. The accounts shall be kept:
(a) in January;
(b) in July.
Article III. Fares
The fares are free. They shall remain so.
ANNEX A
Article I
The quays are two.
Article IV
The lamps are four.
ANNEX B
Article IV
The bells are three."""


@pytest.fixture(scope="module")
def draft() -> Draft:
    (draft,) = outline(document("treaty", TREATY, kind=Kind.AGREEMENT))
    return draft


def _words(draft: Draft, address: str) -> str:
    spot = locate(draft, parse(address))
    provision = provision_at(draft, spot.path)
    return words_of(provision.content)[spot.start : spot.end] if spot.start is not None else provision.text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("Article II, paragraph 2, (b)", "(b) of the quay."),
        ("Article II, paragraph 4, subparagraph (b)", "(b) in July."),
        ("Article 2, para 4, first sentence", "The accounts shall be kept:"),
        ("Article II, first paragraph", "2. The Parties shall share the cost:\n(a) of the ferry;\n(b) of the quay."),
        ("Article I, paragraph 2", "It shall rest in storms."),
        ("Article I, last paragraph", "It shall rest in storms."),
        ("third sentence of Article I", "It shall rest in storms."),
        ("last sentence of Article I", "It shall rest in storms."),
        ("penultimate sentence of Article I", "It shall carry mails."),
        ("second sentence of first paragraph of Article I", "It shall carry mails."),
        ("“wishing the ferry” recital of Preamble", "Wishing the ferry to run in every season,"),
        ("“having resolved” paragraph of Preamble", "Having resolved to conclude a treaty,"),
        ("third recital of the Preamble", "Having heard their advisers,"),
        ("last recital of the Preamble", "Having heard their advisers,"),
        ("title", "DRAFT TREATY ON THE FERRY OF MORVEN"),
        ("last article", "Article IV\nThe bells are three."),
        ("Annex A, Article IV", "Article IV\nThe lamps are four."),
        ("Article IV of Annex B", "Article IV\nThe bells are three."),
        ("Article I", "Article I\nThe ferry shall run daily. It shall carry mails.\nIt shall rest in storms."),
        ("first sentence of Article III", "The fares are free."),
    ],
)
def test_an_address_leads_to_its_words(draft: Draft, address: str, words: str) -> None:
    assert _words(draft, address) == words


@pytest.mark.parametrize(
    ("address", "message", "remedy"),
    [
        ("Article VII", "There is no Article VII in the draft.", "It has Articles I to"),
        ("Article II, paragraph 3", "There is no paragraph 3 in Article II.", ""),
        ("Article II, paragraph 2, (c)", "There is no subparagraph (c) in Article II, paragraph 2.", ""),
        ("Article I, fifth sentence", "There is no fifth sentence in Article I.", "It has 3 sentences."),
        ("fourth recital of the Preamble", "There is no fourth recital in Preamble.", ""),
        ("“bearing in mind” recital of Preamble", "There is no “bearing in mind” recital in Preamble.", ""),
        ("Annex C", "There is no Annex C in the draft.", ""),
        ("Part I", "There is no Part I in the draft.", ""),
    ],
)
def test_what_is_missing_is_said_with_what_there_is(draft: Draft, address: str, message: str, remedy: str) -> None:
    with pytest.raises(UnknownProvision) as caught:
        locate(draft, parse(address))

    assert caught.value.message == message
    assert remedy in caught.value.remedy
    assert caught.value.remedy


@pytest.mark.parametrize(
    "address",
    ["Article II, subparagraph (a)", "“having” recital of Preamble", "Annex", "Article IV"],
)
def test_of_two_places_none_is_picked(draft: Draft, address: str) -> None:
    with pytest.raises(UnknownProvision, match="is in 2 places") as caught:
        locate(draft, parse(address))

    assert caught.value.remedy == "Say in which part, annex or paragraph it is."


@pytest.mark.parametrize("address", ["second sentence", "last sentence", "paragraph 2", "subparagraph (a)"])
def test_a_small_place_without_its_article_is_refused(draft: Draft, address: str) -> None:
    with pytest.raises(UnknownProvision, match="does not say of which article") as caught:
        locate(draft, parse(address))

    assert caught.value.remedy == "Name the article."


def test_a_clause_is_not_counted(draft: Draft) -> None:
    with pytest.raises(UnknownProvision, match="does not say which words it means"):
        locate(draft, parse("final clause of Article I"))


def test_the_remedy_counts_the_articles_of_the_body_alone(draft: Draft) -> None:
    with pytest.raises(UnknownProvision) as caught:
        locate(draft, parse("Article VII"))

    assert caught.value.remedy == "It has Articles I to III."
