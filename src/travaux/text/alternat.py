"""The alternat: the same text with the order of its two parties exchanged, for the other party's original.

Exchanged are the parties wherever they are named as a pair ("A and B"), the lines and signatures that open with them,
and the two languages of the testimonium. Where the text speaks of each by itself, nothing is touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.errors import UnreadableInput
from travaux.findings import Finding, Severity
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, cut, words_of
from travaux.text.parties import FORMS, Party, parties
from travaux.text.spot import Path, provision_at

_OFFICES = (
    r"(?:the )?(?:government|president|head of state|(?:cabinet|council) of ministers|ministry[^,;:]{0,60}?|"
    r"(?:his|her) (?:\w+ )?majesty(?: the (?:king|queen|emperor))?|(?:king|queen|emperor|sultan))"
)
_OF_STATE = (
    r"(?:(?:federal|federative|democratic|people[’']s|popular|socialist|soviet|islamic|arab|hashemite|united|grand) "
    rf"){{0,3}}{FORMS} of (?:the )?"
)
_LEAD = rf"(?:(?:for|on behalf of) )?(?:{_OFFICES} (?:of|in) )*(?:the )?"
# What may stand between two parties named as a pair.
_JOIN = (
    r",?(?: \([^()]*\))?,?(?: (?:of|on) (?:the )?(?:one|first) (?:part|hand|side),?)? "
    r"(?:and|or)(?: (?:of|for|by|to|with|from|between|on behalf of))? |:?\s{2,}|:\s+"
)
_LANGUAGES = re.compile(
    r"\b(?P<a>[A-Z][a-z]+)(?P<join>,? and (?:the )?)(?P<b>[A-Z][a-z]+)(?= languages?\b)", re.UNICODE
)
_STARTS = re.compile(r"(?:^|[.:;!?“\"(]\s*)$")


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A provision whose words changed their order: its address, its line before and after."""

    at: Address
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Alternat:
    """The text with the other party first; what was exchanged; and the opening or closing lines that name both and
    where no pair was told, which a person must look at."""

    draft: Draft
    first: Party
    exchanged: tuple[Exchanged, ...]
    findings: tuple[Finding, ...]


def alternat(draft: Draft, *, between: Sequence[Party] = ()) -> Alternat:
    """The alternat of a draft. `between` are its two parties, where the text does not say. Done twice, it gives the
    text back.

    Raises UnreadableInput where the text does not say between which two it is.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> body = ["Treaty between Morven and the Kingdom of Skerry", "Article 1", "Free.", "Article 2", "Daily."]
    >>> blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body)
    >>> (draft,) = outline(Document(id="d1", title="Treaty", kind=Kind.AGREEMENT, body=blocks))
    >>> alternat(draft).draft.title
    'Treaty between the Kingdom of Skerry and Morven'
    """
    pair = tuple(between) or parties(draft)
    if len(pair) != 2:
        raise UnreadableInput(
            "The text does not say between which two parties it is.", at=draft.id, remedy="Name both of them."
        )
    swap = _Swap(pair[0], pair[1])
    provisions = _blocks(tuple(swap.provision(each) for each in draft.provisions), swap)
    title = " ".join(each.text for each in provisions if each.kind is ProvisionKind.TITLE) or draft.title
    other = replace(draft, id=_named(draft.id), title=title, provisions=provisions, derived_from=draft.id)
    return Alternat(other, pair[1], _exchanged(draft, other), _left(draft, other, swap))


def _named(ident: str) -> str:
    return ident.removesuffix("-alternat") if ident.endswith("-alternat") else f"{ident}-alternat"


class _Swap:
    """Exchanges two parties in lines of words."""

    def __init__(self, one: Party, other: Party) -> None:
        self.parties = (one, other)
        self.names = tuple(f"{_LEAD}(?:{_form(party)}){_called(party)}" for party in self.parties)
        first, second = self.names
        self.pair = re.compile(
            rf"(?i)(?<![\w’'-])(?:(?P<a>{first})(?P<join>{_JOIN})(?P<b>{second})|"
            rf"(?P<c>{second})(?P<joined>{_JOIN})(?P<d>{first}))(?![\w-])"
        )

    def provision(self, provision: Provision) -> Provision:
        """The provision with every pair in it exchanged, in label and content."""
        closing = provision.kind is ProvisionKind.TESTIMONIUM
        return replace(
            provision,
            label=self.line(provision.label),
            content=self.line(provision.content, languages=closing),
            children=tuple(self.provision(child) for child in provision.children),
        )

    def line(self, runs: tuple[Run, ...], *, languages: bool = False) -> tuple[Run, ...]:
        words = words_of(runs)
        matches = [*self.pair.finditer(words), *(_LANGUAGES.finditer(words) if languages else ())]
        for match in sorted(matches, key=lambda match: -match.start()):
            a, b = ("a", "b") if match["a"] else ("c", "d")
            runs = _exchange(runs, match.span(a), match.span(b))
        return runs

    def opens(self, provision: Provision) -> int | None:
        """Which of the two a line opens with, if it names that one alone."""
        words = words_of(provision.line)
        found = [bool(re.match(rf"(?i){name}(?![\w-])", words)) for name in self.names]
        both = all(re.search(rf"(?i)\b(?:{_form(party)})(?![\w-])", words) for party in self.parties)
        return found.index(True) if sum(found) == 1 and not both else None

    def names_both(self, words: str) -> bool:
        return all(re.search(rf"(?i)\b(?:{_form(party)})(?![\w-])", words) for party in self.parties)


