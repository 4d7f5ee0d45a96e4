"""`travaux status`: what binds whom on a date, by which rule and events, and what is undetermined."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from travaux.actions.enrol import enrol
from travaux.cli import terminal
from travaux.cli.asked import OnDay, Take, Told, day_of
from travaux.cli.change import tell_change
from travaux.cli.followed import open_followed
from travaux.cli.json_text import Json, json_text
from travaux.cli.standard_input import here
from travaux.cli.taken import content_of
from travaux.cli.wording import counted, in_words, short
from travaux.cli.written import write_text
from travaux.desk import file, instruments
from travaux.errors import UnknownInstrument, UnreadableRegister
from travaux.findings import Citation
from travaux.status.exits import Exit, exits, if_notice
from travaux.status.on import on
from travaux.status.recorded import Recorded, recorded
from travaux.status.register import Register
from travaux.status.state import Standing, State, Status
from travaux.status.timeline import Span, timeline


def status(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    date: OnDay = None,
    notice: Annotated[
        tuple[str, datetime.datetime] | None,
        typer.Option("--if-notice", metavar="PARTY DATE", help="What follows if this party gives notice on that day."),
    ] = None,
    of: Annotated[str, typer.Option("--of", metavar="INSTRUMENT", help="Only this instrument.")] = "",
    draft: Annotated[
        str, typer.Option("--draft", metavar="DRAFT", help="What this draft would change on its entry into force.")
    ] = "",
    take: Take = None,
    told: Told = False,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="REGISTER", help="Write that register here.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The same as data.")] = False,
) -> None:
    """Tell which instruments bind whom on a date, since when, by which rule and events, and what is undetermined."""
    open_followed(path)
    if take is not None:
        take = here(take)
        enrol(content_of(take), name=take.name)
    if told or out is not None:
        _propose(path, out)
        return
    register = _registered(path)
    if draft:
        with file.troubles(path):
            tell_change(draft, register, date.date() if date else None, as_json=as_json)
        return
    day = day_of(date)
    found = _told(register, of, day, notice)
    with file.troubles(path):
        proposed = instruments.unconfirmed(register)
    known = recorded(register, day, of=of)
    if as_json:
        print(json_text(_as_data(*found, proposed) | {"recorded": [msgspec.to_builtins(each) for each in known]}))
        return
    console = terminal.output()
    for line in (*_lines(register, *found, proposed), *_recorded_lines(known)):
        terminal.put(console, terminal.styled(line, "" if line.startswith(" ") else "bold"))


def _registered(path: Path) -> Register:
    """The register of the open file."""
    with file.troubles(path):
        register = instruments.register()
    if not register.instruments:
        raise UnreadableRegister(
            "No instrument is registered.",
            at=str(path),
            remedy="Take a register: --take FILE.toml. One to begin with: --told -o FILE.toml.",
        )
    return register


def _propose(path: Path, out: Path | None) -> None:
    """Print or write a register of what the documents tell."""
    with file.troubles(path):
        proposals, words = instruments.proposals(), instruments.proposed_register()
    if out is None:
        print(words, end="")
        return
    write_text(words, out)
    events = sum(len(each.events) for each in proposals.told)
    found = f"{counted(len(proposals.told), 'instrument')}, {counted(events, 'event')}"
    terminal.output().print(f"{found} proposed, {len(proposals.findings)} left open: {out}")


_Told = tuple[State, tuple[Exit, ...], tuple[Span, ...]]


def _told(register: Register, of: str, day: datetime.date, notice: tuple[str, datetime.datetime] | None) -> _Told:
    if of and of not in register.by_id:
        raise UnknownInstrument(f"No instrument is called {of}.", remedy=f"There are: {', '.join(register.by_id)}.")
    ways = exits(register, day)
    spans: tuple[Span, ...] = ()
    if notice is not None:
        party, given = notice[0], notice[1].date()
        register, touched = _with_notice(register, party, given, of)
        spans = timeline(register, of=touched)
    state = on(register, day)
    if of:
        state = State(state.date, tuple(each for each in state.standings if each.instrument == of))
        ways = tuple(each for each in ways if each.instrument == of)
    return state, ways, spans


def _with_notice(register: Register, party: str, given: datetime.date, of: str) -> tuple[Register, frozenset[str]]:
    """The register with notice by a party of all that it may end then; the instruments that this changes."""
    ways = [each for each in exits(register, given) if each.party == party and of in ("", each.instrument)]
    if not ways:
        words = f"{party} is bound by no instrument with a clause on notice on {in_words(given)}."
        raise UnknownInstrument(words, remedy="Look at what is in force then: --on DATE.")
    near = frozenset().union(*(register.together[way.instrument] for way in ways))
    before = timeline(register, of=near)
    for way in ways:
        register = if_notice(register, way.instrument, party, given, way.ending)
    changed = {span.standing.instrument for span in set(timeline(register, of=near)) - set(before)}
    return register, frozenset(changed | {way.instrument for way in ways})


def _lines(
    register: Register, state: State, ways: tuple[Exit, ...], spans: tuple[Span, ...], proposed: frozenset[Citation]
) -> Iterator[str]:
    yield f"On {in_words(state.date)}"
    last = ""
    for standing in state.standings:
        if standing.instrument != last:
            last = standing.instrument
            yield f"{register.by_id[last].title} ({last})"
        yield from _standing_lines(standing, proposed)
        for way in ways:
            if (way.instrument, way.party) == (standing.instrument, standing.party):
                effect = (
                    f"with effect from {in_words(way.effect)}" if way.effect else "with an effect that is undetermined"
                )
                yield f"    may give notice of {way.ending} from {in_words(way.notice)}, {effect}"
    if spans:
        yield "If notice is given"
        for span in spans:
            until = f" until {in_words(span.end)}" if span.end else ""
            whose = f"{span.standing.instrument}, {span.standing.party}"
            yield f"  {whose}: {span.standing.status} from {in_words(span.start)}{until}"


def _recorded_lines(known: Sequence[Recorded]) -> Iterator[str]:
    """All that is recorded of the one instrument that was asked about."""
    if known:
        yield "Recorded"
    for each in known:
        event = each.event
        whose = f" by {event.party}" if event.party else ""
        where = f" for {event.territory}" if event.territory else ""
        regards = f", of the {each.of.kind} of {in_words(each.of.date)}" if each.of else ""
        effective = f", with effect from {in_words(event.effective)}" if event.effective else ""
        back = f"; taken back on {in_words(each.taken_back.date)}" if each.taken_back else ""
        yield f"  {in_words(event.date)}: {event.kind}{whose}{where}{regards}{effective}{back} ({event.at})"


def _standing_lines(standing: Standing, proposed: frozenset[Citation]) -> Iterator[str]:
    since = f" since {in_words(standing.since)}" if standing.since and standing.status is not Status.NO_RECORD else ""
    until = f", until {in_words(standing.until)}" if standing.until else ""
    expected = f", to enter into force on {in_words(standing.expected)}" if standing.expected else ""
    yield f"  {standing.party}: {standing.status}{since}{until}{expected}"
    for rule in standing.rules:
        place = f" ({rule.at}{', read and not confirmed' if rule.at in proposed else ''})" if rule.at else ""
        yield f"    by “{short(rule.words)}”{place}" if rule.at else f"    by {rule.words}"
    for event in standing.events[:_MOST_EVENTS]:
        whose = f" by {event.party}" if event.party else ""
        yield f"    from {event.kind}{whose}, {in_words(event.date)} ({event.at})"
    if len(standing.events) > _MOST_EVENTS:
        yield f"    and {counted(len(standing.events) - _MOST_EVENTS, 'event')} more"
    for each in standing.undetermined:
        yield f"    undetermined, {each.doubt}: {each.message}"


#: More events than this are counted and not listed; `--json` gives all.
_MOST_EVENTS = 6


def _as_data(state: State, ways: tuple[Exit, ...], spans: tuple[Span, ...], proposed: frozenset[Citation]) -> Json:
    return {
        "date": state.date.isoformat(),
        "standings": [msgspec.to_builtins(standing) for standing in state.standings],
        "ways_out": [msgspec.to_builtins(way) for way in ways],
        "if_notice": [msgspec.to_builtins(span) for span in spans],
        "not_confirmed": [msgspec.to_builtins(at) for at in sorted(proposed, key=str)],
    }
