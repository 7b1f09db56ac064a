from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from making import TOWNS, mention, person

from sijill.link import LinkIndex, link

if TYPE_CHECKING:
    from random import Random

    from sijill.judgement import Judgement
    from sijill.link import Mention

CLAIMS = [f"c{i}" for i in range(9)]


@st.composite
def registers(draw: st.DrawFn) -> list[Mention]:
    """A handful of claims in a few reports, many of them alike."""
    return [
        mention(
            claim,
            f"r{draw(st.integers(0, 4))}",
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
