"""Reads when an instrument enters into force, at once or for those that come later, from a sentence of its clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.status.clause_subjects import name_of, subject_of
from travaux.status.clause_times import ACTS, When, times
from travaux.status.items import DELAY, PERIOD, Item, has
from travaux.status.named_states import named_states
from travaux.status.sentence import Sentence
from travaux.status.terms import Condition, EntryIntoForce, LaterEntry, Measure, Term, Trigger

_VERBS = frozenset({"ENTERS", "EFFECT"})
#: Where what is said of the entry into force ends.
_STOPS = frozenset(
    {"REMAIN", "RENEW", "TERMINATE", "UNLESS", "SEMICOLON", "SUPERSEDE", "EXPIRE", "WITHDRAW", "APPLIES"}
)


_CONSENT = re.compile(r"(?i)such (?:consent|acceptance|accession|ratification|approval)\b")
#: 'If a State deposits its instrument after this Agreement has entered into force'
_IF_ONE = re.compile(
    r"(?i)\W*(?:if|where|when) (?:a|an|any|another|the other) [^.;]{3,200}?\bafter (?:this|the|its|that)\b"
)
#: For a territory to which a party extends it later.
_TERRITORY = re.compile(r"(?i)\b(?:in respect of|for|to) (?:such|that|the said|any such) territor")
_RELATIVE = re.compile(r"(?i)\b(?:that|which) (?:shall|will) $")
#: What makes of a clause a time or a condition.
_ON_CONDITION = re.compile(r"(?i)\b(?:if|when|once|where|until|unless|after|before|as|while) $")
#: A party's own act, of which a sentence is said.
_OF_ONE = re.compile(
    r"(?i)(?:any )?(?:instruments?|adherences?|accessions?|adhesions?|ratifications?|acceptances?|approvals?)\b"
)
_JOINING = re.compile(r"(?i)accession|adherence|adhesion|acceding")
#: What tells a party that comes later, where the act is a notice.
_COMING = re.compile(
    r"(?i)acced|accession|adher|later|other|subsequent|consent|thereafter|join|after the (?:date|day|entry)"
)
#: What is said of a protocol to the instrument is not said of it.
_OF_ANOTHER = re.compile(
    r"(?i)\b(?:protocol|amendment|addendum|annexe?|agreement|instrument)s? (?:of \w+ )?(?:to|of|under) $|"
    r"\b(?:under|with|in|by|to|for) (?:articles?|paragraphs?|sections?|chapters?|annex(?:es)?) "
    r"[\w.()]+(?:(?:,| and| or| to) [\w.()]+)* "
    r"(?:of|to) $"
)
#: 'The terms of this Agreement regarding textiles'
_TERMS_OF = re.compile(r"(?i)\b(?:terms|provisions|rules|obligations|commitments|rights) (?:\w+ )?(?:of|under|in) $")
_REGARDING = re.compile(
    r"(?i)\s+(?:regarding|relating|concerning|with (?:respect|regard)|as to|on|"
    r"in (?:article|chapter|annex)|that|which)\b"
)
#: What only tells what an act is for: 'for this Agreement to become effective'.
_INFINITIVE = re.compile(r"(?i)(?<!is )(?<!are )\bto $")
#: 'where these conditions have not been fulfilled by that date'
_UNFULFILLED = re.compile(
    r"(?i)\b(?:conditions?|requirements?) (?:has|have|had|is|are) not (?:been |yet been )?"
    r"(?:fulfilled|met|satisfied|complied)"
)
#: 'for any Party that has made such a notification'
_HAS_ACTED = re.compile(r"(?:,? (?:that|which|who))? ha(?:s|ve)\b(?! not)")
#: Several parties, told apart only as those that have acted.
_THOSE = re.compile(
    r"(?i)\b(?:those|these) (?:contracting |signatory |member )*"
    r"(?:states|parties|governments|members|signatories|countries|powers)$"
)
#: What begins like a duration and tells the day of entry into force: 'shall be valid from the date of its signature'.
_IS_VALID = re.compile(
    r"(?i)(?:be|is|are) (?:valid|effective|in (?:full )?(?:force|effect|operation)|"
    r"operative|binding|applicable)"
)
#: Words that end a quotation, as of a text that another is to have.
_IN_QUOTES = re.compile(r"^[^“‘\"]*[’”\"][.;]?\s*$")
_NAMED_STATE = re.compile(
    r"\s+(?:[Ff]or|[Ii]n respect of|[Ii]n relation to|[Ww]ith (?:regard|respect) to) (?:the (?:Republic|Kingdom) of )?"
    r"(?!Contracting|Part|State|Member|Signator|Government|High|Countr|The)[A-Z][a-z]+"
)


def entry_terms(sentence: Sentence) -> Iterator[Term]:
    """The entry into force of the instrument, or that for later parties, as a sentence gives it."""
    if sentence.words.rstrip().endswith(":"):  # its items say it
        return
    row = sentence.items
    told = list(_entry_is(sentence, row))
    if told:
        yield from told
        return
    for place, item in enumerate(row):
        if not _begins(sentence, row, place):
            continue
        subject = subject_of(row, place)
        if subject is not None and _CONSENT.match(subject.words) and row[0].kind == "LATER":
            yield from _of_later(sentence, times(row[place + 1 :], Trigger.DEPOSITS))
        elif _is_accession(sentence, row, place) or (subject and subject.kind == "IT" and sentence.deed == "joining"):
            yield from _of_later(sentence, times(row[place + 1 :], Trigger.DEPOSITS))
        elif _is_of_instrument(sentence, subject, item):
            yield from _terms(sentence, row, place)
    if not has(row, *_VERBS):
        yield from _constituted(sentence, row)


def _begins(sentence: Sentence, row: Sequence[Item], place: int) -> bool:
    """Whether the item at `place` is a verb that says when something begins."""
    item = row[place]
    if item.kind == "REMAIN":
        told = [each.kind for each in row[place + 1 : place + 4] if each.kind not in ("IMMEDIATELY", "COMMA")]
        act = any(kind in ("SIGNATURE", "DEPOSIT", "EXCHANGE", "DATE", "RECEIPT", "NEXT_DAY") for kind in told[1:])
        led = told[:1] and told[0] in ("ON", "AFTER", "FROM", DELAY) and (act or told[0] == DELAY)
        return (
            bool(led) and _IS_VALID.match(item.words) is not None and has(row[:place], "SHALL") and _is_main(row, place)
        )
    return item.kind in _VERBS and _is_main(row, place) and not _INFINITIVE.search(sentence.words, 0, item.start)


def _entry_is(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    """'The entry into force of this Agreement shall be thirty days after', 'Entry into force for States that ratify
    later shall be on'"""
    at = next((at for at, item in enumerate(row[:4]) if item.kind == "ENTRY"), None)
    shall = next((at for at, item in enumerate(row) if item.kind == "SHALL"), None)
    if (
        at is None
        or shall is None
        or shall < at
        or has(row[:at], "AMENDMENT", "AFTER", "BEFORE", "ON", "UNTIL", "FROM")
    ):
        return
    if has(row[at:shall], "AMENDMENT", "PART_OF_IT") or not re.match(r"(?i)\s+be\b", sentence.words[row[shall].end :]):
        return
    whens = times(row[shall + 1 :])
    if has(row[at:shall], "LATER"):
        yield from _of_later(sentence, whens)
    elif row[at + 1].kind in ("THIS", "SHALL"):
        about = {"words": sentence.words, "at": sentence.at, "address": sentence.address}
        for when in whens[:1]:
            yield _entry(sentence, when, (), False, about)


