"""What two wordings say, without how they are printed: quotation marks, dashes, hyphens, blanks, ligatures, capitals,
Roman or Arabic numbers. A change of these alone is one of form; every other mark may carry the sense."""

from __future__ import annotations

import re
import unicodedata

from travaux import numerals

_MARKS = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
# A hyphen within a word, and signs that only tell where a word may be parted.
_WITHIN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])|[\u00ad\u200b-\u200d\u2060\ufeff]")
_BLANKS = re.compile(r"\s*-\s*|\s+")


def folded(words: str) -> str:
    """The wording without what is form.

    >>> folded("The  “Co-operation” Council") == folded('the "cooperation" council')
    True
    >>> folded("goods, and") == folded("goods and")
    False
    >>> folded("may be") == folded("maybe")
    False
    """
    plain = unicodedata.normalize("NFKC", words).translate(_MARKS)
    parted = _BLANKS.sub(lambda found: "-" if "-" in found.group() else " ", plain)
    return _WITHIN.sub("", parted).strip().casefold()


def same_but_for_form(one: str, other: str) -> bool:
    """Whether two wordings differ in form alone. Of a mark that only one of them has, only blanks are form."""
    if not one or not other:
        return not one.strip() and not other.strip()
    if one.isascii() and other.isascii() and one.isalpha() and other.isalpha():
        return one.casefold() == other.casefold()
    if folded(one) == folded(other):
        return True
    number = numerals.value(one.strip())
    return number is not None and number == numerals.value(other.strip())
