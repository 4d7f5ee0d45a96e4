"""Shows how a build, or what it put off, goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from travaux.actions.progress import Progress, Quiet


@contextmanager
def shown() -> Iterator[Progress]:
    """A bar while the work goes on, where there is a terminal to show it."""
    if not sys.stderr.isatty():
        yield Quiet()
        return
    from travaux.cli.bar import bar  # with rich, which nothing else here needs

    with bar() as progress:
        yield progress
