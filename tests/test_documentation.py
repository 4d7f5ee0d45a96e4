"""The documentation names every command, every option and every setting that there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

from travaux.cli import app

ROOT = Path(__file__).parents[1]
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def options() -> list[tuple[str, str]]:
    """Every command with each of its long options, and the command itself."""
    found = []
    for name, command in _commands(typer.main.get_group(app.program())):
        found.append((name, f"travaux {name}"))
        found += [(name, each) for option in command.params for each in option.opts if each.startswith("--")]
    return [entry for entry in found if entry[1] != "--help"]


def _commands(group: TyperGroup) -> Iterator[tuple[str, Any]]:
    """Every command by its name, those of a group of commands by both names."""
    for name, command in group.commands.items():
        if isinstance(command, TyperGroup):
            yield from ((f"{name} {inner}", each) for inner, each in _commands(command))
        else:
            yield name, command


@pytest.mark.parametrize(("command", "words"), options())
def test_every_command_and_option_is_documented(command: str, words: str) -> None:
    assert words in COMMANDS, f"docs/commands.md does not name {words} of {command}"


def test_every_setting_is_documented() -> None:
    code = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py")]
    asked = re.compile(r"""environ(?:\.get\(|\[|\.setdefault\()\s*["']([A-Z_]+)""")
    settings = {name for path in code for name in asked.findall(path.read_text(encoding="utf-8"))}
    foreign = {"DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE", "PATH", "HOME", "JAVA_HOME", "PYSPARK_PYTHON"}
    assert "TRAVAUX_CORPUS" in settings
    assert {name for name in settings - foreign if name not in COMMANDS} == set()


def test_links_between_documents_lead_somewhere() -> None:
    for path in [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_files_named_in_the_map_of_the_code_exist() -> None:
    text = "\n".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("architecture.md",))
    for name in re.findall(r"`((?:record|text|compare|amend|history|desk|actions|web|cli)/[\w./]*)`", text):
        assert (ROOT / "src" / "travaux" / name).exists(), name
