"""Lays what operations did over the draft that they were done to: every letter that ever stood in it, with the
operation that brought it and the one that took it out.

The marks come from the operations, one after another, not from a comparison of the last draft with the first: words
that one side put in and another took out again are still there, with the names of both. Within the words that one
operation exchanges for others, those that stay the same are not marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from travaux.amend.proof import Letter, Stage, changed_within, letters, matched
from travaux.amend.word_changes import word_changes
from travaux.compare.in_order import in_order
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, words_of
from travaux.text.spot import Path, paths_below

_NESTING = frozenset({ProvisionKind.PARAGRAPH, ProvisionKind.SUBPARAGRAPH})


@dataclass(frozen=True, slots=True)
class Mark:
    """By which stage words came or went, counted from 0, and whether they were moved."""

    stage: int
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that came together and went together; None for those that stood at first, or that stand at last."""

    words: str
    came: Mark | None = None
    went: Mark | None = None


@dataclass(frozen=True, slots=True)
class TrackedLine:
    """A line with all that ever stood in it. `came` and `went` are those of the line itself: its end."""

    kind: ProvisionKind
    depth: int
    pieces: tuple[Piece, ...]
    came: Mark | None = None
    went: Mark | None = None


@dataclass(slots=True)
class _Letter:
    sign: str
    origin: Letter
    came: Mark | None = None
    went: Mark | None = None


@dataclass(slots=True)
class _Line:
    """A line as the stages so far leave it; `path` is None once its provision is gone, `runs` are its words now."""

    path: Path | None
    kind: ProvisionKind
    depth: int
    runs: tuple[tuple[Run, ...], tuple[Run, ...]] = ((), ())
    letters: list[_Letter] = field(default_factory=list)
    came: Mark | None = None
    went: Mark | None = None

    @property
    def live(self) -> list[_Letter]:
        return [letter for letter in self.letters if letter.went is None]


def track(draft: Draft, stages: Sequence[Stage]) -> tuple[TrackedLine, ...]:
    """The lines of `draft` with what each of the stages did to them. They follow on one another, the first on `draft`.

    Without the pieces and lines that came, the lines are those of `draft`; without those that went, those of the last
    draft.

    >>> from travaux.amend.consolidate import consolidate
    >>> from travaux.amend.operations import SubstituteWords, Words
    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Run
    >>> from travaux.text.parse import parse
    >>> at = Citation("telegram", 0, 6)
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run("The ferry runs daily.", Citation("d1", 0, 21)),))
    >>> draft = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=Citation("d1", 0, 21))
    >>> order = SubstituteWords(parse("Article 1"), "daily", Words("weekly", at))
    >>> (line,) = track(draft, consolidate(draft, [order], at=at).stages)
    >>> [(piece.words, piece.came is not None, piece.went is not None) for piece in line.pieces]
    [('The ferry runs ', False, False), ('daily', False, True), ('weekly', True, False), ('.', False, False)]
    """
    lines = [_line(draft, path, provision) for path, provision in paths_below(draft, ())]
    standing = _standing(lines)
    for number, stage in enumerate(stages):
        if not _only_reworded(standing, stage, number):
            lines = _after(lines, stage, number)
            standing = _standing(lines)
    return tuple(
        TrackedLine(line.kind, line.depth, tuple(_pieces(line.letters)), line.came, line.went)
        for line in lines
        if line.letters
    )


def _line(draft: Draft, path: Path, provision: Provision, came: Mark | None = None) -> _Line:
    found = [_Letter(sign, origin, came) for sign, origin in _written(provision)]
    runs = provision.label, provision.content
    return _Line(path, provision.kind, _depth(draft, path), runs, found, came if found else None)


def _written(provision: Provision) -> list[tuple[str, Letter]]:
    return list(zip(words_of(provision.line), letters(provision.line), strict=True))


