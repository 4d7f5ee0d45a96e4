"""Finds the drafts that stand in a document and gives each as a tree of provisions.

No word falls outside the tree: a draft printed is letter for letter the passage it was outlined from.
What a line is, is read off its beginning (`lines`); nothing is renumbered, joined or mended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from travaux.findings import Citation
from travaux.record.document import Document
from travaux.text import lines
from travaux.text.beside import OUTER, folios, listed
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.exchange import NoteSpan, exchange
from travaux.text.misread_numbers import misread_numbers
from travaux.text.passages import Passage, passages
from travaux.text.tables import rows
from travaux.text.unfold_marks import POINTING

# How deep a kind stands; a line of a kind closes all that stand as deep or deeper.
_DEPTH = {
    ProvisionKind.ANNEX: 1,
    ProvisionKind.PART: 2,
    ProvisionKind.CHAPTER: 3,
    ProvisionKind.SECTION: 4,
    ProvisionKind.ARTICLE: 5,
    ProvisionKind.PARAGRAPH: 6,
    ProvisionKind.SUBPARAGRAPH: 7,
    ProvisionKind.TABLE: 8,
}
# Behind these another instrument may follow, with a title of its own.
_ENDS_TITLE = frozenset({ProvisionKind.OFFER, ProvisionKind.TESTIMONIUM})
# The line over a table that bears its number.
_CAPTION = re.compile(r"(?i)(?:table|tableau|cuadro|tabla) (?:no\. ?)?(?P<number>[IVX]+|\d{1,3}[A-Za-z]?)\b.{0,150}$")


def outline(document: Document, *, among: Sequence[Passage] | None = None) -> tuple[Draft, ...]:
    """The drafts in a document, in order; none where it holds no text of an instrument. `among` are its `passages`,
    where somebody found them before.

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
    for passage in passages(document) if among is None else among:
        name = passage.name or "draft"
        taken = sum(draft.id.startswith(f"{document.id}/{name}") for draft in drafts)
        drafts.append(_draft(document, passage, f"{document.id}/{name}{f'-{taken + 1}' if taken else ''}"))
    return tuple(drafts)


def provisions_of(
    runs: Sequence[tuple[Run, ...]], *, opening: bool = False, told: Sequence[lines.Line | None] = ()
) -> tuple[Provision, ...]:
    """The tree of lines of words. `opening`: they open an instrument, so what stands before the first
    article is title and preamble; else unlabelled lines are paragraphs. `told` says what each line is where its
    beginning does not. Notes of an exchange are told where they open an instrument."""
    told = told or [None] * len(runs)
    notes = exchange([words_of(line) for line in runs]) if opening else ()
    found: list[Provision] = []
    at = 0
    for note in notes:
        above = [words_of(line) for line in runs[at : note.first]]
        found += _instruments(runs[at : note.first], told[at : note.first], opening=not found or _opens_another(above))
        found.append(_note(note, runs, told))
        at = note.last
    rest = [words_of(line) for line in runs[at:]]
    return (*found, *_instruments(runs[at:], told[at:], opening=opening and (not notes or _opens_another(rest))))


def _opens_another(words: Sequence[str]) -> bool:
    """Whether an instrument with a title of its own is attached to the notes before it."""
    below = (lines.line_of(line) for line in words[1:])
    return bool(words) and lines.is_title_line(words[0]) and any(line and line.kind in OUTER for line in below)


def _instruments(
    runs: Sequence[tuple[Run, ...]], told: Sequence[lines.Line | None], *, opening: bool
) -> tuple[Provision, ...]:
    """The tree of an instrument, and of one with a title and articles of its own that follows its signatures."""
    another = _attached([words_of(line) for line in runs], told) if opening else 0
    if not another:
        return _provisions(runs, told, opening=opening)
    before, after = _provisions(runs[:another], told[:another], opening=True), (runs[another:], told[another:])
    return (*before, *_instruments(*after, opening=True))


