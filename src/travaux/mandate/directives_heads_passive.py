"""Whether a passive is an order: 'should be reported', not 'may be deferred'."""

from __future__ import annotations

from travaux.mandate import directives_heads_signs as signs
from travaux.mandate.directives_heads_words import Words


def is_passive(words: Words, first: int, last: int) -> bool:
    """Whether it is a thing that is to be done here: 'should be reported', not 'may be deferred'."""
    if words.found and words.found[-1].kind in {*signs.CONTENT, "DISCRETION"}:
        return False
    if words.kinds[first] == "SHALL":
        return _is_asked_to_be(words, first, last)
    before = words.kinds[first - 1] if first else ""
    if first == words.first and "BE" in words.kinds[first + 1 : first + 3]:
        return words.sentence[first].words in ("Should", "Shld")
    runs = signs.RUNS.match(words.sentence[last].words) is not None
    person = before == "WHO" and not (
        signs.DONE_TO.search(words.sentence[first - 1].words) and "OF" in words.kinds[:first]
    )
    if not first or ((person or before in ("IF", "THAT")) and not runs) or _is_in_condition(words, first):
        return False
    if signs.DRAWN_UP.match(words.sentence[last].words):
        return False  # 'plans should be developed'
    verb, subject = words.sentence[last].words.lower(), " ".join(each.words for each in words.sentence[:first])
    if words.kinds[last] == "FORESTALL_DONE" and signs.NONE_OF_IT.search(subject):
        return words.sentence[first].words.lower() in signs.BOUND
    if words.sentence[first].words.lower() in ("might", "may") and verb == "used" and signs.FACTS.search(subject):
        return True
    if "THAT" in _clause(words, first) and not signs.HOME_HOLDS.match(subject):
        return False
    being = next(place for place in range(first, last) if words.kinds[place] == "BE")
    amid = signs.AMID_PASSIVE.issuperset(words.kinds[being + 1 : last])
    given = amid and not signs.NOT_SAID.search(subject) and not _is_of_no_reader(verb, subject)
    return given and _is_bound(words, first, last, subject)


def _clause(words: Words, first: int) -> tuple[str, ...]:
    """The kinds of the subject's clause: behind the comma that ends a condition or an opening."""
    kinds = words.kinds[words.first : first]
    if kinds[:1] in (("IF",), ("OCCASION",), ("IN",)) and "COMMA" in kinds:
        return kinds[len(kinds) - kinds[::-1].index("COMMA") :]
    return kinds


def _is_bound(words: Words, first: int, last: int, subject: str) -> bool:
    """Whether the modal verb obliges, or allows what is plainly the reader's to do."""
    modal, verb, kind = words.sentence[first].words.lower(), words.sentence[last].words.lower(), words.kinds[last]
    if kind == "CLEAR_DONE" and signs.IT_CAN.search(subject) and signs.STATED.match(verb):
        return True
    if kind == "SEEK_DONE" and verb == "encouraged" and not words.after(last).startswith(" to "):
        return False  # 'we believe this process should be encouraged'
    if modal == "may" and verb in ("issued", "declared"):
        return False
    if modal == "may" and (signs.SHOWN_TO.match(verb) or (verb == "made" and signs.IS_SAID.search(subject))):
        return True
    if modal in ("may", "can", "might", "could") and kind in ("TOLD_DONE", "CLEAR_DONE"):
        return modal == "may" or (modal == "might" and signs.IS_SAID.search(subject) is not None)
    return modal in signs.BOUND


def _is_in_condition(words: Words, first: int) -> bool:
    """Whether it is what a condition says: 'if this should be raised', not 'if it is closed a release ...'."""
    near = words.sentence[max(words.first, first - 4) : first]
    opens = next((place for place, each in enumerate(near) if each.kind == "IF"), None)
    return opens is not None and not signs.HAS_VERB.search(" ".join(each.words for each in near[opens + 1 :]))


def _is_asked_to_be(words: Words, first: int, last: int) -> bool:
    """Whether 'request that it be' asks for something: not for consideration."""
    subject = " ".join(each.words for each in words.sentence[:first])
    return words.kinds[last] != "UNAFFECTED_DONE" and signs.NOT_SAID.search(subject) is None


def _is_of_no_reader(verb: str, subject: str) -> bool:
    """Whether what is to be done to a subject is done by ourselves, by others, or by nobody."""
    if signs.RUNS.match(verb):
        return not signs.IS_SAID.search(subject)
    if verb == "noted" or signs.OURSELVES.search(subject) or signs.OTHERS_SAY.search(subject):
        return True
    if verb in ("provided", "made available"):
        return not signs.IS_HANDED.search(subject)
    return verb == "made" and not signs.IS_SAID.search(subject)
