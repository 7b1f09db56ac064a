"""Sources that draw on one origin stand together, with how often, and no two origins are run together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sijill.incident import Amount, Incident, Member, SourceFigures, Voice
from sijill.model import Claim, Evidence, Source
from sijill.reconcile.independence import Group, copies, groups, relays, sides
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

SOHR = Voice(key="sohr", name="the Observatory", kind="monitor", sources=(Source(worded="SOHR", kind="monitor"),))
ARMY = Voice(key="army", name="the army", kind="military", sources=(Source(worded="the army", kind="military"),))
SANA = Voice(key="sana", name="SANA", kind="government", sources=(Source(worded="SANA", kind="government"),))
HIDDEN = Voice(key="x", name="Yusuf", kind="witness", sources=(Source(worded="Yusuf", kind="witness", protected=True),))
OWN = Voice(key="the report of B", name="B", kind="reporter", sources=(Source(worded=None),))


def member(report: str, outlet: str | None, origin: str, entered: int) -> Member:
    words = Evidence(field="claim", span=Span(start=0, end=1), quote="x")
    claim = Claim(report_id=report, happening="attack", sources=(Source(worded=None),), evidence=(words,))
    return Member(claim=claim, report_name=report, outlet=outlet, origin=origin, entered=entered)


def figures(voice: Voice, reports: Iterable[str], repeats: str | None = None) -> SourceFigures:
    total = Amount(low=1, high=1, stated=1, category="unspecified", claims=("c",))
    return SourceFigures(voice=voice, measure="killed", total=total, reports=tuple(reports), repeats=repeats)


def incident(number: int, *told: SourceFigures) -> Incident:
    return Incident(id=str(number), claims=("c",), reports=(), origins=(), happening="attack", place=None, figures=told)


def test_outlets_that_print_one_copy_draw_on_whoever_was_entered_first() -> None:
    told = [member("r2", "Late Post", "o", 9), member("r1", "Wire", "o", 1), member("r3", "Late Post", "p", 12),
            member("r4", "Wire", "p", 11), member("r5", "Alone", "q", 13)]  # fmt: skip
    assert list(copies(told)) == [Group(kind="copy", origin="Wire", members=(("Late Post", 2),))]


def test_outlets_that_pass_on_one_monitor_draw_on_it_and_a_report_that_repeats_it_does_too() -> None:
    outlets = {"a": "A", "b": "B", "c": "C"}
    told = [incident(1, figures(SOHR, "a"), figures(OWN, "b", repeats="sohr")), incident(2, figures(SOHR, "ac"))]
    assert list(relays(told, outlets)) == [
        Group(kind="relay", origin="the Observatory", members=(("A", 2), ("B", 1), ("C", 1)))
    ]


def test_an_incident_whose_dead_and_injured_are_passed_on_counts_once() -> None:
    injured = replace(figures(SOHR, "ab"), measure="injured")
    assert list(relays([incident(1, figures(SOHR, "ab"), injured)], {"a": "A", "b": "B"})) == [
        Group(kind="relay", origin="the Observatory", members=(("A", 1), ("B", 1)))
    ]


def test_one_outlet_alone_and_a_protected_source_make_no_group() -> None:
    told = [incident(1, figures(SOHR, "a"), figures(HIDDEN, "ab"))]
    assert list(relays(told, {"a": "A", "b": "B"})) == []


def test_sources_of_one_side_stand_together() -> None:
    told = [incident(1, figures(ARMY, "a"), figures(SANA, "b"), figures(SOHR, "a"))]
    found = list(sides(told, lambda voice, _: None if voice is SOHR else "government"))
    assert found == [Group(kind="side", origin="government", members=(("SANA", 1), ("the army", 1)))]


def test_groups_come_by_kind_and_the_order_of_claims_changes_nothing() -> None:
    told = [member("a", "A", "o", 1), member("b", "B", "o", 2)]
    incidents = [incident(1, figures(SOHR, "ab"), figures(ARMY, "a"), figures(SANA, "b"))]
    found = groups(incidents, told, lambda voice, _: "government" if voice is not SOHR else None)
    assert [one.kind for one in found] == ["copy", "relay", "side"]
    assert groups(incidents, reversed(told), lambda voice, _: "government" if voice is not SOHR else None) == found
