"""What undoes a position where it is told: that it was given up, denied, put to somebody by another, or asked."""

from __future__ import annotations

import re

from travaux.mandate.nothing import nothing
from travaux.mandate.position import Level

#: Behind what is held: it is held no more.
_GIVEN_UP = re.compile(
    r"(?i),? but (?:(?:he|she|they|it|who|which) )?(?:(?:is|are|was|were|has|have|had|now|then|later|since|"
    r"subsequently|"
    r"finally|soon|eventually|in the end) )*(?:no longer|gave (?:way|in|up)|given (?:way|in|up)|yielded|relented|"
    r"conceded|oppose[sd]?|reject(?:s|ed)?|refuse[sd]?|object(?:s|ed)?|reversed|withdr[ae]w\w*|changed)\b"
)
#: Behind what somebody objects to: the objection stands no more.
_MET = re.compile(
    r"(?i)\b(?:was|were|has been|have been|had been|are|is|being) (?:\w+ )?(?:met|withdrawn|overcome|satisfied|"
    r"removed|"
    r"dropped|lifted|answered|disposed of)\b"
)
_DENIED = re.compile(r"(?i)\bden(?:y|ies|ied|ying) that (?:the )?$")
#: What others say of us, or foretell, is not what we hold.
_SAID_OF_US = re.compile(r"(?i)\b(?:claim|alleg|pretend|predict|fear|assum|expect|charg|accus|insinuat)\w* that $")


def undone(level: Level, held: str, before: str, who: str) -> Level | None:
    """The level of a position as it is told, with what stands before it; None where it is nobody's, or no longer.

    >>> undone(Level.ACCEPTABLE, "inspection", "The Soviets denied that ", "they")
    <Level.EXCLUDED: 'excluded'>
    >>> undone(Level.ACCEPTABLE, "a base, but it now opposes one", "", "Norway") is None
    True
    """
    if _GIVEN_UP.search(held) or held.lower().startswith("but "):
        return None
    if who == "we" and _SAID_OF_US.search(before):
        return None
    first = 3 if held.lower().startswith("to ") else 0
    if level is Level.EXCLUDED and (_MET.search(held) or nothing(held, first)):
        return None
    if _DENIED.search(before):
        return Level.EXCLUDED if level in (Level.ACCEPTABLE, Level.PREFERRED) else None
    return level
