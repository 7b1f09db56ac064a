from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import TOWNS, mention, person

from sijill.link import LinkIndex, link

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from sijill.judgement import Judgement
    from sijill.link import Mention

CLAIMS = [f"c{i}" for i in range(9)]
REPORTS = [f"r{i}" for i in range(5)]
GONE = REPORTS[-1]  # whose claims are left out where reports are read otherwise


@st.composite
def registers(draw: st.DrawFn) -> list[Mention]:
    """A handful of claims in a few reports, many of them alike."""
    return [
        mention(
            claim,
            draw(st.sampled_from(REPORTS)),
            town=draw(st.sampled_from([*TOWNS, None])),
            day=draw(st.sampled_from([0, 0, 0, 1, 2, 5, None])),
            killed=draw(st.sampled_from([None, 3, 30, 32])),
            key=draw(st.sampled_from([None, None, "k"])),
            rare=draw(st.sampled_from(["", "yusuf", "yusuf salem mosque"])),
            happening=draw(st.sampled_from(["suicide_bomb", "attack", "displacement"])),
            entered=i,
        )
        for i, claim in enumerate(CLAIMS)
    ]


pairs = st.tuples(st.sampled_from(CLAIMS), st.sampled_from(CLAIMS)).filter(lambda p: p[0] != p[1])
judged_lists = st.lists(st.tuples(pairs, st.sampled_from(["same", "different", "unsure"])), max_size=5).map(
    lambda found: [person(a, b, verdict, seq) for seq, ((a, b), verdict) in enumerate(found, start=1)]
)
few = settings(max_examples=60, deadline=None)


@few
@given(registers(), judged_lists, st.randoms())
def test_the_order_of_claims_and_judgements_changes_nothing(
    mentions: list[Mention], judged: list[Judgement], rng: Random
) -> None:
    wanted = link(mentions, judged=judged)
    rng.shuffle(mentions)
    rng.shuffle(judged)
    assert link(mentions, judged=judged) == wanted


@few
@given(registers(), judged_lists)
def test_report_by_report_gives_what_all_at_once_gives(mentions: list[Mention], judged: list[Judgement]) -> None:
    index = LinkIndex(judged=judged)
    for each in mentions:
        index.add([each])
    assert index.linking() == link(mentions, judged=judged)


@few
@given(registers(), judged_lists, judged_lists)
def test_undoing_judgements_restores_the_linking_before_them(
    mentions: list[Mention], judged: list[Judgement], more: list[Judgement]
) -> None:
    index = LinkIndex(judged=judged)
    index.add(mentions)
    before = index.linking()
    index.judge([*judged, *(replace(j, seq=j.seq + 100) for j in more)])
    index.judge(judged)
    assert index.linking() == before


@few
@given(registers(), judged_lists)
def test_a_persons_different_is_never_overruled(mentions: list[Mention], judged: list[Judgement]) -> None:
    found = link(mentions, judged=judged)
    newest = {j.pair: j for j in judged}
    for (a, b), judgement in newest.items():
        if judgement.verdict == "different":
            assert found.incident_of(a) != found.incident_of(b)
        if judgement.verdict == "same" and judgement not in found.overruled:
            assert found.incident_of(a) == found.incident_of(b)


@few
@given(registers(), pairs)
def test_merging_then_splitting_is_the_identity(mentions: list[Mention], pair: tuple[str, str]) -> None:
    before = link(mentions)
    if before.incident_of(pair[0]) == before.incident_of(pair[1]):
        return
    index = LinkIndex(judged=[person(*pair, "different", 0)])
    index.add(mentions)
    apart = index.linking()
    index.judge([person(*pair, "same", 1)])
    index.judge([person(*pair, "same", 1), person(*pair, "different", 2)])
    assert index.linking().incidents == apart.incidents == before.incidents


@few
@given(registers())
def test_every_linked_claim_is_in_one_incident_named_after_its_first_claim(mentions: list[Mention]) -> None:
    found = link(mentions)
    claims = [claim for members in found.incidents.values() for claim in members]
    assert sorted(claims) == CLAIMS
    assert all(members[0] == id_ for id_, members in found.incidents.items())


# what is done to an index: some of people's judgements are taken back, some are given, a report is read otherwise
entries = st.one_of(
    st.tuples(st.just("undo"), st.sets(st.integers(0, 30), max_size=3)),
    st.tuples(st.just("judge"), st.tuples(pairs, st.sampled_from(["same", "same", "different", "unsure"]))),
    st.tuples(st.just("replace"), st.tuples(st.sets(st.sampled_from(REPORTS), min_size=1, max_size=2), registers())),
)


def held_in(index: LinkIndex) -> object:
    """Everything that an index remembers, the units by what they are made of."""
    memory = index.memory
    told = {report: {(unit.id, unit.mentions) for unit in units} for report, units in memory.told.items()}
    clusters = {id_: set(units) for id_, units in memory.members.items()}
    joined = {id_: others for id_, others in memory.joined.items() if others}
    return told, clusters, joined, memory.homes, memory.reports, memory.clusters, index.linking()


class Followed:
    """An index to which entries are made one by one, and what it was told."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        """Begin with some mentions and no judgement."""
        self.there = {report: [m for m in mentions if m.report == report] for report in REPORTS}
        self.home = {m.claim: m.report for m in mentions}
        self.judged: list[Judgement] = []
        self.index = LinkIndex()
        self.index.add(mentions)
        self._seq = 0

    def enter(self, what: str, given: Any) -> None:
        """Make an entry."""
        if what == "replace":
            reports, mentions = given
            fresh = [replace(m, report=self.home[m.claim]) for m in mentions if m.report != GONE]
            changed = {report: [m for m in fresh if m.report == report] for report in reports}
            self.there |= changed
            self.index.replace(changed)
            return
        self._seq += 1
        if what == "judge":
            (a, b), verdict = given
            self.judged = [*self.judged, person(a, b, verdict, self._seq)]
        else:
            self.judged = [j for at, j in enumerate(self.judged) if at not in given]
        self.index.judge(self.judged)

    def from_nothing(self) -> LinkIndex:
        """The same mentions, linked at once under the judgements that are in force."""
        anew = LinkIndex(judged=self.judged)
        anew.add([mention for found in self.there.values() for mention in found])
        return anew


def assert_follows(mentions: Sequence[Mention], done: Sequence[tuple[str, Any]]) -> None:
    followed = Followed(mentions)
    for what, of_what in done:
        followed.enter(what, of_what)
        assert held_in(followed.index) == held_in(followed.from_nothing())


@few
@given(registers(), st.lists(entries, min_size=3, max_size=12))
def test_settling_what_an_entry_touches_gives_what_settling_everything_gives(
    mentions: list[Mention], done: list[tuple[str, Any]]
) -> None:
    assert_follows(mentions, done)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(registers(), st.lists(entries, min_size=3, max_size=12))
def test_and_so_it_does_after_many_more_entries(mentions: list[Mention], done: list[tuple[str, Any]]) -> None:
    assert_follows(mentions, done)
