"""Reports and claims made by hand, so that the commands are tested without the reader model."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sijill.model import Actor, Claim, Evidence, Figure, Place, Report, Source
from sijill.values import CountRange, Days, Span

if TYPE_CHECKING:
    from pathlib import Path

EXTRACTOR = "hand 1"
DEFECTORS = (
    "At least a dozen secret police have defected in Idlib, activists said today.\n"
    "A gunfight broke out overnight and ten people were killed or wounded, they said.\n"
    "One activist in the city, who gave his name as Alaa, said army defectors helped them. "
    "“I counted three dead,” Alaa said; ALAA's brother fled.\n"
    "Seven members of the security forces, five army rebels and three civilians were killed, "
    "the Observatory (SOHR) said.\n"
    "The authorities say armed groups apparently killed some 1,100 soldiers since March.\n"
)
HOSTILE = (
    'A "witness" named <script>alert(1)</script> said 5 & more <b>killed</b> [red]here[/red] \x1b[31mred\x1b[0m.\n'
    "=2+2 said two civilians were killed in Homs.\n"
)
IDLIB = Place(
    worded="Idlib", name="Idlib", gazetteer_id="169389", latitude=35.9306, longitude=36.6339, precision=1,
    country="SY", admin1="Idlib", rule="only place of that name in SY",
)  # fmt: skip
YESTERDAY = Days(
    worded="overnight", precision=2, rule="overnight", anchor="publication", offset_first=-1, offset_last=0
)
OBSERVATORY = Source(worded="the Observatory (SOHR)", kind="monitor", name="Syrian Observatory for Human Rights")
ALAA = Source(
    worded="One activist in the city", kind="activist", anonymous=True, protected=True, name="Alaa",
    why_anonymous="who gave his name as Alaa", rule="first name only",
)  # fmt: skip
REPORTER = Source(worded=None, rule="no source is named")
ARMED = Actor(worded="armed groups", kind="armed_group")


def report_of(text: str, name: str, **given: Any) -> Report:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Report(text=text, name=name, sha256=digest, **given)


def words(report: Report, quote: str, field: str, *, inside: str | None = None) -> Evidence:
    """Find the quote in the report (within the words of `inside`, where it recurs)."""
    base = report.text.index(inside) if inside else 0
    start = report.text.index(quote, base)
    return Evidence(field=field, span=Span(start=start, end=start + len(quote)), quote=quote, rule=f"{field} by hand")


def figure(
    report: Report, clause: str, number: str, count: CountRange, *, measure: str = "killed", victims: str | None = None,
    category: str = "unspecified", scope: str = "incident", **fields: Any,
) -> Claim:  # fmt: skip
    """Make a claim of a figure."""
    evidence = [words(report, clause, "claim"), words(report, number, "number", inside=clause)]
    evidence += [words(report, quote, field) for field, quote in fields.pop("grounds", {}).items()]
    counted = Figure(measure=measure, worded=number, count=count, victims=victims, category=category, scope=scope)
    return claim(report, tuple(evidence), figure=counted, **fields)


def happening(report: Report, clause: str, trigger: str, kind: str, **fields: Any) -> Claim:
    """Make a claim of a happening."""
    evidence = [words(report, clause, "claim"), words(report, trigger, "trigger", inside=clause)]
    evidence += [words(report, quote, field) for field, quote in fields.pop("grounds", {}).items()]
    return claim(report, tuple(evidence), happening=kind, **fields)


def claim(report: Report, evidence: tuple[Evidence, ...], **fields: Any) -> Claim:
    defaults: dict[str, Any] = {"happening": None, "sources": (REPORTER,), "extractor": EXTRACTOR}
    return Claim(report_id=report.id, evidence=evidence, **{**defaults, **fields})


def exactly(number: int) -> CountRange:
    return CountRange(low=number, high=number, comparator="exact", value=number)


def defectors_claims(report: Report) -> list[Claim]:
    """Return the claims of the report on defectors, as a careful reader finds them."""
    clash = {"happening": "armed_clash", "incident": "idlib-clash", "place": IDLIB, "days": YESTERDAY}
    sohr = {**clash, "sources": (OBSERVATORY,)}
    dozen = CountRange(low=12, high=None, comparator="at_least", value=12)
    about = CountRange(low=1100, high=1100, comparator="about", value=1100, approximate=True)
    activists = (Source(worded="activists", kind="activist"),)
    return [
        figure(report, "At least a dozen secret police have defected", "At least a dozen", dozen, measure="defected",
               victims="secret police", category="state_forces", happening="defection", incident="idlib-clash",
               place=IDLIB, sources=activists, grounds={"source": "activists", "place": "Idlib"}),
        figure(report, "ten people were killed or wounded", "ten", exactly(10), measure="killed_or_injured",
               victims="people", category="mixed", sources=(Source(worded="they", kind="activist", name="activists"),),
               grounds={"source": "they", "time": "overnight"}, **clash),
        happening(report, "army defectors helped them", "helped", "aid", sources=(ALAA,), incident="idlib-clash",
                  grounds={"source": "One activist in the city", "anonymity": "who gave his name as Alaa"}),
        figure(report, "“I counted three dead,” Alaa said", "three", exactly(3), sources=(ALAA,),
               grounds={"source": "Alaa"}, **clash),
        happening(report, "ALAA's brother fled", "fled", "displacement"),
        figure(report, "Seven members of the security forces", "Seven", exactly(7), category="state_forces",
               victims="members of the security forces", grounds={"source": "the Observatory (SOHR)"}, **sohr),
        figure(report, "five army rebels", "five", exactly(5), category="armed_group", victims="army rebels", **sohr),
        figure(report, "three civilians were killed", "three", exactly(3), category="civilian", victims="civilians",
               unresolved=("whether the three are among the ten",), **sohr),
        figure(report, "apparently killed some 1,100 soldiers since March", "some 1,100", about, victims="soldiers",
               category="state_forces", scope="cumulative", certainty="hedged", perpetrator=ARMED,
               sources=(Source(worded="The authorities", kind="government"),),
               grounds={"certainty": "apparently", "source": "The authorities", "perpetrator": "armed groups"},
               days=Days(first=date(2011, 3, 1), worded="since March", precision=5, rule="since a month")),
    ]  # fmt: skip


def hostile_claims(report: Report) -> list[Claim]:
    named = Source(worded="<script>alert(1)</script>", kind="witness")
    return [
        figure(report, "said 5 & more <b>killed</b> [red]here[/red] \x1b[31mred", "5", exactly(5), sources=(named,),
               victims="[red]people[/red]", place=Place(worded="</style><b>")),
        figure(report, "=2+2 said two civilians were killed", "two", exactly(2), victims="civilians",
               category="civilian", sources=(Source(worded="=2+2", kind="media"),),
               days=Days(first=date(2012, 1, 1), last=date(2012, 1, 2))),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave."""

    status: int
    out: str
    err: str

    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


def in_a_process(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command line in a process of its own."""
    command = [sys.executable, "-c", "from sijill.serve.cli import main; main()", *arguments]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("SIJILL_")}
    return subprocess.run(command, cwd=folder, env={**kept, **environment}, capture_output=True, check=False)
