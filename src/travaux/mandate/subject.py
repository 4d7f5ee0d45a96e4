"""What a sheet is about: an issue under every name that papers give it, with the provisions that it concerns and the
passages that are on it. An issue that nobody entered is its words alone, and where captions have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from travaux.errors import UnreadableAddress
from travaux.findings import Citation
from travaux.mandate.is_named import is_named
from travaux.mandate.issue import Issue, folded
from travaux.mandate.issue_passages import Captioned, OnIssue
from travaux.mandate.issue_register import IssueRegister
from travaux.mandate.likeness import telling
from travaux.mandate.on import provision
from travaux.text.address import Address
from travaux.text.parse import parse

#: Where another numbered item begins, one is no longer on what the caption before it names.
_ITEM = re.compile(r"\n\(?\d{1,2}[.)]")


@dataclass(frozen=True, slots=True)
class Subject:
    """`words` as asked; `issues` are the one of that name and those below it, none where nobody entered it. `names` are
    all of theirs, `provisions` those that they concern, `places` the passages on them. Where a document or a draft
    numbers the provisions otherwise, `numbered` has them under its id as they are numbered there."""

    words: str
    issues: tuple[Issue, ...] = ()
    names: tuple[str, ...] = ()
    provisions: frozenset[str] = frozenset()
    places: tuple[Citation, ...] = ()
    numbered: Mapping[str, frozenset[str]] = field(default_factory=dict, hash=False)

    def has(self, at: Citation, words: str, addresses: Iterable[Address]) -> bool:
        """Whether an order is on the subject: by its words, its place, or the provisions that it names."""
        return any(_holds(words, name) for name in self.names) or self.has_text(at, words, addresses)

    def has_text(self, at: Citation, words: str, addresses: Iterable[Address], *, of: str = "") -> bool:
        """The same of the text of a provision, in which the words of a name may stand apart from each other; `of` is
        the draft that numbers it, where the document of its words does not."""
        if self.is_named_in(words) or any(_overlap(at, place) for place in self.places):
            return True
        meant = self.numbered.get(of, self.provisions_in(at.document))
        return any(provision(address) in meant for address in addresses)

    def provisions_in(self, document: str) -> frozenset[str]:
        """The provisions as a document numbers them."""
        return self.numbered.get(document, self.provisions)

    def is_named_in(self, words: str) -> bool:
        """Whether words have a name of it as it is written."""
        return is_named(words, self.names)


def subject(register: IssueRegister, words: str, captioned: Iterable[tuple[OnIssue, str]] = ()) -> Subject:
    """The subject that these words name: an issue of the register by its id, its name or another name, else the words.

    `captioned` are passages that captions tell, each with the text of its document.

    >>> register = IssueRegister((Issue("area", "Treaty area", aliases=("Pacific area",)),))
    >>> subject(register, "the Pacific area").names
    ('Treaty area', 'Pacific area')
    """
    said = words.strip()
    issue = named(register, said)
    if issue is None:
        places = (_within(one, text) for one, text in captioned if folded(one.name) == folded(said))
        return Subject(said, names=(said,), places=tuple(places))
    issues = (issue, *(each for each in register.issues if issue.id in register.above(each.id)))
    idents = {each.id for each in issues}
    places = (_within(one, text) for one, text in captioned if one.issue in idents)
    entered = [(each.issue, each.at) for each in register.passages]
    entered += [(each.issue, each.at) for each in register.positions]
    return Subject(
        issue.name,
        issues,
        tuple(name for each in issues for name in each.names),
        outermost(address for each in issues for address in each.provisions),
        (*(at for ident, at in entered if ident in idents), *places),
    )


def named(register: IssueRegister, words: str) -> Issue | None:
    """The issue of that id, or of that name however it is written; None where there is none."""
    return register.by_id.get(words.strip()) or register.by_name.get(folded(words))


def _within(one: OnIssue, text: str) -> Citation:
    """A captioned passage up to the next numbered item, which may have no caption and is then on something else."""
    if one.how is Captioned.HEADING:
        return one.at
    ended = _ITEM.search(text, one.at.start, one.at.end)
    return Citation(one.at.document, one.at.start, ended.start() if ended else one.at.end)


def outermost(addresses: Iterable[str]) -> frozenset[str]:
    """The articles, or other outermost provisions, of addresses; one that cannot be read is left out."""
    return frozenset(provision(address) for address in _read(addresses))


def _read(addresses: Iterable[str]) -> Iterator[Address]:
    for each in addresses:
        try:
            yield parse(each)
        except UnreadableAddress:
            continue


def _overlap(one: Citation, other: Citation) -> bool:
    same = one.document == other.document and one.note == other.note
    return same and one.start < other.end and other.start < one.end


def _holds(words: str, name: str) -> bool:
    """Whether words have all the telling words of a name."""
    wanted = telling(name)
    return bool(wanted) and wanted <= telling(words)
