"""Writes operations as the document of an instruction, an item each, and has each cite there the words it brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.amend import operations as ops
from travaux.amend.formal_words import formal_words, mark_named
from travaux.amend.operations import Operation, Words
from travaux.findings import Citation
from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Written:
    """The operations, each citing the document for its new words; the words of each; and the document."""

    operations: tuple[Operation, ...]
    words: tuple[str, ...]
    document: Document


def write(operations: Sequence[Operation], before: Draft, after: Draft) -> Written:
    """The instruction that orders `operations`, to be applied to `before`."""
    name = f"{after.id}/amendments"
    words = tuple(formal_words(operation) for operation in operations)
    items = [f"{number}. {said}" for number, said in enumerate(words, start=1)]
    starts, offset = [], 0
    for item in items:
        starts.append(offset)
        offset += len(item) + 1
    cited = tuple(
        _citing(operation, name, start, item) for operation, start, item in zip(operations, starts, items, strict=True)
    )
    blocks = [Block(BlockKind.ITEM, item) for item in items]
    document = Document(
        id=name, title=f"Amendments to the {before.title}", kind=Kind.INSTRUCTION, body=tuple(blocks), date=after.date
    )
    return Written(cited, words, document)


def _citing(operation: Operation, document: str, start: int, item: str) -> Operation:
    """The operation with its new words cited where the item says them: they come last."""
    if not isinstance(operation, ops.Replace | ops.InsertProvision | ops.SubstituteWords | ops.InsertWords):
        return operation
    words = operation.new.words
    mark = mark_named(words)
    named = mark and isinstance(operation, ops.SubstituteWords | ops.InsertWords)
    said, skip = (mark, 0) if named else (f"“{words}”", 1)
    # Words that are inserted beside an anchor come before it, all others last.
    beside = isinstance(operation, ops.InsertWords) and operation.place.anchor
    first = start + (item.index(said) if beside else item.rindex(said)) + skip
    return replace(operation, new=Words(words, Citation(document, first, first + len(words))))
