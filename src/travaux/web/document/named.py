"""The people and abbreviations that a document names: a mark for each mention, a card for each of them."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.desk import models
from travaux.desk.registers import lookup
from travaux.desk.registers.lookup import Entry, Links
from travaux.record.document import Document
from travaux.record.mention import REASONS, Mention
from travaux.record.register import Held
from travaux.web.document.mark import Look, Mark

_HELD = {Held.PERHAPS: "perhaps, the list gives no day", Held.UNDATED: "", Held.YES: "on this date"}


@dataclass(frozen=True, slots=True)
class Card:
    """What is named: who or what it may be with what each was on the date, how often, and by which rules."""

    anchor: str
    entries: tuple[Entry, ...]
    told: tuple[tuple[str, str], ...]
    times: int
    reasons: tuple[str, ...]
    first: Mention

    @property
    def decided(self) -> bool:
        return len(self.entries) == 1

    @property
    def says(self) -> str:
        """The card in one line."""
        names = " or ".join(entry.name for entry in self.entries)
        told = "; ".join(words for words, _ in self.told)
        return f"{names}: {told}" if told and self.decided else names


@dataclass(frozen=True, slots=True)
class NamedHere:
    """All that a document names."""

    cards: tuple[Card, ...]
    marks: tuple[Mark, ...]

    @property
    def people(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.entries[0].person)

    @property
    def abbreviations(self) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.entries[0].abbreviation)


def named(row: models.Document, document: Document) -> NamedHere:
    """What the document of that row names."""
    links = lookup.links(row)
    by_targets: dict[tuple[str, ...], list[Mention]] = {}
    for mention in links.mentions:
        by_targets.setdefault(mention.targets, []).append(mention)
    cards = {targets: _card(targets, mentions, links, document) for targets, mentions in by_targets.items()}
    marks = tuple(
        Mark(
            mention.at.start,
            mention.at.end,
            Look.NAMED if mention.target else Look.UNDECIDED,
            f"#{cards[mention.targets].anchor}",
            mention.at.note,
            cards[mention.targets].says,
        )
        for mention in links.mentions
    )
    ordered = sorted(cards.values(), key=lambda card: card.entries[0].name.casefold())
    return NamedHere(tuple(ordered), marks)


def _card(targets: tuple[str, ...], mentions: list[Mention], links: Links, document: Document) -> Card:
    entries = tuple(links.entries[target] for target in targets)
    told: tuple[tuple[str, str], ...] = ()
    if len(entries) == 1:
        only = entries[0]
        if only.abbreviation:
            told = ((only.abbreviation.meaning, ""),)
        else:
            dated = document.date is not None
            told = tuple((office.title, _HELD[how] if dated else "") for office, how in only.offices_on(document.date))
    reasons = tuple(dict.fromkeys(REASONS[mention.rule] for mention in mentions)) if len(entries) == 1 else ()
    return Card(f"named-{'-'.join(targets)}", entries, told, len(mentions), reasons, mentions[0])
