"""`sijill serve`: the workbench on this machine, until it is interrupted."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from sijill.serve.options import WHERE, AsJson, RegisterPath, Unmasked

Where = Annotated[str | None, typer.Argument(metavar="[REGISTER]", help="The register, as --register names it.")]
Host = Annotated[
    str,
    typer.Option(metavar="HOST", help="The address to listen at; others than this machine's are open to its network."),
]
Port = Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 takes one that is free.")]
Name = Annotated[
    str | None,
    typer.Option(
        "--reviewer", envvar="SIJILL_AUTHOR", metavar="NAME", help="Who is at the desk; your login unless given."
    ),
]
NoBrowser = Annotated[bool, typer.Option("--no-browser", help="Do not open the page.")]
Largest = Annotated[
    float, typer.Option("--max-mib", min=0.001, max=64, metavar="N", help="The largest report that may be pasted.")
]
Tiles = Annotated[
    Path | None, typer.Option("--tiles", metavar="FILE.pmtiles", help="Your own base map: a PMTiles of raster tiles.")
]
MIB = 1024 * 1024


def serve(  # noqa: PLR0913 -- one parameter an option
    where: Where = None,
    *,
    register: RegisterPath = WHERE,
    host: Host = "127.0.0.1",
    port: Port = 0,
    reviewer: Name = None,
    no_browser: NoBrowser = False,
    max_mib: Largest = 1.0,
    tiles: Tiles = None,
    json: AsJson = False,
    unmasked: Unmasked = False,
) -> None:
    """Open the register as pages: map, incidents, reports with every claim marked, judging, tolls, releases.

    Example: sijill serve --register register.db --reviewer Amal

    Runs until Ctrl-C, needs no internet, and asks for no password: whoever reaches the address can read and enter.
    Protected sources are masked unless --unmasked is given.
    """
    from sijill.serve.web.server import run

    name = getpass.getuser() if reviewer is None else reviewer
    run(
        where or register,
        host=host,
        port=port,
        reviewer=name,
        opens=not no_browser,
        unmasked=unmasked,
        as_json=json,
        max_bytes=int(max_mib * MIB),
        base_map=tiles,
    )
