from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from written_reports import EXTRACTOR, a_claim, a_report

from sijill.errors import RegisterError
from sijill.ledger import Register, open_register


def _as_made_by_a_newer_version(file: Path) -> None:
    open_register(file).close()
    with sqlite3.connect(file) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0099'")
        raw.execute(
            "INSERT INTO entries VALUES (2, '2031-01-01T00:00:00+00:00', 'sijill', 'register', '0099', ?)",
            ('{"sijill":"9.9.9"}',),
        )
    raw.close()


def test_a_register_from_a_newer_version_is_refused_with_both_versions_and_what_to_do(file: Path) -> None:
    _as_made_by_a_newer_version(file)
    with pytest.raises(RegisterError, match=r"register\.db was made by Sijill 9\.9\.9 .*0099.*0002.*upgrade"):
        open_register(file)


def test_a_file_that_is_not_a_database_is_refused_and_left_as_it_was(file: Path) -> None:
    file.write_bytes(b"Dear diary, " * 200)
    with pytest.raises(RegisterError, match=r"register\.db is not a register"):
        open_register(file)
    assert file.read_bytes() == b"Dear diary, " * 200


def test_the_database_of_another_program_is_refused_and_left_as_it_was(file: Path) -> None:
    with sqlite3.connect(file) as raw:
        raw.execute("CREATE TABLE entries (id INTEGER)")
        raw.execute("CREATE TABLE alembic_version (version_num TEXT)")
    raw.close()
    before = file.read_bytes()
    with pytest.raises(RegisterError, match="another program made"):
        open_register(file)
    assert file.read_bytes() == before


def test_an_empty_file_becomes_a_register(file: Path) -> None:
    file.touch()
    with open_register(file) as register:
        assert register.counts().reports == 0


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="is a folder"):
        open_register(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"nowhere.*folder is missing"):
        open_register(tmp_path / "nowhere" / "register.db")


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_a_register_that_is_not_there_is_not_made_unasked(file: Path, options: dict[str, bool]) -> None:
    with pytest.raises(RegisterError, match="there is no register at"):
        open_register(file, **options)
    assert not file.exists()


def test_a_full_disk_is_told_in_words_and_what_was_entered_stays(file: Path, register: Register) -> None:
    register.enter(a_report(), [], extractor=EXTRACTOR)
    _fill_the_disk(register)
    with pytest.raises(RegisterError, match="disk is full"):
        register.enter(a_report("large", "x" * 4_000_000), [], extractor=EXTRACTOR)
    register.close()
    with open_register(file) as again:
        assert [report.name for report in again.reports()] == ["marsel"]


def test_a_full_disk_in_a_batch_keeps_the_earlier_reports_of_the_batch(file: Path, register: Register) -> None:
    _fill_the_disk(register)
    with pytest.raises(RegisterError, match="disk is full"), register.batch(seconds=3600):  # noqa: PT012 -- the batch is what fails
        for number in range(3):
            register.enter(a_report(f"small {number}"), [], extractor=EXTRACTOR)
        register.enter(a_report("large", "x" * 4_000_000), [], extractor=EXTRACTOR)
    register.close()
    with open_register(file) as again:
        assert [report.name for report in again.reports()] == ["small 0", "small 1", "small 2"]


def _fill_the_disk(register: Register) -> None:
    """Let no connection of the register add more than two hundred pages."""
    from sqlalchemy import event

    engine = register._transactions._engine
    engine.dispose()
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 300"))


def test_a_register_that_another_program_holds_is_told_in_words(file: Path) -> None:
    with open_register(file, patience_seconds=0.1) as register:
        other = sqlite3.connect(file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError, match="locked: another program"):
            register.enter(a_report(), [], extractor=EXTRACTOR)
        other.close()
        assert register.enter(a_report(), [], extractor=EXTRACTOR).status == "new"


def test_a_damaged_register_is_told_in_words(file: Path) -> None:
    with open_register(file) as register:
        for number in range(200):
            register.enter(a_report(f"report {number}"), [], extractor=EXTRACTOR)
    damaged = bytearray(file.read_bytes())
    damaged[8192 : len(damaged) // 2] = os.urandom(len(damaged) // 2 - 8192)
    file.write_bytes(damaged)
    with pytest.raises(RegisterError, match=r"register\.db is damaged"), open_register(file) as register:
        list(register.reports())


def test_a_register_opened_for_reading_cannot_be_written_but_is_read(file: Path) -> None:
    report = a_report()
    with open_register(file) as register:
        register.enter(report, [a_claim(report)], extractor=EXTRACTOR)
    with open_register(file, read_only=True) as register:
        assert [stored.claim for stored in register.claims()] == [a_claim(report)]
        with pytest.raises(RegisterError, match="reading only"):
            register.enter(a_report("other"), [], extractor=EXTRACTOR)


READ_AND_WRITE_IN_A_READ_ONLY_FOLDER = """
    import os, sys, tempfile
    from sijill.errors import RegisterError
    from sijill.ledger import open_register
    from sijill.model import Report
    with tempfile.TemporaryDirectory() as folder:  # what is imported late may not be readable after this
        open_register(folder + "/first.db").close()
    os.setgid(65534), os.setuid(65534)
    with open_register(sys.argv[1], read_only=True) as register:
        print([report.name for report in register.reports()])
    for file in (sys.argv[1], sys.argv[1] + ".new"):
        try:
            with open_register(file) as register:
                register.enter(Report(text="x", name="x", sha256=""), [], extractor="")
        except RegisterError as error:
            print(error)
"""


@pytest.mark.root
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs to become a user without rights")
def test_a_read_only_folder_is_read_and_its_refusal_to_be_written_is_told_in_words(tmp_path: Path) -> None:
    """The pages of a folder that nobody but its owner may write."""
    for folder in (tmp_path, *(f for f in tmp_path.parents if f.stat().st_mode & 0o777 == 0o700)):
        folder.chmod(0o755)
    with open_register(tmp_path / "register.db") as register:
        register.enter(a_report(), [], extractor=EXTRACTOR)
    program = textwrap.dedent(READ_AND_WRITE_IN_A_READ_ONLY_FOLDER)
    command = [sys.executable, "-c", program, str(tmp_path / "register.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert done.stderr == ""
    read, existing, new = done.stdout.splitlines()
    assert read == "['marsel']"
    assert "read-only" in existing
    assert "may not be read or written" in new


def test_a_closed_register_is_one_file(file: Path) -> None:
    with open_register(file) as register:
        register.enter(a_report(), [], extractor=EXTRACTOR)
    assert [path.name for path in file.parent.iterdir()] == ["register.db"]


@pytest.mark.parametrize("name", ["a register?.db", "100%.db", "سجل.db", "a#b.db"])
def test_a_register_may_have_any_file_name(tmp_path: Path, name: str) -> None:
    with open_register(tmp_path / name) as register:
        register.enter(a_report(), [], extractor=EXTRACTOR)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_sqlite_url_names_a_file(file: Path) -> None:
    with open_register(f"sqlite:///{file}") as register:
        assert register.name == str(file)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("mysql://host/database", "not mysql"),
        ("::://", "not the URL of a register"),
        ("postgresql+unheard_of://host/x", "driver"),
    ],
)
def test_a_url_that_is_no_register_is_refused(url: str, words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        open_register(url)


def test_the_ledger_is_imported_without_sqlalchemy_and_a_new_register_made_without_alembic(file: Path) -> None:
    program = (
        "import sys, sijill.ledger as l\nassert 'sqlalchemy' not in sys.modules\n"
        f"l.open_register({str(file)!r}).close()\nassert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    assert Path(file).exists()
