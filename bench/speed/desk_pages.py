"""Every page and view of a workbench, found by walking its routes: none is forgotten that is added later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi.routing import iter_route_contexts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from httpx import Client

    Desk = Client | TestClient

API = "/api/v1"
LARGEST, DEEP = 500, 10  # items of a page, and pages gone into a list
FILES = ("/assets/", "/favicon.ico")
MORE = {
    "/map/incidents": ("?latitude=35.93&longitude=36.63&precision=1",),
    "/incidents": ("?contested=true", "?country=AA&from=2015-02-01"),
    "/tolls": ("?by=month", "?by=day", "?by=source", "?by=place", "?by=perpetrator", "?rule=ucdp"),
    "/": ("?contested=true", "?measure=injured"),
    "/release": ("?title=A&fields=incident&fields=sources&fields=killed_low&formats=csv&formats=geojson",),
}
"""Questions that a page is asked beside none: they take other ways through the register."""
NEED = ("/map/incidents",)
LISTS = {"incidents": "incident", "reports": "id", "claims": "id"}
"""Lists that hold what an address can name, and what its id is called there."""


def routes_of(app: FastAPI) -> Iterator[str]:
    """Yield the path of everything that can be opened in a browser or got by a program; files are left out."""
    for route in iter_route_contexts(app.routes):
        path, methods = getattr(route, "path", None), getattr(route, "methods", None) or ()
        if path and "GET" in methods and not path.startswith(FILES):
            yield path


def addresses(app: FastAPI, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield each path with every address to open it by: the first, one in the midst and the longest of each list."""
    for path in routes_of(app):
        if "{" not in path:
            yield from ((path + asked, path + asked) for asked in questions(path))
            yield from ((f"{path}?cursor= (deep)", address) for address in deep(desk, path))
        else:
            kind = path.rstrip("/").removeprefix(API).split("/")[1]
            yield from ((path, path.split("{")[0] + key) for key in keys(desk, kind))


def questions(path: str) -> Iterator[str]:
    """Yield what a path is asked: nothing, but where it needs a question."""
    yield from () if path in NEED else ("",)
    yield from MORE.get(path, ())


def pages(app: FastAPI, desk: Desk) -> list[str]:
    """Return the address of every page, some of them several times over with different questions."""
    return [address for path, address in addresses(app, desk) if not path.startswith(("/api/", "/map/"))]


def keys(desk: Desk, kind: str) -> list[str]:
    """Return the ids of some things of a kind: the one with most claims among those of the first page, and others."""
    found = items(desk, kind)
    most = sorted(found, key=weight, reverse=True)[:1]
    return list(dict.fromkeys(str(one[LISTS[kind]]) for one in (*most, *found[:1], *found[len(found) // 2 :][:1])))


def deep(desk: Desk, path: str) -> Iterator[str]:
    """Yield the address of a page far into a list that is paged."""
    name = path.removeprefix(API).strip("/")
    if name == "log":
        yield f"{path}?cursor={1 + total(desk, name) // 2}"
    elif name in LISTS and (cursor := cursor_within(desk, name)):
        yield f"{path}?cursor={cursor}"


def cursor_within(desk: Desk, name: str) -> str | None:
    """Return the cursor of a page some thousands into a list; None where it is short."""
    cursor: str | None = None
    for _ in range(min(DEEP, total(desk, name) // LARGEST)):
        page = desk.get(f"{API}/{name}", params={"limit": LARGEST, **({"cursor": cursor} if cursor else {})}).json()
        cursor = page["next"]
    return cursor


def total(desk: Desk, name: str) -> int:
    """Return how many there are in a list."""
    return int(desk.get(f"{API}/{name}", params={"limit": 1}).json()["total"])


def items(desk: Desk, kind: str) -> list[dict[str, Any]]:
    """Return the first five hundred things of a list."""
    found: list[dict[str, Any]] = desk.get(f"{API}/{kind}", params={"limit": LARGEST}).json()["items"]
    return found


def weight(one: dict[str, Any]) -> int:
    """Return how much there is to show of a thing."""
    size = one.get("claims", one.get("members", 0))
    return size if isinstance(size, int) else len(size)
