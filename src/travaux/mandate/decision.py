"""Reads in running text what was decided on recommendations, by whom, when and on which of them. A sentence that says
that it is not known, was put off or is only asked for decides nothing.

Which request is decided is not told here: `decision_of` holds it against the requests of the file.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from lark import Lark, Token

from travaux.findings import Citation
from travaux.mandate.authority_said import Decided
from travaux.mandate.directives_said import Said
from travaux.record.when import MONTHS, when
from travaux.text.grammar import grammar
from travaux.text.sentences import sentences

_SAYS = re.compile(r"(?i)approv|authoriz|concurred in|rejected|accepted|agreed to|turned down")
_VERDICTS = {"APPROVE": Decided.APPROVED, "APPROVED_BY": Decided.APPROVED, "DISAPPROVE": Decided.DISAPPROVED}
_TITLE = re.compile(r"^(?:by )?(?:the )?", re.I)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:, \d{{4}})?")
_PIECE = re.compile(r"(?P<first>\d{1,2})(?:\(?(?P<letter>[a-z])\)?)?|\b(?P<alone>[a-z])\b|(?P<to>to|through|[–-])")
#: 'His approval of 1 and his disapproval of 2': what is named so goes on with a decision and tells none.
_NOUN = re.compile(r"(?i)(?:his|her|its) (?:dis)?approval")
_EACH = re.compile(r"(?i)(?:each|both|all) ")
#: A handwritten remark in its quotation marks, which is the approver's own words.
_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]+)[”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision as a sentence tells it: on the recommendations of these `numbers`, or on all where there are none.

    `paper` is what it is told to be in ("your memorandum of June 26"), with the day of that; "" where none is named.
    `condition` are the words with which it was given, `object` what was authorized where no recommendation is named.
    `is_single`: it is on one recommendation, and does not say on which.
    """

    at: Citation
    words: str
    decided: Decided
    numbers: tuple[str, ...] = ()
    by: str = ""
    on: datetime.date | None = None
    paper: str = ""
    paper_on: datetime.date | None = None
    condition: Said | None = None
    object: str = ""
    is_single: bool = False


def decision(words: str, *, at: Citation, written: datetime.date | None = None) -> tuple[Decision, ...]:
    """The decisions on recommendations that words tell; `at` cites them, `written` gives days their year.

    >>> words = "The Secretary has approved recommendations 1 and 3 and disapproved 2."
    >>> [(one.by, one.decided.value, one.numbers) for one in decision(words, at=Citation("d9", 0, 69))]
    [('Secretary', 'approved', ('1', '3')), ('Secretary', 'disapproved', ('2',))]
    """
    if not _SAYS.search(words):
        return ()
    found: list[Decision] = []
    for start, end in sentences(words):
        if _SAYS.search(words, start, end):
            cited = Citation(at.document, at.start + start, at.start + end, at.note)
            found += _Sentence(words[start:end], cited, written).read()
    return tuple(found)


@cache
def _lexer() -> Lark:
    return Lark(grammar(Path(__file__).parent / "decision.lark"), parser="lalr", lexer="basic")


