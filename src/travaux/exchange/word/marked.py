"""A draft as a text for Word: clean, or with what operations did to it as tracked changes of those who proposed it.

The marks are written from the operations, one after another: the changes of an earlier author stay his, also where a
later one changed them again.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from travaux.amend.in_words import in_words
from travaux.amend.operations import Instruction
from travaux.amend.proof import Stage
from travaux.amend.track import Mark, TrackedLine, track
from travaux.amend.track import Piece as Tracked
from travaux.exchange.word.tracked import UNNAMED, Change, ChangeKind, Comment, Paragraph, Piece, TrackedText
from travaux.text.draft import Draft, ProvisionKind

_STYLES = {
    ProvisionKind.TITLE: "Title",
    ProvisionKind.PART: "Heading 1",
    ProvisionKind.CHAPTER: "Heading 1",
    ProvisionKind.SECTION: "Heading 1",
    ProvisionKind.ANNEX: "Heading 1",
    ProvisionKind.ARTICLE: "Heading 2",
    ProvisionKind.HEADING: "Heading 3",
    ProvisionKind.PREAMBLE: "Heading 3",
}
#: A line that is longer, or a sentence, is set as text even where it names an article.
_LONGEST_HEADING, _MOST_SAID = 120, 400


@dataclass(frozen=True, slots=True)
class Made:
    """What one instruction did: its stages, by whom it was proposed, and when. `told`: a comment tells it; of one that
    a comparison found, the marks say all there is to say."""

    instruction: Instruction
    stages: tuple[Stage, ...]
    author: str = ""
    date: datetime.date | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class _Cause:
    """One stage with the instruction that it is of, and the id of the comment that tells it."""

    made: Made
    stage: Stage
    number: int

    @property
    def comment(self) -> str:
        return str(self.number)

    @property
    def author(self) -> str:
        return self.made.author or UNNAMED

    @property
    def date(self) -> datetime.datetime | None:
        return datetime.datetime.combine(self.made.date, datetime.time()) if self.made.date else None


def clean(draft: Draft) -> TrackedText:
    """The draft without marks."""
    return TrackedText(paragraphs=tuple(map(_clean, track(draft, ()))), exact=True)


def marked(draft: Draft, made: Sequence[Made]) -> TrackedText:
    """`draft` with what each of `made` did to it, one after another, as tracked changes: accepted they give the last
    draft, rejected `draft`. Beside the first words of each change a comment tells the instruction, its reason and
    where it stands.

    >>> from travaux.amend.consolidate import consolidate
    >>> from travaux.amend.operations import DeleteWords
    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Provision, Run
    >>> from travaux.text.parse import parse
    >>> at = Citation("d1", 0, 21)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run("The ferry runs daily.", at),))
    >>> base = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=at)
    >>> order = Instruction(Citation("t1", 0, 15), "Delete “daily”.", (DeleteWords(parse("Article 1"), "daily"),))
    >>> stages = consolidate(base, order.operations, at=order.at).stages
    >>> (paragraph,) = marked(base, [Made(order, stages, "Corvany")]).paragraphs
    >>> [(piece.words, [str(change.kind) for change in piece.changes]) for piece in paragraph.pieces]
    [('The ferry runs', []), (' daily', ['del']), ('.', [])]
    """
    causes = [
        _Cause(each, stage, number)
        for number, (each, stage) in enumerate((each, stage) for each in made for stage in each.stages)
    ]
    lines = track(draft, [cause.stage for cause in causes])
    told = _first_lines(lines, causes)
    paragraphs = tuple(
        _paragraph(line, index, causes, told) for index, line in enumerate(lines) if not _is_all_passing(line, causes)
    )
    comments = tuple(_comment(cause) for cause in causes if cause.number in told)
    return TrackedText(paragraphs=paragraphs, comments=comments, exact=True)


def _clean(line: TrackedLine) -> Paragraph:
    return Paragraph(tuple(Piece(piece.words) for piece in line.pieces), style=_style(line), depth=line.depth)


def _paragraph(line: TrackedLine, index: int, causes: Sequence[_Cause], told: Mapping[int, int]) -> Paragraph:
    pieces = []
    for piece in line.pieces:
        if _is_passing(piece.came, piece.went, causes):
            continue
        here = {stage for stage in _stages(piece) if told.get(stage) == index}
        ids = frozenset(causes[stage].comment for stage in here)
        pieces.append(Piece(piece.words, _changes(piece.came, piece.went, causes), ids))
    return Paragraph(tuple(pieces), _changes(line.came, line.went, causes), _style(line), line.depth)


def _is_passing(came: Mark | None, went: Mark | None, causes: Sequence[_Cause]) -> bool:
    """Whether words came and went in one paper of one author: then nobody else ever saw them."""
    if came is None or went is None or came.moved or went.moved:
        return False
    one, other = causes[came.stage].made, causes[went.stage].made
    return (one.author, one.date) == (other.author, other.date)


def _is_all_passing(line: TrackedLine, causes: Sequence[_Cause]) -> bool:
    passing = all(_is_passing(piece.came, piece.went, causes) for piece in line.pieces)
    return passing and _is_passing(line.came, line.went, causes)


def _changes(came: Mark | None, went: Mark | None, causes: Sequence[_Cause]) -> tuple[Change, ...]:
    found = []
    if came is not None:
        found.append(_change(ChangeKind.MOVED_TO if came.moved else ChangeKind.INSERTED, came, causes))
    if went is not None:
        found.append(_change(ChangeKind.MOVED_FROM if went.moved else ChangeKind.DELETED, went, causes))
    return tuple(found)


def _change(kind: ChangeKind, mark: Mark, causes: Sequence[_Cause]) -> Change:
    cause = causes[mark.stage]
    return Change(kind, cause.author, cause.date, f"move{mark.stage + 1}" if mark.moved else "")


def _stages(piece: Tracked) -> list[int]:
    """The stages that a piece shows: what moved away is told where it goes."""
    went = piece.went if piece.went and not piece.went.moved else None
    return [mark.stage for mark in (piece.came, went) if mark is not None]


def _first_lines(lines: Sequence[TrackedLine], causes: Sequence[_Cause]) -> dict[int, int]:
    """The line in which each stage that is to be told shows first."""
    first: dict[int, int] = {}
    for index, line in enumerate(lines):
        for piece in line.pieces:
            for stage in _stages(piece) if not _is_passing(piece.came, piece.went, causes) else ():
                first.setdefault(stage, index)
    return {stage: index for stage, index in first.items() if causes[stage].made.told}


def _style(line: TrackedLine) -> str:
    words = "".join(piece.words for piece in line.pieces).strip()
    set_as = _STYLES.get(line.kind, "")
    return "" if set_as not in ("", "Title") and (len(words) > _LONGEST_HEADING or words.endswith(".")) else set_as


def _comment(cause: _Cause) -> Comment:
    instruction = cause.made.instruction
    said = " ".join(instruction.words.split())
    said = said if len(said) <= _MOST_SAID else f"{said[:_MOST_SAID].rstrip()} …"
    words = [f"{in_words(cause.stage.operation).words.rstrip(':')}."] if not said else [f"“{said}”"]
    if instruction.reason:
        words.append(f"Reason: {instruction.reason.words}")
    words.append(f"Source: {instruction.at}")
    return Comment(cause.comment, cause.author, "\n".join(words), cause.date)
