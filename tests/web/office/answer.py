"""Asks as a browser does, and looks for planted words in all that the answer says."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterable

from django.test import Client
from tests.web.office.planted import COUNTED, NOTED, hidden_from
from tests.web.office.walk import Asked

from travaux.desk.journal.rows import JournalEntry
from travaux.desk.people.people import Told

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def walk(browser: Client, told: Told, requests: Iterable[Asked]) -> None:
    """Asks as that person, who is to find no word that they may not see; and where an answer has one of a document of a
    high level that they may, the journal is to tell of it."""
    hidden = [words.encode() for words in (*hidden_from(told), COUNTED)]
    noted = {stem.encode(): ident for stem, ident in NOTED.items() if stem.encode() not in hidden}
    last = JournalEntry.objects.count()
    for asked in requests:
        said = answer(browser, asked).lower().replace(asked.address.lower().encode(), b"")
        for stem in hidden:
            assert said.find(stem) < 0, f"{asked}: {told.key} reads {around(said, stem)!r}"
        made = list(JournalEntry.objects.filter(number__gt=last).values_list("number", "verb", "by", "name"))
        last = max((number for number, *_ in made), default=last)
        looks = {name for _, verb, by, name in made if (verb, by) == ("saw", told.key)}
        shown = {ident for stem, ident in noted.items() if stem in said}
        assert shown <= looks, f"{asked}: {told.key} is shown {shown - looks}, and no entry tells of it"


def around(said: bytes, stem: bytes) -> bytes:
    """The words of an answer around a place."""
    at = said.index(stem)
    return said[max(0, at - 200) : at + 100]


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
