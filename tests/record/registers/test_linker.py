"""Persons and abbreviations are found by whole words, and nobody is guessed at."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st
from tests.record.registers.lists import document, found, register

from travaux.record.document import Note
from travaux.record.mention import Rule, Sure
from travaux.record.registers.linker import Linker

PERSONS = register(
    "Persons",
    "Astley, Colm, Counselor of Embassy in Corvany until May 1963",
    "Carrow, Hugh P., II, Ambassador to Corvany from March 1961 until August 1963",
    "Green, Ada, Director of the Coastal Survey",
    "Jordan, Paul, Secretary of the Treasury",
    "Kerrow, Commander Tobias, Naval Attaché",
    "Kerrow, Ilse, Minister of Justice from March 1961",
    "Oduya Mbeki, Amina, Representative to the Commission",
    "Pell, Bishop Anton, Ambassador to Jordan",
    "de Rohan, Luc, Prime Minister",
    "Abbreviations",
    "AID, Agency for Inshore Development",
    "AC, Coastal Council",
    "AC of S, Acting Chief of Survey",
    "EURAQ, European Aquatic Community",
    "GOC, Government of Corvany",
    "niact, night action",
    "U.S., Union of Shores",
)


def test_a_surname_of_one_person_alone_is_enough() -> None:
    assert found(PERSONS, "Then Astley's note came.") == ["Astley = Astley, Colm (surname)"]


def test_the_longest_name_is_taken() -> None:
    assert found(PERSONS, "We saw Hugh Carrow II and Colm Astley.") == [
        "Hugh Carrow II = Carrow, Hugh P., II (full-name)",
        "Colm Astley = Astley, Colm (full-name)",
    ]


def test_a_name_within_a_word_is_none() -> None:
    assert found(PERSONS, "The Astleys and O’Carrow, and the GOCs’ XGOC.") == [
        "GOCs = GOC (abbreviation-written-otherwise)"
    ]


def test_a_surname_of_two_says_who_it_may_be() -> None:
    assert found(PERSONS, "We met Kerrow.") == ["Kerrow = Kerrow, Commander Tobias | Kerrow, Ilse (surname)"]


def test_a_title_beside_a_surname_decides_between_two() -> None:
    assert found(PERSONS, "Commander Kerrow left.") == ["Kerrow = Kerrow, Commander Tobias (words-beside)"]
    day = datetime.date(1962, 5, 1)
    assert found(PERSONS, "Minister Kerrow left.", date=day) == ["Kerrow = Kerrow, Ilse (words-beside)"]


def test_an_office_in_several_words_beside_a_surname_decides_between_two() -> None:
    assert found(PERSONS, "Minister of Justice Kerrow left.") == ["Kerrow = Kerrow, Ilse (words-beside)"]


def test_a_title_that_was_not_yet_held_decides_nothing() -> None:
    before = datetime.date(1960, 5, 1)
    assert found(PERSONS, "Minister Kerrow left.", date=before) == [
        "Kerrow = Kerrow, Commander Tobias | Kerrow, Ilse (surname)"
    ]


def test_a_fuller_name_elsewhere_in_the_document_decides_between_two() -> None:
    assert found(PERSONS, "Kerrow spoke.", title="Letter From Ilse Kerrow") == [
        "Kerrow = Kerrow, Ilse (named-elsewhere)"
    ]


def test_both_named_in_full_leave_the_surname_open() -> None:
    *_, last = found(PERSONS, "Ilse Kerrow and Tobias Kerrow came. Kerrow spoke.")
    assert last == "Kerrow = Kerrow, Commander Tobias | Kerrow, Ilse (surname)"


def test_another_given_name_or_initial_is_somebody_else() -> None:
    assert found(PERSONS, "Paul Astley and R. Astley are others.") == []
    assert found(PERSONS, "C. Astley is not.") == ["Astley = Astley, Colm (words-beside)"]


def test_a_word_at_the_beginning_of_a_sentence_is_no_name_without_support() -> None:
    assert found(PERSONS, "Green waters lie there.") == []
    assert found(PERSONS, "Ada Green came. Green spoke.")[1] == "Green = Green, Ada (named-elsewhere)"
    assert found(PERSONS, "So said Green.") == ["Green = Green, Ada (surname)"]


def test_a_place_is_no_name_without_a_title_or_company() -> None:
    assert found(PERSONS, "We went to Jordan with Paul Jordan.") == ["Paul Jordan = Jordan, Paul (full-name)"]
    assert found(PERSONS, "Secretary Jordan came.") == ["Jordan = Jordan, Paul (surname)"]
    assert found(PERSONS, "Astley, Jordan, and others came.")[1] == "Jordan = Jordan, Paul (surname)"


def test_a_library_is_not_the_person_it_is_named_after() -> None:
    assert found(PERSONS, "It is in the Astley Library.") == []


def test_the_first_of_two_surnames_stands_for_both() -> None:
    assert found(PERSONS, "With Oduya we agreed.") == ["Oduya = Oduya Mbeki, Amina (short-name)"]


def test_a_particle_may_begin_with_a_capital() -> None:
    assert found(PERSONS, "De Rohan and de Rohan.") == [
        "De Rohan = de Rohan, Luc (surname)",
        "de Rohan = de Rohan, Luc (surname)",
    ]


def test_the_holder_of_a_post_on_the_date_is_named_by_the_post() -> None:
    day = datetime.date(1962, 5, 1)
    words = "We told the Ambassador in Corvany so."
    assert found(PERSONS, words, date=day) == ["Ambassador in Corvany = Carrow, Hugh P., II (office-on-date)"]


def test_a_post_names_nobody_without_a_date_or_at_the_edge_of_the_time_or_when_it_is_another() -> None:
    words = "We told the Ambassador in Corvany so."
    assert found(PERSONS, words) == []
    assert found(PERSONS, words, date=datetime.date(1961, 3, 5)) == []
    day = datetime.date(1962, 5, 1)
    assert found(PERSONS, "We told the former Ambassador to Corvany so.", date=day) == []


def test_abbreviations_keep_their_letters() -> None:
    assert found(PERSONS, "AID gives aid; the goc does not.") == ["AID = AID (abbreviation)"]


def test_a_word_in_a_line_of_capitals_is_no_abbreviation() -> None:
    assert found(PERSONS, "NAVAL AID TO CORVANY") == []


def test_abbreviations_are_known_with_and_without_points_and_capitals() -> None:
    assert found(PERSONS, "The US and Euraq, Niact.") == [
        "US = U.S. (abbreviation-written-otherwise)",
        "Euraq = EURAQ (abbreviation-written-otherwise)",
        "Niact = niact (abbreviation-written-otherwise)",
    ]


def test_a_part_of_a_pointed_abbreviation_is_none() -> None:
    assert found(PERSONS, "The U.S.S.R. is another.") == []


def test_the_beginning_of_a_longer_form_counts_where_the_longer_one_does_not_fit() -> None:
    assert found(PERSONS, "the AC of State, the AC of S.") == [
        "AC = AC (abbreviation)",
        "AC of S = AC of S (abbreviation)",
    ]


def test_notes_are_searched_and_offsets_count_in_each() -> None:
    read = document("Astley.", notes=(Note("2", "See Colm Astley."), Note("3", "GOC"), Note("4", "")))
    mentions = Linker(PERSONS).link(read)
    assert [(mention.at.note, read.passage(mention.at)) for mention in mentions] == [
        ("", "Astley"),
        ("2", "Colm Astley"),
        ("3", "GOC"),
    ]


def test_how_sure_a_mention_is_follows_from_its_rule() -> None:
    sure = {mention.rule: mention.sure for mention in Linker(PERSONS).link(document("Oduya and Astley met Kerrow."))}
    assert sure[Rule.SHORT_NAME] is Sure.LIKELY
    assert Linker(PERSONS).link(document("Kerrow"))[0].sure is Sure.AMBIGUOUS
    assert Linker(PERSONS).link(document("Astley"))[0].sure is Sure.CERTAIN


WORDS = st.sampled_from(
    "Astley Kerrow Green Jordan Colm Ada GOC GOCs US U.S. niact AID AC of S Mr. Commander the said, and . ’s".split()
)


@given(st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=4))
def test_mentions_are_whole_words_in_order_that_do_not_overlap(paragraphs: list[str]) -> None:
    read = document(*paragraphs)
    ids = {person.id for person in PERSONS.persons} | {each.id for each in PERSONS.abbreviations}
    end = 0
    for mention in Linker(PERSONS).link(read):
        assert mention.at.start >= end
        end = mention.at.end
        before, after = read.text[mention.at.start - 1 : mention.at.start], read.text[end : end + 1]
        assert not before.isalnum() and not after.isalnum()
        assert set(mention.targets) <= ids


def test_a_name_with_a_sign_of_its_own_is_told_from_one_with_another() -> None:
    names = register("Persons", "Kerrow–Ćosa, Ilse, Minister of Justice", "Kerrow, Ana, Counselor")
    assert found(names, "Then Kerrow–Ćosa wrote, then Kerrow—Śosa.") == [
        "Kerrow–Ćosa = Kerrow–Ćosa, Ilse (surname)",
        "Kerrow = Kerrow, Ana (surname)",
    ]
