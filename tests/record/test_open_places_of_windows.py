"""Texts in Windows-1252 with bytes that it leaves open: each is told, none is made up."""

from __future__ import annotations

import pytest

from travaux.errors import UnreadableInput
from travaux.record.formats.encoding import decoded


def test_a_byte_without_a_sign_is_shown_as_none_and_told_with_its_line() -> None:
    words, findings = decoded(b"Caf\xe9 is free.\nFares \x90 are low.", name="fares.txt", document="fares")

    assert words == "Café is free.\nFares \ufffd are low."
    assert [finding.code for finding in findings] == ["encoding-assumed", "sign-unreadable"]
    assert "1 byte, the first in line 2" in findings[1].message


def test_a_file_full_of_them_is_no_text() -> None:
    with pytest.raises(UnreadableInput, match="Line 2 is in no known encoding"):
        decoded(b"Fares\n" + b"\x90" * 11, name="fares.txt", document="fares")
