"""The States that a condition of entry into force names: 'including the Kingdom of Norway and the United Kingdom'."""

from __future__ import annotations

import re

_OF = (
    r"(?:(?:Governments?|Republic|Kingdom|Union|Federation|Commonwealth|Sultanate|Principality|State|States) of "
    r"(?:the )?)*"
)
_NAME = (
    rf"(?:the )?{_OF}[A-Z][\w’'-]+(?: (?:of (?:the )?)?[A-Z][\w’'-]+)*"
    r"(?: and (?:Northern Ireland|Herzegovina|Tobago|Barbuda|Nevis|the Grenadines|Príncipe|Principe))?"
)
#: Where the names stand: behind what leads the condition.
_ROW = re.compile(
    rf"(?:(?i:provided (?:always )?that|on condition that|including|among (?:them|which|those)|of)|,)"
    r"(?: (?:those|that|instruments|ratifications) (?:of|by|from))?(?: both)? "
    rf"(?P<row>{_NAME}(?:, {_NAME})*(?:,? and {_NAME})?)"
)
_PARTED = re.compile(
    rf",? and (?={_NAME})(?!Northern Ireland|Herzegovina|Tobago|Barbuda|Nevis|the Grenadines|Pr[ií]ncipe)|, "
)
#: What is written with a capital and is no State.
_NO_STATE = re.compile(
    r"(?i)\b(?:part(?:y|ies)|states?|members?|signator(?:y|ies)|governments?|contracting|convention|agreement|treaty|"
    r"protocol|annex|article|council|community|organi[sz]ation|union|secretary|depositary|conference|january|february|"
    r"march|april|may|june|july|august|september|october|november|december)$"
)


def named_states(words: str) -> tuple[str, ...]:
    """The States named, in order; () where the condition names none.

    >>> named_states("provided that Australia, New Zealand and at least four Member States have done so")
    ('Australia', 'New Zealand')
    >>> named_states("including at least four member States of the Council of Europe")
    ()
    """
    found = _ROW.match(words.strip())
    if found is None:
        return ()
    names = (re.sub(r"^(?:the )?(?:Governments? of (?:the )?)?", "", each) for each in _PARTED.split(found["row"]))
    return tuple(name for name in names if name and not _NO_STATE.search(name))


def is_named(named: str, party: str) -> bool:
    """Whether the name in a clause is that of a party as a register calls it: 'Kingdom of Norway' is 'Norway'.

    >>> is_named("United Kingdom of Great Britain and Northern Ireland", "United Kingdom")
    True
    """
    one, other = named.casefold(), party.casefold()
    return one == other or one.startswith(f"{other} of ") or one.endswith((f" of {other}", f" of the {other}"))
