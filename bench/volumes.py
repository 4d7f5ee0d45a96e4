"""The volumes that are measured on: the published record where it is, invented ones elsewhere."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Sequence
from pathlib import Path

CORPUS = Path(os.environ.get("TRAVAUX_CORPUS", Path(__file__).parents[2] / "shared" / "record")) / "frus"
_INVENTED, _DOCUMENTS = 24, 150
_ID = re.compile(rb'(<idno type="frus">)([^<]+)')


def volumes(folder: Path) -> tuple[str, list[Path]]:
    """What the volumes are, and where; invented ones are written to `folder`."""
    paths = sorted(CORPUS.glob("*.xml"))
    if paths:
        return f"the {len(paths)} volumes of the record", paths
    for number in range(_INVENTED):
        path = folder / f"invented{number:02d}.xml"
        path.write_bytes(invented_volume(_DOCUMENTS, seed=number))
        paths.append(path)
    return f"{_INVENTED} invented volumes", paths


def copied(paths: Sequence[Path], folder: Path, *, times: int) -> list[Path]:
    """The volumes several times, each time under other ids."""
    made = []
    for turn in range(times):
        for path in paths:
            made.append(folder / f"{path.stem}-{turn}.xml")
            made[-1].write_bytes(_ID.sub(rb"\g<1>\g<2>-%d" % turn, path.read_bytes(), count=1))
    return made


def invented_volume(count: int, *, seed: int = 1960) -> bytes:
    """A TEI volume of telegrams about nothing."""
    chance = random.Random(seed)
    words = ["ferry", "strait", "pilot", "harbor", "treaty", "minister", "agreed", "proposed", "of", "the", "in", "and"]
    documents = "".join(
        f'<div type="document" xml:id="d{n}" n="{n}"><head>{n}. Telegram From the Embassy in Halvern to the Department'
        f' of State</head><dateline><placeName>Dunmarch</placeName>, <date when="1962-03-{n % 28 + 1:02d}">March'
        f" {n % 28 + 1}, 1962</date></dateline>"
        + "".join(f"<p>{' '.join(chance.choices(words, k=90))}.</p>" for _ in range(12))
        + "</div>"
        for n in range(1, count + 1)
    )
    idno = f'<teiHeader><idno type="frus">invented{seed:02d}</idno></teiHeader>'
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{idno}<text><body>{documents}</body></text></TEI>'.encode()
