"""Numbers that are told together are of one happening."""

from __future__ import annotations

import pytest

import sijill


def keys(text: str) -> list[str | None]:
    claims = sorted(sijill.read(text, published="2016-08-10"), key=lambda c: c.anchor.span.start)
    return [claim.incident for claim in claims if claim.figure]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers, a policeman and four civilians were killed in Mosul on Monday.",
        "A policeman and three others were killed by a roadside bomb in Baquba.",
        "Shelling killed 12 people in Douma on Monday and wounded 30 others.",
        "At least 17 people died in the raid on Idlib on Monday, five of them children, doctors said.",
    ],
)
def test_those_whom_one_sentence_counts_are_of_one_happening(text: str) -> None:
    found = keys(text)
    assert len(found) > 1
    assert len(set(found)) == 1
    assert found[0] is not None


def test_an_enumeration_goes_into_a_quote_whole() -> None:
    text = "A rebel commander and four other fighters were killed in clashes near Idlib on Saturday."
    quotes = [claim.evidence[0].quote for claim in sijill.read(text, published="2016-08-10") if claim.figure]
    assert all("commander and four other fighters" in quote for quote in quotes)


def test_commanders_among_the_dead_are_a_part_of_them() -> None:
    text = "Twelve militants were killed. Among the dead were a commander and two other leaders."
    figures = [claim.figure for claim in sijill.read(text, published="2016-08-10") if claim.figure]
    assert [figure.part_of is None for figure in figures] == [True, False, False]


def test_the_dead_of_today_and_of_another_day_are_not_told_together() -> None:
    text = "Police shot dead two people in Kisumu on Monday in protests in which 39 people have been killed."
    scopes = {
        claim.figure.worded: claim.figure.scope for claim in sijill.read(text, published="2016-08-10") if claim.figure
    }
    assert scopes["two"] == "incident"


def test_a_running_toll_beside_the_dead_of_a_day_is_no_part_of_them() -> None:
    text = "At least 23 people were killed yesterday, pushing the death toll of the uprising to 4,600, activists said."
    scopes = [claim.figure.scope for claim in sijill.read(text, published="2016-08-10") if claim.figure]
    assert scopes[0] != "cumulative"
    assert scopes[1] == "cumulative"
