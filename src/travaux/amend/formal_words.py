"""Says an operation as an amending instrument orders it: 'In Article 4, the word “x” shall be replaced by ...'.

One form an operation, so that `compile` reads back what was written.
"""

from __future__ import annotations

from travaux import numerals
from travaux.amend import operations as ops
from travaux.amend.operations import Operation, Place, Where
from travaux.amend.quoting import keeps_its_mark
from travaux.text.address import WHOLE, Address, Level, Step
from travaux.text.draft import ProvisionKind
from travaux.text.lines import is_recital, line_of

_SIDES = {Where.BEFORE: "before", Where.AFTER: "after", Where.START: "at the beginning", Where.END: "at the end"}
_SIGNS = {",": "comma", ";": "semicolon", ".": "full stop", ":": "colon"}
_CAPITAL = (Level.ARTICLE, Level.ANNEX, Level.PART, Level.CHAPTER, Level.SECTION, Level.PREAMBLE)
_THE = (Level.PREAMBLE, Level.TITLE, Level.HEADING, Level.TESTIMONIUM, Level.CHAPEAU)


def formal_words(operation: Operation) -> str:
    """The sentence that orders the operation. Words are quoted letter for letter, with the marks that
    they have.

    >>> from travaux.text.parse import parse
    >>> formal_words(ops.DeleteWords(parse("second sentence of Article 4"), "by night"))
    'In the second sentence of Article 4, the words “by night” shall be deleted.'
    """
    match operation:
        case ops.Replace(target, new):
            return f"{_capital(in_full(target))} shall be replaced by the following: {_quote(new.words)}."
        case ops.InsertProvision(target, place, new):
            return f"{_capital(_side(target, place))}, the following {_unit(target, place, new.words)} shall be " + (
                f"{'added' if place.where is Where.END else 'inserted'}: {_quote(new.words)}."
            )
        case ops.Delete(target):
            return f"{_capital(in_full(target))} shall be deleted."
        case ops.SubstituteWords(target, old, new):
            gone = f"{_in(target)}{_noun(old)}{_there(operation)} shall be replaced"
            return f"{_capital(gone)} by {_noun(new.words, 'a')}."
        case ops.InsertWords():
            return _insertion(operation)
        case ops.DeleteWords(target, old):
            return _capital(f"{_in(target)}{_noun(old)}{_there(operation)} shall be deleted.")
        case _:
            return _other(operation)


def _other(operation: Operation) -> str:
    match operation:
        case ops.Renumber(target, new):
            return f"{_capital(in_full(target))} shall be renumbered{_renumbered(target, new)}."
        case ops.Move(target, place):
            return f"{_capital(in_full(target))} shall be moved {_side(WHOLE, place)}."
        case ops.RetainOnly(target, kept):
            return f"{_capital(in_full(target))} shall consist only of {in_full(kept)}."
        case ops.DeleteStretch(target):
            return f"{_in(target)}all words {_stretch(operation)} shall be deleted."
        case ops.Keep(target):
            return f"{_capital(in_full(target))} shall remain unchanged."
    raise TypeError(f"no words for {operation!r}")


def in_full(address: Address) -> str:
    """The address as a sentence has it: 'the second sentence of Article 4, paragraph 2'."""
    if address == WHOLE:
        return "the text"
    steps = address.steps
    size = len(steps)
    while size and _is_counted(steps[size - 1]):
        size -= 1
    named = ", ".join(_named(step, alone=size == 1) for step in steps[:size])
    return " of ".join([*(f"the {_of_counted(step)}" for step in reversed(steps[size:])), *([named] if named else [])])


def mark_named(words: str, article: str = "a") -> str:
    """A mark by its name, 'a comma'; '' for other words."""
    return f"{article} {_SIGNS[words]}" if words in _SIGNS else ""


def _is_counted(step: Step) -> bool:
    """Whether a step goes before what holds it: 'the second sentence of', 'the heading of'."""
    return step.level is Level.HEADING or step.quoted or numerals.ordinal(step.value) is not None


def _of_counted(step: Step) -> str:
    return str(step) if step.value else str(step).lower()


def _named(step: Step, *, alone: bool) -> str:
    name = str(step)
    if step.level in _THE and not step.value:
        name = name if step.level in _CAPITAL else name.lower()
        return f"the {name}" if alone else name
    return name


def _quote(words: str) -> str:
    return f"“{words}”"


def _noun(words: str, article: str = "the") -> str:
    """'the word “x”', 'the words “x y”', 'a comma'."""
    return mark_named(words, article) or f"the word{'s' if ' ' in words else ''} {_quote(words)}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _in(target: Address) -> str:
    return "" if target == WHOLE else f"In {in_full(target)}, "


def _there(operation: ops.SubstituteWords | ops.DeleteWords) -> str:
    """Which of several is meant."""
    if operation.throughout:
        return " wherever they occur"
    place = operation.place
    if place is None:
        return ""
    return f" {_SIDES[place.where]}{f' {_noun(place.anchor)}' if place.anchor else ''}"


def _side(target: Address, place: Place) -> str:
    """'after Article 6', 'at the end of Article 6'."""
    if place.anchor:
        within = "" if target == WHOLE else f" of {in_full(target)}"
        return f"{_SIDES[place.where]} the paragraph{within} that begins with {_noun(place.anchor)}"
    if place.unit is not None:
        return f"{_SIDES[place.where]} {in_full(place.unit)}"
    return f"{_SIDES[place.where]} of {in_full(target)}"


def _unit(target: Address, place: Place, words: str) -> str:
    """What is put in, by how it begins: 'Article', 'paragraphs', 'recital'."""
    lines = words.split("\n")
    found = line_of(lines[0])
    beside = (place.unit or target).steps[-1].level
    if found is not None:
        name = found.kind.value
        plural = sum(line is not None and line.kind is found.kind for line in map(line_of, lines)) > 1
    else:
        recital = beside is Level.RECITAL or (beside is Level.PREAMBLE and is_recital(lines[0]))
        name, plural = "recital" if recital else "paragraph", len(lines) > 1
    name = name.capitalize() if found and found.kind in _DIVISIONS else name
    return f"{name}{'s' if plural else ''}"


_DIVISIONS = (
    ProvisionKind.ARTICLE, ProvisionKind.ANNEX, ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION,
)  # fmt: skip


def _insertion(operation: ops.InsertWords) -> str:
    target, place, new = operation.target, operation.place, operation.new.words
    sentence = (new[:1].isupper() and new.rstrip("”’")[-1:] in ".!?") or not keeps_its_mark(new)
    what = f"the following sentence shall be {{}}: {_quote(new)}." if sentence else f"{_noun(new)} shall be {{}}."
    if place.anchor:
        side = f"{_SIDES[place.where]} {_noun(place.anchor)}"
        return _capital(f"{_in(target)}{_noun(new, 'a')} shall be inserted {side}.")
    done = "added" if place.where is Where.END else "inserted"
    return f"{_capital(_side(target, place))}, {what.format(done)}"


def _renumbered(target: Address, new: str) -> str:
    if not new:
        return " accordingly"
    level = target.steps[-1].level
    return f" as {Step(level, new)}"


def _stretch(operation: ops.DeleteStretch) -> str:
    first = f"from {_noun(operation.first)}" if operation.first else f"after {_noun(operation.after)}"
    return f"{first} to {_noun(operation.last)}" if operation.last else first
