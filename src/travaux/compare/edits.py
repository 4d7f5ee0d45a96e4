"""What a side changed in a text, as edits of its characters; and whether the edits of several sides go together.

An edit is a stretch of the text and the words in its place. Edits that touch collide, but for the same edit made by
both: which of two insertions at one place comes first is for people to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.compare.redline import Redline, redline
from travaux.compare.spans import Change, Manner
from travaux.text.draft import Provision


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Characters `start` to `end` of a text, and the words in their place: "" deletes, start = end inserts."""

    start: int
    end: int
    words: str

    def touches(self, other: Edit) -> bool:
        """Whether two edits cannot be made together: they overlap, or one inserts where the other begins or ends."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Collision:
    """A stretch of the common text of which sides want different things: who would have it read how."""

    start: int
    end: int
    readings: tuple[tuple[tuple[int, ...], str], ...]


def edits(before: Provision, after: Provision) -> tuple[Edit, ...]:
    """What changed from one provision to another, without their labels: numbers are told apart from words.

    Made in the wording of the one, they give the wording of the other, letter for letter.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import ProvisionKind, Run
    >>> def article(words):
    ...     return Provision(ProvisionKind.ARTICLE, content=(Run(words, Citation("d1", 0, len(words))),))
    >>> edits(article("The ferry runs daily."), article("The old ferry runs weekly."))
    (Edit(start=4, end=4, words='old '), Edit(start=15, end=20, words='weekly'))
    """
    one, other = replace(before, label=()), replace(after, label=())
    return tuple(_gaps(one.text, other.text, _kept(redline(one, other), one.text, other.text)))


def made(text: str, changes: Iterable[Edit]) -> str:
    """The text with edits made that go together."""
    for edit in sorted(set(changes), reverse=True):
        text = text[: edit.start] + edit.words + text[edit.end :]
    return text


def collisions(text: str, sides: Sequence[Sequence[Edit]]) -> tuple[Collision, ...]:
    """Where the edits of the sides collide, in order of the text: edits that touch each other, directly or by others
    between them, are one collision."""
    by_edit: dict[Edit, tuple[int, ...]] = {}
    for side, own in enumerate(sides):
        for edit in own:
            by_edit[edit] = (*by_edit.get(edit, ()), side)
    groups: list[list[Edit]] = []
    for edit in sorted(by_edit):
        met = [group for group in groups if any(_collide(edit, one, by_edit) for one in group)]
        groups = [group for group in groups if group not in met]
        groups.append([*(one for group in met for one in group), edit])
    return tuple(_collision(text, group, by_edit) for group in sorted(groups) if len(group) > 1)


def _collision(text: str, group: Sequence[Edit], by_edit: dict[Edit, tuple[int, ...]]) -> Collision:
    """The stretch that the edits cover, as each side that has one there would have it read."""
    start, end = min(edit.start for edit in group), max(edit.end for edit in group)
    readings: dict[str, tuple[int, ...]] = {}
    for side in sorted({side for edit in group for side in by_edit[edit]}):
        own = [Edit(one.start - start, one.end - start, one.words) for one in group if side in by_edit[one]]
        words = made(text[start:end], own)
        readings[words] = (*readings.get(words, ()), side)
    return Collision(start, end, tuple((who, words) for words, who in readings.items()))


def _collide(one: Edit, other: Edit, by_edit: dict[Edit, tuple[int, ...]]) -> bool:
    """Whether two edits touch and are not both of one and the same sides."""
    return one.touches(other) and by_edit[one] != by_edit[other]


def _kept(laid: Redline, before: str, after: str) -> list[tuple[int, int, int]]:
    """What stayed in its place: where it begins in the one text and in the other, and how long it is."""
    blocks: list[tuple[int, int, int]] = []
    at, end = 0, 0
    for line in laid.lines:
        spans = [span for span in line.spans if span.change in (Change.KEPT, Change.INSERTED)]
        for span in spans:
            stays = span.change is Change.KEPT and span.manner is not Manner.ELSEWHERE and span.was is not None
            if stays and span.was is not None and span.was >= end:
                size = len(span.words)
                if before[span.was : span.was + size] == span.words == after[at : at + size]:
                    blocks.append((span.was, at, size))
                    end = span.was + size
            at += len(span.words)
        at += bool(spans)
    return blocks


def _gaps(before: str, after: str, blocks: Sequence[tuple[int, int, int]]) -> Iterator[Edit]:
    """The edits between what stayed, without what they have in common at either end."""
    start = place = 0
    for was, now, size in [*blocks, (len(before), len(after), 0)]:
        gone, come = before[start:was], after[place:now]
        head = _common(gone, come)
        tail = _common(gone[head:][::-1], come[head:][::-1])
        if gone != come:
            yield Edit(start + head, was - tail, come[head : len(come) - tail])
        start, place = was + size, now + size


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike, in whole words."""
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    while 0 < size < max(len(one), len(other)) and _within_word(one, size) | _within_word(other, size):
        size -= 1
    return size


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
