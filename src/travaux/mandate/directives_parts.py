"""Takes an order apart: what it is on, with whom, when, how far, by when, and in what order it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.mandate import directives_parts_signs as signs
from travaux.mandate.directives_ends import Ends
from travaux.mandate.directives_heads_words import Head
from travaux.mandate.directives_said import Act
from travaux.mandate.directives_when import When, trim
from travaux.text.scan import Token as Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Stretches of a sentence as (start, end); `to` with whom it is to be done, `fallback` whether it is one."""

    object: tuple[int, int] | None
    condition: tuple[int, int] | None
    limit: tuple[int, int] | None
    deadline: tuple[int, int] | None
    fallback: bool
    denied: bool
    allowed: bool
    to: str


def parts(words: str, sentence: Sequence[Piece], head: Head, *, start: int, end: int) -> Parts:
    """The parts of the order that `head` begins; it has the pieces from `start` to `end` of the sentence."""
    reader = _Reader(words, sentence, head, start, end)
    content, to = (None, "") if reader.is_said_within else reader.content()
    if content is None or content[0] >= content[1]:
        content = reader.unsaid()
    return Parts(
        object=content,
        condition=reader.when.condition(),
        limit=reader.when.span("LIMIT"),
        deadline=reader.when.span("DEADLINE"),
        fallback=reader.when.is_fallback,
        denied=reader.denied,
        allowed=reader.allowed,
        to=signs.WHEN_TOLD.sub("", to),
    )


