import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.acquire import Options, Refusal, acquire, report_from_text
from sijill.errors import UsageError
from sijill.model import Report

STORY = "BEIRUT (AP) - Four people were killed when shells fell on the town of Sarmin, residents said on Monday.\n"


def only_report(inputs: list[str], options: Options | None = None) -> Report:
    found = list(acquire(inputs, options=options))
    assert len(found) == 1
    assert isinstance(found[0], Report), str(found[0])
    return found[0]


def only_refusal(inputs: list[str], options: Options | None = None) -> Refusal:
    found = list(acquire(inputs, options=options))
    assert len(found) == 1
    assert isinstance(found[0], Refusal)
    return found[0]


def written(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_a_text_file_is_one_report_named_by_its_file_without_the_ending(tmp_path: Path) -> None:
    report = only_report([written(tmp_path, "sarmin.v2.txt", STORY.encode())])
    assert report.name == "sarmin.v2"
    assert report.text == STORY
    assert report.sha256 == hashlib.sha256(STORY.encode()).hexdigest()
    assert report.language == "en"


def test_line_ends_stay_as_they_were_given(tmp_path: Path) -> None:
    assert only_report([written(tmp_path, "a.txt", b"One was killed.\r\nTwo fled.\r")]).text.endswith(
        ".\r\nTwo fled.\r"
    )


def test_standard_input_is_read_for_a_dash() -> None:
    report = only_report(["-"], Options(stdin=io.BytesIO(STORY.encode())))
    assert (report.name, report.origin, report.text) == ("stdin", "stdin", STORY)


def test_standard_input_may_hold_json_lines() -> None:
    lines = b'{"id": "a", "text": "One was killed."}\n{"id": "b", "text": "Two were killed."}\n'
    assert [r.name for r in acquire(["-"], options=Options(stdin=io.BytesIO(lines))) if isinstance(r, Report)] == [
        "a",
        "b",
    ]


def test_a_folder_is_read_with_the_folders_in_it_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", "b/y.txt", ".hidden"):
        written(tmp_path, name, STORY.encode())
    assert [found.name for found in acquire([str(tmp_path)])] == ["a", "y", "z", "c"]


def test_a_folder_without_files_is_refused(tmp_path: Path) -> None:
    assert "without files" in only_refusal([str(tmp_path)]).reason


def test_a_file_that_does_not_exist_does_not_stop_the_others(tmp_path: Path) -> None:
    good = written(tmp_path, "good.txt", STORY.encode())
    missing, report = acquire([str(tmp_path / "missing.txt"), good])
    assert isinstance(missing, Refusal)
    assert missing.reason == "does not exist"
    assert isinstance(report, Report)


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "/dev/null/x"])
def test_an_impossible_file_name_is_refused(name: str) -> None:
    assert only_refusal([name]).reason


@pytest.mark.parametrize("content", [b"", b" \n\t \r\n", b"\xef\xbb\xbf", b"\0\0", b"\xff\xfe"])
def test_a_file_without_words_is_refused_as_empty(tmp_path: Path, content: bytes) -> None:
    assert only_refusal([written(tmp_path, "empty.txt", content)]).reason in {"is empty", "is binary, not text"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "image"),
        (b"PK\x03\x04" + bytes(range(256)), "zip archive"),
        (b"\x1f\x8b\x08" + bytes(range(256)), "gzip"),
        (bytes(range(256)) * 20, "binary"),
        (b"\0" * 5000, "binary"),
    ],
)
def test_binary_content_is_refused_whatever_its_ending(tmp_path: Path, content: bytes, kind: str) -> None:
    assert kind in only_refusal([written(tmp_path, "report.txt", content)]).reason


def test_a_text_with_a_few_nuls_is_kept_with_a_note(tmp_path: Path) -> None:
    report = only_report([written(tmp_path, "a.txt", STORY.replace("people", "peo\0ple").encode())])
    assert "peo\0ple" in report.text
    assert any("NUL" in note for note in report.notes)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_wide_encodings_are_understood(tmp_path: Path, encoding: str) -> None:
    assert only_report([written(tmp_path, "a.txt", STORY.encode(encoding))]).text == STORY


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_nuls(tmp_path: Path, encoding: str) -> None:
    assert only_report([written(tmp_path, "a.txt", STORY.encode(encoding))]).text == STORY


