"""Operations on words within provisions: put in, taken out, exchanged. One place, or none."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.amend import operations as ops
from travaux.amend.fit import AlreadyThere, Misfit, Rule, is_elided, occurrences
from travaux.amend.operations import Where, Words
from travaux.amend.tree import with_content
from travaux.findings import Citation
from travaux.text.address import Address
from travaux.text.draft import Draft, Run, cut, words_of
from travaux.text.locate import Path, Spot, locate, paths_below, provision_at
from travaux.text.sentences import sentences

Applied = tuple[Draft, tuple[Rule, ...]]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of the content of the provision at `path`."""

    path: Path
    start: int
    end: int


def substituted(draft: Draft, operation: ops.SubstituteWords) -> Applied:
    """The one place of the old words gets the new ones. Raises Misfit, AlreadyThere, UnknownProvision."""
    if is_elided(operation.old):
        raise _elided()
    _refuse_unfit(operation.new)
    spot = locate(draft, operation.target)
    places = _places(draft, spot, operation.old)
    if not places and _holds(draft, spot, operation.new.words):
        # Before a look for other capitals: 'commission' is not 'Commission' once that was exchanged.
        message = f"{operation.target} has “{operation.new.words}” already, and “{operation.old}” nowhere."
        raise AlreadyThere(message)
    places, rules = _found(draft, spot, operation.target, operation.old)
    if _within(draft, spot, places, operation.new.words):
        raise AlreadyThere(f"{operation.target} has “{operation.new.words}” already.")
    if len(places) > 1 and not operation.throughout:
        raise _ambiguous(operation.target, operation.old, len(places))
    for place in reversed(places):
        draft = _put(draft, place, (Run(operation.new.words, operation.new.at),))
    return draft, rules


def _within(draft: Draft, spot: Spot, places: list[_Stretch], new: str) -> bool:
    """Whether every place of the old words is part of the new ones: 'day after' within 'day after the day'."""
    there = _places(draft, spot, new, tolerant=True)
    return all(
        any(one.path == place.path and one.start <= place.start and place.end <= one.end for one in there)
        for place in places
    )


def deleted(draft: Draft, operation: ops.DeleteWords) -> Applied:
    """The one place of the words loses them, and the blank beside them. Raises Misfit, UnknownProvision."""
    if is_elided(operation.old):
        raise _elided()
    place, rules = _only(draft, operation.target, operation.old)
    return _put(draft, _with_blank(draft, place), ()), rules


def inserted(draft: Draft, operation: ops.InsertWords) -> Applied:
    """The words go next to their anchor, or to the start or end of the target."""
    _refuse_unfit(operation.new)
    if operation.place.where in (Where.START, Where.END) and not operation.place.anchor:
        return _at_edge(draft, operation)
    place, rules = _anchored(draft, operation)
    _refuse_twice(draft, place, operation)
    return _put_between(draft, place.path, place.start, operation.new), rules


def _anchored(draft: Draft, operation: ops.InsertWords) -> tuple[_Stretch, tuple[Rule, ...]]:
    """The gap that the place names, as a stretch of no length."""
    target, place = operation.target, operation.place
    words = f"{place.anchor} {place.until}" if place.until else place.anchor
    if not words:
        raise Misfit("place-unclear", "The passage does not say where the words go.")
    try:
        found, rules = _only(draft, target, words)
    except Misfit as misfit:
        done = f"{place.anchor} {operation.new.words} {place.until}"
        if place.until and misfit.code == "words-not-found" and _holds(draft, locate(draft, target), done):
            raise AlreadyThere(f"{target} has “{done}” already.") from misfit
        raise
    if place.until:
        line = words_of(provision_at(draft, found.path).content)
        gap = found.start + len(line[found.start : found.end].split(maxsplit=len(place.anchor.split()))[0])
        gap = found.start + len(place.anchor) if not rules else gap
        return _Stretch(found.path, gap, gap), rules
    edge = found.end if place.where is Where.AFTER else found.start
    return _Stretch(found.path, edge, edge), rules


