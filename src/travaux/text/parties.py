"""Between whom a text is: the parties that its title, its opening words and its signatures name.

Reads English forms of names ("the Government of the Republic of X"); a text that names its parties otherwise has none
here, and who asks says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.text.draft import Draft, ProvisionKind

# What stands before a party's own name: "For the Government of the", "The President of the", "His Majesty the King of".
_LEAD = re.compile(
    r"(?ix)^(?:(?:for|on\ behalf\ of|by|between)\ )?(?:the\ )?"
    r"(?:(?:royal\ |federal\ |imperial\ )?(?:government|president|(?:cabinet|council)\ of\ ministers)\ of\ )*(?:the\ )?"
    r"(?:(?:his|her|their)\ (?:\w+\ )?majest(?:y|ies)\ (?:the\ )?(?:king|queen|emperor|sultan)\ (?:of|in)\ )?"
    r"(?:the\ )?"
)
#: What States are.
FORMS = (
    r"(?:republic|kingdom|states?|union|federation|commonwealth|principality|sultanate|emirate|confederation|duchy|"
    r"empire|realm|dominion)"
)
_FORM = re.compile(rf"(?i)^(?:[a-z’'-]+ ){{0,3}}?{FORMS}(?: of (?:the )?|$)")
_BETWEEN = re.compile(r"(?i).*\bbetween (?P<parties>.+)$")
# Where the names of the parties end in a title.
_BEYOND = re.compile(
    r"(?i)(?:,|;)? (?:on|concerning|for|relating|relative|regarding|in|with|to|about|as|providing|amending|modifying|"
    r"establishing|supplementing|extending|respecting|pertaining|governing|constituting|signed|done|hereinafter)\b.*$|[,;.:(].*$"
)
_ASIDE = re.compile(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_FOR = re.compile(r"(?i)^(?:for|on behalf of) (?P<party>(?:the )?[a-z].{2,90}?)\s*[:.]*$")
_AND = re.compile(r",? and (?=the |[A-Z(])|,? AND ", re.IGNORECASE)
_LONGEST_OPENING = 400
# What is no name though it stands where one does: two columns run into a line, a line that breaks off.
_BARE = re.compile(rf"(?i)(?:[a-z’'-]+ )?{FORMS}")
_BROKEN = re.compile(r"(?i)\b(?:for|between)\b|[:;]|\b(?:of|the|and)$")


@dataclass(frozen=True, slots=True)
class Party:
    """A party by its name without "the Government of the": "Republic of Halvern"."""

    name: str

    def __post_init__(self) -> None:
        if not self.name:
            raise ValueError("a party has a name")

    @property
    def short(self) -> str:
        """The name without the form of the State: "Halvern".

        >>> Party("Republic of Halvern").short, Party("Japan").short
        ('Halvern', 'Japan')
        """
        rest = _FORM.sub("", self.name, count=1)
        return rest or self.name

    def is_same(self, other: Party) -> bool:
        """Whether two names are of one party: alike, or alike without the form of the State."""
        return self.name.casefold() == other.name.casefold() or self.short.casefold() == other.short.casefold()


def parties(draft: Draft) -> tuple[Party, ...]:
    """The parties in the order in which the text first names them; () where it does not say between whom it is.

    >>> from travaux.findings import Citation
    >>> from travaux.text.draft import Provision, Run
    >>> def line(kind, words):
    ...     return Provision(kind, content=(Run(words, Citation("d1", 0, len(words))),))
    >>> title = line(ProvisionKind.TITLE, "TREATY BETWEEN THE REPUBLIC OF HALVERN AND THE KINGDOM OF CORVANY")
    >>> preamble = Provision(ProvisionKind.PREAMBLE, children=(
    ...     line(ProvisionKind.FORMULA, "The Republic of Halvern and the Kingdom of Corvany,"),))
    >>> draft = Draft(id="d1/draft", title="Treaty", provisions=(title, preamble), at=Citation("d1", 0, 9))
    >>> [party.name for party in parties(draft)]
    ['Republic of Halvern', 'Kingdom of Corvany']
    """
    for found in (_opening(draft), _titled(draft), _signing(draft)):
        if len(found) > 1:
            return found
    return ()


def signatories(draft: Draft) -> tuple[Party, ...]:
    """The parties for which the text is signed, in order; () where no line says for whom."""
    return _signing(draft)


def party(words: str) -> Party | None:
    """The party that words such as "the Government of the Republic of Halvern" name; None where they are no name."""
    name = _LEAD.sub("", _ASIDE.sub("", words).strip(), count=1).strip(" ,.:;")
    return Party(name) if name and not _BROKEN.search(name) and not _BARE.fullmatch(name) else None


def _opening(draft: Draft) -> tuple[Party, ...]:
    """The parties of the first words of the preamble: 'The Republic of Halvern and the Kingdom of Corvany,'."""
    for provision in draft.provisions:
        if provision.kind is ProvisionKind.PREAMBLE:
            lines = [line for line in provision.text.split("\n") if len(line.split()) > 1]
            return _listed(lines[0]) if lines and len(lines[0]) < _LONGEST_OPENING else ()
    return ()


def _signing(draft: Draft) -> tuple[Party, ...]:
    found: list[Party] = []
    for provision in draft.provisions:
        if provision.kind in (ProvisionKind.SIGNATURE, ProvisionKind.TESTIMONIUM):
            match = _FOR.match(provision.text.strip())
            one = party(match["party"]) if match else None
            if one and not any(one.is_same(other) for other in found):
                found.append(one)
    return tuple(found)


def _titled(draft: Draft) -> tuple[Party, ...]:
    titles = [each.text for each in draft.provisions if each.kind is ProvisionKind.TITLE]
    match = _BETWEEN.search(" ".join(titles) or draft.title)
    return _listed(_BEYOND.sub("", match["parties"])) if match else ()


def _listed(words: str) -> tuple[Party, ...]:
    """The two parties of 'A and B'; an 'and' within a name is told by the article that follows the other one."""
    plain = _BEYOND.sub("", _ASIDE.sub("", words).strip())
    pieces = _AND.split(plain)
    if len(pieces) > 2:
        pieces = re.split(r"(?i),? and (?=the )", plain)
    found = [party(piece) for piece in pieces]
    named = tuple(one for one in found if one is not None and one.name[:1].isupper() and len(one.name) < 90)
    return named if len(named) == len(pieces) == 2 else ()
