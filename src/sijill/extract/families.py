"""The words of a text by family, as `data/hiding.toml` lists them: "withheld" is a word of keeping back.

An entry is a word, a beginning ("withh*") or a phrase ("off_the_record"), each place of which may offer several words.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from typing import Any, Final, NamedTuple

WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.!?;…]+|\n\s*\n")  # noqa: RUF001 -- the apostrophe that texts use
_ENDS: Final = re.compile(r"[.!?;…]+|\n\s*\n")
_CONTRACTED: Final = "n't"
_CLITIC: Final = re.compile(r"'(?:s|m|d|ll|ve|re)$")
_ASIDE: Final = "set_aside"
_INITIAL: Final = 2
"""Letters at most of a word whose full stop may be that of an abbreviation ("Lt.", "S.")."""


class Word(NamedTuple):
    """A word of a text in small letters, and where it stands."""

    worded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The families: of words, of beginnings, and of phrases by their first word."""

    exact: dict[str, frozenset[str]]
    beginnings: tuple[tuple[str, str], ...]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def table() -> dict[str, Any]:
    """Return the whole of `data/hiding.toml`."""
    return tomllib.loads((resources.files("sijill.extract") / "data" / "hiding.toml").read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """Return the families of `data/hiding.toml`, ready for looking words up."""
    entries = [(entry, family) for family, words in table()["words"].items() for entry in words.split()]
    exact: dict[str, set[str]] = {}
    phrases: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for entry, family in entries:
        for words in product(*(place.split("|") for place in entry.split("_"))):
            if len(words) > 1:
                phrases.setdefault(words[0], set()).add((words, family))
            elif not words[0].endswith("*"):
                exact.setdefault(words[0], set()).add(family)
    return Lexicon(
        exact={word: frozenset(families) for word, families in exact.items()},
        beginnings=tuple((entry[:-1], family) for entry, family in entries if entry.endswith("*") and "_" not in entry),
        phrases={first: tuple(sorted(found, key=lambda one: -len(one[0]))) for first, found in phrases.items()},
    )


def sentences(text: str) -> list[list[Word]]:
    """Return the words of a text in stretches that end with a full stop, a semicolon or a blank line."""
    found: list[list[Word]] = [[]]
    for match in WORD.finditer(text):
        if not _ENDS.fullmatch(match[0]):
            found[-1].append(Word(worded=match[0].lower().replace("’", "'"), start=match.start(), end=match.end()))  # noqa: RUF001
        elif not _abbreviates(text, match, found[-1]):
            found.append([])
    return [words for words in found if words]


def families_of(words: list[Word]) -> dict[str, list[int]]:
    """Return where words of each family stand among these words."""
    found: dict[str, list[int]] = {}
    aside: set[int] = set()
    for at, word in enumerate(words):
        for phrase, family in lexicon().phrases.get(word.worded, ()):
            if _stands(phrase, words, at):
                if family == _ASIDE:
                    aside.update(range(at, at + len(phrase)))
                else:
                    found.setdefault(family, []).append(at)
    for at, word in enumerate(words):
        for family in () if at in aside else _families(word.worded):
            found.setdefault(family, []).append(at)
    return {family: sorted(set(places) - aside) for family, places in found.items() if set(places) - aside}


def _abbreviates(text: str, match: re.Match[str], before: list[Word]) -> bool:
    """Tell whether a full stop is that of an initial or a title, or stands within a word ("S.K.", "Lt. Col.")."""
    if match[0] != "." or not before:
        return False
    follows = text[match.end() : match.end() + 1]
    short = before[-1].end == match.start() and len(before[-1].worded) <= _INITIAL
    return (not follows.isspace() and follows not in {"", '"', "”", "’", ")"}) or (short and follows != "")  # noqa: RUF001


def _stands(phrase: tuple[str, ...], words: list[Word], at: int) -> bool:
    return len(words) >= at + len(phrase) and all(words[at + n].worded == one for n, one in enumerate(phrase))


@lru_cache(maxsize=8192)
def _families(word: str) -> frozenset[str]:
    """Return the families of one word; a contracted "not" is one of "not" too."""
    plain = _CLITIC.sub("", word)
    known = lexicon().exact.get(plain, frozenset())
    begun = {family for beginning, family in lexicon().beginnings if plain.startswith(beginning)}
    return known | begun | (lexicon().exact["not"] if word.endswith(_CONTRACTED) else frozenset())