def _refuse_twice(draft: Draft, gap: _Stretch, operation: ops.InsertWords) -> None:
    """Raises AlreadyThere where the very words stand at the gap."""
    line = words_of(provision_at(draft, gap.path).content)
    new = operation.new.words.strip()
    beside = line[gap.start :].lstrip(" ,") if operation.place.where is Where.AFTER else line[: gap.start].rstrip(" ,")
    new = new.strip(" ,")
    there = beside.startswith(new) if operation.place.where is Where.AFTER else beside.endswith(new)
    if there:
        raise AlreadyThere(f"{operation.target} has “{new}” there already.")


def _at_edge(draft: Draft, operation: ops.InsertWords) -> Applied:
    """A sentence joins the target at its start or end; a part of a sentence only where the target is one."""
    spot = locate(draft, operation.target)
    stretches = _stretches(draft, spot)
    if not spot.path:
        raise Misfit("place-unclear", "The passage does not say to which provision the words are added.", "Name it.")
    if not stretches:
        raise Misfit("place-unclear", f"{operation.target} has no words to stand beside.")
    at_end = operation.place.where is Where.END
    stretch = stretches[-1] if at_end else stretches[0]
    _refuse_edge_twice(draft, spot, stretch, operation)
    if _is_sentence(operation.new.words) or not at_end:
        return _put_between(draft, stretch.path, stretch.end if at_end else stretch.start, operation.new), ()
    count = sum(len(sentences(_words(draft, one))) for one in stretches)
    if count != 1:
        message = f"{operation.target} has {count} sentences; the passage does not say at the end of which."
        raise Misfit("place-unclear", message, "Name the sentence.")
    gap = stretch.end - (1 if _words(draft, stretch).endswith(".") else 0)
    rule = Rule("before-the-full-stop", "Words that are no sentence were put before the full stop.")
    return _put_between(draft, stretch.path, gap, operation.new), (rule,)


def _refuse_edge_twice(draft: Draft, spot: Spot, stretch: _Stretch, operation: ops.InsertWords) -> None:
    """Raises AlreadyThere where the words stand in the target, or right beside a sentence that is the target."""
    new = operation.new.words
    line = words_of(provision_at(draft, stretch.path).content)
    after, before = line[stretch.end :].lstrip(), line[: stretch.start].rstrip()
    beside = after.startswith(new) if operation.place.where is Where.END else before.endswith(new)
    if beside or _holds(draft, spot, new):
        raise AlreadyThere(f"{operation.target} has “{new}” already.")


def _is_sentence(words: str) -> bool:
    return words[0].isupper() and words.rstrip('”"')[-1:] in ".:;"


def _put_between(draft: Draft, path: Path, gap: int, new: Words) -> Draft:
    """The draft with words put in at a character, parted by blanks from those beside."""
    line = words_of(provision_at(draft, path).content)
    return _put(draft, _Stretch(path, gap, gap), (_spaced(line[:gap], new, line[gap:]),))


def _spaced(before: str, new: Words, after: str) -> Run:
    """The new words with the blanks that part them from their neighbours."""
    words = new.words
    if before and not before[-1].isspace() and words[0] not in ",.;:)":
        words = " " + words
    if after and after[0] not in " ,.;:)”" and not words.endswith(" "):
        words += " "
    return Run(words, new.at)


def _only(draft: Draft, target: Address, words: str) -> tuple[_Stretch, tuple[Rule, ...]]:
    places, rules = _found(draft, locate(draft, target), target, words)
    if len(places) > 1:
        raise _ambiguous(target, words, len(places))
    return places[0], rules


