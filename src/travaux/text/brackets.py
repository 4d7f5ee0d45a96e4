"""A draft as a text whose brackets are data, and such a text as a draft again.

A draft keeps brackets as words; here they are read out of them. Nothing is settled, and no sign is lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from travaux.findings import Citation
from travaux.text.bracket import Bracketed
from travaux.text.brackets_places import opens_instrument
from travaux.text.brackets_read import read
from travaux.text.draft import Draft, Run, words_of
from travaux.text.outline import provisions_of


def brackets(draft: Draft, *, parties: Iterable[str] = ()) -> Bracketed:
    """The text of a draft with its brackets; printed it is the draft's. A line end cites the end of its line.

    `parties` are names known to be those of parties; others are known where the text names them more than once.

    >>> from travaux.text.draft import Provision, ProvisionKind
    >>> words = "The ferry runs [daily][Halvern: weekly]."
    >>> article = Provision(ProvisionKind.ARTICLE, "1", content=(Run(words, Citation("d1", 0, 40)),))
    >>> draft = Draft(id="d1/draft", title="Ferry", provisions=(article,), at=Citation("d1", 0, 40))
    >>> text = brackets(draft, parties=["Halvern"])
    >>> [alternative.words for alternative in text.pieces[1].alternatives]
    ['daily', 'weekly']
    >>> text.text == draft.text
    True
    """
    runs: list[Run] = []
    for line in (line for provision in draft.provisions for line in provision.lines):
        if runs:
            before = runs[-1].origin
            runs.append(Run("\n", replace(before, start=before.end)))
        runs += line
    return read(runs, parties=parties)


def as_draft(text: Bracketed, draft: Draft, *, id: str, at: Citation | None = None) -> Draft:
    """The draft that a text is, derived from `draft`; `at` cites what made it of the one before.

    Its provisions are outlined anew, so an article that stood in brackets is one when they go.
    """
    lines = [line for line in text.lines if words_of(line).strip()]
    provisions = provisions_of(lines, opening=opens_instrument([words_of(line) for line in lines]))
    return replace(draft, id=id, provisions=provisions, derived_from=draft.id, at=at or draft.at)
