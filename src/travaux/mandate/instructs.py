"""Whether a document may tell somebody what to do, told from its heading and a few words, without a grammar."""

from __future__ import annotations

import re

from travaux.record.document import Document, Kind

#: What tells nobody to do anything: talk, minutes, what the editors or the parties wrote.
_TALK = frozenset({Kind.CONVERSATION, Kind.MINUTES, Kind.EDITORIAL_NOTE, Kind.AGREEMENT, Kind.NOTE})
_TO_HOME = re.compile(
    r"(?i)\bto (?:the )?(?:(?:acting |under |deputy |assistant )?secretary of state|department of state|department|"
    r"ministry|foreign ministry|foreign office|joint chiefs of staff|chief of naval operations|"
    r"department of defense)\b(?! \()"
)
# Advice to the head of the department or the state is no instruction, but for what the latter tells the former.
_TO_ABOVE = re.compile(
    r"(?i)\b(?:to|for) (?:the )?(?:(?:acting |under |deputy under |deputy )?secretary of state\b|president\b|"
    r"prime minister|"
    r"minister of foreign affairs|foreign minister|secretary\b(?! of)|acting secretary\b(?! of))"
)
_FROM_ABOVE = re.compile(r"(?i)\b(?:from|by) (?:the )?president\b(?!['’]s)")
_POSTED = frozenset({Kind.TELEGRAM, Kind.AIRGRAM, Kind.DESPATCH})
CUE = re.compile(
    r"(?i)\b(?:you (?:should|shld|shd|must|shall|may|might|will|can|"
    r"are (?:hereby )?(?:authori[sz]ed|instructed|requested|directed))|"
    r"please|pls|(?:is|are) (?:hereby )?(?:requested|directed|instructed|authori[sz]ed) to|"
    r"(?:embassy|ambassador|mission|delegation|legation|consulate|usdel|emb) "
    r"(?:should|shld|shd|is (?:authori|instruct|request|direct)|may|must)|(?:requested|suggested|desired) that you)\b"
)


def instructs(document: Document) -> bool:
    """Whether a document may tell somebody what to do: sent from above or among offices, and no record of talk."""
    if document.kind in _TALK:
        return False
    above = _TO_HOME if document.kind in _POSTED else _TO_ABOVE
    if above.search(document.title) and not _FROM_ABOVE.search(document.title):
        return False
    return document.kind in _POSTED or CUE.search(document.text) is not None
