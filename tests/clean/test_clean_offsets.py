from hypothesis import given
from hypothesis import strategies as st

from sijill.clean import clean
from sijill.clean.mapped import Mapped
from sijill.model import Report, Text

PIECES = st.sampled_from(
    [
        "Four people were killed in Sarmin. ",
        "BEIRUT (AP) \u2014 ",
        "Wed 10 Aug 2016 ",
        "\u201cWe fled,\u201d he said. ",
        "\n",
        "\n\n",
        "&amp;",
        "&#8217;",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u2026",
        "\ufb01re ",
        "\r\n",
        "\t",
        "  ",
        "\0",
        "\ufeff",
        "\u2028",
        "\u00e2\u20ac\u2122",
        "Story Continues \u2192",
        "Advertisement\n",
        "(AP Photo/Hussein Malla)",
        "By Bassem Mroue\n",
        " - REUTERS",
        "Read more: Syria\n",
        "(Source: Syrian Coalition)",
        "Reporting by A; Editing by B",
        "Share this\n",
        "Tweet",
        "e\u0301",
        "\U0001f600",
        "\ud800",
        "...",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join))


def cleaned(text: str, title: str | None = None) -> tuple[Report, Text]:
    report = Report(text=text, name="a", sha256="", title=title)
    return report, clean(report)


@given(TEXTS, st.one_of(st.none(), st.text(max_size=40), st.just("Four people were killed in Sarmin")))
def test_no_text_raises_and_every_offset_lies_in_the_report(text: str, title: str | None) -> None:
    report, read = cleaned(text, title)
    assert len(read.offsets) == len(read.text) + 1
    assert list(read.offsets) == sorted(read.offsets)
    assert all(0 <= offset < len(report.text) for offset in read.offsets[:-1])
    assert read.offsets[-1] == len(report.text)


@given(TEXTS)
def test_every_letter_and_digit_stands_in_the_report_at_its_offset(text: str) -> None:
    report, read = cleaned(text)
    for character, offset in zip(read.text, read.offsets, strict=False):
        if (
            character.isascii()
            and character.isalnum()
            and report.text[offset].isascii()
            and report.text[offset].isalnum()
        ):
            assert character == report.text[offset]


@given(TEXTS, st.data())
def test_every_stretch_that_is_read_comes_back_to_one_of_the_report(text: str, data: st.DataObject) -> None:
    report, read = cleaned(text)
    if not read.text:
        return
    start = data.draw(st.integers(0, len(read.text) - 1))
    end = data.draw(st.integers(start + 1, len(read.text)))
    span = read.original(start, end)
    assert 0 <= span.start < span.end <= len(report.text)
    places = sorted(set(read.offsets[start:end]))
    kept = [report.text[place] for place in places if not report.text[place].isspace()]
    quote = iter(span.of(report.text))
    assert all(character in quote for character in kept)  # in this order


@given(TEXTS)
def test_what_is_skipped_is_not_read_and_stays_in_order(text: str) -> None:
    report, read = cleaned(text)
    last = 0
    for span, reason in read.skipped:
        assert reason
        assert last <= span.start < span.end <= len(report.text)
        last = span.end
    inside = [o for c, o in zip(read.text, read.offsets, strict=False) if c.isalnum()]
    assert not any(span.start <= offset < span.end for offset in inside for span, _ in read.skipped)


@given(st.text(alphabet="abc XYZ.,", min_size=1).filter(str.strip))
def test_plain_sentences_are_read_as_they_are(words: str) -> None:
    text = f"the {words}"
    assert "".join(cleaned(text)[1].text.split()) == "".join(text.split())


def test_a_rewritten_text_can_be_rewritten_again() -> None:
    once = Mapped.of("a&amp;b  c").rewrite([(1, 6, "&"), (7, 9, " ")])
    twice = once.rewrite([(1, 2, " and ")])
    assert (once.text, twice.text) == ("a&b c", "a and b c")
    assert [twice.offsets[i] for i in (0, 1, 5, 6, 8)] == [0, 1, 1, 6, 9]
