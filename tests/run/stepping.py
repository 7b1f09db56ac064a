"""A small register made and changed by hand: what is told in it, and every step by which a book grows."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from sijill.errors import RegisterError, UsageError
from sijill.ledger import Register, open_register
from sijill.model import Claim, Evidence, Figure, Place, Report, Source
from sijill.review import GRADES
from sijill.run.acts import Person, judge, merge, split, undo
from sijill.run.incidents import View, incidents_of, link_new, link_register, linked_view
from sijill.run.judging import judged_in
from sijill.run.links import links_of
from sijill.run.reviews import add_claim, grade, review_claim, sign
from sijill.run.shown import Shown
from sijill.values import CountRange, Days, Span

if TYPE_CHECKING:
    from collections.abc import Callable

TOWNS = {
    name: Place(worded=name, name=name, gazetteer_id=name, latitude=north, longitude=east, precision=1, country="SY",
                admin1="Idlib")
    for name, north, east in (("Atmeh", 36.3, 36.7), ("Sarmada", 36.18, 36.72), ("Kobani", 36.89, 38.35))
}  # fmt: skip
DAY = date(2016, 8, 14)
AMAL = Person(name="Amal")
MONITOR = Source(worded="the Observatory", kind="monitor")
KARIM = Source(worded="Karim Haddad, a resident", kind="witness", anonymous=True, protected=True)
WIRE = "The wire wrote on Sunday at length of lorries, of a bakery, of its queue at dawn, and of those who ran there."


def told(name: str, town: str, day: int, killed: int, more: str = "") -> tuple[Report, list[Claim]]:
    """A report of one outlet with two figures of one happening, and a running total."""
    text = f"Shells killed {killed} people in {town}, and {killed + 40} since March. {more or name}"
    report = Report(text=text, name=name, sha256=text, outlet=name, published=DAY + timedelta(days=day))
    return report, [claim_of(report, town, day, killed), claim_of(report, town, day, killed + 40, "cumulative")]


def claim_of(report: Report, town: str, day: int, killed: int, scope: str = "incident") -> Claim:
    at = report.text.index(f"{killed} ")
    span = Span(start=at, end=at + len(str(killed)))
    count = CountRange(low=killed, high=killed, comparator="exact", value=killed)
    when = DAY + timedelta(days=day)
    return Claim(
        report_id=report.id, happening="shelling_artillery_missile", sources=(Source(worded=None),),
        evidence=tuple(Evidence(field=f, span=span, quote=span.of(report.text)) for f in ("claim", "number")),
        figure=Figure(measure="killed", worded=str(killed), count=count, scope=scope), place=TOWNS[town],
        days=Days(first=when, last=when, precision=1), extractor="hand 1",
    )  # fmt: skip


def by(given: tuple[Report, list[Claim]], source: Source) -> tuple[Report, list[Claim]]:
    """What is told, of a source."""
    return given[0], [replace(claim, sources=(source,)) for claim in given[1]]


def read(book: Register, given: tuple[Report, list[Claim]], extractor: str = "hand 1") -> None:
    report, claims = given
    book.enter(report, [replace(claim, extractor=extractor) for claim in claims], extractor=extractor)


def as_from_nothing(book: Register) -> View:
    judged = judged_in(book)
    return View(links=links_of(Shown(book), judged.people, up_to=judged.linked_to, anew=True), judged=judged)


CORRECTIONS = (
    ("number", "70"), ("number", "3"), ("measure", "injured"), ("scope", "cumulative"), ("scope", "incident"),
    ("happening", "armed_clash"), ("days", None),
)  # fmt: skip

tellings = st.builds(
    told,
    st.sampled_from(["Ahram", "Sana", "Enab", "Rudaw"]),
    st.sampled_from([*TOWNS, "Atmeh"]),
    st.sampled_from([0, 0, 0, 1, 4]),
    st.sampled_from([3, 30, 32]),
    st.sampled_from(["", "", WIRE]),
)
sourced = st.builds(by, tellings, st.sampled_from([Source(worded=None), MONITOR, KARIM]))
numbers = st.integers(0, 9)
pairs = st.tuples(numbers, numbers)
steps = st.one_of(
    st.tuples(st.just("read"), tellings),
    st.tuples(st.just("read anew"), tellings),
    st.tuples(st.just("link"), st.none()),
    st.tuples(st.sampled_from(["same", "different"]), pairs),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("correct"), st.tuples(numbers, st.sampled_from(CORRECTIONS))),
    st.tuples(st.sampled_from(["reject", "accept"]), st.tuples(numbers, st.none())),
    st.tuples(st.just("add"), numbers),
    st.tuples(st.just("undo a review"), numbers),
)
readings = st.tuples(st.sampled_from(["read", "read anew"]), sourced)
every_step = st.one_of(
    readings,
    steps.filter(lambda one: one[0] != "link"),  # another's linking is a step elsewhere
    st.tuples(st.just("merge"), pairs),
    st.tuples(st.sampled_from(["split", "grade", "sign", "protect"]), numbers),
    st.tuples(st.just("erase"), numbers | st.sampled_from(["Karim", "bakery", "Enab", "Kobani", "Observatory"])),
    st.tuples(
        st.just("elsewhere"), st.tuples(st.one_of(readings, steps), st.sampled_from(["not", "new", "anew", "seen"]))
    ),
)


def review(book: Register, act: str, given: tuple[int, tuple[str, str | None] | None]) -> None:
    """Review one of the claims that are shown or were rejected; what cannot be corrected so stays."""
    view = incidents_of(book)
    ids = sorted({*(member.claim.id for member in view.claims), *view.reviewed.rejected})
    if not ids:
        return
    field, words = given[1] or (None, None)
    value = {"words": words} if words else {"first": str(DAY + timedelta(days=2))} if field else None
    with suppress(UsageError):
        review_claim(book, view, act, ids[given[0] % len(ids)], AMAL, field=field, value=value)


def add(book: Register, which: int) -> None:
    """Add what a report says of those since March as a happening of its own."""
    reports = list(book.reports())
    if reports:
        report = reports[which % len(reports)]
        at = report.text.index("since March")
        words = Span(start=at, end=at + len("since March"))
        said = {"happening": "shelling_artillery_missile", "first": str(DAY)}
        add_claim(book, report, AMAL, (words, words), said)


def undo_review(book: Register, which: int) -> None:
    """Undo a review that is in force."""
    found = Shown(book).reviews
    if found:
        undo(book, found[which % len(found)].seq, AMAL)


def judge_pair(book: Register, verdict: str, given: tuple[int, int]) -> None:
    """Judge two of the linked claims."""
    view = incidents_of(book)
    claims, (one, other) = sorted(view.homes), given
    if claims and claims[one % len(claims)] != claims[other % len(claims)]:
        judge(book, view, verdict, (claims[one % len(claims)], claims[other % len(claims)]), AMAL)


def link(book: Register) -> None:
    """Link what is new."""
    link_new(book)


def undo_judgement(book: Register) -> None:
    """Undo the newest judgement of a person that is in force."""
    if judged_in(book).acts:
        undo(book, None, AMAL)


def two_of(view: View, given: tuple[int, int]) -> tuple[str, str] | None:
    """Two of the incidents; None where there are no two, or one was chosen twice."""
    ids = sorted(view.by_id)
    found = {ids[which % len(ids)] for which in given} if ids else set()
    return (min(found), max(found)) if len(found) > 1 else None


def merge_two(book: Register, given: tuple[int, int]) -> None:
    """Merge two incidents."""
    view = incidents_of(book)
    if two := two_of(view, given):
        merge(book, view, two, AMAL)


def split_one(book: Register, which: int) -> None:
    """Split its last claim off an incident that has several."""
    view = incidents_of(book)
    of_many = [one for one in view.incidents if len(one.claims) > 1]
    if of_many:
        one = of_many[which % len(of_many)]
        split(book, view, one.id, [one.claims[-1]], AMAL)


def weigh(book: Register, act: str, which: int) -> None:
    """Grade an incident, or sign it off, where that can be."""
    view = incidents_of(book)
    ids = sorted(view.by_id)
    if ids and act == "grade":
        grade(book, view, ids[which % len(ids)], GRADES[which % len(GRADES)], AMAL)
    elif ids:
        with suppress(UsageError):
            sign(book, view, ids[which % len(ids)], AMAL)


def protect(book: Register, which: int) -> None:
    """Name a source who is to be protected, or no more."""
    view = incidents_of(book)
    ids = sorted(member.claim.id for member in view.claims)
    if ids:
        value = {"words": "Rasha Test", "protected": bool(which % 2)}
        with suppress(UsageError):
            review_claim(book, view, "correct", ids[which % len(ids)], AMAL, field="source", value=value)


def erase(book: Register, what: int | str) -> None:
    """Erase a report, or some words wherever they stand."""
    ids = book.report_ids()
    if isinstance(what, str):
        with suppress(RegisterError):  # they stand nowhere
            book.erase_words(lambda text: stretches(text, what), author=AMAL.name, reason="asked for")
    elif ids:
        book.erase_report(ids[what % len(ids)], author=AMAL.name, reason="asked for")


def stretches(text: str, words: str) -> list[Span]:
    """Where words stand in a text."""
    return [Span(start=found.start(), end=found.end()) for found in re.finditer(words, text)]


def elsewhere(book: Register, given: tuple[tuple[str, Any], str]) -> None:
    """Take a step in another program, which may link after it."""
    (step, of_step), linking = given
    with open_register(book.name) as other:
        TAKEN[step](other, step, of_step)
        LINKED[linking](other)


LINKED: dict[str, Callable[[Register], object]] = {
    "not": lambda _: None, "new": link_new, "anew": link_register, "seen": linked_view,
}  # fmt: skip
TAKEN: dict[str, Callable[[Register, str, Any], None]] = {
    "link": lambda book, _, __: link(book),
    "undo": lambda book, _, __: undo_judgement(book),
    "same": judge_pair,
    "different": judge_pair,
    "correct": review,
    "reject": review,
    "accept": review,
    "add": lambda book, _, given: add(book, given),
    "undo a review": lambda book, _, given: undo_review(book, given),
    "read": lambda book, _, given: read(book, given, "hand 1"),
    "read anew": lambda book, _, given: read(book, given, "hand 2"),
    "merge": lambda book, _, given: merge_two(book, given),
    "split": lambda book, _, given: split_one(book, given),
    "grade": weigh,
    "sign": weigh,
    "protect": lambda book, _, given: protect(book, given),
    "erase": lambda book, _, given: erase(book, given),
    "elsewhere": lambda book, _, given: elsewhere(book, given),
}
