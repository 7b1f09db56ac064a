"""Which words of a source's wording name a person, by their shape alone.

"Alaa" and "who gave his name as Alaa" hold a name; "The Jisr al-Shughour resident" and "a resident of Homs" hold a
place, not a name, though the first identifies somebody as a whole.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = re.compile(r"[^\W_](?:[\w'’ʼ‐-―-]*\w)?\.?|[^\w\s]")  # noqa: RUF001 -- the apostrophes that texts use
HYPHEN = re.compile("[-\u2010-\u2015]")
SHORTEST = 2  # letters: an initial would be found in too many other words
KUNYA_LENGTH = 2  # words: "Abu Omar"


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """Return the lists of `data/names.toml`."""
    lists = tomllib.loads((resources.files("sijill.serve") / "data" / "names.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in lists.items()}


def personal_names(words: str) -> Iterator[str]:
    """Yield the runs of capitalised words that name a person."""
    tokens = TOKEN.findall(words)
    at = 0
    while at < len(tokens):
        end = run_end(tokens, at)
        name = " ".join(untitled(tokens[at:end])).rstrip(".")
        if len(name) >= SHORTEST and plain(name) not in word_lists()["no_names"] and names_a_person(tokens, at, end):
            yield name
        at = max(end, at + 1)


def run_end(tokens: list[str], start: int) -> int:
    """Return the end of the run of capitalised words and particles that begins at `start`, itself where none does."""
    end = start
    while end < len(tokens) and (
        capital(tokens[end]) or (end > start and plain(tokens[end]) in word_lists()["particles"])
    ):
        end += 1
    while end > start and not capital(tokens[end - 1]):
        end -= 1
    if end > start and start_is_determiner(tokens, start):
        return start + 1
    return end


def start_is_determiner(tokens: list[str], start: int) -> bool:
    """Tell whether a run opens with "The" or "One" written with a capital."""
    return plain(tokens[start]) in word_lists()["determiners"] | word_lists()["before_a_place"]


def names_a_person(tokens: list[str], start: int, end: int) -> bool:
    """Tell a name from a place, an organisation and an adjective by the words around the run."""
    before = [plain(token) for token in tokens[:start] if token[0].isalnum()]
    last = before[-1] if before else ""
    if last in word_lists()["naming"] or (last == "of" and before[-2:-1] and before[-2] in word_lists()["naming"]):
        return True
    if (
        plain(tokens[start]) in word_lists()["determiners"]
        or last in word_lists()["determiners"] | word_lists()["before_a_place"]
    ):
        return False
    after = tokens[end] if end < len(tokens) else ","
    return not after[0].isalnum() or plain(after) in word_lists()["after_a_name"]


def identifying_phrase(words: str) -> str | None:
    """Return the wording without its determiner where it singles somebody out: where it holds a capitalised word."""
    tokens = [token for token in TOKEN.findall(words) if token[0].isalnum()]
    while tokens and plain(tokens[0]) in word_lists()["determiners"]:
        tokens = tokens[1:]
    if len(tokens) < 2 or not any(capital(token) for token in tokens):  # noqa: PLR2004 -- one word is a name or a role
        return None
    return words[words.index(tokens[0]) :].strip(" ,.;:'\"“”")


def searchable_parts(name: str) -> Iterator[str]:
    """Yield the name, and each part of it that may stand alone; "Abu Omar" stays whole, also in "Abu Omar al-Homsi".

    So does "State Hospital": the words of where somebody works name much else.
    """
    yield name
    parts = name.split()
    if plain(parts[-1]) in word_lists()["institutions"]:
        return
    if len(parts) > KUNYA_LENGTH and plain(parts[0]) in word_lists()["kunya"]:
        parts = [" ".join(parts[:KUNYA_LENGTH]), *parts[KUNYA_LENGTH:]]
    if len(parts) > 1 and plain(parts[0]) not in word_lists()["kunya"]:
        common = word_lists()["particles"] | word_lists()["determiners"]
        yield from (part for part in parts if len(part) > SHORTEST and plain(part) not in common)


def untitled(tokens: list[str]) -> list[str]:
    """Return the tokens without leading titles and calendar words."""
    while tokens and plain(tokens[0]) in word_lists()["titles"] | word_lists()["no_names"]:
        tokens = tokens[1:]
    return tokens


def capital(token: str) -> bool:
    """Tell whether the token, or a part of it after a hyphen ("al-Walid"), begins with a letter that is not small."""
    return any(part[:1].isalpha() and not part[:1].islower() for part in HYPHEN.split(token))


def plain(token: str) -> str:
    """Return the token in small letters without its full stop."""
    return token.rstrip(".").lower()
