"""What a sentence of a passage orders, and whether it only says again what was ordered before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from travaux.amend.chunk import Chunk
from travaux.amend.clauses import Clause
from travaux.amend.operations import DeleteWords, Operation, Replace, SubstituteWords


@dataclass(frozen=True, slots=True)
class Order:
    """The operations of one clause, where its words and its sentence stand in the passage, what of the sentence was
    left over before and after it, and whether its place was only taken over from an order before."""

    operations: tuple[Operation, ...]
    clause: Clause
    start: int
    end: int
    sentence: tuple[int, int]
    lead_start: int = 0
    lead_end: int = 0
    lead_in: str = ""
    said: str = ""
    own: bool = False
    taken_over: bool = False

    @property
    def named(self) -> tuple[Chunk, ...]:
        """The texts that the order names beside its place."""
        if self.clause.rule == "changes_made":
            return ()
        return tuple(chunk for chunk in self.clause.chunks if chunk.kind == "TEXT_NAMED")


def without_restated(found: Iterable[Order], before: Sequence[Order]) -> list[Order]:
    """Orders without those that only say again what was ordered before in the passage."""
    kept: list[Order] = []
    for order in found:
        earlier = [operation for each in (*before, *kept) for operation in each.operations]
        new = tuple(one for one in order.operations if not _is_restated(one, earlier, own=order.own))
        if new:
            kept.append(replace(order, operations=new))
    return kept


def _is_restated(operation: Operation, earlier: Sequence[Operation], *, own: bool) -> bool:
    return operation in earlier or any(_says(one, operation, own=own) for one in earlier)


def _says(earlier: Operation, operation: Operation, *, own: bool) -> bool:
    """Whether an operation says what an earlier one did; `own`: it names its place itself."""
    match operation, earlier:
        case DeleteWords(), SubstituteWords() | DeleteWords():
            return operation.old == earlier.old and (not own or operation.target == earlier.target)
        case SubstituteWords(), SubstituteWords():
            return not own and (operation.old, operation.new.words) == (earlier.old, earlier.new.words)
        case Replace(), Replace():
            return operation.target == earlier.target and operation.new.words == earlier.new.words
    return False
