"""What stands in a report without being the article: buttons, captions, credits, copyright.

Invariant: only what a pattern of `data/boilerplate.toml` names is left out, and it is listed with its reason.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from sijill.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES: Final = ("head", "line", "tail", "anywhere")
MOST_CUTS: Final = 12  # at the end of one text
LONGEST_LINE: Final = 600  # code points: a longer paragraph is the article's
TAIL: Final = 1_200  # code points at the end in which the last words are looked for
_LINE: Final = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch that is not read, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One row of `data/boilerplate.toml`; a text without one of the words in `needs` is not searched."""

    reason: str
    where: str
    needs: tuple[str, ...]
    expression: re.Pattern[str]

    def may_be_in(self, text: str) -> bool:
        """Tell quickly whether a search is worth while."""
        return not self.needs or any(word in text for word in self.needs)


@cache
def patterns(where: str) -> tuple[Pattern, ...]:
    """Return the patterns that hold for one place; raise DataError where the list breaks its schema."""
    rows = tomllib.loads(files("sijill.clean").joinpath("data/boilerplate.toml").read_text("utf-8"))
    return tuple(pattern for row in rows["pattern"] if (pattern := _pattern(row)).where == where)


def _pattern(row: dict[str, Any]) -> Pattern:
    """Return the pattern of a row; raise DataError where it breaks the schema."""
    try:
        where, expression = row["where"], row["expression"]
        anchored = rf"(?:{expression})\Z" if where == "tail" else expression
        needs = tuple(row.get("needs", ()))
        pattern = Pattern(reason=row["reason"], where=where, needs=needs, expression=re.compile(anchored))
    except (KeyError, re.error) as error:
        msg = f"boilerplate.toml: {row} lacks a field or holds no regular expression: {error}"
        raise DataError(msg) from None
    if set(row) - {"needs"} != {"reason", "where", "expression"} or where not in PLACES:
        msg = f"boilerplate.toml: {row} has an unknown field, or a place that is not one of {', '.join(PLACES)}"
        raise DataError(msg)
    return pattern


def head_cut(text: str, at: int) -> Cut | None:
    """Return the heading words that begin at `at`, if any do."""
    for pattern in patterns("head"):
        if match := pattern.expression.match(text, at):
            return Cut(match.start(), match.end(), pattern.reason)
    return None


def tail_cuts(text: str, start: int) -> list[Cut]:
    """Return what follows the article's last words, the last first; nothing before `start` is taken."""
    cuts: list[Cut] = []
    end = len(text)
    while len(cuts) < MOST_CUTS and (found := _last(text, max(start, end - TAIL), end)):
        cuts.append(found)
        end = len(text[: found.start].rstrip())
    return cuts


def _last(text: str, start: int, end: int) -> Cut | None:
    """Return the boilerplate that ends at `end`, if there is any."""
    tail = text[start:end]
    for pattern in patterns("tail"):
        match = pattern.expression.search(text, start, end) if pattern.may_be_in(tail) else None
        if match and match.start() > start:
            return Cut(match.start(), match.end(), pattern.reason)
    return None


def inner_cuts(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield boilerplate between `start` and `end`: whole lines, and what may stand inside one."""
    for pattern in patterns("anywhere"):
        if not pattern.may_be_in(text):
            continue
        for match in pattern.expression.finditer(text, start, end):
            yield Cut(match.start(), match.end(), pattern.reason)
    if "\n" in text[start:end]:  # a text in one piece has no line that could be left out
        for line in _LINE.finditer(text, start, end):
            if reason := _line_reason(line[0]):
                yield Cut(line.start(), line.end(), reason)


def _line_reason(line: str) -> str | None:
    """Return why a whole line is not the article's, None where it is."""
    if len(line) > LONGEST_LINE:
        return None
    found = _common_lines().fullmatch(line)
    if found is not None:
        return next(p.reason for p in patterns("line") if p.expression.fullmatch(line))
    rare = (p.reason for p in patterns("line") if p.needs and p.may_be_in(line) and p.expression.fullmatch(line))
    return next(rare, None)


@cache
def _common_lines() -> re.Pattern[str]:
    """Return the patterns of whole lines that need no word, as one: nearly every line fits none of them."""
    return re.compile("|".join(f"(?:{p.expression.pattern})" for p in patterns("line") if not p.needs))
