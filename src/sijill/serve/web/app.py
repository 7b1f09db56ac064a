"""The application of one register: its pages, its API, and what every answer carries.

Invariant: nothing is fetched from anywhere but this server, and nothing that a report holds is run.
"""

from __future__ import annotations

from contextlib import asynccontextmanager, nullcontext
from typing import TYPE_CHECKING

from fastapi import FastAPI
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from sijill.run import quietly
from sijill.serve.web import api, files, pages, tiles
from sijill.serve.web.desk import Desk
from sijill.serve.web.heads import Heads
from sijill.serve.web.policy import Policy
from sijill.serve.web.problems import PROBLEM, answer_errors

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")
ABOUT = """\
The register's claims, incidents and tolls, and what people enter about them. Lists are paged: give `cursor` the value
of `next`. Errors are problem+json (RFC 9457). Every answer has an ETag that changes when the book grows.

Whoever enters something is named by the header `Sijill-Reviewer` (percent-encoded UTF-8), else by the name that the
server was started with. Protected sources are masked unless the server was started with --unmasked.
"""


def make_app(  # noqa: PLR0913 -- what the command was given
    register_path: str, *, reviewer: str, unmasked: bool = False, hosts: Sequence[str] = (),
    max_bytes: int = 1_000_000, base_map: Path | None = None,
    linking: Callable[[int], AbstractContextManager[None]] = quietly,
    opening: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> FastAPI:  # fmt: skip
    """Return the application; RegisterError where the register cannot be opened or written.

    `hosts` are the names under which it may be called beside this machine's own, `max_bytes` bounds a pasted report,
    `base_map` is a PMTiles file of raster tiles, `linking` is worn while claims that are not linked yet are,
    `opening` while everything is that pages rest on.
    """
    tiled = base_map and tiles.checked(base_map)
    desk = Desk(
        register_path, reviewer=reviewer, unmasked=unmasked, max_bytes=max_bytes, tiles=tiled, linking=linking,
        opening=opening,
    )  # fmt: skip

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Sijill workbench", version="1", description=ABOUT, lifespan=closing, docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", responses=PROBLEM, separate_input_output_schemas=False,
        middleware=[
            Middleware(Heads),
            Middleware(TrustedHostMiddleware, allowed_hosts=[*LOCAL, *hosts]),
            Middleware(GZipMiddleware, minimum_size=2000, compresslevel=5),
            Middleware(Policy, desk=desk),
        ],
    )  # fmt: skip
    app.state.desk = desk
    answer_errors(app)
    for part in (api, pages, tiles, files):
        app.include_router(part.router)
    return app
