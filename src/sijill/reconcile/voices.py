"""Who is one source: names folded, generic words resolved, reports of one origin taken together.

Invariant: the key of a claim's source depends on the set of members, not on their order. Two agencies that quote one
monitor have one key; the report's own voice is keyed by the outlet that first printed the copy; witnesses and other
unnamed people are themselves only within one origin.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from sijill.incident import Voice
from sijill.reconcile.folding import folded, is_proper, listed_name
from sijill.reconcile.words import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sijill.incident import Member
    from sijill.model import Source

_OWN_VOICE = "the report"
_PERSONAL = frozenset({"witness", "unnamed_official", "activist", "medical"})
"""Kinds whose unnamed sources are other people in every origin."""


class Voices:
    """The sources of a set of members: gives every member the key of its source, and every key its voice."""

    def __init__(self, members: Sequence[Member]) -> None:
        """Work out the keys once for all members."""
        self._outlets = _first_outlets(members)
        raw = [self._raw_keys(m) for m in members]
        merged = _merged(members, raw)
        keys = [_joined([merged.get((m.report_name, k), k) for k in own]) for m, own in zip(members, raw, strict=True)]
        self._voices = _voices(members, keys)
        self.keys: tuple[str, ...] = tuple(keys)

    def of(self, key: str) -> Voice:
        """Return the voice of a key."""
        return self._voices[key]

    def _raw_keys(self, member: Member) -> tuple[str, ...]:
        if len(member.claim.sources) == 1:
            return (self._raw_key(member, member.claim.sources[0]),)
        return tuple(sorted({self._raw_key(member, source) for source in member.claim.sources}))

    def _raw_key(self, member: Member, source: Source) -> str:
        worded = source.name or source.worded
        if worded is None:
            return f"{_OWN_VOICE} of {self._outlets[_origin(member)]}"
        listed = listed_name(worded)
        if listed:
            return listed
        key = folded(worded)
        return f"{key} @{_origin(member)}" if source.kind in _PERSONAL and not is_proper(worded) else key


def is_own_voice(key: str) -> bool:
    """Tell whether a key is that of a report's own voice."""
    return key.startswith(_OWN_VOICE)


def _origin(member: Member) -> str:
    return member.origin or member.report_name


def _first_outlets(members: Iterable[Member]) -> dict[str, str]:
    """Return, by origin, the outlet (or name) of the report of it that was entered first."""
    first: dict[str, tuple[int, str]] = {}
    for member in members:
        origin, own = _origin(member), (member.entered, member.outlet or member.report_name)
        if origin not in first or own < first[origin]:
            first[origin] = own
    return {origin: name for origin, (_, name) in first.items()}


def _merged(members: Sequence[Member], raw: Sequence[tuple[str, ...]]) -> dict[tuple[str, str], str]:
    """Return (report, key) -> the fuller key that it stands for, where there is one."""
    by_report: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for member, own in zip(members, raw, strict=True):
        for key, source in zip(own, member.claim.sources, strict=False):
            if not is_own_voice(key):
                by_report[member.report_name][key] = source.kind
    everywhere = _named_by_kind(by_report.values())
    return {
        (report, key): full
        for report, own in by_report.items()
        for key in own
        if (full := _full(key, own, everywhere)) != key
    }


def _named_by_kind(reports: Iterable[dict[str, str]]) -> dict[str, set[str]]:
    """Return, by kind of source, the keys that name one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for own in reports:
        for key, kind in own.items():
            if not _is_generic(key, kind):
                found[kind].add(key)
    return found


def _full(key: str, own: dict[str, str], everywhere: dict[str, set[str]]) -> str:
    """Return what a key stands for: a longer name of its report, or the one source that a generic word can mean."""
    kind = own[key]
    if len(own) > 1:
        words = _words(key)
        holding = [other for other in own if own[other] == kind and words < _words(other)]
        if len(holding) == 1:
            return holding[0]
    if not _is_generic(key, kind):
        return key
    here = [other for other in own if own[other] == kind and not _is_generic(other, kind)]
    named = here or list(everywhere.get(kind, ()))
    if kind == "monitor" and len(named) > 1:  # not its director: "a monitoring group" is what is called a monitor
        named = [other for other in named if any(_is_generic(word, kind) for word in _words(other))]
    return named[0] if len(named) == 1 else key


@lru_cache(maxsize=65536)
def _is_generic(key: str, kind: str) -> bool:
    """Tell whether a key speaks of a source of its kind without naming it ("ministry")."""
    generic = tables().generic.get(kind)
    return generic is not None and generic.fullmatch(_bare(key)) is not None


def _bare(key: str) -> str:
    return key.partition(" @")[0]


@lru_cache(maxsize=65536)
def _words(key: str) -> frozenset[str]:
    return frozenset(_bare(key).lower().split())


def _joined(keys: Sequence[str]) -> str:
    if len(keys) == 1:
        return keys[0]
    return " + ".join(sorted(set(keys)))


def _voices(members: Sequence[Member], keys: Sequence[str]) -> dict[str, Voice]:
    named: defaultdict[str, dict[Source, None]] = defaultdict(dict)
    for member, key in zip(members, keys, strict=True):
        named[key].update(dict.fromkeys(member.claim.sources))
    return {key: _voice(key, tuple(sources)) for key, sources in named.items()}


def _voice(key: str, sources: tuple[Source, ...]) -> Voice:
    ordered = sources if len(sources) == 1 else tuple(sorted(sources, key=repr))
    if len(ordered) == 1 and not ordered[0].name:
        return Voice(key=key, name=_shown(key, ordered[0].worded or key), kind=ordered[0].kind, sources=ordered)
    names = [source.name or source.worded or "" for source in ordered]
    if " + " in key:
        return Voice(key=key, name=" and ".join(sorted(set(names))), kind=ordered[0].kind, sources=ordered)
    fitting = [name for name in names if folded(name) == _bare(key)] or names
    name = max(fitting, key=lambda one: (len(one), one)) or key
    return Voice(key=key, name=_shown(key, name), kind=ordered[0].kind, sources=ordered)


def _shown(key: str, name: str) -> str:
    return key if listed_name(key) == key else name
