"""Rebuilds a draft's tree around one changed place; everything beside it is the same object as before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from travaux.text.draft import Draft, Provision, Run
from travaux.text.locate import Path, provision_at


def with_siblings(draft: Draft, path: Path, provisions: Sequence[Provision]) -> Draft:
    """The draft with the provision at `path` replaced by any number of provisions in its place."""
    siblings = provision_at(draft, path[:-1]).children if len(path) > 1 else draft.provisions
    return with_children(draft, path[:-1], (*siblings[: path[-1]], *provisions, *siblings[path[-1] + 1 :]))


def with_children(draft: Draft, path: Path, children: tuple[Provision, ...]) -> Draft:
    """The draft with other children below `path`; for () with other provisions."""
    if not path:
        return replace(draft, provisions=children)
    return with_siblings(draft, path, [replace(provision_at(draft, path), children=children)])


def with_content(draft: Draft, path: Path, content: tuple[Run, ...]) -> Draft:
    """The draft with other words in the provision at `path`. One left without words and children goes."""
    provision = replace(provision_at(draft, path), content=content)
    gone = not content and not provision.children and not provision.label
    return with_siblings(draft, path, [] if gone else [provision])
