"""Puts a new text in the place of a stretch of a provision: a sentence, a clause, or as much as a broken-off
quotation covers. What the passage does not quote stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from travaux.amend import operations as ops
from travaux.amend.fit import AlreadyThere, Misfit, Rule, elided, is_elided, occurrences, same
from travaux.amend.operations import Words
from travaux.amend.put import put
from travaux.amend.quoted import Stretch, reading_rule, stretches, written
from travaux.amend.wording import refuse_unfit
from travaux.text.draft import Draft, Run, words_of
from travaux.text.spot import Spot, provision_at

Applied = tuple[Draft, tuple[Rule, ...]]

_DOTS = r"(?:(?:\. ?){3,}|…|\betc\b\.?|\bet cetera\b\.?)"
_BREAKS_OFF = re.compile(rf"[\s,;]*{_DOTS}\W*$")
_BEGINS_LATE = re.compile(rf"^\W*{_DOTS}\s*")
# So many words must be the same to tell where the unquoted rest begins.
_LEAST_SHARED = 2
# So great a part of the words of a clause told by its commas must be in what replaces it.
_LIKE = 0.4


def replaced_stretch(draft: Draft, spot: Spot, operation: ops.Replace) -> Applied:
    """The draft with other words for a stretch. Raises Misfit for words that cannot stand there."""
    refuse_unfit(operation.new)
    (stretch,) = stretches(draft, spot)
    there = written(draft, (stretch,))
    if not there.strip():
        raise Misfit("place-unclear", f"{operation.target} has no words that could be replaced.", "Quote the words.")
    if same(there, operation.new.words) or same(_from_there(draft, stretch, operation.new.words), operation.new.words):
        raise AlreadyThere(f"{operation.target} reads so already; nothing was changed.")
    if spot.reading is not None and not _is_like(there, operation.new.words):
        message = f"“{there}” has few words in common with what is to replace it: it may not be what is meant."
        raise Misfit("clause-unlike", message, "Quote the words that are replaced.")
    begun, late = _begun(draft, stretch, operation.new.words) if spot.reading is not None else (stretch, ())
    stretch, new, rules = _fitted(draft, begun, operation.new)
    return put(draft, (stretch,), (Run(new.words, new.at),)), (*reading_rule(spot), *late, *rules)


def _begun(draft: Draft, stretch: Stretch, new: str) -> tuple[Stretch, tuple[Rule, ...]]:
    """A clause told by its commas, from where the words that the new text begins with stand in it: a comma within an
    enumeration parts no clause."""
    there, words = written(draft, (stretch,)), new.split()
    start = _edge(there, [words[:size] for size in range(len(words), _LEAST_SHARED - 1, -1)], at_end=False)
    if not start:
        return stretch, ()
    message = f"The new text begins like “{there[start:]}”; “{there[:start].strip()}” before it stands."
    return replace(stretch, start=stretch.start + start), (Rule("begins-alike", message),)


def _from_there(draft: Draft, stretch: Stretch, new: str) -> str:
    """As many characters as the new words have, from where the stretch begins: they may be several sentences."""
    return words_of(provision_at(draft, stretch.path).line)[stretch.start : stretch.start + len(new)]


def _is_like(there: str, new: str) -> bool:
    words = re.findall(r"\w+", there.casefold())
    others = set(re.findall(r"\w+", new.casefold()))
    return sum(word in others for word in words) >= _LIKE * len(words)


def _fitted(draft: Draft, stretch: Stretch, new: Words) -> tuple[Stretch, Words, tuple[Rule, ...]]:
    """The stretch and the words with one mark between them and what follows."""
    line = words_of(provision_at(draft, stretch.path).line)
    there, after = line[stretch.start : stretch.end], line[stretch.end :]
    mark = new.words[-1:]
    if there[-1:] in (".", ";", ":") and mark not in '.;:,?!”"':
        rule = Rule("full-stop-kept", f"The passage quotes no mark at the end; the “{there[-1]}” was kept.")
        return replace(stretch, end=stretch.end - 1), new, (rule,)
    if mark in (".", ",", ";") and there[-1:] != mark and re.match(r"[.,;:]| [a-z]", after) and len(new.words) > 1:
        rule = Rule("mark-of-the-passage", f"The “{mark}” at the end of the quotation was not taken into the sentence.")
        return stretch, Words(new.words[:-1], replace(new.at, end=max(new.at.end - 1, new.at.start))), (rule,)
    return stretch, new, ()


@dataclass(frozen=True, slots=True)
class _Quotation:
    """What is left of a quotation without its dots, and where it breaks off."""

    new: Words
    begins_late: bool
    breaks_off: bool


def replaced_in_part(draft: Draft, spot: Spot, operation: ops.Replace) -> Applied:
    """The draft with the words that a broken-off quotation covers; the unquoted rest of the target stands.

    Where it begins is told by the words that the end of the quotation has in common with the draft. Raises Misfit
    where these are too few, or stand twice.
    """
    quotation = _quotation(operation.new)
    if "\n" in quotation.new.words or is_elided(quotation.new.words):
        raise elided()
    fitting = []
    for stretch in stretches(draft, spot):
        span = _covered(written(draft, (stretch,)), quotation, named=spot.start is not None)
        if span is not None:
            fitting.append(Stretch(stretch.path, stretch.start + span[0], stretch.start + span[1]))
    if len(fitting) != 1:
        raise elided()
    there = written(draft, (fitting[0],))
    if same(there, quotation.new.words):
        raise AlreadyThere(f"{operation.target} reads so already as far as it is quoted; nothing was changed.")
    message = f"The passage breaks off its quotation: it was put for “{there}”, and the rest stands."
    runs = (Run(quotation.new.words, quotation.new.at),)
    return put(draft, (fitting[0],), runs), (*reading_rule(spot), Rule("rest-stands", message))


def _quotation(new: Words) -> _Quotation:
    late, broken = _BEGINS_LATE.match(new.words), _BREAKS_OFF.search(new.words)
    start = late.end() if late else 0
    end = broken.start() if broken else len(new.words)
    if start >= end:
        raise elided()
    words = Words(new.words[start:end], replace(new.at, start=new.at.start + start, end=new.at.start + end))
    return _Quotation(words, bool(late), bool(broken) or not late)


def _covered(there: str, quotation: _Quotation, *, named: bool) -> tuple[int, int] | None:
    """Start and end of the words of a line that the quotation covers; None where that is not certain.

    `named`: the line is a stretch that the passage names, so that the quotation begins where it begins.
    """
    words = quotation.new.words.split()
    start: int | None = 0
    end: int | None = len(there.rstrip())
    if quotation.breaks_off:
        end = _edge(there, [words[-size:] for size in range(len(words), _LEAST_SHARED - 1, -1)], at_end=True)
    shared = _edge(there, [words[:size] for size in range(len(words), _LEAST_SHARED - 1, -1)], at_end=False)
    if quotation.begins_late:
        start = shared
    elif shared is not None and not named:
        start = shared
    elif not named and not quotation.breaks_off:
        start = None
    if start is None or end is None or start >= end:
        return None
    return start, end


def _edge(there: str, parts: list[list[str]], *, at_end: bool) -> int | None:
    """Where the longest of `parts` that the line has ends (or begins); None where it has none, or one twice."""
    for part in parts:
        found = occurrences(there, " ".join(part), tolerant=True)
        if found:
            return (found[0][1] if at_end else found[0][0]) if len(found) == 1 else None
    return None
