"""Drafts -> reports: the publication day, the language, and the name are settled here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.acquire.decode import text_notes
from sijill.acquire.draft import Draft, Given, sha256, storable
from sijill.acquire.inputs import drafts
from sijill.acquire.language import language_of
from sijill.acquire.options import Options, Refusal
from sijill.acquire.published import published
from sijill.model import Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def acquire(inputs: Sequence[str], *, options: Options | None = None) -> Iterator[Report | Refusal]:
    """Yield a report, or why there is none, for everything that the inputs hold, in their order.

    An input is a file, a folder, "-" for standard input, or an address that begins with http:// or https://. One
    report is held at a time. Nothing that an input holds raises.
    """
    chosen = options or Options()
    for given in inputs:
        for draft in drafts(given, chosen):
            yield draft if isinstance(draft, Refusal) else report_of(draft, chosen)


def report_from_text(text: str, *, name: str, options: Options | None = None) -> Report:
    """Return the report of a text that is at hand; lone surrogates stand as U+FFFD, one for one. Never raises."""
    kept, surrogates = storable(text)
    notes = text_notes(kept) + ([f"{surrogates} lone surrogate(s) stand as U+FFFD"] if surrogates else [])
    given = Given(label=name, name=name, origin="")
    return report_of(
        Draft(text=kept, given=given, sha256=sha256(kept.encode()), notes=tuple(notes)), options or Options()
    )


def report_of(draft: Draft, options: Options) -> Report:
    """Return the report of a draft."""
    day = published(draft, options)
    language, about_language = language_of(draft.text)
    return Report(
        text=draft.text,
        name=_plain(draft.name or draft.given.name),
        sha256=draft.sha256,
        origin=_plain(draft.given.origin),
        outlet=options.outlet or draft.outlet,
        title=draft.title,
        url=draft.url or draft.given.url,
        published=day.day,
        published_by=day.known_by,
        disagreements=day.disagreements,
        language=language,
        notes=(*draft.notes, *day.notes, *((about_language,) if about_language else ())),
    )


def _plain(name: str) -> str:
    """Return a name that can be stored as UTF-8: file names may hold any bytes."""
    return storable(name)[0]
