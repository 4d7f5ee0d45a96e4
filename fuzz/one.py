"""Fuzzes one target: `python -m fuzz.one TARGET [options of libFuzzer] FOLDER...`."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["travaux"], enable_loader_override=False):
    from fuzz.targets import TARGETS


def main() -> None:
    target = sys.argv.pop(1)
    atheris.Setup(sys.argv, TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
