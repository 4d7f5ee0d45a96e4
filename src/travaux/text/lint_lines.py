"""The lines of a draft as its lint reads them: words, where they are, and the passage that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.findings import Citation
from travaux.text.address import Address
from travaux.text.addresses import addresses
from travaux.text.draft import PRINTED_ONLY, Draft, Provision, ProvisionKind, cut, words_of
from travaux.text.spot import Path, paths_below, provision_at

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
# A text that says so changes another one, and quotes it.
_AMENDS = re.compile(
    r"(?i)\b(?:shall be|is|are) (?:hereby )?(?:amended|replaced|deleted|revised|substituted|added|inserted)\b|"
    r"\b(?:amend(?:ed|s|ing)?|replaced?s?|deleted?s?|insert(?:ed)?|substituted?s?) (?:as follows|the following|by)\b|"
    r"\bread as follows\b|^(?:add|amend|delete|insert|replace|substitute) "
)


@dataclass(frozen=True, slots=True)
class Place:
    """A provision with its own words, its address, and its path."""

    path: Path
    provision: Provision
    address: Address
    words: str

    @property
    def name(self) -> str:
        """The address as a sentence begins with it."""
        told = str(self.address)
        return told[:1].upper() + told[1:]

    def cite(self, start: int, end: int) -> Citation:
        """The passage that characters of the words come from."""
        return cut(self.provision.line, start, max(end, start + 1))[0].origin


def places(draft: Draft) -> Iterator[Place]:
    """The lines of a draft with words, in reading order; what is only printed with it is left out."""
    where = addresses(draft)
    for path, provision in paths_below(draft, ()):
        words = words_of(provision.line)
        if words.strip() and provision.kind not in PRINTED_ONLY:
            alone = len(path) > 1 and _is_alone(provision_at(draft, path[:-1]), provision)
            yield Place(path, provision, where[path[:-1] if alone else path], words)


def _is_alone(above: Provision, provision: Provision) -> bool:
    """Whether a line without a number is all that an article says, and so called by the article's name."""
    beside = [child for child in above.children if child.kind is not ProvisionKind.HEADING]
    return beside == [provision] and provision.kind is ProvisionKind.PARAGRAPH and not provision.number


def body_of(draft: Draft) -> tuple[Provision, ...]:
    """What stands before the testimonium: the text itself, without annexes and what is printed after the signatures."""
    kinds = [provision.kind for provision in draft.provisions]
    ends = [place for place, kind in enumerate(kinds) if kind in (ProvisionKind.TESTIMONIUM, ProvisionKind.ANNEX)]
    return draft.provisions[: ends[0]] if ends else draft.provisions


def quoted(words: str) -> list[tuple[int, int]]:
    """Start and end of what stands between quotation marks."""
    return [match.span() for match in _QUOTED.finditer(words)]


def amends(draft: Draft) -> bool:
    """Whether a text changes another one: what it names and numbers may then be that one's."""
    if re.search(
        r"(?i)\b(?:amend(?:ing|ment|ments)|modif(?:ying|ication)|supplement(?:ing|ary)|additional)\b", _title(draft)
    ):
        return True
    return sum(bool(_AMENDS.search(words_of(each.content))) for each in draft.walk()) > 1


def _title(draft: Draft) -> str:
    return " ".join(each.text for each in draft.provisions if each.kind is ProvisionKind.TITLE) or draft.title
