"""How much a change of words weighs: whether a whole clause, the sense, the wording, the place or the form is another.

Told from the words alone, by tables that a reader can extend: 'shall' for 'may' and twelve for ten turn the sense.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum

from travaux.compare.blanks import BLANK
from travaux.compare.redline import Change, Redline, Span
from travaux.text.number_words import number_words, ordinal_words


class Weight(StrEnum):
    """The weightiest first."""

    WHOLE = "a whole clause"
    SENSE = "what is owed"
    WORDING = "wording"
    PLACE = "place"
    FORM = "form"
    NONE = "none"


# Words on which it hangs who owes what, whether and when.
_TURNING = frozenset(
    "shall may must will should would can cannot not no nor never none any all every each only solely exclusively "
    "unless until if except without subject provided notwithstanding before after within least most more less than "
    "either both neither mutual unilateral consent approval prior permanent".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_LABEL = re.compile(r"^\s*(?:\(?(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5})[.)]\s*)+")
_MOST = 5


def weigh(redline: Redline, blanks: Collection[str] = ()) -> tuple[Weight, tuple[str, ...]]:
    """The weight of what changed in a clause, and the changes that gave it: 'shall → may', '+ not'. `blanks` are those
    that were filled in, which weigh nothing."""
    changes = [(_unlabelled(gone), _unlabelled(come)) for gone, come in _changes(redline)]
    turning = [(gone, come) for gone, come in changes if _turns(gone, come, blanks)]
    if turning:
        return Weight.SENSE, tuple(dict.fromkeys(_told(gone, come) for gone, come in turning))[:_MOST]
    if any(_words(gone, blanks) != _words(come, blanks) for gone, come in changes):
        return Weight.WORDING, ()
    return (Weight.FORM if changes else Weight.NONE), ()


def _changes(redline: Redline) -> Iterator[tuple[str, str]]:
    """The words gone and come at each place, on a line or on lines that follow each other."""
    gone: list[str] = []
    come: list[str] = []
    for line in redline.lines:
        for span in line.spans:
            if span.change is Change.DELETED:
                gone.append(span.words)
            elif span.change is Change.INSERTED:
                come.append(span.words)
            elif gone or come:
                yield " ".join(gone), " ".join(come)
                gone, come = [], []
        if _is_kept(line.spans) and (gone or come):
            yield " ".join(gone), " ".join(come)
            gone, come = [], []
    if gone or come:
        yield " ".join(gone), " ".join(come)


def _unlabelled(words: str) -> str:
    """The words without the number of a paragraph that they begin with: it weighs nothing."""
    return _LABEL.sub("", words)


def _is_kept(spans: tuple[Span, ...]) -> bool:
    return any(span.change not in (Change.DELETED, Change.INSERTED) for span in spans)


def _words(words: str, blanks: Collection[str]) -> list[str]:
    for blank in blanks:
        words = words.replace(blank, "")
    return [word.casefold() for word in _WORD.findall(words)]


def _turns(gone: str, come: str, blanks: Collection[str]) -> bool:
    """Whether words of weight, or figures, are in one and not in the other. A blank of the form and what stands in its
    place are passed over."""
    if BLANK.fullmatch(gone.strip()) or (BLANK.search(gone) and not _weighty(BLANK.sub(" ", gone))):
        return False
    return _weighty(gone) != _weighty(come)


def _weighty(words: str) -> list[str]:
    found = [word for word in _words(words, ()) if word in _TURNING]
    figures = [str(each.value) for each in (*number_words(words, "en"), *ordinal_words(words, "en"))]
    return sorted([*found, *figures, *re.findall(r"\d+(?:[.,]\d+)*", words)])


def _told(gone: str, come: str) -> str:
    """'shall → may' in few words, '– without limit', '+ not'."""
    one, other = _short(gone), _short(come)
    if one and other:
        return f"{one} → {other}"
    return f"– {one}" if one else f"+ {other}"


def _short(words: str) -> str:
    told = " ".join(words.split()).strip(" ,;.")
    return told if len(told) <= 60 else f"{told[:60].rpartition(' ')[0]} …"