def _found(draft: Draft, spot: Spot, target: Address, words: str) -> tuple[list[_Stretch], tuple[Rule, ...]]:
    """Every place of the words in the target; raises Misfit where there is none."""
    places = _places(draft, spot, words)
    if places and not spot.path:
        return places, (
            Rule("only-place", f"The passage names no provision; “{words}” stands in the draft as it says."),
        )
    if places:
        return places, ()
    places = _places(draft, spot, words, tolerant=True)
    if places:
        there = _words(draft, places[0])
        return places, (Rule("letters-differ", f"“{words}” was taken to mean “{there}”, as the draft writes it."),)
    name = str(target) if target.steps[0].level != "whole" else "the draft"
    raise Misfit("words-not-found", f"“{words}” is not in {name}.", "Compare the passage with the draft it amends.")


def _places(draft: Draft, spot: Spot, words: str, *, tolerant: bool = False) -> list[_Stretch]:
    return [
        _Stretch(stretch.path, stretch.start + start, stretch.start + end)
        for stretch in _stretches(draft, spot)
        for start, end in occurrences(_words(draft, stretch), words, tolerant=tolerant)
    ]


def _holds(draft: Draft, spot: Spot, words: str) -> bool:
    return bool(_places(draft, spot, words, tolerant=True))


def _stretches(draft: Draft, spot: Spot) -> list[_Stretch]:
    """The contents that a spot covers, line by line."""
    if spot.start is not None and spot.end is not None:
        return [_Stretch(spot.path, spot.start, spot.end)]
    return [
        _Stretch(path, 0, len(words_of(provision.content)))
        for path, provision in paths_below(draft, spot.path)
        if provision.content
    ]


def _words(draft: Draft, stretch: _Stretch) -> str:
    return words_of(provision_at(draft, stretch.path).content)[stretch.start : stretch.end]


def _put(draft: Draft, place: _Stretch, runs: tuple[Run, ...]) -> Draft:
    """The draft with the stretch replaced by runs; the runs beside it keep their origins."""
    content = provision_at(draft, place.path).content
    size = len(words_of(content))
    return with_content(draft, place.path, cut(content, 0, place.start) + runs + cut(content, place.end, size))


def _with_blank(draft: Draft, place: _Stretch) -> _Stretch:
    """The stretch and one blank beside it, so that none is left double or before a comma."""
    line = words_of(provision_at(draft, place.path).content)
    if (
        place.start
        and line[place.start - 1] == " "
        and line[place.end : place.end + 1] in ("", " ", ",", ".", ";", ":")
    ):
        return _Stretch(place.path, place.start - 1, place.end)
    if not place.start and line[place.end : place.end + 1] == " ":
        return _Stretch(place.path, place.start, place.end + 1)
    return place


def _ambiguous(target: Address, words: str, count: int) -> Misfit:
    return Misfit(
        "words-ambiguous",
        f"“{words}” stands {count} times in {target}; the passage does not say which is meant.",
        "Name the paragraph or sentence, or quote more of the words.",
    )


def _refuse_unfit(new: Words) -> None:
    """Raises Misfit for wording that breaks off, or is several paragraphs where words of one are wanted."""
    if is_elided(new.words):
        raise _elided()
    if "\n" in new.words:
        raise Misfit(
            "several-paragraphs", "The wording is several paragraphs; it cannot stand within one.", "Name where."
        )


def _elided() -> Misfit:
    return Misfit("wording-elided", "The passage breaks off its quotation; the words left out are not in it.")


def sentence_runs(draft: Draft, spot: Spot) -> tuple[Run, ...]:
    """The runs of a sentence that an address named."""
    content = provision_at(draft, spot.path).content
    return cut(content, spot.start or 0, spot.end if spot.end is not None else len(words_of(content)))


def without_sentence(draft: Draft, spot: Spot) -> Draft:
    """The draft without a sentence and the blank beside it."""
    place = _Stretch(spot.path, spot.start or 0, spot.end or 0)
    return _put(draft, _with_blank(draft, place), ())


def replaced_sentence(draft: Draft, spot: Spot, new: Words) -> Draft:
    """The draft with a sentence replaced by other words. Raises Misfit for words that cannot stand in a line."""
    _refuse_unfit(new)
    return _put(draft, _Stretch(spot.path, spot.start or 0, spot.end or 0), (Run(new.words, new.at),))


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
