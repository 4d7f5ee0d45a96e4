"""Whether a document may tell somebody what to do, told from its heading and a few words, without a grammar."""

from __future__ import annotations

import re

from travaux.mandate.rank import goes_up
from travaux.record.document import Document, Kind

#: What tells nobody to do anything: talk, minutes, what the editors or the parties wrote.
_TALK = frozenset({Kind.CONVERSATION, Kind.MINUTES, Kind.EDITORIAL_NOTE, Kind.AGREEMENT, Kind.NOTE})
_TO_HOME = re.compile(
    r"(?i)\bto (?:the )?(?:president\b(?!['’]s)|"
    r"(?:acting |under |deputy |assistant )?secretary of state|department of state|department|"
    r"ministry|foreign ministry|foreign office|joint chiefs of staff|chief of naval operations|"
    r"department of defense|central intelligence agency(?=$|, ))\b(?! \()"
)
# Advice to the head of the department or the state is no instruction, but for what the latter tells the former.
_TO_ABOVE = re.compile(
    r"(?i)\b(?:to|for) (?:the )?(?:(?:acting |under |deputy )?secretary of state\b|president\b|"
    r"prime minister|"
    r"minister of foreign affairs|foreign minister|secretary\b(?! of)|acting secretary\b(?! of))"
)
_FROM_ABOVE = re.compile(r"(?i)\b(?:from|by) (?:the )?president\b(?!['’]s)")
# The President's staff tells the departments what he wants.
FOR_PRESIDENT = re.compile(r"(?i)\b(?:from|by) (?:the )?president['’]s (?:\w+ )*(?:assistant|counsel|deputy)\b")
# What a delegation is to say and how it is to vote.
FOR_DELEGATION = re.compile(
    r"(?i)\b(?:position|comment) paper\b|\b(?:delegation|mission) (?:working )?(?:memorandum|paper|position)\b"
)
# What orders the departments by what it is.
_DIRECTS = re.compile(
    r"(?i)\bnational security (?:study|decision|action|review) (?:memorandum|directive)|\bpresidential (?:directive|"
    r"review memorandum)"
)
_TO_PRESIDENT = re.compile(r"(?i)\b(?:to|for) (?:the )?president\b(?!['’]s)")
_POSTED = frozenset({Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH, Kind.INSTRUCTION})
CUE = re.compile(
    r"(?i)\b(?:you (?:should|shld|shd|must|shall|may|might|will|can|"
    r"are (?:hereby )?(?:authori[sz]ed|instructed|requested|directed))|"
    r"please|pls|(?:is|are) (?:hereby )?(?:requested|directed|instructed|authori[sz]ed) to|"
    r"(?:embassy|ambassador(?: (?-i:[A-Z])\w+)?|mission|delegation|legation|consulate|usdel|emb) "
    r"(?:should|shld|shd|is (?:authori|instruct|request|direct)|may|must)|(?:requested|suggested|desired) that you)\b"
)
# What a letter or a memorandum asks of its reader in other words; a telegram is read whatever it says.
_ASKS = re.compile(
    r"(?i)\b(?:(?:will|would|could) you (?!have\b|be\b|like\b|agree\b|think\b|say\b)[a-z]+\b[^.?]{0,200}\?|"
    r"(?:suggest|recommend|request|ask|propose|desire|prefer|urge)(?:s|ed)? (?:that )?your?\b|"
    r"(?:would|wld|should|shall|will) (?:(?:of course|also|be|very|most|much|greatly|particularly|therefore) )*"
    r"(?:appreciate|welcome|grateful|appreciated|glad|wish to be|like (?:to have )?you(?:r)?\b|interested in|helpful|"
    r"useful|pleased)|let (?:me|us) (?:know|have)|keep (?:me|us) (?:\w+ )?(?:informed|advised|posted)|"
    r"(?:president|secretary)(?: has| also| therefore)* (?:asked|asks|directed|directs|wishes|wants|desires|requests|"
    r"requested|instructed|decided) (?:that|you|the|all)|it is (?:therefore |accordingly )?"
    r"(?:requested|desired|directed)|for you to|"
    r"(?:state|defense|treasury|aid|cia|agencies|departments?) should (?:prepare|submit|report|develop)|"
    r"recommend(?:ation)?s?:? (?:\W*\d+\W+)?that you|"
    r"your (?:comments|views|concurrence|approval|recommendations))\b"
)
# A paper for him says what he may want to say, among much that others should do.
_TO_DEPUTY = re.compile(r"(?i)\bto (?:the )?deputy under secretary\b")
# What was said, and what is told to everybody, whatever kind its heading makes it.
_SAID = re.compile(
    r"(?i)\b(?:transcript|teleconference|telephone conversation|address (?:by|to)|remarks (?:by|of)|speech|"
    r"memorandum (?:of (?:discussion|meeting)|for the record)|talking points|"
    r"oral statements?|diary|current economic developments|press (?:release|conference))\b"
)
_WRITTEN = frozenset({Kind.LETTER, Kind.MEMORANDUM, Kind.MESSAGE, Kind.INSTRUCTION})


def instructs(document: Document) -> bool:
    """Whether a document may tell somebody what to do: sent from above or among offices, and no record of talk."""
    if document.kind in _TALK or _SAID.search(document.title):
        return False
    if document.kind not in _POSTED and goes_up(document.title) and not FOR_PRESIDENT.search(document.title):
        return False
    above = _TO_HOME if document.kind in _POSTED else _TO_ABOVE
    heading = document.title
    if above.search(heading) and not _FROM_ABOVE.search(heading):
        if not FOR_PRESIDENT.search(heading) or _TO_PRESIDENT.search(heading):
            return False
    return not asks_only(document) or (document.kind in _WRITTEN and _ASKS.search(document.text) is not None)


def asks_only(document: Document) -> bool:
    """Whether a document can only ask: a letter or a paper without a word of command. What it says should be done is
    argument."""
    orders = FOR_DELEGATION.search(document.title) or _DIRECTS.search(document.title)
    if document.kind in _POSTED or orders:
        return False
    return _TO_DEPUTY.search(document.title) is not None or CUE.search(document.text) is None
