"""Cuts a note into its sentences. Initials and abbreviations end none, unless a usual opening follows."""

from __future__ import annotations

import re
from functools import lru_cache

#: The full stop and the space behind it; a search that begins with a sign is fast.
_GAP = re.compile(r"\.(?<=[\w)\]”’]\.)\s+(?=[A-Z\[“(]|[\d½¼¾/–—-]+ pages?\b)")
_LAST_WORD = re.compile(r"(?:^|[\s(.])([\w]+)\.$")
#: No abbreviation is so long; only so much of a sentence is looked at for one.
_LONGER = 24
_NEXT_WORD = re.compile(r"[\[(“\d]|[A-Z][\w’']*(?: [A-Z][a-z]+)?")
ABBREVIATIONS = frozenset(
    "Mr Mrs Dr Gen Col Lt Maj Brig Capt Adm Amb Sen Rep Jr Sr St Vol vol Vols vols No Nos p pp ed "
    "Sept Oct Nov Dec Jan Feb".split()
)
OPENINGS = frozenset(
    "Drafted Cleared Approved Repeated Sent Also Passed Pouched Relayed Received Transmitted Printed Copies "
    "Initialed Secret Confidential Unclassified Official Limited No The This These A An In On At For It "
    "According Attached Another See There Apparently Presumably".split()
)


@lru_cache(maxsize=256)
def sentences(words: str) -> tuple[str, ...]:
    """The sentences of a note, without the space around them."""
    found, start = [], 0
    for gap in _GAP.finditer(words):
        stop, following = gap.start() + 1, gap.end()
        if _is_abbreviated(words[max(start, stop - _LONGER) : stop]) and not _opens(words, following):
            continue
        found.append(words[start:stop].strip())
        start = following
    return tuple(sentence for sentence in (*found, words[start:].strip()) if sentence)


def _is_abbreviated(words: str) -> bool:
    last = _LAST_WORD.search(words)
    return last is not None and (last[1] in ABBREVIATIONS or (len(last[1]) == 1 and last[1].isupper()))


def _opens(words: str, start: int) -> bool:
    following = _NEXT_WORD.match(words, start)
    if not following:
        return False
    word = following.group()
    return word[0] in "[(“" or word[0].isdigit() or word.split()[0] in OPENINGS or word == "Top Secret"
