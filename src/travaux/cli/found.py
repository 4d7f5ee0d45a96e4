"""What `travaux search --json` prints: the same as the page, as data."""

from __future__ import annotations

import msgspec

from travaux.cli.json_text import Json, json_text
from travaux.desk.search import Counts, Hit, Results


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
    return json_text(page)


def _hit(hit: Hit) -> Json:
    return {
        "id": hit.document,
        "number": hit.number,
        "title": hit.title,
        "kind": hit.kind,
        "date": hit.date and hit.date.isoformat(),
        "date_text": hit.date_text,
        "edtf": hit.edtf,
        "inferred": hit.inferred,
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
