"""Exchanges of notes: offer and reply are parts of the instrument, and each part can be named."""

from __future__ import annotations

import pytest
from tests.text.golden import CASES, document, read

from travaux.errors import UnknownProvision
from travaux.record.document import Kind
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, ProvisionKind
from travaux.text.exchange import exchange
from travaux.text.locate import locate
from travaux.text.outline import outline
from travaux.text.parse import parse
from travaux.text.point_to import point_to
from travaux.text.recognise import recognise
from travaux.text.spot import Spot, provision_at

NOTES = read(CASES / "text/agreements/an_exchange_of_notes_that_quotes_its_offer/document.txt")
SALUTED = ["Sir,", "Fares end.", "Accept, Sir, etc.", "A. Rook"]


def _draft(words: str = NOTES, *, kind: Kind = Kind.AGREEMENT) -> Draft:
    (draft,) = outline(document("ferry", words, kind=kind))
    return draft


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("the offer", "NOTE I."),
        ("Note II", "NOTE II."),
        ("the reply", "NOTE II."),
        ("second note", "NOTE II."),
        ("paragraph 2 of the quotation in Note I", '"2. Fares'),
        ("Note I, second paragraph", "If this is acceptable"),
        ("first paragraph of the reply", "I have the honor to acknowledge"),
        ("first sentence of the first paragraph of the offer", "I have the honor to propose"),
    ],
)
def test_the_parts_of_an_exchange_are_found_by_their_names(written: str, begins: str) -> None:
    draft = _draft()
    assert provision_at(draft, locate(draft, parse(written)).path).text.startswith(begins)


def test_every_part_of_an_exchange_has_an_address_that_leads_to_it() -> None:
    draft = _draft()
    for path, at in addresses(draft).items():
        pointed = point_to(draft, path)
        assert pointed is not None and locate(draft, pointed) == Spot(path), at


def test_notes_are_written_as_they_are_numbered() -> None:
    draft = _draft()
    offer = next(path for path, at in addresses(draft).items() if provision_at(draft, path).kind is ProvisionKind.OFFER)
    assert str(point_to(draft, offer)) == "Note I"


def test_a_text_without_notes_has_no_offer() -> None:
    with pytest.raises(UnknownProvision):
        locate(_draft("Ferry Treaty\nArticle 1\nFares are free.\nArticle 2\nNone."), parse("the offer"))


def test_letters_of_which_none_replies_are_told_and_not_sorted() -> None:
    words = read(CASES / "text/agreements/letters_of_which_none_replies/document.txt")
    (told,) = recognise(document("ferry", words, kind=Kind.AGREEMENT))
    assert "exchange-not-told" in {finding.code for finding in told.findings}
    assert not told.counts.get("offer")


def test_notes_in_a_document_of_the_record_are_a_draft_where_they_make_an_agreement() -> None:
    found = _draft(NOTES.partition("\n")[2], kind=Kind.NOTE)
    assert [each.kind.value for each in found.provisions] == ["offer", "reply"]


def test_notes_in_a_document_of_the_record_that_agree_on_nothing_are_no_draft() -> None:
    words = NOTES.partition("\n")[2].replace("constitute an agreement", "be kept on file")
    assert not outline(document("ferry", words, kind=Kind.NOTE))


def test_a_letter_that_is_quoted_with_its_salutation_is_no_note_of_its_own() -> None:
    assert len(exchange(NOTES.split("\n"))) == 2


def test_a_note_without_a_courtesy_ends_where_the_next_is_captioned() -> None:
    reply = ["Letter No 2", "Sir,", "I acknowledge your letter.", "Accept, Sir, etc."]
    first, second = exchange(["Letter No 1", *SALUTED[:2], *reply])
    assert (first.first, first.last, second.first, second.last) == (0, 3, 3, 7)


def test_an_article_above_a_salutation_is_no_letterhead() -> None:
    above = ["IV.", "The Parties agree that this Agreement takes effect on signature;"]
    reply = ["Sir,", "I acknowledge your letter.", "Accept, Sir, etc."]
    assert exchange([*above, *SALUTED, *reply])[0].first == 2
