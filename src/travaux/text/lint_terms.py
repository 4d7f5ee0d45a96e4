"""Terms that a text defines and never uses, or defines twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.findings import Finding, Severity
from travaux.text.draft import Draft
from travaux.text.lint_lines import Place, amends, places

_OPEN, _CLOSE = r"[“\"‘«]", r"[”\"’»]"
_TERM = rf"{_OPEN}(?P<term>[^”\"’»“«]{{2,60}}?),?{_CLOSE}"
_VERBS = r"means?|shall mean|includes?|refers? to|ha(?:s|ve) the meaning|shall have the meaning|is defined|denotes?"
_MEANS = re.compile(rf"{_TERM}\s*(?:,\s*)?(?:\([^()]*\)\s*)?(?:,[^,]{{0,60}},\s*)?(?:{_VERBS})\b")
_CALLED = re.compile(
    r"\((?:hereinafter|hereafter|henceforth)?,?\s*(?:collectively |jointly )?"
    r"(?:referred to (?:\w+ )?as|called|the|as|,)?"
    rf"\s*(?:the )?{_TERM}[^()]*\)",
    re.IGNORECASE,
)
_SCOPED = re.compile(r"(?i)for (?:the )?purposes? of (?:this|the present) (?:article|paragraph|section|chapter|annex)")


@dataclass(frozen=True, slots=True)
class _Defined:
    term: str
    place: Place
    start: int
    end: int
    scoped: bool


def terms(draft: Draft) -> Iterator[Finding]:
    """Terms defined and not used beside their definition, and terms defined in two places."""
    every = list(places(draft))
    if amends(draft):
        return
    defined = [one for place in every for one in _defined(place)]
    first: dict[str, _Defined] = {}
    for one in defined:
        known = first.setdefault(one.term.casefold(), one)
        if known is not one and known.place.path != one.place.path and not (one.scoped or known.scoped):
            message = f"“{one.term}” is defined in {known.place.name} and again in {one.place.name}."
            yield Finding("term-twice", message, one.place.cite(one.start, one.end), "Keep one.", Severity.NOTE)
        if known is one and not _is_used(one, every):
            message = f"“{one.term}” is defined in {one.place.name} and used nowhere else."
            cure = "Leave the definition out, or use the term."
            yield Finding("term-unused", message, one.place.cite(one.start, one.end), cure, Severity.NOTE)


def _defined(place: Place) -> Iterator[_Defined]:
    for pattern in (_MEANS, _CALLED):
        for match in pattern.finditer(place.words):
            scoped = bool(_SCOPED.search(place.words, 0, match.start()))
            yield _Defined(match["term"].strip(" ,\\"), place, match.start("term"), match.end("term"), scoped)


def _is_used(one: _Defined, every: list[Place]) -> bool:
    """Whether the term stands anywhere else, in whatever number or case; in a definition's own line, beside it."""
    forms = [_in_any_form(re.sub(r"(?i)^the ", "", form.strip())) for form in re.split(r"[/;]| or ", one.term)]
    return any(
        not (place.path == one.place.path and match.start() <= one.end and match.end() >= one.start)
        for place in every
        for used in forms
        for match in used.finditer(place.words)
    )


def _in_any_form(term: str) -> re.Pattern[str]:
    """The term in the singular or the plural: 'naval vessel', 'naval vessels', 'territories'."""
    words = term.split() or [term]
    last = words[-1].removesuffix("s")
    ending = f"{re.escape(last[:-1])}(?:y|ie)s?" if last.endswith("y") else rf"{re.escape(last)}(?:e?s)?"
    stem = r"[\s-]+".join([*map(re.escape, words[:-1]), ending])
    return re.compile(rf"(?i)\b{stem}\b")
