"""Reads what else final clauses say: of other instruments, provisional application, amendment, languages, consent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from travaux.status.clause_subjects import name_of, subject_of
from travaux.status.items import Item, has
from travaux.status.sentence import Sentence
from travaux.status.terms import (
    Amendment,
    AuthenticLanguages,
    Consent,
    Continuation,
    Depositary,
    ProvisionalApplication,
    ReadAs,
    Savings,
    Supersession,
    Term,
    Testimonium,
    Trigger,
)

_MEANS = {
    "ratification": r"ratif", "acceptance": r"accept", "approval": r"approv", "accession": r"acce(?:d|ss)|adhe(?:r|s)",
    "formal confirmation": r"formal(?:ly)? confirm", "signature": r"signature",
}  # fmt: skip
_WITH = re.compile(
    r"(?i)\b(?:deposit(?:ed|ion|ing)?|lodged)\b[^.;]{0,60}?\bwith "
    r"(?P<name>(?:the )?(?-i:[A-Z])[^.;,]{3,90}?|the [a-z][a-z -]{3,60}?)"
    r"(?=,| which| who| as | not later| and shall| within| in accordance| by | for |\.|;|$)"
)
_DESIGNATED = re.compile(
    r"(?i)\b(?P<name>the (?:(?!shall|depositar)\S+ ){1,12}?)"
    r"(?:shall (?:be|act as|serve as|perform the functions of)|is|acts as)(?: hereby)?"
    r"(?: designated(?: as)?)?(?: the)? ?depositary"
)
_DONE = re.compile(
    r"(?i)\b(?:done|signed|executed|made)\b(?: and signed)?"
    r"(?:,? in (?:\w+ )?(?:duplicate|triplicate|originals?|copies|\w+ (?:original|cop)\w*))?,?"
    r" (?:at|in) (?:the city of )?(?P<place>(?-i:[A-Z])[\w.’'-]+(?: (?:(?-i:[A-Z])[\w.’'-]+|of|de|the))*)"
)


_MARKS = ' ,“”"‘’'
#: 'References in the Arrangement to the Convention shall be read as references to this Treaty'
_REFERENCES_IN = re.compile(
    r"(?i)\breferences? (?:made |contained )?(?:in|within) (?P<other>[^;]{3,200}?) to (?P<old>[^;]{3,200}?) "
    r"(?:shall|will|is to|are to|should|must) (?:henceforth |thereafter |hereafter )?be "
    r"(?:read|understood|construed|deemed|interpreted|considered|regarded|treated) (?:as|to be|to mean)"
    r"(?: (?:an? |the )?references? to)? (?P<new>[^.;]+)"
)
_GOES_ON = re.compile(
    r"(?i)(?:remains?|stays?|is kept|are kept|(?:is|are|be) (?:kept |continued )?in (?:full )?force|"
    r"be maintained in force|"
    r"continues?(?:d)? (?:to be |to )?(?:in (?:full )?(?:force|effect|operation)|valid|effective|appl|have effect|bind|"
    r"govern)|"
    r"unaffected|maintained)\b|continues? to apply"
)
#: What stands under, or is a provision of, what is named behind it.
_BENEATH = re.compile(
    r"(?i)\b(?:(?:articles?|paragraphs?|annex(?:es)?|protocols?|sections?) [\w.()]* ?(?:of|to|in)|under|with|"
    r"within|in|to) $"
)
_BENEATH_ARTICLE = re.compile(
    r"(?i)\b(?:articles?|paragraphs?|chapters?|sections?|annex(?:es)?) [\w.()]* ?(?:of|to|in) $"
)
_OWN_NOUN = re.compile(
    r"(?i)\s+(?:\w+ )?(?:agreement|convention|treaty|protocol|memorandum|arrangement|charter|statute|constitution)\b"
)
#: Law that stands outside the instrument.
_ELSEWHERE = re.compile(r"(?i)\b(?:international law|charter|other (?:treat|agreement|convention)|existing|treaties)")
_RIGHTS = re.compile(r"(?i)\b(?:rights|obligations|sovereignty|jurisdiction|claims|position)\b")
#: What is provisional of itself.
_MEASURE = re.compile(r"(?i)\bmeasures?\b|\bgoods\b|\bsafeguard|\bsuspension\b|\bbenefits\b|\bdut(?:y|ies)\b")


def other_terms(sentence: Sentence) -> Iterator[Term]:
    """The further terms that a sentence sets."""
    for read in (
        _superseded,
        _continued,
        _read_as,
        _saved,
        _provisional,
        _amended,
        _deposited,
        _languages,
        _consent,
        _done,
    ):
        yield from read(sentence, sentence.items)


def _about(sentence: Sentence) -> dict[str, object]:
    return {"words": sentence.words, "at": sentence.at, "address": sentence.address}


def _superseded(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    for at, item in enumerate(row):
        other = next((each for each in row[at + 1 : at + 6] if each.kind == "OTHER"), None)
        if item.kind == "SUPERSEDE" and other is not None and has(row[:at], "THIS", "IT"):
            name = name_of(sentence, other)
        elif (
            item.kind in ("SUPERSEDE", "EXPIRE", "TERMINATE")
            and has(row, "THIS")
            and has(row, "ENTRY", "ENTERS", "SUPERSEDE")
        ):
            subject = next((each for each in row[:at] if each.kind == "OTHER"), None)
            if subject is None or has(row[: row.index(subject)], "THIS"):
                continue
            name = name_of(sentence, subject)
        else:
            continue
        between = bool(
            re.search(
                r"(?i)between the (?:contracting )?parties|as between|parties to (?:this|the present)", sentence.words
            )
        )
        yield Supersession(other=name, between_parties=between, **_about(sentence))  # type: ignore[arg-type]
        return


def _continued(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    for at, item in enumerate(row):
        if item.kind not in ("REMAIN", "CONTINUE") or not _GOES_ON.match(sentence.words, item.start):
            continue
        subject = subject_of(row, at)
        if subject is not None and subject.kind == "OTHER" and has(row[:at], "SHALL"):
            # 'the Administrative Agreement under Article III of the Security Treaty': the first is meant.
            named = next(each for each in row if each.kind == "OTHER")
            if _BENEATH.search(sentence.words, 0, named.start):
                continue
            yield Continuation(other=name_of(sentence, named), **_about(sentence))  # type: ignore[arg-type]
            return


def _read_as(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    found = _REFERENCES_IN.search(sentence.words)
    if found is not None:
        new = found["new"].strip(_MARKS)
        yield ReadAs(old=found["old"].strip(_MARKS), new=new, other=found["other"].strip(_MARKS), **_about(sentence))  # type: ignore[arg-type]
        return
    place = next((at for at, item in enumerate(row) if item.kind == "READ_AS"), None)
    named = next((item for item in row[:place] if item.kind == "REFERENCES"), None) if place is not None else None
    if place is None or named is None or re.search(r"(?i)\bcontinues? to be read\b", sentence.words):
        return
    old = re.split(r"(?i)\b(?:shall|will|is to|are to|in the)\b", sentence.words[named.end : row[place].start])[0]
    new = re.split(r"[.;]", sentence.words[row[place].end :])[0]
    other = next((item for item in row[:place] if item.kind == "OTHER"), None)
    yield ReadAs(
        old=old.strip(_MARKS),
        new=re.sub(r"(?i)^\s*(?:as )?(?:(?:a )?references? to )?", "", new).strip(_MARKS),
        other=name_of(sentence, other) if other else "",
        **_about(sentence),  # type: ignore[arg-type]
    )


def _saved(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    place = next((at for at, item in enumerate(row) if item.kind == "AFFECT"), None)
    if place is None or has(row, "AMENDMENT", "TERMINATION", "WITHDRAWAL"):
        return
    item = row[place]
    subject = next((each for each in row[:place] if each.kind == "THIS"), None)
    if item.words.lower() == "nothing in this":
        own = _OWN_NOUN.match(sentence.words, item.end) is not None
    else:
        own = subject is not None and not _BENEATH_ARTICLE.search(sentence.words, 0, subject.start)
    behind = sentence.words[item.end :]
    elsewhere = has(row[place:], "OTHER") or _ELSEWHERE.search(behind) is not None
    if own and (elsewhere or (_RIGHTS.search(behind) and not has(row[place + 1 :], "THIS"))):
        yield Savings(**_about(sentence))  # type: ignore[arg-type]


def _provisional(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    place = next((at for at, item in enumerate(row) if item.kind == "PROVISIONAL"), None)
    if place is None or not has(row, "THIS", "IT", "ENTRY") or not _is_applied(row, place):
        return
    if _MEASURE.search(sentence.words):
        return
    if has(row[max(place - 2, 0) : place], "TERMINATE", "TERMINATION"):
        return
    date = next((item.date for item in row if item.kind == "DATE"), None)
    if date is None and not has(row, "SIGNATURE", "ENTRY", "SHALL", "MAY"):
        return
    trigger = (
        Trigger.SIGNATURE
        if has(row, "SIGNATURE")
        else Trigger.NOTIFICATIONS
        if has(row, "NOTICE", "NOTIFYING")
        else Trigger.AGREED
    )
    yield ProvisionalApplication(
        trigger=Trigger.DATE if date else trigger,
        date=date,
        may=has(row[max(place - 6, 0) : place + 3], "MAY"),
        **_about(sentence),  # type: ignore[arg-type]
    )


def _is_applied(row: Sequence[Item], place: int) -> bool:
    """Whether it is the instrument, or a part of it, that is applied provisionally."""
    for at in range(max(place - 3, 0), min(place + 5, len(row))):
        if row[at].kind in ("APPLIES", "ENTERS", "EFFECT"):
            subject = subject_of(row, at)
            if (subject is not None and subject.kind in ("THIS", "IT")) or has(row[at + 1 : at + 3], "THIS", "IT"):
                return True
            if subject is None and at == place + 1:  # 'The provisional application begins ...'
                return True
    return False


def _amended(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    for at, item in enumerate(row):
        if (
            item.kind == "AMENDS"
            and not sentence.words[: item.start].endswith("as ")
            and has(row[:at], "MAY", "SHALL")
            and (has(row, "THIS", "IT") or "amend" in sentence.heading.lower())
        ):
            yield Amendment(**_about(sentence))  # type: ignore[arg-type]
            return


def _deposited(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    found = _DESIGNATED.search(sentence.words) if has(row, "DEPOSITARY") else None
    if found is None and has(row, "DEPOSIT") and has(row, "INSTRUMENTS", "RATIFY", "THIS") and has(row, "SHALL"):
        found = _WITH.search(sentence.words)
    if found is not None and not re.search(r"(?i)^the depositar", found["name"]):
        yield Depositary(name=found["name"].strip(" ,"), **_about(sentence))  # type: ignore[arg-type]


def _languages(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    named = [item.words.capitalize() for item in row if item.kind == "LANGUAGE"]
    if not named or not (
        has(row, "AUTHENTIC", "PREVAIL") or (has(row, "DONE_AT") and "language" in sentence.words.lower())
    ):
        return
    prevails = next((at for at, item in enumerate(row) if item.kind == "PREVAIL"), None)
    over = (
        [item.words.capitalize() for item in row[:prevails] if item.kind == "LANGUAGE"] if prevails is not None else []
    )
    languages = tuple(dict.fromkeys(named))
    yield AuthenticLanguages(languages=languages, prevails=over[-1] if over else "", **_about(sentence))  # type: ignore[arg-type]


def _consent(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    means: dict[str, None] = {}
    for at, item in enumerate(row):
        if item.kind not in ("SUBJECT_TO", "OPEN_TO") or not has(row, "THIS", "IT") or has(row[:at], "AMENDMENT"):
            continue
        subject = subject_of(row, at)
        if item.words.lower().startswith("require") or (item.kind == "SUBJECT_TO" and not _is_this(row, at, subject)):
            continue
        said = " ".join(
            each.words
            for each in row[at : at + 8]
            if each.kind in ("RATIFY", "INSTRUMENTS", "SIGNATURE", "LATER", "SUBJECT_TO", "OPEN_TO")
        )
        means |= dict.fromkeys(name for name, sign in _MEANS.items() if re.search(rf"(?i){sign}", said))
    if means:
        yield Consent(means=tuple(means), **_about(sentence))  # type: ignore[arg-type]


def _is_this(row: Sequence[Item], at: int, subject: Item | None) -> bool:
    """Whether what is subject to ratification is the instrument."""
    return (subject is not None and subject.kind in ("THIS", "IT")) or (subject is None and has(row[:at], "THIS"))


def _done(sentence: Sentence, row: Sequence[Item]) -> Iterator[Term]:
    found = _DONE.search(sentence.words)
    if found is None or not has(row, "DONE_AT") or has(row, "OTHER", "SHALL"):
        return
    date = next((item.date for item in row if item.kind == "DATE" and item.start >= found.start()), None)
    yield Testimonium(place=found["place"], date=date, **_about(sentence))  # type: ignore[arg-type]
