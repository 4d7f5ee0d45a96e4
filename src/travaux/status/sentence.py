"""The sentences of a draft that may be final clauses, each with where it stands and what it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from travaux.findings import Citation
from travaux.status.items import Item, items
from travaux.text.address import Address
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.point_to import point_to
from travaux.text.sentences import sentences
from travaux.text.spot import Path, children_at

#: Without one of these a sentence is no final clause.
_LOOK = re.compile(
    r"(?i)force\b|effect|operati|valid|terminat|denounc|denunciation|withdr|renew|extend|prolong|expir|concluded|durat|"
    r"supersed|replac|repeal|abrogat|ceas|in writing|accede|accession|ratif|approv|accept|deposit|authentic|done (at|in)|signed at|"
    r"provisional|amend|revis|prejudice|affect|reference|appl(?:y|ies) for|lapse|language|notice|apply until|done on|dispos"
)
_NO_PROSE = frozenset({ProvisionKind.TITLE, ProvisionKind.CONTENTS, ProvisionKind.FOLIO, ProvisionKind.NOTE, ProvisionKind.SIGNATURE})


@dataclass(frozen=True)
class Sentence:
    """A sentence, or the items of a list each behind the words that lead it. `heading` is that of its article."""

    words: str
    at: Citation
    draft: Draft
    path: Path
    article: Path
    heading: str

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """What it speaks of."""
        return items(self.words)

    @property
    def in_annex(self) -> bool:
        """Whether it stands in an annex, which may have clauses of its own."""
        return self.draft.provisions[self.path[0]].kind is ProvisionKind.ANNEX

    @property
    def address(self) -> Address | None:
        """The provision that it stands in."""
        return point_to(self.draft, self.path)


def clause_sentences(draft: Draft) -> Iterator[Sentence]:
    """The sentences of a draft that may be final clauses, in reading order."""
    for index, provision in enumerate(draft.provisions):
        yield from _below(draft, (index,), provision, (), "", ())


def _below(  # noqa: PLR0913 (one walk down)
    draft: Draft, path: Path, provision: Provision, article: Path, heading: str, lead: tuple[Run, ...]
) -> Iterator[Sentence]:
    if provision.kind in (ProvisionKind.ARTICLE, ProvisionKind.SECTION) or not article:
        article, heading = path, _heading(provision)
    if provision.kind not in _NO_PROSE and provision.kind is not ProvisionKind.HEADING:
        yield from _sentences(draft, path, provision, article, heading, lead)
    below = provision.content if words_of(provision.content).rstrip().endswith((":", "—", "-")) else ()
    for index, child in enumerate(children_at(draft, path)):
        yield from _below(draft, (*path, index), child, article, heading, below)


def _heading(provision: Provision) -> str:
    """The words over an article: in its label, its own line, or a heading beneath."""
    said = [words_of(provision.label)]
    if len(words_of(provision.content)) < 120:
        said.append(words_of(provision.content))
    said += [child.text for child in provision.children[:2] if child.kind is ProvisionKind.HEADING]
    return " ".join(said)


def _sentences(  # noqa: PLR0913 (one walk down)
    draft: Draft, path: Path, provision: Provision, article: Path, heading: str, lead: tuple[Run, ...]
) -> Iterator[Sentence]:
    words = words_of(provision.content)
    if not words.strip() or not (_LOOK.search(words) or lead):
        return
    before = f"{words_of(lead)} " if lead else ""
    for start, end in sentences(words):
        said = " ".join((before + words[start:end]).split("\n")) if before else words[start:end].replace("\n", " ")
        if _LOOK.search(said):
            yield Sentence(said, _cited(provision.content, start, end), draft, path, article, heading)
        before = ""


def _cited(runs: tuple[Run, ...], start: int, end: int) -> Citation:
    """The passage that a stretch of words came from; of words from several documents that of the first."""
    pieces = [run.origin for run in cut(runs, start, end)]
    first = pieces[0]
    last = max((each.end for each in pieces if each.document == first.document and each.note == first.note))
    return Citation(first.document, first.start, max(last, first.end), first.note)
