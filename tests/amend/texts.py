"""Small texts, and operations held against them, for tests of what consolidation does."""

from __future__ import annotations

from tests.text.golden import document

from travaux.amend.consolidate import Consolidation, consolidate
from travaux.amend.operations import Operation, Words
from travaux.findings import Citation
from travaux.record.document import Kind
from travaux.text.draft import Draft
from travaux.text.whole import whole

AT = Citation("telegram", 0, 200)

FERRY = """DRAFT TREATY ON THE FERRY OF MORVEN
Preamble
The Republic of Ardal and the Kingdom of Sorne,
Wishing the ferry to run in every season,
Having resolved to conclude a treaty,
Have agreed as follows:
Article I
In order to serve both shores, the ferry shall, jointly and in common, run daily between them.
Article II. Costs
1. The Parties shall share the cost of the ferry, of the quay, and of the lamps.
2. The accounts shall be laid before the Commission:
(a) in January of each year;
(b) in July of each year;
(c) whenever a Party so requests.
3. The Commission shall meet at Morven. It shall elect a chairman. It may sit in secret.
Article III
The ferry shall be free of charge for pilots in the harbor. The ferry may rest.
Article IV
This Treaty shall be ratified."""


def draft_of(text: str = FERRY, *, id: str = "tabled") -> Draft:
    return whole(document(id, text, kind=Kind.AGREEMENT))


def words(text: str) -> Words:
    return Words(text, Citation("telegram", 10, 10 + len(text)))


def applied(operations: Operation | list[Operation], text: str = FERRY) -> Consolidation:
    return consolidate(draft_of(text), operations if isinstance(operations, list) else [operations], at=AT)


def codes(result: Consolidation) -> list[str]:
    """The codes of the findings: the rules it took, then the refusals."""
    return [finding.code for _, finding in result.assumed + result.refused]


def changed(result: Consolidation, text: str = FERRY) -> list[str]:
    """The lines that the new text has and the old one had not, and those that are gone, each with its sign."""
    before, after = draft_of(text).text.split("\n"), result.text.split("\n")
    gone = [f"- {line}" for line in before if before.count(line) > after.count(line)]
    return gone + [f"+ {line}" for line in after if after.count(line) > before.count(line)]