def _depth(draft: Draft, path: Path) -> int:
    """How many paragraphs and subparagraphs hold the provision."""
    depth, among = 0, draft.provisions
    for index in path[:-1]:
        depth += among[index].kind in _NESTING
        among = among[index].children
    return depth


def _standing(lines: Sequence[_Line]) -> dict[Path, _Line]:
    return {line.path: line for line in lines if line.path is not None}


def _only_reworded(standing: Mapping[Path, _Line], stage: Stage, number: int) -> bool:
    """Whether a stage left every line in its place, which then has its words; else nothing is done."""
    within = changed_within(stage)
    before, after = paths_below(stage.before, within), dict(paths_below(stage.after, within))
    places = matched(stage, within)
    here = [path for path, _ in before]
    if here != list(after) or any(places.get(path) != path for path in here):
        return False
    if any(standing[path].went and after[path].line for path in here):
        return False  # a line that went and has words again is a new one
    for path in here:
        _settle(standing[path], stage.after, path, after[path], Mark(number))
    return True


def _after(lines: list[_Line], stage: Stage, number: int) -> list[_Line]:
    """The lines after a stage."""
    places = matched(stage, ())
    provisions = dict(paths_below(stage.after, ()))
    live = [line for line in lines if line.path is not None]
    stay = _staying(live, places, stage.moved)
    new: dict[Path, _Line] = {}
    held: dict[Path, _Line] = {}
    for line in live:
        here = line.path
        goal = places.get(here) if here is not None else None
        if goal is None or here is None:
            _leave(line, Mark(number))
        elif here in stay and not (line.went and provisions[goal].line):
            held[goal] = line
            _settle(line, stage.after, goal, provisions[goal], Mark(number))
        else:
            moved = stage.moved is not None and here[: len(stage.moved)] == stage.moved
            new[goal] = _copy(line, stage.after, goal, provisions[goal], Mark(number, moved=moved))
            _leave(line, Mark(number, moved=moved))
    for path, provision in provisions.items():
        if path not in held and path not in new:
            new[path] = _line(stage.after, path, provision, Mark(number))
    return list(_put_in(lines, list(provisions), held, new, number))


def _staying(live: Sequence[_Line], places: Mapping[Path, Path], moved: Path | None) -> set[Path | None]:
    """The paths of the lines that keep their order, those that were moved apart."""
    rank = {path: place for place, path in enumerate(sorted(places.values()))}
    partner = {}
    for place, line in enumerate(live):
        here = line.path
        if here is not None and here in places and not (moved is not None and here[: len(moved)] == moved):
            partner[place] = rank[places[here]]
    return {live[place].path for place in in_order(partner)}


def _leave(line: _Line, mark: Mark) -> None:
    for letter in line.live:
        letter.went = mark
    line.went = line.went or mark
    line.path = None


def _copy(line: _Line, after: Draft, path: Path, provision: Provision, mark: Mark) -> _Line:
    """The line in its new place, with the words that it stood with in the old one."""
    found = [_come(letter, mark) for letter in line.live]
    copy = _Line(path, provision.kind, _depth(after, path), line.runs, found, mark if found else None)
    _settle(copy, after, path, provision, Mark(mark.stage))
    return copy


def _come(letter: _Letter, mark: Mark) -> _Letter:
    return replace(letter, came=mark)


def _settle(line: _Line, after: Draft, path: Path, provision: Provision, mark: Mark) -> None:
    """Gives a line that stays the words that it has now."""
    if path != line.path:
        line.path, line.depth = path, _depth(after, path)
    line.kind = provision.kind
    if line.runs[0] is provision.label and line.runs[1] is provision.content:
        return
    line.runs = provision.label, provision.content
    wanted = _written(provision)
    live = line.live
    if [(letter.sign, letter.origin) for letter in live] == wanted:
        return
    if not line.letters:
        line.came = mark
    if not wanted:
        line.went = mark
    line.letters = _exchanged(line.letters, live, wanted, mark)


