"""Lays the deviations of a draft out as a sheet: how a memorandum on them begins, then a table by weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from travaux.compare.deviations import Clause, Deviations, Standing
from travaux.compare.reasons import Reason, ReasonKind
from travaux.compare.redline import Change
from travaux.exchange.sheet import Cell, Line, Sheet, Stretch, Table, about
from travaux.text.address import Level
from travaux.text.draft import ProvisionKind

_HEADS = ("Clause", "How it departs", "Words", "Reasons")


def departures(found: Deviations) -> Sheet:
    """The sheet of a draft held against its form."""
    table = Table(_HEADS, tuple(_row(clause) for clause in found.by_weight))
    pieces = tuple(map(_plain, summary(found)))
    return Sheet(f"Deviations: {found.draft.title}", (*pieces, table), (about(found.form), about(found.draft)))


def summary(found: Deviations) -> tuple[str, ...]:
    """In a few sentences: what follows the form, what was changed, added and left out, and what has no reason.

    >>> from travaux.compare.deviations import deviations
    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> def text(id, *lines):
    ...     body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    ...     return outline(Document(id=id, title=id, kind=Kind.AGREEMENT, body=body))[0]
    >>> form = text("form", "Treaty", "Article 1", "Ships shall pass.", "Article 2", "Dogs are free of dues.")
    >>> ours = text("ours", "Treaty", "Article 1", "Ships may pass.", "Article 2", "Dogs are free of dues.")
    >>> for line in summary(deviations(form, ours)):
    ...     print(line)
    The draft follows the standard form in the Title and Article 2.
    It changes Article 1.
    No reason is known for Article 1.
    """
    groups = (
        ("The draft follows the standard form in", [each for each in found.clauses if not each.departs]),
        ("It changes", _standing(found, Standing.CHANGED)),
        ("It adds", _standing(found, Standing.ADDED)),
        ("It leaves out, of the form,", _standing(found, Standing.MISSING)),
        ("It has in another place or under another number", _standing(found, Standing.MOVED)),
    )
    said = [f"{lead} {_listed(_name(each) for each in clauses)}." for lead, clauses in groups if clauses]
    bare = [each for each in found.clauses if each in found.unexplained]
    return (*said, *([f"No reason is known for {_listed(map(_placed, bare))}."] if bare else []))


def _standing(found: Deviations, standing: Standing) -> list[Clause]:
    return [each for each in found.clauses if each.standing is standing]


def _name(clause: Clause) -> str:
    """A clause as a sentence names it: 'the Preamble', 'Article V'."""
    at = clause.at or clause.form_at
    alone = at is not None and len(at.steps) == 1 and not at.steps[0].value and at.steps[0].level is not Level.ARTICLE
    return f"the {clause.name}" if alone else clause.name


def _placed(clause: Clause) -> str:
    """The same where clauses of the form stand beside those of the draft, which may have the same number."""
    return f"{_name(clause)} of the form" if clause.standing is Standing.MISSING else _name(clause)


def _listed(names: Iterable[str]) -> str:
    """'the Preamble and Articles II, III and VI'."""
    told = list(names)
    articles = [name.removeprefix("Article ") for name in told if _is_article(name)]
    if len(articles) > 1:
        others = [name for name in told if not _is_article(name)]
        return _joined([*others, f"Articles {_joined(articles)}"])
    return _joined(told)


def _is_article(name: str) -> bool:
    return name.startswith("Article ") and "," not in name and not name.endswith(" of the form")


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _row(clause: Clause) -> tuple[Cell, ...]:
    number = [f"{clause.form_at} of the form"] if clause.renumbered and clause.form_at else []
    how = [f"{clause.standing}; {clause.weight}", *number, *clause.because]
    reasons = [*map(_reason, clause.reasons), *(["No reason is known."] if clause.unexplained else [])]
    return ((_plain(clause.name),), tuple(map(_plain, how)), _words(clause), tuple(map(_plain, reasons)))


def _words(clause: Clause) -> Cell:
    """The lines of the clause in which something changed."""
    lines = []
    for line in clause.redline.lines:
        spans = [span for span in line.spans if span.change is not Change.MOVED]
        if any(span.changed for span in spans):
            runs = ((run, span.change) for span in spans for run in span.runs)
            stretches = tuple(Stretch(run.words, change, origin=run.origin) for run, change in runs)
            lines.append(Line(ProvisionKind.PARAGRAPH, stretches))
    return tuple(lines)


def _reason(reason: Reason) -> str:
    if reason.kind is ReasonKind.CONFLICT:
        return f"In conflict with {reason.at}: {reason.words}"
    return f"{reason.words} ({reason.at})" if reason.at else reason.words


def _plain(words: str) -> Line:
    return Line(ProvisionKind.PARAGRAPH, (Stretch(words),))
