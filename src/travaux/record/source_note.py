"""Reads the wording of a source note. What its grammar cannot place is None, never a guess."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Token
from lark.exceptions import UnexpectedInput

from travaux.record import file_number
from travaux.record.document import SourceNote
from travaux.record.marking import CLASS, CLASSES, OTHER, Marking, class_named
from travaux.record.sentences import sentences

#: How a note begins that says where the document is kept.
OPENS = re.compile(r"\W*(?:Sources?\b|source:)")
#: Words in a class sentence that speak of a part of the document, or of something else.
_OF_A_PART = re.compile(r"(?i)\b(?:enclosure|attachment|section|drafted|repeated|received)")
_CLASS_WORD = re.compile(r"(?i)\b(?:top secret|secret|confidential|restricted|unclassified|official use)\b")
_TITLES = frozenset(
    "Director Deputy Assistant Special Chief Officer Counselor Consul Regional Legal Acting First Second Chairman "
    "Member Executive".split()
)
#: Words of an office's full name: a comma or 'and' beside them may belong to it.
_OFFICE_WORDS = frozenset("Affairs Bureau Bureaus Office Offices Departments".split())


def parse(text: str, *, mark: str = "") -> SourceNote:
    """What the note says of file, classification, handling, and the people and posts it went through; `mark` is the
    printed one."""
    said = sentences(_main_part(text))
    place = next((i for i, sentence in enumerate(said[:9]) if i and _is_marking(sentence)), None)
    following = said[(place or 0) + 1 :]
    cut_short = text.rstrip().endswith(",")
    marking = _no_marking(text) if place is None else _marking(said[place])
    # Which verbs are there is seen without a pattern.
    small = "" if cut_short else "\n".join(following).lower()
    drafted, cleared, approved, repeated = (_named(verb, following) if verb in small else None for verb in _VERBS)
    return SourceNote(
        text=text,
        mark=mark,
        file_number=file_number.in_source(said[0]) if said else None,
        classification=marking.classification,
        handling=marking.handling,
        drafted_by=drafted,
        cleared_with=cleared,
        approved_by=approved,
        repeated_to=repeated,
    )


def _as_words(words: str) -> re.Pattern[str]:
    """A pattern of whole words in small letters or capitals. It begins with a letter, which is looked for fastest."""
    first = f"[{words[0]}{words[0].upper()}]"
    return re.compile(rf"{first}(?<!\w{first})(?i:{words[1:]})\b")


_VERBS = {verb: _as_words(verb) for verb in ("drafted", "cleared", "approved", "repeated")}
_SAID = (
    ("drafted_by", "drafted", _as_words("drafted (?:by|in)")),
    ("cleared_with", "cleared", _as_words("cleared (?:with|by|in|through)")),
    ("approved_by", "approved", _as_words("approved (?:by|in)")),
    ("repeated_to", "repeated", _as_words("repeated to")),
)


def unread(source: SourceNote) -> tuple[str, ...]:
    """The sentences of a source note that say who drafted, cleared, approved or was sent the document, and from which
    no names were taken because they are worded in a way that is not known."""
    small = source.text.lower()
    missing = [
        said
        for field, verb, said in _SAID
        if getattr(source, field) is None and verb in small and said.search(source.text)
    ]
    if not missing:
        return ()
    found = (
        sentence for sentence in sentences(_main_part(source.text)) if any(said.search(sentence) for said in missing)
    )
    return tuple(dict.fromkeys(found))


def _main_part(text: str) -> str:
    position = text.find("Source:")
    text = text[position:] if position > 0 else text
    return text.strip("[]") if text.count("[") != text.count("]") or text.startswith("[") else text


# -- classification and handling ------------------------------------------------------------------


def _is_marking(sentence: str) -> bool:
    return CLASS.match(sentence) is not None or OTHER.match(sentence) is not None


def _no_marking(text: str) -> Marking:
    """A note without a class sentence says there is none, unless it names a class elsewhere."""
    return Marking(None if _CLASS_WORD.search(text.replace("Secretary", "")) else "none")


@lru_cache(maxsize=1024)
def _marking(sentence: str) -> Marking:
    parts = [part.strip() for part in re.split(r"[;,]", sentence.rstrip(" .")) if part.strip()]
    first, rest = parts[0], tuple(parts[1:])
    if first.lower() in CLASSES:
        if _OF_A_PART.search(sentence):
            return Marking(None)
        return Marking(class_named(first), rest)
    named = {class_named(match.group()) for match in CLASS.finditer(sentence)}
    if not named:
        return Marking("none", tuple(parts))
    return Marking(named.pop() if len(named) == 1 and not _OF_A_PART.search(sentence) else None)


# -- names and posts ------------------------------------------------------------------------------


def _named(verb: str, said: Sequence[str]) -> tuple[str, ...] | None:
    """The list after `verb` in the first sentence that has it, when that is worded in the usual way."""
    as_word = _VERBS[verb]
    # Most sentences hold no such letters, which is seen without a pattern.
    sentence = next((words for words in said if verb in words.lower() and as_word.search(words)), None)
    if sentence is None:
        return None
    clauses = [words for verbs, words in _clauses(sentence.rstrip(" .")) if as_word.search(verbs)]
    return _list(clauses[0], places=verb == "repeated") if len(clauses) == 1 else None


@lru_cache(maxsize=4096)
def _clauses(sentence: str) -> tuple[tuple[str, str], ...]:
    """Each clause as its verbs and the words that follow them."""
    if not (_DIGIT.search(sentence) and _DIGIT.search(_ON_DATE.sub("", sentence))):
        return _clauses_at_once(sentence)
    try:
        tree = _grammar().parse(sentence, start="sentence")
    except UnexpectedInput:
        return ()
    found = []
    for clause in tree.find_data("clause"):
        tokens = [token for token in clause.children if isinstance(token, Token)]
        verbs = [token for token in tokens if token.type == "VERB"]
        words = tokens[len(verbs) :]
        rest = sentence[words[0].start_pos : words[-1].end_pos] if words else ""
        found.append((" ".join(verbs), rest.strip(" ;,")))
    return tuple(found)


#: A sentence has no figures but in such dates, which the grammar passes over where a word begins: what the terminals
#: match then tells the clauses. The parser says the same in ten times as long.
_DIGIT = re.compile(r"\d")
_ON_DATE = re.compile(
    r"on (?<![^\s,;]on )(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?"
    r"(?=[\s,;]|$)"
)
_BLANKS = re.compile(rf"(?:\s|{_ON_DATE.pattern})*")
_LAST_DATE = re.compile(rf"{_ON_DATE.pattern}\s*$")


def _clauses_at_once(sentence: str) -> tuple[tuple[str, str], ...]:
    lead, verb = _terminals()
    start = _behind_dates(sentence, 0)
    begun = lead.match(sentence, start)
    start = _behind_dates(sentence, begun.end()) if begun else start
    found = list[tuple[list[str], int, int]]()
    for match in verb.finditer(sentence, start):
        if not found and match.start() != start:
            break
        if found and _BLANKS.fullmatch(sentence, found[-1][2], match.start()):
            verbs, first, _ = found.pop()
            found.append(([*verbs, match.group()], first, match.end()))
        else:
            found.append(([match.group()], match.start(), match.end()))
    ends = [*(first for _, first, _ in found[1:]), len(sentence)]
    return tuple(
        [
            (" ".join(verbs), _without_dates(sentence, behind, end))
            for (verbs, _, behind), end in zip(found, ends, strict=False)
        ]
    )


def _behind_dates(sentence: str, start: int, end: int = sys.maxsize) -> int:
    """Where the blanks and the dates end that begin there."""
    skipped = _BLANKS.match(sentence, start, end)
    return skipped.end() if skipped else start


def _without_dates(sentence: str, start: int, end: int) -> str:
    """The words from `start` to `end` without the dates at either end, as the grammar does without them."""
    words = sentence[_behind_dates(sentence, start, end) : end]
    while "on " in words and (dated := _LAST_DATE.search(words)):
        words = words[: dated.start()]
    return words.strip().strip(" ;,")


@cache
def _terminals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a sentence may open with, and the verbs of its clauses, which begin where a word does."""
    lead, verb = (_grammar().get_terminal(name).pattern.to_regexp() for name in ("_LEAD", "VERB"))
    return re.compile(lead), re.compile(rf"(?:(?=[;,])|(?<![^\s,;]))(?:{verb})")


