"""Parts of an instrument that bear no number and are named for what they are: definitions, chapeaux, closing words,
the enacting formula, the final clauses, testimonium and locus."""

from __future__ import annotations

import pytest
from tests.text.golden import document

from travaux.errors import UnknownProvision
from travaux.record.document import Kind
from travaux.text.draft import Draft, words_of
from travaux.text.locate import locate, provision_at
from travaux.text.outline import outline
from travaux.text.parse import parse

TREATY = """Ferry Treaty
The Government of Ardal and the Government of Sorne,
Desiring to run a ferry,
Have agreed as follows:
Article 1
Definitions
For the purposes of this Treaty:
(a) “ferry” means a vessel;
(b) “quay” means a place.
Article 2
1. Unless the Parties agree otherwise, the ferry shall:
(a) run daily;
(b) carry mail;
in every season.
2. Fares are free.
Article 3
The ferry shall not:
(a) rest on Sundays;
(b) wait;
whatever the weather.
CHAPTER II. FINAL CLAUSES
Article 4
This Treaty enters into force on signature.
IN WITNESS WHEREOF the undersigned have signed this Treaty.
DONE at Ardal, this 5th day of May 1960, in two copies.
For the Government of Ardal:
A. Rook"""


@pytest.fixture(scope="module")
def draft() -> Draft:
    (draft,) = outline(document("ferry", TREATY, kind=Kind.AGREEMENT))
    return draft


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        ("definition of “ferry”", "(a) “ferry” means"),
        ("Article 1, definition of “quay”", "(b) “quay” means"),
        ("chapeau of Article 1", "For the purposes"),
        ("chapeau of paragraph 1 of Article 2", "Unless the Parties"),
        ("closing words of paragraph 1 of Article 2", "in every season."),
        ("closing words of Article 3", "whatever the weather."),
        ("enacting formula", "Have agreed"),
        ("final clauses", "CHAPTER II."),
        ("Article 4 of the final clauses", "Article 4"),
        ("testimonium", "IN WITNESS"),
        ("locus and date", "DONE at Ardal"),
    ],
)
def test_a_part_without_a_number_is_found_by_what_it_is(draft: Draft, address: str, begins: str) -> None:
    spot = locate(draft, parse(address))
    provision = provision_at(draft, spot.path)
    words = words_of(provision.content)[spot.start : spot.end] if spot.start is not None else provision.text
    assert words.startswith(begins)


@pytest.mark.parametrize(
    "address", ["closing words of paragraph 2 of Article 2", "definition of “fare”", "locus of Article 1"]
)
def test_what_is_not_there_is_refused(draft: Draft, address: str) -> None:
    with pytest.raises(UnknownProvision) as caught:
        locate(draft, parse(address))
    assert caught.value.remedy


@pytest.mark.parametrize(
    "address", ["final clauses", "enacting formula", "locus", "Note I, second paragraph", "table 2"]
)
def test_such_names_are_printed_as_they_are_read(address: str) -> None:
    assert parse(str(parse(address))) == parse(address)
