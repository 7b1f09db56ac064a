"""Tolls told again, and some "of the dead", take what the report says of the same people elsewhere."""

import pytest

from sijill.extract.numbers import count_of
from sijill.ground.told_again import told_again
from sijill.model import Claim, Evidence, Figure, Source
from sijill.values import Span


def told(
    text: str, *figures: tuple[str, str | None, str], happenings: str = "", sources: tuple[str | None, ...] = ()
) -> list[str]:
    """Return the categories of figures (number, victims, category) of a text, of one happening where none is given."""
    speakers = (*sources, *[None] * len(figures))
    claims = [_claim(text, f, happenings[at : at + 1] or "a", speakers[at]) for at, f in enumerate(figures)]
    return [claim.figure.category for claim in told_again(claims, text) if claim.figure]


def _claim(text: str, figure: tuple[str, str | None, str], happening: str, source: str | None) -> Claim:
    number, victims, category = figure
    start = text.index(number)
    words = Evidence(field="number", span=Span(start=start, end=start + len(number)), quote=number)
    count = Figure(
        measure="killed", worded=number, count=count_of(number), victims=victims, category=category, scope="incident"
    )
    return Claim(
        report_id="r", happening="attack", sources=(Source(worded=source),), evidence=(words,), figure=count,
        incident=happening, extractor="test",
    )  # fmt: skip


def test_a_headline_of_nobody_counts_the_civilians_of_the_text() -> None:
    text = "Air raids kill 10 in Idlib. The raids killed at least 10 civilians."
    figures = ("10", None, "unspecified"), ("at least 10", "civilians", "civilian")
    assert told(text, *figures) == ["civilian", "civilian"]


@pytest.mark.parametrize(
    ("victims", "category"), [("children", "civilian"), ("soldiers", "state_forces"), (None, "civilian")]
)
def test_it_counts_no_children_soldiers_or_people_of_whom_nothing_is_said(victims: str | None, category: str) -> None:
    text = "Air raids kill 10 in Idlib. The raids killed at least 10."
    figures = ("10", None, "unspecified"), ("at least 10", victims, category)
    assert told(text, *figures)[0] == "unspecified"


@pytest.mark.parametrize(
    "other",
    [
        (("10", "people", "unspecified"), ("at least 10", "civilians", "civilian")),
        (("10", None, "unspecified"), ("at least 9", "civilians", "civilian")),
        (("10", None, "armed_group"), ("at least 10", "civilians", "civilian")),
    ],
)
def test_people_another_number_and_what_is_known_stay(other: tuple[tuple[str, str | None, str], ...]) -> None:
    text = f"Air raids kill 10 in Idlib. The raids killed {other[1][0]} civilians."
    assert told(text, *other)[0] == other[0][2]


@pytest.mark.parametrize(("teller", "category"), [("the army", "unspecified"), ("activists", "civilian")])
def test_nobody_is_made_to_say_whom_only_another_source_names(teller: str, category: str) -> None:
    text = f"Nine were killed, {teller} said. Activists said soldiers killed nine civilians."
    figures = ("Nine", None, "unspecified"), ("nine", "civilians", "civilian")
    assert told(text, *figures, sources=(teller, "activists"))[0] == category


@pytest.mark.parametrize("apart", ["Nearby, ", "A second raid killed ", "Shells also killed "])
def test_those_killed_apart_are_others_though_as_many(apart: str) -> None:
    text = f"Attack on base kills 5. Gunmen attacked a base on Monday. {apart}at least 5 civilians."
    figures = ("5", None, "unspecified"), ("at least 5", "civilians", "civilian")
    assert told(text, *figures) == ["unspecified", "civilian"]


def test_the_same_number_of_another_happening_is_of_others() -> None:
    text = "Air raids kill 10 in Idlib. A bomb in Homs killed at least 10 civilians."
    figures = ("10", None, "unspecified"), ("at least 10", "civilians", "civilian")
    assert told(text, *figures, happenings="ab") == ["unspecified", "civilian"]


def test_some_of_the_dead_are_what_the_dead_were_said_to_be() -> None:
    text = "Rockets killed 12 soldiers. Five of the dead were hit at the gate."
    assert told(text, ("12", "soldiers", "state_forces"), ("Five", "the dead", "unspecified")) == ["state_forces"] * 2


def test_some_of_the_dead_stay_open_where_the_dead_are() -> None:
    text = "Rockets killed 12 soldiers. In all 40 died. Five of the dead were hit at the gate."
    figures = ("12", "soldiers", "state_forces"), ("40", None, "unspecified"), ("Five", "the dead", "unspecified")
    assert told(text, *figures)[2] == "unspecified"


def test_five_who_are_not_of_the_dead_stay_open() -> None:
    text = "Rockets killed 12 soldiers. Five people died in a fire."
    assert told(text, ("12", "soldiers", "state_forces"), ("Five", "people", "unspecified"))[1] == "unspecified"


def test_what_an_army_calls_the_dead_is_not_what_residents_do() -> None:
    text = "The army said it killed 40 terrorists. Residents said 11 of the victims were from one family."
    figures = ("40", "terrorists", "armed_group"), ("11", "the victims", "unspecified")
    assert told(text, *figures, sources=("The army", "Residents"))[1] == "unspecified"
    assert told(text, *figures, sources=(None, "Residents"))[1] == "armed_group"
    assert told(text, *figures, sources=("The army", "The army"))[1] == "armed_group"
    assert told(text, *figures, sources=("The army",))[1] == "armed_group"


def test_a_source_is_named_in_full_once() -> None:
    text = "Rockets killed 12 soldiers, a source at Orzan police said. The source said five of the dead were officers."
    figures = ("12", "soldiers", "state_forces"), ("five", "the dead", "unspecified")
    assert told(text, *figures, sources=("a source at Orzan police", "The source"))[1] == "state_forces"


def test_civilians_are_so_whoever_speaks_of_their_happening() -> None:
    text = "A monitor said raids killed 19 civilians. Doctors said nine of the dead were hit at home."
    figures = ("19", "civilians", "civilian"), ("nine", "the dead", "unspecified")
    speakers = "A monitor", "Doctors"
    assert told(text, *figures, sources=speakers)[1] == "civilian"
    assert told(text, *figures, sources=speakers, happenings="ab")[1] == "unspecified"


def test_of_dead_who_were_told_of_as_two_peoples_some_stay_open() -> None:
    text = "Rockets killed 12 soldiers. A bomb killed 30 students. Five of the dead were hit at the gate."
    figures = ("12", "soldiers", "state_forces"), ("30", "students", "civilian"), ("Five", "the dead", "unspecified")
    assert told(text, *figures)[2] == "unspecified"
