"""References between documents as lines to read, and as data."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from travaux.cli.wording import in_words, short
from travaux.desk.references.look import Absent, Backlink, Reference

Json = dict[str, object]


def reference_lines(references: tuple[Reference, ...], backlinks: tuple[Backlink, ...]) -> Iterator[str]:
    """What a document refers to, each once with its reason, and who cites it."""
    seen = set[str]()
    for each in references:
        line = f"  “{short(each.cited.words)}”  {_meant(each)}"
        if line not in seen:
            yield from () if seen else ("", "Refers to")
            yield line
            seen.add(line)
    for position, link in enumerate(backlinks):
        yield from () if position else ("", "Cited by")
        sure = "" if link.confidence == "certain" else f", {link.confidence}"
        yield f"  {link.at.document}  {in_words(link.date)}, as “{short(link.words)}”{sure}"


def _meant(each: Reference) -> str:
    meant = each.meant
    if meant.document:
        return f"{meant.document}, {meant.confidence}: {meant.reason}"
    if meant.candidates:
        return f"one of {', '.join(meant.candidates)}: {meant.reason}"
    return f"{meant.name}: not in this library ({meant.reason})"


def references_as_data(references: tuple[Reference, ...], backlinks: tuple[Backlink, ...]) -> Json:
    """The same as `reference_lines`."""
    return {
        "refers_to": [
            {
                "at": msgspec.to_builtins(each.cited.at),
                "words": each.cited.words,
                "document": each.meant.document or None,
                "target": each.cited.target or None,
                "candidates": each.meant.candidates,
                "name": each.meant.name,
                "confidence": each.meant.confidence,
                "reason": each.meant.reason,
            }
            for each in references
        ],
        "cited_by": [msgspec.to_builtins(link) for link in backlinks],
    }


def absent_as_data(absent: tuple[Absent, ...]) -> list[Json]:
    """The documents that are cited and not there."""
    return [msgspec.to_builtins(each) for each in absent]
