"""What `travaux search --json` prints: the same as the page, as data."""

from __future__ import annotations

import json
import re

import msgspec

from travaux.desk.search import Counts, Hit, Results

Json = dict[str, object]

# JSON itself escapes only the first thirty-two signs; these too would act on a terminal.
_ACTING = re.compile(r"[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def found(results: Results) -> str:
    """A page of what was found."""
    page: Json = {
        "searched_for": str(results.query),
        "filters": str(results.filters),
        "remarks": results.remarks,
        "order": results.order,
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "documents": [_hit(hit) for hit in results.hits],
        "facets": {facet: _counts(counts) for facet, counts in results.facets.items()},
    }
    text = json.dumps(page, ensure_ascii=False, indent=2)
    return _ACTING.sub(lambda sign: f"\\u{ord(sign.group()):04x}", text)


def _hit(hit: Hit) -> Json:
    return {
        "id": hit.document,
        "number": hit.number,
        "title": hit.title,
        "kind": hit.kind,
        "date": hit.date and hit.date.isoformat(),
        "sender": hit.sender,
        "recipient": hit.recipient,
        "classification": hit.classification,
        "snippet": msgspec.to_builtins(hit.snippet),
    }


def _counts(counts: Counts) -> Json:
    return {
        "values": [{"value": value, "documents": documents} for value, documents in counts.values],
        "others": counts.others,
    }
