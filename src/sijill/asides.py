"""Names of places that a sentence gives for something else than to say where something happened.

"A nurse at the hospital in Orzan said", "5 km outside Orzan", "a convoy sent from Orzan" and "Orzan is the biggest
town of the valley" name Orzan and tell of nothing that happened there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Span, Token

_KINDS: Final = frozenset(
    {
        "area", "capital", "center", "centre", "city", "countryside", "district", "edge", "governorate", "neighborhood",
        "neighbourhood", "outskirts", "part", "parts", "port", "province", "region", "side", "state", "suburb",
        "suburbs", "town", "village",
    }
)  # fmt: skip
_SMALL: Final = frozenset({"the", "town", "city", "village", "of", "port", "capital"}) | frozenset(
    {"eastern", "northern", "southern", "western"}
)
_BESIDE: Final = frozenset({"beyond", "near", "off", "outside"})
_MEASURES: Final = frozenset({"hours", "kilometers", "kilometres", "km", "mile", "miles", "minutes"})
_BEARINGS: Final = (
    frozenset({"east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"}) | _MEASURES
)
_WAYS: Final = frozenset({"for", "from", "into", "to", "toward", "towards"})
_BETWEEN: Final = frozenset({"and", "between"})
_NEXT: Final = 2
"""Words before a name among which a road stands that syntax may hang elsewhere: "the way to Orzan"."""
_ROADS: Final = frozenset({"highway", "motorway", "path", "road", "route", "track", "way"})
_BROUGHT: Final = frozenset({"arrived", "carried", "evacuated", "flown", "moved", "rushed", "sent", "taken"})
_DYING: Final = frozenset({"die", "died", "dies", "dying"})
"""What victims do "on the way to Orzan", to its hospital."""
_SPEAKING: Final = frozenset(
    {
        "activist", "activists", "administration", "authorities", "bureau", "chief", "clinic", "command", "committee",
        "correspondent", "council", "director", "doctor", "doctors", "elder", "elders", "government", "governor",
        "group", "headquarters", "health", "hospital", "hospitals", "mayor", "medic", "medics", "member", "ministry",
        "morgue", "nurse", "nurses", "office", "official", "officials", "parliament", "people", "photographer",
        "police", "politician", "reporter", "resident", "residents", "service", "source", "sources", "spokesman",
        "surgeon", "university", "witness", "witnesses",
    }
)  # fmt: skip
"""Who gives a number from where he is: "doctors in Orzan treated 26 people"."""
_CARED: Final = frozenset(
    {
        "admitted", "awaited", "brought", "buried", "counted", "counting", "examined", "found", "gave", "got",
        "mourned", "operated", "pulled", "put", "puts", "raised", "received", "receiving", "recorded", "recovered",
        "registered", "retrieved", "revised", "saved", "saw", "struggled", "took", "transferred", "treat", "treated",
        "treating", "treats", "worked",
    }
)  # fmt: skip
"""What those do who care for the victims of what happened elsewhere, or count them."""
_SPOKE: Final = frozenset({"speaking", "speaks", "spoke"})
_STATES: Final = frozenset(
    {"borders", "feeds", "has", "houses", "is", "lie", "lies", "remains", "serves", "stands", "was"}
)
_BEFORE: Final = 6
"""Words before a name among which its bearing stands ("30 km to the south of the town of")."""
_NEAR: Final = 3
_HIGHEST: Final = 6
"""Words above a name among which the one who speaks there stands."""
_NOMINAL: Final = ("nmod", "compound", "amod")


def is_aside(name: Span) -> bool:
    """Tell whether a name of a place is there for something else than to say where something happens."""
    top = _whole(name)
    return is_landmark(name) or _is_speakers(name, top) or _is_way(name) or _is_described(top)


def speakers_places(names: Iterable[Span]) -> frozenset[tuple[int, int]]:
    """Return the characters of the names that tell only where somebody speaks or is from: "a surgeon in Mosul said"."""
    return frozenset((n.start_char, n.end_char) for n in names if is_aside(n) and not is_landmark(n))


def is_landmark(name: Span) -> bool:
    """Tell whether a name only tells what another place lies by: "5 km outside Orzan", "south of Orzan"."""
    before = [word.lower_ for word in name.doc[max(0, name.start - _BEFORE) : name.start]]
    last = _opening(before)
    if last in _BESIDE or (last == "from" and bool(_MEASURES & set(before))):
        return True
    return before[-1:] == ["of"] and bool(_BEARINGS & set(before[-_NEAR:-1]))


def is_on_road(name: Span) -> bool:
    """Tell whether a name tells on which road something happens: "a bomb went off on the way to Orzan"."""
    before = [word.lower_ for word in name.doc[max(0, name.start - _BEFORE) : name.start]]
    if _opening(before) not in _WAYS | _BETWEEN:
        return False
    beside = (word for word in name.doc[max(0, name.start - _NEXT) : name.start] if word.lower_ in _ROADS)
    road = next((word for word in _above(name.root) if word.lower_ in _ROADS), None) or next(beside, None)
    return road is not None and road.head.lower_ not in _DYING


def _opening(before: list[str]) -> str:
    """Return the word that opens a name, past its kind and its bearing: "to" in "to the southern town of"."""
    return next((word for word in reversed(before) if word not in _SMALL), "")


def _is_way(name: Span) -> bool:
    """Tell whether a name says whither or whence: "sent from Orzan", "on the way to Orzan"."""
    return _opening([word.lower_ for word in name.doc[max(0, name.start - _BEFORE) : name.start]]) in _WAYS


def _whole(name: Span) -> Token:
    """Return the head of the phrase that a name stands for: "city" in "the city of Orzan"."""
    word = name.root
    while word.head.i != word.i and _is_of(word, name):
        word = word.head
    return word


def _is_of(word: Token, name: Span) -> bool:
    """Tell whether a word only names the one above it: a part of its name, an apposition, one of several."""
    above, dep = word.head, word.dep_
    if dep in {"compound", "flat", "goeswith"}:
        return above.i >= name.start - 2
    if dep == "conj":
        return above.pos_ in {"NOUN", "PROPN"}
    return dep == "appos" or (dep.startswith("nmod") and above.lower_ in _KINDS and "of" in _children(word))


def _children(word: Token) -> set[str]:
    return {child.lower_ for child in word.children}


def _is_speakers(name: Span, top: Token) -> bool:
    """Tell whether a name says where somebody speaks, or who he is: "said in Orzan", "the governor of Orzan said"."""
    above = list(_above(top))
    if any(_says(word, top) for word in above):
        return True
    if name.root.dep_ in _NOMINAL and any(w.lower_ in _SPEAKING for w in name.doc[name.end : name.end + 2]):
        return _is_theirs(above[-1])
    return any(word.lower_ in _SPEAKING for word in above[1 : _NEAR + 1]) and _cares(above[-1], name)


def _cares(word: Token, name: Span) -> bool:
    """Tell whether somebody cares for victims or tells of them: of "police in Orzan shot two" Orzan is the place."""
    if word.dep_ == "nsubj" and _tells(word.head):
        return True
    after = name.doc[name.end : name.end + _NEAR]
    return word.dep_ in {"nsubj", "ROOT", "root", "parataxis"} and any(_tells(verb) for verb in after)


def _is_theirs(word: Token) -> bool:
    """Tell whether a town's police, doctors or hospital care for victims, and are not who act or are hit."""
    if word.dep_.startswith("obl"):
        return _tells(word.head) or word.head.lower_ in _DYING | _BROUGHT
    return _tells(word.head) if word.dep_ == "nsubj" else word.dep_ not in {"obj", "nsubj:pass"}


