"""`travaux serve`: the file as pages, for the person at this machine."""

from __future__ import annotations

import errno
import webbrowser
from pathlib import Path
from threading import Thread
from typing import Annotated

import typer
import waitress  # type: ignore[import-untyped]

from travaux.actions.library import use
from travaux.desk import file
from travaux.desk.people.people import can_log_in
from travaux.desk.settings import MOST_BYTES
from travaux.desk.start import application, has_login
from travaux.errors import OfficeTrouble, TravauxError

HOST = "127.0.0.1"


def serve(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The negotiation's file.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free port.")] = 8000,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
    office: Annotated[bool, typer.Option("--office", help="For several people, who log in; behind a proxy.")] = False,
    host: Annotated[str, typer.Option(help="With --office: the address to listen at.")] = HOST,
    proxy: Annotated[str, typer.Option(help="With --office: the address of the proxy before it.")] = HOST,
    library: Annotated[
        Path | None, typer.Option("--library", "-l", metavar="FOLDER", help="A library of agreements to show with it.")
    ] = None,
) -> None:
    """Serve FILE as pages, on this machine alone, or with --office to the people of the file."""
    if library is not None:
        use(library)
    file.open_file(path)
    if office:
        with file.troubles(path):
            _serve_office(path, host=host, port=port, proxy=proxy)
        return
    if (host, proxy) != (HOST, HOST):
        raise OfficeTrouble("Only an office is reached from elsewhere.", remedy="Say --office: people then log in.")
    listen(path, port=port, page="", browser=browser)


def _serve_office(path: Path, *, host: str, port: int, proxy: str) -> None:
    """Serve the open file to its people, by way of a proxy that encrypts."""
    if not has_login():
        raise OfficeTrouble("The program was not started for an office.", remedy="Say travaux serve FILE --office.")
    if not can_log_in():
        remedy = f"Add one: travaux people {file.shown(path)} --add NAME --role keeper."
        raise OfficeTrouble("Nobody can log in to this file yet.", at=file.shown(path), remedy=remedy)
    try:
        server = waitress.create_server(
            application(),
            host=host,
            port=port,
            threads=8,
            ident=None,
            trusted_proxy=proxy,
            trusted_proxy_count=1,
            trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
            max_request_body_size=MOST_BYTES,
            max_request_header_size=65_536,
        )
    except OSError as error:
        raise _trouble(error, port) from error
    print(
        f"{file.shown(path)} is served to its people at {host}:{server.effective_port}. Stop with Ctrl-C.", flush=True
    )
    server.run()


def listen(path: Path, *, port: int, page: str, browser: bool) -> None:
    """Serve the open file until the person stops it; `page` is the address in it that the browser is to open."""
    try:
        server = waitress.create_server(application(), host=HOST, port=port, threads=4, ident="travaux")
    except OSError as error:
        raise _trouble(error, port) from error
    address = f"http://{HOST}:{server.effective_port}/"
    print(f"{file.shown(path)} is served at {address}{page} Stop with Ctrl-C.", flush=True)
    if browser:
        # Some browsers hold on to the caller until they are closed.
        Thread(target=webbrowser.open, args=(address + page,), daemon=True).start()
    server.run()


def _trouble(error: OSError, port: int) -> TravauxError:
    if error.errno == errno.EADDRINUSE:
        return TravauxError("Another program listens there.", at=f"port {port}", remedy="Choose one: --port 0.")
    return TravauxError(f"Cannot listen: {error.strerror}.", at=f"port {port}", remedy="Choose one: --port 0.")
