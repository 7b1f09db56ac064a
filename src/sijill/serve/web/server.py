"""The server of one register's workbench: it says its address when it listens, and stops when it is interrupted."""

from __future__ import annotations

import socket
import webbrowser
from typing import TYPE_CHECKING

import typer
import uvicorn

from sijill.errors import UsageError
from sijill.serve.failures import say
from sijill.serve.machine import json_line
from sijill.serve.progress import linking, opening
from sijill.serve.web.app import make_app

if TYPE_CHECKING:
    from pathlib import Path

THIS_MACHINE = ("127.0.0.1", "localhost", "::1")


def run(  # noqa: PLR0913 -- what the command was given
    register: str, *, host: str, port: int, reviewer: str, opens: bool, unmasked: bool, max_bytes: int, as_json: bool,
    base_map: Path | None = None,
) -> None:  # fmt: skip
    """Serve until interrupted; UsageError where the address cannot be had."""
    app = make_app(
        register,
        reviewer=reviewer,
        unmasked=unmasked,
        hosts=(host,),
        max_bytes=max_bytes,
        base_map=base_map,
        linking=linking,
        opening=lambda: opening(register),
    )
    if host not in THIS_MACHINE:
        say(f"everybody who reaches {host} can read and enter: there is no password", style="yellow")
    with listening(host, port) as listener:
        address = address_of(host, listener.getsockname()[1])
        typer.echo(json_line({"address": address}) if as_json else address)
        if opens:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens; UsageError says why it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        msg = f"cannot listen at {host}, port {port}: {error.strerror or error}; give another --port, or 0 for any"
        raise UsageError(msg) from None
    return made


def address_of(host: str, port: int) -> str:
    """Return the address of the first page."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
