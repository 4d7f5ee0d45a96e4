"""Writes the request for guidance on what is outside the mandate or undetermined, to be edited before it goes."""

from __future__ import annotations

from collections.abc import Sequence

from travaux.compare.render import as_text
from travaux.mandate.on import Mandate
from travaux.mandate.verdict import Check, Verdict, short


def guidance(checks: Sequence[Check], *, mandate: Mandate, by: str = "") -> str:
    """The request for guidance on what is outside or undetermined, as a message to be edited; "" when all is within."""
    open_ = [each for each in checks if each.verdict is not Verdict.WITHIN]
    if not open_:
        return ""
    lines = [f"Guidance is requested on {len(open_)} point{'s' if len(open_) > 1 else ''}, under the instructions "
             f"in force on {mandate.on.day} {mandate.on:%B %Y}."]  # fmt: skip
    for number, each in enumerate(open_, start=1):
        place = f"{each.address}: it" if each.address else "It"
        lines += ["", f"{number}. {place} is proposed: “{each.words.strip()}”"]
        lines += _held_against(each)
        lines += [f"   {question}" for question in each.ask]
    wanted = f" by {by}" if by else ""
    lines += ["", f"Pending reply{wanted} the delegation takes no firm position beyond its instructions."]
    return "\n".join(lines) + "\n"


def _held_against(each: Check) -> list[str]:
    lines = []
    if each.directive is not None and (each.wording is None or each.directive is not each.wording.directive):
        lines.append(f"   Instruction: “{short(each.directive.words)}” ({each.directive.at}).")
    if each.recommendation is not None:
        one = each.recommendation
        lines.append(
            f"   Recommendation {one.number}, {one.decided.value}: “{short(one.words.words)}” ({one.words.at})."
        )
    if each.wording is not None:
        words = " ".join(each.wording.words.split())
        lines.append(f"   {'Authorised' if each.wording.date else 'Undated'}: “{words}” ({each.wording.at}).")
        lines += ["   It is a part of what is authorised; the rest was not put forward."] if each.rest else []
    if each.difference is not None:
        shown = " ".join(as_text(each.difference).split())
        lines.append(f"   The difference, [-of ours, gone-] and {{+new+}}: {shown}")
    return lines or ["   No instruction that was read speaks of it."]
