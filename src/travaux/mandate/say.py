"""What may be said on an issue, and when: the directives in force on it, ordered for somebody who is about to speak.

Each line keeps its words and their place. What nothing is said of is not on the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.mandate.cancels import Cancelled
from travaux.mandate.directives_said import Act, Directive
from travaux.mandate.on import NOTHING_UNDATED, Mandate, Undated, Wording, provision
from travaux.mandate.spent import Spent
from travaux.mandate.subject import Subject
from travaux.mandate.superseded import Gone
from travaux.text.address import Address


class Heading(StrEnum):
    """The parts of the sheet, in order."""

    NEVER = "Not to be raised or agreed"
    RAISE = "To be put"
    SAY = "May be said"
    ACCEPT = "May be accepted"
    KEEP = "To be left as it is"
    LATER = "To be put off"
    ASK = "To be asked and reported"


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page: what may be said under each heading, and the words that are authorised. `left` are the
    other directives in force, which are not on it. `undated` holds on no day until one is entered, `spent` was to be
    done once, `gone` ended: none of these stands under a heading."""

    mandate: Mandate
    about: str
    lines: tuple[tuple[Heading, tuple[Directive, ...]], ...]
    wordings: tuple[Wording, ...]
    left: tuple[Directive, ...] = ()
    undated: Undated = NOTHING_UNDATED
    spent: tuple[Spent, ...] = ()
    gone: tuple[Gone, ...] = ()

    @property
    def filed(self) -> frozenset[str]:
        """The papers on it that have no day of their own, and count from the one by which they are filed."""
        told = {each.document for _, lines in self.lines for each in lines}
        told |= {each.at.document for each in self.wordings}
        told |= {each.request.document for each in self.mandate.authority if each.is_decided_later}
        return self.mandate.filed & told


_UNDER = {
    Act.INTRODUCE: Heading.RAISE, Act.PROPOSE: Heading.RAISE, Act.SEEK: Heading.RAISE, Act.RAISE: Heading.RAISE,
    Act.CLEAR: Heading.SAY, Act.ASSURE: Heading.SAY, Act.ACCEPT: Heading.ACCEPT, Act.FORESTALL: Heading.NEVER,
    Act.UNAFFECTED: Heading.KEEP, Act.DEFER: Heading.LATER, Act.DISCRETION: Heading.ACCEPT, Act.REPORT: Heading.ASK,
    Act.CONSULT: Heading.ASK,
}  # fmt: skip


def say(mandate: Mandate, *, about: Subject | None = None, address: Address | None = None) -> Sheet:
    """The sheet for an issue, for a provision, or for what is on both; without either, for all."""
    later = _in_its_place(mandate, about, address)
    chosen = [each for each in mandate.directives if each in later or _is_about(each, about, address)]
    on_it = set(chosen)
    left = tuple(each for each in mandate.directives if each not in on_it)
    spent = tuple(each for each in mandate.spent if each.directive in on_it)
    done = {id(each.directive) for each in spent}
    chosen = [each for each in chosen if id(each) not in done]
    chosen.sort(key=lambda each: (each.fallback, each.condition is not None, each.date, each.at.start))
    lines = tuple(
        (heading, tuple(each for each in chosen if under(each) is heading))
        for heading in Heading
        if any(under(each) is heading for each in chosen)
    )
    wordings = tuple(each for each in mandate.wordings if _is_worded(each, about, address))
    named = ", ".join(filter(None, (about.words if about else "", str(address) if address else "")))
    undated = Undated(
        directives=tuple(each for each in mandate.undated.directives if _is_about(each, about, address)),
        wordings=tuple(each for each in mandate.undated.wordings if _is_worded(each, about, address)),
        authority=mandate.undated.authority,
    )
    gone = tuple(each for each in mandate.gone if each.directive in later or _is_about(each.directive, about, address))
    return Sheet(mandate, named, lines, wordings, left, undated, spent, gone)


def _in_its_place(mandate: Mandate, about: Subject | None, address: Address | None) -> frozenset[Directive]:
    """What took the place of an order on the subject, which it may do without naming it: 'you may agree to twelve'."""
    found = set[Directive]()
    for each in mandate.gone:
        # A message that only says that another holds no more gives nothing in its place.
        if isinstance(each.by, Cancelled):
            continue
        if each.directive in found or _is_about(each.directive, about, address):
            found.add(each.by)
    return frozenset(found)


def under(directive: Directive) -> Heading:
    """The part of the sheet in which a directive stands."""
    return Heading.NEVER if directive.denied else _UNDER[directive.act]


def _is_about(directive: Directive, about: Subject | None, address: Address | None) -> bool:
    if address is not None and not any(provision(each) == provision(address) for each in directive.addresses):
        return False
    return about is None or about.has(directive.at, directive.words, directive.addresses)


def _is_worded(wording: Wording, about: Subject | None, address: Address | None) -> bool:
    if address is not None and (wording.address is None or provision(wording.address) != provision(address)):
        return False
    if about is None or (wording.directive is not None and _is_about(wording.directive, about, None)):
        return True
    if wording.address is None:
        return about.has(wording.at, wording.words, ())
    return about.has_text(wording.at, wording.words, (wording.address,), of=wording.basis)
