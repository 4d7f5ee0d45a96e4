"""Takes what came from elsewhere: a draft in a format of exchange, or a counter-proposal to a draft of ours."""

from __future__ import annotations

from pathlib import Path

from travaux.cli.standard_input import here
from travaux.cli.taken import content_of, draft_in
from travaux.exchange.incoming import as_received, id_of, incoming
from travaux.exchange.paper import Received
from travaux.exchange.receive import comes_in, receive
from travaux.exchange.word import file as word
from travaux.exchange.word.counter import counter
from travaux.exchange.word.marked import clean
from travaux.text.draft import Draft


def received_from(path: Path) -> Received:
    """What a file in a format of exchange holds, or a Word file. Raises UnreadableInput for any other."""
    path = here(path)
    content = content_of(path)
    return word.read(content, name=path.name) if word.is_word(content) else receive(content, name=path.name)


def received_against(path: Path, ours: Draft, by: str) -> Received:
    """What a file changes in our draft: a Word file with its tracked changes, or any file with a draft, which is
    compared with ours."""
    path = here(path)
    content = content_of(path)
    if word.is_word(content) or comes_in(content):
        return as_received(incoming(content, name=path.name, ours=ours, by=by))
    return as_received(counter(clean(draft_in(path)), id=id_of(path.name), ours=ours, by=by))
