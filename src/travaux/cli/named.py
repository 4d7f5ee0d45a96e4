"""How the people and abbreviations that a document names are told on the terminal, and as data."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

import msgspec

from travaux.cli.wording import counted, short
from travaux.desk.registers.lookup import Entry, Links, Named
from travaux.record.mention import REASONS, Mention
from travaux.record.register import Held

Json = dict[str, object]

_HOW = {Held.PERHAPS: " (perhaps: the list gives no day)", Held.UNDATED: ""}


def named_lines(links: Links, on: datetime.date | None) -> Iterator[str]:
    """People with what they were on the date of the document, abbreviations with what they mean, and what is open."""
    if links.mentions:
        yield "\nNamed here"
    for named in links.named:
        yield f"  {named.entry.name}{_what(named.entry, on)} ({counted(len(named.mentions), 'mention')})"
    for targets, mentions in _by_targets(links.undecided).items():
        names = " or ".join(links.entries[target].name for target in targets)
        yield f"  not decided: {names} ({counted(len(mentions), 'mention')})"


def named(links: Links, on: datetime.date | None) -> list[Json]:
    """The same as data, every mention with its rule and how sure it is."""
    found = [_named(each, on) for each in links.named]
    for targets, mentions in _by_targets(links.undecided).items():
        found.append(
            {
                "may_be": [_who(links.entries[target]) for target in targets],
                "mentions": [_mention(mention) for mention in mentions],
            }
        )
    return found


def entry_data(entry: Entry) -> Json:
    """An entry as data: the words of the list, and what was understood of them."""
    return _who(entry) | {"entry": msgspec.to_builtins(entry.person or entry.abbreviation)}


def _what(entry: Entry, on: datetime.date | None) -> str:
    if entry.abbreviation:
        return f": {short(entry.abbreviation.meaning)}"
    offices = [f"{office.title}{_HOW.get(held, '')}" for office, held in entry.offices_on(on)]
    return f", {'; '.join(offices)}" if offices else ""


def _named(one: Named, on: datetime.date | None) -> Json:
    held = [msgspec.to_builtins(office) | {"held": how.value} for office, how in one.entry.offices_on(on)]
    meaning = {"meaning": one.entry.abbreviation.meaning} if one.entry.abbreviation else {"offices_on_date": held}
    return _who(one.entry) | meaning | {"mentions": [_mention(mention) for mention in one.mentions]}


def _who(entry: Entry) -> Json:
    return {"kind": entry.kind.value, "id": f"{entry.register}/{entry.id}", "name": entry.name}


def _mention(mention: Mention) -> Json:
    return {
        "at": msgspec.to_builtins(mention.at),
        "rule": mention.rule.value,
        "because": REASONS[mention.rule],
        "sure": mention.sure.value,
    }


def _by_targets(mentions: Iterable[Mention]) -> dict[tuple[str, ...], list[Mention]]:
    found: dict[tuple[str, ...], list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.targets, []).append(mention)
    return found
