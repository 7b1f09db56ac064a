"""Whom claims blame, read by the model that ships."""

import pytest

import sijill


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        (
            "A building was targeted early Monday in an airstrike that the Libyan government alleges killed 15 people.",
            None,
        ),
        ("Fierce fighting and shelling killed at least 18 regime forces and allied fighters on Friday.", None),
        ("The army, which said it killed 12 rebels, withdrew.", "The army"),
    ],
)
def test_those_who_were_harmed_or_only_allege_it_are_not_blamed(text: str, blamed: str | None) -> None:
    [claim] = [claim for claim in sijill.read(text) if claim.figure]
    assert (claim.perpetrator.worded if claim.perpetrator else None) == blamed
