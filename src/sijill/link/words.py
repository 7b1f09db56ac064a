"""Words of a report as linking sees them: sentences, content words, and which of them are rare.

Invariant: what comes back depends on the words alone, never on what else the register holds.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter

_BREAK = re.compile(r"(?<=[.!?])[\"'\u2019\u201d)]*\s+(?=[\"'\u2018\u201c(]*[A-Z0-9])|\n+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")
_ARTICLE = re.compile(r"\b(?:al|el|an|ar|as|ash|ad|at|az|ez|us)-", re.IGNORECASE)
SHORTEST = 3  # letters of a word that counts


@lru_cache(maxsize=16)
def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the half-open spans of the sentences of a text, in order; they leave out only white space."""
    found, start = [], 0
    for gap in _BREAK.finditer(text):
        if gap.start() > start:
            found.append((start, gap.start()))
        start = gap.end()
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def sentence_at(text: str, offset: int) -> int:
    """Return the number of the sentence that holds an offset; the last one that begins before it between sentences."""
    return max(0, bisect_right(sentences(text), offset, key=itemgetter(0)) - 1)


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """Return the words of a text folded for comparison: no case, accents, Arabic article or plural ending."""
    plain = unicodedata.normalize("NFKD", _ARTICLE.sub("", text)).encode("ascii", "ignore").decode().lower()
    return frozenset(_stem(word) for word in _WORD.findall(plain) if len(word) >= SHORTEST)


def _stem(word: str) -> str:
    word = word.split("'", maxsplit=1)[0]
    return word[:-1] if len(word) > SHORTEST and word.endswith("s") and not word.endswith("ss") else word


@cache
def common_words() -> frozenset[str]:
    """Return the words that many conflict reports hold: sharing one says nothing."""
    listed = files("sijill.link").joinpath("data/common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in listed.splitlines() if line and not line.startswith("#"))


_SOUNDS = ((r"[^a-z0-9]", ""), (r"dj|dg", "j"), (r"q|ck|kh", "k"), (r"gh", "g"), (r"sh|ch|th|dh|ph", lambda m: m[0][0]),
           (r"z", "s"), (r"(?<!^)[aeiouywh]", ""), (r"^[aeiouyw]", "a"), (r"(.)\1+", r"\1"))  # fmt: skip


@lru_cache(maxsize=4096)
def sound_of(name: str) -> str:
    """Return what the Latin spellings of one Arabic name have in common: its consonants ("Hassajik", "Hassadjek")."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    sound = plain
    for pattern, kept in _SOUNDS:
        sound = re.sub(pattern, kept, sound)
    return sound if len(sound) >= SHORTEST else plain


@lru_cache(maxsize=4096)
def rare_words(text: str) -> frozenset[str]:
    """Return the words of a text that few reports hold: names, and what is particular; numbers are left to figures."""
    return frozenset(word for word in words(text) - common_words() if not word.isdigit())
