"""Place phrases taken apart: "the village of Kafr Takharim in Idlib province", "280km northwest of Damascus".

Invariant: pure and total; every name that comes out is made of words of the phrase, in their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sijill.ground.places.lists import country_of_demonym
from sijill.ground.places.words import KIND_WORDS, LOOSE, NEAR, PARTS

LONGEST = 300  # code points; a longer wording is no place phrase and is left whole
_DIRECTION = "|".join(sorted(map(re.escape, PARTS), key=len, reverse=True))
_NEAR = "|".join(NEAR)
_DISTANCE = re.compile(
    r"(?P<number>\d{1,4}(?:[.,]\d{1,3})?)[ -]?(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|m|met(?:er|re)s)\b"
    r"(?: ?\([^()]{0,40}\))?(?: to the)? ?(?P<way>"
    + _DIRECTION
    + r")? ?(?P<link>of|from|outside|away from)? (?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE = re.compile(rf"\b(?P<word>{_NEAR}|(?:{_DIRECTION})(?: side)? of)\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_SOMEWHERE_BESIDE = re.compile(
    rf"(?:an? |the )?(?:areas?|towns?|villages?|somewhere|place|places|countryside|[Hh]ighway|road) {_BESIDE.pattern}",
    re.DOTALL,
)
_BORDER = re.compile(
    r"(?P<name>.+?)(?:['\u2019]?s)?(?: (?P<other>\S+))? (?P<kind>borders?|frontier)\b"
    r"(?! (?:towns?|villages?|city|cities|crossings?|posts?|guards?|police|province|district|checkpoint))(?P<rest>.*)",
    re.DOTALL,
)
_WITHIN = re.compile(r",\s+(?:in\s+)?(?:the\s+)?|\s+(?:in|inside|within)\s+(?:the\s+)?|\s+of\s+(?:the\s+)?")
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+|\s*&\s*")
_POSSESSIVE = re.compile(r"^(?P<owner>[^,]+?)(?:['\u2019]s|s['\u2019])\s+(?P<rest>.+)$", re.DOTALL)
_KM = {"k": 1.0, "mi": 1.609344, "m": 0.001}
_KINDS_LAST = re.compile(
    r"^(?P<name>.+?)\s+(?P<kind>" + "|".join(sorted(map(re.escape, KIND_WORDS), key=len, reverse=True)) + r")$",
    re.IGNORECASE | re.DOTALL,
)
_KINDS_FIRST = re.compile(
    r"^(?P<before>.*?)\b(?P<kind>"
    + "|".join(sorted(map(re.escape, KIND_WORDS), key=len, reverse=True))
    + r")(?:\s+(?:of|called|named)(?:\s+the)?)?\s+(?P<name>[^a-z].*|(?:al|el|ad|ar|as|ash|az|an|at)[- ].*)$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePhrase:
    """A place phrase in parts.

    `heads` are the names that it is about (several in "Homs and Hama"), `containers` the larger places named around
    them, nearest first; `kind` the kind word's meaning; `relation` the words that put it beside the head ("near",
    "280km northwest of"), with distance and bearing where given; `part` a direction ("northern Syria").
    """

    worded: str
    heads: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    kind: str | None = None
    relation: str | None = None
    distance_km: float | None = None
    bearing: str | None = None
    part: str | None = None


def parse_place_phrase(worded: str) -> PlacePhrase:
    """Return the phrase in parts; where nothing can be told apart, the whole wording is the head."""
    words = " ".join(worded.split()).strip(" \"'\u201c\u201d\u2018\u2019.,;:()")
    phrase = PlacePhrase(worded=worded)
    if not words or len(worded) > LONGEST:
        return replace(phrase, heads=(words,) if words else ())
    words, phrase = _without_relation(words, phrase)
    if border := _BORDER.fullmatch(words):
        return _border(border, phrase)
    return _named(words, phrase)


def _without_relation(words: str, phrase: PlacePhrase) -> tuple[str, PlacePhrase]:
    found = _DISTANCE.search(words)
    if found and (found["way"] or found["link"]):
        relation = found[0][: found.start("rest") - found.start()].strip()
        way = PARTS[found["way"].lower()] if found["way"] else None
        return found["rest"], replace(phrase, relation=relation, distance_km=_kilometres(found), bearing=way)
    if beside := _BESIDE.match(words) or _SOMEWHERE_BESIDE.match(words):
        return beside["rest"], replace(phrase, relation=beside["word"])
    return words, phrase


def _kilometres(found: re.Match[str]) -> float:
    number = float(found["number"].replace(",", "."))
    unit = found["unit"].lower()
    return number * _KM["mi" if unit.startswith("mi") else unit[0]]


def _border(found: re.Match[str], phrase: PlacePhrase) -> PlacePhrase:
    sides = re.split(r"[-\u2013/]| and | with ", f"{found['name']} {found['other'] or ''}".strip())
    heads = tuple(side for side in (_bare(s)[0] for s in sides) if side)
    beyond = re.sub(r"^\s*(?:area|region|zone|areas|regions|with|between|of)?\s*", "", found["rest"]).strip(" ,")
    if re.match(r"\s*with\b", found["rest"]):
        return replace(phrase, heads=(*heads, *_AND.split(beyond)), kind="border")
    return replace(phrase, heads=heads, kind="border", containers=(beyond,) if beyond else ())


def _named(words: str, phrase: PlacePhrase) -> PlacePhrase:
    """Fill in heads, kind, part and containers of what is left when the relation is gone."""
    name, *around = _pieces(words)
    name, owners = _without_owner(name)
    bare, part = _bare(name)
    if owners and bare.lower() in KIND_WORDS:
        return replace(phrase, heads=tuple(owners), kind=KIND_WORDS[bare.lower()], part=part, containers=tuple(around))
    name, kind = _without_kind(name)
    bare, part = _bare(name)
    pieces = (_bare(_without_kind(piece)[0])[0] for piece in _AND.split(bare))
    containers = tuple(c for piece in [*around, *owners] if (c := piece.strip(" ,.")))
    return replace(phrase, heads=tuple(filter(None, pieces)), kind=kind, part=part, containers=containers)


def _pieces(words: str) -> list[str]:
    """Return the name and what is around it: "the Aleppo district of X" gives X and Aleppo, "X, Y" gives X and Y."""
    first = _KINDS_FIRST.match(words)
    if not first or re.search(r",| in ", first["before"]):
        return _split_within(words)
    name, *around = _split_within(first["name"])
    before = _bare(first["before"].strip())[0]
    before = "" if before.lower() in LOOSE or before.lower() in PARTS else before
    if " and " in first["before"]:
        return [f"{before.partition(' and ')[0]} and {name}", *around]
    if before and " of " in words and _is_of(first["before"], first["kind"], before):
        return [f"{before} {first['kind']}", name, *around]
    return [f"{name} {first['kind']}", *around, *([before] if before else [])]


def _is_of(words_before: str, kind: str, name: str) -> bool:
    """Whether "X kind of Y" names X: "Bab Touma district of Damascus", "the Idlib province of Syria"."""
    of_wider = KIND_WORDS[kind.lower()] in ("province", "countryside", "region")
    return country_of_demonym(name) is None and (of_wider or not words_before.lower().startswith(("the ", "a ")))


def _split_within(words: str) -> list[str]:
    pieces = [piece for piece in _WITHIN.split(words) if piece.strip()]
    lists = len(pieces) > 1 and re.search(r"\s(?:and|or)\s", pieces[-1]) and "," in words and " in " not in words
    return [words] if lists or not pieces else pieces


def _without_owner(name: str) -> tuple[str, list[str]]:
    found = _POSSESSIVE.match(name)
    return (found["rest"], [found["owner"]]) if found else (name, [])


def _without_kind(name: str) -> tuple[str, str | None]:
    """Return the name without a kind word behind or before it, and the kind."""
    found = _KINDS_LAST.match(name)
    if found:
        return found["name"], KIND_WORDS[found["kind"].lower()]
    if name.lower() in KIND_WORDS:
        return "", KIND_WORDS[name.lower()]
    words = name.split(" ")
    at = next((i for i, word in enumerate(words) if word.lower() in ("rural", "rif", "mount")), None)
    if at is not None and len(words) > 1:
        return " ".join(words[:at] + words[at + 1 :]), KIND_WORDS[words[at].lower()]
    return name, None


def _bare(name: str) -> tuple[str, str | None]:
    """Return the name without directions and idle words before it, and the last direction."""
    words, part = name.split(), None
    while words and (len(words) > 1 or words[0].islower()):
        word = words[0].lower().strip(",")
        if word not in PARTS and word not in LOOSE and word not in ("and", "or"):
            break
        part = PARTS.get(word, part)
        words = words[1:]
    return " ".join(words).strip(" ,.\"'"), part
