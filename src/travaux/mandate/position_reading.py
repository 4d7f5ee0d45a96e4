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
from travaux.mandate.nothing import nothing
from travaux.mandate.position import Actor, Level, Voice
from travaux.mandate.position_clauses import supposed
from travaux.mandate.position_places import Place, may_name, opens_elided, places
from travaux.mandate.position_subjects import is_pronoun, meant, names_in
from travaux.mandate.position_undone import undone
from travaux.record.document import BlockKind, Document
from travaux.text.grammar import grammar
from travaux.text.sentences import sentences

_LEVELS = {
    "prefers": Level.PREFERRED,
    "insists": Level.MINIMUM,
    "accepts": Level.ACCEPTABLE,
    "excludes": Level.EXCLUDED,
    "aims": Level.MAXIMUM,
    "fits": Level.ACCEPTABLE,
    "unfit": Level.EXCLUDED,
    "urges": Level.PREFERRED,
    "viewed": Level.PREFERRED,
    "should": Level.PREFERRED,
    "wise": Level.PREFERRED,
    "shall": Level.MINIMUM,
    "shun": Level.EXCLUDED,
    "seen_not": Level.EXCLUDED,
    "we_ought_not": Level.EXCLUDED,
    "we_ought": Level.PREFERRED,
    "it_is_good": Level.PREFERRED,
    "it_is_bad": Level.EXCLUDED,
    "claims_good": Level.ACCEPTABLE,
    "claims_no": Level.EXCLUDED,
    "claims_must": Level.MINIMUM,
    "claims_so": Level.PREFERRED,
    "most": Level.MAXIMUM,
    "must": Level.MINIMUM,
    "never": Level.EXCLUDED,
}
#: Whose holder stands behind the verb: what is held is before it.
_BEHIND = frozenset(("fits", "unfit", "urges"))
#: Said by the writer without a word for him: "it is believed that".
_WRITERS = frozenset(("led", "it_is", "it_is_asked", "it_is_good", "it_is_bad", "we_ought", "we_ought_not"))
#: Words without which nobody holds anything; most sentences have none of them, which is seen without a grammar.
_GATE = re.compile(
    r"(?i)\b(?:prefer|insist|demand|object|oppos|accept|unaccept|reject|refus|settle for|position|favor|favour|"
    r"agree|concur|prepared|willing|ready to|unwilling|reluctan|agreeable|minimum|maximum|want|wish|desir|hope|propos|"
    r"must|should|shld|essential|consent|"
    r"would like|importance|urg|pleads?|pleaded|resist|declin|exception|anxious|eager|"
    r"welcom|support|approv|endors|acquiesc|go along|view|opinion|request|ask|sought|seek|pleased|unwise|desirable|"
    r"better|appeal|determin|intention|disposed|appreciate|difficult|satisf|advisable|turned down|ruled out|recommend|"
    r"suggest|disagree|ready|hostil|plea\b|willingness|adamant|receptive|assent|had to|have to|has to|keen)"
)
_WEIGHTY = re.compile(r"(?i)\b(?:minimum|maximum|insist|unacceptable|preferred|cannot accept|fallback|non-negotiable)")
#: What a writer would like of the reader is an order or a courtesy.
_COURTESY = re.compile(
    r"(?:that )?(?:you|your|ur|yr)\b|"
    r"to (?:say|express|thank|stress|emphasi[sz]e|assure|add|point|know|hear|see|have your|"
    r"call|refer|give you|reaffirm|confirm|draw|underline|repeat|suggest|ask|request|discuss|raise|be clear|take this|"
    r"remind|acknowledge|transmit|mention|inform|tell|pass on|appear|make it|go into|make clear)\b|"
    r"(?:Embassy|Ambassador|Mission|Consulate|Legation|Embassies|Ambassadors|further|early|any|Department[’']s|"
    r"instructions|guidance|advice|comments|views)\b"
)
_Parsed = tuple[Level, str, str, int]
#: Before who holds something, and before what is acceptable to somebody.
_NEVER = re.compile(
    r"(?i)\b(?:at no time|never|by no means|(?:in|under|on) no \w+|nor|neither) "
    r"(?:did|does|do|would|could|can|will)\s*$"
)
_NO_SUBJECT = re.compile(
    r"(?:^|[.;:,] |\b(?:said|says|stated|felt|thought|believed|added|replied|told \w+) that )"
    r"(?:[Nn]o|[Nn]othing|[Nn]one|[Nn]either)\b[^.;:]*$"
)
_TO = re.compile(r"(?:to|on|with|in) ")
_NOT_UNFIT = re.compile(r"(?i)\bnot\s*$")
_SPEAKER = re.compile(r"(?P<who>(?:(?:The|Mr\.|Mrs\.|Dr\.|Sir) )?[A-Z][\w’.-]+(?: [A-Z][\w’.-]+){0,3}):\s")


