"""A linked register with places, sides, contradictions and a protected source, for every export."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from small_register import IDLIB, exactly, figure, happening, report_of

from sijill.ledger import open_register
from sijill.model import Actor, Source
from sijill.run import link_register
from sijill.serve.linked import linked
from sijill.values import CountRange, Days

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sijill.model import Claim, Report
    from sijill.serve.linked import Linked

DAY = Days(first=date(2012, 3, 5), last=date(2012, 3, 5), precision=1, worded="Monday")
WEEK = Days(first=date(2012, 3, 5), last=date(2012, 3, 7), precision=2, worded="from Monday to Wednesday")
ARMY = Actor(worded="the army", name="Syrian army", kind="state_forces", side="government")
OBSERVATORY = Source(worded="the Observatory", kind="monitor", name="Syrian Observatory for Human Rights")
MINISTRY = Source(worded="the interior ministry", kind="government", name="Interior ministry")
YUSUF = Source(
    worded="Yusuf Haddad", name="Yusuf Haddad", kind="witness", anonymous=True, protected=True,
    why_anonymous="gave his name as Yusuf Haddad",
)  # fmt: skip
SHELLING = (
    "Shelling by the army killed seven soldiers, five rebels and three civilians in Idlib on Monday, "
    "the Observatory said.\n"
    "Some 12 people died there, the interior ministry said. Yusuf Haddad said his cousin lost =HYPERLINK there.\n"
)
BATTLE = (
    "Dozens were killed in fighting in Idlib from Monday to Wednesday, the Observatory said. The army condemned it.\n"
)


def shelling_claims(report: Report) -> list[Claim]:
    told = {"happening": "shelling_artillery_missile", "incident": "shelling", "place": IDLIB, "days": DAY,
            "perpetrator": ARMY}  # fmt: skip
    clause = "killed seven soldiers, five rebels and three civilians"
    sohr = {**told, "sources": (OBSERVATORY,)}
    about = CountRange(low=12, high=12, comparator="about", value=12, approximate=True)
    return [
        figure(report, clause, "seven", exactly(7), category="state_forces", victims="soldiers", **sohr),
        figure(report, clause, "five", exactly(5), category="armed_group", victims="rebels", **sohr),
        figure(report, clause, "three", exactly(3), category="civilian", victims="civilians", **sohr),
        figure(report, "Some 12 people died", "Some 12", about, sources=(MINISTRY,), **told),
        happening(report, "Yusuf Haddad said his cousin lost =HYPERLINK", "lost", "shelling_artillery_missile",
                  sources=(YUSUF,), incident="shelling", place=IDLIB, days=DAY,
                  grounds={"source": "Yusuf Haddad"}),
    ]  # fmt: skip


def battle_claims(report: Report) -> list[Claim]:
    dozens = CountRange(low=24, high=None, comparator="vague", vague="dozens")
    rebels = Actor(worded="rebels", kind="armed_group")
    return [
        figure(report, "Dozens were killed in fighting", "Dozens", dozens, happening="armed_clash", incident="battle",
               place=IDLIB, days=WEEK, sources=(OBSERVATORY,), perpetrator=ARMY, target=rebels),
        happening(report, "The army condemned it", "condemned", "condemn", perpetrator=ARMY, incident="words"),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def linked_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exports") / "linked.db"
    one = report_of(SHELLING, "shelling", outlet="=Reuters", published=date(2012, 3, 6), url="https://example.org/1")
    two = report_of(BATTLE, "battle", outlet="Enab", published=date(2012, 3, 8), title="+Fighting")
    with open_register(path) as book:
        book.enter(one, shelling_claims(one), extractor="hand 1")
        book.enter(two, battle_claims(two), extractor="hand 1")
        link_register(book)
    return path


@pytest.fixture
def shelf(linked_path: Path) -> Iterator[Linked]:
    with open_register(linked_path, create=False, read_only=True) as book:
        yield linked(book, unmasked=False)
