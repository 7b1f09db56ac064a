from making import mention, person

from sijill.link import LinkIndex, link


def test_two_outlets_tell_of_one_bomb() -> None:
    found = link([mention("a", "r1"), mention("b", "r2")])
    assert found.incidents == {"a": ("a", "b")}


def test_another_town_far_away_is_another_incident_whatever_else_agrees() -> None:
    found = link([mention("a", "r1"), mention("b", "r2", town="kobani")])
    assert found.incident_of("a") != found.incident_of("b")


def test_days_that_lie_apart_are_never_one() -> None:
    found = link([mention("a", "r1", rare="yusuf salem"), mention("b", "r2", day=4, rare="yusuf salem")])
    assert found.incident_of("a") != found.incident_of("b")


def test_a_period_or_cumulative_figure_is_not_linked() -> None:
    found = link([mention("a", "r1"), mention("b", "r2", scope="period"), mention("c", "r3", scope="cumulative")])
    assert found.incidents == {"a": ("a",)}
    assert found.incident_of("b") is None


def test_claims_of_one_key_stay_together() -> None:
    found = link([mention("a", key="k", killed=32), mention("b", key="k", killed=3, town=None)])
    assert found.incidents == {"a": ("a", "b")}


def test_a_key_that_leads_from_one_happening_to_another_is_not_followed() -> None:
    strike = mention("a", key="k", killed=8, happening="air_drone_strike")
    clash = mention("b", key="k", killed=38, happening="armed_clash", town="homs", day=-1, sentence=9)
    assert link([strike, clash]).incidents == {"a": ("a",), "b": ("b",)}


def test_claims_of_one_key_are_two_where_their_days_lie_apart() -> None:
    found = link([mention("a", key="k", killed=15), mention("b", key="k", killed=100, day=-7)])
    assert found.incidents == {"a": ("a",), "b": ("b",)}


def test_one_report_tells_two_happenings_apart_and_a_third_report_does_not_bring_them_together() -> None:
    here = [mention("a", "r1", killed=32), mention("b", "r1", killed=7, happening="armed_clash", town="homs", day=-1)]
    found = link([*here, mention("c", "r2")])
    assert found.incident_of("a") == found.incident_of("c") != found.incident_of("b")


def test_an_incident_is_named_after_its_first_entered_claim_and_keeps_its_name_when_others_join() -> None:
    index = LinkIndex()
    index.add([mention("z", "r1", entered=1)])
    change = index.add([mention("a", "r2", entered=2)])
    assert index.incident_of("a") == "z"
    assert change.incidents == {"z": ("z", "a")}
    assert not change.moved


def test_an_old_id_leads_to_the_incident_it_was_merged_into() -> None:
    index = LinkIndex()
    index.add([mention("a", "r1", entered=1), mention("b", "r2", entered=2, town="homs")])
    assert index.resolve("b") == "b"
    change = index.judge([person("a", "b", "same")])
    assert index.resolve("b") == "a"
    assert change.moved == {"b": "a"}


def test_every_judgement_says_why() -> None:
    (judgement,) = link([mention("a", "r1"), mention("b", "r2")]).judgements
    assert judgement.verdict == "same"
    assert [part.name for part in judgement.parts] == [
        "days", "place", "happening", "figures", "actors", "words", "source",
    ]  # fmt: skip
    assert str(judgement.parts[1]).startswith("place: same (+")


def test_a_later_higher_figure_is_an_update_and_links() -> None:
    found = link([mention("a", "r1", killed=15), mention("b", "r2", killed=32)])
    assert found.incidents == {"a": ("a", "b")}
    assert found.judgements[0].parts[3].level == "update"


def test_adding_report_by_report_gives_what_linking_at_once_gives() -> None:
    mentions = [mention(f"c{i}", f"r{i}", town=town, entered=i) for i, town in enumerate(("atmeh", "homs") * 3)]
    index = LinkIndex()
    for each in mentions:
        index.add([each])
    assert index.linking() == link(mentions)


def test_a_report_that_is_taken_out_leaves_no_trace() -> None:
    index = LinkIndex()
    index.add([mention("a", "r1")])
    before = index.linking()
    index.add([mention("b", "r2")])
    index.remove("r2")
    assert index.linking() == before


def test_adding_the_same_again_changes_nothing() -> None:
    index = LinkIndex()
    index.add([mention("a", "r1"), mention("b", "r2")])
    change = index.add([mention("a", "r1")])
    assert not change.incidents
    assert not change.reports


def test_an_undated_claim_is_looked_for_by_the_name_of_its_place() -> None:
    found = link([mention("a", "r1", rare="yusuf"), mention("b", "r2", day=None, rare="yusuf")])
    assert found.incidents == {"a": ("a", "b")}
