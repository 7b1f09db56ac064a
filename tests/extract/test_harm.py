"""Numbers of people near which nothing tells of harm, read by the model that ships."""

import pytest

import sijill

BEFORE = "A roadside bomb hit a bus near Orzan on Monday, police said. Rescue workers were at the scene. "


def harmed(text: str) -> list[str]:
    """Return the numbers of the dead and wounded."""
    figures = [c.figure for c in sijill.read(text, published="2012-08-10") if c.figure]
    return [f.worded for f in figures if f.measure in {"killed", "injured", "killed_or_injured"}]


@pytest.mark.parametrize(
    "text",
    [
        "Women's groups are asking the world to act and to protect the lives of 13 million women in Balur.",
        "The law was written by a committee of 46 men and nine women, and it takes precedence over custom.",
        "The film showed scores of men in green jackets with assault rifles marching down a road to Orzan.",
        "The mission would have up to 200 staff, who would help the government to hold elections next year.",
        "He found refuge in Sweden with his wife, with whom he had two children, Furat and Rafid, in the city.",
        BEFORE + "The boat from Orzan carried seven Balurians and four students to the port later in the day.",
    ],
)
def test_people_to_whom_nothing_is_said_to_have_happened_are_no_figure(text: str) -> None:
    assert not harmed(text)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (BEFORE + "The miners' union says 16: eleven miners, three guards and two cooks.", {"eleven"}),
        (BEFORE + "At least 12 people were killed. Three of the railwaymen were from one family.", {"At least 12"}),
        (BEFORE + "It killed four medics. He did not count the two at the depot, who had no papers.", {"four"}),
        ("Police in Orzan saw two armed men on a roof. Under fire, they engaged and killed the men.", {"two"}),
        ("Ten people were killed in the shelling of Orzan. Twenty residents are in intensive care.", {"Ten", "Twenty"}),
        ("Nine gendarmes were gunned down in Orzan. Eleven others are in a critical state.", {"Nine", "Eleven"}),
        ("Four aid workers were decapitated in Balur, according to the governor of the province.", {"Four"}),
        ("The heat has cost 40 lives in the south of Balur since the first days of the month.", {"40"}),
        ('"We still have five people in surgery," the doctor added, after the blast in Orzan.', {"five"}),
    ],
)
def test_people_told_of_before_stay_figures(text: str, numbers: set[str]) -> None:
    assert numbers <= set(harmed(text))
