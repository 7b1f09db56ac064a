from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from told import DAY, told

from sijill.incident import Filters
from sijill.reconcile import nested, reconcile, rules, tally

if TYPE_CHECKING:
    from sijill.incident import Member

SOURCES = (
    ("SOHR", "monitor"), ("the Observatory", "monitor"), ("the monitor", "monitor"), ("police", "government"),
    ("the ministry", "government"), ("a witness", "witness"), ("activists", "activist"), (None, "reporter"),
)  # fmt: skip
CATEGORIES = ("civilian", "protester", "state_forces", "armed_group", "mixed", "unspecified")
NUMBERS = st.one_of(
    st.integers(0, 60).map(str),
    st.integers(1, 60).map(lambda n: f"at least {n}"),
    st.integers(1, 60).map(lambda n: f"up to {n}"),
    st.integers(1, 60).map(lambda n: f"about {n}"),
    st.sampled_from(["dozens", "several", "many", "hundreds", "between 5 and 9", "another 7"]),
)
CLAUSES = st.sampled_from(
    [("", ""), ("including ", ""), ("an earlier toll of ", ""), ("", " others"), ("", " of them")]
)
MEASURES = st.sampled_from(["killed", "killed", "injured", "killed_or_injured"])
CERTAINTIES = st.sampled_from(["asserted", "asserted", "hedged", "denied", "hypothetical"])


@st.composite
def members(draw: st.DrawFn, report: str | None = None) -> Member:
    source, kind = draw(st.sampled_from(SOURCES))
    named = report or draw(st.sampled_from(["r1", "r2", "r3"]))
    return told(
        source,
        draw(NUMBERS),
        draw(st.sampled_from([None, "people", "rebels", "women", "children", "soldiers"])),
        category=draw(st.sampled_from(CATEGORIES)),
        kind=kind,
        measure=draw(MEASURES),
        report=named,
        at=draw(st.integers(0, 40)) * 25,
        clause=draw(CLAUSES),
        published=DAY + timedelta(days=int(named[-1])),
        certainty=draw(CERTAINTIES),
        outlet=f"outlet of {named}",
        origin=draw(st.sampled_from(["", "wire"])),
        entered=draw(st.integers(0, 9)),
    )


CLUSTERS = st.lists(members(), min_size=1, max_size=9)


@given(CLUSTERS, st.randoms(use_true_random=False))
def test_reconciling_does_not_depend_on_the_order_of_members(cluster: list[Member], random: object) -> None:
    shuffled = list(cluster)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert reconcile(shuffled) == reconcile(cluster)


@given(CLUSTERS, st.data())
def test_entering_a_member_twice_changes_nothing(cluster: list[Member], data: st.DataObject) -> None:
    again = data.draw(st.sampled_from(cluster))
    assert reconcile([*cluster, again]) == reconcile(cluster)


@given(CLUSTERS)
def test_low_never_exceeds_high_and_every_number_lists_its_claims(cluster: list[Member]) -> None:
    ids = {m.claim.id for m in cluster}
    for found in reconcile(cluster).ranges:
        assert found.low <= found.stated
        assert found.high is None or found.stated <= found.high
        assert found.claims
        assert set(found.claims) <= ids


@given(CLUSTERS)
def test_a_denied_or_hypothetical_figure_never_enters(cluster: list[Member]) -> None:
    asserting = {m.claim.id for m in cluster if m.claim.certainty in {"asserted", "hedged"}}
    for found in reconcile(cluster).ranges:
        assert set(found.claims) <= asserting


@given(CLUSTERS, members(report="r1"))
def test_what_another_source_denies_changes_no_range(cluster: list[Member], other: Member) -> None:
    """The denial stands in a copy of nothing: an earlier copy of a wire would also say who printed that first."""
    stranger = replace(other.claim.sources[0], worded="Quite Another Body", kind="opposition")
    claim = replace(other.claim, sources=(stranger,), certainty="denied")
    before = {(r.measure, r.low, r.high) for r in reconcile(cluster).ranges}
    added = replace(other, claim=claim, report_name="r9", origin="", outlet="outlet of r9")
    if claim.id not in {m.claim.id for m in cluster}:
        assert {(r.measure, r.low, r.high) for r in reconcile([*cluster, added]).ranges} == before


@given(st.integers(1, 60), st.integers(0, 60), st.sampled_from(CATEGORIES), st.sampled_from(CATEGORIES), st.booleans())
def test_a_part_never_raises_a_total(whole: int, part: int, category: str, other: str, marked: bool) -> None:  # noqa: FBT001
    total = told("SOHR", str(whole), "people", category=category)
    one = told("SOHR", str(min(whole, part)), "children", category=other, at=30, clause=("including ", ""))
    if marked:
        one = told("SOHR", str(min(whole, part)), "children", category=other, at=30, part_of=total.claim.id)
    (alone,), (both,) = reconcile([total]).ranges, reconcile([total, one]).ranges
    assert (both.low, both.high) == (alone.low, alone.high)


@given(
    st.lists(CLUSTERS, max_size=4), NUMBERS, st.sampled_from(["period", "cumulative"]), st.sampled_from(list(rules()))
)
def test_a_period_s_or_cumulative_claim_never_changes_a_toll(
    clusters: list[list[Member]], number: str, scope: str, rule: str
) -> None:
    running = told("SOHR", number, report="r8", scope=scope)
    plain = tally([reconcile(c) for c in clusters], rule=rule).whole
    joined = tally([reconcile([*c, running]) for c in clusters], [running], rule=rule).whole
    assert (plain.low, plain.best, plain.high) == (joined.low, joined.best, joined.high)


@given(
    st.lists(CLUSTERS, max_size=5),
    st.sampled_from(list(rules())),
    st.sampled_from([None, "civilian", "armed_group", "state_forces", "protester"]),
    st.sampled_from([None, "day", "source", "category", "place"]),
)
def test_low_best_and_high_are_always_in_order(
    clusters: list[list[Member]], rule: str, category: str | None, by: str | None
) -> None:
    incidents = nested([reconcile(c) for c in clusters])
    found = tally(incidents, rule=rule, filters=Filters(category=category), by=by)
    for row in (found.whole, *found.rows):
        ends = [n for n in (row.low, row.best, row.high) if n is not None]
        assert ends == sorted(ends)


@given(st.lists(CLUSTERS, max_size=4))
def test_the_same_incident_twice_is_counted_once(clusters: list[list[Member]]) -> None:
    incidents = [reconcile(c) for c in clusters]
    assert tally([*incidents, *incidents]).whole == tally(incidents).whole
