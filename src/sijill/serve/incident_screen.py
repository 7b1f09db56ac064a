"""Everything about one happening, as one screen and as one document: every number open down to its sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from sijill.serve.incident_form import line_of, members_of
from sijill.serve.incident_words import (
    accounts_of,
    blame_in_words,
    heading_in_words,
    marks_in_words,
    range_in_words,
)
from sijill.serve.reasons import reasons_of
from sijill.serve.sentences import block_of, sentences_in
from sijill.serve.tables import SHORT_ID
from sijill.serve.wording import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.incident import Incident, Member
    from sijill.serve.hiding import Hiding
    from sijill.serve.incident_words import Account
    from sijill.serve.linked import Linked


def document(found: Incident, shelf: Linked) -> dict[str, Any]:
    """Return the incident whole, with its members, sentences and the reasons for which they are one."""
    whole = shelf.hiding(found.claims).plain(found)
    return {
        **whole,
        "members": members_of(found, shelf),
        "summary": line_of(found, shelf),
        "sentences": list(sentences_in(found.claims, shelf)),
        "judgements": [line.plain for line in reasons_of(found, shelf)],
    }


def screen(found: Incident, shelf: Linked) -> Group:
    """Return what is printed of an incident."""
    hiding = shelf.hiding(found.claims)
    sections = (
        ("Ranges", range_lines(found)),
        ("Accounts, by source and time", account_lines(found, shelf, hiding)),
        ("Contradictions", (f"{one.kind}: {one_line(str(hiding.contradiction(one)))}" for one in found.contradictions)),
        ("Who is blamed by whom", (blame_in_words(blame, hiding) for blame in found.blames)),
        ("Figures that are not, or not alone, their source's total", (
            f"{aside.claim[:SHORT_ID]}  {aside.reason}" for aside in found.set_aside
        )),
        ("Why these are one", (line.words for line in reasons_of(found, shelf))),
    )  # fmt: skip
    blocks = [text for title, lines in sections for text in section(title, lines)]
    return Group(head(found, shelf, hiding), *blocks, Text("Sentences", style="bold"), block_of(found.claims, shelf))


def head(found: Incident, shelf: Linked, hiding: Hiding) -> Text:
    """Return the id, what happened, where and when, and which reports tell of it."""
    names = ", ".join(map(one_line, shelf.shown_reports(found)))
    told = f"{counted(len(found.claims), 'claim')} of {counted(len(found.reports), 'report')} ({names})"
    origins = f", of {counted(len(found.origins), 'origin')}" if len(found.origins) < len(found.reports) else ""
    part = f"\na part of incident {found.part_of}" if found.part_of else ""
    heading = (heading_in_words(found, hiding), "bold")
    return Text.assemble("incident ", (found.id, "bold cyan"), "\n", heading, f"\n{told}{origins}{part}\n")


def section(title: str, lines: Iterable[str]) -> list[Text]:
    """Return a titled block of lines, nothing where there are none."""
    found = [f"  {line}\n" for line in lines]
    return [Text(title, style="bold"), Text("".join(found))] if found else []


def range_lines(found: Incident) -> Iterator[str]:
    """Yield the range of each measure, with what it rests on."""
    for one in found.ranges:
        ids = " ".join(claim[:SHORT_ID] for claim in one.claims)
        yield f"{one.measure.replace('_', ' ')}: {range_in_words(one)} ({marks_in_words(one)})  {ids}"


def account_lines(found: Incident, shelf: Linked, hiding: Hiding) -> Iterator[str]:
    """Yield, source by source and measure by measure, each amount with its reports and days of publication."""
    for _, of_voice in groupby(accounts_of(found, hiding), key=by_voice):
        told = list(of_voice)
        yield f"{one_line(told[0].voice.name)} ({told[0].voice.kind}), {told[0].measure}:"
        for one in told:
            ids = " ".join(claim[:SHORT_ID] for claim in one.amount.claims)
            reports = "; ".join(dict.fromkeys(map(told_in, map(shelf.shown, shelf.members(one.amount.claims)))))
            yield f"  {one.role}: {one.words} [{one_line(reports)}]  {ids}"


def by_voice(account: Account) -> tuple[str, str]:
    """Return what accounts stand under; two protected sources may be shown by one name, and stay two."""
    return account.figures.voice.key, account.figures.measure


def told_in(member: Member) -> str:
    """Return the report of a claim and the day of its publication."""
    return f"{member.report_name}, {member.published or 'day of publication not known'}"
