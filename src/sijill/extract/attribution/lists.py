"""The words that attribute, from `data/attributions.toml`, in every form in which they stand in a text."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from sijill.extract.attribution.inflections import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

_GROUPS = ("quoting", "holding", "judging", "saying")
"""The groups of verbs; a verb of several belongs to the last of them."""


@cache
def verbs() -> dict[str, str]:
    """Return every form of the verbs that attribute, with the group it stands in."""
    return {form: group for group in _GROUPS for verb in _listed()[group] for form in _forms(verb)}


def says(word: str) -> bool:
    """Tell whether a word is a verb of saying, which takes a quotation as well as a clause."""
    return verbs().get(word) == "saying"


@cache
def quotes() -> frozenset[str]:
    """Return the forms of the verbs that stand beside a quotation ("said", "continued")."""
    return frozenset(form for group in ("saying", "quoting") for verb in _listed()[group] for form in _forms(verb))


@cache
def asides() -> frozenset[str]:
    """Return the finite forms of the verbs that stand in an aside ("..., she said, ...")."""
    return frozenset(f for verb in _listed()["asides"] for f in _forms(verb) if not f.endswith("ing"))


@cache
def addressing() -> frozenset[str]:
    """Return the verbs whose object is who hears it ("told reporters")."""
    return frozenset(form for verb in _listed()["addressing"] for form in _forms(verb))


@cache
def bare() -> frozenset[str]:
    """Return the verbs beside which little but "of" and "about" leads to what is said."""
    return frozenset(form for verb in _listed()["bare"] for form in _forms(verb))


@cache
def states_of_mind() -> frozenset[str]:
    """Return the adjectives that tell what somebody thinks ("adamant", "worried")."""
    return frozenset(_listed()["minded"])


@cache
def thoughts() -> frozenset[str]:
    """Return the nouns of what is said or thought ("claim", "promises")."""
    return _plural(_listed()["thoughts"])


@cache
def documents() -> frozenset[str]:
    """Return the nouns of what says something without being a person ("poll", "records")."""
    return _plural(_listed()["documents"])


@cache
def times() -> frozenset[str]:
    """Return words for times, which no parse makes a speaker ("Saturday said")."""
    return frozenset(_listed()["times"])


def _forms(verb: str) -> frozenset[str]:
    return forms(verb, _listed()["irregular"].get(verb, ()))


def _plural(nouns: Sequence[str]) -> frozenset[str]:
    several = (f"{n[:-1]}ies" if n.endswith("y") and n[-2] not in "aeiou" else f"{n}s" for n in nouns)
    return frozenset([*nouns, *several])


@cache
def _listed() -> dict[str, Any]:
    source = resources.files("sijill.extract") / "data" / "attributions.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
