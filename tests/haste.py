"""How much the tests try: all they can, or where nobody waits for more (`CI`) a part, the same one at every run."""

from __future__ import annotations

import os

HASTE = bool(os.environ.get("CI"))
#: What is tried on a second database, after all was on the first.
AGAIN = bool(os.environ.get("TRAVAUX_TRIED_AGAIN"))
#: Of many alike each one, or in haste each seventh; on a second database each twenty-first.
EVERY = (21 if AGAIN else 7) if HASTE else 1


def tries(number: int) -> int:
    """How many examples a law is tried on that is tried on so many: in haste on a sixth."""
    return max(10, number // 6) if HASTE else number
