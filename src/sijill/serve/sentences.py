"""The sentences that claims of several reports rest on, report by report in the order of their publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from sijill.serve.opened import gives_only, sentences_of
from sijill.serve.rows import iso
from sijill.serve.tables import SHORT_ID
from sijill.serve.wording import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.incident import Member
    from sijill.serve.linked import Linked


def sentences_in(claims: Iterable[str], shelf: Linked) -> Iterator[dict[str, Any]]:
    """Yield each sentence once, masked, with its report and the claims that rest on it.

    `gives_only` names the claims to which the sentence gives their place or time and nothing else.
    """
    found = by_report(shelf.members(claims))
    texts = {report.id: report.text for report in shelf.book.reports_of(of[0].claim.report_id for of in found)}
    for members in found:
        shown, text = shelf.shown(members[0]), texts[members[0].claim.report_id]
        mask = shelf.masks.of(members[0].claim.report_id)
        resting: dict[tuple[int, int], dict[str, tuple[str, ...]]] = {}
        for member in members:
            for span in sentences_of(member.claim, text):
                resting.setdefault((span.start, span.end), {})[member.claim.id] = gives_only(member.claim, span)
        for (start, end), given in sorted(resting.items()):
            yield {
                "report": shown.report_name,
                "outlet": shown.outlet,
                "published": iso(shown.published),
                "sentence": mask.text(text[start:end]),
                "start": start,
                "end": end,
                "claims": list(given),
                "gives_only": {id_: list(fields) for id_, fields in given.items() if fields},
            }


def own_sentence(claim: str, shelf: Linked) -> dict[str, Any]:
    """Return the sentence that holds a claim's own words, not one that gives it a place or a time alone."""
    return next(found for found in sentences_in([claim], shelf) if not found["gives_only"])


def resting_in_words(found: dict[str, Any]) -> str:
    """Return the ids of the claims that rest on a sentence: "3d0fd0b3; the place of 61c9346f"."""
    only = found["gives_only"]
    own = " ".join(id_[:SHORT_ID] for id_ in found["claims"] if id_ not in only)
    lent: dict[str, list[str]] = {}
    for id_, fields in only.items():
        lent.setdefault(" and ".join(fields), []).append(id_[:SHORT_ID])
    return "; ".join(filter(None, (own, *(f"the {fields} of {' '.join(ids)}" for fields, ids in lent.items()))))


def by_report(members: Iterable[Member]) -> list[list[Member]]:
    """Return claims report by report, in the order of publication and then of the book."""
    found: dict[str, list[Member]] = {}
    for member in members:
        found.setdefault(member.claim.report_id, []).append(member)
    return sorted(found.values(), key=lambda of: (of[0].published is None, str(of[0].published), of[0].entered))


def block_of(claims: Iterable[str], shelf: Linked, *, indent: str = "  ") -> Text:
    """Return the sentences as people read them, under the name of each report."""
    block, report = Text(), None
    for found in sentences_in(claims, shelf):
        if found["report"] != report:
            report = found["report"]
            outlet = f"{one_line(found['outlet'])}, " if found["outlet"] else ""
            published = found["published"] or "day of publication not known"
            block.append(f"{indent}{one_line(report)}", style="bold cyan").append(f" ({outlet}{published})\n")
        block.append(f"{indent}  “{one_line(found['sentence'])}”")
        block.append(f"  {resting_in_words(found)}\n", style="cyan")
    return block
