"""Finds what each side says in a text that sets the statements of the sides one after another, as an agreed minute
does: 'Sornish plenipotentiary:' and a line on, the statement."""

from __future__ import annotations

import re

from travaux.text.draft import Draft
from travaux.text.spot import Spot

_STATEMENT = re.compile(r"(?i)(?:the )?(?P<side>.+?) statement")
_LONGEST = 60


def statements(draft: Draft, named: str) -> list[Spot]:
    """The statement that words such as 'Sornish statement' name; none where the draft sets none under that side, or
    several paragraphs."""
    match = _STATEMENT.fullmatch(named.strip())
    if match is None:
        return []
    captions = [place for place, provision in enumerate(draft.provisions) if _is_caption(provision.text)]
    ends = [*captions[1:], len(draft.provisions)]
    return [
        Spot((caption + 1,))
        for caption, end in zip(captions, ends, strict=True)
        if end == caption + 2 and _is_of(draft.provisions[caption].text, match["side"])
    ]


def _is_caption(line: str) -> bool:
    return line.rstrip().endswith(":") and len(line) < _LONGEST


def _is_of(caption: str, side: str) -> bool:
    """Whether a caption names a side, in full or by its initials ('US' of 'United States')."""
    initials = "".join(re.findall(r"\b[A-Z]", caption))
    plain = side.replace(".", "")
    return plain.casefold() in caption.casefold() or (plain.isupper() and plain in initials)
