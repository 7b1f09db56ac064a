"""`sijill series` and `sijill plot` on a small register."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from small_register import ALAA, EXTRACTOR, exactly, figure, report_of
from told import told

from sijill.incident import Filters, Incident, TallyRow
from sijill.ledger import open_register
from sijill.reconcile import reconcile
from sijill.serve import plot
from sijill.serve.cumulative import Line, Point, own_sum
from sijill.serve.web import make_app
from sijill.serve.web.running_totals import Scale, dot, last_of_each_place
from sijill.values import CountRange, Days

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from small_register import Ran

    Sijill = Callable[..., Ran]


@pytest.fixture
def linked(sijill: Sijill) -> Sijill:
    """Commands on the small register, linked."""
    assert sijill("link").status == 0
    return sijill


def test_running_totals_stand_beside_the_registers_own_sum(linked: Sijill) -> None:
    (row,) = json.loads(linked("series", "--json").out)
    assert (row["source"], row["worded"], row["low"], row["high"]) == ("The authorities", "some 1,100", 1100, 1100)
    assert "some 1,100, hedged" in " ".join(linked("series", "--measure", "killed").out.split())
    assert len(linked("series", "--csv").out.splitlines()) == 2


def test_a_register_without_running_totals_of_a_measure_says_so(linked: Sijill) -> None:
    ran = linked("series", "--measure", "displaced")
    assert (ran.status, ran.out) == (0, "")
    assert "nothing in the register" in ran.err
    assert linked("series", "--csv", "--json").status == 2


def test_a_plot_without_matplotlib_says_what_to_install(
    linked: Sijill, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(plot, "import_module", missing)
    ran = linked("plot", str(tmp_path / "toll.png"))
    assert ran.status == 2
    assert "pip install matplotlib" in ran.err
    assert not (tmp_path / "toll.png").exists()


def test_a_file_that_cannot_be_drawn_is_refused(linked: Sijill, tmp_path: Path, register: Path) -> None:
    assert linked("plot", str(tmp_path / "toll.txt")).status == 2
    assert linked("plot", str(register)).status == 2


def test_a_toll_is_drawn(linked: Sijill, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    file = tmp_path / "toll.png"
    assert json.loads(linked("plot", str(file), "--by", "place", "--json").out)["lines"] == 3
    assert file.read_bytes().startswith(b"\x89PNG")


class Lines:
    """Keeps what is drawn."""

    def __init__(self) -> None:
        self.drawn: list[tuple[list[int], str | None]] = []

    def plot(self, across: list[int], _: list[int], *, marker: str | None = None, **__: object) -> None:
        self.drawn.append((across, marker))


def test_an_open_range_is_drawn_with_an_arrow_and_a_best_as_a_point() -> None:
    lines = Lines()
    plot.draw_line(lines, 0, TallyRow(key="Idlib", low=3, best=7, high=None, stated=15, incidents=("a",)))
    assert lines.drawn == [([3, 15], None), ([3], "|"), ([15], ">"), ([7], "o")]


@pytest.fixture
def running(sijill: Sijill, register: Path) -> Sijill:
    """Commands on a register in which a protected source gives two running totals, one of them open."""
    first = report_of("Alaa said 40 people were killed since March.\n", "may", published=date(2011, 5, 1))
    later = report_of("Alaa said at least 5,000 people were killed since March.\n", "june", published=date(2011, 6, 1))
    since = {"sources": (ALAA,), "scope": "cumulative", "grounds": {"source": "Alaa"}}
    least = CountRange(low=5000, high=None, comparator="at_least", value=5000)
    with open_register(register) as book:
        book.enter(first, [figure(first, first.text[:-2], "40", exactly(40), **since)], extractor=EXTRACTOR)
        book.enter(later, [figure(later, later.text[:-2], "at least 5,000", least, **since)], extractor=EXTRACTOR)
    assert sijill("link").status == 0
    return sijill


def test_running_totals_are_drawn_by_a_rule_and_without_protected_names(running: Sijill, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    file = tmp_path / "series.svg"
    for rule in ("ibc", "ucdp"):
        assert running("plot", str(file), "--picture", "series", "--rule", rule).status == 0
        drawn = file.read_text()
        assert f"the sum by rule {rule}" in drawn
        assert "[protected source]" in drawn
        assert "alaa" not in drawn.lower()


def test_the_overview_says_of_an_open_total_that_it_is_open(running: Sijill, register: Path) -> None:
    assert running("series").status == 0
    with TestClient(make_app(str(register), reviewer="Amal"), base_url="http://127.0.0.1") as desk:
        assert "2011-06-01: 5,000 or more" in desk.get("/").text
        assert "2011-05-01: 40<" in desk.get("/").text
        assert "5,000 or more" not in desk.get("/", params={"country": "SY"}).text


def test_an_incident_counts_in_the_sum_from_its_last_day_on() -> None:
    three_days = Days(first=date(2016, 3, 14), last=date(2016, 3, 16))
    days = [three_days, Days(last=date(2016, 3, 15)), Days(first=date(2016, 4, 1))]
    incidents = [incident_on(one, number) for number, one in enumerate(days)]
    found = own_sum(incidents, Filters())
    assert [(point.day.day, point.low) for point in found.points] == [(15, 3), (16, 6), (1, 9)]


def incident_on(days: Days, number: int) -> Incident:
    """Return an incident of three killed."""
    return reconcile([told("SOHR", "3", report=f"r{number}", days=days)])


def test_totals_that_fall_together_in_the_drawing_are_drawn_once_and_the_last_of_them() -> None:
    scale = Scale(first=date(2016, 1, 1), last=date(2017, 12, 31), most=9)
    points = [Point(day=date(2016, month, day), low=3, high=3) for month, day in ((5, 4), (5, 5), (8, 1))]
    assert [f"{one.day:%d.%m.}" for one in last_of_each_place(points, scale)] == ["05.05.", "01.08."]


def test_a_drawn_total_opens_its_claim_and_the_sum_its_incidents() -> None:
    days = [date(2016, 3, 1), date(2016, 4, 1)]
    scale = Scale(first=days[0], last=days[1], most=10)
    point = Point(day=days[0], low=3, high=4, claim="abc")
    assert dot(point, Line(name="a source", points=(point,)), scale).address == "/claims/abc"
    own = Point(day=days[1], low=3, high=4)
    assert dot(own, Line(name="the sum", points=(own,)), scale).address == "/incidents?to=2016-04-01"
