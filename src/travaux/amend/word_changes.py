"""Which words of a line changed, as a person would say it: sentences gone, new and reworded, and in these the words."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.amend.quoting import Change
from travaux.compare.redline import Change as Fate
from travaux.compare.redline import redline
from travaux.compare.side_by_side import side_by_side
from travaux.findings import Citation
from travaux.text.draft import Provision, ProvisionKind, Run
from travaux.text.sentences import sentences

_NOWHERE = Citation("draft", 0, 0)
# Changes with no more than this many words kept between them are told as one.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence before and after; '' on the side that lacks it."""

    before: str
    after: str


def sentence_changes(before: str, after: str) -> tuple[Sentence, ...] | None:
    """The sentences of two lines in pairs; None where they are not parted by single blanks."""
    olds, news = _sentences(before), _sentences(after)
    if " ".join(olds) != before or " ".join(news) != after:
        return None
    if len(olds) == len(news) == 1:
        return (Sentence(before, after),)
    return _exchanged([Sentence(one or "", other or "") for one, other in side_by_side(olds, news)])


def _exchanged(found: list[Sentence]) -> tuple[Sentence, ...]:
    """A sentence that is gone and a new one beside it as one that was exchanged."""
    joined: list[Sentence] = []
    for sentence in found:
        last = joined[-1] if joined else None
        if last and not last.after and not sentence.before:
            joined[-1] = Sentence(last.before, sentence.after)
        elif last and not last.before and not sentence.after:
            joined[-1] = Sentence(sentence.before, last.after)
        else:
            joined.append(sentence)
    return tuple(joined)


def word_changes(before: str, after: str) -> tuple[Change, ...] | None:
    """The stretches of a line that changed, from its start to its end; None where little of it stayed."""
    if side_by_side([before], [after]) != [(before, after)]:
        return None
    spans = [span for line in redline(_line(before), _line(after)).lines for span in line.spans]
    changes: list[Change] = []
    offset, gone, new = 0, 0, ""
    for span in spans:
        if span.change is Fate.KEPT:
            if gone or new:
                changes.append(Change(offset - gone, offset, new))
            offset, gone, new = offset + len(span.words), 0, ""
        elif span.change is Fate.DELETED:
            offset, gone = offset + len(span.words), gone + len(span.words)
        else:
            new += span.words
    if gone or new:
        changes.append(Change(offset - gone, offset, new))
    return _joined(before, changes)


def _joined(line: str, changes: list[Change]) -> tuple[Change, ...]:
    """Changes side by side as one."""
    joined: list[Change] = []
    for change in changes:
        last = joined[-1] if joined else None
        between = line[last.end : change.start] if last else ""
        if last and len(between.split()) <= _NEAR:
            joined[-1] = Change(last.start, change.end, last.new + between + change.new)
        else:
            joined.append(change)
    return tuple(joined)


def _sentences(line: str) -> list[str]:
    return [line[start:end] for start, end in sentences(line)]


def _line(words: str) -> Provision:
    return Provision(ProvisionKind.PARAGRAPH, content=(Run(words, _NOWHERE),) if words else ())
