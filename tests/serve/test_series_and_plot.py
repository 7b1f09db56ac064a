"""`sijill series` and `sijill plot` on a small register."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sijill.incident import TallyRow
from sijill.serve import plot

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
