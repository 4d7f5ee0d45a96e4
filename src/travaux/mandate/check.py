"""Holds a proposal against the mandate in force: within it, outside it, or not to be told from what was said.

No firm position is taken beyond the authorised one (11 FAM 722): what differs in substance from the words given is
outside, and shown as a difference. What nothing speaks of is undetermined, with what to ask. Nothing here allows
anything; it says which words of which message do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.compare.redline import Redline, redline
from travaux.compare.spans import Change
from travaux.errors import UnknownProvision
from travaux.mandate.concession import NOWHERE, QUOTES, SPACE, as_provision, concession
from travaux.mandate.figures import figures
from travaux.mandate.fragment import Fragment, fragment, without_label
from travaux.mandate.later_orders import set_against
from travaux.mandate.later_parts import later_parts, standing_at
from travaux.mandate.likeness import telling
from travaux.mandate.on import Mandate, Wording, counted
from travaux.mandate.spoken import GIVES, forbidding, giving, like, on_what
from travaux.mandate.verdict import Check, Verdict, short
from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.text.address import Address, Level, Step
from travaux.text.draft import Draft, Provision, ProvisionKind, words_of
from travaux.text.locate import locate
from travaux.text.spot import provision_at
from travaux.text.whole import whole

#: A wording that shares less of its telling words than this with any authorised one is held against none.
_LIKE = 0.4


def check(mandate: Mandate, proposal: str, *, address: Address | None = None, whole: bool = False) -> Check:
    """A wording or a concession against the mandate; with `address`, as the words of that provision. Words may be put
    forward without the rest, unless they are the `whole` provision as it is to be.

    >>> import datetime
    >>> from travaux.findings import Citation
    >>> from travaux.mandate.on import Wording, on
    >>> day = datetime.date(1964, 2, 26)
    >>> wording = Wording(words="The ferry runs daily.", at=Citation("d9", 0, 21), date=day)
    >>> held = check(on(day, [], wordings=[wording]), "The ferry runs weekly.")
    >>> held.verdict.value, str(held.at)
    ('outside', 'd9, characters 0-21')
    """
    asked = _Asked(proposal, address, whole=whole)
    held = _held(mandate, asked)
    if not mandate.undated:
        return held
    other = _held(counted(mandate), asked)
    if (other.verdict, other.at) == (held.verdict, held.at):
        return held
    ask = (_since_when(mandate, other), *other.ask)
    wording = other.wording
    if wording is not None and any(each.at == wording.at for each in mandate.undated.wordings):
        wording = replace(wording, date=None)
    return replace(other, verdict=Verdict.UNDETERMINED, wording=wording, ask=ask)


def _since_when(mandate: Mandate, other: Check) -> str:
    """The question on which a check hangs that something undated would decide: on which day that was given."""
    undated = mandate.undated
    given = {other.wording.at.document} if other.wording else set()
    given |= {other.directive.document} if other.directive else set()
    there = {*(each.at.document for each in undated.wordings), *(each.document for each in undated.directives)}
    asked = ", ".join(sorted(given & there or given))
    would = {Verdict.WITHIN: "this is within", Verdict.OUTSIDE: "this is outside"}.get(other.verdict, "ask on")
    day = f"{mandate.on.day} {mandate.on:%B %Y}"
    since = f"Since when does {asked} hold? It is undated, and counts from no day until a day is entered."
    return f"{since} If on {day}: {would}."


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is held against the mandate: words, for which provision, and whether they are all of it."""

    words: str
    address: Address | None
    whole: bool


def _held(mandate: Mandate, asked: _Asked) -> Check:
    proposal, address = asked.words, asked.address
    held = [_against(each, asked) for each in _candidates(mandate, asked)]
    held = [_as_changed(mandate, each) for each in held]
    within = [each for each in held if each.verdict is Verdict.WITHIN]
    if within:
        return _unless_forbidden(mandate, min(within, key=lambda each: (each.step, bool(each.condition))))
    forbidden = forbidding(mandate, proposal, address)
    if forbidden is not None:
        ask = (f"May the delegation depart from this: “{short(forbidden.words)}” ({forbidden.at})?",)
        nearest = min(held, key=_distance) if held else Check(verdict=Verdict.OUTSIDE, words=proposal, address=address)
        condition = forbidden.condition.words if forbidden.condition else ""
        return replace(nearest, directive=forbidden, ask=ask, condition=condition)
    if held:
        nearest = min(held, key=_distance)
        if nearest.verdict is not Verdict.OUTSIDE:
            return nearest
        told = _by_fallback(mandate, nearest) or _by_part(mandate, nearest) or _conceded(mandate, nearest, asked)
        return told or _by_figure(mandate, nearest) or nearest
    return concession(mandate, proposal, address)


