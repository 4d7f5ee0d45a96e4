"""Numbers that break off, come twice or run backward: of articles and parts, of paragraphs and letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from travaux import numerals
from travaux.findings import Citation, Finding, Severity
from travaux.text import lines
from travaux.text.address import Address, Level
from travaux.text.addresses import addresses
from travaux.text.draft import Draft, Provision, ProvisionKind
from travaux.text.spot import Path, paths_below

_FIRST = frozenset(("1", "i", "a", "A", "I", "01", "ONE", "One"))
_BESIDE = (ProvisionKind.PART, ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH)
_LETTERED = ProvisionKind.SUBPARAGRAPH
# A wider gap is rather a number misread, or the number of something else.
_WIDEST = 6
_REMEDY = "Number anew, and correct the references."

Row = Sequence[tuple[Path, Provision]]


def numbers(draft: Draft) -> Iterator[Finding]:
    """The breaks in the numbering of a draft, each at the provision that bears the number."""
    where = addresses(draft)
    every = list(paths_below(draft, ()))
    for row in _rows_of_articles(every):
        yield from _breaks(row, where)
    above: list[tuple[Path, tuple[Provision, ...]]] = [((), draft.provisions)]
    for path, children in [*above, *((path, provision.children) for path, provision in every)]:
        for kind in _BESIDE:
            yield from _breaks(_row(path, children, kind), where)


def _row(path: Path, children: Sequence[Provision], kind: ProvisionKind) -> Row:
    return [((*path, place), child) for place, child in enumerate(children) if child.kind is kind and child.number]


def _rows_of_articles(every: Row) -> list[Row]:
    """Articles are counted through the parts and chapters of the instrument, and in each annex by themselves; those of
    another text printed after the signatures are not."""
    annexes = [path for path, provision in every if provision.kind is ProvisionKind.ANNEX]
    signed = next((path for path, provision in every if provision.kind is ProvisionKind.TESTIMONIUM), ())
    rows: dict[Path, list[tuple[Path, Provision]]] = {}
    for path, provision in every:
        if signed and path[0] > signed[0] and not any(path[: len(annex)] == annex for annex in annexes):
            continue
        if provision.kind is ProvisionKind.ARTICLE and provision.number:
            home = next((annex for annex in reversed(annexes) if path[: len(annex)] == annex), ())
            rows.setdefault(home, []).append((path, provision))
    return list(rows.values())


def _breaks(row: Row, where: Mapping[Path, Address]) -> Iterator[Finding]:
    """A series begins at 1 or (a), also within another one, and a part or chapter may count anew."""
    open_series: list[str] = []
    parent: Path = ()
    for path, provision in row:
        number, lettered = provision.number, provision.kind is _LETTERED
        depth = next((i for i in range(len(open_series) - 1, -1, -1) if _follows(number, open_series[i])), None)
        begins = number in _FIRST and (lettered or path[:-1] != parent or not _is_of_article(where[path]))
        if depth is not None:
            open_series[depth:] = [number]
        elif begins or not open_series:
            open_series = [*open_series, number] if lettered else [number]
        else:
            if finding := _finding(provision, open_series[-1], where[path]):
                yield finding
            open_series[-1:] = [number]
        parent = path[:-1]


def _is_of_article(at: Address) -> bool:
    """Whether a provision is an article or stands in one; what annexes hold is often counted anew under headings."""
    return any(step.level is Level.ARTICLE for step in at.steps)


def _follows(number: str, before: str) -> bool:
    """Whether a number comes next: '5' and '4 bis' and '4A' after '4', 'v' and '(j)' after 'iv' and '(i)'."""
    base, last = number.split(" ")[0], before.split(" ")[0]
    if " " in number and lines.same_number(base, last):
        return number != before
    plain = before[:-1] if before[:-1].isdecimal() and before[-1:].isalpha() else ""
    successors = (*numerals.successors(last), *(numerals.successors(plain) if plain else ()))
    return (
        base in successors
        or lines.is_next(base, last)
        or (bool(plain) and base[:-1] == plain and ord(base[-1]) == ord(last[-1]) + 1)
        or (_by_chapter(base) and _by_chapter(last) and _next_by_chapter(base, last))
    )


def _by_chapter(number: str) -> bool:
    """Whether articles are numbered by chapter: '2.10'."""
    head, dot, tail = number.partition(".")
    return bool(dot) and tail.isdecimal() and numerals.value(head) is not None


def _next_by_chapter(number: str, before: str) -> bool:
    (head, _, tail), (last, _, end) = number.partition("."), before.partition(".")
    if lines.same_number(head, last):
        return int(tail) == int(end) + 1
    return int(tail) == 1


def _finding(provision: Provision, before: str, at: Address) -> Finding | None:
    """What is wrong where a number does not follow; None where the two are of different series, and nothing is told."""
    kind, number = provision.kind, provision.number
    name, previous = _named(kind, number), _named(kind, before)
    inside = kind in (ProvisionKind.PARAGRAPH, _LETTERED) and len(at.steps) > 1
    home = f" in {Address(at.steps[:-1])}" if inside else ""
    one, other = _counts(number, before)
    article = kind is ProvisionKind.ARTICLE
    if lines.plain_number(number) == lines.plain_number(before):
        severity = Severity.REFUSED if article or inside else Severity.NOTE
        return Finding("number-twice", f"{name} comes twice{home}.", _cited(provision), _REMEDY, severity)
    if one is None or other is None:
        return None
    if other + 1 < one <= other + _WIDEST:
        gap = _number(number, other + 1) + (f" to {_number(number, one - 1)}" if one > other + 2 else "")
        message = f"{name} follows {previous}{home}: {gap} {'are' if one > other + 2 else 'is'} missing."
        return Finding("number-missing", message, _cited(provision), _REMEDY, Severity.NOTE)
    if one < other and _is_of_article(at):
        return Finding("number-order", f"{name} follows {previous}{home}.", _cited(provision), _REMEDY, Severity.NOTE)
    return None


def _counts(number: str, before: str) -> tuple[int | None, int | None]:
    """What two numbers count in one writing: both letters, both Roman or both figures."""
    if number.isdecimal() and before.isdecimal():
        return int(number), int(before)
    if len(number) == len(before) == 1 and number.isalpha() and not (_is_roman(number) and _is_roman(before)):
        return ord(number.casefold()) - ord("a") + 1, ord(before.casefold()) - ord("a") + 1
    return numerals.from_roman(number), numerals.from_roman(before)


def _is_roman(letter: str) -> bool:
    return letter in "ivxIVX"


def _number(like: str, count: int) -> str:
    """A number in the writing of another one."""
    if like.isdecimal():
        return str(count)
    if len(like) == 1 and not _is_roman(like):
        return f"({chr(ord('a') + count - 1)})"
    numeral = numerals.roman(count)
    return numeral if like.isupper() else f"({numeral.lower()})"


def _named(kind: ProvisionKind, number: str) -> str:
    if kind is _LETTERED:
        return f"Subparagraph ({number})"
    return f"{kind.value.capitalize()} {number}"


def _cited(provision: Provision) -> Citation:
    return provision.line[0].origin
