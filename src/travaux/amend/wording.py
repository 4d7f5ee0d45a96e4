"""Operations on words within provisions: put in, taken out, exchanged. One place, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from travaux.amend import operations as ops
from travaux.amend.fit import AlreadyThere, Misfit, Rule, elided, is_elided, occurrences
from travaux.amend.operations import Where, Words
from travaux.amend.put import put
from travaux.amend.quoted import (
    Match,
    Scope,
    Stretch,
    ambiguous,
    chosen,
    every,
    holds,
    one_of,
    places,
    scope,
    stretches,
    which,
    written,
)
from travaux.amend.tidy import without
from travaux.findings import Citation
from travaux.text.address import Address, Level
from travaux.text.draft import Draft, Run, words_of
from travaux.text.locate import Path, Spot, paths_below, provision_at
from travaux.text.sentences import sentences

Applied = tuple[Draft, tuple[Rule, ...]]

_EDGES = {"end": Where.END, "beginning": Where.START, "start": Where.START}


def substituted(draft: Draft, operation: ops.SubstituteWords) -> Applied:
    """The one place of the old words gets the new ones. Raises Misfit, AlreadyThere, UnknownProvision."""
    if is_elided(operation.old):
        raise elided()
    refuse_unfit(operation.new)
    within = scope(draft, operation.target)
    if not places(draft, within.spot, operation.old) and holds(draft, within.spot, operation.new.words):
        # Before a look for other capitals: 'commission' is not 'Commission' once that was exchanged.
        message = f"{operation.target} has “{operation.new.words}” already, and “{operation.old}” nowhere."
        raise AlreadyThere(message)
    found, rules = every(draft, within, operation.old)
    if _within(draft, within.spot, found, operation.new.words):
        raise AlreadyThere(f"{operation.target} has “{operation.new.words}” already.")
    if operation.throughout:
        # 'Wherever it appears' names the whole draft; that no provision is named is no doubt then.
        rules = tuple(rule for rule in rules if rule.code != "only-place")
    else:
        found = [one_of(draft, within, found, operation.old, which(operation))]
    for match in reversed(found):
        draft = put(draft, match, (_parted(draft, match, operation.new),))
    return draft, rules


def _parted(draft: Draft, match: Match, new: Words) -> Run:
    """New words with a blank where they would grow together with a word beside them, as after a comma taken out."""
    before = words_of(provision_at(draft, match[0].path).line)[: match[0].start]
    after = words_of(provision_at(draft, match[-1].path).line)[match[-1].end :]
    words = new.words
    if before[-1:].isalnum() and words[0].isalnum():
        words = f" {words}"
    if after[:1].isalnum() and words[-1].isalnum():
        words = f"{words} "
    return Run(words, new.at)


def _within(draft: Draft, spot: Spot, found: list[Match], new: str) -> bool:
    """Whether every place of the old words is part of the new ones: 'day after' within 'day after the day'."""
    there = [match[0] for match in places(draft, spot, new, tolerant=True)]
    return all(
        len(match) == 1
        and any(one.path == match[0].path and one.start <= match[0].start and match[0].end <= one.end for one in there)
        for match in found
    )


def deleted(draft: Draft, operation: ops.DeleteWords) -> Applied:
    """The one place of the words loses them, and the blank beside them. Raises Misfit, UnknownProvision."""
    if is_elided(operation.old):
        raise elided()
    within = scope(draft, operation.target)
    if not operation.throughout:
        match, rules = chosen(draft, within, operation.old, which(operation))
        draft, tidied = _gone(draft, match)
        return draft, rules + tidied
    found, rules = every(draft, within, operation.old)
    rules = tuple(rule for rule in rules if rule.code != "only-place")
    for match in reversed(found):
        draft, tidied = _gone(draft, match)
        rules += tuple(rule for rule in tidied if rule not in rules)
    return draft, rules


def _gone(draft: Draft, match: Match) -> Applied:
    """The draft without the words; a numbered item that has no others goes with them."""
    provision = provision_at(draft, match[0].path)
    label = len(words_of(provision.label))
    size = len(words_of(provision.line).rstrip())
    if len(match) == 1 and label and match[0].start <= label < size <= match[0].end and not provision.children:
        rule = Rule("number-with-words", f"“{words_of(provision.label).strip()}” has no other words: it goes too.")
        return put(draft, (replace(match[0], start=0, end=len(words_of(provision.line))),), ()), (rule,)
    return without(draft, match)


def cut_out(draft: Draft, operation: ops.DeleteStretch) -> Applied:
    """All from the first words through the last goes; without last ones, to the end of the target."""
    for words in (operation.first, operation.after, operation.last):
        if words and is_elided(words):
            raise elided()
    within = scope(draft, operation.target)
    opening, rules = chosen(draft, within, operation.first or operation.after)
    first = (opening[0].path, opening[0].start) if operation.first else (opening[-1].path, opening[-1].end)
    last, kept = _end(draft, within, operation, first)
    match = _between(draft, within.spot, first, last)
    if not written(draft, match).strip(" ,.;:"):
        raise AlreadyThere(f"{within.name} has nothing there that could go.")
    draft, tidied = _gone(draft, match)
    return draft, (*rules, *kept, *tidied)


def _end(
    draft: Draft, within: Scope, operation: ops.DeleteStretch, first: tuple[Path, int]
) -> tuple[tuple[Path, int], tuple[Rule, ...]]:
    """Where a stretch ends: behind its last words, or before the last mark of the target."""
    if operation.last:
        found, rules = every(draft, within, operation.last)
        behind = [(one[-1].path, one[-1].end) for one in found if (one[0].path, one[0].start) >= first]
        if len(behind) > 1:
            raise ambiguous(f"{within.name} after “{operation.first or operation.after}”", operation.last, len(behind))
        if not behind:
            message = f"“{operation.last}” does not stand after “{operation.first or operation.after}”."
            raise Misfit("words-not-found", message, "Compare the passage with the draft it amends.")
        return behind[0], rules
    edge = stretches(draft, within.spot)[-1]
    words = written(draft, (edge,)).rstrip()
    rest = words[max(first[1] - edge.start, 0) :] if first[0] == edge.path else ""
    if len(sentences(rest)) != 1:
        message = f"{within.name} goes on with other sentences; the passage does not say how far the words go."
        raise Misfit("place-unclear", message, "Name the sentence, or quote the last words.")
    if words[-1:] in (".", ";", ":") and first[0] == edge.path:
        rule = Rule("full-stop-kept", f"The “{words[-1]}” at the end of {within.name} was kept.")
        return (edge.path, edge.start + len(words) - 1), (rule,)
    return (edge.path, edge.start + len(words)), ()


def _between(draft: Draft, spot: Spot, first: tuple[Path, int], last: tuple[Path, int]) -> Match:
    """All from one place to another, line by line. A line that goes from its first word goes with its number."""
    if first[0] == last[0]:
        return (Stretch(first[0], first[1], last[1]),)
    match = []
    for path, provision in paths_below(draft, spot.path):
        if first[0] <= path <= last[0] and provision.line:
            label, size = len(words_of(provision.label)), len(words_of(provision.line))
            start = (first[1] if first[1] > label else 0) if path == first[0] else 0
            match.append(Stretch(path, start, last[1] if path == last[0] else size))
    return tuple(match)


def inserted(draft: Draft, operation: ops.InsertWords) -> Applied:
    """The words go next to their anchor, or to the start or end of the target."""
    refuse_unfit(operation.new)
    operation = _at_end_named(operation)
    if operation.place.where in (Where.START, Where.END) and not operation.place.anchor:
        return _at_edge(draft, operation)
    gap, rules = _anchored(draft, operation)
    _refuse_twice(draft, gap, operation)
    return _put_between(draft, gap.path, gap.start, operation.new), rules


def _at_end_named(operation: ops.InsertWords) -> ops.InsertWords:
    """'At the beginning of paragraph 2' as words put at the start of paragraph 2."""
    last = operation.target.steps[-1]
    where = _EDGES.get(last.value.casefold()) if last.level is Level.PORTION else None
    if where is None or operation.place.anchor or len(operation.target.steps) == 1:
        return operation
    return replace(operation, target=Address(operation.target.steps[:-1]), place=replace(operation.place, where=where))


def _anchored(draft: Draft, operation: ops.InsertWords) -> tuple[Stretch, tuple[Rule, ...]]:
    """The gap that the place names, as a stretch of no length."""
    within, place = scope(draft, operation.target), operation.place
    words = f"{place.anchor} {place.until}" if place.until else place.anchor
    if not words:
        raise Misfit("place-unclear", "The passage does not say where the words go.")
    try:
        match, rules = chosen(draft, within, words)
    except Misfit as misfit:
        done = f"{place.anchor} {operation.new.words} {place.until}"
        if place.until and misfit.code == "words-not-found" and holds(draft, within.spot, done):
            raise AlreadyThere(f"{operation.target} has “{done}” already.") from misfit
        raise
    first, last = match[0], match[-1]
    if place.until:
        line = words_of(provision_at(draft, first.path).line)
        ((_, end), *_) = occurrences(line[first.start :], place.anchor, tolerant=True) or [(0, 0)]
        return Stretch(first.path, first.start + end, first.start + end), rules
    if place.where is Where.AFTER:
        return Stretch(last.path, last.end, last.end), rules
    return Stretch(first.path, first.start, first.start), rules


def _refuse_twice(draft: Draft, gap: Stretch, operation: ops.InsertWords) -> None:
    """Raises AlreadyThere where the very words stand at the gap."""
    line = words_of(provision_at(draft, gap.path).line)
    new = operation.new.words.strip().strip(" ,")
    beside = line[gap.start :].lstrip(" ,") if operation.place.where is Where.AFTER else line[: gap.start].rstrip(" ,")
    there = beside.startswith(new) if operation.place.where is Where.AFTER else beside.endswith(new)
    if there:
        raise AlreadyThere(f"{operation.target} has “{new}” there already.")


_JOINED = re.compile(r"(?:and|or) (?:(?:the|its|their) )?(?P<word>[a-z]{6,})\b")


def _at_edge(draft: Draft, operation: ops.InsertWords) -> Applied:
    """A sentence joins the target at its start or end; a part of a sentence only where the target is one."""
    within = scope(draft, operation.target)
    if within.rules and not within.spot.reading:
        raise Misfit("place-unclear", "A page or line does not say to what the words are added.", "Name it.")
    found = stretches(draft, within.spot)
    if not within.spot.path and len(found) != 1:
        raise Misfit("place-unclear", "The passage does not say to which provision the words are added.", "Name it.")
    if not found:
        raise Misfit("place-unclear", f"{operation.target} has no words to stand beside.")
    at_end = operation.place.where is Where.END
    stretch = found[-1] if at_end else found[0]
    _refuse_edge_twice(draft, within.spot, stretch, operation)
    words = written(draft, (stretch,))
    if is_sentence(operation.new.words, words) or not at_end:
        return _put_between(draft, stretch.path, stretch.end if at_end else stretch.start, operation.new), within.rules
    count = sum(len(sentences(written(draft, (one,)))) for one in found)
    alike = _ending_alike(draft, found, operation.new.words) if count != 1 else None
    if alike is not None:
        told = f"The words were put at the end of the one sentence that ends alike: “{written(draft, (alike,))[-60:]}”"
        rules = (*within.rules, Rule("sentence-that-ends-alike", told))
        return _put_between(draft, alike.path, alike.end - 1, operation.new), rules
    if count != 1:
        message = f"{operation.target} has {count} sentences; the passage does not say at the end of which."
        raise Misfit("place-unclear", message, "Name the sentence.")
    if words[-1:] not in (".", ";", ","):
        return _put_between(draft, stretch.path, stretch.end, operation.new), within.rules
    named = "full stop" if words.endswith(".") else f"“{words[-1]}”"
    rule = Rule("before-the-full-stop", f"Words that are no sentence were put before the {named}.")
    new = operation.new
    if new.words.endswith(words[-1]) and len(new.words) > 1:
        new = Words(new.words[:-1], replace(new.at, end=max(new.at.end - 1, new.at.start)))
    return _put_between(draft, stretch.path, stretch.end - 1, new), (*within.rules, rule)


def _ending_alike(draft: Draft, found: Sequence[Stretch], words: str) -> Stretch | None:
    """The one sentence that ends with a word which 'and ...' takes up: '... its constitutional processes.' for words
    such as 'and constitutional provisions'; None where none or several do."""
    joined = _JOINED.match(words)
    if joined is None:
        return None
    ending = [
        Stretch(one.path, one.start + start, one.start + end)
        for one in found
        for start, end in sentences(written(draft, (one,)))
        if joined["word"] in written(draft, (one,))[start:end].rstrip(".").split()[-3:]
    ]
    return ending[0] if len(ending) == 1 else None


def _refuse_edge_twice(draft: Draft, spot: Spot, stretch: Stretch, operation: ops.InsertWords) -> None:
    """Raises AlreadyThere where the words stand in the target, or right beside a sentence that is the target."""
    new = operation.new.words
    line = words_of(provision_at(draft, stretch.path).line)
    after, before = line[stretch.end :].lstrip(), line[: stretch.start].rstrip()
    beside = after.startswith(new) if operation.place.where is Where.END else before.endswith(new)
    if beside or holds(draft, spot, new):
        raise AlreadyThere(f"{operation.target} has “{new}” already.")


def is_sentence(words: str, beside: str) -> bool:
    """Whether words are a sentence; beside a text printed without capitals, one may begin small."""
    opens = words[0].isupper() or (beside.islower() and words[0].isalpha())
    return opens and words.rstrip('”"')[-1:] in ".:;"


def _put_between(draft: Draft, path: Path, gap: int, new: Words) -> Draft:
    """The draft with words put in at a character of a line, parted by blanks from those beside."""
    provision = provision_at(draft, path)
    line, label = words_of(provision.line), len(words_of(provision.label))
    return put(draft, (Stretch(path, gap, gap),), (_spaced(line[label:gap], new, line[gap:]),))


def _spaced(before: str, new: Words, after: str) -> Run:
    """The new words with the blanks that part them from their neighbours."""
    words = new.words
    if before and not before[-1].isspace() and words[0] not in ",.;:)":
        words = " " + words
    if after and after[0] not in " ,.;:)”" and not words.endswith(" "):
        words += " "
    return Run(words, new.at)


def refuse_unfit(new: Words) -> None:
    """Raises Misfit for wording that breaks off, or is several paragraphs where words of one are wanted."""
    if is_elided(new.words):
        raise elided()
    if "\n" in new.words:
        raise Misfit(
            "several-paragraphs", "The wording is several paragraphs; it cannot stand within one.", "Name where."
        )


def lines_of(new: Words) -> list[tuple[Run, ...]]:
    """The lines of quoted wording; a quotation mark that only opens a further paragraph is not part of it."""
    lines: list[tuple[Run, ...]] = []
    offset = 0
    for line in new.words.split("\n"):
        skip = len(line) - len(line.lstrip("“ ")) if offset else 0
        words = line[skip:].rstrip()
        start = new.at.start + offset + skip
        if words:
            lines.append((Run(words, Citation(new.at.document, start, start + len(words), new.at.note)),))
        offset += len(line) + 1
    return lines