def _unless_forbidden(mandate: Mandate, held: Check) -> Check:
    """Words that are within, unless a message after the one that gave them forbids what they say: then a person says
    which holds, for it may forbid a part of it alone."""
    given = held.wording.date if held.wording else None
    forbidden = forbidding(mandate, held.words, held.address)
    if given is not None and held.wording is not None and held.wording.address is not None:
        other = set_against(mandate, held.wording.address, since=given)
        if other is not None:
            ask = f"Later words are on {held.wording.address}: “{short(other.words)}” ({other.at}). Do the words hold?"
            return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask))
    if given is None or forbidden is None or forbidden.date is None or forbidden.date <= given:
        return held
    ask = f"It was forbidden after it was authorised: “{short(forbidden.words)}” ({forbidden.at}). Which holds?"
    return replace(held, verdict=Verdict.UNDETERMINED, directive=forbidden, ask=(ask, *held.ask))


def check_draft(mandate: Mandate, draft: Draft) -> tuple[Check, ...]:
    """Every article of a draft against the mandate, and its preamble."""
    found = []
    for provision_ in draft.provisions:
        address = _address(provision_)
        if address is not None and provision_.wording.strip():
            found.append(check(mandate, provision_.wording, address=address, whole=True))
    return tuple(found)


def _candidates(mandate: Mandate, asked: _Asked) -> list[Wording]:
    """The authorised wordings that a proposal can be held against: of its provision, else those that are like it."""
    proposal, address = asked.words, asked.address
    if address is not None:
        # What comes into a provision is not what all of it is held against.
        same = [each for each in standing_at(mandate.wordings, address) if not (asked.whole and each.in_part)]
        same = [_at(each, address, proposal) for each in same] if len(address.steps) > 1 else same
    # Words given without their place may be for any.
    rest = [each for each in mandate.wordings if address is None or (each.address is None and not each.in_part)]
    near = [each for each in rest if _nearness(_part_words(each, asked), proposal) >= _LIKE]
    return near if address is None else [*same, *near]


def _as_changed(mandate: Mandate, held: Check) -> Check:
    """How a proposal stands where a part of the words that it was held against was given anew later: within, where it
    has the later words in that part; not told to be within where it lacks them."""
    if held.wording is None:
        return held
    later = later_parts(held.wording, mandate.wordings, within=held.address)
    lacks = [each for each in later if _plain(each.words) not in _plain(held.words)]
    ask = tuple(f"Later words hold for {each.address}: “{short(each.words)}” ({each.at})." for each in later)
    if held.verdict is Verdict.WITHIN and lacks:
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(*ask, "Which of the two are meant?", *held.ask))
    words = _put_in(held.wording, later)
    if held.verdict is Verdict.OUTSIDE and later and words is not None:
        as_now = _compared(replace(held.wording, words=words), _Asked(held.words, held.address, whole=True))
        if as_now.verdict is Verdict.WITHIN:
            return replace(as_now, wording=held.wording, ask=(*ask, *as_now.ask))
    return held


def _put_in(wording: Wording, later: Sequence[Wording]) -> str | None:
    """The words with those of later parts in their places; None where one has no place of its own."""
    words = wording.words
    for each in later:
        assert each.address is not None
        before = _at(wording, each.address, each.words).words
        if words.count(before) != 1 or before == wording.words:
            return None
        words = words.replace(before, each.words)
    return words


def _at(wording: Wording, address: Address, proposal: str) -> Wording:
    """The part of an authorised wording that stands at an address within it; all of it where it has no such part."""
    own = len(wording.address.steps) if wording.address is not None else 0
    first = address.steps[0]
    if own != 1 or first.level is not Level.ARTICLE:
        return wording
    lines = (f"Article {first.value}", *wording.words.split("\n"))
    blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    text = whole(Document(id="wording", title="", kind=Kind.OTHER, body=blocks))
    try:
        spot = locate(text, address)
    except UnknownProvision:
        return wording
    found = provision_at(text, spot.path)
    words = found.text if spot.start is None else words_of(found.content)[spot.start : spot.end]
    return replace(wording, words=without_label(words, proposal))


def _nearness(one: str, other: str) -> float:
    """How much of the telling words of the longer of two are in the other, from 0 to 1."""
    first, second = telling(one), telling(other)
    return len(first & second) / max(len(first), len(second), 1)


def _part(wording: Wording, asked: _Asked) -> Fragment | None:
    if asked.whole or _plain(wording.words) == _plain(asked.words):
        return None
    return fragment(wording.words, asked.words)


def _part_words(wording: Wording, asked: _Asked) -> str:
    part = _part(wording, asked)
    return part.words if part else wording.words


def _against(wording: Wording, asked: _Asked) -> Check:
    """A proposal against one authorised wording, or the part that it is a fragment of: the same in substance is
    within. Some words of a sentence may mean another thing than the sentence, and a person says."""
    part = _part(wording, asked)
    if part is None:
        return _compared(wording, asked)
    held = _compared(replace(wording, words=part.words), asked)
    if part.of and held.verdict is Verdict.WITHIN:
        ask = f"Are these words put forward with all of their sentence: “{short(part.of)}”?"
        return replace(held, verdict=Verdict.UNDETERMINED, ask=(ask, *held.ask), part=part)
    ask = "Is the rest of what is authorised, which was not put forward, to stand beside these words?"
    return replace(held, ask=(*held.ask, ask), part=part)


