"""Sources that hide, and why: asked for anonymity, gave a first name only, or fear reprisals.

Protection errs on the side of the person: where a phrase of `data/anonymity.toml` stands in the sentence of a source,
that source is protected throughout the report.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from sijill.extract.alternatives import matches_of_any


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """One statement that a source hides: where it stands, how it hides ("asked", "fear", "first_name"), any name."""

    start: int
    end: int
    how: str
    name: str | None = None
    reason: str | None = None


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    source = resources.files("sijill.extract") / "data" / "anonymity.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    shapes: dict[str, str] = table.pop("shapes")
    return {how: tuple(re.compile(_shaped(phrase, shapes)) for phrase in phrases) for how, phrases in table.items()}


def _shaped(pattern: str, shapes: dict[str, str]) -> str:
    """Put the shapes of names into a pattern; a shape may hold those that stand above it."""
    for name, shape in reversed(shapes.items()):
        pattern = pattern.replace(f"{{{name}}}", shape)
    return pattern


_REASON = re.compile(
    r"\b(?:because|since|as|for fear|fearing|out of fear|due to|citing|for security reasons|for safety reasons|"
    r"for (?:his|her|their) (?:own )?(?:safety|security))\b[^,.;\"”]*",
)

_UNTIL_TOLD = re.compile(
    r"[^.;]{0,60}\b(?:until|pending|before)\b[^.;]{0,40}\b(?:famil(?:y|ies)|relatives|kin|parents|notification)\b"
)
"""The names of the dead are kept back until their families know: nobody hides."""


def hidings(text: str) -> tuple[Hiding, ...]:
    """Return every statement in `text` that a source hides, in order; offsets are into `text`."""
    matches = [(how, match) for how, phrases in _patterns().items() for match in matches_of_any(phrases, text)]
    found = [_hiding(text, how, match) for how, match in matches if not _UNTIL_TOLD.match(text, match.end())]
    return tuple(sorted(found, key=lambda h: (h.start, h.end)))


def _plain(name: str) -> str:
    """Return a name on one line, without the ending of the possessive or a quotation mark."""
    return re.sub(r"['’]s?$|-$", "", " ".join(name.split()))  # noqa: RUF001 -- the apostrophe that texts use


def _hiding(text: str, how: str, match: re.Match[str]) -> Hiding:
    name = next((_plain(value) for value in match.groupdict().values() if value), None)
    stop = re.compile(r"[.!?](?:\s|$)").search(text, match.end())
    end = stop.start() if stop else len(text)
    # "gave his name as Omar": the "as" of a name is not one of a reason
    reason = _REASON.search(text, match.end() if how == "first_name" else max(match.start() - 2, 0), end)
    return Hiding(
        start=match.start(), end=match.end(), how=how, name=name, reason=reason[0].strip() if reason else None
    )
