"""Says who may do what: one table of verbs and roles, asked by every action that changes the file."""

from __future__ import annotations

from travaux.desk.access.viewer import Role, current
from travaux.errors import NotPermitted

_DRAFTS = frozenset({Role.DRAFTER, Role.NEGOTIATOR, Role.APPROVER, Role.KEEPER})
_SPEAKS = _DRAFTS | {Role.CLEARER}
_KEEPS = frozenset({Role.KEEPER})
#: Which roles may do each verb.
ROLES: dict[str, frozenset[Role]] = {
    "decide": _DRAFTS,
    "remark": _SPEAKS,
    "receive": _DRAFTS,
    "enrol": _DRAFTS,
    "withhold": frozenset({Role.APPROVER, Role.KEEPER}),
    "release": frozenset({Role.APPROVER, Role.KEEPER}),
    "direct": _DRAFTS,
    "authorize": frozenset({Role.APPROVER, Role.KEEPER}),
    "clear": _SPEAKS,
    "approve": frozenset({Role.APPROVER, Role.KEEPER}),
    "positions": _DRAFTS,
    "undo": _DRAFTS,
    "mark": _KEEPS,
    "people": _KEEPS,
}
_SAID = {
    "decide": "decide how a passage is read",
    "remark": "note anything on a clause",
    "receive": "take a counter-proposal in",
    "enrol": "take a register of instruments in",
    "withhold": "withhold words",
    "release": "release words",
    "direct": "decide on a directive",
    "authorize": "enter a decision on authority",
    "clear": "take part in clearing a text",
    "approve": "decide on a text that is cleared",
    "positions": "enter what a side holds",
    "undo": "undo an entry",
    "mark": "say who may see a document",
    "people": "say who takes part",
}


def permit(verb: str) -> None:
    """Raises NotPermitted where whoever asks has no role that may do it. The person at the machine may do all."""
    viewer = current()
    if viewer.everything or ROLES[verb] & viewer.roles:
        return
    said = _SAID.get(verb, verb)
    roles = ", ".join(sorted(role.value for role in ROLES[verb]))
    raise NotPermitted(f"You may not {said}.", remedy=f"It takes one of these roles: {roles}.")


def may(verb: str) -> bool:
    """Whether whoever asks may do it: a page then offers it."""
    viewer = current()
    return viewer.everything or bool(ROLES[verb] & viewer.roles)
