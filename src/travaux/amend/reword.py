"""Finds the operations on words that turn one line of a draft into another: the fewest words that mean one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from travaux import numerals
from travaux.amend import operations as ops
from travaux.amend.fit import same
from travaux.amend.operations import Operation, Place, Where, Words
from travaux.amend.quoting import Change, Quoted, after, before, is_alone, is_phrase, is_quotable, widened
from travaux.amend.tree import with_content
from travaux.amend.trial import UNWRITTEN, Trial, attempt
from travaux.amend.word_changes import Sentence, sentence_changes, word_changes
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.draft import Draft, Run, words_of
from travaux.text.point_to import point_to
from travaux.text.spot import Path, paths_below, provision_at

# Of a sentence that keeps less than this share of its words the whole is replaced.
_KEPT = 0.5
# So many wordings are tried for one change before the sentence is replaced.
_TRIES = 6


@dataclass(frozen=True, slots=True)
class _Line:
    """The content of a provision being changed. `at` leads to the provision (`exact`), or to what holds it."""

    path: Path
    at: Address
    exact: bool


def reword(trial: Trial, path: Path, wanted: str) -> Trial | None:
    """The trial after the own words of the provision at `path` were made to read `wanted`; None where operations on
    words and sentences do not lead there."""
    now = _content(trial.draft, path)
    if not now or not wanted:
        return None
    line = _named(trial.draft, path)
    sentences = sentence_changes(now, wanted) if line.exact else None
    if sentences is None or len(sentences) == 1:
        return _reworded(trial, line, 0, Sentence(now, wanted))
    return _sentence_by_sentence(trial, line, sentences)


def new_words(words: str) -> Words:
    """Words that the instruction brings, before it is written."""
    return Words(words, UNWRITTEN)


def place_of(draft: Draft, path: Path) -> Address:
    """The address of the provision at `path`, or of the nearest that holds it and has one."""
    return _named(draft, path).at


def _named(draft: Draft, path: Path) -> _Line:
    for size in range(len(path), 0, -1):
        at = point_to(draft, path[:size])
        if at is not None:
            return _Line(path, at, size == len(path))
    return _Line(path, WHOLE, False)


def _content(draft: Draft, path: Path) -> str:
    return words_of(provision_at(draft, path).content)


def _sentence_by_sentence(trial: Trial, line: _Line, sentences: Sequence[Sentence]) -> Trial | None:
    """First what stays is changed, then from the last to the first what is gone and new: so every count is that of
    the line as it was."""
    now = [sentence.before for sentence in sentences]
    both = [k for k, sentence in enumerate(sentences) if sentence.before and sentence.after]
    others = [k for k, sentence in enumerate(sentences) if not (sentence.before and sentence.after)]
    for k in (*both, *reversed(others)):
        sentence = sentences[k]
        if sentence.before == sentence.after:
            continue
        start = sum(len(words) + 1 for words in now[:k] if words)
        place = _Nth(line, sum(bool(words) for words in now[:k]) + 1, start)
        now[k] = sentence.after
        result = _settled(trial, place, sentence, _wanted(trial, line, " ".join(filter(None, now))))
        if result is None:
            return None
        trial = result
    return trial


@dataclass(frozen=True, slots=True)
class _Nth:
    """The place of the `count`th sentence of a line, from character `start`."""

    line: _Line
    count: int
    start: int


def _settled(trial: Trial, place: _Nth, sentence: Sentence, wanted: Draft) -> Trial | None:
    """One sentence changed, deleted or put in."""
    at = _counted(place.line, place.count)
    if not sentence.after:
        return attempt(trial, [[ops.Delete(at)]], wanted)
    if not sentence.before:
        return attempt(trial, _additions(trial, place, sentence.after), wanted)
    result = _reworded(trial, place.line, place.start, sentence, at)
    return result or attempt(trial, [[ops.Replace(at, new_words(sentence.after))]], wanted)


def _additions(trial: Trial, place: _Nth, new: str) -> list[list[Operation]]:
    """What can be ordered so that a sentence comes in."""
    line, count, words = place.line, place.count, new_words(new)
    choices: list[list[Operation]] = []
    if place.start > len(_content(trial.draft, line.path)):
        choices.append([ops.InsertWords(line.at, Place(Where.END), words)])
    if count > 1:
        choices.append([ops.InsertWords(_counted(line, count - 1), Place(Where.END), words)])
    choices.append([ops.InsertWords(_counted(line, count), Place(Where.START), words)])
    return choices


def _counted(line: _Line, count: int) -> Address:
    return Address((*line.at.steps, Step(Level.SENTENCE, numerals.ordinal_word(count))))


def _wanted(trial: Trial, line: _Line, content: str) -> Draft:
    return with_content(trial.draft, line.path, (Run(content, UNWRITTEN),))


def _reworded(
    trial: Trial, line: _Line, start: int, sentence: Sentence, counted: Address | None = None
) -> Trial | None:
    """The words of one sentence, from character `start`, changed one stretch after the other."""
    changes = word_changes(sentence.before, sentence.after)
    if changes is None or _is_remade(sentence, changes):
        return None
    low, shift = start, start
    for index, change in enumerate(changes):
        limit = changes[index + 1].start if index + 1 < len(changes) else len(sentence.before)
        moved = Change(change.start + shift, change.end + shift, change.new)
        result = _changed(trial, line, moved, (low, limit + shift), counted)
        if result is None:
            return None
        shift += len(change.new) - (change.end - change.start)
        # No word is quoted twice: what stands beside this change is not quoted for the next.
        trial, low = result[0], result[1] + len(change.new) - (change.end - change.start)
    return trial


def _is_remade(sentence: Sentence, changes: Sequence[Change]) -> bool:
    gone = sum(len(sentence.before[change.start : change.end].split()) for change in changes)
    new = sum(len(change.new.split()) for change in changes)
    size = max(len(sentence.before.split()), len(sentence.after.split()))
    return size > 3 and max(gone, new) > (1 - _KEPT) * size


def _changed(
    trial: Trial, line: _Line, change: Change, bounds: tuple[int, int], counted: Address | None
) -> tuple[Trial, int] | None:
    """The trial after a change, and the character of the line as it was where the words quoted for it end."""
    now = _content(trial.draft, line.path)
    wanted = _wanted(trial, line, now[: change.start] + change.new + now[change.end :])
    for at in filter(None, (line.at, counted)):
        place = _Place(now, at, _scope(trial.draft, line) if at is line.at else [now], bounds)
        for orders, end in islice(_orders(place, change), _TRIES):
            result = attempt(trial, [orders], wanted)
            if result is not None and len(result.rules) == len(trial.rules):
                return result, end
    return None


def _scope(draft: Draft, line: _Line) -> list[str]:
    """The lines among which words of the line are looked for."""
    path = line.path
    while path and not line.exact and point_to(draft, path) != line.at:
        path = path[:-1]
    return [words_of(provision.content) for _, provision in paths_below(draft, path) if provision.content]


@dataclass(frozen=True, slots=True)
class _Place:
    """A line as it is now, the address that an order names for it, the lines that address covers, and between which
    characters of the line words may be quoted."""

    now: str
    at: Address
    scope: Sequence[str]
    bounds: tuple[int, int]


def _orders(place: _Place, change: Change) -> Iterator[tuple[list[Operation], int]]:
    """What can be ordered so that the change comes about, the shortest first, and where its quotation ends. Words
    that end with a mark are quoted where no others do."""
    now = place.now
    gone, new = now[change.start : change.end].strip(), change.new.strip()
    insertions = list(_insertions(place, change)) if is_quotable(new) else []
    if not gone:
        yield from insertions
    elif not new and is_quotable(gone) and is_phrase(gone) and is_alone(gone, place.scope):
        yield [ops.DeleteWords(place.at, gone)], change.end
    yield from ((orders, change.end) for orders in _marks(place, change))
    for quoted in _quotations(place, change):
        yield [ops.SubstituteWords(place.at, quoted.old, new_words(quoted.new))], quoted.end
        if same(quoted.old, quoted.new):
            # Words that differ in their letters alone count as there already: they go, and come anew.
            delete = ops.DeleteWords(place.at, gone)
            yield from (([delete, *orders], end) for orders, end in insertions)


def _quotations(place: _Place, change: Change) -> Iterator[Quoted]:
    """The change with the words beside it that make it mean one place: first of whole words, the shortest first."""
    for ends in range(3):
        for quoted in widened(place.now, change, *place.bounds):
            if _of_marks(quoted) == ends and is_quotable(quoted.old) and is_quotable(quoted.new):
                if is_alone(quoted.old, place.scope):
                    yield quoted


def _marks(place: _Place, change: Change) -> Iterator[list[Operation]]:
    """A mark changed or taken out where it stands: at the end, or after certain words."""
    gone, new = place.now[change.start : change.end].strip(), change.new.strip()
    if not gone or gone[0].isalnum() or not is_quotable(gone) or (new and not is_quotable(new)):
        return
    goals = [Place(Where.END)] if change.end == len(place.now) else []
    anchors = before(place.now, change.start, place.bounds[0])
    goals += [Place(Where.AFTER, each) for each in anchors if _is_anchor(each, place)][:1]
    for goal in goals:
        if new:
            yield [ops.SubstituteWords(place.at, gone, new_words(new), place=goal)]
        else:
            yield [ops.DeleteWords(place.at, gone, place=goal)]


def _insertions(place: _Place, change: Change) -> Iterator[tuple[list[Operation], int]]:
    now, new = place.now, change.new.strip()
    sides = (
        (Where.AFTER, before(now, change.start, place.bounds[0])),
        (Where.BEFORE, after(now, change.end, place.bounds[1])),
    )
    anchors = [
        (where, anchor)
        for where, words in sides
        for anchor in islice((each for each in words if _is_anchor(each, place)), 1)
    ]
    for where, anchor in sorted(anchors, key=lambda each: len(each[1].split())):
        end = change.end + (len(anchor) + 1 if where is Where.BEFORE else 0)
        yield [ops.InsertWords(place.at, Place(where, anchor), new_words(new))], end


def _is_anchor(words: str, place: _Place) -> bool:
    return is_phrase(words) and is_quotable(words) and is_alone(words, place.scope)


def _of_marks(quoted: Quoted) -> int:
    """How far a quotation is from one of whole words: whether it ends in a mark, or is nothing but marks."""
    ends = not (is_phrase(quoted.old) and is_phrase(quoted.new))
    return ends + any(not any(map(str.isalnum, words)) for words in (quoted.old, quoted.new))