def _form(party: Party) -> str:
    """The name in full, without the form of the State, or with another form than it was told by."""
    short = re.escape(party.short)
    return "|".join(dict.fromkeys((re.escape(party.name), short, rf"{_OF_STATE}{short}")))


def _called(party: Party) -> str:
    """What a party is called after its name: '(“Jordan”)', '(hereinafter referred to as Halvern)'."""
    words = "|".join(re.escape(word) for word in party.name.split() if word[:1].isupper())
    return rf"(?: \((?=[^()]*\b(?:{words})\b)[^()]{{1,60}}\))?"


def _exchange(runs: tuple[Run, ...], a: tuple[int, int], b: tuple[int, int]) -> tuple[Run, ...]:
    """Two stretches in each other's place; an article at the head of a sentence gets its capital, and loses it."""
    words = words_of(runs)
    head, join, tail = cut(runs, 0, a[0]), cut(runs, a[1], b[0]), cut(runs, b[1], len(words))
    first, second = cut(runs, *a), cut(runs, *b)
    both_capital = words[a[0]].isupper() and words[b[0]].isupper()
    if _STARTS.search(words, 0, a[0]) and not (both_capital and _has_article(first) and _has_article(second)):
        first, second = _with_article(second, capital=True), _with_article(first, capital=False)
    else:
        first, second = second, first
    return (*head, *first, *join, *second, *tail)


def _has_article(runs: tuple[Run, ...]) -> bool:
    return words_of(runs)[:4].casefold() == "the "


def _with_article(runs: tuple[Run, ...], *, capital: bool) -> tuple[Run, ...]:
    words = words_of(runs)
    if words[:4] not in ("The ", "the "):
        return runs
    letter = "T" if capital else "t"
    return (replace(runs[0], words=letter + runs[0].words[1:]), *runs[1:])


def _blocks(provisions: tuple[Provision, ...], swap: _Swap) -> tuple[Provision, ...]:
    """The blocks that open with one party each, exchanged: signatures, and plenipotentiaries in the preamble."""
    signed = [place for place, each in enumerate(provisions) if each.kind is ProvisionKind.SIGNATURE]
    if signed:
        first, last = signed[0], signed[-1] + 1
        provisions = (*provisions[:first], *_turned(provisions[first:last], swap), *provisions[last:])
    return tuple(
        replace(each, children=_turned(each.children, swap)) if each.kind is ProvisionKind.PREAMBLE else each
        for each in provisions
    )


def _turned(row: tuple[Provision, ...], swap: _Swap) -> tuple[Provision, ...]:
    """A row in which the block of the one party and that of the other change places; a block ends where the next
    begins, or, if the last, as many lines on as the other has."""
    opened = [(place, swap.opens(each)) for place, each in enumerate(row)]
    starts = [(place, which) for place, which in opened if which is not None]
    if len(starts) != 2 or {which for _, which in starts} != {0, 1}:
        return row
    (first, _), (second, _) = starts
    end = min(second + (second - first), len(row))
    if all(each.kind is ProvisionKind.SIGNATURE for each in row):
        end = len(row)
    return (*row[:first], *row[second:end], *row[first:second], *row[end:])


def _exchanged(before: Draft, after: Draft) -> tuple[Exchanged, ...]:
    found = []
    for path, at in addresses(before).items():
        one = words_of(provision_at(before, path).line)
        other = words_of(provision_at(after, path).line) if _reaches(after, path) else ""
        if one != other:
            found.append(Exchanged(at, one, other))
    return tuple(found)


def _reaches(draft: Draft, path: Path) -> bool:
    children = draft.provisions
    for index in path:
        if index >= len(children):
            return False
        children = children[index].children
    return True


_OUTER = frozenset({ProvisionKind.TITLE, ProvisionKind.PREAMBLE, ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE})


def _left(before: Draft, after: Draft, swap: _Swap) -> tuple[Finding, ...]:
    """Opening and closing lines that name both parties and stayed as they were."""
    found = []
    kept = {words_of(each.line) for each in after.walk()}
    for top in before.provisions:
        for each in top.walk() if top.kind in _OUTER else ():
            words = words_of(each.line)
            if words in kept and swap.names_both(words):
                message = f"“{words}” names both parties, and no pair of them was told in it."
                remedy = "See whether their order is to be exchanged."
                found.append(Finding("alternat-left", message, each.line[0].origin, remedy, Severity.NOTE))
    return tuple(found)
