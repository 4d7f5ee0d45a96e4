"""`travaux bracket`: one move on the brackets of a text, as a conference makes them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from travaux.amend import bracket_moves as moves
from travaux.amend.bracket_moves import Move
from travaux.amend.bracketing import Bracketing, bracketing
from travaux.cli import terminal
from travaux.cli.taken import draft_in
from travaux.cli.wording import reason
from travaux.cli.written import write_text
from travaux.errors import UnreadableReading
from travaux.findings import Citation
from travaux.text.brackets import brackets
from travaux.text.draft import Run
from travaux.text.parse import parse

REFUSED = 1
_Backing = moves.Attribute | moves.Join | moves.Oppose | moves.Reserve | moves.Drop
_ON_ALTERNATIVE: dict[str, type[_Backing]] = {
    "attribute": moves.Attribute,
    "join": moves.Join,
    "oppose": moves.Oppose,
    "reserve": moves.Reserve,
    "drop": moves.Drop,
}
#: "2.1" is the first alternative of bracket 2.
_Which = Annotated[str, typer.Option(metavar="N.A", help="That side's word on alternative A of bracket N.")]


def bracket(
    path: Annotated[Path, typer.Argument(metavar="TEXT", help="The text; travaux brackets TEXT numbers its brackets.")],
    by: Annotated[list[str] | None, typer.Option("--by", metavar="NAME", help="Whose move it is.")] = None,
    add: Annotated[str, typer.Option("--add", metavar="WORDS", help="Propose these words, --after others.")] = "",
    delete: Annotated[str, typer.Option("--delete", metavar="WORDS", help="Propose to take these out.")] = "",
    put: Annotated[str, typer.Option("--put", metavar="WORDS", help="Propose these, --instead-of others.")] = "",
    after: Annotated[str, typer.Option("--after", metavar="WORDS", help="With --add: behind which words.")] = "",
    instead_of: Annotated[str, typer.Option("--instead-of", metavar="WORDS", help="With --put: for which.")] = "",
    own_line: Annotated[bool, typer.Option("--own-line", help="With --add: as a line of their own.")] = False,
    within: Annotated[str, typer.Option("--within", metavar="ADDRESS", help="In which provision.")] = "",
    alternative: Annotated[
        tuple[int, str] | None,
        typer.Option("--alternative", metavar="N WORDS", help="Propose one more in bracket N; '' that there be none."),
    ] = None,
    attribute: _Which = "",
    join: _Which = "",
    oppose: _Which = "",
    reserve: _Which = "",
    drop: _Which = "",
    agree: Annotated[str, typer.Option(metavar="N.A", help="Alternative A of bracket N is agreed.")] = "",
    party: Annotated[list[str] | None, typer.Option("--party", metavar="NAME", help="The name of a party.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the text there.")] = None,
) -> None:
    """Make one move on the brackets of TEXT and print what it then is.

    A move that does not fit is refused, and the text stays as it was (exit status 1)."""
    names = tuple(by or ())
    said = Citation(f"{path.stem}/move", 0, len(add or put or delete or (alternative or (0, ""))[1]))
    on = {"attribute": attribute, "join": join, "oppose": oppose, "reserve": reserve, "drop": drop}
    made = [*_proposals(names, said, within, add=(add, after, own_line), put=(put, instead_of), delete=delete)]
    if alternative:
        words = Run(alternative[1], said) if alternative[1] else None
        made.append(moves.ProposeAlternative(bracket=alternative[0], words=words, by=names, at=said))
    made += [_on(kind, which, names, said) for kind, which in on.items() if which]
    if agree:
        number, place = _place(agree)
        made.append(moves.Agree(bracket=number, alternative=place, at=said))
    if len(made) != 1:
        raise UnreadableReading(f"{len(made)} moves were given.", remedy="Give one: --add, --put, --delete, --join ...")
    _tell(bracketing(brackets(draft_in(path), parties=(*(party or ()), *names)), made), out)


def _tell(result: Bracketing, out: Path | None) -> None:
    for _, finding in (*result.assumed, *result.refused):
        terminal.tell(reason(finding))
    if result.refused:
        raise typer.Exit(REFUSED)
    if out is not None:
        write_text(result.text.text + "\n", out)
    else:
        print(terminal.plain(result.text.text))


def _proposals(
    by: tuple[str, ...],
    at: Citation,
    within: str,
    *,
    add: tuple[str, str, bool],
    put: tuple[str, str],
    delete: str,
) -> list[Move]:
    """What is proposed to be put in or taken out. Raises UnreadableReading where it is not said by whom, or where."""
    place = parse(within) if within else None
    made: list[Move] = []
    if add[0]:
        _require(add[1], "--after", "behind which words it goes")
        words = Run(add[0], at)
        made.append(moves.ProposeAddition(after=add[1], words=words, by=by, at=at, within=place, own_line=add[2]))
    if put[0]:
        _require(put[1], "--instead-of", "which words it is for")
        made.append(moves.ProposeInstead(instead_of=put[1], words=Run(put[0], at), by=by, at=at, within=place))
    if delete:
        made.append(moves.ProposeDeletion(words=delete, by=by, at=at, within=place))
    if made:
        _require(" ".join(by), "--by", "whose proposal it is")
    return made


def _on(kind: str, which: str, by: tuple[str, ...], at: Citation) -> Move:
    _require(" ".join(by), "--by", "whose move it is")
    number, place = _place(which)
    return _ON_ALTERNATIVE[kind](bracket=number, alternative=place, by=by[0], at=at)


def _place(which: str) -> tuple[int, int]:
    number, _, place = which.partition(".")
    if not (number.isdecimal() and place.isdecimal()):
        raise UnreadableReading(f"{which} is no alternative.", remedy="Write the bracket and its alternative: 2.1.")
    return int(number), int(place)


def _require(given: str, option: str, what: str) -> None:
    if not given.strip():
        raise UnreadableReading(f"It is not said {what}.", remedy=f"Say it with {option}.")
