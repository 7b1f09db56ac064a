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
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from sijill.extract.cues import cues
from sijill.extract.people import words_for
from sijill.extract.stretches import matches, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Hiding:
    """One statement that a source hides: where it stands, how it hides ("asked", "fear", "first_name"), any name."""

    start: int
    end: int
    how: str
    name: str | None = None
    reason: str | None = None


@cache
def _table() -> dict[str, Any]:
    source = resources.files("sijill.extract") / "data" / "anonymity.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    phrases = {how: "|".join(_unnamed(listed)) for how, listed in _table().items() if how != "shapes"}
    return {how: re.compile(_shaped(pattern, _table()["shapes"])) for how, pattern in phrases.items()}


@cache
def _list() -> re.Pattern[str]:
    """Return the pattern of the names that follow one in a list, the last of them after "and"."""
    return re.compile(_shaped(_LISTED, _table()["shapes"]))


@cache
def _one_more() -> re.Pattern[str]:
    return re.compile(_shaped(_ONE_MORE, _table()["shapes"]))


def _shaped(pattern: str, shapes: dict[str, str]) -> str:
    """Put the shapes of names into a pattern; a shape may hold those that stand above it."""
    for name, shape in reversed(shapes.items()):
        pattern = pattern.replace(f"{{{name}}}", shape)
    return pattern


def _unnamed(phrases: list[str]) -> list[str]:
    """Give the name groups numbers, since a pattern may hold each group's name once."""
    numbers = count()
    return [f"(?:{re.sub(r'[?]P<name>', lambda _: f'?P<name{next(numbers)}>', phrase)})" for phrase in phrases]


_REASON = re.compile(
    r"\b(?:because|since|as|for fear|fearing|out of fear|due to|citing|for security reasons|for safety reasons|"
    r"for (?:his|her|their) (?:own )?(?:safety|security))\b[^,.;\"”]*",
)

_NAMING: Final = (
    "name", "Name", "call ", "calls ", "called ", "calling ", "Call ", "known ", "Known ", "identif", "Identif",
    "gave ",
    "Gave ", "give ", "Give ", "giving ", "Giving ", "introduc", "referr", "refer to", "nickname", "alias",
    "seudonym",
    "nom de guerre", "noms de guerre", "call-sign", "call sign", "callsign", "goes by", "go by", "went by", "going by",
    "goes under",
    "answers to", "initials", "quoted", "cited ", "described ", "write ", " put ", "ust say ", "nly say ", "imply say ",
    "n this ", "n your ", "or this ", "n our ", "or our ", "urposes of this", "hide ", "dub", "under the ", "under a ",
)  # fmt: skip
"""Words of which every phrase of `data/anonymity.toml` holds one."""
_QUOTES: Final = "\"\u201c\u201d'\u2018\u2019"
_AND: Final = "(?:and|or|y|et|&)"
_ONE_MORE: Final = f"(?:,|,? {_AND}) [{_QUOTES}]?(?P<name>{{many}})[{_QUOTES}]?"
_LISTED: Final = f"[{_QUOTES}]?(?:, [{_QUOTES}]?{{many}}[{_QUOTES}]?)*,? {_AND} [{_QUOTES}]?{{many}}[{_QUOTES}]?"
_AROUND = 160

_STOP = re.compile(r"[.!?](?:\s|$)")

_UNTIL_TOLD = re.compile(
    r"[^.;]{0,60}\b(?:until|pending|before)\b[^.;]{0,40}\b(?:famil(?:y|ies)|relatives|kin|parents|notification)\b"
)
"""The names of the dead are kept back until their families know: nobody hides."""

