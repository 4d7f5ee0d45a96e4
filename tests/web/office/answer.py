"""Asks as a browser does, and gives all that the answer says."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib

from django.test import Client
from tests.web.office.walk import Asked

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def answer(browser: Client, asked: Asked) -> bytes:
    """What a browser is answered: the body with the files packed in it, and the headers."""
    if asked.method == "GET":
        reply = browser.get(asked.address, secure=True)
    elif asked.json:
        reply = browser.post(asked.address, json.dumps(asked.sent), content_type="application/json", secure=True)
    else:
        reply = browser.post(asked.address, asked.sent, secure=True)
    assert reply.status_code < 500, (str(asked), reply.content[:300])
    headers = "\n".join(f"{name}: {value}" for name, value in reply.headers.items())
    return headers.encode() + b"\n" + b"\n".join(_unpacked(reply.content))


def _unpacked(content: bytes) -> list[bytes]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return [content, *(packed.read(name) for name in packed.namelist())]
    if content.startswith(b"%PDF"):
        return [content, *map(_inflated, _STREAM.findall(content))]
    return [content]


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream
