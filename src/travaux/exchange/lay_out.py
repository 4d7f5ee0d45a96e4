"""Lays a draft, or what changed from an earlier one, out in lines. Adds no word and leaves none out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from travaux.amend.track import TrackedLine, track
from travaux.compare.redline import Change, Manner, RedlineLine, Span, redline
from travaux.exchange.paper import Paper
from travaux.exchange.sheet import Line, Mark, Sheet, Stretch, about
from travaux.exchange.word.marked import Made
from travaux.exchange.word.redline import carried_out
from travaux.findings import Citation
from travaux.text.bracket import part
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, words_of

# What stands in one of these stands as deep as it does.
_FLAT = frozenset(
    {ProvisionKind.PREAMBLE, ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION, ProvisionKind.ANNEX}
    | {ProvisionKind.ARTICLE}
)


def lay_out(paper: Paper) -> Sheet:
    """The draft in lines; where the paper has an earlier text, with the words that went and those that came. Where the
    instructions that made the one of the other are known, each change is told with whose it is and why.

    >>> from travaux.findings import Citation
    >>> def ferry(words):
    ...     at = Citation("d1", 0, len(words))
    ...     article = Provision(ProvisionKind.ARTICLE, "1", content=(Run(words, at),))
    ...     return Draft(id="d1/draft", title="Ferry", provisions=(article,), at=at)
    >>> sheet = lay_out(Paper(ferry("It runs weekly."), before=ferry("It runs daily.")))
    >>> [(stretch.change.value, stretch.words) for line in sheet.lines for stretch in line.stretches]
    [('kept', 'It runs '), ('deleted', 'daily'), ('inserted', 'weekly'), ('kept', '.')]
    """
    if paper.before is None:
        pieces = tuple(_plain(placed) for placed in _placed(paper.draft))
        return Sheet(paper.draft.title, pieces, (about(paper.draft),))
    pieces = tuple(_tracked(paper.before, paper) or _changed(paper.before, paper.draft))
    return Sheet(paper.draft.title, pieces, (about(paper.before), about(paper.draft)))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A provision that prints a line, and how deep it stands."""

    provision: Provision
    depth: int


def _placed(draft: Draft) -> Iterator[_Placed]:
    for provision in draft.provisions:
        yield from _below(provision, 0)


def _below(provision: Provision, depth: int) -> Iterator[_Placed]:
    if provision.line:
        yield _Placed(provision, depth)
    for child in provision.children:
        yield from _below(child, depth + (provision.kind not in _FLAT))


def _plain(placed: _Placed) -> Line:
    provision = placed.provision
    label, content = (tuple(joined(map(_kept, runs))) for runs in (provision.label, provision.content))
    return Line(provision.kind, content, label, placed.depth)


def _kept(run: Run) -> Stretch:
    return Stretch(run.words, origin=run.origin)


def _tracked(before: Draft, paper: Paper) -> tuple[Line, ...]:
    """The lines with what the instructions did, one after another; () where they do not lead to the draft, or where
    lines were joined by them."""
    if not paper.made_by:
        return ()
    done = carried_out(before, (*paper.between, paper.draft), paper.made_by)
    causes = [(made, stage) for made in done.made for stage in made.stages]
    marks = [_mark(made) for made, _ in causes]
    lines = tuple(_told(line, marks) for line in track(before, [stage for _, stage in causes]))
    shown = tuple(line for line in lines if line.content)
    return shown if (_spelled(shown, _stood), _spelled(shown, _stands)) == (before.text, paper.draft.text) else ()


def _mark(made: Made) -> Mark:
    reason = made.instruction.reason
    return Mark(made.author, made.date, reason.words if reason else "", made.instruction.at)


