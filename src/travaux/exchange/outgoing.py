"""A paper as it may be handed to the other side: the words alone, without the house's own papers behind them."""

from __future__ import annotations

from dataclasses import replace

from travaux.exchange.paper import Paper
from travaux.findings import Citation
from travaux.text.draft import Draft, Provision, Run


def outgoing(paper: Paper) -> Paper:
    """The same texts, letter for letter; their words come from themselves, and nothing tells who changed them, why, or
    by which document.

    >>> from travaux.text.draft import ProvisionKind
    >>> at = Citation("secret-telegram", 10, 17)
    >>> said = Provision(ProvisionKind.PARAGRAPH, content=(Run("It", at), Run(" rests.", at)))
    >>> draft = Draft(id="d1/draft", title="", provisions=(said,), at=at, derived_from="secret")
    >>> outgoing(Paper(draft)).draft.provisions[0].content
    (Run(words='It rests.', origin=Citation(document='d1/draft', start=0, end=9, note='')),)
    """
    before = _alone(paper.before) if paper.before else None
    return Paper(_alone(paper.draft), before=before)


def _alone(draft: Draft) -> Draft:
    """The draft as its own source."""
    at, provisions = 0, list[Provision]()
    for provision in draft.provisions:
        (own,), after = _all((provision,), draft.id, at)
        provisions.append(own)
        at = max(after, at + 1)  # one without words prints an empty line
    return replace(draft, provisions=tuple(provisions), at=Citation(draft.id, 0, at - 1), derived_from=None)


def _all(provisions: tuple[Provision, ...], document: str, at: int) -> tuple[tuple[Provision, ...], int]:
    """The provisions, and where the words after them begin; a line end stands after each line."""
    found = []
    for provision in provisions:
        label = _own(provision.label, document, at)
        content = _own(provision.content, document, at + sum(len(run.words) for run in label))
        at += sum(len(run.words) for run in label + content) + bool(label or content)
        children, at = _all(provision.children, document, at)
        found.append(replace(provision, label=label, content=content, children=children))
    return tuple(found), at


def _own(runs: tuple[Run, ...], document: str, at: int) -> tuple[Run, ...]:
    words = "".join(run.words for run in runs)
    return (Run(words, Citation(document, at, at + len(words))),) if words else ()
