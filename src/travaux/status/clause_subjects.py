"""What a verb of a final clause is said of: the instrument, another one, a party's act."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.status.items import Item, has
from travaux.status.sentence import Sentence

SUBJECTS = frozenset(
    {"THIS", "OTHER", "IT", "AMENDMENT", "PART_OF_IT", "TERMINATION", "WITHDRAWAL", "NOTICE", "PROVISIONAL"}
)
#: What is done about an instrument, and is told of beside it.
_DEEDS = frozenset({"RATIFY", "WITHDRAWAL", "TERMINATION", "AMENDMENT", "PART_OF_IT", "PROVISIONAL"})
#: Where the name of another instrument ends.
_NAME_ENDS = re.compile(
    r"(?i),? which (?:shall|will|entered)|;|\.$|\. |"
    r"\bshall\b|\bwill\b|, (?:upon|on|as from)\b|\bupon (?:the|its)\b|\bon the (?:date|day) of\b|"
    r"\bfrom the date\b|\bas of the date\b|\bin (?:its|their) entirety\b|\bbetween the parties to\b|"
    r"\bby the date\b|\bas between\b|\bis (?:hereby )?|\bare (?:hereby )?|, unless\b|"
    r"\b(?:enters|comes|came|remains?) in(?:to)? "
)
_ON_TIME = re.compile(
    r"(?i)force|durat|valid|terminat|denunc|denounc|withdr|final|expir|renew|general|effective|period of"
)
#: A part of the instrument, of which 'it' is said in the same sentence.
_PART = re.compile(r"\b(?:Protocol|Annex|Appendix|Chapter|Title) (?:No\.? ?)?(?:\d+|[IVX]+)\b")


def speaks_of_it(sentence: Sentence, subject: Item | None) -> bool:
    """Whether what a sentence is said of is the instrument: it names it, or says 'it', or nothing, where the heading or
    the words before speak of it."""
    if subject is not None and subject.kind != "IT":
        return subject.kind == "THIS"
    if subject is not None and _PART.search(sentence.words, 0, subject.start):
        return False
    return sentence.named or (subject is not None and sentence.opens) or bool(_ON_TIME.search(sentence.heading))


def name_of(sentence: Sentence, other: Item) -> str:
    """The name of another instrument, to where it ends."""
    end = _NAME_ENDS.search(sentence.words, other.end)
    name = sentence.words[other.start : end.start() if end else len(sentence.words)].strip(" ,.;")
    return name.removesuffix(" and")


def subject_of(row: Sequence[Item], place: int) -> Item | None:
    """What the verb at `place` is said of: the first subject of its clause."""
    first = place
    while first > 0 and row[first - 1].kind not in ("SEMICOLON", "ENTERS", "EFFECT", "REMAIN", "RENEW", "EXPIRE"):
        first -= 1
    subjects = [item for item in row[first:place] if item.kind in SUBJECTS and item.kind != "PROVISIONAL"]
    named = [item for item in subjects if item.kind in ("AMENDMENT", "PART_OF_IT")]
    if named and subjects and subjects[0].kind != "THIS":
        return named[-1]
    shall = next((at for at in range(place - 1, first - 1, -1) if row[at].kind in ("SHALL", "NOT")), place)
    before = [item for item in row[first:shall] if item.kind in SUBJECTS and item.kind != "PROVISIONAL"]
    verb = row[place].words.lower()
    bare = shall > first and row[shall - 1].kind == "COMMA"
    bare |= shall == place and verb.startswith(("remain ", "continue ", "be ", "stay "))
    earlier = next((at for at in range(first, shall) if row[at].kind == "SHALL"), None)
    if bare and earlier is not None and has(row[first:earlier], *SUBJECTS):
        # 'shall be published ..., and shall enter into force': what the first of the two is said of.
        return subject_of(row, earlier)
    joined = first < shall < place and row[shall].start - row[shall - 1].end == len(" and ")
    alone = not subjects and (bare or not has(row[first:place], "EITHER", "PARTY", "PARTIES"))
    if first > 0 and (joined or alone):
        # 'shall take effect ..., and shall remain in effect': what the clause before it is said of.
        return subject_of(row, first - 1)
    return _head(row, shall, before[-1]) if before else (subjects[0] if subjects else None)


def _head(row: Sequence[Item], shall: int, last: Item) -> Item:
    """The head of 'the withdrawal from this Agreement', 'acceptance of this Agreement', 'this Agreement and its
    Annexes', 'such provisional application', whose last word `last` is."""
    at = row.index(last)
    if shall > 1 and row[shall - 1].kind == "APPLIES" and row[shall - 2].kind == "PROVISIONAL":
        return row[shall - 2]
    first = row[0] if row[0].kind == "THIS" else row[1] if row[0].kind == "LATER" and row[1].kind == "THIS" else None
    behind = row[row.index(first) + 1 : shall] if first is not None else ()
    if first is not None and [item.kind for item in behind[:2]] == ["COMMA", "WHICH"]:
        return first
    if first is not None and has(behind[:1], "COMMA") and has(behind[-1:], "COMMA") and not has(behind[1:], "SHALL"):
        return first  # 'This Agreement, approved by ... and amending the Convention, shall enter into force'
    led = row[at - 1] if at else last
    if led.kind == "AFTER" and led.words.strip().lower() == "from" and at > 1:
        return row[at - 2] if row[at - 2].kind in _DEEDS and led.start - row[at - 2].end < 2 else last
    gap = last.start - led.end
    if last.kind == "THIS" and led.kind in _DEEDS and 3 < gap < 9:
        return led
    annexed = last.kind == "PART_OF_IT" and last.words.lower().startswith(("its ", "the annex", "the protocol"))
    beside = last.kind in ("PART_OF_IT", "OTHER", "AMENDMENT") and gap in (len(" and "), len(" and its "))
    return led if led.kind == "THIS" and ((annexed and gap < 20) or beside) else last
