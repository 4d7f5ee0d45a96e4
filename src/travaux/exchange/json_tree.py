"""A draft as JSON, exactly: what is read back is what was written. The fields are those of the dataclasses."""

from __future__ import annotations

import msgspec

from travaux.amend import trees
from travaux.errors import UnreadableInput
from travaux.exchange.paper import Paper, Received, fingerprint, sources
from travaux.findings import Finding
from travaux.text.draft import Draft

#: The name of the format and its version, which a reader may rely on.
NAME, VERSION = "travaux-draft", 1


class _File(msgspec.Struct, frozen=True, kw_only=True):
    format: str = NAME
    version: int = VERSION
    sha256: str
    sources: tuple[str, ...]
    text: str
    draft: Draft
    before: Draft | None = None
    between: tuple[Draft, ...] = ()
    made_by: tuple[trees.StoredStep, ...] = ()
    orders: tuple[trees.StoredInstruction, ...] = ()


def looks_like(data: bytes) -> bool:
    """Whether a file calls itself a draft in JSON."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and NAME.encode() in data[:200]


def write(paper: Paper) -> bytes:
    """The paper as JSON, in lines, ended by a line end."""
    stored = _File(
        sha256=fingerprint(paper.draft),
        sources=sources(paper.draft),
        text=paper.draft.text,
        draft=paper.draft,
        before=paper.before,
        between=paper.between,
        made_by=tuple(map(trees.stored_step, paper.made_by)),
        orders=tuple(map(trees.stored_instruction, paper.orders)),
    )
    return msgspec.json.format(msgspec.json.encode(stored), indent=1) + b"\n"


def read(data: bytes, *, name: str) -> Received:
    """The paper in a file that `write` made. Raises UnreadableInput where it is not one."""
    try:
        stored = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UnreadableInput(f"It is no draft in JSON: {error}.", at=name, remedy="Export it again.") from error
    if stored.format != NAME or stored.version != VERSION:
        message = f"It is of the format {stored.format}, version {stored.version}; this reads {NAME} {VERSION}."
        raise UnreadableInput(message, at=name, remedy="Use the Travaux that wrote it, or export it again.")
    paper = Paper(
        stored.draft,
        before=stored.before,
        between=stored.between,
        made_by=tuple(map(trees.restored_step, stored.made_by)),
        orders=tuple(map(trees.restored_instruction, stored.orders)),
    )
    return Received(paper, changed_since(stored.draft, stored.sha256))


def changed_since(draft: Draft, sha256: str) -> tuple[Finding, ...]:
    """The finding that the words are not those that the file's own fingerprint was taken of."""
    if sha256 == fingerprint(draft):
        return ()
    return (
        Finding(
            "words-changed",
            f"The words are not those that the file was written with (SHA-256 {sha256[:12]}…): somebody changed them.",
            draft.at,
            "Compare it with the draft that it was exported from.",
        ),
    )
