"""What stands in a document by itself: the drafts it holds and the instructions it gives. Needs no other document."""

from __future__ import annotations

from travaux.amend.compile import compile
from travaux.amend.particulars import with_particulars
from travaux.amend.proceedings import Examined
from travaux.record.document import Document
from travaux.text.outline import outline
from travaux.text.passages import passages


def examine(document: Document) -> Examined:
    """What `outline` and `compile` find in a document."""
    drafts = passages(document)
    compilation = compile(document, outside=drafts)
    instructions = tuple(with_particulars(document, each) for each in compilation.instructions)
    return Examined(outline(document, among=drafts), instructions, compilation.findings)
