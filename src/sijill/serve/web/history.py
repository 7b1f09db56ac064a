"""What people entered about an incident and its claims, in the order of the book, as the incident's page tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.serve.review_words import in_words
from sijill.serve.tables import SHORT_ID
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.incident import Incident
    from sijill.serve.hiding import Hiding
    from sijill.serve.web.desk import Snapshot

VERDICTS = {"same": "held to be one happening", "different": "held apart", "unsure": "left open whether it is one"}


def history(incident: Incident, now: Snapshot) -> list[tuple[int, str]]:
    """Return the entries that hold, each with its number and in words, the oldest first."""
    hiding = now.shelf.hiding_all()
    told = dict(judged(incident, now, hiding))  # a merge judges several pairs in one entry
    told |= dict(reviewed(incident, now, hiding))
    return sorted(told.items())


def judged(incident: Incident, now: Snapshot, hiding: Hiding) -> Iterator[tuple[int, str]]:
    """Yield what people hold of claims of the incident: that two are one, or are not."""
    held = set(incident.claims)
    for one in now.shelf.view.judged.people:
        if held & {one.a, one.b}:
            pair = " and ".join(id_[:SHORT_ID] for id_ in one.pair)
            words = f"{one.author}: {pair} {VERDICTS[one.verdict]}"
            yield one.seq, hiding.text(one_line(f"{words}: {one.reason}" if one.reason else words))


def reviewed(incident: Incident, now: Snapshot, hiding: Hiding) -> Iterator[tuple[int, str]]:
    """Yield what people entered about claims of the incident, rejected ones too, and its grades and signatures."""
    for id_ in (*incident.claims, *rejected_of(incident, now)):
        yield from ((one.seq, f"{id_[:SHORT_ID]}: {in_words(one, hiding)}") for one in now.reviews(id_))
    for one in now.view.reviewed.incidents:
        if now.view.home(one.about) == incident.id:
            words = f"{one.author} graded it {one.value['grade']}" if one.act == "grade" else f"{one.author} signed it"
            yield one.seq, hiding.text(one_line(f"{words}: {one.reason}" if one.reason else words))


def rejected_of(incident: Incident, now: Snapshot) -> Iterator[str]:
    """Yield the ids of the rejected claims of whose happening the incident still has a claim of the same report.

    A rejected claim is in no incident: where it alone spoke for its report, nothing tells any more which one it left.
    """
    told = {(one.claim.report_id, one.claim.incident) for one in now.shelf.members(incident.claims)}
    for id_, stored in now.view.reviewed.rejected.items():
        if stored.claim.incident is not None and (stored.claim.report_id, stored.claim.incident) in told:
            yield id_
