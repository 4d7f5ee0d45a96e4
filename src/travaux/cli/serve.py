"""`travaux serve`: the file as pages, for the person at this machine."""

from __future__ import annotations

import errno
import webbrowser
from pathlib import Path
from threading import Thread
from typing import Annotated

import typer
import waitress  # type: ignore[import-untyped]

from travaux.desk import file
from travaux.desk.start import application
from travaux.errors import TravauxError

HOST = "127.0.0.1"


def serve(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free port.")] = 8000,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Serve FILE as pages, on this machine alone."""
    file.open_file(path)
    listen(path, port=port, page="", browser=browser)


def listen(path: Path, *, port: int, page: str, browser: bool) -> None:
    """Serve the open file until the person stops it; `page` is the address in it that the browser is to open."""
    try:
        server = waitress.create_server(application(), host=HOST, port=port, threads=4, ident="travaux")
    except OSError as error:
        raise _trouble(error, port) from error
    address = f"http://{HOST}:{server.effective_port}/"
    print(f"{path} is served at {address}{page} Stop with Ctrl-C.", flush=True)
    if browser:
        # Some browsers hold on to the caller until they are closed.
        Thread(target=webbrowser.open, args=(address + page,), daemon=True).start()
    server.run()


def _trouble(error: OSError, port: int) -> TravauxError:
    if error.errno == errno.EADDRINUSE:
        return TravauxError("Another program listens there.", at=f"port {port}", remedy="Choose one: --port 0.")
    return TravauxError(f"Cannot listen: {error.strerror}.", at=f"port {port}", remedy="Choose one: --port 0.")
