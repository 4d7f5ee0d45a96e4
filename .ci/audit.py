"""Asks the advisory database whether anything that requirements.lock pins is known to be unsafe: `make lint` does.

Where the database cannot be reached it says so in a line, and passes.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
COMMAND = [sys.executable, "-m", "pip_audit", "-r", LOCK, "--disable-pip", "--require-hashes", "--format", "json"]
#: So long, in seconds, an answer is waited for, and all of them together.
TIMEOUT, ALTOGETHER = 5, 120


def main() -> int:
    """The exit status: 1 where something is unsafe."""
    try:
        asked = [*COMMAND, "--timeout", str(TIMEOUT), "--progress-spinner", "off"]
        said = subprocess.run(asked, capture_output=True, text=True, timeout=ALTOGETHER, check=False)
        found = json.loads(said.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        return _skipped()
    if all("skip_reason" in each for each in found):
        return _skipped()
    unsafe = [(each, flaw) for each in found for flaw in each.get("vulns", ())]
    for each, flaw in unsafe:
        mended = ", ".join(flaw["fix_versions"]) or "no version yet"
        print(f"{each['name']} {each['version']}: {flaw['id']}, mended in {mended}", file=sys.stderr)
    audited = sum("skip_reason" not in each for each in found)
    print(f"Dependency audit: {audited} packages asked for, {len(unsafe)} advisories.")
    return 1 if unsafe else 0


def _skipped() -> int:
    print("Dependency audit skipped: the advisory database cannot be reached from here.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