def _told(line: TrackedLine, marks: list[Mark]) -> Line:
    """A line as it is shown: words that came and went again stand in neither text."""
    stretches = []
    for piece in line.pieces:
        by = piece.came or piece.went
        if not piece.words or (piece.came and piece.went):
            continue
        change, elsewhere = Change.KEPT, False
        if piece.came:
            change, elsewhere = (Change.KEPT, True) if piece.came.moved else (Change.INSERTED, False)
        elif piece.went:
            change = Change.MOVED if piece.went.moved else Change.DELETED
        stretches.append(Stretch(piece.words, change, marks[by.stage] if by else None, elsewhere=elsewhere))
    return Line(line.kind, tuple(stretches), depth=line.depth)


def _spelled(lines: tuple[Line, ...], side: Callable[[Stretch], bool]) -> str:
    """The words of one of the two texts."""
    texts = ("".join(each.words for each in line.content if side(each)) for line in lines)
    return "\n".join(filter(None, texts))


def _stood(stretch: Stretch) -> bool:
    return stretch.change is not Change.INSERTED and not stretch.elsewhere


def _stands(stretch: Stretch) -> bool:
    return stretch.change in (Change.KEPT, Change.INSERTED)


def _changed(before: Draft, after: Draft) -> Iterator[Line]:
    """The lines of the redline, each as what it is, or was."""
    depths = {id(placed.provision): placed.depth for draft in (before, after) for placed in _placed(draft)}
    for line in redline(before, after).lines:
        provision = line.after or line.before
        if provision is not None and line.spans:
            yield _shown(line, provision, depths.get(id(provision), 0))


def _shown(line: RedlineLine, provision: Provision, depth: int) -> Line:
    stretches = joined(stretch for span in line.spans for stretch in _stretches(span))
    if not provision.content:
        return Line(provision.kind, (), tuple(stretches), depth)
    counted = _stands if any(map(_stands, stretches)) else _went
    label, content = _cut(stretches, len(words_of(provision.label)), counted)
    return Line(provision.kind, tuple(content), tuple(label), depth)


def _went(stretch: Stretch) -> bool:
    return not _stands(stretch)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches with those made one that share a fate, and whose words follow on one another where they came from."""
    found: list[Stretch] = []
    for stretch in stretches:
        last = found[-1] if found else None
        alike = last is not None and replace(last, words="-", origin=None) == replace(stretch, words="-", origin=None)
        if last is not None and alike and _follows(last, stretch):
            found[-1] = replace(last, words=last.words + stretch.words, origin=_spanning(last.origin, stretch.origin))
        else:
            found.append(stretch)
    return found


def _follows(last: Stretch, stretch: Stretch) -> bool:
    one, other = last.origin, stretch.origin
    if one is None or other is None:
        return one is other
    return (one.document, one.note, one.end) == (other.document, other.note, other.start)


def _spanning(one: Citation | None, other: Citation | None) -> Citation | None:
    return replace(one, end=other.end) if one and other else None


def _stretches(span: Span) -> Iterator[Stretch]:
    elsewhere = span.manner is Manner.ELSEWHERE
    return (Stretch(run.words, span.change, origin=run.origin, elsewhere=elsewhere) for run in span.runs)


def _cut(
    stretches: list[Stretch], size: int, counted: Callable[[Stretch], bool]
) -> tuple[list[Stretch], list[Stretch]]:
    """The stretches up to `size` characters of those that are counted, and the rest."""
    for index, stretch in enumerate(stretches):
        if not counted(stretch):
            continue
        if size <= 0:
            return stretches[:index], stretches[index:]
        if size < len(stretch.words):
            first, second = _part(stretch, 0, size), _part(stretch, size, len(stretch.words))
            return [*stretches[:index], first], [second, *stretches[index + 1 :]]
        size -= len(stretch.words)
    return stretches, []


def _part(stretch: Stretch, first: int, last: int) -> Stretch:
    if stretch.origin is None:
        return replace(stretch, words=stretch.words[first:last])
    run = part(Run(stretch.words, stretch.origin), first, last)
    return replace(stretch, words=run.words, origin=run.origin)
