"""What words that are taken out leave behind: blanks, marks and small letters, set right under named rules."""

from __future__ import annotations

from dataclasses import replace

from travaux.amend.fit import Rule
from travaux.amend.put import put
from travaux.amend.quoted import Match, Stretch, written
from travaux.text.draft import Draft, Run, cut, words_of
from travaux.text.spot import Path, provision_at

Applied = tuple[Draft, tuple[Rule, ...]]

_MARKS = ",;:."
# Which of two marks that meet goes: the comma before any, and the second of two alike.
_FALLS_BEFORE = {",": ",;:.", ";": ";.", ":": ":.", ".": "."}


def without(draft: Draft, match: Match) -> Applied:
    """The draft without the words at a place and the blank beside them.

    A mark left double or at the beginning goes, a sentence keeps its full stop, and begins with a capital where the
    one taken out did. Each of these is told by a rule.
    """
    gone, rest = written(draft, match), _rest(draft, match)
    if not rest.strip(_MARKS + " "):
        return _all_gone(draft, match, rest)
    match, kept = _keeping_stop(draft, match)
    path = match[0].path
    if len(match) == 1:
        match = (_with_blank(draft, match[0]),)
    gap = match[0].start
    after, marks = _marks_met(put(draft, match, ()), path, gap)
    after, capital = _capital(after, path, gap, gone)
    return after, (*kept, *marks, *capital)


def _rest(draft: Draft, match: Match) -> str:
    """What is left of the line where the words begin: its own words before them, and what comes up from behind."""
    first, last = provision_at(draft, match[0].path), provision_at(draft, match[-1].path)
    label = len(words_of(first.label))
    return words_of(first.line)[label : max(match[0].start, label)] + words_of(last.line)[match[-1].end :]


def _all_gone(draft: Draft, match: Match, rest: str) -> Applied:
    """The draft without the line, of which no more than a mark would be left."""
    first, last = match[0], match[-1]
    label = len(words_of(provision_at(draft, first.path).label))
    ends = replace(last, end=len(words_of(provision_at(draft, last.path).line)))
    match = (*match[:-1], ends)
    match = (replace(match[0], start=min(first.start, label)), *match[1:])
    rule = Rule("mark-left-over", f"A “{rest.strip()}” that the words taken out left over was taken out with them.")
    return put(draft, match, ()), (rule,) if rest.strip() else ()


def _keeping_stop(draft: Draft, match: Match) -> tuple[Match, tuple[Rule, ...]]:
    """The place without its last full stop, where the words before it would end without one."""
    stretch = match[-1]
    line = words_of(provision_at(draft, stretch.path).line)
    own = words_of(provision_at(draft, stretch.path).label)
    before = words_of(provision_at(draft, match[0].path).line)[: match[0].start].rstrip()
    inside = before and len(before) > len(own.rstrip()) and before[-1] not in ".:;?!”"
    if not inside or line[stretch.start : stretch.end].rstrip()[-1:] != ".":
        return match, ()
    end = stretch.start + len(line[stretch.start : stretch.end].rstrip()) - 1
    rule = Rule("full-stop-kept", "The words quoted end with the sentence; its full stop was kept.")
    return (*match[:-1], replace(stretch, end=end)), (rule,)


def _with_blank(draft: Draft, stretch: Stretch) -> Stretch:
    """The stretch and one blank beside it, so that none is left double or before a mark."""
    line = words_of(provision_at(draft, stretch.path).line)
    label = len(words_of(provision_at(draft, stretch.path).label))
    if (
        stretch.start > label
        and line[stretch.start - 1] == " "
        and line[stretch.end : stretch.end + 1] in ("", " ", ",", ".", ";", ":")
    ):
        return replace(stretch, start=stretch.start - 1)
    if stretch.start == label and line[stretch.end : stretch.end + 1] == " ":
        return replace(stretch, end=stretch.end + 1)
    return stretch


def _marks_met(draft: Draft, path: Path, gap: int) -> Applied:
    """Takes out the comma that is left before another mark, or at the beginning of the line or sentence."""
    provision = provision_at(draft, path)
    line, label = words_of(provision.line), len(words_of(provision.label))
    gap = min(gap, len(line))
    left, right = len(line[:gap].rstrip()), gap + len(line[gap:]) - len(line[gap:].lstrip())
    before, after = line[left - 1 : left] if left > label else "", line[right : right + 1]
    opens = left <= label or before in ("(", "“")
    if after in _MARKS and after and opens:
        end = right + 1 + len(line[right + 1 :]) - len(line[right + 1 :].lstrip())
        return _taken_out(draft, path, gap, end, after)
    if before and after and after in _FALLS_BEFORE.get(before, ""):
        return _taken_out(draft, path, left - 1, right, before)
    if before in (".", ";", ":") and after == ",":
        return _taken_out(draft, path, left, right + 1, after)
    return draft, ()


def _taken_out(draft: Draft, path: Path, start: int, end: int, mark: str) -> Applied:
    rule = Rule("mark-left-over", f"A “{mark}” that the words taken out left over was taken out with them.")
    return put(draft, (Stretch(path, start, end),), ()), (rule,)


def _capital(draft: Draft, path: Path, gap: int, gone: str) -> Applied:
    """The first letter of what now begins the sentence as a capital, where that of the words taken out was one."""
    provision = provision_at(draft, path)
    line, label = words_of(provision.line), len(words_of(provision.label))
    start = next((index for index in range(min(gap, len(line)), len(line)) if not line[index].isspace()), len(line))
    before = line[label:start].rstrip()
    if not gone[:1].isupper() or not line[start : start + 1].islower() or (before and before[-1] not in ".?!"):
        return draft, ()
    (letter,) = cut(provision.line, start, start + 1)
    rule = Rule("capital-at-beginning", f"“{line[start:].split()[0]}” now begins the sentence: it got a capital.")
    return put(draft, (Stretch(path, start, start + 1),), (Run(letter.words.upper(), letter.origin),)), (rule,)
