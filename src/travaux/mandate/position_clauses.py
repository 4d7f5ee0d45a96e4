"""Tells whether a clause may open at a place of a sentence, and whether what it says is only supposed or asked."""

from __future__ import annotations

import re

from travaux.mandate.position_words import LEADS, NOT_NAMES

#: What makes of the clause behind it a supposition, a question or a purpose.
_SUPPOSED = re.compile(
    r"(?i)(?:\b(?:if|whether|unless|should|lest|in case|in the event(?: that)?|so that|until|once|when|assuming|"
    r"suppose|what|which|who|whom|how|why|hope[sd]?|ask(?:s|ed)?|urge[sd]?|wonder(?:s|ed)?|inquired|"
    r"neither|nor|not based on|doubts?|doubted|not (?:sure|certain|clear|believe|think|mean|expect)|"
    r"(?:un|not |not very |hardly )likely|alleg(?:ed|ing)|expectations?|no indications?|does|do)\b"
    r"(?:[^.;:]|\bMr\.|\bU\.S\.){0,60})$"
)
#: 'Had Norway accepted the clause': it did not.
_HAD = re.compile(r"(?:Had|Were) (?:the )?")
#: Behind it a clause stands by itself.
_APART = re.compile(r", (?:but|and|while|yet|although)\b|;")
#: Behind a comma the writer begins anew.
_WRITER = re.compile(r"(?:I|we)\b")
#: A condition, behind which what hangs on it stands.
_CONDITION = re.compile(r"(?:If|When|Unless|Should|Once|Until|Provided) [^,;]+, (?:then )?(?:[Tt]he )?")
#: What a clause follows without a mark: a phrase that opens the sentence, and who was told it.
_LEAD_IN = re.compile(
    r"^(?:On|At|In|As|After|During|Regarding|Re|For) (?:(?!of|the|to|with|by|from)[a-z\d’'-]+ ){1,5}$|"
    r"\b(?:told|tell|inform|informed|assured?|advised?|reminded?|notif(?:y|ied)) (?:the )?(?:[A-Z][\w.]+ ){1,3}$"
)
#: The same before a pronoun, which cannot belong to it.
_OPENING = re.compile(r"^(?:On|At|In|As|After|During|Regarding|Re|For|From|Under|With|Upon|To|By) [^,;.:]{1,60} $")
_NOMINATIVE = re.compile(r"(?:I|we|he|she|they)\b")
#: Where what is held stands before its holder, or a view is told with its owner.
_TURNED = re.compile(r"(?:un|not )?\w+(?: \w+)? (?:to|by)\b|in ")


def supposed(sentence: str, start: int) -> bool:
    """Whether what stands there is supposed, asked or doubted by what is before it."""
    before = _APART.split(sentence[:start])[-1]
    if before.endswith(", ") and _WRITER.match(sentence, start):
        return False
    return not _CONDITION.fullmatch(before) and bool(_SUPPOSED.search(before) or _HAD.fullmatch(sentence[:start]))


def opens(sentence: str, start: int) -> bool:
    """Whether a clause can open there: after a mark, a conjunction or a verb of saying. After a noun or a preposition
    it is a relative clause, or of another subject."""
    before = re.search(r"(\w+|[^\w\s])\s*$", sentence[:start])
    if before is None or not before[1][0].isalnum() or _LEAD_IN.search(sentence[:start]):
        return True
    if _NOMINATIVE.match(sentence, start) and _OPENING.search(sentence[:start]):
        return True
    word = before[1]
    if word.casefold() in ("the", "both"):
        return opens(sentence, before.start(1))
    if sentence[start].islower() and _TURNED.match(sentence, start):
        return True
    leads = word.casefold() in LEADS or word in NOT_NAMES or word.isdigit() or word.casefold().endswith("ly")
    return leads and not _inside_name(sentence, start)


def _inside_name(sentence: str, start: int) -> bool:
    """Whether the word before is of the same name: the name is read from its beginning."""
    before = re.search(r"(\w+) (?:of (?:the )?)?$", sentence[:start])
    return before is not None and before[1][0].isupper() and before[1] not in NOT_NAMES and sentence[start].isupper()
