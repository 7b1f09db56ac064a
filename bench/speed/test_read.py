"""How fast reports become a register: end to end, by stage, beside the bare encoder, and how much memory it takes.

Needs SIJILL_DATA. `make speed` saves the figures; ratios are taken within one run, since machines differ.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from bench.speed.encoder import bare_encoder
from sijill.acquire import Options, Refusal, acquire
from sijill.clean import clean
from sijill.extract import EXTRACTOR, extract
from sijill.ground import ground
from sijill.ledger import open_register
from sijill.run.pipeline import load_tools
from sijill.run.threads import plain_numpy

if TYPE_CHECKING:
    from sijill.model import Report

THREADS = 1  # as reading does: one for each report that is under way
SAMPLE = 150
MODEL = Path(__file__).resolve().parents[2] / "src" / "sijill" / "detect" / "data" / "reader.onnx"


@pytest.fixture(scope="module")
def fa_kes() -> Path:
    named = os.environ.get("SIJILL_DATA")
    if not named:
        pytest.skip("SIJILL_DATA does not name the corpora")
    return Path(named) / "data" / "reports" / "fa-kes.jsonl"


@pytest.fixture(scope="module")
def reports(fa_kes: Path) -> list[Report]:
    found = [r for r in acquire([str(fa_kes)], options=Options()) if not isinstance(r, Refusal)]
    return found[:SAMPLE]


def test_the_whole_corpus_end_to_end(fa_kes: Path, tmp_path: Path, benchmark: Any) -> None:
    count = sum(1 for _ in fa_kes.open(encoding="utf-8"))
    command = [sys.executable, "-m", "sijill", "read", str(fa_kes), "--register", str(tmp_path / "speed.db")]
    peak = benchmark.pedantic(peak_of, args=(command,), rounds=1)
    seconds = benchmark.stats.stats.mean
    benchmark.extra_info.update(reports_a_second=count / seconds, peak_mib=peak)
    print(f"\n{count} reports in {seconds:.1f} s: {count / seconds:.1f} a second; peak memory {peak:.0f} MiB")
    assert count / seconds >= 10
    assert peak < 1024


def peak_of(command: list[str]) -> float:
    """Run a command and return the most memory that it and its workers held together, in MiB."""
    run, most = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL), 0.0
    while run.poll() is None:
        most = max(most, sum(held_by(pid) for pid in (run.pid, *workers(run.pid))))
        time.sleep(0.25)
    assert run.returncode == 0
    return most


def workers(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    with suppress(OSError):  # a thread that has ended meanwhile
        return [int(child) for task in tasks for child in task.read_text().split()]
    return []


def held_by(pid: int) -> float:
    """Return the memory of a process in MiB, what it shares counted by share; 0 where it has ended."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return 0.0


def test_reading_beside_the_bare_encoder(reports: list[Report], tmp_path: Path, benchmark: Any) -> None:
    tools, spent = load_tools(THREADS), defaultdict[str, float](float)
    encoder = bare_encoder(MODEL, THREADS)
    network = tools.reader._network
    network._session = recorder = Recorder(network._session)
    with plain_numpy(), open_register(tmp_path / "stages.db") as register, register.batch():
        for report in reports[:5]:
            through_stages(report, tools, register, defaultdict(float))
        recorder.fed.clear()
        for report in reports[5:]:
            through_stages(report, tools, register, spent)
    network._session, feeds = recorder.session, recorder.fed
    benchmark.pedantic(lambda: [encoder.run(None, feed) for feed in feeds], rounds=3, warmup_rounds=1)
    whole, bare = sum(spent.values()), benchmark.stats.stats.median
    shares = {stage: round(seconds / whole, 3) for stage, seconds in spent.items()}
    benchmark.extra_info.update(ratio=whole / bare, shares=shares)
    print(f"\nreading {whole:.2f} s, bare encoder {bare:.2f} s: {whole / bare:.2f} times; shares {shares}")
    assert whole / bare <= 2.5


class Recorder:
    """Stands before the reader's session and keeps what it is fed."""

    def __init__(self, session: Any) -> None:
        self.session, self.fed = session, list[dict[str, Any]]()

    def run(self, names: Any, fed: dict[str, Any]) -> Any:
        self.fed.append({name: fed[name] for name in ("ids", "shape", "gap")})
        return self.session.run(names, fed)


def through_stages(report: Report, tools: Any, register: Any, spent: dict[str, float]) -> None:
    """Read one report as the pipeline does, and add up the seconds by stage."""
    marks = [time.perf_counter()]
    text = clean(report)
    marks.append(time.perf_counter())
    reading = tools.reader.read(text.text)
    marks.append(time.perf_counter())
    found = extract(report, text, reading)
    marks.append(time.perf_counter())
    grounded = ground(found.claims, report, text, reading, tools.gazetteer)
    marks.append(time.perf_counter())
    register.enter(report, grounded, extractor=EXTRACTOR, hidden=found.hidden)
    marks.append(time.perf_counter())
    for stage, begun, ended in zip(("clean", "detect", "extract", "ground", "ledger"), marks, marks[1:], strict=False):
        spent[stage] += ended - begun


def test_the_first_claim_stands_on_the_screen_within_three_seconds(tmp_path: Path, benchmark: Any) -> None:
    story = tmp_path / "story.txt"
    story.write_text(
        "Shelling killed at least 22 civilians in Idlib on Monday, the Observatory said.", encoding="utf-8"
    )
    command = [sys.executable, "-m", "sijill", "read", str(story), "--register", str(tmp_path / "one.db")]
    benchmark.pedantic(subprocess.run, args=(command,), kwargs={"check": True, "capture_output": True}, rounds=3)
    assert benchmark.stats.stats.min <= 3.0
