"""What was left over from another agreement: its party, its day, its title, a blank of the standard form."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from travaux.findings import Finding, Severity
from travaux.text.dates import dates
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.instruments_named import KINDS, instruments_named
from travaux.text.lint_lines import Place, amends, body_of, places, quoted
from travaux.text.parties import Party, parties, party, signatories

_TO_FILL = re.compile(
    r"\((?:insert |the )?(?:names?|place|date|title|number|year|month|day)(?: of [^()]{2,40})?\)|_{3,}|\.{5,}(?!\s*\d)|"
    r"\[\s*(?:[.…_]*|insert [^\[\]]{2,40}|names?(?: of [^\[\]]{2,40})?|date|place|title)\s*\]",
    re.IGNORECASE,
)
_KIND = "|".join(KINDS)
_SELF = re.compile(rf"(?i)\b(?:this|the present) (?P<kind>{_KIND})\b")
_IN_TITLE = re.compile(rf"(?i)\b(?P<kind>{_KIND})s?\b")
_GOVERNMENT = re.compile(
    r"\b(?:[Tt]he )?Government of (?:the )?(?P<name>(?:[A-Z][\w’'-]+(?: of (?:the )?| ))*[A-Z][\w’'-]+)"
)
_INSTRUMENT = re.compile(rf"(?i)\b(?:{_KIND}|arrangements?|notes|declaration|statute|resolution)\b")
# Names that share so much are one name in two spellings.
_NEARLY = 0.8
# Words that many instruments begin with.
_COMMON = frozenset(
    "united nations international european vienna geneva hague additional supplementary first second third bilateral "
    "framework association".split()
)
_SIGNED = frozenset({ProvisionKind.SIGNATURE, ProvisionKind.TESTIMONIUM})


def leftovers(draft: Draft, others: Sequence[Draft] = ()) -> Iterator[Finding]:
    """What in a text belongs to another agreement. `others` are those it may come from."""
    every = list(places(draft))
    own = parties(draft)
    yield from _to_fill(draft, every)
    yield from _self_named(draft, every)
    yield from _signed(draft, own)
    yield from _governments(draft, own, every)
    yield from _two_days(every)
    for other in others:
        yield from _of_another(draft, own, every, other)


def _to_fill(draft: Draft, every: Sequence[Place]) -> Iterator[Finding]:
    """Blanks of the text itself; annexes hold forms that are filled in later, and the day is put in at signature."""
    for place in every:
        kind = draft.provisions[place.path[0]].kind
        if kind in (ProvisionKind.ANNEX, ProvisionKind.SIGNATURE):
            continue
        for match in _TO_FILL.finditer(place.words) if re.search(r"\w", place.words) else ():
            message = f"{place.name} has “{match.group()}”, which is to be filled in."
            severity = Severity.NOTE if kind is ProvisionKind.TESTIMONIUM else Severity.REFUSED
            yield Finding("to-fill-in", message, place.cite(*match.span()), "Put the words in.", severity)


def _self_named(draft: Draft, every: Sequence[Place]) -> Iterator[Finding]:
    """'this Agreement' in a text that is titled a treaty, or calls itself one elsewhere."""
    body = [place for place in every if place.path[0] < len(body_of(draft))]
    said = [(place, match) for place in body for match in _SELF.finditer(place.words) if not _is_quoted(place, match)]
    counts = Counter(match["kind"].casefold() for _, match in said)
    titles = {match["kind"].casefold() for match in _IN_TITLE.finditer(_title(draft))}
    usual = [kind for kind, _ in counts.most_common() if kind in titles] or [kind for kind, _ in counts.most_common(1)]
    if not usual or counts[usual[0]] * 2 < sum(counts.values()):
        return
    for place, match in said:
        kind = match["kind"].casefold()
        if kind != usual[0] and kind not in titles:
            message = f"{place.name} says “{match.group()}”; the text is {_a(usual[0])}."
            yield Finding("title-of-another", message, place.cite(*match.span()), "Name this text by its own title.")


def _signed(draft: Draft, own: Sequence[Party]) -> Iterator[Finding]:
    """A text between two is signed for both, and for nobody else."""
    if len(own) != 2 or len(signatories(draft)) > 2:
        return
    for provision in draft.provisions:
        one = _signs_for(provision) if provision.kind in _SIGNED else None
        if (
            one
            and not any(one.is_same(other) for other in own)
            and any(one.is_same(each) for each in signatories(draft))
        ):
            message = f"It is signed for {one.name}; the parties are {_named(own)}."
            at = provision.line[0].origin
            yield Finding("party-of-another", message, at, "See who signs.", Severity.NOTE)


def _signs_for(provision: Provision) -> Party | None:
    match = re.match(r"(?i)^for (?P<party>[^:]{3,90}?)\s*:?$", provision.text.strip())
    return party(match["party"]) if match else None


def _governments(draft: Draft, own: Sequence[Party], every: Sequence[Place]) -> Iterator[Finding]:
    """A Government named in a text between two others."""
    if len(own) != 2 or len(signatories(draft)) > 2 or amends(draft):
        return
    for place in every:
        if place.path[0] >= len(body_of(draft)) or draft.provisions[place.path[0]].kind is ProvisionKind.TITLE:
            continue
        for match in _GOVERNMENT.finditer(place.words):
            one = Party(match["name"])
            if not any(_is_about(one, other) for other in own):
                message = f"{place.name} names {match.group()}; the parties are {_named(own)}."
                yield Finding(
                    "party-of-another", message, place.cite(*match.span()), "See who is meant.", Severity.NOTE
                )


def _a(kind: str) -> str:
    """A kind of instrument with its article: 'a Treaty', 'an Agreement'."""
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind.capitalize()}"


def _is_about(one: Party, other: Party) -> bool:
    """Whether one name may be of a party: one has the short name of the other, or nearly so ('Brasil', 'Brazil')."""
    short, named = other.short.casefold(), one.short.casefold()
    if one.is_same(other) or short in one.name.casefold() or named in other.name.casefold():
        return True
    return SequenceMatcher(None, short, named).ratio() >= _NEARLY


def _two_days(every: Sequence[Place]) -> Iterator[Finding]:
    """An instrument of one name said to be of two days; a bare 'Agreement' may be another each time."""
    first: dict[str, tuple[datetime.date, Place]] = {}
    for place in every:
        for named in instruments_named(place.words):
            if len([word for word in named.name.casefold().split() if word not in _COMMON]) < 2:
                continue
            day, where = first.setdefault(named.name.casefold(), (named.date, place))
            if day != named.date:
                message = (
                    f"{place.name} has the {named.name} of {_day(named.date)}, "
                    f"{'it' if where is place else where.name} that of {_day(day)}."
                )
                at = place.cite(named.start, named.end)
                yield Finding("date-differs", message, at, "See which day is meant.", Severity.NOTE)


def _of_another(draft: Draft, own: Sequence[Party], every: Sequence[Place], other: Draft) -> Iterator[Finding]:
    """The parties, the days and the name of another agreement, where this one does not refer to it."""
    theirs = [each for each in parties(other) if not any(_is_about(each, one) for one in own)]
    days = _done_on(other) - _done_on(draft)
    whose = f"“{_short(_title(other))}”"
    for place in every:
        for each in theirs:
            for match in re.finditer(rf"\b{re.escape(each.short)}\b", place.words, re.IGNORECASE):
                message = f"{place.name} has “{match.group()}”, a party to {whose}."
                yield Finding("party-of-another", message, place.cite(*match.span()), "See who is meant.")
        for day in dates(place.words):
            if day.date in days and not _INSTRUMENT.search(_clause(place.words, day.start)):
                message = f"{place.name} has {_day(day.date)}, the day of {whose}."
                yield Finding("date-of-another", message, place.cite(day.start, day.end), "See which day is meant.")
        for named in instruments_named(place.words):
            if _is_called(other, named.name) and other.date and days and named.date not in {*days, other.date}:
                message = f"{place.name} has the {named.name} of {_day(named.date)}; {whose} is of {_day(other.date)}."
                at = place.cite(named.start, named.end)
                yield Finding("date-differs", message, at, "See which day is meant.", Severity.NOTE)


def _done_on(draft: Draft) -> set[datetime.date]:
    """The days on which a text was done: those of its testimonium, or that of its document."""
    said = {
        day.date
        for provision in draft.provisions
        if provision.kind in (ProvisionKind.TESTIMONIUM, ProvisionKind.SIGNATURE)
        for day in dates(provision.text)
    }
    return said or ({draft.date} if draft.date else set())


def _is_called(other: Draft, name: str) -> bool:
    """Whether a name of two words and more is how a title begins: 'Administrative Arrangement'."""
    return len(name.split()) > 1 and _title(other).casefold().startswith(name.casefold())


def _clause(words: str, at: int) -> str:
    """What stands before a place in its sentence."""
    return re.split(r"[.;] ", words[:at])[-1]


def _is_quoted(place: Place, match: re.Match[str]) -> bool:
    return any(start < match.start() < end for start, end in quoted(place.words))


def _title(draft: Draft) -> str:
    return " ".join(each.text for each in draft.provisions if each.kind is ProvisionKind.TITLE) or draft.title


def _short(title: str) -> str:
    words = title.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _named(own: Sequence[Party]) -> str:
    return " and ".join(each.name for each in own)


def _day(day: datetime.date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