def _tells(verb: Token) -> bool:
    return verb.lower_ in _CARED or verb.lower_ in _SPOKE or verb.lower_ in verbs_of_saying()


def _above(top: Token) -> Iterator[Token]:
    """Yield a word and those above it within its noun phrase."""
    word = top
    yield word
    for _ in range(_HIGHEST):
        if word.head.i == word.i or not word.dep_.startswith((*_NOMINAL, "conj", "appos", "flat")):
            return
        word = word.head
        yield word


def _says(word: Token, top: Token) -> bool:
    """Tell whether a word is who speaks, to whom, or where."""
    if word.head.i == word.i or not (word.head.lower_ in _SPOKE or word.head.lower_ in verbs_of_saying()):
        return False
    if word.dep_.startswith("nsubj") or word.dep_ in {"obj", "iobj"}:
        return word.dep_.startswith("nsubj") or word.i != top.i
    return word.dep_.startswith("obl") and (word.i != top.i or bool({"at", "from", "in", "to"} & _children(word)))


def _is_described(top: Token) -> bool:
    """Tell whether a sentence says what a place is: "Orzan is the biggest town of the valley"."""
    if top.dep_ != "nsubj":
        return False
    return top.head.lower_ in _STATES or any(child.dep_ == "cop" for child in top.head.children)
