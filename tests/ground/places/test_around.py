"""What the text says a place lies in."""

import pytest

from sijill.ground.places import Gazetteer, PlaceContext, report_context, resolve_together
from sijill.ground.places.around import around


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Tirana", "in Tirana township, Sagaing region, Myanmar, on Friday", "Sagaing region, Myanmar"),
        ("Tal Rifaat", "killed 12 fighters in Tal Rifaat, Syria, on Friday", "Syria"),
        ("Beni", "in Beni, a town in North Kivu province, on Friday", "North Kivu province"),
        ("Bani Qais", "the Bani Qais district of Hajjah province in Yemen on Friday", "Hajjah province in Yemen"),
        ("Kramatorsk", "the eastern Ukrainian city of Kramatorsk on Friday", "Ukrainian"),
        ("Irapuato", "in Irapuato, in the Mexican state of Guanajuato, on Friday", "Mexican state of Guanajuato"),
        ("Turbat", "in Turbat, in Pakistan's Balochistan province, on Friday", "Pakistan's Balochistan province"),
        ("Kidal", "troops left Mali\u2019s Kidal on Friday", "Mali"),
        ("Ain Zara", "in Tripoli's Ain Zara district on Friday", "Tripoli"),
        ("Homs", "clashes in Homs, Idlib and Aleppo on Friday", None),
        ("Homs", "clashes in Homs, Hama, Idlib and Daraa", None),
        ("Beni", "in Beni, Uganda's army said", None),
        ("Jermuk", "near Jermuk, Armenia said on Friday", None),
        ("Syria", "in Syria, Turkey said", None),
        ("Orzan", "in Orzan, Friday's blast", None),
        ("Marun", "nothing of it", None),
        ("Deir al-Zor", "in Deir al-Zor, Raqqa and Mosul in Iraq", None),
        ("Deir al-Zor", "in Deir al-Zor, Mosul, Iraq", None),
        ("Kharkiv", "in Kharkiv and Belgorod, Russia", None),
        ("Sinjar", "in Sinjar, an old dream of Turkey on Friday", None),
        ("Tokmak", "the Russian occupied town of Tokmak", None),
        ("Gao", "in Gao, France on Monday said", "France"),
    ],
)
def test_a_text_tells_what_a_place_lies_in(name: str, text: str, told: str | None) -> None:
    found = around(name, text, Gazetteer.load().index)
    assert (found and found.words) == told


def test_a_namesake_abroad_is_not_the_place_that_the_text_puts_into_a_country() -> None:
    text = "Turkish artillery hit Tal Rifaat, Syria, on Friday. Troops raided Tirana township, Sagaing region, Myanmar."
    names = ["Tal Rifaat", "Tirana"]
    places = resolve_together(names, report_context(names, text), None, text)
    assert [(place.worded, place.country) for place in places] == [("Tal Rifaat", "SY"), ("Tirana", "MM")]


@pytest.mark.parametrize(
    ("name", "text", "country"),
    [
        ("Gaza", "Israel's Gaza offensive entered its second month.", "PS"),
        ("Hodeidah", "Saudi Arabia's Hodeidah offensive began.", "YE"),
        ("Mariupol", "Russia's Mariupol siege goes on. Nine died in Mariupol, Ukraine, on Sunday.", "UA"),
        ("Gao", "Troops left Gao, France on Monday said.", "ML"),
        ("Kobani", "Shells fell on Kobani, Turkey on Friday closing the border.", "SY"),
        ("Cox's Bazar", "They were killed in Cox's Bazar, Bangladesh, on Friday.", "BD"),
        ("Kani", "Troops shelled Kani, Myanmar, on Friday.", "MM"),
    ],
)
def test_who_comes_from_elsewhere_does_not_move_a_place(name: str, text: str, country: str) -> None:
    (place,) = resolve_together([name], report_context([name], text), None, text)
    assert place.country == country


def test_a_name_that_is_found_stays_where_its_region_is_not_known_to_hold_it() -> None:
    text = "A bomb went off at a market in Kidal, northern Mali."
    (place,) = resolve_together(["Kidal"], PlaceContext(country="ML"), None, text)
    assert (place.name, place.country) == ("Kidal", "ML")
