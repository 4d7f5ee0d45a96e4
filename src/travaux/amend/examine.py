"""What stands in a document by itself: the drafts it holds and the instructions it gives. Needs no other document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.amend.compile import compile
from travaux.amend.operations import Instruction
from travaux.findings import Finding
from travaux.record.document import Document
from travaux.text.draft import Draft
from travaux.text.outline import outline


@dataclass(frozen=True, slots=True)
class Examined:
    """The drafts in a document, its instructions, and the passages on changes that were not understood."""

    drafts: tuple[Draft, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    findings: tuple[Finding, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.drafts or self.instructions or self.findings)


def examine(document: Document) -> Examined:
    """What `outline` and `compile` find in a document."""
    compilation = compile(document)
    return Examined(outline(document), compilation.instructions, compilation.findings)


def examine_all(documents: Sequence[Document]) -> list[Examined]:
    """`examine` for several documents, as work for another process."""
    return [examine(document) for document in documents]
