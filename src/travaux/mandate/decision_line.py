"""Reads from a line under the recommendations which of them it decides: "1 and 2 approved", "Approved all but 3".

Decides only on numbers that the paper has; what a line excepts it leaves undecided, as nobody was authorised by it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from travaux.mandate.authority_said import Decided

_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(rf"(?i)\b{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\b\d{{1,2}} {_MONTH}(?:,? \d{{4}})?|\d+(?:[/:-]\d+)+")
_ONE = r"(?<![\d.,/])\d{1,2}(?![\d/:]|\.\d|,\d|\s*[ap]\.?m\b|%)"
_LIST = rf"{_ONE}(?:\s*(?:,\s*and|,|and|&|to|through|–|-)\s*{_ONE})*"
_NUMBERS = re.compile(_LIST)
_VERDICT = re.compile(r"(?i)\b(?P<no>dis-?approved?|not approved|rejected)\b|\bapproved?\b")
_EXCEPT = re.compile(
    rf"(?i)\b(?:but|except(?:ing)?(?: for)?|other than|save)\s+(?:recommendations?\s+)?(?P<left>{_LIST})"
)
_ONLY = re.compile(rf"(?i)(?P<first>{_LIST}) only\b|\bonly (?:recommendations? )?(?P<second>{_LIST})")


def decision_line(line: str, numbers: Collection[str]) -> dict[str, Decided] | None:
    """What a line decides on the recommendations of these numbers; None where it names none of them.

    >>> [each.value for each in (decision_line("1 and 2 approved, 3 disapproved.", "123") or {}).values()]
    ['approved', 'approved', 'disapproved']
    >>> [each.value for each in (decision_line("Approved all but 3.", "123") or {}).values()]
    ['approved', 'approved', 'not decided']
    """
    only = _ONLY.search(line)
    words = _DATED.sub(lambda dated: " " * len(dated[0]), _QUOTED.sub(lambda said: " " * len(said[0]), line))
    verdicts = list(_VERDICT.finditer(words))
    if not verdicts:
        return None
    left = _EXCEPT.search(words)
    if only is not None and not left and not _NUMBERS.search(words):
        named = _named(only["first"] or only["second"])
        return _all_but(numbers, [each for each in numbers if each not in named], verdicts[0]) if named else None
    if left is not None:
        named = _named(left["left"])
        return _all_but(numbers, named, verdicts[0]) if set(named) <= set(numbers) else None
    found: dict[str, Decided] = {}
    lists = list(_NUMBERS.finditer(words))
    first = bool(lists) and lists[0].start() < verdicts[0].start()
    for each in lists:
        before = [one for one in verdicts if one.end() <= each.start()]
        behind = [one for one in verdicts if one.start() >= each.end()]
        verdict = behind[0] if first and behind else before[-1] if before else behind[0]
        found.update(dict.fromkeys(_named(each.group()), _decided(verdict)))
    return found if found and set(found) <= set(numbers) else None


def excepted(words: str) -> frozenset[str]:
    """The numbers that an approval leaves out.

    >>> sorted(excepted("Approved by the Minister on March 3, except for recommendations 2 and 3."))
    ['2', '3']
    """
    left = _EXCEPT.search(words) if re.search(r"(?i)\bapprov", words) else None
    return frozenset(_named(left["left"])) if left else frozenset()


def _all_but(numbers: Collection[str], left: Collection[str], verdict: re.Match[str]) -> dict[str, Decided]:
    return {each: Decided.OPEN if each in left else _decided(verdict) for each in numbers}


def _decided(verdict: re.Match[str]) -> Decided:
    return Decided.DISAPPROVED if verdict["no"] else Decided.APPROVED


def _named(words: str) -> list[str]:
    """The numbers of a list; '1 to 3' names 2 too."""
    pieces = re.findall(r"\d+|to|through|–|-", words)
    found: list[int] = []
    for place, piece in enumerate(pieces):
        if not piece.isdigit():
            continue
        spans = place > 0 and not pieces[place - 1].isdigit()
        found += range(found[-1] + 1, int(piece) + 1) if spans else [int(piece)]
    return [str(each) for each in found]
