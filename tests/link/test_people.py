from making import mention, person

from sijill.judgement import Anchor, Judgement
from sijill.link import link, lost_in, reattached
from sijill.link.persons import rulings
from sijill.values import Span


def test_a_persons_different_parts_what_the_machine_would_join() -> None:
    found = link([mention("a", "r1"), mention("b", "r2")], judged=[person("a", "b", "different")])
    assert found.incidents == {"a": ("a",), "b": ("b",)}


def test_a_persons_same_joins_what_lies_far_apart() -> None:
    far = [mention("a", "r1"), mention("b", "r2", town="kobani", day=20)]
    assert link(far, judged=[person("a", "b", "same")]).incidents == {"a": ("a", "b")}


def test_a_person_can_split_one_report_where_the_reader_gave_one_key() -> None:
    here = [mention("a", key="k"), mention("b", key="k")]
    assert link(here, judged=[person("a", "b", "different")]).incident_of("b") == "b"


def test_different_stands_where_people_contradict_each_other_and_the_older_same_is_listed() -> None:
    mentions = [mention(c, f"r{c}") for c in "abc"]
    judged = [person("a", "b", "same", 1), person("b", "c", "same", 2), person("a", "c", "different", 3)]
    found = link(mentions, judged=judged)
    assert found.incident_of("b") == found.incident_of("c") != found.incident_of("a")
    assert [j.pair for j in found.overruled] == [("a", "b")]


def test_the_newest_judgement_on_two_claims_is_in_force() -> None:
    judged = [person("a", "b", "different", 1), person("a", "b", "same", 2)]
    assert link([mention("a", "r1"), mention("b", "r2")], judged=judged).incident_of("b") == "a"


def test_accounts_are_taken_apart_where_people_joined_and_parted_their_claims() -> None:
    mentions = [mention("a", "r1", key="k"), mention("x", "r1", key="k"), mention("b", "r2", key="m"),
                mention("y", "r2", key="m")]  # fmt: skip
    found = link(mentions, judged=[person("a", "b", "same", 1), person("x", "y", "different", 2)])
    assert found.incident_of("a") == found.incident_of("b")
    assert found.incident_of("x") != found.incident_of("y")


def test_a_machines_judgement_is_never_taken_for_a_persons() -> None:
    machine = Judgement(a="a", b="b", verdict="different", seq=9)
    assert link([mention("a", "r1"), mention("b", "r2")], judged=[machine]).incident_of("b") == "a"


def test_a_judgement_finds_its_claims_again_by_their_words() -> None:
    anchors = (Anchor(report_name="r1", span=Span(start=0, end=2)), Anchor(report_name="r2", span=Span(start=5, end=9)))
    judgement = Judgement(a="old a", b="old b", verdict="same", author="Rana", anchors=anchors)
    standing = {"r1": [mention("a", "r1")], "r2": [mention("b", "r2", start=6), mention("c", "r2", start=40)]}
    assert lost_in([judgement], set()) == {"r1", "r2"}
    found = reattached([judgement], set(), standing)
    assert [j.pair for j in found.attached] == [("a", "b")]


def test_a_judgement_that_finds_nothing_is_listed_and_not_lost() -> None:
    judgement = Judgement(a="old a", b="b", verdict="same", author="Rana")
    assert reattached([judgement], {"b"}, {"r1": [mention("b")]}).adrift == (judgement,)


def test_only_judgements_that_share_claims_with_one_that_comes_or_goes_are_others_than_before() -> None:
    before = rulings([person("a", "b", "same", 1), person("b", "c", "different", 2), person("x", "y", "same", 3)])
    after = rulings([person("b", "c", "different", 2), person("x", "y", "same", 3)])
    assert after.other_than(before) == before.other_than(after) == {"a", "b", "c"}
    assert after.other_than(after) == set()
