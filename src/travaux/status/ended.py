"""Whether it is the instrument that a clause ends, and not a measure, a proceeding or another text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from travaux.status.clause_subjects import speaks_of_it, subject_of
from travaux.status.items import DELAY, PERIOD, Item, has
from travaux.status.sentence import Sentence

NOT_IT = frozenset({"AMENDMENT", "PART_OF_IT", "OTHER"})
#: What else than the instrument may be ended.
_OBJECT = re.compile(
    r"(?i)\s+(?:the|its|their|any|a|an|such|his)\s+"
    r"(?!(?:effect|operation|validity|application)\b[^.;,]{0,3}(?:[.;,]|$)|"
    r"(?:(?:effect|operation|validity|application) of (?:this |the )?|present |said |whole |entire |above )*(?:"
    r"agreement|convention|treaty|protocol|memorandum|arrangement|statute|charter|covenant|accord|pact|participation|"
    r"membership|adherence|mou)\b)"
)
#: What a party takes back, where it does not leave anything.
_TAKEN_BACK = re.compile(
    r"(?i)\s+(?!(?:from|by|at|on|upon|after|only|in|without|unless|if|with|under|pursuant|through|out|and|or|before|when|as|"
    r"therefrom|this|the|its|their|it|for|either|simply|there|thereof|provided|subject)\b)[a-z]"
)
#: The body that an instrument sets up, which a party leaves.
_BODY = re.compile(
    r"(?i) from (?:the|this) (?:\w+ ){0,3}?(?:organi[sz]ation|community|union|authority|commission|centre|center|"
    r"institute|"
    r"association|agency|bank|fund|network|council)\b"
)


#: What leads a clause on the case that notice has been given.
_IN_CASE = re.compile(r"(?i)\W*(?:\d+[.)]?\s*)?(?:if|should|where|when|in the event|in case|upon|after)\b")
_NOT_GIVEN = re.compile(r"(?i)\b(?:not|neither|no|without|unless|until|nor)\b")


def goes_on_after_notice(sentence: Sentence, place: int) -> bool:
    """Whether what remains in force does so once notice is given: 'Should either Party denounce this Agreement, it
    shall remain in force for six months'"""
    row = sentence.items
    told = sentence.words[: row[place].start]
    return (
        row[place].kind == "REMAIN"
        and has(row[:place], "EITHER", "PARTY")
        and has(row[:place], "TERMINATE", "WITHDRAW", "TERMINATION", "WITHDRAWAL")
        and has(row[place + 1 : place + 4], DELAY, PERIOD)
        and not has(row, "RENEW", "END_OF_PERIOD")
        and _IN_CASE.match(told) is not None
        and not _NOT_GIVEN.search(told)
    )


def is_ended(row: Sequence[Item], place: int, sentence: Sentence) -> bool:
    """Whether it is the instrument that is ended, and not a measure, a proceeding or another text."""
    if has(row[:place], "PROVISIONAL") or _OBJECT.match(sentence.words, row[place].end):
        return False
    active = row[place].words.lower() in ("cancel", "terminate", "rescind", "abrogate")
    if (row[place].kind == "WITHDRAW" or active) and _TAKEN_BACK.match(sentence.words, row[place].end):
        return False
    if row[place].kind == "WITHDRAW" and _BODY.match(sentence.words, row[place].end):
        return True
    behind = [item for item in row[place + 1 : place + 4] if item.kind in ("THIS", "IT", *NOT_IT)]
    if behind and behind[0].kind == "THIS":
        return True
    if not behind and row[place].kind == "TERMINATION" and has(row[place + 4 : place + 9], "THIS"):
        return True
    subject = subject_of(row, place)
    if subject is not None and subject.kind == "THIS":
        return True
    if (behind and behind[0].kind in NOT_IT) or (subject is not None and subject.kind in NOT_IT):
        return False
    return speaks_of_it(sentence, behind[0] if behind else subject)