@dataclass
class _Sentence:
    """Goes through the words of one sentence: who, what was decided, then on what; in the passive on what first."""

    words: str
    at: Citation
    written: datetime.date | None
    who: str = ""
    decided: Decided | None = None
    target: tuple[tuple[str, ...], str] | None = None
    numbered: bool = False
    granted: str = ""
    single: bool = False
    found: list[Decision] = field(default_factory=list)

    def read(self) -> tuple[Decision, ...]:
        tokens = list(_lexer().lex(self.words))
        if any(token.type == "DOUBT" for token in tokens):
            return ()
        for token, next_ in zip(tokens, [*tokens[1:], None], strict=True):
            self._take(token, next_)
        if not self.found and self.granted and self.who:
            self._emit((), "", self.granted)
        day = next((token for token in tokens if token.type == "DATE"), None)
        on = _day(str(day), self.written) if day is not None else None
        by = next((_name(token) for token in tokens if token.type == "BY"), "")
        paper = next((one for one in self.found if one.paper_on is not None), None)
        found = (one if one.paper or paper is None else replace(one, paper=paper.paper, paper_on=paper.paper_on)
                 for one in self.found)  # fmt: skip
        condition = next((token for token in tokens if token.type == "CONDITION"), None)
        return tuple(
            replace(one, on=on, by=one.by or by, condition=_condition(one, condition, self.at)) for one in found
        )

    def _take(self, token: Token, next_: Token | None) -> None:
        kind = token.type
        if kind == "WHO" and self.decided is None:
            self.who = _name(token)
        elif kind in _VERDICTS and (self.found or not _NOUN.match(token)):
            self.decided = _VERDICTS[kind]
            ends = next_ is None or next_.type in ("WORD", "BY", "DATE", "CONDITION")
            if self.target is not None and (kind == "APPROVED_BY" or ends):
                self._emit(*self.target)
                self.decided, self.target = None, None
            elif self.target is None and token.endswith("authorized") and kind == "APPROVE" and token.end_pos:
                self.granted = self.words[token.end_pos :].strip(" .")
        elif kind == "CONDITION" and self.granted and token.start_pos:
            self.granted = self.granted.removesuffix(self.words[token.start_pos :].strip(" .")).rstrip(" ,")
        elif kind == "NUMBERED" or (kind == "BARE" and self.numbered):
            self.numbered = True
            self._on(_numbers(str(token)), "")
        elif kind == "OPTION":
            self.decided = Decided.DISAPPROVED if "disapprov" in token.lower() else Decided.APPROVED
            self._emit((), "")
        elif kind == "ALL":
            self.single = not token.endswith("s") and not _EACH.match(token)
            self._on((), "")
        elif kind == "PAPER":
            self._paper(str(token))
        elif kind == "WORD" and token in ";":
            self.decided, self.target, self.granted = None, None, ""

    def _on(self, numbers: tuple[str, ...], paper: str) -> None:
        if self.decided is None:
            self.target = numbers, paper
        else:
            self._emit(numbers, paper)

    def _paper(self, said: str) -> None:
        """A paper is what the recommendations just told stand in, or is decided on itself."""
        if self.found and not self.found[-1].paper:
            self.found[-1] = replace(self.found[-1], paper=said, paper_on=_day(said, self.written))
        elif self.target is not None and self.decided is None:
            self.target = self.target[0], said
        else:
            self._on((), said)

    def _emit(self, numbers: tuple[str, ...], paper: str, granted: str = "") -> None:
        assert self.decided is not None
        self.found.append(
            Decision(at=self.at, words=self.words, decided=self.decided, numbers=numbers, by=self.who, paper=paper,
                     paper_on=_day(paper, self.written), object=granted,
                     is_single=self.single and not numbers and not paper)
        )  # fmt: skip


def _numbers(said: str) -> tuple[str, ...]:
    """The numbers named: 'recommendations 1 and 3' are two, '3a–g' the letters from a to g of 3."""
    found: list[str] = []
    whole, through = "", False
    for piece in _PIECE.finditer(said.partition(" ")[2] if said[:1].isalpha() else said):
        if piece["to"]:
            through = True
            continue
        whole = piece["first"] or whole
        last = f"{whole}{piece['letter'] or piece['alone'] or ''}"
        found += list(_between(found[-1], last)) if through and found else [last]
        through = False
    return tuple(found)


def _between(first: str, last: str) -> Iterator[str]:
    """What lies between two numbers, the second with them."""
    if first.isdigit() and last.isdigit():
        yield from (str(number) for number in range(int(first) + 1, int(last) + 1))
    elif first[:-1] == last[:-1]:
        yield from (f"{first[:-1]}{chr(letter)}" for letter in range(ord(first[-1]) + 1, ord(last[-1]) + 1))
    else:
        yield last


def _condition(one: Decision, token: Token | None, at: Citation) -> Said | None:
    """With what it was approved, in the words there; the approver's own where they are quoted."""
    if one.decided is Decided.DISAPPROVED or token is None or token.start_pos is None:
        return None
    quoted = _QUOTED.search(token)
    start, words = (
        (token.start_pos + quoted.start("words"), quoted["words"]) if quoted else (token.start_pos, str(token))
    )
    words = words.rstrip(' .”"')
    return Said(words, Citation(at.document, at.start + start, at.start + start + len(words), at.note))


def _name(token: Token) -> str:
    return _TITLE.sub("", str(token)).rstrip(".")


def _day(said: str, written: datetime.date | None) -> datetime.date | None:
    """A day named; without a year that of the paper, or of the year before where it lies more than a month ahead."""
    named = _MONTH.search(said) or re.search(r"^\w+\. \d.*$", said)
    if named is None:
        return None
    words = named.group().replace("Sept.", "September")
    if re.search(r"\d{4}", words):
        found = when(words)
        return found.first if found else None
    if written is None:
        return None
    found = when(f"{words}, {written.year}")
    day = found.first if found else None
    if day is not None and day - written > datetime.timedelta(days=60):
        return day.replace(year=day.year - 1) if (day.month, day.day) != (2, 29) else None
    return day
