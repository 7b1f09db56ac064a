"""The first half hour, tried as it is written: each command as it stands in the guide, each step on a page in turn."""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tomllib
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "guides" / "first-half-hour.md").read_text(encoding="utf-8")
PATIENCE = 600  # seconds
BASH = shutil.which("bash") or "/bin/bash"

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the guide finds it after `make demo`: the sample reports, and the console script in `.venv`."""
    shutil.copytree(ROOT / "examples" / "reports", tmp_path / "examples" / "reports")
    programs = tmp_path / ".venv" / "bin"
    programs.mkdir(parents=True)
    script = Path(sys.executable).with_name("sijill")
    if not script.exists():
        pytest.skip("the package is not installed here with its console script")
    (programs / "sijill").symlink_to(script)
    return tmp_path


def commands() -> list[str]:
    """Return the lines to copy, without what stands behind them as a comment."""
    lines = re.findall(r"^    (\S.*)$", GUIDE, re.MULTILINE)
    return [line.split("  #")[0].strip() for line in lines]


def command(beginning: str) -> str:
    """Return the one line to copy that begins so."""
    (found,) = (line for line in commands() if line.startswith(beginning))
    return found


def configuration() -> str:
    """Return what is to be written into `release.toml`."""
    (found,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    return str(found)


def run(line: str, folder: Path) -> str:
    """Run a line in a shell as a person would, and return all that it printed."""
    done = subprocess.run(
        [BASH, "-c", line],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, (line, done.stdout, done.stderr)
    return done.stdout + done.stderr


def surroundings() -> dict[str, str]:
    """Return the environment of a person whose browser opens nothing."""
    return {**os.environ, "BROWSER": "true"}


@contextmanager
def served(folder: Path) -> Iterator[httpx.Client]:
    """Serve as the guide says, follow the address that is printed, and press Ctrl-C."""
    line = command(".venv/bin/sijill serve")
    with subprocess.Popen(
        [BASH, "-c", f"exec {line}"], cwd=folder, env=surroundings(), stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert address.startswith("http://"), address
        try:
            with httpx.Client(base_url=address, timeout=PATIENCE, follow_redirects=True) as browser:
                yield browser
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)


def test_every_line_to_copy_is_tried() -> None:
    tried = ("make demo", ".venv/bin/sijill read", ".venv/bin/sijill serve", ".venv/bin/sijill publish", "(cd release")
    assert len(commands()) == len([command(one) for one in tried])


def test_the_half_hour_goes_as_it_is_written(folder: Path) -> None:
    assert "12 reports read" in run(command(".venv/bin/sijill read"), folder)
    with served(folder) as browser:
        market, clash = what_is_contested(browser)
        correct_what_was_misread(browser, market)
        merge_and_undo(browser, market, clash)
        sign_off_by_two(browser, market)
        told = shown_at_the_command_line(release_on_the_page(browser))
        filled = browser.post("/release", data={"toml": configuration()}).text
        handed_over = unzipped(browser.get(f"/api/v1/release.zip?{question_in(filled)}").content)
    assert told["title"] == tomllib.loads(configuration())["title"]
    (folder / "release.toml").write_text(configuration(), encoding="utf-8")
    run(command(".venv/bin/sijill publish"), folder)
    first = {file.name: file.read_bytes() for file in (folder / "release").iterdir()}
    assert "FAILED" not in run(command("(cd release"), folder)
    assert b"methodology" in first["methodology.md"]
    assert first == handed_over
    shutil.rmtree(folder / "release")
    run(command(".venv/bin/sijill publish"), folder)
    assert {file.name: file.read_bytes() for file in (folder / "release").iterdir()} == first


def what_is_contested(browser: httpx.Client) -> tuple[str, str]:
    """Return the ids of the strike and of the clash that the guide speaks of, from the lists that it opens."""
    assert "<h1>Overview</h1>" in browser.get("/").text
    contested = browser.get("/incidents", params={"contested": "true"}).text
    (market,) = re.findall(r'href="/incidents/(\w+)">air drone strike</a></th><td[^>]*>[^<]*Kafr Zaytun', contested)
    page = browser.get(f"/incidents/{market}").text
    assert "Contradictions" in page
    (clash,) = re.findall(r'<option value="(\w+)"[^>]*>armed clash · Kafr Zaytun[^<]*\(31 or more killed\)', page)
    return market, clash


def correct_what_was_misread(browser: httpx.Client, market: str) -> None:
    """Follow an account of the report's own to its claim, and correct who the source is."""
    page = browser.get(f"/incidents/{market}").text
    (row,) = [row for row in rows(page) if "the report of" in row and "71 people" in row]
    report, claim = re.findall(r'href="/reports/(\w+)#[cm]-(\w+)"', row)[0]
    assert f'id="m-{claim}"' in browser.get(f"/reports/{report}").text
    told = {"words": "the Orontes Monitor", "reason": "the sentence before says who counts"}
    form = {"act": "correct", "field": "source", **told, "seen": "0"}
    corrected = browser.post(f"/claims/{claim}/reviews", data=form).text
    assert "the Orontes Monitor (monitor)" in corrected
    assert "the sentence before says who counts" in corrected
    after = browser.get(f"/incidents/{market}").text
    assert sources_of_the_injured(after) == sources_of_the_injured(page) - 1
    (row,) = [row for row in rows(after) if claim in row and "the Orontes Monitor" in row]
    assert 'class="past"' in row


