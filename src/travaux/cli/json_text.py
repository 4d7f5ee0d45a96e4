"""Data as JSON that acts on no terminal."""

from __future__ import annotations

import json
import re

from travaux.record.withholding import Tally

Json = dict[str, object]

# JSON itself escapes only the first thirty-two signs; these too would act on a terminal.
_ACTING = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def json_text(value: Json) -> str:
    """The JSON of a value, in lines."""
    words = json.dumps(value, ensure_ascii=False, indent=2)
    return _ACTING.sub(lambda sign: f"\\u{ord(sign.group()):04x}", words)


def tally_as_data(tally: Tally) -> Json:
    """The withheld passages of one unit; null where no amount is stated."""
    return {
        "unit": tally.unit or None,
        "amount": tally.amount if tally.stated else None,
        "stated": tally.stated,
        "less_than_one": tally.below,
        "amount_not_stated": tally.unstated,
    }
