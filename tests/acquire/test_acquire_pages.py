import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sijill.acquire import Options, Refusal, acquire
from sijill.model import Report

STORY = "Shelling killed four people in the town of Sarmin on Monday, residents said. A hospital was hit as well. "
PAGE = f"""<!DOCTYPE html><html><head><title>Four killed in Sarmin - Example News</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2016-08-10T12:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Four killed in Sarmin</h1><p>{STORY * 3}</p><p>{STORY * 2}</p></article>
<footer>Copyright 2016 Example News</footer></body></html>"""
EMPTY_PAGE = "<html><body><nav><a href='/'>Home</a></nav><p>Copyright 2016. All rights reserved.</p></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example Feed</title>
<item><title>Four killed</title><link>{root}/page</link><description>Four were killed.</description></item>
<item><title>Five killed</title><link>{root}/other</link><guid>five</guid>
<pubDate>Thu, 11 Aug 2016 10:00:00 GMT</pubDate><description>{story}</description></item>
<item><title>Gone</title><link>{root}/gone</link></item></channel></rss>"""


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        root = f"http://127.0.0.1:{self.server.server_address[1]}"
        feed = FEED.format(root=root, story=f"&lt;p&gt;{STORY * 8}&lt;/p&gt;")
        pages = {
            "/page": ("text/html; charset=utf-8", PAGE),
            "/empty": ("text/html", EMPTY_PAGE),
            "/feed": ("application/rss+xml", feed),
            "/text": ("text/plain", STORY),
        }
        if self.path not in pages:
            self.send_error(404)
            return
        kind, content = pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_the_article_of_a_page_is_read_with_what_the_page_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "sarmin.html").write_text(PAGE)
    (report,) = acquire([str(tmp_path)])
    assert isinstance(report, Report)
    assert "Shelling killed four people" in report.text
    assert "Copyright" not in report.text
    assert (report.name, report.title, report.outlet) == ("sarmin", "Four killed in Sarmin", "Example News")
    assert (str(report.published), report.published_by) == ("2016-08-10", "metadata")


def test_the_encoding_that_a_page_declares_is_believed(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("Sarmin on", "Сармин on")
    (tmp_path / "a.html").write_bytes(page.encode("cp1251"))
    (report,) = acquire([str(tmp_path)])
    assert isinstance(report, Report)
    assert "Сармин" in report.text


@pytest.mark.parametrize("page", [EMPTY_PAGE, "<html></html>", "<html><body>" + "<div>" * 3000])
def test_a_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page)
    (refusal,) = acquire([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert refusal.reason == "is HTML without an article"


def test_html_is_known_by_its_first_words_whatever_the_ending(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (report,) = acquire([str(tmp_path)])
    assert isinstance(report, Report)
    assert "<article>" not in report.text


def test_a_page_is_fetched_for_its_address(site: str) -> None:
    (report,) = acquire([f"{site}/page"])
    assert isinstance(report, Report)
    assert report.name == report.url == f"{site}/page"
    assert "Shelling killed four people" in report.text


def test_plain_text_may_stand_at_an_address(site: str) -> None:
    (report,) = acquire([f"{site}/text"])
    assert isinstance(report, Report)
    assert report.text == STORY


def test_a_feed_gives_its_entries_own_words_or_the_pages_they_link_to(site: str) -> None:
    linked, own, gone = acquire([f"{site}/feed"])
    assert isinstance(linked, Report)
    assert (linked.title, linked.url) == ("Four killed in Sarmin", f"{site}/page")
    assert isinstance(own, Report)
    assert (own.name, own.title, own.outlet) == ("five", "Five killed", "Example Feed")
    assert (str(own.published), own.published_by) == ("2016-08-11", "metadata")
    assert isinstance(gone, Refusal)
    assert "404" in gone.reason


def test_a_feed_in_a_file_fetches_nothing(tmp_path: Path) -> None:
    feed = FEED.format(root="http://127.0.0.1:9", story=f"&lt;p&gt;{STORY * 8}&lt;/p&gt;")
    (tmp_path / "feed.xml").write_text(feed)
    first, own, last = acquire([str(tmp_path)])
    assert [type(found) for found in (first, own, last)] == [Refusal, Report, Refusal]
    assert first.reason == "holds only a link and a summary"


@pytest.mark.parametrize("path", ["/missing", "/empty"])
def test_an_address_without_a_report_is_refused(site: str, path: str) -> None:
    (refusal,) = acquire([site + path])
    assert isinstance(refusal, Refusal)
    assert refusal.name == site + path


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://", "https://[bad/", "http://exa mple/"])
def test_an_address_that_cannot_be_reached_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("no_proxy", "*")
    (refusal,) = acquire([address])
    assert isinstance(refusal, Refusal)
    assert "cannot be fetched" in refusal.reason


def test_a_page_over_the_limit_is_refused(site: str) -> None:
    (refusal,) = acquire([f"{site}/page"], options=Options(max_bytes=200))
    assert isinstance(refusal, Refusal)
    assert "may hold" in refusal.reason


def test_xml_that_is_neither_page_nor_feed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<?xml version='1.0'?><data><row>1</row></data>")
    (refusal,) = acquire([str(tmp_path)])
    assert isinstance(refusal, Refusal)
    assert "XML" in refusal.reason