def _attached(words: Sequence[str], told: Sequence[lines.Line | None]) -> int:
    """The line with which an instrument begins that a decision has attached behind its signatures; 0 without one.

    It has an article 1, above which its title may stand; an annex before these is one of the decision's own.
    """
    signed = next((index for index, line in enumerate(words) if lines.is_testimonium(line)), len(words))
    titled = 0
    for index in range(signed + 1, len(words)):
        line = told[index] or lines.line_of(words[index])
        if line is None or line.kind in (ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH):
            titled = titled or (index if lines.is_title_line(words[index]) and lines.is_title(words[index]) else 0)
        elif line.kind is ProvisionKind.ANNEX or lines.is_attached(words[index]):
            return 0
        elif line.kind is ProvisionKind.ARTICLE:
            return (titled or index) if lines.same_number(line.number, "1") else 0
    return 0


def _provisions(
    runs: Sequence[tuple[Run, ...]], told: Sequence[lines.Line | None], *, opening: bool = False
) -> tuple[Provision, ...]:
    words = [words_of(line) for line in runs]
    known = [one or lines.line_of(line) for one, line in zip(told, words, strict=True)]
    beside: dict[int, lines.Line] = dict.fromkeys(rows(words), lines.Line(ProvisionKind.ROW))
    beside |= dict.fromkeys(folios(words), lines.Line(ProvisionKind.FOLIO))
    beside |= {index: line for index, line in misread_numbers(words, known) if index not in beside}
    known = [beside.get(index, line) for index, line in enumerate(known)]
    if opening:
        beside |= dict.fromkeys(listed(known, words), lines.Line(ProvisionKind.CONTENTS))
        known = [beside.get(index, line) for index, line in enumerate(known)]
    tree = _Tree(opening, articles=any(line is not None and line.kind in OUTER for line in known))
    for index, line in enumerate(runs):
        tree.add(line, beside.get(index, told[index]))
    return tree.close()


def _note(note: NoteSpan, runs: Sequence[tuple[Run, ...]], told: Sequence[lines.Line | None]) -> Provision:
    """A note of an exchange: letterhead and salutation, its text with what it quotes, courtesy, signature."""
    children: list[Provision] = []
    at = note.body
    children += _each(ProvisionKind.FORMULA, runs[note.first + note.captioned : at])
    for first, last in note.quotes:
        children += _provisions(runs[at:first], told[at:first])
        quoted = [told[index] or _behind_mark(words_of(runs[index])) for index in range(first, last)]
        children.append(Provision(ProvisionKind.QUOTATION, children=_provisions(runs[first:last], quoted)))
        at = last
    children += _provisions(runs[at : note.closing], told[at : note.closing])
    children += _each(ProvisionKind.FORMULA, runs[note.closing : min(note.closing + 1, note.last)])
    children += _each(ProvisionKind.SIGNATURE, runs[note.closing + 1 : note.last])
    label = runs[note.first] if note.captioned else ()
    kind = ProvisionKind.REPLY if note.reply else ProvisionKind.OFFER
    return Provision(kind, note.number, label, children=tuple(children))


def _each(kind: ProvisionKind, runs: Sequence[tuple[Run, ...]]) -> list[Provision]:
    return [Provision(kind, content=line) for line in runs]


def _behind_mark(words: str) -> lines.Line | None:
    """What a line of a quotation is behind the mark that opens it."""
    bare = words.lstrip("“\"„«‘' ")
    line = lines.line_of(bare) if len(bare) < len(words) else None
    return lines.Line(line.kind, line.number, line.label + len(words) - len(bare)) if line else None


def _draft(document: Document, passage: Passage, name: str) -> Draft:
    runs = [(Run(document.text[start:end], document.cite(start, end)),) for start, end in passage.lines]
    provisions = provisions_of(runs, opening=True, told=[passage.told.get(start) for start, _ in passage.lines])
    own = takewhile(lambda provision: provision.kind not in _ENDS_TITLE, provisions)
    title = " ".join(provision.text for provision in own if provision.kind is ProvisionKind.TITLE)
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
    named: bool = False

    def closed(self) -> Provision:
        return Provision(self.kind, self.number, self.label, self.content, tuple(self.children))