@dataclass(frozen=True, slots=True)
class Told:
    """A position that a passage tells. `who` is as printed, "we" for the writer; `actor` where that name is known.
    `held` are the words of what is held, `issue` the id of the issue where the passage is on one. Where the passage
    has "he", "they" or no subject, `who` is the one named before, which is an assumption; `said` is then the word that
    it has, "" for none.
    """

    at: Citation
    words: str
    who: str
    level: Level
    held: str
    actor: Actor | None = None
    issue: str = ""
    said: str | None = None


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
    for sentence in _sentences(document):
        at = document.cite(sentence.start, sentence.start + len(sentence.words))
        found = tuple(_told(sentence, at, names))
        told += found
        weighs = _WEIGHTY.search(sentence.words)
        if not found and weighs and not supposed(sentence.words, weighs.start()):
            findings.append(_not_read(at))
    return Reading(tuple(told), tuple(findings))


def _not_read(at: Citation) -> Finding:
    message = "It speaks of what somebody holds, and was not read as a position."
    return Finding("position-not-read", message, at, "Enter the position, if it is one.", Severity.NOTE)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, what stands before it in its paragraph and the one above, and who speaks it, where that is told."""

    start: int
    words: str
    before: str
    speaker: str
    names: frozenset[str]


def _sentences(document: Document) -> Iterator[_Sentence]:
    """The sentences of the running text that may tell a position; a table and a heading hold none."""
    above, names = "", names_in(document.text)
    for start, block in zip(document.starts, document.body, strict=True):
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            continue
        if _GATE.search(block.text):
            spoken = _SPEAKER.match(block.text)
            for first, last in sentences(block.text):
                if _GATE.search(block.text, first, last):
                    before = f"{above}\n{block.text[:first]}"
                    yield _Sentence(start + first, block.text[first:last], before, _speaker(spoken), names)
        above = block.text


def _speaker(spoken: re.Match[str] | None) -> str:
    return spoken["who"] if spoken and may_name(spoken["who"].split()[0]) else ""


def _told(sentence: _Sentence, at: Citation, names: Names) -> Iterator[Told]:
    words, behind = sentence.words, 0
    if words.rstrip(' ”"').endswith("?"):
        return  # who is asked holds nothing yet
    for place in places(words):
        found = _parsed(words[place.start :], place) if place.start >= behind else None
        if found is None:
            continue
        level, printed, held, until = _turned(found, words[: place.start])
        who = _plain(place.subject if place.elided and place.subject else printed)
        stands = undone(level, held, words[: place.start], who)
        if stands is None:
            continue
        if (who == "we" or is_pronoun(who)) and words[: place.start].count("“") > words[: place.start].count("”"):
            continue  # who is quoted is not the writer
        said = None
        if is_pronoun(who) or (place.elided and place.subject):
            said, who = printed, _referred(who, sentence, place.start)
        elif who == "we" and sentence.speaker:
            said, who = printed, _plain(sentence.speaker)
        if who:
            behind = place.start + until
            yield Told(at, words, who, stands, held, names.of(who), "", said)


def _turned(found: _Parsed, before: str) -> _Parsed:
    """A position on nothing, or with a negation before it, as the contrary: who can accept no change excludes one."""
    level, printed, held, until = found
    to = _TO.match(held)
    first = to.end() if to else 0
    none = nothing(held, first) if level in (Level.ACCEPTABLE, Level.PREFERRED) else 0
    if none:
        return Level.EXCLUDED, printed, held[:first] + held[first + none :], until
    if level is Level.ACCEPTABLE and (_NEVER.search(before) or (not held and _NO_SUBJECT.search(before))):
        return Level.EXCLUDED, printed, held, until
    if level is Level.EXCLUDED and not held and _NOT_UNFIT.search(before):
        return Level.ACCEPTABLE, printed, held, until
    return found


def _referred(who: str, sentence: _Sentence, start: int) -> str:
    """Whom a pronoun speaks of, or the name that it is."""
    found = meant(who, sentence.before + sentence.words[:start], sentence.names) if is_pronoun(who) else who
    return _plain(found) if found else ""


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("position.lark")
    return Lark(grammar(path), parser="lalr", lexer="contextual", propagate_positions=True)


def _parsed(words: str, place: Place) -> _Parsed | None:
    """The level, the holder as printed, what is held, and how far what tells it goes, of words that open with a clause
    on a position."""
    try:
        small = place.start == 0 and opens_elided(words)
        tree = _grammar().parse(words[0].lower() + words[1:] if small else words)
    except UnexpectedInput:
        return None
    rules = {each.data: each for each in tree.iter_subtrees()}
    rule = next((name for name in _LEVELS if name in rules), "")
    named = rules.get("who") or rules.get("owner")
    if not rule or (named is None and not place.elided and not rules.keys() & _WRITERS):
        return None
    printed = _words_of(named, words) if named is not None else ""
    held, until = _held(tree, words)
    if printed in ("The", "the") or held.startswith(";") or (rule not in _BEHIND and not held):
        return None
    polite = _LEVELS[rule] is Level.PREFERRED and _plain(printed) == "we" and _COURTESY.match(held)
    return None if polite else (_LEVELS[rule], printed, "" if rule in _BEHIND else held, max(until, 1))


_SEEN = frozenset(("FILL", "SHOULD", "SHALL", "SHUN", "WISE"))


def _held(tree: Tree[Token], words: str) -> tuple[str, int]:
    """What is held: from the words that say what ought to be, else what the clause ends with; and how far the words go
    that tell it."""
    tokens = sorted(
        (token for token in tree.scan_values(lambda token: isinstance(token, Token)) if token.start_pos is not None),
        key=lambda token: token.start_pos or 0,
    )
    seen = [token for token in tokens if token.type in _SEEN or token.type == "REST"]
    if not seen or seen[0].start_pos is None:
        return "", tokens[-1].end_pos or 0 if tokens else 0
    until = next((token.end_pos for token in seen if token.type in _SEEN - {"FILL"}), None)
    return words[seen[0].start_pos :].strip().rstrip(".").strip(" .,:"), until or seen[0].start_pos


def _short(who: str) -> str:
    return re.sub(r" (?:Government|Govt)$", "", who)


def _words_of(tree: Tree[Token], words: str) -> str:
    return words[tree.meta.start_pos : tree.meta.end_pos]


def _plain(who: str) -> str:
    """A name without the article, the possessive, and the noun that says what it is the name of: 'Japanese side' is
    'Japanese'."""
    named = re.sub(r" (?:side|delegation|negotiators|officials|representatives|people|public|opinion)$", "", who)
    named = re.sub(r"^(?:The|the) |[’']s?$", "", named)
    if re.fullmatch(r"(?i)(?:my|our) (?:government|delegation)", named):
        return "we"
    return "we" if named in ("", "I", "We", "we", "us", "me", "our", "Our", "my", "My") else named
