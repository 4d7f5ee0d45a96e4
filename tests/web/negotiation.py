"""A negotiation of two documents and two drafts, small and hostile: scripts stand wherever words may."""

from __future__ import annotations

import datetime

from travaux.amend.operations import Delete, Instruction, Replace, Words
from travaux.amend.proceedings import Outcome, Proceedings, Step
from travaux.findings import Citation, Finding
from travaux.record.document import (
    Block,
    BlockKind,
    Document,
    Kind,
    Note,
    PageBreak,
    Reference,
    SourceNote,
    Withheld,
)
from travaux.record.when import when
from travaux.text.draft import Draft, Provision, ProvisionKind, Run
from travaux.text.parse import parse

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
TEMPLATE = "{{ request }}{% now 'Y' %}"

OLD = f"The Parties shall consult. {SCRIPT} {TEMPLATE}"
NEW = f"The Parties shall confer at once. {IMAGE}"
CHANGE = f"Article II: substitute “{NEW}”"
UNFIT = "Article IX should be deleted."
WITHHELD = "[5 lines not declassified]"


def find(document: Document, words: str) -> Citation:
    """Where the words stand in the document."""
    start = document.text.index(words)
    return document.cite(start, start + len(words))


def _run(document: Document, words: str) -> Run:
    return Run(words, find(document, words))


LETTER = Document(
    id="accord/d1",
    number="1",
    title=f"Letter From Ost to Vey {SCRIPT}",
    kind=Kind.LETTER,
    date=datetime.date(1961, 3, 14),
    date_text="March 14, 1961",
    dateline="Port Ost, March 14, 1961",
    sender=f"Ost {SCRIPT}",
    addressee="Vey",
    classification="secret",
    source_note=SourceNote(
        text=f"Source: Files, 12.3/4. Secret. {SCRIPT}",
        mark="0",
        file_number="12.3/4",
        classification="secret",
        drafted_by=("Brand", IMAGE),
        cleared_with=("Legal",),
        repeated_to=("Harbour Office",),
    ),
    body=(
        Block(BlockKind.PARAGRAPH, "Sir: the draft follows."),
        Block(BlockKind.HEADING, "Draft Accord"),
        Block(BlockKind.HEADING, "Article I"),
        Block(BlockKind.PARAGRAPH, "Peace shall be kept."),
        Block(BlockKind.HEADING, "Article II"),
        Block(BlockKind.PARAGRAPH, OLD),
        Block(BlockKind.ROW, f"Berths\t{SCRIPT}"),
        Block(BlockKind.ROW, "Piers\t4"),
        Block(BlockKind.ITEM, "1. An item."),
        Block(BlockKind.QUOTATION, IMAGE),
        Block(BlockKind.CLOSING, "Sincerely,"),
    ),
    signed="A. Brand",
)

_text = Document(
    id="accord/d2",
    number="2",
    title=f"Telegram {IMAGE} {TEMPLATE}",
    kind=Kind.TELEGRAM,
    date=datetime.date(1961, 4, 2),
    date_text="April 2, 1961",
    when=when("April 2, 1961", inferred=True),
    sender="Vey",
    addressee="Ost",
    body=(
        Block(BlockKind.PARAGRAPH, "12. Of Document 1. " + WITHHELD),
        Block(BlockKind.PARAGRAPH, CHANGE),
        Block(BlockKind.PARAGRAPH, UNFIT),
    ),
    notes=(Note("1", f"See Document 1. {SCRIPT}", 18), Note("*", IMAGE)),
    page_breaks=(PageBreak("89", 4),),
)
TELEGRAM = Document(
    **{name: getattr(_text, name) for name in _text.__dataclass_fields__}
    | {
        "withheld": (Withheld(find(_text, WITHHELD), WITHHELD, 5, "lines"),),
        "references": (
            Reference(find(_text, "Document 1"), "Document 1", "accord/d1"),
            Reference(Citation("accord/d2", 4, 14, "1"), "Document 1", "accord/d1fn3"),
            Reference(find(_text, "12"), "12", "elsewhere/d9"),
        ),
    }
)


def _draft(ident: str, body: tuple[Run, ...], at: Citation, *, derived_from: str | None = None) -> Draft:
    paragraph = Provision(ProvisionKind.PARAGRAPH, content=body)
    peace = Provision(ProvisionKind.PARAGRAPH, content=(_run(LETTER, "Peace shall be kept."),))
    return Draft(
        id=ident,
        title=f"Draft Accord {SCRIPT}",
        provisions=(
            Provision(ProvisionKind.TITLE, content=(_run(LETTER, "Draft Accord"),)),
            Provision(ProvisionKind.ARTICLE, "I", (_run(LETTER, "Article I"),), children=(peace,)),
            Provision(ProvisionKind.ARTICLE, "II", (_run(LETTER, "Article II"),), children=(paragraph,)),
        ),
        at=at,
        date=LETTER.date if derived_from is None else TELEGRAM.date,
        proposed_by=f"Ost {IMAGE}",
        derived_from=derived_from,
    )


_whole = LETTER.cite(LETTER.text.index("Draft Accord"), LETTER.text.index(OLD) + len(OLD))
FIRST = _draft("accord/d1#1", (_run(LETTER, OLD),), _whole)
SECOND = _draft("accord/d2#1", (_run(TELEGRAM, NEW),), find(TELEGRAM, CHANGE), derived_from=FIRST.id)

APPLIED = Step(
    Instruction(
        find(TELEGRAM, CHANGE),
        CHANGE,
        (Replace(parse("Article II"), Words(NEW, find(TELEGRAM, NEW))),),
        text_named=IMAGE,
    ),
    Outcome.APPLIED,
    FIRST.id,
    SECOND.id,
)
REASON = Finding("no-such-provision", f"There is no Article IX. {SCRIPT}", find(TELEGRAM, UNFIT), f"Look. {IMAGE}")
REFUSED = Step(
    Instruction(find(TELEGRAM, UNFIT), UNFIT, (Delete(parse("Article IX")),)),
    Outcome.REFUSED,
    FIRST.id,
    findings=(REASON,),
)
LONE = Finding("not-understood", f"Speaks of a change. {SCRIPT}", Citation("accord/d2", 0, 15, "1"))

DOCUMENTS = (LETTER, TELEGRAM)
PROCEEDINGS = Proceedings((FIRST, SECOND), (APPLIED, REFUSED), (LONE,))