_OF_OTHERS: Final = re.compile(
    r"(?:[Nn]ames?|[Ii]dentit(?:y|ies)) of (?:\w+ ){0,4}?(?:(?:compan(?:y|ies)|firms?|"
    r"business(?:es)?|banks?|suppliers?|ships?|vessels?|brands?|suspects?|attackers?|gunmen|dead|deceased|slain|killed|bodies|casualties|fatalities)\b|"
    r"victims?\b(?= (?:\w+ ){0,3}(?:not|yet to) (?:\w+ ){0,2}"
    r"(?:released|published|disclosed|made|given|announced|known)))"
    r"|(?<!of )\b[Tt]he (?:navy|army|police|military|ministry|authorities|government|court|coastguard|company) "
    r"(?:\w+ ){1,4}names? of (?:the|its|a) (?:village|town|city|district|port|base|place|site|ship|unit|country)s?\b"
    r"|(?<!of )\b[Tt]he (?:navy|army|police|military|ministry|authorities|government|court|coastguard|"
    r"coast guard|marines|prosecution|embassy|company|statement) (?:\w+ ){0,3}(?:no|any) names\b"
)
"""Names that are kept back and are those of things, of the dead or of suspects, or that a body keeps back."""

_ONE_NAME: Final = re.compile(r"\b(?:single|one) name\b|\bknown simply\b|\bsimply as\b")
_AS_OTHERS: Final = re.compile(r"[^.;]{0,30}\b(?:like (?:many|most)|as (?:is|many|most))\b")
_NEAR: Final = 60
_A_WORD: Final = 5
"""Characters after a cue for the last word of its phrase: " name"."""
_WORDS: Final = re.compile(r"\w+")


def hidings(text: str) -> tuple[Hiding, ...]:
    """Return every statement in `text` that a source hides, in order; offsets are into `text`."""
    near = stretches(text, _NAMING, before=_AROUND, after=_AROUND)
    phrases = ((how, m) for how, pattern in _patterns().items() for m in matches(pattern, text, near))
    found = [hiding for how, match in phrases for hiding in _named(how, match)]
    found += [_hiding(text, cue.how, cue.start, cue.end) for cue in cues(text)]
    told = [h for h in found if not _UNTIL_TOLD.match(text, h.end) and not _is_of_others(text, h)]
    return tuple(sorted((h for h in told if not _is_custom(text, h)), key=lambda h: (h.start, h.end)))


def _is_of_others(text: str, hiding: Hiding) -> bool:
    """Tell whether the names that are kept back are of nobody who hides: "the names of the two companies"."""
    if hiding.name is not None or hiding.how in {"danger", "fear"}:
        return False
    others = _OF_OTHERS.finditer(text, max(hiding.start - _NEAR, 0), hiding.end + _NEAR)
    return any(match.start() < hiding.end and hiding.start < match.end() for match in others)


def _is_custom(text: str, hiding: Hiding) -> bool:
    """Tell whether somebody in office, or of a people with one name each, has but one ("goes by one name")."""
    if not _ONE_NAME.search(text, hiding.start, hiding.end + _A_WORD):
        return False
    begins = max((stop.end() for stop in _STOP.finditer(text, max(hiding.start - _AROUND, 0), hiding.start)), default=0)
    before = _WORDS.findall(text.lower(), max(hiding.start - _AROUND, begins), hiding.start)
    return _AS_OTHERS.match(text, hiding.end) is not None or not words_for()["rulers"].isdisjoint(before)


def _plain(name: str) -> str:
    """Return a name on one line, without the ending of the possessive or a quotation mark."""
    return re.sub(r"['’]s?$|-$", "", " ".join(name.split()))  # noqa: RUF001 -- the apostrophe that texts use


def _named(how: str, match: re.Match[str]) -> Iterator[Hiding]:
    """Yield a phrase for each name that it gives, and that follows it in a list ("Ko Thunder, Bo Nagar and Rain")."""
    text, start, end = match.string, match.start(), match.end()
    names = [_plain(value) for value in match.groupdict().values() if value]
    listed = _list().match(text, end) if names else None
    if listed is not None:
        names += [_plain(one["name"]) for one in _one_more().finditer(listed[0])]
        end = listed.end()
    yield from (_hiding(text, how, start, end, name) for name in names or (None,))


def _hiding(text: str, how: str, start: int, end: int, name: str | None = None) -> Hiding:
    stop = _STOP.search(text, end)
    last = stop.start() if stop else len(text)
    # "gave his name as Omar": the "as" of a name is not one of a reason
    reason = _REASON.search(text, end if how == "first_name" else max(start - 2, 0), last)
    return Hiding(start=start, end=end, how=how, name=name, reason=reason[0].strip() if reason else None)