def _compared(wording: Wording, asked: _Asked) -> Check:
    proposal, address = asked.words, asked.address
    difference = redline(as_provision(wording.words, wording.at), as_provision(proposal, NOWHERE))
    same = _plain(wording.words) == _plain(proposal) or not difference.substantial
    ask: tuple[str, ...]
    if same:
        ask = (f"Is this so: {wording.condition}?",) if wording.condition else ()
    else:
        ask = ("May the delegation accept these words?", "If not, which words may it propose in their place?")
    return Check(
        verdict=Verdict.WITHIN if same else Verdict.OUTSIDE,
        words=proposal,
        address=address or wording.address,
        wording=wording,
        directive=wording.directive,
        step=wording.fallback,
        difference=None if same else difference,
        condition=wording.condition,
        ask=ask,
    )


def _distance(held: Check) -> tuple[int, int]:
    """How far a proposal is from a wording: words changed, and then the place among the fallbacks."""
    if held.difference is None:
        return 0, held.step
    return held.difference.words(Change.DELETED) + held.difference.words(Change.INSERTED), held.step


def _by_fallback(mandate: Mandate, held: Check) -> Check | None:
    """What is outside by words that the message which gave ours tells as a fallback for those that they replace: "if
    they continue to reject six, we could accept four". A person says whether it is meant for this place."""
    assert held.wording is not None and held.difference is not None
    gone, new = (_plain(_changed(held.difference, change)) for change in (Change.DELETED, Change.INSERTED))
    for told in mandate.directives:
        said = told.wording or told.object
        if not told.fallback or told.denied or told.act not in GIVES or told.addresses or said is None:
            continue
        of_ours = held.wording.basis.startswith(f"{told.document}/")
        if of_ours and gone and _plain(said.words) == new and re.search(rf"\b{re.escape(gone)}\b", _plain(told.words)):
            ask = [f"Is this the fallback told there: “{short(told.words)}”?"]
            ask += [f"Is this so: {told.condition.words}?"] if told.condition else []
            ask += [f"Does it keep to this: {told.limit.words}?"] if told.limit else []
            condition = told.condition.words if told.condition else ""
            return replace(
                held, verdict=Verdict.UNDETERMINED, directive=told, step=told.fallback, condition=condition,
                ask=tuple(ask),
            )  # fmt: skip
    return None


def _by_part(mandate: Mandate, held: Check) -> Check | None:
    """What is outside by words that an order has come into a text ("add a sentence: ..."), which the words authorised
    do not have yet. A person says whether it is meant for this place."""
    assert held.difference is not None
    gone, new = (_plain(_changed(held.difference, change)) for change in (Change.DELETED, Change.INSERTED))
    for each in mandate.wordings:
        told = each.directive
        if each.in_part and told is not None and _plain(each.words) == new and gone in _plain(told.words):
            ask = [f"Is this the change told there: “{short(told.words)}”?"]
            ask += [f"Is this so: {each.condition}?"] if each.condition else []
            return replace(
                held, verdict=Verdict.UNDETERMINED, directive=told, step=each.fallback, condition=each.condition,
                ask=tuple(ask),
            )  # fmt: skip
    return None


def _by_figure(mandate: Mandate, held: Check) -> Check | None:
    """What is outside by a figure that an order gives for much the same thing: "you may accept twelve thousand tons". A
    person says whether it is meant for this place."""
    assert held.wording is not None
    new = figures(held.words) - figures(held.wording.words)
    given_ = [each for each in giving(mandate, held.words, held.address) if new and new <= figures(on_what(each))]
    if not given_:
        return None
    told = max(given_, key=lambda each: like(each, held.words))
    ask = [f"Is this the figure told there: “{short(told.words)}”?"]
    ask += [f"Is this so: {told.condition.words}?"] if told.condition else []
    ask += [f"Does it keep to this: {told.limit.words}?"] if told.limit else []
    condition = told.condition.words if told.condition else ""
    return replace(
        held, verdict=Verdict.UNDETERMINED, directive=told, step=told.fallback, condition=condition, ask=tuple(ask)
    )


def _conceded(mandate: Mandate, held: Check, asked: _Asked) -> Check | None:
    """A few words that differ from a part of a sentence, or that name a figure and are no sentence, are no wording
    where an order allows what they say."""
    is_part = held.part is not None and bool(held.part.of)
    is_amount = asked.address is None and bool(figures(held.words)) and not held.words.strip().endswith((".", ".”"))
    if not (is_part or is_amount):
        return None
    conceded = concession(mandate, held.words, None)
    return conceded if conceded.verdict is Verdict.WITHIN else None


def _changed(difference: Redline, change: Change) -> str:
    return " ".join(span.words.strip() for line in difference.lines for span in line.spans if span.change is change)


def _plain(words: str) -> str:
    return SPACE.sub(" ", words).translate(QUOTES).strip(' ".,;').casefold()


def _address(one: Provision) -> Address | None:
    """Where an outermost provision of a draft is: its article, or the preamble."""
    if one.kind is ProvisionKind.ARTICLE and one.number:
        return Address((Step(Level.ARTICLE, one.number),))
    if one.kind is ProvisionKind.PREAMBLE:
        return Address((Step(Level.PREAMBLE),))
    return None
