"""The words of a text by family, as `data/hiding.toml` lists them: "withheld" is a word of keeping back.

An entry is a word, a beginning ("withh*") or a phrase ("off_the_record"), each place of which may offer several words.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # noqa: RUF001 -- the apostrophe that texts use
_HAS_A_WORD: Final = re.compile(r"[^\W_]")
_SHORT: Final = re.compile(r"(?<![^\W_])[^\W\d_]{1,2}$")
_ENDS: Final = re.compile(r"[.!?;…]+|\n\s*\n")
_CONTRACTED: Final = "n't"
_CLITIC: Final = re.compile(r"'(?:s|m|d|ll|ve|re)$")
_ASIDE: Final = "set_aside"
_OWNERS: Final = frozenset({"whose", "his", "her", "their", "my"})
_PAIR: Final = 2
_INITIAL: Final = 2
"""Letters at most of a word whose full stop may be that of an abbreviation ("Lt.", "S.")."""
_MOST_KEPT: Final = 50_000
"""Words of which the families are kept."""


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


def sentences(text: str, wanted: Callable[[str], bool] = bool) -> Iterator[list[Word]]:
    """Yield the words of each wanted sentence of a text, which a full stop, a semicolon or a blank line ends."""
    for start, end in _stretches(text):
        if not wanted(text[start:end]):
            continue
        found = _WORD.finditer(text, start, end)
        words = [Word(worded=_plain(match[0]), start=match.start(), end=match.end()) for match in found]
        if words:
            yield words


def may_hold_a_cue(sentence: str) -> bool:
    """Tell whether the words of a sentence are of all the families that some cue needs, wherever they stand."""
    words = set(_WORD.findall(_plain(sentence)))
    have, bits, phrases = 0, _bits(), _by_second()
    for word in words:
        have |= bits[word]
        seconds = phrases.get(word, {})
        for second in words & seconds.keys():
            for phrase, bit in seconds[second]:
                have |= bit if len(phrase) == _PAIR or words.issuperset(phrase) else 0
    return any(needed & have == needed for needed in _needed())


@cache
def _by_second() -> dict[str, dict[str, list[tuple[tuple[str, ...], int]]]]:
    """Return the phrases by their first word and then by their second, each with its family as a bit."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], int]]]] = {}
    for first, phrases in lexicon().phrases.items():
        for phrase, family in phrases:
            found.setdefault(first, {}).setdefault(phrase[1], []).append((phrase, 1 << _number()[family]))
    return found


@cache
def _beginnings() -> dict[str, list[tuple[str, str]]]:
    """Return the beginnings of words by their first two letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for beginning, family in lexicon().beginnings:
        found.setdefault(beginning[:_PAIR], []).append((beginning, family))
    return found


@cache
def _needed() -> tuple[int, ...]:
    """Return the families that each cue needs, a bit for each."""
    return tuple(sum(1 << _number()[family] for family in set(row["needs"])) for row in table()["cues"])


@cache
def _number() -> dict[str, int]:
    return {family: at for at, family in enumerate(table()["words"])}


class _Bits(dict[str, int]):
    """The families of each word as bits, worked out once a word."""

    def __missing__(self, word: str) -> int:
        bits = sum(1 << _number()[family] for family in _families(word))
        if len(self) < _MOST_KEPT:
            self[word] = bits
        return bits


@cache
def _bits() -> _Bits:
    return _Bits()


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text stand."""
    start = 0
    for match in _ENDS.finditer(text):
        if not _abbreviates(text, match, start):
            yield start, match.start()
            start = match.end()
    yield start, len(text)


def _plain(words: str) -> str:
    return words.lower().replace("’", "'")  # noqa: RUF001 -- the apostrophe that texts use


def families_of(words: list[Word]) -> dict[str, list[int]]:
    """Return where words of each family stand among these words."""
    found: dict[str, list[int]] = {}
    aside: set[int] = set()
    for at, word in enumerate(words):
        for phrase, family in lexicon().phrases.get(word.worded, ()):
            if _stands(phrase, words, at):
                if family == _ASIDE:
                    if at and words[at - 1].worded in _OWNERS:
                        continue  # "whose name the paper is not publishing" is no "name the suspects"
                    aside.update(range(at, at + len(phrase)) if _touch(words[at : at + len(phrase)]) else ())
                else:
                    found.setdefault(family, []).append(at)
    for at, word in enumerate(words):
        for family in () if at in aside else _families(word.worded):
            found.setdefault(family, []).append(at)
    return {family: sorted(set(places) - aside) for family, places in found.items() if set(places) - aside}


def _abbreviates(text: str, match: re.Match[str], start: int) -> bool:
    """Tell whether a full stop is that of an initial or a title, or stands within a word ("S.K.", "Lt. Col.")."""
    if match[0] != "." or not _HAS_A_WORD.search(text, start, match.start()):
        return False
    follows = text[match.end() : match.end() + 1]
    short = _SHORT.search(text, max(start, match.start() - _INITIAL - 1), match.start()) is not None
    return (not follows.isspace() and follows not in {"", '"', "”", "’", ")"}) or (short and follows != "")  # noqa: RUF001


def _stands(phrase: tuple[str, ...], words: list[Word], at: int) -> bool:
    return len(words) >= at + len(phrase) and all(words[at + n].worded == one for n, one in enumerate(phrase))


def _touch(words: list[Word]) -> bool:
    """Tell whether nothing but a space parts words: in "not my name, the man said" nobody says "name the"."""
    return all(after.start - word.end == 1 for word, after in pairwise(words))


@lru_cache(maxsize=8192)
def _families(word: str) -> frozenset[str]:
    """Return the families of one word; a contracted "not" is one of "not" too."""
    plain = _CLITIC.sub("", word)
    known = lexicon().exact.get(plain, frozenset())
    begun = {family for beginning, family in _beginnings().get(plain[:_PAIR], ()) if plain.startswith(beginning)}
    return known | begun | (lexicon().exact["not"] if word.endswith(_CONTRACTED) else frozenset())
