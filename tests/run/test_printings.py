from sijill.reconcile.independence import Printed, copies
from sijill.run.blocks import Blocks
from sijill.run.independence import copies_in, last_outlet
from sijill.run.printings import Printings

AHRAM = Printed("a.txt", "Ahram", "one copy", 1, 2)
SANA = Printed("s.txt", "Sana", "one copy", 3, 4)
THERE = Printings({"a": AHRAM, "s": SANA})


def test_printings_in_which_nothing_is_otherwise_are_the_very_same() -> None:
    assert THERE.after({"a", "x"}, {"a": AHRAM}) is THERE


def test_printings_that_go_on_are_those_that_would_be_made_from_nothing() -> None:
    other = SANA._replace(outlet="Enab")
    assert THERE.after({"s"}, {"s": other}) == Printings({"a": AHRAM, "s": other})
    assert THERE.after({"s"}, {}) == Printings({"a": AHRAM})


def test_whoever_prints_a_copy_later_draws_on_who_printed_it_first() -> None:
    (group,) = copies_in(Blocks(), THERE.by_report)
    assert (group.origin, group.members) == ("Ahram", (("Sana", 1),))


def test_groups_of_copies_that_go_on_are_those_from_nothing() -> None:
    blocks = Blocks()
    for enab in ("one copy", "another", "one copy"):
        reports = {**THERE.by_report, "e": Printed("e.txt", "Enab", enab, 5, 6)}
        assert [*copies_in(blocks, reports)] == [*copies(reports.values())]


def test_reports_of_one_name_are_published_by_who_published_the_last_of_them() -> None:
    later = Printed("a.txt", "Enab", "another", 0, 9)
    assert last_outlet({"b": later, "a": AHRAM}) == "Enab"
