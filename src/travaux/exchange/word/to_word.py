"""Writes a text with its tracked changes and comments as a Word file (.docx). What XML cannot hold is refused, never
dropped."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from travaux.errors import UnwritableText
from travaux.exchange.word.blank import STYLES, UNWRITABLE, blank, plain, saved
from travaux.exchange.word.elements import elements, iso
from travaux.exchange.word.tracked import TrackedText


def to_word(text: TrackedText, *, title: str, foot: str = "") -> bytes:
    """The text as a Word file; `title` is that of the file, `foot` stands at the foot of every page.

    `text.facts` are kept as properties of the file. Raises UnwritableText where a sign has no place in XML.
    """
    _refuse_unwritable(text)
    word = blank(title=title, foot=foot, facts=text.facts)
    numbers = _comments(word, text)
    styles = {name: word.styles[name].style_id for name in STYLES}
    end = word.element.body.find(qn("w:sectPr"))
    for element in elements(text, numbers=numbers, styles=styles):
        end.addprevious(element)
    return saved(word)


def _refuse_unwritable(text: TrackedText) -> None:
    for number, paragraph in enumerate(text.paragraphs, start=1):
        for piece in paragraph.pieces:
            found = UNWRITABLE.search(piece.words)
            if found:
                raise UnwritableText(
                    f"Paragraph {number} has the sign U+{ord(found[0]):04X}, which no Word file can hold.",
                    remedy="Correct the document that it comes from, and read it again.",
                )


def _comments(word: WordFile, text: TrackedText) -> dict[str, int]:
    """Writes the comments; their numbers in the file by their ids."""
    numbers = {}
    for said in text.comments:
        comment = word.comments.add_comment(
            plain(said.words), author=plain(said.author), initials=_initials(plain(said.author))
        )
        numbers[said.id] = comment.comment_id
        comment._comment_elm.attrib.pop(qn("w:date"), None)
        if said.date is not None:
            comment._comment_elm.set(qn("w:date"), iso(said.date))
    return numbers


def _initials(name: str) -> str:
    return "".join(word[:1] for word in name.split())[:4]
