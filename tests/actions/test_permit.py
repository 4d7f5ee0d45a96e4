"""Who may do what: every action that changes the file asks, and every table goes by the rule on who may see what."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps

import travaux.actions
from travaux.actions.permit import ROLES, may, permit
from travaux.desk.access.managers import _Seen
from travaux.desk.access.viewer import HOUSE, Role, Viewer, viewing
from travaux.errors import NotPermitted

ACTIONS = Path(travaux.actions.__file__).parent
#: What only the person at the machine runs, from the command line; what the program does by itself; and what is asked
#: of whoever has not logged in yet.
NOT_ASKED = set("build finish edition link refer settle_in read_once log_in note_looks bundle follow".split())
WRITING = sorted(path.stem for path in ACTIONS.glob("*.py") if "file.writing" in path.read_text(encoding="utf-8"))
#: Tables that hold no words of documents, or whose readers ask which of their rows may be seen: by their cited
#: documents (issues, packages), by the parts of a register, by role (people, journal).
WITHOUT = {
    "Marking", "Office", "Person", "Session", "Token", "Attempt", "InstrumentRegister", "IssueEntry", "ClearanceEntry",
    "JournalEntry", "Finished",
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in WRITING if name not in NOT_ASKED])
def test_every_action_that_changes_the_file_asks_whether_one_may(name: str) -> None:
    verbs = re.findall(r'permit\("(\w+)"\)', (ACTIONS / f"{name}.py").read_text(encoding="utf-8"))
    assert verbs
    assert set(verbs) <= ROLES.keys()


@pytest.mark.parametrize("verb", ROLES)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_do_what_the_table_says_and_nothing_else(verb: str, role: Role) -> None:
    with viewing(Viewer(key="rook", roles=frozenset({role}))):
        assert may(verb) is (role in ROLES[verb])
        if not may(verb):
            with pytest.raises(NotPermitted, match="You may not"):
                permit(verb)


@pytest.mark.parametrize("verb", ROLES)
def test_the_person_at_the_machine_may_do_all_and_a_reader_nothing(verb: str) -> None:
    with viewing(HOUSE):
        permit(verb)
    assert Role.READER not in ROLES[verb]


def test_every_table_with_words_of_documents_goes_by_the_rule() -> None:
    tables = [model for model in apps.get_app_config("desk").get_models() if model.__name__ not in WITHOUT]
    assert {model.__name__ for model in tables if not isinstance(model._default_manager, _Seen)} == set()


def test_no_table_is_said_to_be_without_words_that_is_not_there() -> None:
    assert {model.__name__ for model in apps.get_app_config("desk").get_models()} >= WITHOUT
