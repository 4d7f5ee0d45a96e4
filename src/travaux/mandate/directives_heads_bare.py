"""Whether a verb without a subject is an order where it stands: 'Inform Makarios', 'in explanation point out'."""

from __future__ import annotations

from travaux.mandate import directives_heads_signs as signs
from travaux.mandate.directives_heads_words import Words
from travaux.mandate.directives_pieces import NOUNS


def may_be_bare(words: Words, first: int) -> bool:
    """Whether a bare verb may begin here: at the head of a sentence or clause, or joined to an order before."""
    if first == words.first:
        return True
    before = words.kinds[first - 1]
    if signs.DOING.match(words.sentence[first].words) and words.found:
        return True
    if words.kinds[first] == "REPORT" and words.sentence[first].words.lower().startswith("for "):
        return True
    if signs.WOULD.match(words.sentence[first].words) and not words.found:
        clause = words.kinds[words.first : first]
        since = len(clause) - clause[::-1].index("COMMA") if "COMMA" in clause else 0
        return "THAT" not in clause[since:]  # 'the Department would be interested in knowing'
    if before in signs.BREAKS:
        return not signs.HEADS.match(words.sentence[first - 2].words if first > 1 else "")
    if words.kinds[words.first] == "IF" and not words.found and (ends := _ends_condition(words, first)) is not None:
        return ends
    if not words.found and _ends_opening(words, first):
        return True
    if before == "COMMA":
        return _after_clause(words) or bool(words.found)
    if words.kinds[first] == "TO" and words.goes_on(first):
        return True
    keeps = words.sentence[first].words.lower().startswith("keep ")
    return before == "AND" and (bool(words.found) or keeps)


def _after_clause(words: Words) -> bool:
    """Whether the sentence opens with a condition or an adverb that ends at a comma."""
    opening = words.kinds[words.first]
    return (
        opening in ("IF", "OCCASION", "FALLBACK", "ADVERB", "MODAL", "IN", "DEADLINE", "PURPOSE", "OF", "TO")
        and not words.found
    )


def _ends_condition(words: Words, first: int) -> bool | None:
    """Whether a condition that no comma ends does here: 'if no reply is had make démarche'; None where it may."""
    before, verb = words.kinds[first - 1], words.sentence[first].words
    if signs.PENDING.match(words.opening(first)):
        return True
    if before in ("TO", "MODAL", "BE", "NOT"):
        return False
    ours = signs.OURS.search(words.sentence[first - 1].words) is not None
    if not ours and signs.PLAIN_VERB.match(verb) and _is_asked_of_them(words, first):
        return True
    plain = signs.OPENS_PLAINLY.match(words.sentence[words.first].words)
    if (
        plain
        and before == "WORD"
        and signs.TELLS_PLAINLY.match(verb)
        and not signs.OWN_SUBJECT.search(words.sentence[first - 1].words)
    ):
        return True
    return True if before == "QUOTE" or (verb.lower().startswith(signs.UNENDED) and not ours) else None


def _is_asked_of_them(words: Words, first: int) -> bool:
    """'If principles acceptable Foreign Minister request he inform': somebody who is to do it follows."""
    return signs.THEY.match(words.after(first)) is not None


def _ends_opening(words: Words, first: int) -> bool:
    """Whether only 'in explanation' or 're Bangkok's 326' stands before a verb that cannot be a noun."""
    before = tuple(
        piece.kind
        for piece in words.sentence[words.first : first]
        if not (piece.kind == "CONSULT" and piece.words.lower().startswith("your "))  # 'in your talks stress'
    )
    while_doing = signs.WHILE.match(words.sentence[words.first].words) is not None
    opens = while_doing or before[:1] in (("IN",), ("OF",), ("OCCASION",))
    if signs.IN_TEXT.match(words.opening(first)) and words.sentence[first].words.lower() in signs.REDRAFTS:
        return True
    if not opens or not set(before) <= (signs.OPENS_WITH | {"TO"} if while_doing else signs.OPENS_WITH):
        return False
    plain = signs.PLAIN_VERB.match(words.sentence[first].words) is not None
    opening = " ".join(piece.words for piece in words.sentence[words.first : words.first + 2])
    if plain and (opening.startswith("In your ") or signs.IN_DOING.match(opening)):
        return True
    return plain and not signs.OWN_SUBJECT.search(words.sentence[first - 1].words)