class _Reader:
    def __init__(self, words: str, sentence: Sequence[Piece], head: Head, start: int, end: int) -> None:
        self.words, self.sentence, self.head, self.start, self.end = words, sentence, head, start, end
        self.kinds = [piece.kind for piece in sentence]
        self.when = When(words, sentence, head, start, end)
        self.ends = Ends(words, sentence, head, end, self.when)
        said = _without_asides(sentence[head.first : head.last + 1])
        # 'Must not be discussed' is to forestall, and not the contrary of that.
        forestalls = head.act is Act.FORESTALL and (
            not head.kind.startswith("FORESTALL") or signs.DISCLOSED.match(sentence[head.last].words) is not None
        )
        self.denied = not forestalls and (
            any(piece.kind in ("NOT", "UNACCEPTABLE") or signs.REFUSES.search(piece.words) for piece in said)
            or any(piece.kind == "MODAL" and signs.NO_LEAVE.search(piece.words) for piece in said)
            or self._is_forbidden()
        )
        modal = next((piece.words.lower() for piece in said if piece.kind in ("MODAL", "ORDERED")), "")
        self.allowed = head.shape == "own" or bool(
            re.match(r"may|might|can|could|(?:are|is).*(?:authori|empower|liberty|free)|have", modal)
        )

    def _is_forbidden(self) -> bool:
        """'In no event should you agree', 'on no account raise this'."""
        return any(
            piece.kind == "LIMIT" and re.match(r"(?i)(?:in|under|on|at|by) no\b", piece.words)
            for piece in self.sentence[self.start : self.head.last]
        )

    # -- what it is on --------------------------------------------------------------------------------

    def content(self) -> tuple[tuple[int, int] | None, str]:
        """What the act is on, and with whom it is to be done."""
        if self.head.kind == "DISCRETION":
            return self._discretion(), ""
        if self.head.shape == "wanted" and (named := signs.WANTED.match(self.sentence[self.head.last].words)):
            # 'Your views urgently requested re repercussions'
            first = self.sentence[self.head.last].start
            return (first, first + named.end("what")), ""
        if self.head.shape in ("refused", "wanted"):
            first = self._subject()
            return (first, trim(self.words, first, self.sentence[self.head.last].start)), ""
        if self.head.shape == "passive":
            return self._passive()
        verb = self.sentence[self.head.last]
        if self.head.kind == "REPORT" and re.match(r"(?i)(?:your|ur|any) ", verb.words):
            return (verb.start, trim(self.words, verb.start, self.ends.stop(self.head.last))), ""
        none = signs.NONE.match(verb.words)
        behind = self.kinds[self.head.last + 1 : self.head.last + 2]
        alone = none and none["none"] and behind not in ([], ["STOP"], ["ADVERB"])
        if none and behind != ["OF"] and not alone:
            return (verb.start + none.start(none.lastgroup or 0), verb.start + none.end(none.lastgroup or 0)), ""
        relative = re.search(
            r",? (?:(?:by|on|in|with|to|from|upon|for) )?(?:which|that)$",
            self.words[: self.sentence[self.head.first].start].rstrip(),
        )
        failing = re.match(r"(?i)failing which", self.words[self.sentence[self.start].start :])
        if (
            relative
            and not failing
            and relative.group().endswith("which")
            and relative.start() > self.sentence[self.start].start
        ):
            first = self._lead(self._subject())
            contains = signs.CONTAINS.match(self.words, first, relative.start())
            return (contains.end() if contains else first, relative.start()), ""
        return self._active(self.head.last + 1)

    @property
    def is_said_within(self) -> bool:
        """Whether the verb holds what it is on: 'make above points', 'leave the figure open'."""
        verb = self.sentence[self.head.last].words
        after = self.kinds[self.head.last + 1 : self.head.last + 2]
        if signs.LINE.match(verb) is not None:
            return after in (["COLON"], ["STOP"], ["IN"], ["IF"], ["TO"], ["COMMA"], ["OF"], ["WORD"], [])
        return signs.LEFT.match(verb) is not None or (signs.MADE.match(verb) is not None and after != ["THAT"])

    def unsaid(self) -> tuple[int, int] | None:
        """What it is on where nothing stands behind the verb: the statement to be made, or the opening."""
        verb = self.sentence[self.head.last]
        left = signs.LEFT.match(verb.words)
        if left and left["what"].endswith("door") and (to := signs.OPEN_TO.match(self.words, verb.end)):
            return to.end(), trim(self.words, to.end(), self.ends.stop(self.head.last))
        if left:
            return verb.start + left.start("what"), verb.start + left.end("what")
        taken = signs.TAKEN_UP.match(verb.words)
        if taken:
            return verb.start + taken.start("what"), verb.start + taken.end("what")
        made = signs.MADE.match(verb.words) or signs.LINE.match(verb.words)
        if made:
            rest = self.head.last + 1
            ends = made.groupdict().get("same") is not None
            goes_on = (
                not ends and rest < self.end and self.kinds[rest] in ("WORD", "IN", "OF") and verb.words[-1:] != ":"
            )
            last = trim(self.words, verb.start, self.ends.stop(rest)) if goes_on else verb.end
            that = self.words.find(" that ", verb.end, last)
            to = signs.TO_NAME.search(self.words, verb.end, last if that < 0 else that)
            last = to.start() if to else last
            manner = signs.MANNER_BEHIND.search(self.words, verb.end, last)
            last = manner.start() if manner else last
            return verb.start + made.end(), max(verb.end, last)
        opening = next((i for i in range(self.start, self.head.first) if self.kinds[i] == "OF"), None)
        if opening is not None and opening <= self.start + 2 and "IF" not in self.kinds[self.start : opening]:
            first = self._lead(self.sentence[opening].start)
            last = trim(self.words, first, self.sentence[self.head.first].start)
            return (first, last) if first < last else None
        return None

    def _discretion(self) -> tuple[int, int] | None:
        verb = self.sentence[self.head.last]
        if re.match(r"(?i)(?:is|are|be|remains?|left)\b", verb.words):
            first = self._subject()
            if self.words[first : verb.start].strip().lower() == "it" and self.kinds[self.head.last + 1 :][:1] == [
                "THAT"
            ]:
                return self._active(self.head.last + 1)[0]  # 'it is left to your discretion whether to'
            return (first, trim(self.words, first, verb.start)) if first < verb.start else None
        if re.match(r"(?i)(?:use|exercise|leave (?:it )?to) ", verb.words):
            return self._active(self.head.last + 1)[0]
        after = signs.LEFT_TO.search(self.words[verb.end :])
        freely = signs.ALL_LEFT.match(self.words, verb.end)
        if freely:
            return self._lead(freely.end()), trim(self.words, freely.end(), self.ends.stop(self.head.last))
        if after:
            return self._lead(verb.end), verb.end + after.start()
        return None

    def _passive(self) -> tuple[tuple[int, int] | None, str]:
        verb, modal = self.sentence[self.head.last], self.sentence[self.head.first]
        first = self._subject()
        subject = self.words[first : modal.start].strip()
        if verb.kind == "TOLD_DONE":
            return self._active(self.head.last + 1)[0], subject
        shared = signs.SUBJECT_OF_BOTH.match(self.words, self.sentence[self.start].start, first)
        if not subject and shared and self.kinds[self.head.first - 1] == "AND":
            return shared.span("what"), ""
        that = self.kinds[self.head.last + 1 : self.head.last + 2] == ["THAT"]
        clear = verb.kind == "CLEAR_DONE" and re.search(r"(?i)(?:^|[ ,;])it$", subject) is not None
        if clear and not that and "THAT" in (near := self.kinds[self.head.last + 1 : self.head.last + 6]):
            return self._active(self.head.last + 1 + near.index("THAT"))  # 'made clear in the preamble that'
        if (that or signs.STATED.match(verb.words)) and re.search(r"(?i)(?:^|[ ,;])it$", subject):
            return self._active(self.head.last + 1)
        if re.fullmatch(r"(?i)(?:\W*|it|this connection|there)", subject) or signs.RUNS.match(verb.words):
            goes_on = self.kinds[self.head.last + 1 : self.head.last + 2] not in (["IN"], ["WORD"], ["STOP"], ["COMMA"])
            if subject.lower() != "it" or goes_on or signs.RUNS.match(verb.words):
                return self._active(self.head.last + 1)
        # 'It should be kept secret and should not be shown': one subject of both.
        before = next((each.start for each in self.sentence[self.start : self.head.first] if each.kind == "MODAL"), 0)
        last = trim(self.words, first, before if before > first else modal.start)
        asides = signs.ASIDE.search(self.words, first, last) or signs.JOINS.search(self.words, first, last)
        return (first, asides.start() if asides and asides.start() > first else last), ""

    def _subject(self) -> int:
        """Where the subject of a passive begins: behind the last clause before it."""
        at = self.head.first
        if self.kinds[at] == "SHALL" and "ORDERED" in self.kinds[self.start : at]:
            at = at - 1 - self.kinds[self.start : at][::-1].index("ORDERED") + 1
            return self._lead(self.sentence[at].start)  # 'it is requested that this report be circulated'
        while at > self.start and not self._ends_before(at):
            if self.kinds[at - 1] == "COMMA" and self.kinds[self.start] in ("IF", "OCCASION", "IN", "ADVERB", "OF"):
                break
            if self.kinds[at - 1] in ("PURPOSE", "REQUEST") or (
                self.kinds[at - 1] == "AND" and self.kinds[at - 2] == "COMMA"
            ):
                break
            at -= 1
        first = self.sentence[at].start
        finite = signs.CLAUSE.match(self.words, first, self.sentence[self.head.first].start)
        first = finite.end() if finite else first
        while (match := signs.OPENS_SUBJECT.match(self.words, first, self.sentence[self.head.first].start)) is not None:
            first = match.end()
        while self.words[first] in " ,;":
            first += 1
        return first

    def _ends_before(self, at: int) -> bool:
        """Whether a sentence or a part of one ends before a place: not at 'U.S.'."""
        if self.kinds[at - 1] == "STOP" and at > 1 and signs.SHORT.search(self.sentence[at - 2].words):
            return False
        return self.kinds[at - 1] in ("SEMICOLON", "COLON", "STOP", "RIGHT")

    def _active(self, at: int) -> tuple[tuple[int, int] | None, str]:
        """What stands behind the verb."""
        at = self._skip(at)
        if at >= self.end:
            return None, ""
        limits = self.kinds[at] == "LIMIT" and not signs.AMOUNTS.match(self.sentence[at].words)
        only = limits or signs.ONLY_WHEN.match(self.sentence[at].words)
        if self.head.kind in signs.OF_THINGS and only:
            return None, ""  # 'sign without further instructions'
        stop = self.ends.stop(at)
        first, to = self.sentence[at].start, ""
        verb = self.sentence[self.head.last].words
        home = signs.HOME.match(self.sentence[at + 1].words) if self.kinds[at : at + 2] == ["TO", "WORD"] else None
        if home and self.head.kind == "REPORT":
            first = self.sentence[at + 1].start + home.end()  # 'report to Dept any further proposals'
        elif self.head.kind != "CONSULT" and self.kinds[at] != "THAT":
            first, to = self._told(at, first, dative=self._is_dative(at, verb))
        if self.head.kind == "CONSULT" and (behind := self._behind_partner(verb, at, stop)):
            return (behind, trim(self.words, behind, stop)), ""
        if re.match(r"(?i)let\b|leave (?:\w+ )?in no", verb):
            know = signs.KNOW.search(self.words, first, stop)
            first = know.end() if know else first
        first = self._lead(self._behind_phrase(self._behind_terms(first)))
        if first >= stop:
            return self._pointed_out(first), to
        last = trim(self.words, first, stop)
        lines = signs.LINES.search(self.words, first, last)
        if lines and lines.start() - first < 90 and (signs.TALKS.match(verb) or lines.start() <= first):
            said = self._of_what(at, first if to else 0, lines.start())
            return said or lines.span("what"), to  # 'discuss with them along following lines'
        drawn = signs.DRAWN_TO.match(self.words, first, stop) if signs.DRAWS.match(verb) else None
        if drawn:
            return (drawn.end(), last), to
        asked = signs.PARTNER_THAT.match(self.words, first, last) if self.head.kind == "CONSULT" else None
        if asked:
            return (asked.end(), last), to  # 'ascertain from your colleague that'
        if self.kinds[at] != "THAT":
            last = self.ends.without_receiver(verb, first, last)
        return (first, last) if signs.SAID.search(self.words, first, last) else None, to

    def _pointed_out(self, first: int) -> tuple[int, int] | None:
        """What is said by a participle where nothing else is: 'inform the Foreign Office, pointing out that'."""
        out = signs.POINTING_OUT.match(self.words, first) if self.head.kind in ("CLEAR", "ASSURE") else None
        rest = self.when.last() if out is None else trim(self.words, out.end(), self._sentence_end(out.end()))
        return (out.end(), rest) if out and out.end() < rest else None

    def _sentence_end(self, first: int) -> int:
        """Where the clause that begins with a participle ends: with the next order, or the sentence."""
        later = (i for i, piece in enumerate(self.sentence) if piece.start >= first and piece.kind == "SEMICOLON")
        return self.sentence[next(later, len(self.sentence)) - 1].end

    def _of_what(self, at: int, first: int, stop: int) -> tuple[int, int] | None:
        """The subject between who is told and how: 'inform the council of the talks along following lines'.

        `first` is where it begins, 0 where nobody is told by name.
        """
        if self.head.kind != "CLEAR" or first >= stop:
            return None
        if first:
            return first, trim(self.words, first, stop)
        places = [i for i in range(at + 1, self.end) if self.sentence[i].end <= stop and self.kinds[i] == "OF"]
        if not places:
            return None
        first = self._lead(self.sentence[places[-1]].start)
        return (first, trim(self.words, first, stop)) if first < stop else None

    def _is_dative(self, at: int, verb: str) -> bool:
        """Whether the person told stands behind the verb: not in 'urge this point of view', 'give up Article 9'."""
        if self.head.kind in signs.OF_THINGS or verb.lower().endswith((" him", " them", " her")):
            return False
        if self.sentence[at].words.lower() == "for":
            return False  # 'press for an agreement to'
        if signs.HANDED_ON.match(self.words, self.sentence[self.head.last].start):
            return False
        return signs.DATIVE.match(verb) is not None and not signs.IS_THING.match(self.words, self.sentence[at].start)

    def _skip(self, at: int) -> int:
        """Past adverbs, asides and 'to Department' behind the verb."""
        while at < self.end:
            kind = self.kinds[at]
            if kind == "ADVERB" and signs.WHICH_TEXT.match(self.words, self.sentence[at].start):
                break
            if kind in signs.SKIPPED:
                at += 1
            elif kind == "IF" and self.head.kind != "REPORT" and (close := self.when.before_that(at)) is not None:
                at = close + 1
            elif kind == "COMMA":
                close = next((i for i in range(at + 1, min(at + 14, self.end)) if self.kinds[i] == "COMMA"), None)
                at = close + 1 if close is not None else at + 1
            elif kind == "TO" and at + 1 < self.end and signs.HOME.match(self.sentence[at + 1].words):
                word = self.sentence[at + 1]
                if signs.HOME.fullmatch(word.words):
                    at += 2
                else:
                    break
            else:
                break
        return at

    def _told(self, at: int, first: int, *, dative: bool) -> tuple[int, str]:
        """Where what is to be said begins behind the person it is said to, and that person."""
        if self.kinds[at] == "OF":
            return first, ""  # 'tell of', 'inform the Department of': who is told stands in the verb
        joined = self.kinds[at] in ("TO", "IN") and re.match(r"(?i)to|with|from|upon", self.sentence[at].words)
        if not (dative or joined):
            # 'stress Chehab that', where a cable leaves 'to' out
            named = signs.NAME.match(self.words, first)
            if named is None or not self.words.startswith("that ", named.end()):
                return first, ""
            return named.end(), named.group().strip()
        begin = self.sentence[at + 1].start if joined and at + 1 < self.end else first
        if joined and "THAT" in self.kinds[at : min(at + 9, self.end)]:
            that_at = self.sentence[self.kinds.index("THAT", at)].start
            if signs.NAMES_ALONE.match(self.words[begin:that_at]):
                return that_at, self.words[begin:that_at].strip()
        if joined and self._is_verbs_own(at):
            return first, ""
        match = signs.PRONOUN.match(self.words, begin) or signs.NAME.match(self.words, begin)
        if dative and not joined and (place := self._listed(at)) is not None:
            return self.sentence[place].start, self.words[begin : self.sentence[place].start].strip()
        told = signs.SUBSTANCE.match(self.words, begin) if dative and not joined else None
        if told is not None:
            return told.end(), told.group().strip()
        if match is None and dative and not joined:
            ends = signs.ASKED_TO if signs.ASKS.match(self.sentence[self.head.last].words) else signs.DATIVE_ENDS
            that = ends.search(self.words, begin, self.when.last())
            near = that is not None and that.start() - begin < 90
            return (that.end(), self.words[begin : that.start()]) if that and near else (first, "")
        if match is None or match.end() == begin:
            return first, ""
        accredited = signs.ACCREDITED.match(self.words, match.end())
        other = signs.ANOTHER.search(self.words, begin, match.end())
        if dative and other and signs.FINITE.match(self.words, match.end()):
            return other.end(), self.words[begin : other.start()]
        apposed = signs.APPOSED.match(self.words, match.end()) if dative and not joined else None
        behind = accredited or apposed
        return behind.end() if behind else match.end(), match.group().strip()

    def _is_verbs_own(self, at: int) -> bool:
        """Whether 'to' or 'with' brings what the act is on, and not who is told: 'agree to the Japanese draft', 'go
        along with the Turkish amendment', 'refer to Article 3'."""
        if self.sentence[at].words.lower() not in ("to", "with"):
            return False
        of_text = at + 1 < self.end and signs.TEXT.match(self.sentence[at + 1].words) is not None
        return of_text or self.head.kind in signs.OF_THINGS

    def _listed(self, at: int) -> int | None:
        """The 'that' behind a list of people: 'Nasution, Djuanda and other officials as appropriate that'."""
        for place in range(at + 1, min(at + 12, self.end)):
            if self.kinds[place] == "THAT":
                return place if "COMMA" in self.kinds[at:place] else None
            if self.kinds[place] not in ("WORD", "COMMA", "AND", "ADVERB", "OF"):
                return None
        return None

    def _behind_partner(self, verb: str, at: int, stop: int) -> int:
        """'Discuss with Indonesians highway projects': where the subject begins; 0 where none is told."""
        if not re.match(r"(?i)discuss", verb) or self.sentence[at].words.lower() != "with":
            return 0
        partner = signs.NAME.match(self.words, self.sentence[at].end + 1, stop)
        behind = partner.end() if partner else stop
        return behind if signs.SUBJECT.match(self.words, behind, stop) else 0

    def _behind_phrase(self, first: int) -> int:
        """Past how and when it is to be told: 'inform him, in this connection, that'."""
        if self.head.kind not in ("CLEAR", "ASSURE", "TOLD_DONE", "CLEAR_DONE"):
            return first
        phrase = signs.PHRASE.match(self.words, first, self.when.last())
        return phrase.end() if phrase else first

    def _behind_terms(self, first: int) -> int:
        """Past the terms in which it is to be told: 'in general terms the possibility'."""
        terms = signs.IN_TERMS.match(self.words, first)
        return terms.end() if terms else first

    def _lead(self, first: int) -> int:
        """Past small words and marks before what is meant."""
        match = re.compile(r"[\s,:.–—]*").match(self.words, first)
        first = match.end() if match else first
        manner = signs.MANNER.match(self.words, first)
        first = manner.end() if manner else first
        if signs.THAT_ONE.match(self.words, first):
            return first
        match = signs.THAT.match(self.words, first) or signs.LEADING.match(self.words, first)
        return match.end() if match else first


def _without_asides(sentence: Sequence[Piece]) -> list[Piece]:
    """The pieces of a head but for those between two commas: 'officers, not mentioning it, should see'."""
    commas = [place for place, piece in enumerate(sentence) if piece.kind == "COMMA"]
    inside = range(commas[0], commas[-1]) if len(commas) > 1 else range(0)
    return [piece for place, piece in enumerate(sentence) if place not in inside]
