"""Values in words: counts, days, places and sources as people read them. Pure; nothing is shortened or guessed."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sijill.model import Actor, Claim, Figure, Place, Report, Source
    from sijill.values import CountRange, Days

REPORT_ITSELF = "the report itself"
COMPARED = {
    "exact": "{}",
    "at_least": "at least {}",
    "more_than": "more than {}",
    "at_most": "up to {}",
    "less_than": "fewer than {}",
    "about": "about {}",
    "nearly": "nearly {}",
}
KNOWN_BY = {
    "given": "given with --published",
    "dateline": "from the text's own dateline",
    "field": "from the record's field",
    "metadata": "from the page's metadata",
    "inferred": "from the report's name",
    "unknown": "neither given nor found",
}
ORDERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they can make a line read as another


def shown(text: str) -> str:
    """Return the text with control and reordering characters made visible, so that a terminal obeys none of them."""
    if text.isprintable():  # as nearly every text is
        return text
    return "".join(f"\\u{ord(c):04x}" if unsafe(c) else c for c in text)


def unsafe(character: str) -> bool:
    """Tell whether a terminal may act on the character, or be unable to print it."""
    return character not in "\n\t" and (unicodedata.category(character) in {"Cc", "Cs"} or character in ORDERS)


def one_line(text: str) -> str:
    """Return the text on one line, runs of white space closed up."""
    return " ".join(shown(text).split())


def count_in_words(count: CountRange) -> str:
    """Return "at least 12", "5 to 9" or the vague word."""
    if count.value is None:
        return count.vague or "a number"
    if count.value_high is not None:
        return f"{count.value:,} to {count.value_high:,}"
    return COMPARED.get(count.comparator, "{}").format(f"{count.value:,}")


def bounds_in_words(count: CountRange) -> str:
    """Return the bounds that the words give: "12 or more", "0 to 40", "no bound"."""
    low, high = count.low, count.high
    if low is None and high is None:
        return "bounds nothing"
    if high is None:
        return f"{low:,} or more"
    if low == high:
        return f"{high:,}, approximately" if count.approximate else f"{high:,}"
    return f"{low or 0:,} to {high:,}"


def figure_in_words(figure: Figure) -> str:
    """Return "7 killed members of the security forces (state_forces)"."""
    who = f" {one_line(figure.victims)}" if figure.victims else ""
    return f"{count_in_words(figure.count)} {figure.measure.replace('_', ' ')}{who} ({figure.category})"


def days_in_words(days: Days) -> str:
    """Return the day or days, or how far they lie from an unknown day, or the words as they stand; else ""."""
    first, last = days.first, days.last
    if first and last:
        return first.isoformat() if first == last else f"{first} to {last}"
    if first or last:
        return f"since {first}" if first else f"until {last}"
    return offset_in_words(days) or one_line(days.worded or "")


def offset_in_words(days: Days) -> str:
    """Return "up to 1 day before publication" where the days are known only from another; else ""."""
    if days.anchor is None or days.offset_first is None:
        return ""
    last = days.offset_first if days.offset_last is None else days.offset_last
    if days.offset_first == last == 0:
        return f"the day of {one_line(days.anchor)}"
    if last <= 0:
        return from_anchor(-days.offset_first, -last, f"before {one_line(days.anchor)}")
    return from_anchor(days.offset_first, last, f"after {one_line(days.anchor)}")


def from_anchor(first: int, last: int, side: str) -> str:
    """Return "2 days before publication" for 2 and 2."""
    if first == last:
        return f"{counted(first, 'day')} {side}"
    near, far = sorted((first, last))
    return f"{near} to {far} days {side}" if near else f"up to {counted(far, 'day')} {side}"


def place_in_words(place: Place | None) -> str:
    """Return the place as worded with its country code, or ""."""
    if place is None:
        return ""
    return ", ".join(one_line(part) for part in (place.worded, place.country) if part)


def worded_source(source: Source) -> str:
    """Return the source as worded; the report's own voice is named as such."""
    return one_line(source.worded or source.name or REPORT_ITSELF)


def sources_in_words(claim: Claim) -> str:
    """Return all sources of a claim as worded, joined by "and"."""
    return " and ".join(dict.fromkeys(worded_source(source) for source in claim.sources))


def source_kinds(claim: Claim) -> str:
    """Return the kinds of a claim's sources, each once."""
    return " and ".join(dict.fromkeys(source.kind for source in claim.sources))


def alleged(actor: Actor | None) -> str:
    """Return the actor as worded, or ""."""
    return one_line(actor.worded) if actor else ""


def alleges_harm(claim: Claim) -> bool:
    """Tell whether somebody is said to have done harm: what is not known to be harmless counts as harm."""
    measure, acts = claim.figure.measure if claim.figure else None, harmless()
    if measure in acts["measures"] and claim.happening is None:
        return False
    return measure not in {None, "affected", *acts["measures"]} or claim.happening not in acts["happenings"]


@cache
def harmless() -> dict[str, frozenset[str]]:
    """Return the happenings and the measures that do nobody harm."""
    text = resources.files("sijill.serve").joinpath("data/harmless.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def by_whom(claim: Claim) -> str:
    """Return "allegedly by the army" where harm is alleged, "by the minister" where none is, or ""."""
    by = alleged(claim.perpetrator)
    return by and f"{'allegedly ' if alleges_harm(claim) else ''}by {by}"


def publication_in_words(report: Report) -> str:
    """Return the publication day and how it is known."""
    day = report.published.isoformat() if report.published else "unknown"
    return f"{day} ({KNOWN_BY.get(report.published_by, report.published_by)})"


def counted(number: int, noun: str) -> str:
    """Return "1 report" or "2,000 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
