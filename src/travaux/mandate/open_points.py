"""What is still open on an issue, in the lines of a position paper: who tells otherwise, which brackets stand in the
text on the table, which wording asked for it lacks, and which it has that is not acceptable. Each line has its
passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.mandate.matrix import State
from travaux.mandate.position import Level, Position


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the paper: what it is ("Minimum", "Japan, preferred"), its words, and the passages that say it."""

    name: str
    words: str
    at: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A provision of the text on the table; `brackets` are the wordings of it that are not agreed, with their place."""

    address: str
    words: str
    at: Citation
    brackets: tuple[tuple[str, Citation], ...] = ()


def open_points(
    now: State, ours: Sequence[Position], theirs: Sequence[Position], on_table: Sequence[Wording]
) -> tuple[Line, ...]:
    """What is open on an issue on a day, by what is entered and by the text on the table."""
    return (
        *_settled(now),
        *_differences(ours),
        *_brackets(on_table),
        *_wordings((*ours, *theirs), on_table, settled=not now.standing.is_open),
    )


def not_entered(ours: Sequence[Position], theirs: Sequence[Position]) -> tuple[str, ...]:
    """What a paper on an issue wants and nobody has entered."""
    if not ours and not theirs:
        return ()  # the paper says that nobody's position is entered
    levels = {one.level for one in ours}
    missing = [name for level, name in _WANTED.items() if level not in levels]
    return (*missing, *([] if theirs else ["what the others hold"]))


_WANTED = {
    Level.PREFERRED: "what we prefer",
    Level.ACCEPTABLE: "our fallback",
    Level.MINIMUM: "our minimum",
}


def _settled(now: State) -> Iterator[Line]:
    """What is still to be done about the standing of an issue, and who says otherwise."""
    if now.by is not None and now.standing.is_open:
        yield Line(str(now.standing).capitalize(), f"according to {now.by.according_to}", (now.by.at,))
    for other in now.otherwise:
        worded = f": “{other.wording}”" if other.wording else ""
        yield Line("Told otherwise", f"{other.according_to} says it is {other.standing}{worded}", (other.at,))


def _differences(ours: Sequence[Position]) -> Iterator[Line]:
    """Levels at which our own offices hold different things."""
    for level in Level:
        found = [one for one in ours if one.level is level]
        if level is not Level.EXCLUDED and len({one.actor for one in found}) > 1 and len({o.said for o in found}) > 1:
            who = " and ".join(dict.fromkeys(str(one.actor.office or one.actor.party) for one in found))
            yield Line("Not one view", f"{who} differ on the {level} position", tuple(one.at for one in found))


def _brackets(on_table: Sequence[Wording]) -> Iterator[Line]:
    for wording in on_table:
        for words, at in wording.brackets:
            yield Line(f"In brackets, {wording.address}", _flat(words), (at,))


def _wordings(held: Sequence[Position], on_table: Sequence[Wording], *, settled: bool) -> Iterator[Line]:
    """Wording that an actor asks for and the text has not, as long as nothing is settled; or that an actor will not
    have and the text has."""
    text = " ".join(_flat(wording.words).casefold() for wording in on_table)
    for one in held if on_table else ():
        wanted = _flat(one.wording).strip(" .,;:")
        if not wanted or (one.level is Level.EXCLUDED) != (wanted.casefold() in text):
            continue
        excluded = one.level is Level.EXCLUDED
        if settled and not excluded:
            continue
        name = "In the text, not acceptable" if excluded else "Asked for, not in the text"
        yield Line(name, f"{one.actor}, {one.level}: “{wanted}”", (one.at, *(wording.at for wording in on_table)))


def _flat(words: str) -> str:
    return " ".join(words.split())
