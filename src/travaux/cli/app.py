"""The commands as one program, and every error as one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from travaux.cli import terminal
from travaux.desk import file
from travaux.desk.database.postgresql import encoded
from travaux.errors import TravauxError

STOPPED = 130

COMMANDS = (
    "build", "show", "history", "search", "check", "explain", "amend", "amendments", "compare", "brackets", "bracket",
    "references", "register", "status", "positions", "threads", "clear", "withheld", "withhold", "release",
    "edition", "outline", "lint", "concordance", "alternat", "deviations", "remark", "table", "sides",
    "export", "import", "open", "serve", "journal", "verify", "undo", "key", "bundle", "people", "mark",
    "token", "backup", "restore", "mandate", "check-authority", "terms", "library", "precedents",
)  # fmt: skip


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # with what reads archives and letters, for this alone

        print(f"travaux {version('travaux')}")
        raise typer.Exit


def travaux(
    shown: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """The working file of a treaty negotiation: every draft, and every word's origin."""


def program(arguments: Sequence[str] = ()) -> typer.Typer:
    """The program. Only the command that is asked for is read in, none for the version, or all of them."""
    app = typer.Typer(
        name="travaux",
        callback=travaux,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name in _needed(arguments[:1]):
        # `import` is a word of Python's own: its module is import_.
        told = f"{name}_" if iskeyword(name) else name.replace("-", "_")
        command = getattr(import_module(f"travaux.cli.{told}"), told)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def _needed(first: Sequence[str]) -> Sequence[str]:
    return first if {*first} & {*COMMANDS} else () if first == ["--version"] else COMMANDS


def run(arguments: Sequence[str]) -> int:
    """Run the program with these arguments and give its exit status."""
    terminal.prepare()
    try:
        # An address holds slashes, of which a path would make less.
        arguments = [encoded(each) for each in arguments]
        status = program(arguments)(list(arguments), standalone_mode=False) or 0
        sys.stdout.flush()
        return _stopped() if status == STOPPED else status
    except TravauxError as error:
        return terminal.fail(str(error))
    except TyperException as error:
        return _misused(error)
    except (Abort, KeyboardInterrupt):
        return _stopped()
    except RuntimeError as error:
        # Python 3.11 tells so of whoever is stopped while a class is made.
        if isinstance(error.__cause__, KeyboardInterrupt):
            return _stopped()
        raise
    except BrokenPipeError:
        # The reader of the pipe has seen enough; Python must not complain of it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return terminal.fail(f"{place}{error.strerror or error}.")
    finally:
        file.close()


def _stopped() -> int:
    terminal.tell("stopped. What was stored stays; run the same command again to go on.")
    return STOPPED


def _misused(error: TyperException) -> int:
    message, context = error.format_message(), getattr(error, "ctx", None)
    if message.startswith("Usage:"):
        print(message)
        return terminal.FAILED
    path = context.command_path if context else "travaux"
    return terminal.fail(f"{message.rstrip('.')}. See {path} --help.")
