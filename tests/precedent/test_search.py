"""Words looked for in a library."""

from __future__ import annotations

import pytest

from travaux.errors import EmptyQuery
from travaux.precedent.index import Index
from travaux.precedent.narrow import Narrow
from travaux.precedent.search import search


def test_words_are_found_as_they_stand_the_oldest_first(index: Index) -> None:
    found = search(index, "CONSULT together, from time to time")
    assert [each.agreement.id for each in found] == ["halvern-corvany", "halvern-orsk", "corvany-orsk"]
    assert {each.words_found for each in found} == {"consult together from time to time"}


def test_words_in_another_order_are_not_found_as_they_stand(index: Index) -> None:
    assert search(index, "together consult") == ()


def test_spelling_and_printing_errors_are_borne(index: Index) -> None:
    found = search(index, "consvlt togethcr from tirne to time", tolerant=True)
    assert len(found) == 3
    assert all(each.words_found.startswith("consult together") for each in found)
    assert all(each.exact >= 0.8 for each in found)


def test_another_name_of_a_party_is_borne(index: Index) -> None:
    (found, *_) = search(index, "Pilots licensed by Ruritania shall be admitted to the waters", tolerant=True)
    assert found.words_found.startswith("Pilots licensed by") and found.exact < 1


def test_search_is_narrowed_too(index: Index) -> None:
    assert {each.agreement.id for each in search(index, "consult together", narrow=Narrow(party="Orsk"))} == {
        "halvern-orsk",
        "corvany-orsk",
    }


@pytest.mark.parametrize("tolerant", [False, True])
def test_unknown_and_empty_words(index: Index, tolerant: bool) -> None:
    assert search(index, "zzyzx qwortle blimfark", tolerant=tolerant) == ()
    with pytest.raises(EmptyQuery):
        search(index, " — ", tolerant=tolerant)
