"""What the processes of `killed.py` do with a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ferry import PASSAGE, papers

from travaux.actions.backup import backup as copy
from travaux.actions.build import build as built
from travaux.actions.decide import decide
from travaux.actions.remark import remark
from travaux.amend.decide import Verdict
from travaux.desk import convert, file, shelf
from travaux.desk.journal.verify import verify
from travaux.findings import Citation

Confirm = Callable[[str], None]
DRAFT = "1-letter/draft"


def build(path: Path, number: int, times: int, confirm: Confirm) -> None:
    """Build the papers into the file, and confirm it."""
    report = built(papers(path.parent / "papers"), out=path)
    assert not report.troubles
    confirm("built")


def edit(path: Path, number: int, times: int, confirm: Confirm) -> None:
    """Note remarks, and decide on a passage now and then; confirm each remark by its words."""
    file.open_file(path)
    at = doubted()
    for turn in range(times):
        words = f"Remark {turn} of writer {number}."
        remark(DRAFT, "Article 1", words)
        confirm(words)
        if turn % 3 == 2:
            decide(at, Verdict.CONFIRMED if turn % 2 else Verdict.REJECTED)
    file.close()


def backup(path: Path, number: int, times: int, confirm: Confirm) -> None:
    """Copy the file beside it, and confirm the copy by its name."""
    for turn in range(times):
        out = path.with_name(f"copy-{number}-{turn}.travaux")
        assert not copy(path, out=out).broken
        confirm(out.name)


def look(path: Path, number: int, times: int, confirm: Confirm) -> None:
    """See that no change is ever half there."""
    file.open_file(path)
    for _ in range(times):
        with file.reading():
            found = verify()
        assert not found.broken, found.broken
        confirm(str(found.entries))
    file.close()


def doubted() -> Citation:
    """The passage that can be decided on."""
    read, document = convert.examined(shelf.row("2-doubted")).instructions, shelf.document("2-doubted")
    return next(each.at for each in read if document.passage(each.at).endswith(PASSAGE))


TASKS = {"build": build, "edit": edit, "backup": backup, "look": look}
