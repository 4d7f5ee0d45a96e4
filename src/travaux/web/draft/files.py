"""Drafts and documents as files to take away, in every format that holds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import reverse

from travaux.desk import shelf
from travaux.desk.papers import paper
from travaux.exchange.export import export as exported
from travaux.exchange.formats import FORMATS, Format, Matter, format_named
from travaux.exchange.outgoing import outgoing
from travaux.web.show import Request

_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Offered:
    """A format in which something can be taken away, and the address of the file."""

    form: Format
    address: str


def export(request: Request, ident: str) -> HttpResponse:
    """The draft or document of that id as a file: `as` a format, with the changes `since` an earlier draft, `outgoing`
    without what is the house's own."""
    asked = request.GET
    form, earlier, leaving = format_named(asked.get("as", "")), asked.get("since", ""), bool(asked.get("outgoing"))
    if Matter.DOCUMENT in form.holds:
        content = exported(shelf.document(ident), to=form)
    else:
        held = paper(ident, earlier=earlier)
        content = exported(outgoing(held) if leaving else held, to=form)
    answer = HttpResponse(content, content_type=form.media_type)
    told = f"{ident}{'-redline' if earlier else ''}{'-outgoing' if leaving else ''}"
    name = re.sub(r"[^\w.-]+", "-", told).encode("ascii", "ignore").decode()[-_LONGEST_NAME:].strip("-.")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name or "draft"}{form.ending}"'
    return answer


def offered(ident: str, matter: Matter, **asked: str) -> tuple[Offered, ...]:
    """Every format that holds such a thing."""
    return tuple(
        Offered(form, f"{reverse('export', args=[ident])}?{urlencode({'as': form.name, **asked})}")
        for form in FORMATS
        if matter in form.holds
    )
