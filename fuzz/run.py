"""Fuzzes the targets one after another, and says what was found: `python -m fuzz.run [--minutes 10] [TARGET ...]`.

What a run learns is kept under .fuzz/ and begins the next one; an input that breaks a law is kept there too.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from fuzz.seeds import seeds
from fuzz.targets import TARGETS

KEPT = Path(".fuzz")
WORDS = Path(__file__).with_name("words.dict")
#: The longest input, and the seconds that one may take.
LONGEST, SLOWEST = 4096, 20
_TOLD = 2000
_RUNS = re.compile(r"Done (\d+) runs in (\d+) second")


def main() -> int:
    asked = argparse.ArgumentParser(description="Fuzz the readers; each target gets an equal part of the time.")
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all by default")
    options = asked.parse_args()
    targets = options.targets or list(TARGETS)
    unknown = [target for target in targets if target not in TARGETS]
    if unknown:
        asked.error(f"no target {unknown[0]}; there are {', '.join(TARGETS)}")
    seconds = max(int(options.minutes * 60 / len(targets)), 1)
    sound = [_fuzz(target, seconds) for target in targets]
    return 0 if all(sound) else 1


def _fuzz(target: str, seconds: int) -> bool:
    """Whether no input broke a law of one target."""
    corpus, first = KEPT / target / "corpus", KEPT / target / "seeds"
    for folder in (corpus, first):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (first / str(number)).write_bytes(seed)
    said = subprocess.run(
        [
            *(sys.executable, "-m", "fuzz.one", target),
            *(f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOWEST}", f"-dict={WORDS}"),
            *(f"-artifact_prefix={KEPT / target}/", "-rss_limit_mb=2048", str(corpus), str(first)),
        ],
        capture_output=True,
        text=True,
        errors="replace",
    )
    done = _RUNS.search(said.stderr)
    if said.returncode == 0 and done:
        print(f"{target:<13} {done[1]:>9} inputs in {done[2]} s, no find", flush=True)
        return True
    told = said.stdout.partition("=== Uncaught")[2] + said.stderr
    kept = re.search(r"Test unit written to (\S+)", said.stderr)
    print(f"{target:<13} FOUND, kept as {kept[1] if kept else 'nothing'}\n{told[:_TOLD]}", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main())
