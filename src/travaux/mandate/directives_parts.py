"""Takes an order apart: what it is on, with whom, when, how far, by when, and in what order it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.mandate.directives_heads import Head
from travaux.mandate.directives_when import When, trim
from travaux.text.scan import Token as Piece

#: Verbs that take the person told before what he is told.
_DATIVE = re.compile(
    r"(?i)(?:inform|tell|advise|alert|acquaint|brief|disabuse|enlighten|familiari[sz]e|(?:re)?assure|remind|notify|warn|ask|urge|persuade|induce|press|encourage|convince|let|"
    r"request|impress|apprise|thank|congratulate|invite|caution|prevail upon|influence|hand|give (?!\w* ?assur|"
    r"\w* ?guarant))\b"
)
_PRONOUN = re.compile(r"(?i)(?:them|him|her|it(?= that)|us)\b ?")
#: A name or office as telegrams print it: 'Chinese Foreign Office', 'Chancellor and Von Brentano'.
_NAME = re.compile(
    r"(?:(?:[Tt]he |your |his |their )?(?:(?:appropriate|other|local|highest|top|key|British|French|senior|acting|deputy|vice|prime) )*"
    r"(?!(?:I|US|U\.S|USG|United States|We|Our|Department|Dept|Secretary’s|President’s|Clark|American)\b)"
    r"(?:[A-Z][\w.’'-]*(?<![’']s)(?![\w’'])|(?:government|minister|ministry|ambassador|colleagues?|officials?|"
    r"authorities|delegation|"
    r"delegations|representatives?|governments|members|majority|leaders|opposition|office|others|both sides|"
    r"parties|sides|allies)\b)"
    r"(?:(?: (?:of|and|&|the|or|de|von|van|for)){0,2} (?!(?:I|US|U\.S|USG|We|Our|Department|Dept)\b)"
    r"(?:[A-Z][\w.’'-]*(?<![’']s)(?![\w’'])|government|minister|ministry|ambassador|colleagues?|officials?|authorities|"
    r"delegations?|representatives?|governments|leaders|office|others)\b)*) ?"
)
#: What is wanted, where one stretch says that and what.
_WANTED = re.compile(
    r"(?i)(?P<what>(?!is\b|are\b|would\b|wld\b|will\b)[^.;,]+?)"
    r"(?: (?:urgently|soonest|also|is|are|would be|wld be|will be|greatly|therefore))* "
    r"(?:requested|desired|appreciated|invited|solicited|wanted|needed|welcome)$"
)
# 'No action should be taken by any addressee'
_NONE = re.compile(r"(?i)no (?P<what>[^.;,]+?) (?:should|shld|shd|must|is to|are to) ")
_DRAWN_ON = re.compile(r"(?i)(?:draw|use|follow|make use)\b")
_THAT_IS = re.compile(r"i\.?e\b")
_NEW_SENTENCE = re.compile(r"[A-Z][a-z]{3,}(?:s|ions?)\b")
# 'Inform Japanese Government substance of reactions'
_SUBSTANCE = re.compile(r"[A-Z][^,;:.]{2,50}? (?=(?:substance|contents|gist|text) of\b)")
# 'Approach Foreign Ministry on informal basis to request explanation'
_CONSULTED_TO = re.compile(
    r" (?:on (?:an? )?[a-z]+ basis|"
    r"to (?:request|ask|express|urge|inquire|ascertain|obtain|explain|inform|determine|seek))\b"
)
_HOME = re.compile(r"(?i)(?:the )?(?:department|dept|ministry|washington)\b ?")
_DATIVE_ENDS = re.compile(r" (?:that|of|re|regarding)\b ?")
_ASKS = re.compile(r"(?i)ask|urge|persuade|induce|press|encourage|convince|request|invite|influence|prevail")
_ASKED_TO = re.compile(r" (?:that|of|re|regarding|to)\b ?")
_MADE = re.compile(r"(?i)make (?!no\b|it|clear|plain|this clear|that clear|known)")
_LINE = re.compile(r"(?i)take (?=(?:the |this |that |a )?(?:following |same |above )?(?:line|position|stand))")
_LEFT = re.compile(r"(?i)leave (?P<what>.+?) (?:open|pending)$")
_BEHIND_REPORT = re.compile(
    r"(?i)(?: (?:fully|promptly|in full|urgently|by \w+))*(?: (?:to|for) (?:the )?(?:department|dept|washington)\b.*)?$"
)
_WITH_REPORT = re.compile(r"(?i) with (?:your|copies|information|info)\b")
_ATTENTION = re.compile(
    r"(?i) (?:up(?: with)?|(?:(?:urgently|immediately|promptly|specially) )?(?:to )?"
    r"(?:the |his |their |her |[A-Z][\w. ]{1,25}[’']s )?"
    r"(?:(?:urgent|immediate|prompt) )?(?:attention|attn|notice))\b"
)
_ASIDE = re.compile(r",? (?:however|therefore|of course|accordingly|also|then|moreover),?$")
# 'It is for information only and its contents should': the subject is of the last clause.
_CLAUSE = re.compile(r".*\b(?:is|are|was|were|has|have)\b.*?,? (?:and|but) (?=(?:its|it|this|these|the|any|no|all)\b)")
_OPENS_SUBJECT = re.compile(
    r"(?i)(?:and|but|although|while|however|therefore|accordingly|that|also|in addition)\b,? |"
    r"(?:insofar|so far|as far) as [^,]{2,30}, |"
    r"(?:re\w*|reurtel|reference) [^,]{1,40}?(?=\b(?:dept|we)\b)|"
    r"(?:in (?:our|dept[’']?s?|department[’']?s?) (?:view|opinion|judgment),?|"
    r"it is (?:the )?(?:opinion|view) of [^,]{2,30}? that|"
    r"(?:we|dept|department|usg)(?: also| therefore| strongly)* (?:believes?|feels?|considers?|thinks?|agrees?|"
    r"suggests?|recommends?|requests?|desires?)(?: that)?) |"
    r"(?:despite|because of|in view of|with|as|since|while|although|in light of) [^,]{2,120}, "
)
_PHRASE = re.compile(
    r"[ ,(]*(?:in|at|on|under|by|with|for|when|as|if|orally|along) [^.;:]{2,70}?[,) ]+"
    r"(?=that (?!connection|this|these|you\b))|"
    r"[ ,(]*(?:again|also|further|once more|[a-z]+ly) (?=that )|"
    r"[ ,(]*(?:on|at) (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+) (?=of )"
)
# 'leave entirely to your discretion the next contact'
_ALL_LEFT = re.compile(r" (?:(?:it )?(?:entirely|wholly|largely|solely) )?to your (?:own )?(?:discretion|judgment) (?=[a-z])")
_FREELY = re.compile(
    r",? (?:(?:at|in) (?:your|ur|their|its|his)(?: own)? (?:discretion|judgment)|as (?:you|they) see fit|"
    r"ur discretion)\b(?=[^,]{0,40}$| to\b)"
)
_SUBJECT = re.compile(
    r"(?!(?:along|in|on|at|re|about|and|or|as|for|with|when|before|after|soonest|concerning|regarding)\b)[a-z]{3,} "
)
_BY_SAYING = re.compile(r" by (?:\w+ly )?[a-z]+ing\b")
_DRAWS = re.compile(r"(?i)(?:draw|call|bring|invite)$")
_KNOW = re.compile(r"(?i)\bknown?\b ?")
_TRANSFER = frozenset({"INTRODUCE", "RAISE"})
_CONVEYS = re.compile(r"(?i)(?:convey|extend|express|communicate|repeat|reiterate|explain|read|make)")
# 'Message addressed to Nuri' is one thing.
_BELONGS = re.compile(r"(?:address|sent|given|transmit\w*|relat|refer|accord\w*|due)(?:ed)?$")
_TO_NAME = re.compile(r" (?:to|with) (?=(?:the )?(?:[A-Z]|foreign |prime |government|appropriate )|him\b|them\b|her\b)")
_LEADING = re.compile(
    r"(?i)(?:(?:to|of|with|re|regarding|about|on|for|in|at|upon|from|is|as|would|should|that)\b[ ,]*)+"
)
_PARTICIPLE = re.compile(
    r"(?:(?:re)?stat|point|stress|emphasiz|indicat|referr|not|hand|seek|impress|urg|comment|add|explain|mak|ask|"
    r"request|"
    r"inform|respond|tell|draw|us|bear|tak)ing\b"
)
_NAMES_ALONE = re.compile(r"(?:(?:[A-Z][\w.’'-]*|and|the|both|of|or|,)\s*)+$")
_MANNER = re.compile(
    r"(?i)(?:[a-z]+ly|in (?:strict )?confidence)(?: (?:and|but) [a-z]+ly)* (?=that\b|the\b|of\b|our\b|your\b)"
)
# 'We cannot accept'.
_REFUSES = re.compile(r"(?i)\b(?:cannot|can not|could not|will not|would not|not (?:prepared|willing|ready))\b")
_THAT_ONE = re.compile(r"that \w+\W*$")  # 'emphasize that fact'
_THAT = re.compile(r"(?i)that[ ,]+")
_AGAIN = re.compile(r" (?:again|also|separately|personally)$")
_DISCUSSED = re.compile(r" with (?=(?:the )?[A-Z]|him\b|them\b)")
_LINES = re.compile(r"(?i)\balong (?:the )?(?P<what>(?:following|above|same|these|foregoing|fol|preceding) lines)\b")
_TALKS = re.compile(r"(?i)(?:discuss|talk|speak|consult|confer|inform|brief|advise|tell|reply|respond|answer|comment)")
_PARTNER_THAT = re.compile(r"(?:your|the|his|their|[A-Z])[^,;:]{2,50}? (?:that|whether) ")
# 'the government to which you are accredited that'
_ACCREDITED = re.compile(r"(?:to|with|at|from) (?:which|whom) [^,;.]{3,60}? (?=that\b)")
_LISTED = re.compile(r"(?i)\b(?:following|fol|these)\b")
_ENDS_OBJECT = frozenset("IF FALLBACK LIMIT SEMICOLON".split())
_TIMES = frozenset("OCCASION DEADLINE".split())
_SKIPPED = frozenset("ADVERB DEADLINE OCCASION FALLBACK DASH TRY".split())


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
        fallback=reader.when.has("FALLBACK"),
        denied=reader.denied,
        allowed=reader.allowed,
        to=to,
    )


class _Reader:
    def __init__(self, words: str, sentence: Sequence[Piece], head: Head, start: int, end: int) -> None:
        self.words, self.sentence, self.head, self.start, self.end = words, sentence, head, start, end
        self.kinds = [piece.kind for piece in sentence]
        self.when = When(words, sentence, head, start, end)
        said = _without_asides(sentence[head.first : head.last + 1])
        self.denied = (
            any(piece.kind in ("NOT", "UNACCEPTABLE") or _REFUSES.search(piece.words) for piece in said)
            or self._is_forbidden()
        )
        modal = next((piece.words.lower() for piece in said if piece.kind in ("MODAL", "ORDERED")), "")
        self.allowed = head.shape == "own" or bool(
            re.match(r"may|might|can|could|(?:are|is).*(?:authori|empower|liberty|free)|have", modal)
        )

    def _is_forbidden(self) -> bool:
        """'In no event should you agree'."""
        return any(
            piece.kind == "LIMIT" and re.match(r"(?i)(?:in no|under no)", piece.words)
            for piece in self.sentence[self.start : self.head.last]
        )

    # -- what it is on --------------------------------------------------------------------------------

    def content(self) -> tuple[tuple[int, int] | None, str]:
        """What the act is on, and with whom it is to be done."""
        if self.head.kind == "DISCRETION":
            return self._discretion(), ""
        if self.head.shape == "wanted" and (named := _WANTED.match(self.sentence[self.head.last].words)):
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
            return (verb.start, trim(self.words, verb.start, self._stop(self.head.last))), ""
        none = _NONE.match(verb.words)
        if none and self.kinds[self.head.last + 1 : self.head.last + 2] != ["OF"]:
            return (verb.start + none.start("what"), verb.start + none.end("what")), ""
        relative = re.search(r",? (?:which|that)$", self.words[: self.sentence[self.head.first].start].rstrip())
        if relative and relative.group().endswith("which") and relative.start() > self.sentence[self.start].start:
            return (self._lead(self._subject()), relative.start()), ""
        return self._active(self.head.last + 1)

    @property
    def is_said_within(self) -> bool:
        """Whether the verb holds what it is on: 'make above points', 'leave the figure open'."""
        verb = self.sentence[self.head.last].words
        after = self.kinds[self.head.last + 1 : self.head.last + 2]
        if _LINE.match(verb) is not None:
            return after in (["COLON"], ["STOP"], [])
        return _LEFT.match(verb) is not None or (_MADE.match(verb) is not None and after != ["THAT"])

    def unsaid(self) -> tuple[int, int] | None:
        """What it is on where nothing stands behind the verb: the statement to be made, or the opening."""
        verb = self.sentence[self.head.last]
        left = _LEFT.match(verb.words)
        if left:
            return verb.start + left.start("what"), verb.start + left.end("what")
        made = _MADE.match(verb.words) or _LINE.match(verb.words)
        if made:
            rest = self.head.last + 1
            goes_on = rest < self.end and self.kinds[rest] in ("WORD", "IN", "OF") and verb.words[-1:] != ":"
            last = trim(self.words, verb.start, self._stop(rest)) if goes_on else verb.end
            to = _TO_NAME.search(self.words, verb.end, last)
            last = to.start() if to else last
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
            return (first, trim(self.words, first, verb.start)) if first < verb.start else None
        if re.match(r"(?i)(?:use|exercise|leave (?:it )?to) ", verb.words):
            return self._active(self.head.last + 1)[0]
        after = re.search(r"(?i) (?:to|in|at) (?:your|(?:the )?(?:embassy|ambassador)[’']s)", self.words[verb.end :])
        freely = _ALL_LEFT.match(self.words, verb.end)
        if freely:
            return self._lead(freely.end()), trim(self.words, freely.end(), self._stop(self.head.last))
        if after:
            return self._lead(verb.end), verb.end + after.start()
        return None

    def _passive(self) -> tuple[tuple[int, int] | None, str]:
        verb, modal = self.sentence[self.head.last], self.sentence[self.head.first]
        first = self._subject()
        subject = self.words[first : modal.start].strip()
        if verb.kind == "TOLD_DONE":
            return self._active(self.head.last + 1)[0], subject
        that = self.kinds[self.head.last + 1 : self.head.last + 2] == ["THAT"]
        if that and re.search(r"(?i)(?:^|[ ,;])it$", subject):
            return self._active(self.head.last + 1)
        if re.fullmatch(r"(?i)(?:\W*|it|this connection|there)", subject) or re.match(r"placed on|noted", verb.words):
            return self._active(self.head.last + 1)
        # 'It should be kept secret and should not be shown': one subject of both.
        before = next((each.start for each in self.sentence[self.start : self.head.first] if each.kind == "MODAL"), 0)
        last = trim(self.words, first, before if before > first else modal.start)
        asides = _ASIDE.search(self.words, first, last)
        return (first, asides.start() if asides and asides.start() > first else last), ""

    def _subject(self) -> int:
        """Where the subject of a passive begins: behind the last clause before it."""
        at = self.head.first
        if self.kinds[at] == "SHALL" and "ORDERED" in self.kinds[self.start : at]:
            at = at - 1 - self.kinds[self.start : at][::-1].index("ORDERED") + 1
            return self._lead(self.sentence[at].start)  # 'it is requested that this report be circulated'
        while at > self.start and self.kinds[at - 1] not in ("SEMICOLON", "COLON", "STOP", "RIGHT"):
            if self.kinds[at - 1] == "COMMA" and self.kinds[self.start] in ("IF", "OCCASION", "IN", "ADVERB", "OF"):
                break
            if self.kinds[at - 1] in ("PURPOSE", "REQUEST") or (
                self.kinds[at - 1] == "AND" and self.kinds[at - 2] == "COMMA"
            ):
                break
            at -= 1
        first = self.sentence[at].start
        finite = _CLAUSE.match(self.words, first, self.sentence[self.head.first].start)
        first = finite.end() if finite else first
        while (match := _OPENS_SUBJECT.match(self.words, first, self.sentence[self.head.first].start)) is not None:
            first = match.end()
        return first

    def _active(self, at: int) -> tuple[tuple[int, int] | None, str]:
        """What stands behind the verb."""
        at = self._skip(at)
        if at >= self.end:
            return None, ""
        stop = self._stop(at)
        first, to = self.sentence[at].start, ""
        verb = self.sentence[self.head.last].words
        home = _HOME.match(self.sentence[at + 1].words) if self.kinds[at : at + 2] == ["TO", "WORD"] else None
        if home and self.head.kind == "REPORT":
            first = self.sentence[at + 1].start + home.end()  # 'report to Dept any further proposals'
        elif self.head.kind != "CONSULT" and self.kinds[at] != "THAT":
            first, to = self._told(at, first, dative=bool(_DATIVE.match(verb)))
        if self.head.kind == "CONSULT" and (behind := self._behind_partner(verb, at, stop)):
            return (behind, trim(self.words, behind, stop)), ""
        if re.match(r"(?i)let\b|leave (?:\w+ )?in no", verb):
            know = _KNOW.search(self.words, first, stop)
            first = know.end() if know else first
        first = self._lead(self._behind_phrase(first))
        if first >= stop:
            return None, to
        last = trim(self.words, first, stop)
        lines = _LINES.search(self.words, first, last)
        if lines and lines.start() - first < 90 and (_TALKS.match(verb) or lines.start() <= first):
            return lines.span("what"), to  # 'discuss with them along following lines'
        asked = _PARTNER_THAT.match(self.words, first, last) if self.head.kind == "CONSULT" else None
        if asked:
            return (asked.end(), last), to  # 'ascertain from your colleague that'
        if self.kinds[at] != "THAT":
            last = self._without_receiver(verb, first, last)
        return (first, last), to

    def _skip(self, at: int) -> int:
        """Past adverbs, asides and 'to Department' behind the verb."""
        while at < self.end:
            kind = self.kinds[at]
            if kind in _SKIPPED:
                at += 1
            elif kind == "IF" and self.head.kind != "REPORT" and (close := self.when.before_that(at)) is not None:
                at = close + 1
            elif kind == "COMMA":
                close = next((i for i in range(at + 1, min(at + 14, self.end)) if self.kinds[i] == "COMMA"), None)
                at = close + 1 if close is not None else at + 1
            elif kind == "TO" and at + 1 < self.end and _HOME.match(self.sentence[at + 1].words):
                word = self.sentence[at + 1]
                if _HOME.fullmatch(word.words):
                    at += 2
                else:
                    break
            else:
                break
        return at

    def _told(self, at: int, first: int, *, dative: bool) -> tuple[int, str]:
        """Where what is to be said begins behind the person it is said to, and that person."""
        joined = self.kinds[at] in ("TO", "IN") and re.match(r"(?i)to|with|from|upon", self.sentence[at].words)
        if not (dative or joined):
            # 'stress Chehab that', where a cable leaves 'to' out
            named = _NAME.match(self.words, first)
            if named is None or not self.words.startswith("that ", named.end()):
                return first, ""
            return named.end(), named.group().strip()
        begin = self.sentence[at + 1].start if joined and at + 1 < self.end else first
        if joined and "THAT" in self.kinds[at : min(at + 9, self.end)]:
            that_at = self.sentence[self.kinds.index("THAT", at)].start
            if _NAMES_ALONE.match(self.words[begin:that_at]):
                return that_at, self.words[begin:that_at].strip()
        match = _PRONOUN.match(self.words, begin) or _NAME.match(self.words, begin)
        if dative and not joined and (place := self._listed(at)) is not None:
            return self.sentence[place].start, self.words[begin : self.sentence[place].start].strip()
        told = _SUBSTANCE.match(self.words, begin) if dative and not joined else None
        if told is not None:
            return told.end(), told.group().strip()
        if match is None and dative and not joined:
            ends = _ASKED_TO if _ASKS.match(self.sentence[self.head.last].words) else _DATIVE_ENDS
            that = ends.search(self.words, begin, self.when.last())
            near = that is not None and that.start() - begin < 90
            return (that.end(), self.words[begin : that.start()]) if that and near else (first, "")
        if match is None or match.end() == begin:
            return first, ""
        accredited = _ACCREDITED.match(self.words, match.end())
        return accredited.end() if accredited else match.end(), match.group().strip()

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
        partner = _NAME.match(self.words, self.sentence[at].end + 1, stop)
        behind = partner.end() if partner else stop
        return behind if _SUBJECT.match(self.words, behind, stop) else 0

    def _behind_phrase(self, first: int) -> int:
        """Past how and when it is to be told: 'inform him, in this connection, that'."""
        if self.head.kind not in ("CLEAR", "ASSURE", "TOLD_DONE", "CLEAR_DONE"):
            return first
        phrase = _PHRASE.match(self.words, first, self.when.last())
        return phrase.end() if phrase else first

    def _lead(self, first: int) -> int:
        """Past small words and marks before what is meant."""
        match = re.compile(r"[\s,:–—]*").match(self.words, first)
        first = match.end() if match else first
        manner = _MANNER.match(self.words, first)
        first = manner.end() if manner else first
        if _THAT_ONE.match(self.words, first):
            return first
        match = _THAT.match(self.words, first) or _LEADING.match(self.words, first)
        return match.end() if match else first

    def _stop(self, at: int) -> int:
        """Where the object ends: a condition behind it, the next order, the end of the sentence."""
        content = "THAT" in self.kinds[at : min(at + 6, self.end)]
        verb = self.sentence[self.head.last].words
        for place in range(at + 1, self.end):
            kind = self.kinds[place]
            before = self.kinds[place - 1]
            if kind == "COLON" and self._is_list(at, place):
                return self.sentence[place - 1].end
            if not content and self.when.is_inverted_behind(place):
                return self.sentence[place - 1].end
            if kind == "IF" and self.head.kind in ("CLEAR", "ASSURE") and before != "COMMA":
                continue
            if kind == "SEMICOLON" and content and "THAT" in self.kinds[place + 1 : place + 3]:
                continue  # 'that we are grateful; that our study ...; and that ...'
            if kind == "SEMICOLON" or (kind in _ENDS_OBJECT and (not content or kind in ("LIMIT", "FALLBACK"))):
                return (
                    self.sentence[place - 1].end if before not in ("COMMA", "AND") else self.sentence[place - 1].start
                )
            if (
                kind == "PURPOSE"
                and not content
                and (before == "COMMA" or self.head.kind not in ("CLEAR", "ASSURE", "PROPOSE"))
            ):
                return self.sentence[place - 1].end
            if kind in _TIMES and not content and (place >= self.end - 2 or self.head.kind in ("CONSULT", "RAISE")):
                return self.sentence[place - 1].end
            if self._breaks(at, place, content=content):
                return self.sentence[place - 1].start
            if (
                before == "COMMA"
                and kind == "WORD"
                and (self.head.kind not in ("CLEAR", "ASSURE") or self.kinds[at] == "OF" or _DRAWN_ON.match(verb))
                and _PARTICIPLE.match(self.sentence[place].words)
            ):
                return self.sentence[place - 1].start
        return self.when.last()

    def _breaks(self, at: int, place: int, *, content: bool) -> bool:
        """Whether a bracket around it ends here, a 'that is' or a sentence begins: 'paras A and B. Posts may'."""
        before = self.kinds[place - 1]
        if before == "COMMA":
            return not content and _THAT_IS.match(self.words, self.sentence[place].start) is not None
        if before != "STOP":
            return False
        if self.kinds[place] == "RIGHT":
            return "LEFT" not in self.kinds[at:place]
        label = self.sentence[place - 2].words.rpartition(" ")[2]
        return len(label) == 1 and _NEW_SENTENCE.match(self.words, self.sentence[place].start) is not None

    def _is_list(self, at: int, colon: int) -> bool:
        """'The following points: (a) ...': the list is what they are."""
        said = self.words[self.sentence[at].start : self.sentence[colon].start]
        quoted = self.kinds[colon + 1 : colon + 2] == ["QUOTE"]
        return not quoted and len(said) < 80 and _LISTED.search(said) is not None

    def _without_receiver(self, verb: str, first: int, last: int) -> int:
        """'deliver it to the Foreign Office': without the office."""
        if self.head.kind in _TRANSFER or (self.head.kind == "CLEAR" and _CONVEYS.match(verb)):
            match = _TO_NAME.search(self.words, first, last)
            if match and _BELONGS.search(self.words, first, match.start()):
                match = None
            near = match is not None and match.start() - first < 120
            if match and near and (self.head.kind in _TRANSFER or last - match.start() < 60):
                last = match.start()
        freely = _FREELY.search(self.words[:last], first)
        last = freely.start() if freely else last
        said = _BY_SAYING.search(self.words, first, last)
        if said and said.start() - first > 2 and self.head.kind != "FORESTALL":
            last = said.start()
        if self.head.kind == "CONSULT" and re.match(r"(?i)(?:approach|see|call|contact)", verb):
            aim = _CONSULTED_TO.search(self.words, first, last)
            last = aim.start() if aim else last
        again = _AGAIN.search(self.words, first, last) if self.head.kind == "CONSULT" else None
        last = again.start() if again else last
        if self.head.kind == "CONSULT" and re.match(r"(?i)discuss", verb):
            match = _DISCUSSED.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
        if self.head.kind == "RAISE" or _DRAWS.match(verb):
            match = _ATTENTION.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
        if self.head.kind == "REPORT":
            match = _BEHIND_REPORT.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
            match = _WITH_REPORT.search(self.words, first, last)
            last = match.start() if match and match.start() > first else last
        return last


def _without_asides(sentence: Sequence[Piece]) -> list[Piece]:
    """The pieces of a head but for those between two commas: 'officers, not mentioning it, should see'."""
    commas = [place for place, piece in enumerate(sentence) if piece.kind == "COMMA"]
    inside = range(commas[0], commas[-1]) if len(commas) > 1 else range(0)
    return [piece for place, piece in enumerate(sentence) if place not in inside]