def _exchanged(
    every: list[_Letter], live: list[_Letter], wanted: list[tuple[str, Letter]], mark: Mark
) -> list[_Letter]:
    """All letters of a line with what came and went marked; what goes stands before what comes in its place."""
    kept = _kept(live, wanted)
    letters_now: list[_Letter] = []
    index = done = 0
    for letter in every:
        if letter.went is None:
            goal = kept.get(index)
            index += 1
            if goal is None:
                letter.went = mark
            else:
                letters_now += [_Letter(sign, origin, mark) for sign, origin in wanted[done:goal]]
                letter.origin, done = wanted[goal][1], goal + 1
        letters_now.append(letter)
    return letters_now + [_Letter(sign, origin, mark) for sign, origin in wanted[done:]]


def _kept(live: Sequence[_Letter], wanted: Sequence[tuple[str, Letter]]) -> dict[int, int]:
    """Which letters of a line stay, and where they stand then: those of the same origin, in their order; between them
    words that are the same on both sides."""
    old = [(letter.sign, letter.origin) for letter in live]
    size = min(len(old), len(wanted))
    head = next((i for i in range(size) if old[i] != wanted[i]), size)
    tail = next((i for i in range(size - head) if old[-1 - i] != wanted[-1 - i]), size - head)
    once = _once(old[head : len(old) - tail])
    others = _once(wanted[head : len(wanted) - tail])
    partner = {i + head: others[key] + head for key, i in once.items() if key in others}
    stay = in_order(partner)
    kept = {i: i for i in range(head)} | {i: partner[i] for i in stay}
    kept |= {len(old) - 1 - i: len(wanted) - 1 - i for i in range(tail)}
    return kept | dict(_same_words([sign for sign, _ in old], [sign for sign, _ in wanted], kept))


def _once(written: Sequence[tuple[str, Letter]]) -> dict[tuple[str, Letter], int]:
    places: dict[tuple[str, Letter], list[int]] = {}
    for index, key in enumerate(written):
        places.setdefault(key, []).append(index)
    return {key: found[0] for key, found in places.items() if len(found) == 1}


def _same_words(old: Sequence[str], new: Sequence[str], kept: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Between letters that stay, the words of a stretch that gives way to another which has them too."""
    start = goal = 0
    for end, until in [*sorted(kept.items()), (len(old), len(new))]:
        if start < end and goal < until:
            yield from _same_in("".join(old[start:end]), "".join(new[goal:until]), start, goal)
        start, goal = end + 1, until + 1


def _same_in(gone: str, come: str, start: int, goal: int) -> Iterator[tuple[int, int]]:
    changes = word_changes(gone, come)
    if changes is None:
        return
    here, there = 0, 0
    for first, last, size in [*((each.start, each.end, len(each.new)) for each in changes), (len(gone), len(gone), 0)]:
        yield from ((start + here + step, goal + there + step) for step in range(first - here))
        there += first - here + size
        here = last


def _put_in(
    lines: Sequence[_Line], order: Sequence[Path], held: Mapping[Path, _Line], new: Mapping[Path, _Line], number: int
) -> Iterator[_Line]:
    """All lines in reading order of the draft after a stage; what it took away stands before what came instead."""
    before: dict[int, list[_Line]] = {}
    waiting: list[_Line] = []
    for path in order:
        if path in new:
            waiting.append(new[path])
        else:
            before[id(held[path])] = waiting
            waiting = []
    gone: list[_Line] = []
    for line in lines:
        if line.path is not None:
            yield from gone
            yield from before[id(line)]
            yield line
            gone = []
        else:
            gone.append(line)
    yield from gone
    yield from waiting


def _pieces(found: Sequence[_Letter]) -> Iterator[Piece]:
    start = 0
    for index in range(1, len(found) + 1):
        first = found[start]
        if index == len(found) or (found[index].came, found[index].went) != (first.came, first.went):
            yield Piece("".join(letter.sign for letter in found[start:index]), first.came, first.went)
            start = index
