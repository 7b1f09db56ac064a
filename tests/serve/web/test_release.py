"""A public release from the workbench: the same bytes as at the command line, masked whatever the pages show."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest
from asked import API, claim, enter
from fastapi.testclient import TestClient
from starlette.requests import Request

from sijill.errors import UsageError
from sijill.ledger import open_register
from sijill.serve.linked import linked
from sijill.serve.publishing import DEFAULT, FIELDS, MOST_BYTES, Configuration, release_of, toml_of
from sijill.serve.web import make_app
from sijill.serve.web.release_form import bounded, question_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WANTED = Configuration(title="Idlib, “2012”", fields=("incident", "admin1", "killed_low"), formats=("csv", "geojson"))


@pytest.fixture
def bare(register: Path) -> Iterator[TestClient]:
    """The workbench as it shows the names of protected sources."""
    with TestClient(make_app(str(register), reviewer="Amal", unmasked=True), base_url="http://127.0.0.1") as client:
        yield client


def archive(desk: TestClient, wanted: Configuration = DEFAULT) -> bytes:
    answer = desk.get(f"{API}/release.zip?{question_of(wanted)}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    return answer.content


def files_in(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name.removeprefix("release/"): packed.read(name) for name in packed.namelist()}


def test_the_zip_holds_what_the_command_would_write(desk: TestClient, register: Path) -> None:
    found = files_in(archive(desk, WANTED))
    with open_register(register, create=False, read_only=True) as book:
        assert found == dict(release_of(linked(book, unmasked=False), WANTED).files)


def test_the_zip_is_byte_identical_when_made_again_by_another_server(desk: TestClient, register: Path) -> None:
    first = archive(desk)
    with TestClient(make_app(str(register), reviewer="Basma"), base_url="http://127.0.0.1") as other:
        assert archive(other) == first


def test_nobody_protected_leaves_though_the_pages_show_the_names(bare: TestClient, desk: TestClient) -> None:
    everything = Configuration(title="All", fields=("incident", "sources", "alleged_perpetrator"), only_protected=True)
    assert "alaa" in bare.get("/sources").text.casefold()
    assert archive(bare, everything) == archive(desk, everything)
    assert b"alaa" not in archive(bare, everything).lower()
    assert "alaa" not in bare.get(f"/release?{question_of(everything)}").text.casefold()


def test_the_page_tells_files_sums_and_numbers(desk: TestClient) -> None:
    told = desk.get(f"{API}/release?{question_of(WANTED)}").json()
    html = desk.get(f"/release?{question_of(WANTED)}").text
    found = files_in(archive(desk, WANTED))
    assert {one["name"]: one["sha256"] for one in told["files"]} == {
        name: hashlib.sha256(data).hexdigest() for name, data in found.items()
    }
    assert all(one["sha256"] in html for one in (*told["files"], told["archive"]))
    assert told["incidents"] == found["incidents.csv"].count(b"\r\n") - 1
    assert told["archive"]["sha256"] == hashlib.sha256(archive(desk, WANTED)).hexdigest()
    assert desk.get(told["archive"]["address"]).content == archive(desk, WANTED)


def test_the_form_is_there_before_anything_is_made_and_shows_what_is_usual(desk: TestClient) -> None:
    html = desk.get("/release").text
    assert 'value="Incidents"' in html
    assert "release.zip" not in html
    ticked = re.findall(r'name="fields" value="(\w+)"[^>]*checked', html)
    assert sorted(ticked) == sorted(DEFAULT.fields)


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ("title=A&fields=&formats=csv", "fields is empty"),
        ("title=A&fields=incident&formats=", "formats is empty"),
        ("title=+&fields=incident", "title is empty"),
        ("fields=incident", "title&#39; is missing"),
        ("title=A&fields=quote", "fields holds &#39;quote&#39;"),
        ("title=A&fields=incident&decimals=-1", "decimals is &#39;-1&#39;: write it as a whole number"),
        ("title=A&fields=incident&decimals=99", "decimals is 99: it may be 0 to 6"),
        ("title=A&fields=incident&suppress_below=9999999999", "it may be 0 to 1,000,000,000"),
        (f"title={'A' * 201}&fields=incident", "title has 201 characters"),
        (f"title=A&fields=incident&notes={'A' * 2001}", "notes has 2,001 characters"),
        ("title=A&fields=incident&rule=mine", "mine"),
        ("title=A&fields=incident&colour=red", "&#39;colour&#39; is not known"),
        ("title=A&fields=incident&fields=incident", "twice"),
    ],
)
def test_what_is_wrong_is_told_above_the_form_and_what_was_entered_stays(
    desk: TestClient, asked: str, wrong: str
) -> None:
    answer = desk.get(f"/release?{asked}&contact=<b>me</b>")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert wrong in answer.text
    assert 'value="&lt;b&gt;me&lt;/b&gt;"' in answer.text


def test_a_configuration_that_is_wrong_is_a_problem_in_words_for_programs(desk: TestClient) -> None:
    for asked in ("fields=quote", "places=roughly", "decimals=99", "title=", "title=+", "fields=grade&fields=grade"):
        answer = desk.get(f"{API}/release?{asked}")
        assert answer.status_code == 422, asked
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"]


def test_a_configuration_in_a_file_or_pasted_makes_its_release(desk: TestClient) -> None:
    for sent in ({"files": {"file": ("release.toml", toml_of(WANTED))}}, {"data": {"toml": toml_of(WANTED)}}):
        answer = desk.post("/release", follow_redirects=False, **sent)  # type: ignore[arg-type]
        assert answer.status_code == 303, answer.text
        assert files_in(archive(desk, WANTED)).keys() == {
            "incidents.csv", "incidents.geojson", "methodology.md", "SHA256SUMS",
        }  # fmt: skip
        assert "Idlib, “2012”" in desk.get(answer.headers["location"]).text


def test_a_configuration_that_cannot_be_used_is_told_on_the_page(desk: TestClient) -> None:
    for sent, wrong in (
        ({"data": {"toml": "title = "}}, "the pasted configuration is not TOML"),
        ({"data": {"toml": "  "}}, "choose a file, or paste one"),
        ({"data": {"toml": "x" * 10_001}}, "where 10,000 are the most"),
        ({"files": {"file": ("my <b>.toml", b"\xff")}}, "my &lt;b&gt;.toml is not TOML"),
        ({"files": {"file": ("deep.toml", b"a = " + b"[" * 5000)}}, "deep.toml"),
    ):
        answer = desk.post("/release", **sent)  # type: ignore[arg-type]
        assert answer.status_code == 422
        assert wrong in answer.text


def test_whatever_the_page_makes_its_link_hands_over(desk: TestClient) -> None:
    most = replace(
        WANTED, title="ص" * 200, contact="&" * 200, licence="%" * 200, notes="\U0001f54a" * 2000, fields=FIELDS,
        suppress_below=10**9,
    )  # fmt: skip
    made = desk.post("/release", data={"toml": toml_of(most)})
    assert made.status_code == 200, made.text
    (address,) = re.findall(r'href="(/api/v1/release.zip[^"]*)"', made.text)
    assert files_in(desk.get(unescape(address)).content)
    assert len(address) < MOST_BYTES


def test_more_than_a_configuration_may_hold_is_told_in_words_and_reads_no_toml(register: Path) -> None:
    dotted = "a" + ".a" * 300_000 + " = 1"
    with TestClient(make_app(str(register), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        pasted = desk.post("/release", data={"toml": dotted})
        assert (pasted.status_code, "where 65,536 are the most" in pasted.text) == (422, True)
    question = f"notes={'x' * MOST_BYTES}".encode()  # longer than the tests' client would ask
    with pytest.raises(UsageError, match="a configuration may have 65,536"):
        bounded(Request({"type": "http", "path": "/", "query_string": question, "headers": []}))


def test_the_head_of_the_zip_is_given_without_the_zip(desk: TestClient) -> None:
    whole = desk.get(f"{API}/release.zip")
    for address in (f"{API}/release.zip", f"{API}/claims", "/release", "/assets/page.css"):
        head = desk.head(address)
        assert (head.status_code, head.content) == (200, b"")
    assert desk.head(f"{API}/release.zip").headers["content-length"] == str(len(whole.content))
    assert desk.head(f"{API}/release.zip").headers["etag"] == whole.headers["etag"]
    assert desk.head(f"{API}/nothing").status_code == 404


def test_a_release_enters_nothing_and_is_made_anew_when_the_book_grows(desk: TestClient) -> None:
    before, entries = desk.get(f"{API}/release").json(), desk.get(f"{API}/log").json()["total"]
    tag = desk.get(f"{API}/release").headers["etag"]
    assert desk.get(f"{API}/release", headers={"if-none-match": tag}).status_code == 304
    assert desk.get(f"{API}/log").json()["total"] == entries
    enter(desk, f"claims/{claim(desk, 'Seven members')['id']}/reviews", act="reject")
    after = desk.get(f"{API}/release", headers={"if-none-match": tag})
    assert after.status_code == 200
    assert after.json()["archive"]["sha256"] != before["archive"]["sha256"]


def test_another_sites_page_cannot_send_a_configuration(desk: TestClient) -> None:
    answer = desk.post("/release", data={"toml": toml_of(WANTED)}, headers={"origin": "https://elsewhere.example"})
    assert answer.status_code == 403
