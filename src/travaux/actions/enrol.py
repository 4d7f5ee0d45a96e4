"""Takes a register of instruments and events into the open file."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone

from travaux.actions.permit import permit
from travaux.desk import file, instruments, journal
from travaux.desk.access.viewer import house
from travaux.errors import UnreadableRegister
from travaux.status.register import Register


def enrol(content: bytes, *, name: str) -> Register:
    """Keep the register `content` under `name`, in place of the one before; gives what it holds.

    Raises UnreadableRegister when it cannot be read, cites what is not in the file, or names an instrument or an event
    as another register does; FileTrouble when the file takes no writing. Nothing is then changed.
    """
    permit("enrol")
    try:
        words = content.decode()
    except UnicodeDecodeError:
        raise UnreadableRegister("It is not UTF-8 text.", at=name, remedy="Save it as UTF-8.") from None
    with file.writing():
        found = instruments.read(words, name=name)
        require_free(found, name)
        row = instruments.keep(words, name=name, made_at=timezone.now())
        journal.enter("enrolled", journal.On("register", name), journal.row(row))
    return found


def require_free(found: Register, name: str) -> None:
    """Raise UnreadableRegister where a register names an instrument or an event as one of another name does."""
    for other, content in instruments.in_force().items():
        if other == name:
            continue
        with house():  # what it cites may not be for whoever enters another
            taken = instruments.read(content, name=other)
        for one in found.instruments:
            if one.id in taken.by_id:
                words = f"An instrument of the register {other} is called {one.id} too."
                raise UnreadableRegister(words, at=name, remedy="Give it another id.")
        try:
            replace(taken, events=(*taken.events, *found.events), instruments=(*taken.instruments, *found.instruments))
        except ValueError as error:
            raise UnreadableRegister(
                f"Together with {other}: {error}.", at=name, remedy="Give it another id."
            ) from None
