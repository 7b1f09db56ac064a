"""Names of sources, folded: spellings and descriptions of one source come to one name.

Invariant: folding is a function of the words alone, and a folded name folds to itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sijill.reconcile.words import source_names, tables

_BASED = re.compile(r"\b(?:[\w.]+)-based\b|\b(?:uk|britain|london|coventry) based\b")
_SPELLINGS = (
    (re.compile(r"\bdefence\b"), "defense"),
    (re.compile(r"(\w)isation\b"), r"\1ization"),
    (re.compile(r"'s?\b|\u2019s?\b"), ""),
)
_NOT_WORDS = re.compile(r"[^\w]+")


@lru_cache(maxsize=65536)
def folded(worded: str) -> str:
    """Return the words of a name that tell it apart: no case, accents, articles, "-based", possessives."""
    plain = unicodedata.normalize("NFKD", worded).encode("ascii", "ignore").decode().lower() or worded.lower()
    plain = _BASED.sub(" ", plain)
    for pattern, spelling in _SPELLINGS:
        plain = pattern.sub(spelling, plain)
    kept = [word for word in _NOT_WORDS.split(plain) if word and word not in tables().small]
    return " ".join(kept) or _NOT_WORDS.sub(" ", plain).strip()


@lru_cache(maxsize=65536)
def listed_name(worded: str) -> str | None:
    """Return the name under which data/source_names.csv lists the source, None where it does not."""
    plain = folded(worded)
    return next((name for pattern, name in source_names() if pattern.search(plain)), None)


@lru_cache(maxsize=65536)
def is_proper(worded: str) -> bool:
    """Tell whether some words name somebody: a capital letter after the first word, or in a word that is no article."""
    words = [word for word in re.findall(r"[^\W\d_]+", worded) if word.lower() not in tables().small]
    return any(word[0].isupper() for word in (words[1:] if words and worded.startswith(words[0]) else words)) or any(
        word.isupper() and len(word) > 1 for word in words
    )
