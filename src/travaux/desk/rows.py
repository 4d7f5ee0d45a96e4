"""What the rows of a document hold, in the order of their columns. Says nothing of how they are made or kept."""

from __future__ import annotations

from typing import NamedTuple

#: What a row holds in its columns.
Row = tuple[str | bytes | float | None, ...]

#: The columns of desk_document that `Ready.row` fills.
DOCUMENT = (
    "ident, number, kind, title, sender, addressee, date, date_text, edtf, inferred, place, classification, "
    "withheld_in_full, found"
)
#: Those of desk_facets that `Ready.facets` fills.
FACETS = "date, kind, sender, recipient, signed, classification, volume, withheld, earliest, latest"
#: Those of desk_finding that each of `Ready.findings` fills.
FINDING = 'code, severity, message, remedy, start, "end", note'


class Ready(NamedTuple):
    """A document as rows keep it, but for keys and for its place in its source. Long texts are in UTF-8, as the file
    has them.

    `day` is the first day known of it, which puts it in order. `tree` is all of it as JSON; `words` are those of its
    title, its body and what stands around that, as the index of words takes them. `card` is what others cite it by,
    and `cited` what it cites. `marking` is its level and distribution, as `access.marking` writes them.
    """

    ident: str
    day: str | None
    row: Row
    tree: bytes
    words: tuple[bytes, bytes, bytes]
    facets: Row
    withheld: tuple[Row, ...]
    card: Row
    cited: tuple[Row, ...]
    findings: tuple[Row, ...]
    marking: str

    @property
    def volume(self) -> str:
        """The volume of the document: its id up to the last slash."""
        return self.ident.rpartition("/")[0]
