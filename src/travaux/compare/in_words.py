"""What became of a provision, as a heading says it: 'Article 7, was Article 5; moved'."""

from __future__ import annotations

from travaux.compare.comparison import Section, name
from travaux.text.draft import Provision


def in_words(section: Section) -> str:
    """The heading of a section of a comparison."""
    pair = section.pair
    if section.left:
        return f"{name(pair.before)} stood here: moved, now {_its_name(pair.before, pair.after)}"
    if pair.before is None:
        return f"{name(pair.after)}: {f'split off from {_names(pair.out_of)}' if pair.out_of else 'inserted'}"
    if pair.after is None:
        return f"{name(pair.before)}: {f'merged into {_names(pair.into)}' if pair.into else 'deleted'}"
    told = [f"was {name(pair.before)}"] if pair.renumbered else []
    told += ["moved"] if pair.moved else []
    told += [f"split: words went to {_names(pair.into)}"] if pair.into else []
    told += [f"merged with {_names(pair.out_of)}"] if pair.out_of else []
    return f"{name(pair.after)}: {'; '.join(told)}" if told else name(pair.after)


def _its_name(before: Provision | None, after: Provision | None) -> str:
    return name(after) if name(after) != name(before) else f"{name(after)} at another place"


def _names(provisions: tuple[Provision, ...]) -> str:
    *first, last = map(name, provisions)
    return f"{', '.join(first)} and {last}" if first else last