def _is_accession(sentence: Sentence, row: Sequence[Item], place: int) -> bool:
    """'an instrument of accession, which shall take effect', 'accession shall take effect'"""
    once = sum(item.kind == "SHALL" for item in row[:place]) == 1
    first = next((item for item in row if item.kind not in ("NUM", "ALL")), row[place])
    if once and _OF_ONE.match(sentence.words, first.start) and not has(row[:place], "AMENDMENT"):
        return first.kind in ("INSTRUMENTS", "RATIFY") and not _RELATIVE.search(sentence.words, 0, row[place].start)
    if _accession_is_made(row, place):
        return True
    before = [item for item in row[max(place - 4, 0) : place] if item.kind not in ("WHICH", "SHALL", "COMMA")]
    last = before[-1] if before else None
    alone = last is not None and (last.kind == "INSTRUMENTS" or (last.kind == "RATIFY" and last is row[0]))
    return alone and last is not None and last.words.lower().endswith(("accession", "adherence", "adhesion"))


def _accession_is_made(row: Sequence[Item], place: int) -> bool:
    """'Accession shall be effected by a notification, and shall take effect on the date of its receipt'"""
    first = row[0]
    return (
        first.kind == "RATIFY"
        and _JOINING.match(first.words) is not None
        and has(row[1:3], "SHALL")
        and has(row[place - 1 : place], "SHALL")
        and not has(row[:place], "THIS", "AMENDMENT")
    )