class _Tree:
    """Takes lines in order and hangs each where its depth says."""

    def __init__(self, opening: bool, *, articles: bool) -> None:
        self.roots: list[Provision] = []
        self.stack: list[_Open] = []
        self.opening = opening
        self.articles = articles
        self.signing = False
        self.signed = False
        self.reciting = False
        self.last = ""

    def add(self, runs: tuple[Run, ...], told: lines.Line | None = None) -> None:
        words = words_of(runs)
        if _is(told, ProvisionKind.ROW):
            if not self.signing:
                self._add_row(runs)
                return
            told = None
        self._close_to(_DEPTH[ProvisionKind.TABLE])
        line = told or (None if self._is_pointed_to(words) else lines.line_of(words))
        self.last = words
        if _is(line, ProvisionKind.ANNEX) and line and not line.number and self._lacks_heading():
            line = None  # 'Annexes' is what an article under it is on
        if self._ends_signing(line, words):
            self.signing, line = False, line or lines.Line(ProvisionKind.ANNEX, "", len(words))
        if self.signing or (told is None and lines.is_testimonium(words)) or _is(told, ProvisionKind.TESTIMONIUM):
            kind = ProvisionKind.TESTIMONIUM if lines.is_testimonium(words) else ProvisionKind.SIGNATURE
            self.signing = self.signed = True
            self._close_to(0)
            self.roots.append(Provision(kind, content=runs))
        elif told is not None and told.kind not in _DEPTH:
            self._add_told(runs, told)
        elif told is None and lines.is_contents(words):
            self._hang(Provision(ProvisionKind.CONTENTS, content=runs))
        elif self.opening and not self._ends_opening(line, words):
            self._add_opening(runs, words)
        elif line is None:
            self._add_plain(runs, words)
        else:
            self._add_labelled(runs, line)

    def _is_pointed_to(self, words: str) -> bool:
        """Whether a line ends a sentence that the line before leads up to: 'in accordance with', 'Annex 10.'"""
        # An item of a list, '(b)', stands behind 'and' as well.
        named = words[:1].isalpha() and words.endswith(".")
        return not self.opening and named and bool(POINTING.search(self.last))

    def _lacks_heading(self) -> bool:
        """Whether the article named right above has neither heading nor words yet."""
        top = self.stack[-1] if self.stack else None
        bare = top is not None and not (top.named or top.content or top.children)
        return bare and top is not None and top.kind is ProvisionKind.ARTICLE

    def _ends_signing(self, line: lines.Line | None, words: str) -> bool:
        """Whether an annex, or an attached protocol, begins after the signatures."""
        if self.signing and (_is(line, ProvisionKind.ANNEX) or (line is None and lines.is_annex_caption(words))):
            return True
        return self.signed and lines.is_attached(words)

    def _ends_opening(self, line: lines.Line | None, words: str) -> bool:
        """Whether the line is of the body: an article, part or annex. 'PROTOCOL' at the top is the title."""
        if line is not None and line.kind is ProvisionKind.PARAGRAPH and not self.articles:
            # A decision without articles: its numbered paragraphs follow its recitals.
            return bool(self.stack and any(each.kind is ProvisionKind.RECITAL for each in self.stack[-1].children))
        if line is None or line.kind not in OUTER:
            return False
        return not (line.kind is ProvisionKind.ANNEX and not line.number and words.casefold().startswith("protocol"))

    def _add_told(self, runs: tuple[Run, ...], told: lines.Line) -> None:
        """A line of a kind that the cut told: title, note, recital, formula, or the heading right under its article."""
        provision = Provision(told.kind, told.number, content=runs)
        if told.kind is ProvisionKind.TITLE:
            self.roots.append(provision)
        elif told.kind in (ProvisionKind.RECITAL, ProvisionKind.FORMULA) and self.opening:
            if not self.stack:
                self.stack.append(_Open(ProvisionKind.PREAMBLE))
            self.stack[-1].children.append(provision)
        else:
            self._hang(provision)

    def _add_row(self, runs: tuple[Run, ...]) -> None:
        """A row of a table: the table stands under a line that announces it, else beside the paragraphs."""
        top = self.stack[-1] if self.stack else None
        if top is None or top.kind is not ProvisionKind.TABLE:
            above = (top.children[-1].content if top.children else top.content) if top else ()
            table = _CAPTION.match(words_of(above))
            announced = top is not None and words_of(top.content).rstrip().endswith(":")
            if not announced and not (self.opening and self.stack):
                self._close_to(_DEPTH[ProvisionKind.PARAGRAPH])
            self.stack.append(_Open(ProvisionKind.TABLE, table["number"] if table else ""))
        self.stack[-1].children.append(Provision(ProvisionKind.ROW, content=runs))

    def _hang(self, provision: Provision) -> None:
        (self.stack[-1].children if self.stack else self.roots).append(provision)

    def close(self) -> tuple[Provision, ...]:
        self._close_to(0)
        return tuple(self.roots)

    def _add_opening(self, runs: tuple[Run, ...], words: str) -> None:
        """Before the first article: the title, then the preamble with its recitals."""
        if not self.stack and lines.is_preamble(words):
            self.stack.append(_Open(ProvisionKind.PREAMBLE, label=runs))
        elif not self.stack and (lines.is_title_line(words) or self._goes_on_with_title(words)):
            self.roots.append(Provision(ProvisionKind.TITLE, content=runs))
        else:
            if not self.stack:
                self.stack.append(_Open(ProvisionKind.PREAMBLE))
            opens = lines.is_recital(words) or lines.is_stated(words)
            recital = opens or (self.reciting and not lines.is_enacting(words))
            self.reciting = (recital and self.reciting and not lines.runs_on_to_enact(words)) or lines.lists_recitals(
                words
            )
            kind = ProvisionKind.RECITAL if recital else ProvisionKind.FORMULA
            self.stack[-1].children.append(Provision(kind, content=runs))

    def _goes_on_with_title(self, words: str) -> bool:
        """Whether a line says on what, or between whom, the instrument is whose title stands above."""
        below = bool(self.roots) and self.roots[-1].kind is ProvisionKind.TITLE
        return below and lines.is_subject(words)

    def _add_labelled(self, runs: tuple[Run, ...], line: lines.Line) -> None:
        if self.opening:
            self.opening = False
            self._close_to(0)
        self._close_to(_DEPTH[line.kind])
        words = words_of(runs)
        # 'Article 1 – Definitions' names the article; 'Article 1. The ferry runs daily.' is the article.
        named = line.kind in OUTER and _is_heading(words[line.label :])
        at = len(words) if named else line.label
        label, content = cut(runs, 0, at), cut(runs, at, len(words))
        self.stack.append(_Open(line.kind, line.number, label, content, named=named))

    def _add_plain(self, runs: tuple[Run, ...], words: str) -> None:
        """An unlabelled line: the heading of what it stands under, or a paragraph."""
        top = self.stack[-1] if self.stack else None
        if top and top.kind in OUTER and not (top.named or top.content or top.children) and _is_heading(words):
            top.children.append(Provision(ProvisionKind.HEADING, content=runs))
            return
        self._close_to(_DEPTH[ProvisionKind.PARAGRAPH])
        self.stack.append(_Open(ProvisionKind.PARAGRAPH, content=runs))

    def _close_to(self, depth: int) -> None:
        while self.stack and _DEPTH.get(self.stack[-1].kind, 0) >= depth:
            done = self.stack.pop().closed()
            (self.stack[-1].children if self.stack else self.roots).append(done)


def _is(line: lines.Line | None, kind: ProvisionKind) -> bool:
    return line is not None and line.kind is kind


def _is_heading(words: str) -> bool:
    """A short line without a full stop or a verb, right under the line that names its article or part."""
    if re.search(r"\b(?:is|are) \w+(?:ed|en)\b|\bshall\b", words):
        return False
    return 0 < len(words.strip()) < 160 and words[:1].isupper() and words.rstrip()[-1] not in ".,;:”"
