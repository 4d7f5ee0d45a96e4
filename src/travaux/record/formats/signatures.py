"""How files of other formats than text begin: what each reader knows its own by, and what is known and not read."""

from __future__ import annotations

#: How a zip archive begins, as Word files do.
ZIP = b"PK\x03\x04"
#: How what is packed with gzip begins.
GZIP = b"\x1f\x8b"
#: Formats that are known and not read: how their files begin, what they are, and what to do instead.
NOT_READ = (
    (b"%PDF", "This is a PDF, which fixes how a page looks, not what it says.", "Give its text, or the Word file."),
    (b"{\\rtf", "This is a rich text file (RTF).", "Save it as .docx, or as plain text."),
    (
        b"\xd0\xcf\x11\xe0",
        "This is an old Word file (.doc), or a Word file with a password.",
        "Save it as .docx without a password.",
    ),
)
_BINARY = (ZIP, GZIP, *(begins for begins, _, _ in NOT_READ))


def is_plain(data: bytes) -> bool:
    """Whether a file may be plain text: in no other format, and without the mark-up that opens XML and web pages."""
    return not data.startswith(_BINARY) and data.lstrip()[:1] != b"<"