#: The commonest lists, which are read without the grammar: 'by Pell', 'to Dunmarch, New Halvern, and Rook'.
_WORD = r"(?!(?:[JS]r|I{2,3})\b)[A-Z][\w.’'/&–-]*"
_PLAIN_NAME = rf"{_WORD}(?: {_WORD})*(?: \((?!(?:[^()]* )?and )[^(),]+\))?"
_PLAIN = re.compile(
    rf"(?:(?P<place>to)|by|with|in) (?P<names>{_PLAIN_NAME}(?:, {_PLAIN_NAME})*(?:,? and {_PLAIN_NAME})?)"
)
_PARTED = re.compile(",? and |, ")


@lru_cache(maxsize=4096)
def _list(words: str, *, places: bool) -> tuple[str, ...] | None:
    plain = _PLAIN.fullmatch(words)
    if plain is not None and bool(plain["place"]) is places:
        named = tuple(_PARTED.split(plain["names"]))
        return named if all(_is_usual(name, place=places) for name in named) else None
    try:
        tree = _grammar().parse(words, start="places" if places else "people")
    except UnexpectedInput:
        return None
    names = [(str(name.children[0]), _end_of(name.children[0])) for name in tree.find_data("name")]
    names.sort(key=lambda name: name[1])
    for name, end in names[:-1]:
        if " for " in name and re.match(r" and (?!to )", words[end:]):  # 'London for Smith and Jones'
            return None
    found = tuple(name for name, _ in names)
    usual = all(_is_usual(name, place=places) for name in found)
    return tuple(name.removeprefix("the ") for name in found) if usual else None


def _end_of(name: object) -> int:
    return (name.end_pos or 0) if isinstance(name, Token) else 0


_IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def _is_usual(name: str, *, place: bool) -> bool:
    """A name, an office's symbol or a post; not an office spelled out with its own commas and 'and's."""
    inside = _IN_BRACKETS.search(name)
    words = (_IN_BRACKETS.sub("", name) if inside else name).replace(",", "").split()
    if len(name.split()) > 7 or _OFFICE_WORDS & set(words) or (inside and len(inside.group(1).split()) > 3):
        return False
    if words[0] == "the" and len(words) > 1 and words[1] in _TITLES and name != "the Director of Central Intelligence":
        return False
    return words[0] not in _TITLES and (place or not ({"for"} | _TITLES) & set(words))


@cache
def _grammar() -> Lark:
    path = Path(__file__).with_name("source_note.lark")
    return Lark(
        path.read_text(encoding="utf-8"), start=["sentence", "people", "places"], parser="lalr", lexer="contextual"
    )
