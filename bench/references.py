"""Scores how citations are resolved against the links of TEI volumes.

    .venv/bin/python bench/references.py VOLUME.xml...

Where a volume prints "telegram 688 from Tokyo, September 28, Document 14", the link says which document the words
before it mean. The link is hidden, the words are resolved against the catalogue of all the volumes given, and the
answer is compared with it: a line for each confidence says how often it was right. Where the volume says "not printed"
of what is cited, no document of it is the right answer. The last lines say how many citations of every form were
resolved at all; `--wrong` prints each wrong answer.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from travaux.record import Document, opened
from travaux.record.catalogue import Card, Catalogue, card
from travaux.record.cite import cite
from travaux.record.cited import Cited, Confidence, Form, Identified
from travaux.record.identify import identify

_UNPRINTED = re.compile(r",? (?:(?:is |was )?not (?:printed|found)|Not (?:printed|found))")
USAGE = "usage: .venv/bin/python bench/references.py [--wrong] VOLUME.xml..."


def main(arguments: list[str]) -> int:
    paths = [Path(argument) for argument in arguments if argument != "--wrong"]
    if not paths:
        print(USAGE, file=sys.stderr)
        return 2
    documents = {document.id: document for document in _documents(paths)}
    cards = {id: card(document) for id, document in documents.items()}
    found = [(cards[id], citation) for id, document in documents.items() for citation in cite(document)]
    catalogue = Catalogue(cards.values())
    _score(found, catalogue, wrong="--wrong" in arguments)
    _score_unprinted(found, catalogue, documents, wrong="--wrong" in arguments)
    _shares(found, catalogue)
    return 0


def _documents(paths: list[Path]) -> Iterator[Document]:
    for path in paths:
        yield from opened(path.read_bytes(), name=path.name).documents


def _score(found: list[tuple[Card, Cited]], catalogue: Catalogue, *, wrong: bool) -> None:
    """Telegrams and letters with a link right behind them, resolved without it."""
    answers = Counter[tuple[str, bool]]()
    there = 0
    for here, citation in found:
        truth = next(iter(catalogue.under(citation.document)), None) if citation.document else None
        if citation.form not in (Form.NUMBER, Form.DAY) or truth is None:
            continue
        there += 1
        answer = identify(citation._replace(target=""), here, catalogue)
        said = answer.confidence or ("ambiguous" if answer.candidates else "absent")
        answers[said, answer.document == truth.id] += 1
        if wrong and answer.document != truth.id:
            print(f"{here.id} “{citation.words}” is {truth.id}, said {answer.document or said}: {answer.reason}")
    print(f"{there} citations by number or day with a link behind them")
    for said in ("certain", "probable", "possible", "ambiguous", "absent"):
        right, off = answers[said, True], answers[said, False]
        precision = (
            f"{right / (right + off):.3f}" if right + off and said in ("certain", "probable", "possible") else "-"
        )
        print(f"  {said:10} {right + off:6}  right {right:6}  precision {precision}")
    right = sum(count for (_, is_right), count in answers.items() if is_right)
    wrongly = sum(count for (said, ok), count in answers.items() if not ok and said not in ("ambiguous", "absent"))
    print(f"  precision {right / max(right + wrongly, 1):.3f}  recall {right / max(there, 1):.3f}")


def _score_unprinted(
    found: list[tuple[Card, Cited]], catalogue: Catalogue, documents: dict[str, Document], *, wrong: bool
) -> None:
    """Citations of which the volume says right behind them, or in the note on them, 'not printed' or 'not found'."""
    said = Counter[str]()
    for here, citation in found:
        if citation.form not in (Form.NUMBER, Form.DAY) or citation.target:
            continue
        if _UNPRINTED.match(_behind(documents[here.id], citation)):
            answer = identify(citation, here, catalogue)
            said[answer.confidence or "none"] += 1
            if wrong and answer.document.partition("/")[0] == here.id.partition("/")[0]:
                print(f"{here.id} “{citation.words}” is not printed, said {answer.document}: {answer.reason}")
    print(
        f"{sum(said.values())} citations that the volume says are not printed there; resolved to a document:", end=" "
    )
    print(", ".join(f"{confidence} {said[confidence]}" for confidence in Confidence))


def _behind(document: Document, citation: Cited) -> str:
    """What stands behind a citation, or opens the note on it."""
    for note in document.notes:
        if note.mark == citation.at.note:
            return note.text[citation.at.end :]
        if not citation.at.note and note.offset == citation.at.end:
            return f" {note.text}"
    return "" if citation.at.note else document.text[citation.at.end :]


def _shares(found: list[tuple[Card, Cited]], catalogue: Catalogue) -> None:
    outcomes: dict[Form, Counter[str]] = {form: Counter() for form in Form}
    for here, citation in found:
        outcomes[citation.form][_outcome(identify(citation, here, catalogue))] += 1
    print(f"{len(found)} citations")
    for form, counts in outcomes.items():
        total = max(sum(counts.values()), 1)
        shares = ", ".join(f"{what} {count} ({count / total:.1%})" for what, count in counts.most_common())
        print(f"  {form:8} {shares or 'none'}")


def _outcome(answer: Identified) -> str:
    return "resolved" if answer.document else "ambiguous" if answer.candidates else "not in the library"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
