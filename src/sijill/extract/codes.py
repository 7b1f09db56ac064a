"""People whom a report knows by a star, a code or initials: "Shabnam*", "Witness P-114", "Dona C.", "Mr X", "KM, 34".

The words before a code or a letter that make it a person's, or a thing's ("Plan B."), are in `data/hiders.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from sijill.extract.people import HONORIFICS, words_for
from sijill.extract.stretches import around, matches, stretches
from sijill.reading import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

_LETTER: Final = r"[^\W\d_a-z]"
_QUOTE: Final = "[\"\u201c'\u2018]"
_APOSTROPHE: Final = "'\u2019"
_STARRED: Final = re.compile(rf"(?<![\w*])([^\W\d_][\w{_APOSTROPHE}-]+)\*(?![\w*])")
_NUMBERED: Final = r"(?:[A-Z]{1,4}[- ]?)?\d{1,4}|[A-Z]{1,3}[-/]\d{1,4}"
_SAID: Final = r"(?:said|told|tells|says|was|had|did|saw|testified|recalled|described)"
_STATES: Final = r"(?!(?:U|E|D|N|A|P)\.(?:S|N|K|U|C|A|O|M)\.)"
AGED: Final = re.compile(
    rf"(?:[{_APOSTROPHE}]s)?\*?[\"\u201d]?\s*"
    r"(?:,\s*(?:aged?\s*)?\d{1,2}\b(?!\s+\w+\s+(?:ago|later))|\(\d{1,2}[,)]|,\s*an? \d{1,2}-year)"
)
"""An age after a name."""
_GOES_ON: Final = re.compile(
    rf"\s+(?:{_SAID}|is|has|recalls|remembers|added|will|does|works|lives|fled|speaks|spoke)\b"
)
_LETTERED: Final = re.compile(r"(?<=[A-Z\u00c0-\u00de\u0400-\u042f])\.(?<=\b..)")
_CAPITALS: Final = re.compile(r"[A-Z]{2}|[A-Z][-/]?[0-9]")
_REACH: Final = 48
"""Characters that a code or initials with what stands around them take at most."""
_BEFORE: Final = 20
"""Characters before initials in which a word may bring them in."""


def coded(doc: Doc) -> Iterator[Token]:
    """Yield the first words of the stars, codes and initials of a report."""
    text = text_of(doc)
    found = [match.start(1) for match in _STARRED.finditer(text)] if "*" in text else []
    found += [match.start() for pattern, within in _near(text) for match in matches(pattern, text, within)]
    found += [match.start() for match in matches(_initials(), text, _lettered(text)) if _is_initial(text, match)]
    yield from _at(doc, found)


def _near(text: str) -> Iterator[tuple[re.Pattern[str], list[tuple[int, int]]]]:
    """Yield the patterns of codes, and where in a text each need be tried."""
    by_role, by_address, by_age, numbered, speaking = _codes()
    lists = words_for()
    yield by_role, stretches(text.lower(), lists["coded_roles"], before=1, after=_REACH)
    yield by_address, stretches(text, lists["addresses"], before=1, after=_REACH)
    capitals = around((match.start() for match in _CAPITALS.finditer(text)), before=1, after=_REACH)
    yield from ((pattern, capitals) for pattern in (by_age, speaking))
    yield numbered, stretches(text, ("code",), before=1, after=_REACH)


def _lettered(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a text around a capital letter alone with a full stop."""
    return around((match.start() for match in _LETTERED.finditer(text)), before=_REACH, after=_REACH)


@cache
def _codes() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of codes: by a role, by a form of address, by an age or a verb after them."""
    role, address = _any(words_for()["coded_roles"]), _any(words_for()["addresses"])
    alone = rf"(?:[B-HJ-Z]|A(?=\s{_SAID}))(?![\w{_APOSTROPHE}.-])"
    return (
        re.compile(rf"\b(?i:{role})\s(?:{_NUMBERED}|{alone})"),
        re.compile(rf"\b{address}\.?\s[A-Z]\b(?![.{_APOSTROPHE}]?\s?[A-Z]|[.\w{_APOSTROPHE}-])"),
        re.compile(r"\b[A-Z]{2,3}(?=,?\s(?:\(?\d{1,2}[,)]|aged\s\d|an?\s\d{1,2}-year-old))"),
        re.compile(r"(?<=\bcode\s)[A-Z]{1,4}[- ]?\d{1,4}\b"),
        re.compile(
            r"\b[A-Z]{1,4}[-/]?\d{1,4}(?=,?\s(?:said|says|told|recalled|testified)\b|"
            rf",\san?\s{_any(words_for()['people'])}[,.;])"
        ),
    )


@cache
def _initials() -> re.Pattern[str]:
    """Return the pattern of initials with a given name or a form of address before them."""
    given = rf"(?!{_any(words_for()['lettered_things'])}\b){_LETTER}[\w{_APOSTROPHE}-]*\s"
    initial = rf"{_STATES}{_LETTER}\.(?:[ -]?{_LETTER}\.){{0,3}}"
    ends = rf"(?=[\s,;:)*\"\u201d{_APOSTROPHE}]|$)(?!\s+(?:[a-z]+\s)?{_LETTER}[\w.])"
    return re.compile(rf"(?<![\w.])(?P<given>{given})?(?P<initial>{initial}){ends}")


@cache
def _introduces() -> re.Pattern[str]:
    before = _any(words_for()["addresses"] | words_for()["brings_in"])
    return re.compile(rf"\b{before}[.,:]?\s+{_QUOTE}?$")


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted((word.replace('_', ' ') for word in words), key=len, reverse=True))})"


def _at(doc: Doc, offsets: Iterable[int]) -> Iterator[Token]:
    """Yield the words that begin at these places of the text."""
    for offset in offsets:
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        if span is not None and len(span):
            yield span[0]


def _is_double(initial: str) -> bool:
    """Tell whether initials are of two words or more and no abbreviation: "R.A." is nobody but a person."""
    letters = "".join(filter(str.isalpha, initial))
    return len(letters) > 1 and letters not in words_for()["abbreviations"]


def _is_initial(text: str, match: re.Match[str]) -> bool:
    """Tell whether initials stand for somebody: an age follows or a verb, or the words before bring in a name."""
    before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() :]
    given = (match["given"] or "").strip()
    if _is_double(match["initial"]):
        return True
    told = AGED.match(after) or _introduces().search(before) or _GOES_ON.match(after)
    return bool(told or given.lower() in HONORIFICS or (given and after.startswith(", ")))
