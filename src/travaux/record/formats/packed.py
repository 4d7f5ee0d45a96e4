"""Unpacks a gzip file in memory. It refuses one that is broken, or that grows beyond any volume."""

from __future__ import annotations

import zlib

from travaux.errors import UnreadableInput

#: The largest volume of the record has some ten million bytes.
_MOST = 500_000_000


def unpacked(data: bytes, *, name: str) -> bytes:
    """What is in a gzip file of one member or more."""
    whole = bytearray()
    while data:
        unpacker = zlib.decompressobj(wbits=31)
        try:
            whole += unpacker.decompress(data, _MOST - len(whole) + 1)
        except zlib.error as error:
            raise UnreadableInput(f"The gzip file is broken: {error}.", at=name, remedy="Fetch it again.") from error
        if len(whole) > _MOST:
            raise UnreadableInput(
                f"Unpacked, it has more than {_MOST // 1_000_000} million bytes.",
                at=name,
                remedy="No volume of the record is that large; give its volumes one by one.",
            )
        if not unpacker.eof:
            raise UnreadableInput("The gzip file ends too early.", at=name, remedy="Fetch it again.")
        data = unpacker.unused_data.lstrip(b"\0")
    return bytes(whole)
