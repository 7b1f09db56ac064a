"""`sijill publish`: a public release of the register, with only what its configuration allows."""

from pathlib import Path
from typing import Annotated

import typer

from sijill.serve import machine
from sijill.serve.failures import say
from sijill.serve.opening import register_to_read
from sijill.serve.options import WHERE, AsJson, RegisterPath
from sijill.serve.wording import counted

To = Annotated[Path, typer.Option("--to", metavar="FOLDER", help="Where to write; an empty folder, or this release's.")]
Config = Annotated[Path, typer.Option("--config", metavar="FILE.toml", help="What may be published.")]


def publish(*, to: To, config: Config, register: RegisterPath = WHERE, json: AsJson = False) -> None:
    """Make a public release: whitelisted fields only, protected sources out, places and small numbers coarsened.

    Example: sijill publish --to release/ --config release.toml

    A page on how the numbers came about and a manifest of SHA-256 sums lie beside the data. The same register and
    configuration give the same bytes. Read a release before you share it: recognising who needs protection is not
    perfect. docs/guides/exports.md lists what a configuration may hold.
    """
    from sijill.serve.linked import linked
    from sijill.serve.publishing import configuration_in, release_of, write_release

    wanted = configuration_in(config)
    with register_to_read(register) as book:
        release = release_of(linked(book, unmasked=False), wanted)
    write_release(release, to)
    if json:
        document = {"folder": str(to), "files": sorted(release.files), "incidents": len(release.sheet.rows)}
        machine.write_document(document, machine.standard_output())
    else:
        files = counted(len(release.files), "file")
        say(f"published: {to} ({counted(len(release.sheet.rows), 'incident')}, {files})", style="green")
