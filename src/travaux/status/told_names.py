"""Where a sentence names an instrument: how far its title goes, its own day, and the parties that it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.status.instrument import InstrumentKind
from travaux.status.told_items import ToldItem

#: The items that tell what happened.
ACTS = frozenset(
    "EFFECTED OPENED SIGNED INITIALED RATIFIED ACCEPTED APPROVED INSTRUMENTS EXCHANGED DEPOSITED ACCEDED DENOUNCED "
    "NOTICE WITHDREW IN_FORCE ENDED SUSPENDED".split()
)
_ENDS = ACTS | frozenset(("VERB", "SEE", "DATE", "SAME_DAY", "TODAY", "UNREAL", "BREAK"))
_TAIL = re.compile(
    r"\s(?i:of|on|for|between|among|with|concerning|relating|relative|regarding|respecting|providing|establishing|under|"
    r"to|in|governing|covering|amending|constituting|and related|as)\b(?! (?:which|this|that|force)\b)"
)
_OTHERWISE = re.compile(
    r",\s(?:(?:and|but|or) (?:he|she|it|they|the|an?|his|her|its|their|with|in|on|said)|the|he|she|who|while|in|at|by|"
    r"on|as|after|although|under|would|rather)\b"
)
_PLACE = re.compile(
    r"\s(?:at|in)\s(?:the\s)?(?:[Cc]ity\sof\s)?[A-Z][\w.’'-]*(?:,?\s[A-Z][\w.’'-]*)*,?(?:\s(?:on|of))?$"
)
_LOOSE = re.compile(
    r"(?:\s(?:and|which|on|of|in|at|by|the|dated|to|from|with|for|as|was|also|both|then|were|during|after|an?)|[\s,])$"
)
_OWN_DAY = re.compile(r"\s(?:of|dated)\s(?=\S)")
_LONGEST = 260
#: What 'an agreement' is called, which names none.
UNKNOWN = "?"
_DEFINITE = re.compile(r"(?i)(?:\b(?:the|this|that|said)\s|^\W*)$")
#: 'the notes exchanged with it': not what the sentence speaks of.
_OBLIQUE = re.compile(r"\b(?:with|of|by|to|in|under|for|from|on)\s$")
_BETWEEN = re.compile(r"\b(?:[Bb]etween|[Aa]mong)\s(?P<parties>.+)$")
_BEYOND = re.compile(
    r"(?i),?\s(?:on|concerning|for|relating|relative|regarding|in|with|to|about|as|providing|under|establishing|respecting|"
    r"governing|constituting|upon|over|by)\b.*$"
)
_TWO = re.compile(r"^(?P<one>[A-Z][\w.]*)[–-](?P<other>[A-Z][\w.]*)\s")
_NO_STATE = frozenset("Anglo Inter Sino Franco Non Five Nine Four Anti Post Pre Trans".split())
_NO_NAMES = frozenset("Signatories Parties Members Governments States Officials Republic They He She It We".split())
#: How texts shorten the names of States.
_SHORT = {"U.S.": "United States", "US": "United States", "U.K.": "United Kingdom", "UK": "United Kingdom",
          "ROK": "Republic of Korea", "GRC": "Republic of China", "USSR": "Soviet Union"}  # fmt: skip
_GOVERNMENT = re.compile(r"^(?:(?:[Tt]he )?Governments? of )?(?:[Tt]he )?")
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:(?:of|and|the) )*[A-Z][\w’'.-]*)*")


@dataclass(frozen=True, slots=True)
class Mention:
    """An instrument as `start` to `end` of a sentence name it. `title` is "" for 'the Treaty' or 'it', whose `noun`
    says what it is. `nested` is whether another instrument's name stands in the title."""

    start: int
    end: int
    noun: str
    title: str = ""
    day: ToldItem | None = None
    nested: bool = False


def mentions(sentence: str, items: Sequence[ToldItem]) -> Iterator[Mention]:
    """The instruments that a sentence names, in order; one named within the title of another is part of that."""
    past = 0
    for place, item in enumerate(items):
        if item.start < past:
            continue
        if item.kind == "IT" and _OBLIQUE.search(sentence, 0, item.start):
            continue
        if item.kind == "OTHER_NOTES":
            found = Mention(item.start, item.end, UNKNOWN)
        elif item.kind in ("BARE", "IT"):
            noun = item.words.split(" ", 1)[-1].lower().removeprefix("said ") if item.kind == "BARE" else "it"
            found = Mention(item.start, item.end, noun.split()[-1])
        elif item.kind in ("TITLE", "TITLE_OF_NOTES"):
            found = _titled(sentence, item, items[place + 1 :])
        else:
            continue
        past = found.end
        yield found