def is_bare(words: Words, first: int, last: int) -> bool:
    """Whether a verb that may stand bare is one, and not a noun, and is told to the reader."""
    verb, kind = words.sentence[last].words.lower(), words.kinds[last]
    after = words.after(last)
    if first in (last, last - 1) and first == words.first and kind not in signs.DONE:
        if signs.BY_WHAT_FOLLOWS.match(verb + after):
            return True
    tried = "TRY" in words.kinds[first:last]
    timed = words.kinds[last + 1 : last + 2] == ("DEADLINE",) or (tried and words.kinds[last - 1] == "TO")
    if verb.split()[0] in NOUNS and not timed and signs.NOUN_GOES_ON.match(after) and not _takes(words, verb, after):
        return False
    if kind in signs.DONE or kind == "DISCRETION" or (words.kinds[first] == "TO" and not words.goes_on(first)):
        return False
    if verb.startswith("no ") and "THAT" in words.kinds[words.first : first]:
        return False  # what others hold should not be done
    if verb.split()[0] in NOUNS and (
        signs.IS_SUBJECT.match(after) or words.kinds[last + 1 : last + 3] == ("WORD", "MODAL")
    ):
        return False
    if verb in signs.TAKES and not signs.TAKES[verb].match(after):
        return False
    if verb.startswith(("your ", "ur ", "any ")) and first == last and " be that" not in verb:
        return False
    joined = first > words.first and bool(words.found)
    if joined:
        return words.is_joined(first)
    if verb == "request" and signs.ASKED_OF.match(after):
        return True
    if kind == "PROPOSE" and signs.SUGGESTED.match(after) and verb == "suggest":
        return True
    return _orders_alone(words, first, last) or tried


def _orders_alone(words: Words, first: int, last: int) -> bool:
    """Whether a verb at the head of its clause tells the reader, and not what the writer does himself."""
    verb, kind, after = words.sentence[last].words.lower(), words.kinds[last], words.after(last)
    if signs.COURTESY.match(verb + after) or signs.HANDLED.match(verb + after):
        return False
    if first == words.first and signs.HOLDS.match(verb + after):
        return True
    if signs.IN_TEXT.match(words.opening(first)) and verb in signs.REDRAFTS:
        return True
    if signs.PUTS_OFF.match(verb + after) or (
        verb == "clear" and kind == "CONSULT" and words.kinds[last + 1] != "THAT"
    ):
        return True
    opens, behind = words.kinds[words.first], words.kinds[first - 1] if first > words.first else ""
    if kind == "CLEAR" and opens in ("IF", "OCCASION") and behind == "COMMA":
        return True  # 'if asked, answer that'
    if kind in signs.OWN and opens in ("LIMIT", "NOT") and first <= words.first + 1:
        return True  # 'on no account agree to', 'do not agree to'
    steps = signs.STEP.match(words.sentence[words.first].words) and "COMMA" not in words.kinds[: last - 1]
    if kind in signs.OWN and (steps or (opens == "FALLBACK" and behind == "COMMA")):
        return True  # 'initially propose ten years', 'if this is not acceptable, propose five'
    if first == words.first and verb == "suggest" and after.startswith(" to "):
        return not after.startswith((" to you", " to Dept"))
    if kind == "CONSULT" or signs.DONE_ALONE.match(verb):
        return verb not in ("call", "visit", "talk", "clear")
    return kind == "REPORT" or (kind not in signs.OWN and verb not in signs.OWN_WORDS)


def _takes(words: Words, verb: str, after: str) -> bool:
    """'Stress to GOI', and 'report on reactions' where nothing is told of a report."""
    if after.startswith(" to "):
        if verb == "report" and signs.TO_HOME.match(after):
            return True
        return verb in ("stress", "state", "present", "talk", "appeal", "convey", "point")
    if verb == "press" and after.startswith(" for "):
        return True
    told = " ".join(piece.words for piece in words.sentence)
    return verb == "report" and after.startswith(" on ") and not signs.TELLS.search(told)
