"""Reads what stands in and beside brackets apart from the words offered: names, labels, placeholders, notes.

The rules stand in `brackets.lark`. Words that they do not fit say nothing: they are words of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.text.bracket import Backing
from travaux.text.grammar import grammar

_STARTS = "head placeholder unsettled deletion reservation"
_LONGEST = 200
#: A name in capitals, as delegations are abbreviated: 'US', 'G-77', 'JPN'.
_CODE = re.compile(r"[A-Z][A-Z0-9&.’'-]{1,9}")
_ROLES = frozenset(
    "Chair Co-Chair Co-Chairs Chairman President Secretariat Facilitator Facilitators Rapporteur".split()
)


@dataclass(frozen=True, slots=True)
class Said:
    """Whose words are, as a head or a remark beside them tells. `plainly`: it is told by more than a name that could be
    anything: a label, a verb ('proposed by'), an abbreviation in capitals, an officer of the meeting."""

    backing: Backing
    plainly: bool


class Offer(StrEnum):
    """What the words of an alternative are, besides words."""

    PLACEHOLDER = "placeholder"
    UNSETTLED = "placeholder or word"
    DELETION = "deletion"


@lru_cache(maxsize=4096)
def backing_said(words: str) -> Said | None:
    """Whose an alternative is, by the words of a head or of a remark; None for other words."""
    tree = _parsed("head", words.strip())
    if tree is None:
        return None
    label = next((" ".join(map(str, one.children)) for one in tree.find_data("label")), "")
    proposers = (*_names(tree, "proposed"), *_names(tree, "attributed"))
    backing = Backing(
        label, proposers, _names(tree, "supported"), _names(tree, "opposed"), _names(tree, "reserved")
    )  # fmt: skip
    verbal = any(list(tree.find_data(rule)) for rule in ("attributed", "supported", "opposed", "reserved"))
    plainly = bool(label) or verbal or all(_CODE.fullmatch(name) or name in _ROLES for name in backing.names)
    return Said(backing, plainly)


@lru_cache(maxsize=4096)
def offer(words: str) -> Offer | None:
    """Whether the words of an alternative are a placeholder, may be one, or ask that there be none."""
    plain = words.strip()
    if _parsed("placeholder", plain) is not None:
        return Offer.PLACEHOLDER
    if _parsed("unsettled", plain) is not None:
        return Offer.UNSETTLED
    return Offer.DELETION if _parsed("deletion", plain) is not None else None


def reservations_said(words: str) -> tuple[str, ...]:
    """Who reserves, by the words of a note; nobody where it says something else."""
    tree = _parsed("reservation", words.strip())
    return tuple(str(token) for token in tree.scan_values(_is_name)) if tree is not None else ()


def _names(tree: Tree[Token], rule: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(token) for one in tree.find_data(rule) for token in one.scan_values(_is_name)))


def _is_name(token: object) -> bool:
    return isinstance(token, Token) and token.type == "NAME"


def _parsed(start: str, words: str) -> Tree[Token] | None:
    if len(words) > _LONGEST or "\n" in words:
        return None
    try:
        return _grammar().parse(words, start=start)
    except UnexpectedInput:
        return None


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("brackets.lark")
    return Lark(grammar(path), start=_STARTS.split(), parser="lalr", maybe_placeholders=False)
