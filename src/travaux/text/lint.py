"""What an editor would strike through in a text that was made from another: numbers that break off, references that
lead nowhere, terms that nobody uses, and what belongs to the other agreement. Changes nothing.

A finding is to settle (severity `refused`) where the text cannot be meant so, and a note where a person must look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from travaux.findings import Finding, Severity
from travaux.text.draft import PRINTED_ONLY, Draft, words_of
from travaux.text.languages import NAMES, language
from travaux.text.lint_leftovers import leftovers
from travaux.text.lint_lines import body_of
from travaux.text.lint_numbers import numbers
from travaux.text.lint_references import references
from travaux.text.lint_terms import terms

_LONGEST = 4000


def lint(draft: Draft, *, others: Sequence[Draft] = ()) -> tuple[Finding, ...]:
    """The findings on a text, in reading order. `others` are agreements from which something may have been left over:
    the standard form, the treaty it was modelled on, those that the same office has in hand.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> from travaux.text.outline import outline
    >>> body = ["Ferry Treaty", "Article 1", "The ferry runs daily.", "Article 2", "Article 7 shall not apply."]
    >>> blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body)
    >>> (draft,) = outline(Document(id="d1", title="Ferry Treaty", kind=Kind.AGREEMENT, body=blocks))
    >>> [finding.message for finding in lint(draft)]
    ['Article 2 refers to Article 7, and there is none.']
    """
    foreign, lost = list(_foreign(draft)), list(_lost(draft))
    counted = [] if lost else [*numbers(draft), *(() if foreign else references(draft))]
    found = [*foreign, *lost, *counted, *terms(draft), *leftovers(draft, others)]
    order = {document: place for place, document in enumerate(_documents(draft))}
    return tuple(
        sorted(found, key=lambda finding: (order.get(finding.at.document, len(order)), finding.at.start, finding.code))
    )


def _foreign(draft: Draft) -> Iterator[Finding]:
    """References, terms and names are read in English; of a text in another language that is said."""
    spoken = language(words_of(provision.line) for top in body_of(draft) for provision in top.walk())
    if spoken not in ("", "en"):
        message = f"The text is in {NAMES[spoken]}; references, terms and names are read in English only."
        yield Finding("language-not-read", message, draft.at, "Look through it yourself.", Severity.NOTE)


def _lost(draft: Draft) -> Iterator[Finding]:
    """Lines that are too long to be one: numbers and references cannot be held against what was not told apart."""
    for provision in body_of(draft):
        for each in provision.walk():
            size = len(words_of(each.content))
            if size > _LONGEST and each.kind not in PRINTED_ONLY:
                message = f"A {each.kind.value} of {size:,} characters may hold provisions that were not told apart; "
                cure = "Give the text with its line ends."
                yield Finding(
                    "lines-lost",
                    f"{message}numbers and references were not looked up.",
                    each.content[0].origin,
                    cure,
                    Severity.NOTE,
                )


def _documents(draft: Draft) -> tuple[str, ...]:
    """The documents that words come from, in the order in which the draft first has them."""
    return tuple(dict.fromkeys(run.origin.document for provision in draft.walk() for run in provision.line))
