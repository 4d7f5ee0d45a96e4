"""What a person settles of a document's directives, for `travaux mandate`, and how they then stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from travaux.actions.direct import NOTHING, direct
from travaux.actions.mandate import directives_of
from travaux.cli.asked import cited, place
from travaux.cli.wording import counted, reason, short
from travaux.desk import convert, shelf
from travaux.desk.mandates import Told
from travaux.errors import UnreadableReading
from travaux.mandate.directives_said import Act, Directive, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """The passages (DOC:N-N) that the command names, "" where it names none, and as what a directive is to be read."""

    confirm: str = ""
    reject: str = ""
    correct: str = ""
    enter: tuple[str, Act] | None = None
    take_back: str = ""
    told: Told = NOTHING

    @property
    def asked(self) -> list[tuple[str, Standing | None, Told]]:
        """Each passage with what is decided on it, and what is read otherwise."""
        found: list[tuple[str, Standing | None, Told]] = [
            (self.confirm, Standing.CONFIRMED, NOTHING),
            (self.reject, Standing.REJECTED, NOTHING),
            (self.correct, Standing.CORRECTED, self.told),
            (self.take_back, None, NOTHING),
        ]
        if self.enter is not None:
            at, act = self.enter
            found.append((at, Standing.CORRECTED, _entered(act, self.told)))
        return [each for each in found if each[0]]


def settle(settling: Settling) -> Iterator[str]:
    """Keep what was decided, and tell how the directives then stand. Raises UnreadableReading where what is read
    otherwise would be left out."""
    asked = settling.asked
    if settling.told != NOTHING and not (settling.correct or settling.enter):
        raise UnreadableReading("What is read otherwise goes with a correction.", remedy="Give --correct or --enter.")
    for words, verdict, told in asked:
        at = cited(words)
        direct(at, verdict, told=told)
        yield "Kept."
        row = shelf.row(at.document)
        same = (one for one in directives_of(row)[0].found if (one.at.start, one.at.end) == (at.start, at.end))
        yield from (line for one in same for line in _lines(one))


def directives(document: str) -> Iterator[str]:
    """The directives of a document as read and as settled, what was not understood, and sentences that may be more;
    each with its passage, as the options take it."""
    row = shelf.row(document)
    whole, (found, _) = convert.document(row), directives_of(row)
    yield f"{row.ident}: {counted(len(found.found), 'directive')}, {len(found.findings)} not understood"
    for one in found.found:
        yield from _lines(one)
    if found.findings:
        yield "Not understood"
    for finding in found.findings:
        yield f"  {place(finding.at)}  {reason(finding)}"
    if found.possible:
        yield "Nothing was read here, and it may order something"
    for at in found.possible:
        yield f"  {place(at)}  {short(whole.passage(at), 110)}"
    if found.dismissed:
        yield "Said to give no order"
    for at in found.dismissed:
        yield f"  {place(at)}  {short(whole.passage(at), 110)}"


def _lines(one: Directive) -> Iterator[str]:
    marks = [one.standing.value]
    marks += [f"fallback {one.fallback}"] if one.fallback else []
    marks += ["not to be done"] if one.denied else []
    marks += ["may be done"] if one.allowed else []
    yield f"  {place(one.at)}  {one.act.value} [{', '.join(marks)}]"
    for name, said in (("object", one.object), ("when", one.condition), ("not beyond", one.limit)):
        if said is not None:
            yield f"      {name}: {short(said.words, 110)}"
    if one.object is None:
        yield f"      {short(one.words, 110)}"


def _entered(act: Act, told: Told) -> Told:
    if told.act is not None and told.act is not act:
        raise UnreadableReading(f"It is to {act.value}, and to {told.act.value}.", remedy="Give the act once.")
    return replace(told, act=act)
