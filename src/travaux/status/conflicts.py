"""Provisions of other instruments in force between the same parties that are on the same subject as one of a draft.

Told from headings alone: that two provisions bear one heading says that a person must look at them, no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from travaux.findings import Finding, Severity
from travaux.status.instrument import Instrument
from travaux.status.register import Register
from travaux.status.state import State, Status
from travaux.text.draft import Draft, Provision, ProvisionKind

# Headings of what every agreement has, which set nothing on a subject of its own.
_EVERYWHERE = frozenset(
    "definitions|definition|use of terms|interpretation|general|general provisions|preamble|final provisions|"
    "final clauses|entry into force|amendment|amendments|duration|termination|denunciation|withdrawal|signature|"
    "ratification|depositary|authentic texts|settlement of disputes|consultation|consultations|scope|purpose|"
    "duration and termination|entry into force and termination|entry into force, duration and termination".split("|")
)


def conflicts(
    draft: Draft, instrument: Instrument, register: Register, after: State, texts: Mapping[str, Draft]
) -> Iterator[Finding]:
    """A finding for each article that has the heading of one of the draft, in an instrument in force `after` between
    two of its parties at least."""
    headed = dict(_headed(draft))
    for one in register.instruments if headed else ():
        common = [
            party
            for party in instrument.parties
            if after.of(one.id, party).status in (Status.IN_FORCE, Status.SUSPENDED)
        ]
        if one.id == instrument.id or len(common) < 2 or one.id not in texts:
            continue
        for heading, theirs in _headed(texts[one.id]):
            ours = headed.get(heading)
            if ours is not None and theirs.line:
                message = (
                    f"{_name(theirs)} of {one.title}, in force between {' and '.join(common)}, is on the subject of "
                    f"{_name(ours)} of the draft, “{heading}”."
                )
                remedy = "See whether both can be applied (VCLT art. 30); say which prevails."
                yield Finding("same-subject", message, theirs.line[0].origin, remedy, Severity.NOTE)


def _headed(draft: Draft) -> Iterator[tuple[str, Provision]]:
    """The articles of a draft that bear a heading, by it, in small letters."""
    for article in draft.articles:
        for child in article.children:
            heading = (
                " ".join(child.text.casefold().split()).strip(' .:;“”"') if child.kind is ProvisionKind.HEADING else ""
            )
            if heading and heading not in _EVERYWHERE:
                yield heading, article


def _name(article: Provision) -> str:
    return f"Article {article.number}" if article.number else "an article"