def rows(page: str) -> list[str]:
    """Return the rows of the table of accounts."""
    return page.partition("<h2>Accounts")[2].partition("</table>")[0].split("<tr")[1:]


def sources_of_the_injured(page: str) -> int:
    """Return how many independent sources the range of people injured rests on."""
    (found,) = re.findall(r"injured</th>.*?(\d+) independent sources", page.partition("<h2>Accounts")[0], re.DOTALL)[:1]
    return int(found)


def merge_and_undo(browser: httpx.Client, market: str, clash: str) -> None:
    """Merge the strike with the clash, and undo it."""
    merged = browser.post(f"/incidents/{market}/merge", data={"other": clash, "reason": "one day, one place"}).text
    (entry,) = set(re.findall(r"Entered as entry (\d+)", merged))
    browser.post("/undo", data={"entry": entry, "back": f"/incidents/{market}"}).raise_for_status()
    assert browser.get("/log").text.count("undo") >= 1


def sign_off_by_two(browser: httpx.Client, market: str) -> None:
    """Grade, sign, and sign as another person."""
    browser.post(f"/incidents/{market}/grade", data={"grade": "contested"}).raise_for_status()
    assert "signed by one" in browser.post(f"/incidents/{market}/signatures").text
    browser.post("/reviewer", data={"name": "Basma"}).raise_for_status()
    assert "signed off by two" in browser.post(f"/incidents/{market}/signatures").text


def release_on_the_page(browser: httpx.Client) -> str:
    """Fill in the form as the guide says, leaving the rest as it is, and return the page that tells of the release."""
    form = browser.get("/release").text
    fields = re.findall(r'name="fields" value="(\w+)"[^>]*checked', form)
    assert 'value="csv" checked' in form
    asked = {"title": "A half hour with Sijill", "fields": fields, "formats": ["csv", "geojson"], "suppress_below": "3"}
    page = browser.get("/release", params=asked).text
    released = unzipped(browser.get(f"/api/v1/release.zip?{question_in(page)}").content)
    assert {"incidents.csv", "incidents.geojson", "methodology.md", "SHA256SUMS"} == released.keys()
    return page


def question_in(page: str) -> str:
    """Return what the link to the zip asks."""
    (found,) = re.findall(r'href="/api/v1/release.zip\?([^"]+)"', page)
    return html.unescape(found)


def shown_at_the_command_line(page: str) -> dict[str, object]:
    """Return the configuration that the page shows under "The same at the command line"."""
    (found,) = re.findall(r"makes the same files.*?<pre[^>]*>(.*?)</pre>", page, re.DOTALL)
    return tomllib.loads(html.unescape(found))


def unzipped(data: bytes) -> dict[str, bytes]:
    """Return the files of a release's zip by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {Path(name).name: packed.read(name) for name in packed.namelist()}
