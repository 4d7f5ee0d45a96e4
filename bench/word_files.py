"""How long a redline in Word takes: `python bench/word_files.py ../shared/record/treaties/ECEEMA_2001A.txt`.

Of a text with about three words in a hundred exchanged by a seeded choice: written clean, as a redline by comparison,
and the redline read back as a counter-proposal. In seconds of processor time.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from travaux.exchange.paper import Paper
from travaux.exchange.word.file import against, write
from travaux.record.document import Block, BlockKind, Document, Kind
from travaux.record.read import read
from travaux.text.draft import Draft
from travaux.text.outline import outline
from travaux.text.whole import whole

_SHARE, _FEWEST, _OPENING = 0.03, 8, 3
Made = TypeVar("Made")
_WORDS = ("tariff", "vessel", "ferry")


def main() -> None:
    asked = argparse.ArgumentParser(description="Time Word files of a text.")
    asked.add_argument("path", type=Path)
    path: Path = asked.parse_args().path
    (before, *_) = (draft for document in read(path.read_bytes(), name=path.name) for draft in outline(document))
    after = _changed(before)
    print(f"{before.id}: {len(before.text.split()):,} words, {len(before.articles)} articles")
    _timed("clean", lambda: write(Paper(after)))
    data = _timed("redline", lambda: write(Paper(after, before=before)))
    found = _timed("read back", lambda: against(data, name="answer.docx", ours=before))
    print(f"{len(found.instructions):,} changes; the text is {'' if found.draft.text == after.text else 'NOT '}reached")


def _changed(draft: Draft) -> Draft:
    """The same with words exchanged in its longer lines, never at their beginnings."""
    choice = random.Random(1)
    lines = []
    for line in draft.text.split("\n"):
        words = line.split(" ")
        for place in range(_OPENING + 1, len(words) if len(words) > _FEWEST else 0):
            if words[place].isalpha() and choice.random() < _SHARE:
                words[place] = choice.choice(_WORDS)
        lines.append(" ".join(words))
    body = tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)
    return replace(whole(Document(id="after", title=draft.title, kind=Kind.AGREEMENT, body=body)), title=draft.title)


def _timed(what: str, make: Callable[[], Made]) -> Made:
    start = time.process_time()
    made = make()
    print(f"  {what:<10} {time.process_time() - start:6.1f} s")
    return made


if __name__ == "__main__":
    main()
