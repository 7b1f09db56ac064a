"""The forms of English verbs, from their plain form: for lists that name a verb once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_HISSING = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = frozenset("aeiou")
_NEVER_DOUBLED = frozenset("wxy")


def forms(verb: str, irregular: Sequence[str] = ()) -> frozenset[str]:
    """Return the forms of a verb ("deny": denies, denied, denying); `irregular` ones are added.

    Whether a last consonant is doubled depends on the stress: both spellings are given.
    """
    made = {verb, *irregular}
    for stem in {verb, _doubled(verb)}:
        made |= {_with_ending(stem, "ed"), _with_ending(stem, "ing")}
    return frozenset(made | {_third_person(verb)})


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s"


def _with_ending(stem: str, ending: str) -> str:
    if stem.endswith("e") and not (ending == "ing" and stem.endswith("ee")):
        return stem[:-1] + ending
    if stem.endswith("y") and stem[-2] not in _VOWELS and ending == "ed":
        return f"{stem[:-1]}ied"
    return stem + ending


def _doubled(verb: str) -> str:
    """Return a verb with its last consonant twice where one vowel stands before it ("plan", "admit")."""
    last, vowel, before = verb[-1], verb[-2], verb[-3] if len(verb) > 2 else ""  # noqa: PLR2004 -- "go" has no third
    single = last not in _VOWELS | _NEVER_DOUBLED and vowel in _VOWELS and before not in _VOWELS
    return verb + last if single else verb
