"""Whether two authentic texts in two languages correspond: provision by provision, in what no language hides.

Structure, numbers, figures, days, references and names are held against each other; the other words are not understood,
and a correspondence of them is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from travaux.compare.concordance_names import NamesOfBoth, names_of_both
from travaux.compare.concordance_pairs import Matched, matched
from travaux.findings import Citation, Severity
from travaux.text import lines
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, ProvisionKind, cut, words_of
from travaux.text.facts import Fact, Facts, facts
from travaux.text.languages import language
from travaux.text.number_words import has_ordinals
from travaux.text.spot import Path, provision_at


class Aspect(StrEnum):
    """In what two texts do not correspond."""

    STRUCTURE = "structure"
    NUMBER = "number"
    DATE = "date"
    FIGURE = "figure"
    REFERENCE = "reference"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One place where the texts do not correspond. `one` and `other` cite the words, None where a text has none.

    To settle (severity `refused`) but for names, which a language may write in its own way, and for lines of titles.
    """

    aspect: Aspect
    at: Address
    message: str
    one: Citation | None
    other: Citation | None
    severity: Severity = Severity.REFUSED


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Two provisions that correspond, or one that has none in the other text; with what does not agree in them."""

    one: Provision | None
    other: Provision | None
    at: Address
    mismatches: tuple[Mismatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Concordance:
    """The provisions of two texts that correspond, in reading order, and the languages in which they were read."""

    languages: tuple[str, str]
    correspondences: tuple[Correspondence, ...]

    @property
    def mismatches(self) -> tuple[Mismatch, ...]:
        """All places where the texts do not correspond, in reading order."""
        return tuple(each for one in self.correspondences for each in one.mismatches)


# Lines that are parted by the look of a page.
_LAID_OUT = frozenset({ProvisionKind.TITLE, ProvisionKind.FORMULA, ProvisionKind.HEADING})
# Lines that each text words in its own way, with its own party first.
_OWN = frozenset({ProvisionKind.SIGNATURE, ProvisionKind.CONTENTS, ProvisionKind.FOLIO, ProvisionKind.NOTE})


@dataclass(frozen=True, slots=True)
class _Side:
    """A text with its language and what its lines say, by path."""

    draft: Draft
    language: str
    facts: Mapping[Path, Facts]
    addresses: Mapping[Path, Address]


def concordance(one: Draft, other: Draft, *, languages: tuple[str, str] = ("", "")) -> Concordance:
    """The correspondence of two texts of one instrument. `languages` are codes such as "en"; told where not given.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> def text(id, *lines):
    ...     body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    ...     return outline(Document(id=id, title=id, kind=Kind.AGREEMENT, body=body))[0]
    >>> english = text("en", "Treaty", "Article 1", "Notice is given within thirty days.", "Article 2", "It is free.")
    >>> french = text("fr", "Traité", "Article 1", "Avis est donné dans les vingt jours.", "Article 2", "Il est libre.")
    >>> [each.message for each in concordance(english, french, languages=("en", "fr")).mismatches]
    ['Article 1, first paragraph: thirty (30) stands against vingt (20).']
    """
    codes = tuple(
        given or language(words_of(each.line) for each in draft.walk()) or "en"
        for given, draft in zip(languages, (one, other), strict=True)
    )
    ordinals = all(map(has_ordinals, codes))
    first, second = (_side(draft, code, ordinals=ordinals) for draft, code in zip((one, other), codes, strict=True))
    pairs = matched(one, other, first.facts, second.facts)
    names = names_of_both(
        (first.facts[pair.one], second.facts[pair.other])
        for pair in pairs
        if pair.one is not None and pair.other is not None
    )
    found = tuple(_correspondence(pair, first, second, names) for pair in pairs)
    return Concordance((first.language, second.language), found)


def _side(draft: Draft, code: str, *, ordinals: bool) -> _Side:
    where = addresses(draft)
    said = {
        path: facts(words_of(provision_at(draft, path).content), code, ordinals=ordinals)
        if provision_at(draft, path).kind not in _OWN
        else Facts()
        for path in where
    }
    return _Side(draft, code, said, where)


def _correspondence(pair: Matched, first: _Side, second: _Side, names: NamesOfBoth) -> Correspondence:
    one = provision_at(first.draft, pair.one) if pair.one is not None else None
    other = provision_at(second.draft, pair.other) if pair.other is not None else None
    at = first.addresses[pair.one] if pair.one is not None else second.addresses[pair.other or ()]
    if one is None or other is None:
        return Correspondence(one, other, at, (_missing(at, one, other),))
    found = [*_numbers(at, one, other), *_said(at, pair, first, second), *_named(at, pair, first, second, names)]
    return Correspondence(one, other, at, tuple(found))


def _missing(at: Address, one: Provision | None, other: Provision | None) -> Mismatch:
    which = "second" if other is None else "first"
    message = f"{_name(at)} has nothing that corresponds in the {which} text."
    kinds = {each.kind for each in (one, other) if each is not None}
    severity = Severity.NOTE if kinds <= _LAID_OUT else Severity.REFUSED
    return Mismatch(Aspect.STRUCTURE, at, message, _whole(one), _whole(other), severity)


def _numbers(at: Address, one: Provision, other: Provision) -> Iterator[Mismatch]:
    if one.number != other.number and not lines.same_number(one.number, other.number):
        message = f"{_name(at)}: number {one.number or 'none'} stands against number {other.number or 'none'}."
        yield Mismatch(Aspect.NUMBER, at, message, _whole(one), _whole(other))


def _said(at: Address, pair: Matched, first: _Side, second: _Side) -> Iterator[Mismatch]:
    one, other = first.facts[pair.one or ()], second.facts[pair.other or ()]
    for aspect, ours, theirs in (
        (Aspect.DATE, one.dates, other.dates),
        (Aspect.FIGURE, one.figures, other.figures),
        (Aspect.REFERENCE, one.references, other.references),
    ):
        left, right = _without(ours, theirs), _without(theirs, ours)
        if left or right:
            message = f"{_name(at)}: {_told(left)} stands against {_told(right)}."
            yield Mismatch(aspect, at, message, _cited(first, pair.one, left), _cited(second, pair.other, right))


def _named(at: Address, pair: Matched, first: _Side, second: _Side, names: NamesOfBoth) -> Iterator[Mismatch]:
    """A name that both texts know and one has here; a spelling that the other text nowhere has."""
    left, right = names.apart(first.facts[pair.one or ()].names, second.facts[pair.other or ()].names)
    if left or right:
        message = f"{_name(at)}: {_spelled(left)} stands against {_spelled(right)}."
        cited = _cited(first, pair.one, left), _cited(second, pair.other, right)
        yield Mismatch(Aspect.NAME, at, message, *cited, Severity.NOTE)


def _without(facts: tuple[Fact, ...], others: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that have none of their value among the others, each of which answers to one."""
    left = [fact.value for fact in others]
    found = []
    for fact in facts:
        if fact.value in left:
            left.remove(fact.value)
        else:
            found.append(fact)
    return tuple(found)


def _told(facts: tuple[Fact, ...]) -> str:
    """The words of facts, with the figure that they spell."""
    return ", ".join(_worded(fact) for fact in facts) or "nothing"


def _worded(fact: Fact) -> str:
    spelled = fact.value.isdecimal() and not any(sign.isdecimal() for sign in fact.words)
    return f"{fact.words} ({fact.value})" if spelled else fact.words


def _spelled(facts: tuple[Fact, ...]) -> str:
    return ", ".join(f"“{fact.words}”" for fact in facts) or "nothing"


def _name(at: Address) -> str:
    told = str(at)
    return told[:1].upper() + told[1:]


def _whole(provision: Provision | None) -> Citation | None:
    """The words of a provision's first line, without its label where it has others."""
    return provision.lines[0][-1].origin if provision is not None and provision.lines else None


def _cited(side: _Side, path: Path | None, facts: tuple[Fact, ...]) -> Citation | None:
    """The words of the first of the facts; where a text has none, its provision."""
    provision = provision_at(side.draft, path or ())
    if not facts:
        return _whole(provision)
    return cut(provision.content, facts[0].start, facts[0].end)[0].origin
