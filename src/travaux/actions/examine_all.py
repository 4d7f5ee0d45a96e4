"""Examines documents, all of them as JSON, for what `found` keeps. Needs no database, so that any process can do it."""

from __future__ import annotations

import msgspec

from travaux.amend import trees
from travaux.amend.examine import examine
from travaux.record.document import Document
from travaux.record.uncollected import uncollected


def examine_all(documents: list[str]) -> list[str]:
    """What stands in each of these documents by itself."""
    decoder = msgspec.json.Decoder(Document)
    with uncollected():
        return [trees.found(examine(decoder.decode(document))) for document in documents]
