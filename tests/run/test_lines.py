"""Lines that go on from earlier ones are those that all blocks come to, and what did not change is the very same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sijill.incident import Incident
from sijill.run.blocks import Blocks
from sijill.run.lines import differing, regrouped
from sijill.values import Days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Block = tuple[Incident, ...]

WORDS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 40), max_size=6)
changes = st.lists(st.dictionaries(st.integers(0, 30), st.sampled_from(["x", "y", "z", None]), max_size=6), max_size=6)


def incident(number: int, happening: str) -> Incident:
    return Incident(
        id=f"{number}", claims=(f"{number}",), reports=("a",), origins=("a",), happening=happening, place=None,
        days=Days(), ranges=(),
    )  # fmt: skip


def by_happening(some: Iterable[Incident]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in some:
        found[one.happening or ""] = found.get(one.happening or "", frozenset()) | {one.id}
    return found


def lined(blocks: Blocks) -> Mapping[str, frozenset[str]]:
    return blocks.lined("by happening", by_happening, lambda parts: frozenset().union(*parts))


@given(changes)
def test_lines_after_any_changes_are_those_from_nothing(done: list[dict[int, str | None]]) -> None:
    blocks, there = Blocks(), dict[str, Incident]()
    for step in done:
        there = dict(there)
        for number, happening in step.items():
            there.pop(f"{number}", None)
            if happening:
                there[f"{number}"] = incident(number, happening)
        blocks = blocks.after(there, [f"{number}" for number in step])
        assert lined(blocks) == by_happening(there.values())


def test_a_line_in_which_nothing_changed_is_the_very_one_of_before_and_the_earlier_view_keeps_its_own() -> None:
    there = {f"{number}": incident(number, "x" if number % 2 else "y") for number in range(40)}
    blocks = Blocks().after(there, there)
    before = lined(blocks)
    after = blocks.after(there | {"1": incident(1, "z")}, ["1"])
    now = lined(after)
    assert now["y"] is before["y"]
    assert now["z"] == {"1"}
    assert "1" in before["x"]
    assert "1" not in now["x"]
    assert lined(blocks) == before


@given(st.lists(WORDS, max_size=6))
def test_lines_are_grouped_anew_as_they_would_be_from_nothing(steps: list[dict[str, int]]) -> None:
    def group_of(key: str, value: int) -> str | None:
        return f"{value % 3}{key > 'c'}" if value % 4 else None

    before = None
    for lines in steps:
        groups = regrouped(before, lines, group_of)
        assert groups == regrouped(None, lines, group_of)
        before = lines, groups


def test_what_came_went_or_is_another_differs() -> None:
    assert differing({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 5, "d": 4}) == {"b", "c", "d"}
