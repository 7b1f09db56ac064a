"""A person at the workbench, in a real browser: paste, find on the map, correct, merge, undo, sign off by two, release.

Screenshots are kept in the folder that SIJILL_SCREENSHOTS names, else in the test's own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import uvicorn
from bench.speed.desk_pages import pages

from sijill.serve.web import make_app
from sijill.serve.web.server import listening

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PASTED = "An air strike hit a market in Idlib on Monday, killing at least 22 civilians, the Observatory said."
PATIENCE = 120_000  # milliseconds: reading loads the model

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium here: apt-get install chromium"),
]


@pytest.fixture
def served(register: Path) -> Iterator[str]:
    """The address of a running workbench."""
    listener = listening("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(make_app(str(register), reviewer="Amal"), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture
def tab(served: str) -> Iterator[Any]:
    """A browser's page; what it complains of fails the test."""
    playwright = pytest.importorskip("playwright.sync_api")
    complaints: list[str] = []
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(base_url=served, viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(served) else complaints.append(asked.url))
        yield page
        browser.close()
    assert complaints == []


@pytest.fixture
def every_page(register: Path, served: str) -> list[str]:
    """The address of every page, once two people have reviewed a claim."""
    with httpx.Client(base_url=served, timeout=PATIENCE / 1000) as desk:
        claim = desk.get("/api/v1/claims").json()["items"][0]["id"]
        for name in ("Amal", "Basma"):
            entered = desk.post(
                f"/api/v1/claims/{claim}/reviews", json={"act": "accept"}, headers={"Sijill-Reviewer": name}
            )
            assert entered.status_code == 201
        return pages(make_app(str(register), reviewer="Amal"), desk)


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[Any, str], None]:
    """Keep a screenshot."""
    folder = Path(os.environ.get("SIJILL_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return lambda tab, name: tab.screenshot(path=folder / f"{name}.png")


def test_a_report_is_pasted_found_on_the_map_corrected_merged_undone_signed_by_two_and_released(
    tab: Any, kept: Callable[[Any, str], None]
) -> None:
    tab.goto("/read")
    tab.get_by_label("The text of the report").fill(PASTED)
    tab.get_by_label("Published").fill("2016-03-15")
    tab.get_by_label("Name", exact=True).fill("market")
    tab.get_by_role("button", name="Read it").click()
    tab.wait_for_url("**/reports/*")
    assert tab.locator("mark.killed").count() >= 1
    kept(tab, "report")

    tab.goto("/?from=2016-03-01")
    tab.wait_for_selector("#map[data-drawn='1']")
    tab.wait_for_selector("#map[data-fine]")
    kept(tab, "overview")
    tab.mouse.click(*middle(tab.locator("#map").bounding_box()))
    tab.locator(".leaflet-popup a[href^='/incidents/']").first.click()
    tab.wait_for_selector("h1:has-text('Idlib')")
    tab.wait_for_selector("#map[data-fine]")
    kept(tab, "incident")
    incident = tab.url

    tab.locator("table a.ref").first.click()
    tab.wait_for_selector("li.claim.here")
    tab.keyboard.press("e")
    card = tab.locator("li.claim.here")
    card.locator("form[data-correct] input[name=words]").fill("at least 23")
    card.locator("form[data-correct] button").click()
    tab.wait_for_selector(".told")
    assert tab.locator(".badge:has-text('corrected')").count() == 1
    kept(tab, "corrected")

    tab.goto(incident)
    assert "23" in tab.locator("td.figure").first.inner_text()
    tab.locator("button:has-text('Sign off')").click()
    tab.wait_for_selector(".badge:has-text('signed by one')")
    tab.locator(".who summary").click()
    tab.get_by_label("Somebody else is at the desk").fill("Basma")
    tab.get_by_role("button", name="Change").click()
    tab.wait_for_selector(".who b:has-text('Basma')")
    tab.locator("button:has-text('Sign off')").click()
    tab.wait_for_selector(".badge:has-text('signed off by two')")
    kept(tab, "signed")

    clash = "/incidents?happening=armed_clash"
    tab.goto(clash)
    tab.locator("tr[data-row] a").first.click()
    tab.locator("form[action$='/merge'] button").click()
    tab.wait_for_selector(".told:has-text('Undo')")
    kept(tab, "merged")
    tab.locator(".told button").click()
    tab.goto("/log")
    assert "undo" in tab.locator("tr[data-row]").first.inner_text()
    kept(tab, "log")

    is_whole_and_names_nobody_protected(tab, released_from(tab, kept))


def test_a_field_is_corrected_by_selecting_words_and_keys_go_from_claim_to_claim(tab: Any) -> None:
    tab.goto("/reports")
    tab.locator("tr[data-row] a").first.click()
    tab.wait_for_url("**/reports/*", wait_until="load")  # keys are heard once the page is whole
    tab.keyboard.press("j")
    tab.keyboard.press("j")
    assert tab.locator("li.claim.here .number").inner_text() == "2"
    tab.keyboard.press("e")
    tab.locator("li.claim.here form[data-correct] select[name=field]").select_option("victims")
    tab.evaluate(SELECT, "ten people")
    tab.locator("#text").dispatch_event("mouseup")
    tab.wait_for_selector("li.claim.here .picked b:has-text('ten people')")
    tab.locator("li.claim.here form[data-correct] button").click()
    tab.wait_for_selector(".history:has-text('victims')")


def test_axe_finds_no_serious_issue_on_any_page(tab: Any, every_page: list[str]) -> None:
    found = {}
    for address in every_page:
        tab.goto(address)
        tab.evaluate(AXE.read_text(encoding="utf-8"))
        report = tab.evaluate("axe.run()")
        serious = [one for one in report["violations"] if one["impact"] in {"serious", "critical"}]
        if serious:
            found[address] = [(one["id"], one["nodes"][0]["html"][:200]) for one in serious]
    assert found == {}


SELECT = """(words) => {
  const walk = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let all = "", nodes = [];
  while (walk.nextNode()) {
    if (walk.currentNode.parentElement.closest("[data-skip]")) continue;
    nodes.push([all.length, walk.currentNode]); all += walk.currentNode.data;
  }
  const start = all.indexOf(words), end = start + words.length;
  const place = (at, last) => { for (const [from, node] of nodes) {
    const inside = at - from, fits = last ? inside <= node.length : inside < node.length;
    if (inside >= 0 && fits) return [node, inside]; } };
  range.setStart(...place(start, false)); range.setEnd(...place(end, true));
  document.getSelection().removeAllRanges(); document.getSelection().addRange(range);
}"""


def released_from(tab: Any, kept: Callable[[Any, str], None]) -> dict[str, bytes]:
    """Make a public release on its page, and return the files of the zip that it hands over."""
    tab.locator("nav a:has-text('Release')").click()
    tab.wait_for_selector("h1:has-text('Public release')")
    kept(tab, "release-form")
    tab.get_by_label("Title").fill("A market in Idlib")
    tab.get_by_label("sources", exact=True).check()
    tab.get_by_label("Give incidents too").check()
    tab.get_by_role("button", name="Make the release").click()
    tab.wait_for_selector("#made h2:has-text('A market in Idlib')")
    kept(tab, "release")
    with tab.expect_download() as downloading:
        tab.get_by_role("link", name="Download release.zip").click()
    return zipped(downloading.value.path())


def is_whole_and_names_nobody_protected(tab: Any, released: dict[str, bytes]) -> None:
    """Hold a release against its manifest, the page that told of it, and the name that it must not hold."""
    sums = released.pop("release/SHA256SUMS").decode().splitlines()
    assert sums == [f"{hashlib.sha256(data).hexdigest()}  {Path(name).name}" for name, data in released.items()]
    assert all(line.split()[0] in tab.content() for line in sums)
    assert b"armed_clash" in released["release/incidents.csv"]
    assert all(b"alaa" not in data.lower() for data in released.values())


def zipped(path: Path) -> dict[str, bytes]:
    """Return the files of a zip, by name in its own order."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def middle(box: dict[str, float]) -> tuple[float, float]:
    """Return the middle of a box: the map shows its one incident there."""
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
