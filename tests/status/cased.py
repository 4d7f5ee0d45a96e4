"""Cases of registers with the texts of their instruments: a folder with `instruments.toml` and a file for each text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.text.golden import document, read

from travaux.record.document import Kind
from travaux.status.final_clauses import final_clauses
from travaux.status.register import Register
from travaux.status.register_file import register_file
from travaux.text.draft import Draft
from travaux.text.outline import outline


@dataclass(frozen=True)
class Cased:
    """The draft of a case, the register, and the texts of its instruments by id."""

    draft: Draft
    register: Register
    texts: dict[str, Draft]


def cased(case: Path) -> Cased:
    """What the files of a case hold: `draft.txt`, and `X.txt` for the document X of the register."""
    documents = {
        file.stem: document(file.stem, read(file), kind=Kind.AGREEMENT)
        for file in case.glob("*.txt")
        if file.stem not in ("change", "references")
    }
    drafts = {f"{ident}/draft": _only(outline(each)) for ident, each in documents.items()}
    register = register_file(
        (case / "instruments.toml").read_bytes(),
        name="instruments.toml",
        documents=documents.__getitem__,
        clauses=lambda ident: final_clauses(drafts[ident]),
    )
    return Cased(
        drafts["draft/draft"], register, {one.id: drafts[one.text] for one in register.instruments if one.text}
    )


def _only(found: tuple[Draft, ...]) -> Draft:
    (draft,) = found
    return draft
