import time

import pytest

from sijill.clean import clean
from sijill.model import Report


def words(text: str) -> str:
    return clean(Report(text=text, name="a", sha256="")).text


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("the “armed groups” it\u2019s", 'the "armed groups" it\'s'),
        ("ten\u2013fifteen died — he said…", "ten-fifteen died -- he said..."),
        ("one\u00a0thousand\u2009men\tfled", "one thousand men fled"),
        ("sol\u00addiers in Hom\u200bs\ufeff", "soldiers in Homs"),
        ("killed &amp; wounded &#8211; &quot;ten&quot; R&D &x; AT&T", 'killed & wounded - "ten" R&D &x; AT&T'),
        ("of\ufb01cers open\ufb01re", "officers openfire"),
        ("ten\0 people\x07 died", "ten people died"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one \n \n\n  two   three", "one\n\ntwo three"),
        ("Syriaâ€™s cafÃ© â€œtenâ€\x9d 5Â\u00a0km", 'Syria\'s caf\u00e9 "ten" 5 km'),
        ("São Paulo, CAFÉ\u2013bar, Âne", "São Paulo, CAFÉ-bar, Âne"),
        ("1\\/26\\/11 \\* NEW", "1/26/11 * NEW"),
        ("\u2018Alā\u02be al-Dīn, Ḥoms, Łódź", "'Alā\u02be al-Dīn, Ḥoms, Łódź"),
    ],
)
def test_characters_are_read_as_they_are_typed_plainly(given: str, read: str) -> None:
    assert words("the " + given) == "the " + read


def test_arabic_is_left_as_it_is() -> None:
    assert words("قُتل أربعة أشخاص، في سرمين؟") == "قُتل أربعة أشخاص، في سرمين؟"


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        " " * 500_000 + "x",
        "(" * 500_000,
        "A" * 500_000,
        "Ab " * 200_000,
        "&amp;" * 50_000,
        "\n" * 500_000,
        "“" * 100_000,
        "Reporting by " * 50_000,
        "Tags " * 100_000,
        "By A.\n" * 20_000,
        "Al-Assad, " * 50_000,
        "Share | " * 60_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_long_line_takes_time_in_proportion(text: str) -> None:
    began = time.process_time()
    words(text)
    assert time.process_time() - began < 60  # a search that grows with the square would take hours
