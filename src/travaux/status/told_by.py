"""Whose act a sentence tells: which State acts, where its words say so. A parliament's vote is no act of a party."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.findings import Severity
from travaux.record.parties import RANKS
from travaux.status.event import EventKind
from travaux.status.telling import Saying
from travaux.status.told_items import ToldItem
from travaux.status.told_names import states
from travaux.text.parties import Party

#: Acts of all parties together, where no one is named.
_OF_ALL = frozenset(
    (
        EventKind.SIGNATURE,
        EventKind.NOTES,
        EventKind.INITIALLING,
        EventKind.EXCHANGE,
        EventKind.ENTRY_INTO_FORCE,
        EventKind.TERMINATION,
        EventKind.SUSPENSION,
    )
)
_TOGETHER = frozenset((EventKind.SIGNATURE, EventKind.INITIALLING))
_PARLIAMENT = re.compile(
    r"\b(?:Assembly|Parliaments?|Chambers?|Senate|Diet|Congress|Legislature|Bundestag|Bundesrat|House|Majlis|Storting|"
    r"Riksdag|Knesset|Duma|Soviet\b(?! Union)|Council|Committee|Cortes|Council of State)\b"
)
_ORGAN = re.compile(
    r"\b(?:Governments?|President|King|Queen|Emperor|Sultan|Shah|Head of State|Grand Duke|Prince)\b"
    r"(?: of (?:the )?(?P<name>(?!Republic$|Kingdom$|State$|Union$)[A-Z].*))?$"
)
_WHOSE = re.compile(
    r"\b(?:Assembly|Parliament|Chamber|Senate|Government|President|King|Queen|Emperor|Prince) of (?:the )?"
    r"(?P<name>(?!Republic\b(?! of))[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*)"
)
#: 'the instrument of accession of Brisland to the Convention was deposited'
_DEPOSITOR = re.compile(
    r"instruments? of (?:\w+ )?\w+ (?:of|by) (?:the )?(?P<name>[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*)"
)
_RANK = re.compile(rf"^(?:the )?(?:{'|'.join(map(re.escape, sorted(RANKS, key=len, reverse=True)))})\b")
_OF_BOTH = re.compile(r"(?i)^(?:both|the two|the (?:contracting )?(?:parties|governments)|representatives? of|all)\b")
_PLAIN_STATE = re.compile(
    r"^the (?:United|Union|Republic|Kingdom|Soviet|Federal|Netherlands|Philippines|Sudan)\b|^The "
)


@dataclass(frozen=True, slots=True)
class Act:
    """The act of a party, "" for all together, with its own day where it has one."""

    party: str
    day: ToldItem | None = None


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a saying, the parties to the instrument that it names, and what is open as code and message."""

    acts: tuple[Act, ...] = ()
    parties: tuple[str, ...] = ()
    finding: tuple[str, str] | None = None
    severity: Severity = Severity.NOTE


def acts(saying: Saying, kind: EventKind, parties: tuple[str, ...], sentence: str) -> Acts:
    """Whose acts a saying of that kind tells; `parties` are those known of the instrument."""
    if saying.goes_for:
        named = _names(saying.goes_for, parties)
        return Acts(tuple(Act(name) for name in named)) if named else _unnamed(kind)
    if kind in _OF_ALL:
        return _of_all(saying, kind, parties)
    if any(_PARLIAMENT.search(by.words) for by in saying.by):
        return Acts(finding=("told-of-a-parliament", "A parliament's vote is no act of the State toward the others."))
    owner = _DEPOSITOR.search(saying.act.words) if kind is EventKind.DEPOSIT else None
    if owner:
        return Acts((Act(_same(owner["name"], parties)),))
    found = [Act(name, by.day) for by in saying.by for name in _names(by.words, parties)]
    if found:
        return Acts(tuple(found))
    return _of_an_organ(saying, kind, parties, sentence)


def _of_all(saying: Saying, kind: EventKind, parties: tuple[str, ...]) -> Acts:
    if kind not in _TOGETHER or not saying.by:
        return Acts((Act(""),))
    named = tuple(name for by in saying.by for name in _states(by.words, parties))
    if len(named) == 1:
        return Acts((Act(named[0], saying.by[0].day),))
    return Acts((Act(""),), named)


def _of_an_organ(saying: Saying, kind: EventKind, parties: tuple[str, ...], sentence: str) -> Acts:
    """'the King ratified it' is of the State named before in the sentence, where it names one alone."""
    organ = any(_ORGAN.search(by.words) or _RANK.search(by.words) for by in saying.by)
    before = list(dict.fromkeys(found["name"] for found in _WHOSE.finditer(sentence[: saying.end])))
    if organ and len(before) == 1 and kind in (EventKind.RATIFICATION, EventKind.DEPOSIT):
        name = _same(before[0], parties)
        message = f"It does not say whose {saying.by[0].words.removeprefix('the ')}; taken as that of {name}."
        return Acts((Act(name),), finding=("party-not-told", message), severity=Severity.ASSUMED)
    return _unnamed(kind)


def _unnamed(kind: EventKind) -> Acts:
    return Acts(finding=("told-without-party", f"It does not say by which party: {kind}."))


def _names(words: str, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The States that words name: themselves, or their governments and heads."""
    organ = _ORGAN.search(words)
    if organ:
        return (_same(organ["name"], parties),) if organ["name"] else ()
    if _RANK.search(words) or _PARLIAMENT.search(words):
        return ()
    return tuple(_same(name, parties) for name in states(words.removeprefix("The ").removeprefix("the ")))


def _states(words: str, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The States that signed: known parties, several in a row without ranks, or one that is plainly a State."""
    both = _OF_BOTH.match(words)
    if both:
        return states(words[both.end() :].strip()) if words[: both.end()].lower().startswith("rep") else ()
    found = _names(words, parties)
    plain = _PLAIN_STATE.search(words) or all(name in parties for name in found)
    return found if plain or (len(found) > 2 and all(" " not in name for name in found)) else ()


def _same(name: str, parties: tuple[str, ...]) -> str:
    """A name as the instrument's parties spell it."""
    return next((party for party in parties if Party(party).is_same(Party(name))), name)
