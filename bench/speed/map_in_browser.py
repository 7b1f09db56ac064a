"""How usable the map of a large register is in a real browser: until dots stand, and a zoom and a pan.

    python -m bench.speed.map_in_browser --register FILE

Needs chromium and playwright. Times are as a person waits, and the milliseconds for which the page's own thread worked.
"""

from __future__ import annotations

import argparse
import shutil
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import uvicorn
from playwright.sync_api import sync_playwright

from sijill.serve.web import make_app
from sijill.serve.web.server import listening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 300_000  # milliseconds
TIMES = 3
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


@contextmanager
def served(register: str) -> Iterator[str]:
    """Serve a register in this process."""
    listener = listening("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(make_app(register, reviewer="Amal"), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@contextmanager
def browser(address: str) -> Iterator[Any]:
    """Open a browser's page with an empty cache."""
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        tab = opened.new_page(base_url=address, viewport={"width": 1280, "height": 900})
        tab.set_default_timeout(PATIENCE)
        yield tab
        opened.close()


def timed(tab: Any, name: str, work: Callable[[], object]) -> None:
    """Print how long something takes in the page, until what it drew stands."""
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable")
    busy, began = thread_ms(session), time.perf_counter()
    work()
    tab.evaluate(SETTLED)
    waited = 1000 * (time.perf_counter() - began)
    print(f"{name:32} {waited:8,.0f} ms waited  {thread_ms(session) - busy:8,.0f} ms of the page's work", flush=True)


def thread_ms(session: Any) -> float:
    """Return for how long the page's thread has worked."""
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return 1000 * float(found["TaskDuration"])


def shown(tab: Any) -> None:
    """Open the overview, and wait until its dots stand."""
    tab.goto("/")
    tab.wait_for_selector("#map[data-drawn]")


def moved(tab: Any, key: str) -> None:
    """Press a key on the map, and wait until it has come to rest."""
    tab.locator("#map").focus()
    tab.keyboard.press(key)
    tab.wait_for_timeout(50)
    tab.wait_for_function(
        "() => !document.querySelector('.leaflet-zoom-anim .leaflet-zoom-animated[style*=transition]')"
    )


def main() -> None:
    """Measure one register."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", required=True)
    args = parser.parse_args()
    with served(args.register) as address, browser(address) as tab:
        timed(tab, "first overview, server cold", lambda: shown(tab))
        print("incidents drawn:", tab.locator("#map").get_attribute("data-drawn"))
        for _ in range(TIMES):
            timed(tab, "overview again", lambda: shown(tab))
        for key, name in (("+", "nearer"), ("+", "nearer"), ("ArrowRight", "to the right"), ("-", "farther")):
            timed(tab, name, lambda key=key: moved(tab, key))  # type: ignore[misc]


if __name__ == "__main__":
    main()