def _titled(sentence: str, item: ToldItem, after: Sequence[ToldItem]) -> Mention:
    noun = noun_of(item.words)
    own = _OWN_DAY.match(sentence, item.end)
    if own and after and after[0].kind == "DATE" and after[0].start == own.end():
        return Mention(item.start, after[0].end, noun, item.words, after[0])
    end = item.end
    if _TAIL.match(sentence, end):
        bound = next((each for each in after if each.kind in _ENDS), None)
        end = _tail_end(sentence, item.end, bound)
        if bound and bound.kind == "DATE" and re.fullmatch(r",?\s(?:of|dated)\s", sentence[end : bound.start]):
            return Mention(item.start, bound.end, noun, sentence[item.start : end], bound)
    title = sentence[item.start : end]
    nested = any(each.kind in ("TITLE", "BARE") and each.start < end for each in after)
    if title == item.words and (
        " " not in title or title.lower() == "exchange of notes" or item.kind == "TITLE_OF_NOTES"
    ):
        definite = _DEFINITE.search(sentence, 0, item.start) is not None or item.kind == "TITLE_OF_NOTES"
        return Mention(item.start, end, noun if definite else UNKNOWN)
    return Mention(item.start, end, noun, title, None, nested)


def _tail_end(sentence: str, start: int, bound: ToldItem | None) -> int:
    """Where a title ends that goes on behind its kind: before an act, a verb or a day, without place and loose ends."""
    end = min(bound.start if bound else len(sentence), start + _LONGEST)
    tail = sentence[start:end].rstrip(" .")
    other = _OTHERWISE.search(tail)
    tail = tail[: other.start()] if other else tail
    if not (bound and (bound.kind in ACTS or bound.kind == "VERB")) and not other:
        tail = tail.partition(",")[0] if bound is None or bound.kind != "DATE" else tail
    if bound and bound.kind == "DATE":
        tail = _PLACE.sub("", tail.rstrip(" ,"))
    while found := _LOOSE.search(tail):
        tail = tail[: found.start()]
    return start + len(tail)


def noun_of(words: str) -> str:
    """What a title calls its instrument: 'treaty', 'notes'."""
    found = re.findall(
        r"treaty|agreement|convention|protocol|pact|covenant|charter|statute|arrangement|accord|understanding|minutes?"
        r"|notes|act\b|armistice|capitulation",
        words.lower(),
    )
    return str(found[0 if found[0] != "charter" else -1]) if found else ""


def instrument_kind(title: str) -> InstrumentKind:
    """What kind of instrument a title names."""
    lower = title.lower()
    if re.search(r"exchange of notes|^(?:the )?notes\b", lower[:40]):
        return InstrumentKind.EXCHANGE_OF_NOTES
    noun = noun_of(title)
    if "under article" in lower or "administrative a" in lower:
        return InstrumentKind.IMPLEMENTING_AGREEMENT
    if noun in ("treaty", "convention", "pact", "covenant", "charter", "statute", "act"):
        return InstrumentKind.TREATY
    if noun == "protocol":
        return InstrumentKind.PROTOCOL
    return InstrumentKind.AGREED_MINUTE if noun.startswith("minute") else InstrumentKind.AGREEMENT


def parties_of(title: str) -> tuple[str, ...]:
    """The parties between which a title says that an instrument is; () where it does not say.

    >>> parties_of("Security Treaty between the United States and Japan"), parties_of("U.S.–Japan Security Treaty")
    (('United States', 'Japan'), ('United States', 'Japan'))
    """
    two = _TWO.match(title)
    if two and not {two["one"], two["other"]} & _NO_STATE:
        return tuple(_SHORT.get(name, name) for name in two.group("one", "other"))
    between = _BETWEEN.search(title)
    found = states(_BEYOND.sub("", between["parties"])) if between else ()
    return found if len(found) > 1 else ()


def states(words: str) -> tuple[str, ...]:
    """The names in a row of States: 'Greece, Turkey, and the United Kingdom'; () where one of them is no plain name."""
    names = [_GOVERNMENT.sub("", each.strip()) for each in re.split(r",? and (?:by )?(?=the |[A-Z])|, (?:by )?", words)]
    names = [_SHORT.get(name, name) for name in names if name]
    plain = all(_NAME.fullmatch(name) and name not in _NO_NAMES for name in names)
    return tuple(names) if names and plain else ()


def spelled(title: str) -> str:
    """A title with the names of States in full."""
    return re.sub(r"\bU\.S\.|\bUS\b", "United States", title)
