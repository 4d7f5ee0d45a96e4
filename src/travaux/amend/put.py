"""Puts runs in the place of words, also of words that run over lines. What stands beside them keeps its origins."""

from __future__ import annotations

from dataclasses import replace

from travaux.amend.fit import Misfit
from travaux.amend.quoted import Match, Stretch
from travaux.amend.tree import with_siblings
from travaux.findings import Citation
from travaux.text import lines
from travaux.text.draft import Draft, Provision, Run, cut, words_of
from travaux.text.spot import provision_at


def put(draft: Draft, match: Match, runs: tuple[Run, ...]) -> Draft:
    """The draft with `runs` instead of the words at a place. Raises Misfit where a number would lose its words, or
    words their number."""
    tail: tuple[Run, ...] = ()
    for stretch in reversed(match[1:]):
        rest = _rest(draft, stretch)
        tail = rest or tail
        draft = with_siblings(draft, stretch.path, [])
    return _put_in_line(draft, match[0], runs, tail)


def _rest(draft: Draft, stretch: Stretch) -> tuple[Run, ...]:
    """What is left of a line that loses its beginning: it goes to the line where the words begin."""
    provision = provision_at(draft, stretch.path)
    rest = cut(provision.line, stretch.end, len(words_of(provision.line)))
    if provision.children or stretch.end < len(words_of(provision.label)):
        raise _unlabelled(provision)
    return rest if words_of(rest).strip() else ()


def _put_in_line(draft: Draft, stretch: Stretch, runs: tuple[Run, ...], tail: tuple[Run, ...]) -> Draft:
    provision = provision_at(draft, stretch.path)
    line, label = provision.line, len(words_of(provision.label))
    before, after = cut(line, 0, stretch.start), cut(line, stretch.end, len(words_of(line))) + _parted(tail)
    if stretch.start < label <= stretch.end and stretch.start == 0:
        if runs or words_of(after).strip() or provision.children:
            raise _unlabelled(provision)
        return with_siblings(draft, stretch.path, [])
    if stretch.end <= label and stretch.start < label:
        return with_siblings(draft, stretch.path, [_relabelled(provision, before + runs + after, label, runs, stretch)])
    if stretch.start < label:
        raise _unlabelled(provision)
    content = cut(line, label, stretch.start) + runs + after
    # The blanks beside words that are gone are nobody's words.
    if not words_of(content).strip():
        content = ()
    changed = replace(provision, content=content)
    gone = not content and not provision.children and not provision.label
    return with_siblings(draft, stretch.path, [] if gone else [changed])


def _parted(tail: tuple[Run, ...]) -> tuple[Run, ...]:
    """A blank before what came from another line."""
    if not tail or words_of(tail)[0] in " ,.;:":
        return tail
    origin = tail[0].origin
    return (Run(" ", Citation(origin.document, origin.start, origin.start, origin.note)), *tail)


def _relabelled(
    provision: Provision, line: tuple[Run, ...], label: int, runs: tuple[Run, ...], stretch: Stretch
) -> Provision:
    """A provision with another heading in its label; its number must stay."""
    size = label - (stretch.end - stretch.start) + len(words_of(runs))
    named = cut(line, 0, size)
    there = lines.line_of(words_of(named))
    if there is None or there.number != provision.number:
        raise _unlabelled(provision)
    return replace(provision, label=named)


def _unlabelled(provision: Provision) -> Misfit:
    return Misfit(
        "number-in-words",
        f"The words take a part of “{words_of(provision.label).strip() or provision.text}” with them.",
        "Name the provisions that are to go.",
    )
