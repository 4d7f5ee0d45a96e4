"""Takes a whole document as one draft: a text given as a file of its own, an article by itself, a formula."""

from __future__ import annotations

from travaux.errors import UnreadableAddress
from travaux.findings import Citation
from travaux.record.document import Document
from travaux.text import lines
from travaux.text.address import Level
from travaux.text.draft import Draft, Provision, ProvisionKind, Run, words_of
from travaux.text.outline import provisions_of
from travaux.text.parse import parse

_LONGEST_CAPTION = 60


def whole(document: Document) -> Draft:
    """The draft that all of a document's text is. Where it has no article, its lines are paragraphs of one text.

    >>> from travaux.record.document import Block, BlockKind, Document, Kind
    >>> body = ["The ferry runs daily.", "It is free."]
    >>> blocks = tuple(Block(BlockKind.PARAGRAPH, line) for line in body)
    >>> draft = whole(Document(id="d1", title="Formula", kind=Kind.AGREEMENT, body=blocks))
    >>> [provision.kind.value for provision in draft.provisions]
    ['paragraph', 'paragraph']
    """
    runs: list[tuple[Run, ...]] = []
    offset = 0
    for line in document.text.split("\n"):
        if line.strip():
            start = offset + len(line) - len(line.lstrip())
            words = line.strip()
            runs.append((Run(words, document.cite(start, start + len(words))),))
        offset += len(line) + 1
    provisions = _tree(runs)
    title = " ".join(provision.text for provision in provisions if provision.kind is ProvisionKind.TITLE)
    return Draft(
        id=f"{document.id}/draft",
        title=title or document.subject or document.title,
        provisions=provisions,
        at=Citation(document.id, 0, len(document.text)),
        date=document.date,
        proposed_by=document.sender,
    )


def _tree(runs: list[tuple[Run, ...]]) -> tuple[Provision, ...]:
    extract = _extract(runs)
    if extract is not None:
        return (extract,)
    opened = provisions_of(runs, opening=True)
    kinds = {provision.kind for top in opened for provision in top.walk()}
    if kinds & {ProvisionKind.ARTICLE, ProvisionKind.ANNEX, ProvisionKind.PART, ProvisionKind.CHAPTER}:
        return opened
    if any(lines.is_preamble(words_of(run)) or lines.is_recital(words_of(run)) for run in runs):
        return opened
    return provisions_of(runs)


def _extract(runs: list[tuple[Run, ...]]) -> Provision | None:
    """A paragraph of an article under the line that says which ('V, 1'); None for any other text."""
    caption = words_of(runs[0])
    if len(runs) < 2 or len(caption) > _LONGEST_CAPTION or lines.line_of(caption) is not None:
        return None
    try:
        steps = parse(caption).steps
    except UnreadableAddress:
        return None
    if [step.level for step in steps] != [Level.ARTICLE, Level.PARAGRAPH] or any(step.quoted for step in steps):
        return None
    below = provisions_of(runs[2:])
    paragraph = Provision(ProvisionKind.PARAGRAPH, steps[1].value, content=runs[1], children=below)
    return Provision(ProvisionKind.ARTICLE, steps[0].value, label=runs[0], children=(paragraph,))
