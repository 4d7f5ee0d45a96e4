"""What is no plain text is known by how it begins."""

from __future__ import annotations

import pytest

from travaux.errors import UnreadableInput
from travaux.record.formats.signatures import GZIP, NOT_READ, ZIP, is_plain
from travaux.record.read import read


@pytest.mark.parametrize("begins", [ZIP, GZIP, *(each for each, _, _ in NOT_READ), b"<html>", b"\n <TEI>"])
def test_what_begins_as_another_format_is_no_plain_text(begins: bytes) -> None:
    assert not is_plain(begins + b" and more of it")


@pytest.mark.parametrize("words", ["", "Article I", "PKW may pass.", "é < è", "{Article}"])
def test_words_are_plain_text(words: str) -> None:
    assert is_plain(words.encode())


@pytest.mark.parametrize(("begins", "what", "remedy"), NOT_READ)
def test_a_format_that_is_not_read_says_what_it_is_and_what_to_do(begins: bytes, what: str, remedy: str) -> None:
    with pytest.raises(UnreadableInput, match="This is") as raised:
        read(begins + b" and more of it", name="paper")
    assert (raised.value.message, raised.value.remedy) == (what, remedy)
