"""Finds where in a sentence a clause on a position may begin. What is said there a grammar reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.mandate.position_clauses import opens, supposed
from travaux.mandate.position_subjects import subject_before
from travaux.mandate.position_words import GROUPS, NOT_NAMES, PERSONS

_VIEW = r"(?:\w+ )?(?:view|opinion|judgment)"
_STARTS = re.compile(
    rf"\b(?:(?!In [\w’]+ {_VIEW}\b)[A-Z])|\bIn [\w’]+ {_VIEW}\b|"
    r"\b(?:we|military|he|she|they|it|him|them|is|was|latter|former|our|my|his|her|their|"
    rf"in (?:the )?[\w’]+ {_VIEW})\b|"
    r"\b(?:(?:un|not )?acceptable|agreeable|satisfactory) to\b|\bappeals to\b|"
    r"\b(?:agreed|accepted|approved|endorsed|supported|welcomed|concurred|opposed|rejected|resisted|refused|turned|"
    r"objected|asked|urged|requested|pressed|favou?red|desired|insisted|advocated|wanted)"
    r"(?: to| upon| on| in| down)? by\b"
)
_GROUP = re.compile(rf"\b(?:{GROUPS})\b")
_OWNER = re.compile(r"(?:[A-Z]\w*[’']s?\b|[Oo]ur|[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) ")
#: A second verb of the same subject.
_SECOND = re.compile(
    r"(?:,? (?:and|but|or)|;) (?=(?:\w+ly |also |now |therefore )?(?:\w+(?:ed|s|ght|lt|ld)|will|is|was|found) )"
)
#: A subject left out at the head of a telegram's sentence is its writer.
_ELIDED = re.compile(
    r"(?:Would|Could|Can|Cannot|Will|Prefer|Wish|Desire|Propose|Suggest|Have no|Agreeable to|Prepared to|Willing to|"
    r"Opposed to|Am|Are|Concur|Hope|Urge|Recommend|Believe|Consider|Feel)\b"
)


#: The same behind a word or two that open the sentence.
_BEHIND = re.compile(
    r"(?:On (?:the )?other hand|However|Therefore|Accordingly|Nevertheless|Moreover|In addition|For this reason), "
    r"(?=agree|concur|believe|do not|would|prefer|hope|suggest|recommend|consider|feel|have no|cannot|could|see no)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause may open. `elided`: its subject stands before it and is `subject`, or is the writer."""

    start: int
    elided: bool = False
    subject: str = ""


def places(sentence: str) -> tuple[Place, ...]:
    """The places of a sentence where a clause may open with somebody, or with a verb whose subject is left out."""
    found = {start: Place(start) for start in _starts(sentence) if not supposed(sentence, start)}
    if opens_elided(sentence) or sentence.startswith(("What we", "What I")):
        found[0] = Place(0, elided=True)
    behind = _BEHIND.match(sentence)
    if behind:
        found[behind.end()] = Place(behind.end(), elided=True)
    for match in _SECOND.finditer(sentence):
        subject = subject_before(sentence, match.start())
        taken = match.end() in found and not sentence.startswith(("is ", "was "), match.end())
        if subject and not taken and not supposed(sentence, match.end()):
            found[match.end()] = Place(match.end(), elided=True, subject=subject)
    return tuple(found[start] for start in sorted(found))


def opens_elided(sentence: str) -> bool:
    """Whether a sentence has left its first subject out."""
    return bool(_ELIDED.match(sentence))


def may_name(word: str) -> bool:
    """Whether a capitalised word, or a pronoun, may be who a clause is about."""
    return (
        word in PERSONS or word == "In" or (word not in NOT_NAMES and not (word[0].isupper() and word.endswith("ly")))
    )


def _starts(sentence: str) -> Iterator[int]:
    for found in _STARTS.finditer(sentence):
        word = re.match(r"\w+", sentence[found.start() :])
        owner = _OWNER.match(sentence, found.start())
        if owner:
            yield _of_name(sentence, found.start())
        elif word and may_name(word.group()) and opens(sentence, found.start()):
            yield found.start()
    for found in _GROUP.finditer(sentence):
        before = re.search(r"(?:\b[Tt]he )?(?:[\w’]+ (?:and )?){0,3}$", sentence[: found.start()])
        first = before.start() if before else found.start()
        if opens(sentence, first):
            yield first


def _of_name(sentence: str, start: int) -> int:
    """Where the name begins of which a capitalised word is a part: 'Secretary General’s'."""
    name = re.search(r"(?:[A-Z][\w.]* (?:of (?:the )?)?)+$", sentence[:start]) if sentence[start].isupper() else None
    return name.start() if name and name.group().split(" ")[0] not in NOT_NAMES else start
