"""Cuts a passage into what an order is made of: places, wording, words of change, and what joins them.

Places are read by `address.lark`, wording by `quotes`, everything else by the table `lexis.lark`. Words without a
meaning for an order become NOISE; nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from travaux.amend.payloads import unquoted
from travaux.amend.quotes import Quotation, masked, quotations
from travaux.text import parse
from travaux.text.address import Address, Level, Step
from travaux.text.fold import GRAMMAR
from travaux.text.scan import LEVELS, Scanner, Token, scanner

_LEXIS = Path(__file__).with_name("lexis.lark").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a passage quotes or names, from `start` of the passage."""

    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a passage and its part in an order; `addresses` of a place, `quoted` of wording. `noun` is what the
    passage calls it: 'word', 'sentence', 'figure'."""

    kind: str
    start: int
    end: int
    words: str = ""
    addresses: tuple[Address, ...] = ()
    quoted: tuple[Wording, ...] = ()
    noun: str = ""


_VERBS = frozenset(
    "SUBSTITUTE REPLACE INSERT DELETE REWORD BECOME RENUMBER MOVE REVERSE RETAIN CONSIST USE MAKE OFFERED".split()
)
_WORD_NOUN = re.compile(r"(?:words?|phrases?|expressions?|figures?)$")
_DROPPED = frozenset({"SMALL", "DETERMINER", "ASIDE", "LEFT_OUT", "BE"})
_KEPT = (
    frozenset(
        "AFTER BEFORE BETWEEN AT_END AT_START EVERYWHERE INSTEAD THEREFOR FOR BY AS CHANGES ONLY REMAINING ACCORDINGLY COMMA "
        "AND SEMICOLON COLON FROM_WORDS UNTIL_WORDS".split()
    )
    | _VERBS
)
_INTRODUCING = frozenset({"READ", "FOLLOWS", "COLON", "DASH"})
_SIGNS = {
    "comma": ",",
    "semicolon": ";",
    "semi-colon": ";",
    "period": ".",
    "full stop": ".",
    "colon": ":",
    "hyphen": "-",
}
_LABEL = re.compile(
    r"(?:\d{1,2}(?= (?:the|in|at|a|after|paragraph|article|delete|insert|replace) )|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[A-H])[.)]|\(?\d{1,2} [.)])(?=\s|[A-Za-z“\"‘'(])"
)


def chunks(words: str) -> tuple[Chunk, ...]:
    """What a passage is made of, in order.

    >>> [chunk.kind for chunk in chunks("Article 4. Replace word “areas” with “waters.”")]
    ['UNIT', 'STOP', 'REPLACE', 'WORDS', 'BY', 'WORDS']
    """
    quoted = quotations(words)
    filled = masked(words, quoted)
    tokens = _labelled(_scanner().scan(filled), filled)
    return tuple(_merged(_Reader(words, filled, tokens, quoted).read()))


@cache
def _scanner() -> Scanner:
    return scanner(GRAMMAR + _LEXIS, "address unsaid word")


def _labelled(tokens: list[Token], words: str) -> list[Token]:
    """The tokens with the numbers and letters of items as LABEL, at the beginning and after a mark that ends."""
    found: list[Token] = []
    skip_to = 0
    for token in tokens:
        at = token.start
        if at < skip_to:
            continue
        label = _LABEL.match(words, at) if _may_begin(found, words, at) else None
        if label:
            skip_to = label.end()
            found.append(Token("LABEL", label.group(), at, skip_to))
        else:
            found.append(token)
    return found


def _may_begin(found: list[Token], words: str, at: int) -> bool:
    """Whether an item may begin at a character: after a mark that ends one, on a line of its own, or glued to the end
    of a quotation."""
    if not found or found[-1].kind in ("STOP", "COLON", "SEMICOLON", "LABEL") or "\n" in words[at - 2 : at]:
        return True
    if found[-1].kind in ("COMMA", "AND") and re.match(r"\(?[A-Z][.)] ?“", words[at : at + 5]):
        return True
    if found[-1].kind == "AND" and found[-2:-1] and found[-2].kind in ("SEMICOLON", "COMMA"):
        return words[at] == "(" or words[at + 1 : at + 2] == ")"
    return found[-1].kind == "QUOTE" and bool(re.match(r"\(?\w{1,3}[.)]? ?(?=\S)", words[at : at + 6]))


class _Reader:
    """Reads tokens from left to right; the last wording quoted is what 'the above clause' means."""

    def __init__(self, words: str, masked: str, tokens: list[Token], quoted: Sequence[Quotation]) -> None:
        self.words, self.masked, self.tokens = words, masked, tokens
        self.quotes = {one.start: one for one in quoted}
        self.last: Wording | None = None

    def read(self) -> list[Chunk]:
        found: list[Chunk] = []
        at = 0
        while at < len(self.tokens):
            chunk, at = self._next(at)
            if chunk is None:
                continue
            if found and self._breaks(found[-1], chunk):
                found.append(Chunk("STOP", chunk.start, chunk.start))
            found.append(chunk)
            if chunk.words.endswith(":") and self._announces(found):
                text = unquoted(self.words, self.masked, chunk.end)
                if text is not None:
                    found.append(Chunk("TEXT", *text, quoted=(Wording(self.words[slice(*text)], text[0]),)))
                    while at < len(self.tokens) and self.tokens[at].start < text[1]:
                        at += 1
        return found

    def _breaks(self, before: Chunk, chunk: Chunk) -> bool:
        """Whether a sentence ends between two chunks without a mark outside: with the full stop of a quotation, or where
        a heading in capitals begins ('ARTICLE iii, clause 2')."""
        between = self.words[before.end : chunk.start]
        heading = chunk.kind == "UNIT" and re.match(r"(?:ARTICLE|ANNEX)\b", chunk.words) is not None
        if heading:
            return before.kind not in ("STOP", "LABEL", "UNIT", "OF", "IN", "TO", "FOR", "AND", "COMMA")
        ended = before.kind == "WORDS" and before.words.rstrip("”\"’'")[-1:] in tuple(".!?")
        return ended and between.isspace() and self.words[chunk.start].isupper()

    @staticmethod
    def _announces(found: list[Chunk]) -> bool:
        """Whether what stands before a colon says that a wording follows."""
        if len(found) < 2 or found[-1].kind == "FOLLOWS":
            return found[-1].kind == "FOLLOWS"
        said = []
        for chunk in reversed(found[:-1]):
            if chunk.kind in ("STOP", "LABEL", "SEMICOLON", "WORDS"):
                break
            said.append(chunk.kind)
        near = said[:1] in (["SUBSTITUTE"], ["BY"], ["READ"], ["FOLLOWS"])
        return near or ("NEW" in said and bool({"INSERT", "REPLACE", "SUBSTITUTE", "REWORD", "READ"} & set(said)))

    def _next(self, at: int) -> tuple[Chunk | None, int]:
        token = self.tokens[at]
        place = self._place(at)
        if place:
            return place
        if token.kind == "QUOTE":
            return self._wording(at, at)
        if token.kind in ("NOUN", "FOLLOWING", "NEW_ONE"):
            return self._named(at)
        if token.kind == "ORDINAL":
            counted = self._counted(at)
            if counted:
                return counted
        if token.kind == "MARK_NAMED":
            sign = _SIGNS[re.sub(r"(?i)^(?:an?|the) ", "", token.words.lower())]
            return self._chunk("WORDS", at, at + 1, quoted=(Wording(sign, token.start),)), at + 1
        if token.kind == "SHORT":
            return self._chunk("UNIT", at, at + 1, addresses=parse.parse_all(token.words)), at + 1
        if token.kind == "ANAPHOR":
            return self._meant(at)
        if token.kind == "OF":
            kind = {"of": "OF", "to": "TO"}.get(token.words.lower(), "IN")
            return self._chunk(kind, at, at + 1), at + 1
        if token.kind in _DROPPED or self._is_mark(at):
            return None, at + 1
        return self._chunk(self._kind(at), at, at + 1), at + 1

    def _is_mark(self, at: int) -> bool:
        """Whether a token is only a sign, or the number of a note right after a quotation."""
        token = self.tokens[at]
        noted = at > 0 and self.tokens[at - 1].kind == "QUOTE" and token.start == self.tokens[at - 1].end
        return token.kind == "WORD" and (
            not any(sign.isalnum() for sign in token.words) or (noted and token.words.isdecimal())
        )

    def _kind(self, at: int) -> str:
        token = self.tokens[at]
        if token.kind == "STOP":
            return "STOP" if self._stops(at) else "NOISE"
        if token.kind in _KEPT or token.kind in _INTRODUCING or token.kind in ("LABEL", "INSTRUMENT"):
            return token.kind
        return "NOISE"

    def _stops(self, at: int) -> bool:
        """Whether a full stop ends a sentence, and not an abbreviation."""
        after = self.words[self.tokens[at].end :][:2]
        before = self.tokens[at - 1] if at else None
        initial = (
            before is not None
            and before.kind == "WORD"
            and before.words[-1:].isupper()
            and before.words[-2:-1] in ("", " ")
        )
        # 'U.S. view': the sentence goes on in small letters.
        initial = initial or (
            before is not None and before.words[-2:-1] == "." and after[:1] == " " and after[1:].islower()
        )
        return not initial and (not after.strip() or after[0].isspace() or after[0].isalnum() or after[0] in "“\"‘('")

    def _place(self, at: int) -> tuple[Chunk, int] | None:
        """A place that begins here, 'new' or not."""
        first = at
        while first < len(self.tokens) and self.tokens[first].kind in ("DETERMINER", "FOLLOWING", "NEW_ONE", "SMALL"):
            first += 1
        if first >= len(self.tokens) or self.tokens[first].kind not in _BEGINNING:
            return None
        named = parse.read_at(self.tokens[: self._end_of_numbers(first)], first)
        if named is None or (self.tokens[first].kind == "QUOTE" and not self._is_opened(first, named.last)):
            return None
        new = bool({"NEW_ONE", "FOLLOWING"} & {token.kind for token in self.tokens[at:first]})
        addresses = tuple(self._quoted(address, first, named.last, new=new) for address in named.addresses)
        last_step = addresses[0].steps[-1]
        if len(addresses[0].steps) == 1 and not last_step.value:
            if last_step.level in (Level.POINT, Level.LINE, Level.PAGE):
                return self._chunk("NOISE", at, named.last), named.last
            if last_step.level in _COUNTED and not new and self._has_wording(named.last):
                # 'sentence “...”': what the wording is, not where.
                return self._wording(at, named.last)
        return self._chunk("NEW" if new else "UNIT", at, named.last, addresses=addresses), named.last

    def _end_of_numbers(self, first: int) -> int:
        """How far an address may reach: numbers without a unit ('becomes (b)') go no further than the row of them."""
        if self.tokens[first].kind != "NUMBER":
            return len(self.tokens)
        at = first
        while at + 2 < len(self.tokens) and self._joins_numbers(at + 1):
            at += 2
        return at + 1

    def _joins_numbers(self, at: int) -> bool:
        joining = self.tokens[at].kind in ("AND", "COMMA", "TO") or self.tokens[at].words.lower() == "to"
        return joining and self.tokens[at + 1].kind == "NUMBER"

    def _is_opened(self, first: int, last: int) -> bool:
        """Whether a quotation says how a recital or paragraph begins, and not what stands before one."""
        numbered = first + 2 < len(self.tokens) and self.tokens[first + 2].kind == "NUMBER"
        before = self.tokens[first - 1].kind if first else ""
        after = self.tokens[last].kind if last < len(self.tokens) else ""
        placed = before in ("BEFORE", "AFTER", "OF", "DETERMINER") or last > first + 2 or after == "BE"
        return not numbered and (placed or self.tokens[first + 1].kind == "RECITAL")

    def _quoted(self, address: Address, first: int, last: int, *, new: bool) -> Address:
        """The address with the words that it quotes, and without units that only point back ('of that article')."""
        steps = []
        for step in address.steps:
            if set(step.value.strip("“”")) == {"_"}:
                quote = next(self.quotes[t.start] for t in self.tokens[first:last] if t.kind == "QUOTE")
                step = replace(step, value=self.words[quote.first : quote.last].rstrip(",. "))
            # 'a sentence in the Preamble' is not the Preamble; 'paragraph 2 of that Article' is paragraph 2.
            innermost = step == address.steps[-1] and (new or step.level is not Level.ARTICLE)
            if step.value or step.level not in _COUNTED or innermost:
                steps.append(step)
        return Address(tuple(steps) or address.steps)

    def _has_wording(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].kind == "QUOTE"

    def _named(self, at: int) -> tuple[Chunk | None, int]:
        """'the words “...”', 'following language', 'a new sentence': wording, or wording to come."""
        first, new = at, False
        while at < len(self.tokens) and self.tokens[at].kind in ("NOUN", "FOLLOWING", "NEW_ONE", "SMALL", "DETERMINER"):
            new = new or self.tokens[at].kind in ("FOLLOWING", "NEW_ONE")
            at += 1
        named_words = _WORD_NOUN.match(self._noun(first, at))
        if not new and self._has_wording(at + 1):
            colon = self.tokens[at].kind == "COLON" and named_words
            at += bool(colon or self.tokens[at].kind == "AS")  # 'the words: ...', 'some such phrase as “...”'
        if at < len(self.tokens) and self.tokens[at].kind == "QUOTE":
            return self._wording(first, at)
        place = self._place(at) if new and at < len(self.tokens) else None
        if place:
            return Chunk("NEW", self.tokens[first].start, place[0].end, addresses=place[0].addresses), place[1]
        if new and at < len(self.tokens) and self.tokens[at].kind == "CHANGES":
            return self._chunk("CHANGES", first, at + 1), at + 1
        if new:
            return self._chunk("NEW", first, at, noun=self._noun(first, at)), at
        # 'the text of paragraph 6' is paragraph 6.
        if at < len(self.tokens) and self.tokens[at].words.lower() in ("of", "in"):
            place = self._place(at + 1)
            if place:
                return place
        return self._chunk("STRETCH", first, at, noun=self._noun(first, at)), at

    def _counted(self, at: int) -> tuple[Chunk, int] | None:
        """'first “such”', 'the last word “and”': which of several."""
        last = at + 1
        while last < len(self.tokens) and self.tokens[last].kind in ("NOUN", "SMALL"):
            last += 1
        if not self._has_wording(last):
            return None
        chunk, end = self._wording(at, last)
        return replace(chunk, noun=self.tokens[at].words.lower()), end

    def _noun(self, first: int, last: int) -> str:
        nouns = [
            token.words.lower() for token in self.tokens[first:last] if token.kind == "NOUN" or token.kind in LEVELS
        ]
        return nouns[-1] if nouns else ""

    def _wording(self, first: int, at: int) -> tuple[Chunk, int]:
        quote = self.quotes[self.tokens[at].start]
        self.last = Wording(self.words[quote.first : quote.last], quote.first)
        end = at + 1 + self._is_called(at + 1)
        return self._chunk("WORDS", first, end, quoted=(self.last,), noun=self._noun(first, at)), end

    def _is_called(self, at: int) -> bool:
        """Whether a word after a quotation only says what it is: '“civil war” clause in Article I'."""
        if at + 1 >= len(self.tokens):
            return False
        called = self.tokens[at].kind == "CLAUSE" or (
            self.tokens[at].kind == "NOUN" and self.tokens[at].words.lower() != "text"
        )
        return called and self.tokens[at + 1].kind in ("OF", "BE", "STOP", "COMMA")

    def _meant(self, at: int) -> tuple[Chunk, int]:
        if self.last is None:
            return self._chunk("NOISE", at, at + 1), at + 1
        return self._chunk("WORDS", at, at + 1, quoted=(self.last,)), at + 1

    def _chunk(
        self,
        kind: str,
        first: int,
        last: int,
        *,
        addresses: tuple[Address, ...] = (),
        quoted: tuple[Wording, ...] = (),
        noun: str = "",
    ) -> Chunk:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Chunk(kind, start, end, self.words[start:end], addresses, quoted, noun)


_COUNTED = frozenset({Level.ARTICLE, Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.SENTENCE, Level.CLAUSE, Level.RECITAL})
_BEGINNING = LEVELS | {"ORDINAL", "PORTION", "QUOTE", "DEFINITION", "NUMBER"}


def _merged(found: list[Chunk]) -> list[Chunk]:
    """Marks and words that only introduce wording as one INTRO; words without a meaning in a row as one NOISE; a text
    that is named ('of the convention') with the words that join it, dropped."""
    merged: list[Chunk] = []
    for chunk in found:
        before = merged[-1] if merged else None
        if chunk.kind == "AND" and before is not None and before.kind == "AND":
            continue
        if chunk.kind == "NOISE" and before is not None and before.kind == "NOISE":
            merged[-1] = _joined(before, chunk, "NOISE")
        elif chunk.kind == "WORDS" and before is not None and before.kind in _INTRODUCING:
            while len(merged) > 1 and merged[-2].kind in _INTRODUCING:
                merged[-2:] = [_joined(merged[-2], merged[-1], "READ")]
            merged[-1:] = [_joined(merged[-1], merged[-1], "INTRO"), chunk]
        elif chunk.kind == "INSTRUMENT" and before is not None and _is_statement(chunk, before):
            # An agreed minute holds a statement of each side: 'first sentence Japanese statement'.
            side = Step(Level.PORTION, re.sub(r"(?i)^the ", "", chunk.words))
            inner = before.addresses or (Address((side,)),)
            places = tuple(Address((side, *one.steps)) if before.addresses else one for one in inner)
            if before.kind == "UNIT":
                merged[-1] = replace(_joined(before, chunk, "UNIT"), addresses=places)
            else:
                merged.append(replace(chunk, kind="UNIT", addresses=places))
        elif chunk.kind == "INSTRUMENT" and before is not None and _leads_to_name(before):
            merged[-1] = _joined(before, chunk, "TEXT_NAMED")
        elif chunk.kind == "UNIT" and [one.kind for one in merged[-3:]] == ["AS", "REWORD", "BY"]:
            # 'paragraph 5, as amended by Article 1, ...'
            merged[-3:] = []
        elif chunk.kind == "UNIT" and [one.kind for one in merged[-4:]] == ["UNIT", "OF", "STRETCH", "COMMA"]:
            # 'the second sentence of the existing text, paragraph 9'
            inner = tuple(one.within(chunk.addresses[0]) for one in merged[-4].addresses)
            merged[-4:] = [replace(_joined(merged[-4], chunk, "UNIT"), addresses=inner)]
        elif chunk.kind == "NOISE" and before is not None and before.kind in ("OF", "IN", "TO", "AT_END", "FOR", "BY"):
            merged[-1] = _joined(before, chunk, "NOISE")
        else:
            merged.append(chunk)
    return merged


def _is_statement(chunk: Chunk, before: Chunk) -> bool:
    named = re.fullmatch(r"(?:[Tt]he )?[A-Z]\w+ statement", chunk.words)
    return named is not None and before.kind in ("UNIT", "IN", "OF")


def _leads_to_name(before: Chunk) -> bool:
    """Whether a chunk joins a text that is named after it: 'of the', 'in the President's'."""
    joined = before.kind == "NOISE" and re.match(r"(?i)(?:of|in|to|from|for)\b(?: \S+){1,3}$", before.words)
    return before.kind in ("OF", "IN", "TO", "FOR") or bool(joined)


def _joined(one: Chunk, other: Chunk, kind: str) -> Chunk:
    return Chunk(kind, one.start, other.end, f"{one.words} {other.words}" if other is not one else one.words)
