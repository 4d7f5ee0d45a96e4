"""A comparison as a page that stands by itself: one file, without a script, legible without colour and on paper."""

from __future__ import annotations

from html import escape

from travaux.compare.comparison import Comparison, Section
from travaux.compare.in_words import in_words
from travaux.compare.redline import Change
from travaux.compare.render import as_html
from travaux.text.draft import Draft

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.6 Georgia, "Liberation Serif", "DejaVu Serif", serif; max-width: 44rem; }
body { margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.4rem; }
h2 { font: .8125rem/1.4 system-ui, sans-serif; border-top: 1px solid; padding-top: .3rem; margin-top: 1.5rem; }
.facts { font: .875rem/1.5 system-ui, sans-serif; }
ins { text-decoration: underline; text-decoration-thickness: 2px; color: #10603a; }
del { text-decoration: line-through; color: #9a2c1b; }
.moved { text-decoration-style: double; color: #2f5f96; }
@media (prefers-color-scheme: dark) {
  body { background: #16171a; color: #e6e3dc; }
  ins { color: #8fdcab; } del { color: #f2a398; } .moved { color: #8fbfee; }
}
@media print { ins, del, .moved { color: #000; } p { break-inside: avoid; } }
"""


def as_page(compared: Comparison, *, substance: bool = False) -> str:
    """The redline as HTML, with what both drafts are and how much changed."""
    title = escape(f"Redline: {compared.after.title}")
    facts = "".join(f"<li>{escape(each)}</li>" for each in _facts(compared, substance=substance))
    sections = "\n".join(_section(section, substance=substance) for section in compared.sections)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{_STYLE}</style></head>\n'
        f'<body>\n<h1>{title}</h1>\n<ul class="facts">{facts}</ul>\n{sections}\n</body>\n</html>\n'
    )


def _facts(compared: Comparison, *, substance: bool) -> list[str]:
    gone, come = (compared.words(change, substance=substance) for change in (Change.DELETED, Change.INSERTED))
    told = [
        f"From {_draft(compared.before)}",
        f"To {_draft(compared.after)}",
        f"{gone:,} words deleted, {come:,} inserted",
    ]
    return [*told, "Changes of form alone are not shown"] if substance else told


def _draft(draft: Draft) -> str:
    return f"{draft.id}, {draft.date.isoformat() if draft.date else 'undated'}, {draft.at}"


def _section(section: Section, *, substance: bool) -> str:
    changed = section.substantial if substance else section.changed
    heading = f"<h2>{escape(in_words(section))}</h2>" if changed else ""
    return f"<section>{heading}\n{as_html(section.redline, substance=substance)}</section>"