def test_windows_1252_is_told_from_utf_8_and_noted(tmp_path: Path) -> None:
    report = only_report([written(tmp_path, "a.txt", (STORY + "“Syria\u2019s army”").encode("cp1252"))])
    assert "“Syria\u2019s army”" in report.text
    assert any("cp1252" in note for note in report.notes)


def test_arabic_in_windows_1256_is_read_and_flagged(tmp_path: Path) -> None:
    words = "قتل أربعة أشخاص في قصف على مدينة سرمين في ريف إدلب كما قال سكان يوم الاثنين. " * 5
    report = only_report([written(tmp_path, "a.txt", words.encode("cp1256"))])
    assert report.text == words
    assert report.language == "ar"


def test_broken_utf_8_keeps_its_place_as_a_replacement_character(tmp_path: Path) -> None:
    content = "“Four” were killed, \u2013 said one".encode().replace(b"one", b"\xe2\x80 one")
    report = only_report([written(tmp_path, "a.txt", content)])
    assert report.text.endswith("said \ufffd one")
    assert any("U+FFFD" in note for note in report.notes)


def test_words_that_were_garbled_before_are_kept_and_noted(tmp_path: Path) -> None:
    garbled = "Syriaâ€™s army killed four people, residents said."
    report = only_report([written(tmp_path, "a.txt", garbled.encode())])
    assert report.text == garbled
    assert any("garbled" in note for note in report.notes)


def test_a_file_over_the_limit_is_refused_with_its_size_and_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # sparse: it takes no room and must not be read
    assert only_refusal([str(path)]).reason == "holds 200 MiB, where one report may hold 64 MiB"


def test_standard_input_over_the_limit_is_refused() -> None:
    stdin = io.BytesIO(b"word " * 1000)
    assert "may hold" in only_refusal(["-"], Options(stdin=stdin, max_bytes=1000)).reason


def test_a_line_of_two_million_characters_is_read(tmp_path: Path) -> None:
    words = "Four people were killed in the town. " * 55_000
    assert len(only_report([written(tmp_path, "a.txt", words.encode())]).text) > 2_000_000


def test_a_publication_day_in_the_future_cannot_be_given() -> None:
    latest = Options().latest
    with pytest.raises(UsageError, match="future"):
        Options(published=latest.replace(year=latest.year + 1))


def test_reports_come_one_at_a_time(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", STORY.encode())
    reports = acquire([str(tmp_path / "a.txt"), str(tmp_path / "gone.txt")])
    assert isinstance(next(reports), Report)


def test_a_file_name_that_is_not_utf_8_can_still_be_stored(tmp_path: Path) -> None:
    path = bytes(tmp_path) + b"/b\xe9.txt"
    Path(path.decode("utf-8", "surrogateescape")).write_bytes(STORY.encode())
    (report,) = acquire([str(tmp_path)])
    assert report.name.encode() == "b\ufffd".encode()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Quatre personnes ont été tuées lundi dans le bombardement de la ville, ont indiqué des habitants.", "fr"),
        ("قتل أربعة أشخاص في قصف على المدينة يوم الاثنين كما قال سكان.", "ar"),
        ("Four people were killed in the shelling of the town, residents said.", "en"),
        ("Aleppo", "en"),
        ("12 34", "und"),
    ],
)
def test_the_language_of_a_text_is_told(tmp_path: Path, text: str, language: str) -> None:
    report = only_report([written(tmp_path, "a.txt", text.encode())])
    assert report.language == language
    assert language == "en" or any("kept, not read as English" in note for note in report.notes)


@given(st.text())
def test_any_text_at_hand_is_a_report_that_can_be_stored(text: str) -> None:
    report = report_from_text(text, name="text")
    assert len(report.text) == len(text)
    assert report.text.encode() is not None
