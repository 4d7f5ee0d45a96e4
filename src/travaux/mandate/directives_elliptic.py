"""What a bare figure stands for: "seek a term of ten years; if that is refused, five" is on a term of five years. And
what a pronoun does: "avoid a joint commission, but if necessary accept one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from travaux.mandate.directives_said import Directive
from travaux.mandate.figures import figures, place

#: A figure, and no more than what it counts.
_BARE = re.compile(
    r"(?i)(?:(?:only|at least|at most|up to|as (?:low|high|much|little|many|few) as|as many as) )?"
    r"[$£¥€]?(?P<figure>\d[\d,.]*|[a-z]+(?:-[a-z]+)?)(?P<unit>(?: (?:hundred|thousand|million|billion))?(?: [a-z]+)?)"
)
#: What was spoken of before, and no more.
_PRONOUN = re.compile(r"(?i)(?:it|one|this|that|them|these|those)")
_UNIT = re.compile(r"(?: (?:hundred|thousand|million|billion))?(?: [A-Za-z]+)?")


def completed(directive: Directive, before: Sequence[Directive]) -> Directive:
    """The directive with what its object stands for, where that is a figure alone and one before it in the message is
    on something with a figure, or a pronoun behind another; as it was where it stands for nothing.

    >>> from travaux.findings import Citation
    >>> from travaux.mandate.directives_said import Act, Said
    >>> at = Citation("d1", 0, 9)
    >>> said = (Said(words, at) for words in ("a term of ten years", "five"))
    >>> ten, five = (Directive(at=at, words=each.words, act=Act.SEEK, object=each) for each in said)
    >>> completed(five, [ten]).stands_for
    'a term of five years'
    """
    said = directive.object.words if directive.object else ""
    if is_pronoun(said):
        spoken_of = _whole(before[-1]) if before else ""
        return directive if is_pronoun(spoken_of) else replace(directive, stands_for=spoken_of)
    bare = _BARE.fullmatch(said.strip())
    if bare is None or len(figures(bare["figure"])) != 1:
        return directive
    for each in reversed(before):
        whole = _whole(each)
        at = place(whole)
        plain = _BARE.fullmatch(whole.strip())
        if at is None or (plain and (bare["unit"] or not plain["unit"])):
            continue
        first, last = at
        if bare["unit"] and (counted := _UNIT.match(whole, last)):
            last = counted.end()
        return replace(directive, stands_for=f"{whole[:first]}{bare['figure']}{bare['unit']}{whole[last:]}")
    return directive


def _whole(directive: Directive) -> str:
    return directive.stands_for or (directive.object.words if directive.object else "")


def is_pronoun(words: str) -> bool:
    """Whether an object only points to what was spoken of before."""
    return _PRONOUN.fullmatch(words.strip(" .,")) is not None
