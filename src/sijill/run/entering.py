"""What linking found of judgements, entered in the book: each once, with how far the book is linked.

Invariant: a judgement of the machine that the book holds is not entered again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.judgement import MACHINE
from sijill.run.judging import LINK, enter_machines, machines_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sijill.judgement import Judgement
    from sijill.run.judging import Judged
    from sijill.run.links import Links


def enter_linked(links: Links, judged: Judged, linked_to: int) -> int:
    """Enter the machine's judgements that are not in the book after entry `linked_to`, keep links, return how many."""
    register = links.register
    linked_to = linked_to if links.state is not None else 0
    held = by_report(links.index.judgements(links.relinked), links)
    known = set(machines_in(register, after=linked_to, about=held.keys()))
    new = {report: fresh for report, of_one in held.items() if (fresh := [j for j in of_one if j not in known])}
    with register.batch():
        enter_machines(register, new, act="link")
        if links.linked > judged.linked_to:
            payload = {"up_to": links.linked, "claims": links.relinked_claims}
            register.append(author=MACHINE, kind=LINK, subject=f"claims up to entry {links.linked}", payload=payload)
    links.keep()
    return sum(map(len, new.values()))


def by_report(judgements: Iterable[Judgement], links: Links) -> dict[str, list[Judgement]]:
    """Return judgements by the later-entered of the two reports: an entry each would make reading slow."""
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        mentions = filter(None, map(links.index.mention, judgement.pair))
        later = max(mentions, key=lambda mention: mention.entered)
        found.setdefault(later.report, []).append(judgement)
    return found
