"""How decisions that running text tells are put on the terminal, with how each is entered."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence

from travaux.cli.json_text import Json
from travaux.cli.wording import in_words, short
from travaux.mandate.decision_of import Bound


def told_lines(told: Sequence[Bound]) -> Iterator[str]:
    """Decisions that nobody has entered: the passage, what it decides, by what that is known, and how it is entered."""
    if not told:
        return
    yield "Decisions told in running text: none counts before a person enters it"
    for each in told:
        by = f" by {each.told.by}" if each.told.by else ""
        day = f", {in_words(each.told.on)}" if each.told.on else ", on a day not told"
        numbers = " and ".join(filter(None, (", ".join(each.numbers[:-1]), each.numbers[-1])))
        many = "s" if len(each.numbers) > 1 else ""
        yield f"  Recommendation{many} {numbers} of {each.request}: {each.decided.value}{by}{day}"
        yield f"    {each.told.at}: {short(each.told.words, 200)}"
        others = f" ({', '.join(each.others)})" if each.others else ""
        yield f"    {each.how.value}{others}"
        yield from (f"    To enter it: {command}" for command in _commands(each))


def _commands(bound: Bound) -> Iterator[str]:
    for number in bound.numbers:
        words = ["--decide", bound.request, number, bound.decided.value]
        words += ["--addition", bound.addition] if bound.addition else []
        words += ["--by", bound.told.by] if bound.told.by else []
        words += ["--on", bound.told.on.isoformat()] if bound.told.on else []
        yield shlex.join(words)


def bound_data(bound: Bound) -> Json:
    """The same as data."""
    return {
        "at": str(bound.told.at),
        "words": bound.told.words,
        "request": bound.request,
        "recommendations": list(bound.numbers),
        "decided": bound.decided.value,
        "addition": bound.addition or None,
        "by": bound.told.by or None,
        "on": bound.told.on.isoformat() if bound.told.on else None,
        "how": bound.how.value,
        "others": list(bound.others),
    }
