"""Finds the drafts that stand in a document and gives each as a tree of provisions.

No word falls outside the tree: a draft printed is letter for letter the passage it was outlined from.
What a line is, is read off its beginning (`lines`); nothing is renumbered, joined or mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.findings import Citation
from travaux.record.document import Document
from travaux.text import lines
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.passages import Passage, passages

# How deep a kind stands; a line of a kind closes all that stand as deep or deeper.
_DEPTH = {
    ProvisionKind.ANNEX: 1,
    ProvisionKind.PART: 2,
    ProvisionKind.CHAPTER: 3,
    ProvisionKind.SECTION: 4,
    ProvisionKind.ARTICLE: 5,
    ProvisionKind.PARAGRAPH: 6,
    ProvisionKind.SUBPARAGRAPH: 7,
}
_OUTER = frozenset(kind for kind, depth in _DEPTH.items() if depth <= 5)


def outline(document: Document) -> tuple[Draft, ...]:
    """The drafts in a document, in order; none where it holds no text of an instrument.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> body = ["Ferry Treaty", "Article 1", "The ferry runs daily.", "Article 2", "Fares are free."]
    >>> blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body)
    >>> (draft,) = outline(Document(id="d1", title="Ferry Treaty", kind=Kind.AGREEMENT, body=blocks))
    >>> [article.number for article in draft.articles]
    ['1', '2']
    >>> draft.text == "\\n".join(body)
    True
    """
    drafts: list[Draft] = []
    for passage in passages(document):
        name = passage.name or "draft"
        taken = sum(draft.id.startswith(f"{document.id}/{name}") for draft in drafts)
        drafts.append(_draft(document, passage, f"{document.id}/{name}{f'-{taken + 1}' if taken else ''}"))
    return tuple(drafts)


def provisions_of(runs: Sequence[tuple[Run, ...]], *, opening: bool = False) -> tuple[Provision, ...]:
    """The tree of lines of words. `opening`: they open an instrument, so what stands before the first
    article is title and preamble; else unlabelled lines are paragraphs."""
    tree = _Tree(opening)
    for line in runs:
        tree.add(line)
    return tree.close()


def _draft(document: Document, passage: Passage, name: str) -> Draft:
    runs = [(Run(document.text[start:end], document.cite(start, end)),) for start, end in passage.lines]
    provisions = provisions_of(runs, opening=True)
    title = " ".join(provision.text for provision in provisions if provision.kind is ProvisionKind.TITLE)
    return Draft(
        id=name,
        title=title or document.subject or document.title,
        provisions=provisions,
        at=Citation(document.id, passage.lines[0][0], passage.lines[-1][1]),
        date=document.date,
        proposed_by=document.sender,
    )


@dataclass(slots=True)
class _Open:
    """A provision still being filled."""

    kind: ProvisionKind
    number: str = ""
    label: tuple[Run, ...] = ()
    content: tuple[Run, ...] = ()
    children: list[Provision] = field(default_factory=list)

    def closed(self) -> Provision:
        return Provision(self.kind, self.number, self.label, self.content, tuple(self.children))


class _Tree:
    """Takes lines in order and hangs each where its depth says."""

    def __init__(self, opening: bool) -> None:
        self.roots: list[Provision] = []
        self.stack: list[_Open] = []
        self.opening = opening
        self.signing = False

    def add(self, runs: tuple[Run, ...]) -> None:
        words = words_of(runs)
        if self.signing or lines.is_testimonium(words):
            kind = ProvisionKind.TESTIMONIUM if lines.is_testimonium(words) else ProvisionKind.SIGNATURE
            self.signing = True
            self._close_to(0)
            self.roots.append(Provision(kind, content=runs))
            return
        line = lines.line_of(words)
        if self.opening and (line is None or line.kind not in _OUTER):
            self._add_opening(runs, words)
        elif line is None:
            self._add_plain(runs, words)
        else:
            self._add_labelled(runs, line)

    def close(self) -> tuple[Provision, ...]:
        self._close_to(0)
        return tuple(self.roots)

    def _add_opening(self, runs: tuple[Run, ...], words: str) -> None:
        """Before the first article: the title, then the preamble with its recitals."""
        if not self.stack and lines.is_preamble(words):
            self.stack.append(_Open(ProvisionKind.PREAMBLE, label=runs))
        elif not self.stack and lines.is_title_line(words):
            self.roots.append(Provision(ProvisionKind.TITLE, content=runs))
        else:
            if not self.stack:
                self.stack.append(_Open(ProvisionKind.PREAMBLE))
            kind = ProvisionKind.RECITAL if lines.is_recital(words) else ProvisionKind.FORMULA
            self.stack[-1].children.append(Provision(kind, content=runs))

    def _add_labelled(self, runs: tuple[Run, ...], line: lines.Line) -> None:
        if self.opening:
            self.opening = False
            self._close_to(0)
        self._close_to(_DEPTH[line.kind])
        words = words_of(runs)
        # 'Article 1 – Definitions' names the article; 'Article 1. The ferry runs daily.' is the article.
        named = line.kind in _OUTER and _is_heading(words[line.label :])
        at = len(words) if named else line.label
        label, content = cut(runs, 0, at), cut(runs, at, len(words))
        self.stack.append(_Open(line.kind, line.number, label, content))

    def _add_plain(self, runs: tuple[Run, ...], words: str) -> None:
        """An unlabelled line: the heading of what it stands under, or a paragraph."""
        top = self.stack[-1] if self.stack else None
        if top and top.kind in _OUTER and not top.content and not top.children and _is_heading(words):
            top.children.append(Provision(ProvisionKind.HEADING, content=runs))
            return
        self._close_to(_DEPTH[ProvisionKind.PARAGRAPH])
        self.stack.append(_Open(ProvisionKind.PARAGRAPH, content=runs))

    def _close_to(self, depth: int) -> None:
        while self.stack and _DEPTH.get(self.stack[-1].kind, 0) >= depth:
            done = self.stack.pop().closed()
            (self.stack[-1].children if self.stack else self.roots).append(done)


def _is_heading(words: str) -> bool:
    """A short line without a full stop, right under the line that names its article or part."""
    return 0 < len(words.strip()) < 120 and words[:1].isupper() and words.rstrip()[-1] not in ".,;:”"