def _of_later(sentence: Sentence, whens: Sequence[When]) -> Iterator[LaterEntry]:
    """'For a State which expresses its consent after that, such consent shall take effect one year after'"""
    for when in whens[:1]:
        yield LaterEntry(
            words=sentence.words, at=sentence.at, address=sentence.address, trigger=when.trigger, delay=when.delay
        )


def _constituted(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    """'shall constitute an agreement between our two Governments with effect from the date of ...'"""
    at = next((at for at, item in enumerate(row) if item.words.lower() == "with effect from"), None)
    if (
        at is not None
        and has(row[:at], "REPLY", "NOTES")
        and re.search(r"(?i)\bconstitut", sentence.words[: row[at].start])
    ):
        yield from _terms(sentence, row, at)


def _is_of_instrument(sentence: Sentence, subject: Item | None, verb: Item) -> bool:
    """Whether what enters into force is the instrument, and not an amendment, a measure or another text."""
    if _IN_QUOTES.search(sentence.words) or _TERRITORY.search(sentence.words):
        return False
    if subject is not None and subject.kind == "THIS":
        before = sentence.words[: subject.start]
        if _TERMS_OF.search(before) and _REGARDING.match(sentence.words, subject.end):
            return False
        finite = sentence.words[subject.end : verb.start].strip() == ""
        return not _OF_ANOTHER.search(before) and not (finite and _ON_CONDITION.search(before))
    if subject is not None and subject.kind != "IT":
        return False
    if subject is None:
        return sentence.on_entry and not has(sentence.items[:3], "PROVISIONAL")
    many = subject.words.lower() == "they"
    other = (sentence.amending or _amends(sentence)) and sentence.title_noun != "amendment"
    told = sentence.named or sentence.opens or sentence.lead or "force" in sentence.heading.lower()
    return (
        verb.kind == "ENTERS"
        and not many
        and not other
        and not sentence.deed
        and bool(told or has(sentence.items, "THIS"))
    )


def _amends(sentence: Sentence) -> bool:
    heading = sentence.heading.lower()
    return any(word in heading for word in ("amend", "revision", "modif")) and "force" not in heading


def _is_main(row: Sequence[Item], place: int) -> bool:
    """Whether the verb says something of its own, and does not only tell a time ('the date on which it enters ...')."""
    for item in reversed(row[max(place - 6, 0) : place]):
        if item.kind in ("SHALL", "MAY"):
            return item.kind == "SHALL" and not _tells_day(row, row.index(item))
        if item.kind == "NOT":
            return False
        if item.kind in ("WHICH", "AFTER", "UNTIL", "BEFORE", "FROM", "ON", "UNLESS", "LASTING"):
            return False
        if item.kind in ("THIS", "IT", "COMMA", "IMMEDIATELY", "PROVISIONAL", "THEREAFTER", "LATER", "FOR_THAT"):
            continue
        return False
    return place > 0


def _tells_day(row: Sequence[Item], shall: int) -> bool:
    """'the date on which it will take effect'"""
    subjects = ("THIS", "IT", "OTHER", "AMENDMENT", "PART_OF_IT")
    first = shall
    while first > 0 and row[first - 1].kind in subjects:
        first -= 1
    return first < shall and [item.kind for item in row[max(first - 2, 0) : first]] == ["ON", "WHICH"]


def _terms(sentence: Sentence, row: Sequence[Item], place: int) -> Iterator[Term]:
    tail, conditions = _tail(sentence, row, place)
    tail, later = _later_apart(sentence, tail)
    whens = times(tail)
    if not whens:
        dated = next((item for item in tail if item.kind in (DELAY, PERIOD)), None)
        passed = ("THIS", "SUBJECT_TO", "DATE") if dated else ("THIS", "SUBJECT_TO")
        whens = times([item for item in row[:place] if item.kind not in passed])
        if dated is not None and dated.delay is not None:
            whens = [replace(when, delay=dated.delay) for when in whens]
    if not whens and _UNFULFILLED.search(sentence.words):
        whens = times(tail, Trigger.DEPOSITS)
    about = {"words": sentence.words, "at": sentence.at, "address": sentence.address}
    if whens and _is_later(sentence, row, place, whens[0]):
        yield LaterEntry(trigger=whens[0].trigger, delay=whens[0].delay, **about)  # type: ignore[arg-type]
        return
    yield from _of_later(sentence, later)
    latest = any(item.kind == "WHICHEVER" and "late" in item.words.lower() for item in tail)
    for when in whens:
        yield _entry(sentence, when, conditions, latest and len(whens) > 1, about)
    if len(whens) == 1 and whens[0].trigger is Trigger.DATE:
        for when in _otherwise(row, place, whens[0]):
            yield _entry(sentence, when, (), False, about)


def _later_apart(sentence: Sentence, tail: list[Item]) -> tuple[list[Item], list[When]]:
    """What is said of all, and the time of those that come later: '..., and in respect of any Government which signs it
    thereafter on the date of its signature'."""
    for at, item in enumerate(tail):
        if at and item.kind == "LATER" and times(tail[:at]) and _COMING.search(sentence.words, item.start):
            whens = times(tail[at + 1 :])
            if whens and has(tail[at + 1 :], "ON", DELAY, PERIOD) and not has(tail[at + 1 : at + 2], "COMMA"):
                return tail[:at], whens
    return tail, []


def _is_later(sentence: Sentence, row: Sequence[Item], place: int, when: When) -> bool:
    """Whether an entry is that for a party which comes later, or for one that is named, and not for all."""
    if when.trigger is Trigger.DATE:
        return False
    near = row[: place + 3] if has(row[place + 1 : place + 2], "COMMA") else row[: place + 2]
    later = next((item for item in near if item.kind == "LATER"), None)
    if has(row[place + 1 : place + 2], "FOR_THAT") or _IF_ONE.match(sentence.words):
        return True
    if later is None:
        joins = _JOINING.search(sentence.heading) is not None and "force" not in sentence.heading.lower()
        return joins or _NAMED_STATE.match(sentence.words, row[place].end) is not None
    if _HAS_ACTED.match(sentence.words, later.end) and (when.count or when.share_of):
        return False
    if _THOSE.search(later.words) and not re.match(
        r"(?i),? (?:which|that|who|ratif|acced)", sentence.words[later.end :]
    ):
        return False
    if "such " in later.words.lower():
        return True
    return when.trigger is not Trigger.NOTIFICATIONS or bool(_COMING.search(sentence.words))


def _otherwise(row: Sequence[Item], place: int, first: When) -> Iterator[When]:
    """What counts where the day named has passed: 'or, failing that, ...', 'and if ... after that date, on ...'."""
    named = first.date_item
    for at in range(place + 1, len(row)):
        again = row[at].kind == "DATE" and row[at] is not named and named is not None and row[at].date == named.date
        failing = row[at].kind == "UNLESS" and row[at].words.lower() == "failing"
        if again or failing:
            found = times(row[at + 1 :])
            if again and found and found[0].count is None:
                found = [
                    replace(found[0], count=next((item.number for item in row[place:at] if item.kind == "ORD"), None))
                ]
            yield from found[:1]
            return


def _entry(
    sentence: Sentence, when: When, conditions: tuple[Condition, ...], latest: bool, about: dict[str, object]
) -> EntryIntoForce:
    date = when.date_item.date if when.date_item else None
    term = EntryIntoForce(
        trigger=when.trigger,
        count=when.count,
        share_of=when.share_of,
        delay=when.delay,
        date=date if when.trigger is Trigger.DATE else None,
        not_before=date if when.trigger is not Trigger.DATE else None,
        other=name_of(sentence, when.other) if when.other else "",
        conditions=conditions,
        **about,  # type: ignore[arg-type]
    )
    return replace(term, latest=True) if latest else term


def _tail(sentence: Sentence, row: Sequence[Item], place: int) -> tuple[list[Item], tuple[Condition, ...]]:
    """What stands behind the verb and belongs to it, and the conditions at its end."""
    tail: list[Item] = []
    for at in range(place + 1, len(row)):
        item = row[at]
        if (item.kind in _STOPS and tail) or (item.kind in _VERBS and _is_main(row, at)):
            break
        if item.kind == "PROVIDED" and any(each.kind in ACTS or each.kind == "DATE" for each in tail):
            return tail, _conditions(sentence.words[item.start :], row[at:])
        tail.append(item)
    return tail, ()


def _conditions(said: str, row: Sequence[Item]) -> tuple[Condition, ...]:
    """What else must be so, as `said` at the end of a sentence: who must be among them, and how much or how many."""
    words = " ".join(item.words for item in row)
    named = named_states(said)
    among = (Condition(Measure.NAMED_STATES, said.strip(" ."), parties=named),) if named else ()
    for at, item in enumerate(row):
        if item.kind == "PERCENT":
            figures = "".join(sign for sign in item.words if sign.isdigit() or sign == ".")
            return (*among, Condition(Measure.SHARE, words, share=float(figures) if figures else None))
        if item.kind == "NUM" and at + 1 < len(row) and row[at + 1].kind in ("PARTIES", "INSTRUMENTS", "RATIFY"):
            return (*among, Condition(Measure.STATES_OF_A_KIND, words, count=item.number))
    return among
