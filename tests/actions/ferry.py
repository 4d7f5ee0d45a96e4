"""A negotiation of three papers: a draft, a change that is in doubt, and one that comes after it."""

from __future__ import annotations

from pathlib import Path

DRAFT = """Port Ost, March 14, 1961.

Dear Anna: Our draft follows.

Draft Ferry Treaty

Article 1

The ferry runs twice a day.

Article 2

Fares are free.

Sincerely,

B. Ost
"""
DOUBTED = """2. Telegram From the Embassy in Vey to the Ministry

Vey, April 2, 1961.

12. Re draft treaty. Galley proof: In Article 1, replace “twice” with “thrice”.

The drafters are to revise Article 2 in the sense discussed.
"""
LATER = """3. Telegram From the Ministry to the Embassy in Vey

Port Ost, April 9, 1961.

13. Re draft treaty. In Article 1, replace “thrice” with “four times”.
"""
PASSAGE = "Galley proof: In Article 1, replace “twice” with “thrice”."
VAGUE = "The drafters are to revise Article 2 in the sense discussed."


def papers(folder: Path) -> list[Path]:
    """The papers as files."""
    folder.mkdir(exist_ok=True)
    paths = []
    for name, words in (("1-letter", DRAFT), ("2-doubted", DOUBTED), ("3-later", LATER)):
        paths.append(folder / f"{name}.txt")
        paths[-1].write_text(words, encoding="utf-8")
    return paths
