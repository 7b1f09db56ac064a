"""A public release: only what is allowed, nobody protected in it, and the same bytes from the same book."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_register import IDLIB, exactly, figure, happening, report_of

from sijill.errors import DataError
from sijill.ledger import open_register
from sijill.model import Actor, Source
from sijill.run import link_register
from sijill.serve.cli import status_of
from sijill.serve.linked import linked
from sijill.serve.publishing import (
    FIELDS,
    Configuration,
    configuration_in,
    configuration_read,
    release_of,
    toml_of,
    zip_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sijill.serve.linked import Linked

ALL = Configuration(title="All that may be", fields=FIELDS, formats=("csv", "jsonl", "geojson", "parquet", "xlsx"))
GIVEN = ("Yusuf", "Rami", "Hala", "Umm Khaled", "Dunya", "Salwa")
FAMILY = ("Haddad", "al-Masri", "Barazi", "Qabbani")


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_a_release_holds_the_fields_of_its_whitelist_and_no_other(shelf: Linked) -> None:
    wanted = replace(ALL, fields=("incident", "admin1", "killed_low"), formats=("csv",))
    release = release_of(shelf, wanted)
    assert set(release.files) == {"incidents.csv", "methodology.md", "SHA256SUMS"}
    assert all(tuple(row) == ("incident", "admin1", "killed_low") for row in rows_of(release.files["incidents.csv"]))


def test_words_of_reports_can_never_be_published() -> None:
    assert not {"days_worded", "place", "reports", "quote"} & set(FIELDS)


def test_a_report_without_an_outlet_is_not_named_by_its_file(tmp_path: Path) -> None:
    report = report_of("Rebels shelled Idlib.", "interview-of-yusuf.txt")
    told = happening(report, "Rebels shelled Idlib", "shelled", "shelling_artillery_missile", place=IDLIB)
    with open_register(tmp_path / "r.db") as book:
        book.enter(report, [told], extractor="hand 1")
        link_register(book)
        files = release_of(linked(book, unmasked=False), ALL).files
    assert [row["sources"] for row in rows_of(files["incidents.csv"])] == ["a report without an outlet"]
    assert all(b"yusuf" not in data for data in files.values())


def test_a_release_is_byte_identical_when_made_again(shelf: Linked) -> None:
    assert release_of(shelf, ALL).files == release_of(shelf, ALL).files


def test_the_manifest_has_the_sum_of_every_file(shelf: Linked) -> None:
    files = dict(release_of(shelf, ALL).files)
    lines = files.pop("SHA256SUMS").decode().splitlines()
    assert lines == [f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files)]


def test_places_are_coarsened_and_names_left_out(shelf: Linked) -> None:
    unit = rows_of(release_of(shelf, ALL).files["incidents.csv"])
    placed = [row for row in unit if row["admin1"]]
    assert placed
    assert all(row["latitude"] == row["place_name"] == "" and row["place_precision"] == "4" for row in placed)
    rough = rows_of(release_of(shelf, replace(ALL, places="decimals", decimals=1)).files["incidents.csv"])
    assert {(row["latitude"], row["longitude"]) for row in rough if row["latitude"]} == {("35.9", "36.6")}
    country = rows_of(release_of(shelf, replace(ALL, places="country")).files["incidents.csv"])
    assert {row["admin1"] for row in country} == {""}


def test_small_numbers_are_suppressed_and_named(shelf: Linked) -> None:
    row = rows_of(release_of(shelf, replace(ALL, suppress_below=13)).files["incidents.csv"])
    shelling = next(one for one in row if one["happening"] == "shelling_artillery_missile")
    assert (shelling["killed_low"], shelling["killed_high"]) == ("", "15")
    assert "killed_low" in shelling["suppressed"]


def test_days_are_coarsened(shelf: Linked) -> None:
    rows = rows_of(release_of(shelf, replace(ALL, days="month")).files["incidents.csv"])
    assert {row["first_day"] for row in rows} == {"2012-03", ""}


def test_the_methodology_names_rule_extractor_reports_and_kinds(shelf: Linked) -> None:
    page = release_of(shelf, ALL).files["methodology.md"].decode()
    for words in ("UCDP Georeferenced", "by hand 1", "2 reports", "monitor", "Perpetrators are alleged"):
        assert words in page


def test_what_is_published_keeps_to_its_shape(shelf: Linked) -> None:
    for days in ("exact", "month"):
        assert list(release_of(shelf, replace(ALL, days=days, suppress_below=5)).sheet.faults()) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('title = "x"', "'fields' is missing"),
        ('title = "x"\nfields = ["quote"]', "'quote'"),
        ('title = "x"\nfields = ["incident"]\nplaces = "roughly"', "'roughly'"),
        ('title = "x"\nfields = ["incident"]\nsuppress_below = "5"', "suppress_below"),
        ('title = "x"\nfields = ["incident"]\ncolour = 1', "'colour' is not known"),
        ("title = ", "is not TOML"),
        (f"a = {'1' * 5000}", "is not TOML"),
        ('title = " "\nfields = ["incident"]', "title is empty"),
        ('title = "x"\nfields = ["incident", "incident"]', "twice"),
        ('title = "x"\nfields = ["incident"]\ndecimals = 400', "decimals is 400: it may be 0 to 6"),
        ('title = "x"\nfields = ["incident"]\nsuppress_below = 9999999999', "it may be 0 to 1,000,000,000"),
        (f'title = "x"\nfields = ["incident"]\nsuppress_below = 1{"0" * 4000}', "suppress_below is far off"),
        (f'title = "{"x" * 201}"\nfields = ["incident"]', "title has 201 characters: shorten it to 200"),
        (f'title = "x"\nfields = ["incident"]\nlicence = "{"x" * 300}"', "licence has 300 characters"),
        (f'title = "x"\nfields = ["incident"]\nnotes = "{"x" * 2001}"', "notes has 2,001 characters"),
        ("a" + ".a" * 300_000 + " = 1", "holds more than 65,536 bytes"),
    ],
)
def test_a_configuration_that_is_wrong_is_told_so(text: str, wrong: str, tmp_path: Path) -> None:
    (tmp_path / "release.toml").write_text(text)
    with pytest.raises(DataError, match=wrong):
        configuration_in(tmp_path / "release.toml")


def test_the_command_writes_a_folder_and_never_over_a_stranger(
    linked_path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    config, folder = tmp_path / "release.toml", tmp_path / "release"
    config.write_text('title = "Idlib"\nfields = ["incident", "happening", "killed_low"]\n')
    given = ("publish", "--register", str(linked_path), "--to", str(folder), "--config", str(config))
    assert status_of((*given, "--json")) == 0
    assert json.loads(capfd.readouterr().out)["files"] == ["SHA256SUMS", "incidents.csv", "methodology.md"]
    assert status_of(given) == 0
    (folder / "notes.txt").write_text("mine")
    assert status_of(given) == 2
    assert "notes.txt" in capfd.readouterr().err


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.sampled_from(GIVEN), family=st.sampled_from(FAMILY), dead=st.integers(1, 90),
    alone=st.booleans(), blamed=st.booleans(), outlet=st.booleans(), elsewhere=st.booleans(),
)  # fmt: skip
def test_no_name_and_no_quote_of_a_protected_source_is_in_any_release(
    tmp_path_factory: pytest.TempPathFactory, first: str, family: str, *, dead: int, alone: bool, blamed: bool,
    outlet: bool, elsewhere: bool,
) -> None:  # fmt: skip
    name = f"{first} {family}"
    quote = f"We buried {dead} there at night"
    text = f"“{quote}”, {name} said in Idlib. The Observatory said {dead} died. {name} blamed them.\n"
    hidden = Source(worded=name, name=name, kind="witness", anonymous=True, protected=True,
                    why_anonymous=f"asked that {name} not be named")  # fmt: skip
    open_source = Source(worded="The Observatory", kind="monitor", name="Observatory")
    report = report_of(text, f"interview-{family}", outlet=f"{name} weekly" if outlet else "Enab", title=quote)
    by = Actor(worded=f"men of {name}" if blamed else "the army", kind="armed_group")
    told = {"happening": "attack", "incident": "one", "place": IDLIB, "perpetrator": by}
    claims = [figure(report, f"“{quote}”, {name} said", str(dead), exactly(dead), sources=(hidden,), **told)]
    if not alone:
        said = f"The Observatory said {dead} died"
        claims.append(figure(report, said, str(dead), exactly(dead), sources=(open_source,), **told))
    path = tmp_path_factory.mktemp("release") / "r.db"
    with open_register(path) as book:
        book.enter(report, claims, extractor="hand 1")
        if elsewhere:
            other = report_of(f"{name} shelled Idlib, rebels said.", "other", outlet="Reuters")
            actor = Actor(worded=name, name=name, kind="armed_group")
            told_there = happening(other, f"{name} shelled Idlib", "shelled", "shelling_artillery_missile",
                                   perpetrator=actor, place=IDLIB)  # fmt: skip
            book.enter(other, [told_there], extractor="hand 1")
        link_register(book)
        wanted = replace(ALL, places="exact", only_protected=True, formats=("csv", "jsonl", "geojson"))
        files = release_of(linked(book, unmasked=False), wanted).files
    for data in files.values():
        words = data.decode().lower()
        assert family.lower() not in words
        assert first.lower() not in words
        assert quote.lower() not in words


def test_the_zip_is_the_same_bytes_with_a_fixed_time_and_order(shelf: Linked) -> None:
    release = release_of(shelf, ALL)
    data = zip_of(release)
    assert data == zip_of(release_of(shelf, ALL))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.namelist() == [f"release/{name}" for name in sorted(release.files)]
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(
    words=st.text(st.characters(exclude_categories=("Cs",)), max_size=199),
    small=st.integers(0, 99),
    alone=st.booleans(),
)
def test_a_configuration_that_is_written_reads_back(words: str, small: int, *, alone: bool) -> None:
    wanted = replace(ALL, title=f"a{words}", notes=words, suppress_below=small, only_protected=alone)
    assert configuration_read(toml_of(wanted).encode(), "it") == wanted
