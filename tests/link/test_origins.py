from making import report

from sijill.link import OriginIndex, differing, origins

WIRE = (
    "A suicide bomber struck a bus near the Atmeh crossing on Sunday night, a monitor said. "
    "The Observatory said at least 32 rebels of the Faylaq al-Sham faction were killed in the blast. "
    "The fighters were entering Syria from Turkey to reinforce their ranks near Aleppo."
)
OTHER = (
    "Rockets fell on two neighbourhoods of Aleppo on Monday, killing three schoolchildren and their teacher. "
    "State media blamed terrorist groups positioned in the east of the city for the attack on the school."
)


def test_a_story_that_two_outlets_print_has_one_origin() -> None:
    first, second = report("ahram", WIRE), report("sana", f"Damascus. {WIRE} More follows from our own desk.")
    assert set(origins([first, second, report("enab", OTHER)]).values()) == {first.id, report("enab", OTHER).id}


def test_the_sentences_that_differ_are_listed() -> None:
    first, second = report("ahram", WIRE), report("sana", WIRE.replace("32", "15") + " More follows.")
    here, there = differing(first, second)
    assert len(here) == 1
    assert "32" in here[0]
    assert there[-1] == "More follows."


def test_origins_are_kept_up_report_by_report() -> None:
    index = OriginIndex()
    first, later = report("ahram", WIRE), report("sana", WIRE)
    assert index.add(first, 1) == first.id
    assert index.add(later, 2) == first.id
    assert index.add(later, 2) == first.id


def test_two_reports_too_short_to_tell_are_not_one() -> None:
    assert len(set(origins([report("a", "Ten killed."), report("b", "Ten killed.")]).values())) == 2


def test_a_sentence_that_every_report_prints_joins_none_and_hides_none() -> None:
    aside = (
        " The war in Syria has killed hundreds of thousands of people and displaced half of the population since 2011."
    )
    others = [report(f"other {n}", f"Report {n} tells of town {n}, its {n} shells and market number {n}.{aside}")
              for n in range(9)]  # fmt: skip
    first, second = report("ahram", WIRE + aside), report("sana", WIRE + aside)
    found = origins([*others, first, second])
    assert found[second.id] == first.id
    assert len(set(found.values())) == len(others) + 1
