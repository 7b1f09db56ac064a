from sijill.reconcile.independence import Printed
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
    (group,) = THERE.copied
    assert (group.origin, group.members) == ("Ahram", (("Sana", 1),))
    assert THERE.outlets == {"a.txt": "Ahram", "s.txt": "Sana"}
