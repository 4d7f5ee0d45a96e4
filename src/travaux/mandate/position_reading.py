"""Reads from a document who holds what: proposals for positions, and the passages that speak of one and were not
understood. What a passage supposes, asks or denies having said is nobody's position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from travaux.findings import Citation, Finding, Severity
from travaux.mandate.position import Actor, Level, Voice
from travaux.record.document import BlockKind, Document
from travaux.text.sentences import sentences

_LEVELS = {
    "prefers": Level.PREFERRED,
    "insists": Level.MINIMUM,
    "accepts": Level.ACCEPTABLE,
    "excludes": Level.EXCLUDED,
    "aims": Level.MAXIMUM,
    "fits": Level.ACCEPTABLE,
    "unfit": Level.EXCLUDED,
    "prefers_so": Level.PREFERRED,
    "most": Level.MAXIMUM,
    "must": Level.MINIMUM,
    "never": Level.EXCLUDED,
}
#: Words without which nobody holds anything; most sentences have none of them, which is seen without a grammar.
_GATE = re.compile(
    r"(?i)\b(?:prefer|insist|demand|object|oppos|accept|unaccept|reject|refus|settle for|position|favor|favour|"
    r"agree|concur|prepared to|willing to|ready to|unwilling|agreeable|minimum|maximum|want|wish|desire|hope|propos|"
    r"must have|essential|consent|would like|importance)"
)
#: What makes of the clause behind it a supposition, a question or a purpose.
_SUPPOSED = re.compile(
    r"(?i)(?:\b(?:if|whether|unless|should|lest|in case|in the event(?: that)?|so that|until|once|when|assuming|"
    r"suppose|what|which|who|whom|how|why|hope[sd]?|ask(?:s|ed)?|urge[sd]?|wonder(?:s|ed)?|inquired|"
    r"neither|nor|not based on|doubts?|doubted|not (?:sure|certain|clear|believe|think|mean|expect)|unlikely|"
    r"expectations?|no indications?|does|do)\b(?:[^.;:]|\bMr\.|\bU\.S\.){0,60})$"
)
_WEIGHTY = re.compile(r"(?i)\b(?:minimum|maximum|insist|unacceptable|preferred|cannot accept|fallback|non-negotiable)")
_STARTS = re.compile(r"\b[A-Z]|\b(?:we|military)\b|\b(?:un|not )?acceptable to\b")
_NOT_NAMES = frozenset(
    "If Whether Unless Should Would Could Can May Might Must Will Do Does Did Is Are Was Were Be Has Have Had "
    "This That These Those There It He She They You My Your His Her Their Its Who Which What When Where Why "
    "How And But Or Nor For As At By In On Of To From With Not No Yes Also Article Articles Paragraph Para "
    "Section Comment Since Because Although While However Moreover Therefore Accordingly Nevertheless All Some "
    "Any Each Both Either Neither Such Same Dear Sincerely Believe Understand Hence Expressed Thus Then Now Here "
    "Assume Feel Think Recommend Consider See Said Stated Noted Added Replied Asked Re Begin End Secret "
    "Confidential".split()
)
#: A subject left out at the head of a telegram's sentence is its writer.
_ELIDED = re.compile(
    r"(?:Would|Could|Can|Cannot|Will|Prefer|Wish|Desire|Propose|Suggest|Have no|Agreeable to|Prepared to|Willing to|"
    r"Opposed to|Am|Are)\b"
)


#: What a writer would like of the reader is an order or a courtesy.
_COURTESY = re.compile(
    r"(?:you|your)\b|to (?:say|express|thank|stress|emphasi[sz]e|assure|add|point|know|hear|see|have your|call|refer|"
    r"reaffirm|confirm|draw|underline|repeat|suggest|ask|request|discuss|raise|be clear|take this|remind|acknowledge|"
    r"transmit|mention|inform|tell|pass on|appear|make it|go into|make clear)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A position that a passage tells. `who` is as printed, "we" for the writer; `actor` where that name is known.
    `held` are the words of what is held, `issue` the id of the issue where the passage is on one."""

    at: Citation
    words: str
    who: str
    level: Level
    held: str
    actor: Actor | None = None
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document tells of positions, and what in it was not understood."""

    told: tuple[Told, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """Who is meant by which name, as a person entered it; `ours` is the party that writes as "we"."""

    actors: Mapping[str, Actor] = field(default_factory=dict)
    ours: str = ""

    def of(self, who: str) -> Actor | None:
        """The actor of a name as printed."""
        if who == "we":
            return Actor(self.ours) if self.ours else None
        for name in (who, _short(who), who.removesuffix("s")):
            if name.casefold() in self.actors:
                return self.actors[name.casefold()]
        return None


NOBODY = Names()


def names_of(voices: Iterable[Voice]) -> Names:
    """The names that a register has for its actors."""
    voices = tuple(voices)
    actors = {name.casefold(): voice.actor for voice in voices for name in (str(voice.actor), *voice.names)}
    return Names(actors, next((voice.actor.party for voice in voices if voice.ours), ""))


def position_reading(document: Document, names: Names = NOBODY) -> Reading:
    """The positions that the sentences of a document tell, in order, and findings for those that were not read.

    >>> from travaux.record.document import Block, Kind
    >>> body = (Block(BlockKind.PARAGRAPH, "GOJ would prefer the word “area”. We could accept “zone”."),)
    >>> reading = position_reading(Document(id="d1", title="", kind=Kind.TELEGRAM, body=body))
    >>> [(told.who, told.level.value, told.held) for told in reading.told]
    [('GOJ', 'preferred', 'the word “area”'), ('we', 'acceptable', '“zone”')]
    """
    told: list[Told] = []
    findings: list[Finding] = []
    for start, sentence in _sentences(document):
        if not _GATE.search(sentence):
            continue
        at = document.cite(start, start + len(sentence))
        found = tuple(_told(sentence, at, names))
        told += found
        if not found and _WEIGHTY.search(sentence) and not _SUPPOSED.search(sentence[: _weight(sentence)]):
            findings.append(_not_read(at))
    return Reading(tuple(told), tuple(findings))


def _weight(sentence: str) -> int:
    found = _WEIGHTY.search(sentence)
    return found.start() if found else 0


def _not_read(at: Citation) -> Finding:
    message = "It speaks of what somebody holds, and was not read as a position."
    return Finding("position-not-read", message, at, "Enter the position, if it is one.", Severity.NOTE)


def _sentences(document: Document) -> Iterator[tuple[int, str]]:
    """The sentences of the running text, each with its offset; a table and a heading hold none."""
    for start, block in zip(document.starts, document.body, strict=True):
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and _GATE.search(block.text):
            for first, last in sentences(block.text):
                yield start + first, block.text[first:last]


def _told(sentence: str, at: Citation, names: Names) -> Iterator[Told]:
    behind = 0
    for start in _places(sentence):
        if start < behind or _SUPPOSED.search(sentence[:start]):
            continue
        found = _parsed(sentence[start:])
        if found is None:
            continue
        level, who, held = found
        if _plain(who) == "we" and sentence[:start].count("“") > sentence[:start].count("”"):
            continue  # who is quoted is not the writer
        behind = start + len(who) + 1
        yield Told(at, sentence, _plain(who), level, held, names.of(_plain(who)))


def _places(sentence: str) -> Iterator[int]:
    """Where a clause may open with the name of somebody, or with a verb whose subject is left out."""
    for found in _STARTS.finditer(sentence):
        word = re.match(r"\w+", sentence[found.start() :])
        opens = found.start() == 0 and (_ELIDED.match(sentence) or sentence.startswith(("What we", "What I")))
        if opens or (word and _may_name(word.group()) and _opens_clause(sentence, found.start())):
            yield found.start()


def _may_name(word: str) -> bool:
    return word not in _NOT_NAMES and not (word[0].isupper() and word.endswith("ly"))


def _opens_clause(sentence: str, start: int) -> bool:
    """Whether a clause can open there: after a mark, a conjunction or a verb of saying. After a noun or a preposition
    it is a relative clause, or of another subject."""
    before = re.search(r"(\w+|[^\w\s])\s*$", sentence[:start])
    if before is None or not before[1][0].isalnum():
        return True
    word = before[1]
    if word.casefold() in ("the", "both"):
        return _opens_clause(sentence, before.start(1))
    if word == "acceptable" or sentence.startswith(("acceptable", "unacceptable", "not acceptable"), start):
        return True
    return not _inside_name(sentence, start) and (word.casefold() in _LEADS or word in _NOT_NAMES or word.isdigit()
                                                  or word.casefold().endswith("ly"))  # fmt: skip


#: Words after which a clause of its own may begin.
_LEADS = frozenset(
    "that and but or because since although though while whereas so hence therefore however then yet thus said says "
    "say told state states stated stressed indicated thinks think thought feel feels felt believe believes believed "
    "understand understands understood assume assumes suggest suggests suggested reported reports added replied "
    "repeated emphasized noted explained fear fears feared doubts know knows knew him me us them course now "
    "case also probable clear regret regrets regretted insisted agreed concluded appears appeared seems reiterated "
    "informed advised confirmed declared commented remarked observed recognize recognized aware agree out".split()
)


def _inside_name(sentence: str, start: int) -> bool:
    """Whether the word before is of the same name: the name is read from its beginning."""
    before = re.search(r"(\w+) (?:of (?:the )?)?$", sentence[:start])
    return before is not None and before[1][0].isupper() and before[1] not in _NOT_NAMES and sentence[start].isupper()


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("position.lark")
    return Lark(path.read_text(encoding="utf-8"), parser="lalr", lexer="contextual", propagate_positions=True)


def _parsed(words: str) -> tuple[Level, str, str] | None:
    """The level, the holder as printed and what is held, of words that open with a clause on a position."""
    try:
        tree = _grammar().parse(words[0].lower() + words[1:] if _ELIDED.match(words) else words)
    except UnexpectedInput:
        return None
    rules = {each.data: each for each in tree.iter_subtrees()}
    rule = next((name for name in _LEVELS if name in rules), "")
    rest = next((token for token in tree.children if isinstance(token, Token) and token.type == "REST"), None)
    if not rule or (rest is None and rule not in ("fits", "unfit")):
        return None
    named = rules.get("who") or rules.get("whose")
    printed = _words_of(named, words) if named is not None else ""
    held = words[rest.start_pos :] if rest is not None and rest.start_pos is not None else ""
    held = held.strip().rstrip(".").strip()
    held = "" if rule in ("fits", "unfit") else held
    if printed in ("The", "the") or held.startswith(";") or (rule not in ("fits", "unfit") and not held.strip(" .,:")):
        return None
    polite = _LEVELS[rule] is Level.PREFERRED and _plain(printed) == "we" and _COURTESY.match(held)
    return None if polite else (_LEVELS[rule], printed, held)


def _short(who: str) -> str:
    return re.sub(r" (?:Government|Govt)$", "", who)


def _words_of(tree: Tree[Token], words: str) -> str:
    return words[tree.meta.start_pos : tree.meta.end_pos]


def _plain(who: str) -> str:
    """A name without the article, the possessive, and the noun that says what it is the name of: 'Japanese side' is
    'Japanese'."""
    named = re.sub(r" (?:side|delegation|negotiators|officials|representatives|people|public|opinion)$", "", who)
    named = re.sub(r"^(?:The|the) |[’']s?$", "", named)
    return "we" if named in ("", "I", "We", "we", "our", "Our") else named
