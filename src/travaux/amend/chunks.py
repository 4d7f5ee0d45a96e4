"""Cuts a passage into what an order is made of: places, wording, words of change, and what joins them.

Places are read by `address.lark`, wording by `quotes`, everything else by the table `lexis.lark`. Words without a
meaning for an order become NOISE; nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from travaux.amend.chunk import Chunk, Wording
from travaux.amend.labels import labelled
from travaux.amend.merging import INTRODUCING, merged
from travaux.amend.payloads import unquoted
from travaux.amend.quotes import Quotation, masked, quotations
from travaux.errors import UnreadableAddress
from travaux.text.address import Address, Level
from travaux.text.fold import GRAMMAR
from travaux.text.grammar import grammar
from travaux.text.parse import parse_all, read_at
from travaux.text.scan import LEVELS, Scanner, Token, scanner

_LEXIS = grammar(Path(__file__).with_name("lexis.lark"))


_VERBS = frozenset(
    "SUBSTITUTE REPLACE INSERT DELETE REWORD BECOME RENUMBER MOVE REVERSE RETAIN CONSIST USE MAKE OFFERED".split()
)
_NOMINAL = frozenset({"NOUN", "FOLLOWING", "NEW_ONE", "SMALL", "DETERMINER"})
_WORD_NOUN = re.compile(r"(?:words?|phrases?|expressions?|figures?)$")
_DROPPED = frozenset({"SMALL", "DETERMINER", "ASIDE", "LEFT_OUT", "BE"})
_KEPT = _VERBS.union(
    "AFTER BEFORE BETWEEN AT_END AT_START EVERYWHERE INSTEAD THEREFOR FOR BY AS CHANGES ONLY REMAINING".split(),
    "ACCORDINGLY COMMA AND SEMICOLON COLON FROM_WORDS UNTIL_WORDS LABEL INSTRUMENT".split(),
    INTRODUCING,
)
_HEADING = re.compile(r"(?:ARTICLE|ANNEX)\b")
_BEFORE_HEADING = frozenset("STOP LABEL UNIT OF IN TO FOR AND COMMA".split())
_SIGNS = {
    "comma": ",",
    "semicolon": ";",
    "semi-colon": ";",
    "period": ".",
    "full stop": ".",
    "colon": ":",
    "hyphen": "-",
}


class Cut(NamedTuple):
    """A passage cut into tokens: its words, the same with every quotation filled, the quotations, and the tokens."""

    words: str
    filled: str
    quoted: tuple[Quotation, ...]
    tokens: tuple[Token, ...]

    @property
    def chunks(self) -> tuple[Chunk, ...]:
        """What the passage is made of, in order."""
        return merged(_Reader(self).read())


def cut(words: str) -> Cut:
    """The tokens of a passage."""
    quoted = quotations(words)
    filled = masked(words, quoted)
    return Cut(words, filled, quoted, tuple(labelled(_scanner().scan(filled), filled)))


def chunks(words: str) -> tuple[Chunk, ...]:
    """What a passage is made of, in order.

    >>> [chunk.kind for chunk in chunks("Article 4. Replace word “areas” with “waters.”")]
    ['UNIT', 'STOP', 'REPLACE', 'WORDS', 'BY', 'WORDS']
    """
    return cut(words).chunks


@cache
def _scanner() -> Scanner:
    return scanner(GRAMMAR + _LEXIS, "address unsaid word")


class _Reader:
    """Reads tokens from left to right; the last wording quoted is what 'the above clause' means."""

    def __init__(self, cut: Cut) -> None:
        self.words, self.masked, self.tokens = cut.words, cut.filled, cut.tokens
        self.quotes = {one.start: one for one in cut.quoted}
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
        """Whether a sentence ends between two chunks without a mark outside: with the full stop of a quotation, or
        where a heading in capitals begins ('ARTICLE iii, clause 2')."""
        if chunk.kind == "UNIT" and _HEADING.match(chunk.words):
            return before.kind not in _BEFORE_HEADING
        if before.kind != "WORDS" or not before.words.rstrip("”\"’'").endswith((".", "!", "?")):
            return False
        return self.words[before.end : chunk.start].isspace() and self.words[chunk.start].isupper()

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
        kind = self.tokens[at].kind
        if kind == "WORD":
            return None if self._is_mark(at) else self._chunk("NOISE", at, at + 1), at + 1
        if kind in _OF_PLACES:
            place = self._place(at)
            if place:
                return place
        read = _READERS.get(kind)
        if read is not None:
            return read(self, at)
        if kind in _DROPPED:
            return None, at + 1
        return self._chunk(self._kind(at), at, at + 1), at + 1

    def _mark_named(self, at: int) -> tuple[Chunk, int]:
        """'a comma': the sign."""
        token = self.tokens[at]
        sign = _SIGNS[re.sub(r"(?i)^(?:an?|the) ", "", token.words.lower())]
        return self._words(at, at + 1, Wording(sign, token.start)), at + 1

    def _short(self, at: int) -> tuple[Chunk, int]:
        """'IX, 5': an article and a paragraph."""
        try:
            return self._chunk("UNIT", at, at + 1)._replace(addresses=parse_all(self.tokens[at].words)), at + 1
        except UnreadableAddress:
            return self._chunk("NOISE", at, at + 1), at + 1

    def _preposition(self, at: int) -> tuple[Chunk, int]:
        kind = {"of": "OF", "to": "TO"}.get(self.tokens[at].words.lower(), "IN")
        return self._chunk(kind, at, at + 1), at + 1

    def _is_mark(self, at: int) -> bool:
        """Whether a word is only a sign, or the number of a note right after a quotation."""
        token = self.tokens[at]
        if token.words.isdecimal():
            return at > 0 and self.tokens[at - 1].kind == "QUOTE" and token.start == self.tokens[at - 1].end
        return not (token.words[0].isalnum() or any(map(str.isalnum, token.words)))

    def _kind(self, at: int) -> str:
        token = self.tokens[at]
        if token.kind == "STOP":
            return "STOP" if self._stops(at) else "NOISE"
        return token.kind if token.kind in _KEPT else "NOISE"

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
        while self._kind_at(first) in _AHEAD:
            first += 1
        if self._kind_at(first) not in _BEGINNING:
            return None
        named = read_at(self.tokens[: self._end_of_numbers(first)], first)
        if named is None or (self.tokens[first].kind == "QUOTE" and not self._is_opened(first, named.last)):
            return None
        new = bool({"NEW_ONE", "FOLLOWING"} & {token.kind for token in self.tokens[at:first]})
        addresses = tuple(self._quoted(address, first, named.last, new=new) for address in named.addresses)
        last_step = addresses[0].steps[-1]
        if len(addresses[0].steps) == 1 and not last_step.value:
            if last_step.level in _LOOSE:
                return self._chunk("NOISE", at, named.last), named.last
            if last_step.level in _COUNTED and not new and self._kind_at(named.last) == "QUOTE":
                # 'sentence “...”': what the wording is, not where.
                return self._wording(at, named.last)
        chunk = self._chunk("NEW" if new else "UNIT", at, named.last)
        return chunk._replace(addresses=addresses), named.last

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
        before, after = self._kind_at(first - 1), self._kind_at(last)
        placed = before in ("BEFORE", "AFTER", "OF", "DETERMINER") or last > first + 2 or after == "BE"
        recital = self._kind_at(first + 1) == "RECITAL"
        return self._kind_at(first + 2) != "NUMBER" and (placed or recital)

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

    def _named(self, at: int) -> tuple[Chunk | None, int]:
        """'the words “...”', 'following language', 'a new sentence': wording, or wording to come."""
        first, new = at, False
        while self._kind_at(at) in _NOMINAL:
            new = new or self.tokens[at].kind in ("FOLLOWING", "NEW_ONE")
            at += 1
        if not new and self._kind_at(at + 1) == "QUOTE":
            # 'the words: “...”', 'some such phrase as “...”'
            colon = self._kind_at(at) == "COLON" and _WORD_NOUN.match(self._noun(first, at))
            at += bool(colon or self._kind_at(at) == "AS")
        if self._kind_at(at) == "QUOTE":
            return self._wording(first, at)
        if new:
            return self._to_come(first, at)
        # 'the text of paragraph 6' is paragraph 6.
        if at < len(self.tokens) and self.tokens[at].words.lower() in ("of", "in"):
            place = self._place(at + 1)
            if place:
                return place
        return self._chunk("STRETCH", first, at)._replace(noun=self._noun(first, at)), at

    def _to_come(self, first: int, at: int) -> tuple[Chunk, int]:
        """'the following new paragraph 5', 'the following changes', 'a new sentence'."""
        place = self._place(at) if at < len(self.tokens) else None
        if place:
            chunk, end = place
            return Chunk("NEW", self.tokens[first].start, chunk.end, addresses=chunk.addresses), end
        if self._kind_at(at) == "CHANGES":
            return self._chunk("CHANGES", first, at + 1), at + 1
        return self._chunk("NEW", first, at)._replace(noun=self._noun(first, at)), at

    def _quotation(self, at: int) -> tuple[Chunk, int]:
        return self._wording(at, at)

    def _counted(self, at: int) -> tuple[Chunk, int]:
        """'first “such”', 'the last word “and”': which of several."""
        last = at + 1
        while self._kind_at(last) in ("NOUN", "SMALL"):
            last += 1
        if self._kind_at(last) != "QUOTE":
            return self._chunk("NOISE", at, at + 1), at + 1
        chunk, end = self._wording(at, last)
        return chunk._replace(noun=self.tokens[at].words.lower()), end

    def _noun(self, first: int, last: int) -> str:
        nouns = [
            token.words.lower() for token in self.tokens[first:last] if token.kind == "NOUN" or token.kind in LEVELS
        ]
        return nouns[-1] if nouns else ""

    def _wording(self, first: int, at: int) -> tuple[Chunk, int]:
        quote = self.quotes[self.tokens[at].start]
        self.last = Wording(self.words[quote.first : quote.last], quote.first)
        end = at + 1 + self._is_called(at + 1)
        return self._words(first, end, self.last, noun=self._noun(first, at)), end

    def _is_called(self, at: int) -> bool:
        """Whether a word after a quotation only says what it is: '“civil war” clause in Article I'."""
        noun = self._kind_at(at) == "NOUN" and self.tokens[at].words.lower() != "text"
        return (noun or self._kind_at(at) == "CLAUSE") and self._kind_at(at + 1) in ("OF", "BE", "STOP", "COMMA")

    def _meant(self, at: int) -> tuple[Chunk, int]:
        if self.last is None:
            return self._chunk("NOISE", at, at + 1), at + 1
        return self._words(at, at + 1, self.last), at + 1

    def _words(self, first: int, last: int, wording: Wording, *, noun: str = "") -> Chunk:
        return self._chunk("WORDS", first, last)._replace(quoted=(wording,), noun=noun)

    def _chunk(self, kind: str, first: int, last: int) -> Chunk:
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return Chunk(kind, start, end, self.words[start:end])

    def _kind_at(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""


_COUNTED = frozenset({Level.ARTICLE, Level.PARAGRAPH, Level.SUBPARAGRAPH, Level.SENTENCE, Level.CLAUSE, Level.RECITAL})
# What is a place only with its number, or as part of another ('in reply, ...' names none).
_LOOSE = frozenset(
    {Level.POINT, Level.LINE, Level.PAGE, Level.OFFER, Level.REPLY, Level.QUOTATION, Level.TABLE, Level.ROW}
)
_BEGINNING = LEVELS | {"ORDINAL", "PORTION", "QUOTE", "DEFINITION", "NUMBER"}
# The kinds of tokens that a place may begin with, and those that may stand before it.
_AHEAD = frozenset({"DETERMINER", "FOLLOWING", "NEW_ONE", "SMALL"})
_OF_PLACES = _BEGINNING | _AHEAD

_READERS: dict[str, Callable[[_Reader, int], tuple[Chunk | None, int]]] = {
    "ANAPHOR": _Reader._meant,
    "FOLLOWING": _Reader._named,
    "MARK_NAMED": _Reader._mark_named,
    "NEW_ONE": _Reader._named,
    "NOUN": _Reader._named,
    "OF": _Reader._preposition,
    "ORDINAL": _Reader._counted,
    "QUOTE": _Reader._quotation,
    "SHORT": _Reader._short,
}
