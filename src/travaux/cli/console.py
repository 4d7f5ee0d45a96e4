"""The console of rich, as this program wants it."""

from __future__ import annotations

from rich.console import Console


class Output(Console):
    """A console that leaves a pipe closed by its reader to the program."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError
