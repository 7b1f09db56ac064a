from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from small_register import HOSTILE, defectors_claims, hostile_claims

from sijill.serve.masking import UNMASKED, mask_for
from sijill.serve.output_path import file_name_for
from sijill.serve.page import page_of
from sijill.serve.wording import shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    from sijill.model import Report

    Sijill = Callable[..., Ran]


class Page(HTMLParser):
    """What a browser would make of a page: its tags, the ids, the links and the words of the report."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br"}:
            self.open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "text" in self.open and "sup" not in self.open:
            self.text += data

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def test_the_text_is_shown_with_ids_beside_the_words(sijill: Sijill, defectors: Report) -> None:
    out = sijill("show", "004_defectors").out
    seven = defectors_claims(defectors)[5]
    assert f"Seven[{seven.id[:8]}] members of the security forces" in out
    assert "note: the page's metadata says 2011-11-30" in out


def test_masked_in_the_terminal_unless_told(sijill: Sijill) -> None:
    assert "alaa" not in sijill("show", "004").out.lower()
    assert "who gave his name as Alaa" in sijill("show", "004", "--unmasked").out


def test_colours_differ_by_what_is_claimed(sijill: Sijill, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = sijill("show", "004").out
    assert "\x1b[1;30;41mSeven" in out
    assert "\x1b[1;35mhelped" in out


def test_json_gives_the_report_and_its_claims_whole(sijill: Sijill, defectors: Report) -> None:
    document = json.loads(sijill("show", "004", "--json").out)
    assert document["report"]["id"] == defectors.id
    assert "Alaa" not in document["report"]["text"]
    assert len(document["claims"]) == 9
    assert document["claims"][0]["evidence"][1]["quote"] == "At least a dozen"


def test_a_page_loads_nothing_and_runs_nothing(defectors: Report) -> None:
    page = page_of(defectors, defectors_claims(defectors), UNMASKED)
    parsed = Page(page)
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(parsed.tags)
    assert not [name for name, _ in parsed.attributes if name.startswith("on") or name in {"src", "style"}]
    assert all(link.startswith("#") for link in parsed.values("href"))
    assert "http" not in page.replace("http-equiv", "")


def test_the_policy_of_a_page_allows_its_own_style_and_nothing_else(defectors: Report) -> None:
    page = page_of(defectors, [], UNMASKED)
    style = page.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in page
    assert "url(" not in style
    assert "@import" not in style


def test_html_in_a_report_is_shown_and_never_run(hostile: Report) -> None:
    parsed = Page(page_of(hostile, hostile_claims(hostile), UNMASKED))
    assert "script" not in parsed.tags
    assert "img" not in parsed.tags
    assert "b" not in parsed.tags
    assert parsed.text == shown(HOSTILE)


def test_a_page_shows_the_text_character_for_character(defectors: Report) -> None:
    assert Page(page_of(defectors, defectors_claims(defectors), UNMASKED)).text == defectors.text


def test_every_mark_and_every_claim_link_to_each_other(defectors: Report) -> None:
    claims = defectors_claims(defectors)
    parsed = Page(page_of(defectors, claims, UNMASKED))
    ids, links = parsed.values("id"), parsed.values("href")
    assert len(set(ids)) == len(ids)
    for claim in claims:
        assert {f"m-{claim.id}", f"c-{claim.id}"} <= set(ids)
        assert {f"#m-{claim.id}", f"#c-{claim.id}"} <= set(links)


def test_tags_of_overlapping_marks_are_closed_in_order(defectors: Report) -> None:
    claims = defectors_claims(defectors)
    assert Page(page_of(defectors, [*claims, *claims[:1]], mask_for(claims))).open == []


def test_a_masked_page_holds_no_protected_name_anywhere(defectors: Report) -> None:
    claims = defectors_claims(defectors)
    page = page_of(defectors, claims, mask_for(claims))
    assert "alaa" not in page.lower()
    assert '<span class="hidden">[protected source]</span>' in page


def test_a_page_has_a_language_a_title_a_legend_and_a_way_past_the_text(defectors: Report) -> None:
    page = page_of(defectors, [], UNMASKED)
    assert '<html lang="en">' in page
    assert "<title>004_defectors</title>" in page
    assert 'aria-label="Legend"' in page
    assert '<a class="skip" href="#claims">' in page
    assert "prefers-color-scheme: dark" in page


def test_a_page_is_written_where_it_is_told(sijill: Sijill, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    ran = sijill("show", "004", "--html", str(target))
    assert ran.status == 0
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert str(target) in ran.err.replace("\n", "")
    assert sijill("show", "004", "--html", "-").out == target.read_text(encoding="utf-8")


def test_a_report_with_a_hostile_name_writes_a_page_in_this_folder(
    sijill: Sijill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert sijill("show", "=cmd", "--html").status == 0
    assert [path.name for path in folder.iterdir()] == ["cmd-img-src-x-onerror-alert-1-bold-2J..-..-x.html"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "", "/", ".hidden", "a\x00b", "x" * 500, "-rf"])
def test_a_report_s_name_becomes_a_harmless_file_name(name: str) -> None:
    made = file_name_for(name, ".html")
    assert re.fullmatch(r"[\w][\w.-]*\.html", made)
    assert len(made) < 120


def test_a_page_never_replaces_the_register(sijill: Sijill, register: Path) -> None:
    before = register.read_bytes()
    ran = sijill("show", "004", "--html", str(register))
    assert ran.status == 2
    assert register.read_bytes() == before


def test_a_file_without_html_is_refused(sijill: Sijill) -> None:
    ran = sijill("show", "004", "page.html")
    assert ran.status == 2
    assert "add --html" in ran.err


def test_a_report_that_is_not_there_is_not_found(sijill: Sijill) -> None:
    ran = sijill("show", "005")
    assert ran.status == 4
    assert "005" in ran.err
