"""Tables between bars, read row by row."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sijill
from sijill.clean.mapped import Mapped
from sijill.clean.tables import in_rows

TABLE = """Casualties in Syria on 12 March 2013, according to the Syrian Network for Human Rights:

| Governorate | Killed | Injured |
| --- | --- | --- |
| Aleppo | 12 | 30 |
| Homs | at least 7 | - |
| Total | 19 | 30 |

The network could not reach Deir al-Zor.
"""


def words_of(text: str) -> list[str]:
    """Return the lines of a text whose tables are in words."""
    return in_rows(Mapped.of(text)).text.splitlines()


def test_each_row_says_what_its_columns_count() -> None:
    assert words_of(TABLE)[2:6] == [
        "Aleppo: 12 killed, 30 injured.",
        "Homs: at least 7 killed.",
        "Total: 19 killed, 30 injured.",
        "",
    ]


def test_every_character_keeps_its_place_in_the_report() -> None:
    mapped = in_rows(Mapped.of(TABLE))
    for words in ("Aleppo", "12", "30", "at least 7", "The network"):
        at = mapped.text.index(f"{words}")
        start = mapped.original(at, at + len(words)).start
        assert TABLE[start : start + len(words)] == words


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("Town | Civilians killed\nOrzan | 12", "Orzan: 12 civilians killed."),
        ("No. | Town | Dead\n1 | Orzan | 12", "Orzan: 12 killed."),
        ("Date | Town | Dead\n12 March 2013 | Orzan | 12", "On 12 March 2013, in Orzan: 12 killed."),
        ("Town | Dead | Population\nOrzan | 12 | 30,000", "Orzan: 12 killed, population 30,000."),
        ("Town | Number of wounded people\nOrzan | 3-5", "Orzan: 3-5 injured."),
        ("Town | Casualties | Note\nOrzan | ~40 | school", "Orzan: ~40 killed or injured, school."),
    ],
)
def test_the_heads_of_the_columns_tell_what_is_counted(table: str, row: str) -> None:
    assert words_of(table) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Home | News | World\nSport | Weather",
        "Town | Killed",
        "Killed in Orzan | 12 March\n\nTown | Dead",
        "Town | Killed\n\nOrzan | 12",
        "1 | killed 12\n2 | killed 3",
        "no bars at all",
        "Homs bombing kills 12, 30 wounded | BBC News\nHama raid kills 4 people | BBC News",
        "Homs | 12 killed | Monday\nHama | 3 killed | Tuesday",
        "Name | Date of death | Killed by\nOmar | 4 March 2016 | gunmen",
        "Home | News | Deaths\nRead more | Share | Print",
        "Town | Killed\nOrzan | 12 | 30 | 40",
    ],
)
def test_bars_without_a_head_that_counts_people_stay(text: str) -> None:
    assert in_rows(Mapped.of(text)).text == text


@given(st.text(alphabet="ab1 |-\n", max_size=60), st.sampled_from(["", "Town | Killed | Injured\n"]))
def test_offsets_never_decrease_and_end_at_the_end(body: str, head: str) -> None:
    text = head + body
    mapped = in_rows(Mapped.of(text))
    assert len(mapped.offsets) == len(mapped.text) + 1
    assert list(mapped.offsets) == sorted(mapped.offsets)
    assert mapped.offsets[-1] == len(text)


def test_a_table_is_read_into_figures_with_their_places_and_its_source() -> None:
    figures = [claim for claim in sijill.read(TABLE, published="2013-03-13") if claim.figure]
    told = [
        (c.figure.worded, c.figure.measure, c.place.worded, c.days.first, c.sources[0].worded)
        for c in figures
        if c.figure and c.place
    ]
    day, source = date(2013, 3, 12), "the Syrian Network for Human Rights"
    assert told[:3] == [
        ("12", "killed", "Aleppo", day, source),
        ("30", "injured", "Aleppo", day, source),
        ("at least 7", "killed", "Homs", day, source),
    ]
    assert all(c.evidence[0].quote.strip("| ") == c.evidence[0].quote for c in figures)
    assert all(c.figure.scope == "period" for c in figures[3:] if c.figure)
