"""The examples in the library's docstrings do what they say, and every public verb has one."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import travaux

# These rooms keep state or talk to people; their examples are the tests of commands and pages.
_NOT_LIBRARY = ("desk", "web", "cli", "actions", "__main__")
# Public verbs: one a module, and the module's name.
_VERBS = (
    "record.read",
    "text.outline",
    "compare.align",
    "compare.redline",
    "status.on",
    "amend.compile",
    "amend.consolidate",
    "mandate.check",
    "history.trace",
)


def _modules() -> Iterator[str]:
    yield "travaux"
    for found in pkgutil.walk_packages(travaux.__path__, "travaux."):
        if found.name.split(".")[1] not in _NOT_LIBRARY:
            yield found.name


MODULES = list(_modules())
VERBS = [verb for verb in _VERBS if f"travaux.{verb}" in MODULES]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_come_out_as_printed(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("verb", VERBS)
def test_a_public_verb_has_an_example(verb: str) -> None:
    function = getattr(importlib.import_module(f"travaux.{verb}"), verb.split(".")[1])
    examples = [example for found in doctest.DocTestFinder(recurse=False).find(function) for example in found.examples]

    assert examples, f"{verb} has no example in its docstring"


def test_the_verbs_of_the_first_path_are_there() -> None:
    assert len(VERBS) >= 7
