"""Prints an invented document in the looks that plain text comes in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Paper:
    """A document to be printed. A '*' in a paragraph is where a note's mark stands, '|' where a page begins."""

    number: int
    sender: str
    addressee: str
    dateline: str
    own_number: int
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]
    signed: str
    notes: tuple[str, ...]
    drafted_by: tuple[str, ...]
    repeated_to: tuple[str, ...]
    pages: list[int] = field(default_factory=list)

    @property
    def title(self) -> str:
        return f"Telegram From the {self.sender} to the {self.addressee}"

    @property
    def source(self) -> str:
        drafted, repeated = " and ".join(self.drafted_by), " and ".join(self.repeated_to)
        return (
            f"Source: Ministry of External Affairs, Central Files, 412.7/5–962. Secret; Niact. "
            f"Drafted by {drafted}. Repeated to {repeated}."
        )

    def numbered(self, number: int) -> Paper:
        """The same under another number."""
        return replace(self, number=number)

    @property
    def words(self) -> list[str]:
        """The body as it should be read: every word, without marks of notes and pages."""
        items = [f"({number}) {words}" for number, words in enumerate(self.items, 1)]
        body = [f"{self.own_number}. {self.paragraphs[0]}", *self.paragraphs[1:], *items]
        return [words.replace("*", "").replace("|", "") for words in body]


def as_note(paper: Paper) -> str:
    """Heading with its number, notes at the end with the source note first."""
    head = [f"{paper.number}. {paper.title} 0", paper.dateline]
    return "\n\n".join([*head, *_body(paper)]) + _notes([paper.source, *paper.notes])


def as_memo(paper: Paper) -> str:
    """File number first, classification below the dateline, no source note."""
    head = ["412.7/5–962", f"No. {paper.number}\n{paper.title}", paper.dateline, "secret\nniact"]
    return "\n\n".join([*head, *_body(paper)]) + _notes(list(paper.notes))


def _body(paper: Paper) -> Iterator[str]:
    marks, pages = iter(range(1, 100)), iter(range(20, 100))
    for position, paragraph in enumerate((*paper.paragraphs, *paper.items)):
        words = "".join(
            str(next(marks)) if sign == "*" else f"[Page {next(pages)}]" if sign == "|" else sign for sign in paragraph
        )
        if position >= len(paper.paragraphs):
            yield f"({position - len(paper.paragraphs) + 1})\n\n{words}"
        else:
            yield f"{paper.own_number}. {words}" if position == 0 else words
    yield paper.signed


def _notes(notes: list[str]) -> str:
    return "".join(f"\n  {number}. {words}" for number, words in enumerate(notes, 1))
