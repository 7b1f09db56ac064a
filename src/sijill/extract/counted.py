"""Who is counted: those who live somewhere, those who lived through it, animals, bodies.

A number counts people harmed only where its sentence does not say that they were spared, or merely live there.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from sijill.extract.calendar_words import MONTHS
from sijill.extract.measure_words import words
from sijill.extract.stated_numbers import SCALES

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB = 3
_COMPARING = frozenset({"ADV", "ADJ", "ADP", "DET"})
_BEFORE = 8
"""Words before a number within which lives are said to be saved ("saved the lives of more than an estimated 100")."""
"""Governors above a number that are asked."""
_SCALED = 6
"""Words behind a number within which its scale stands."""
_IN_NUMBERS = frozenset({"and", "a", "half", "to", "or", "-"})
_FAMILIES = frozenset({"family", "household", "clan", "tribe"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATING = frozenset({"in", "since", "until", "from", "by", "during", "early", "late", *MONTHS})
_MONTH_BEHIND = re.compile(
    r" (?:(?:January|February|April|June|July|August|September|October|November|December)\b"
    r"|(?:March|May),? (?:19|20)\d\d\b)"
)
"""A month right behind a number; "march" and "may" are other words too."""
_FINDING = frozenset({"found", "find", "pulled", "pull", "recovered", "dug", "brought", "rescued", "freed", "kept"})
_SAVED = frozenset({"save", "saves", "saved", "saving", "rescue", "rescues", "rescued", "rescuing", "spared"})
_SURVIVING = frozenset({"survive", "survives", "survived", "escape", "escapes", "escaped"})
"""Without participles: "nine migrants escaping Libya drowned" says only who they were."""
_SPARING = {
    "nsubj": _SURVIVING,
    "obj": _SAVED,
    "nsubj:pass": _SAVED,
}
"""Verbs of those who live, by what the people are to them."""
_UNHURT = frozenset({"alive", "unharmed", "unhurt", "uninjured", "unscathed"})
_CAPTIVES = frozenset({"hostages", "hostage", "captives", "captive", "prisoners", "kidnappers", "captors", "captivity"})
_HELD = frozenset({"abducted", "detained"})
_DYING = frozenset({"died", "die", "dies", "drowned", "drown", "perished", "perish", "succumbed", "suffocated"})
_ANIMALS = frozenset(
    {"animals", "cattle", "cows", "cow", "sheep", "goats", "goat", "camels", "horses", "donkeys", "dogs", "dog"}
    | {"livestock", "pigs", "whales", "elephants", "chickens", "fish", "buffaloes", "mules", "herds", "birds"}
)
_CRAFT = frozenset(
    {"aircraft", "boat", "helicopter", "jet", "plane", "ship", "tanker", "trawler", "truck", "vehicle", "vessel"}
)
_BODIES = frozenset({"bodies", "body", "corpses", "corpse"})
_LIVING = frozenset({"live", "lives", "lived", "living", "reside", "population", "inhabited"})
_DRIVEN = frozenset({"forced", "driven", "uprooted", "expelled", "refugees", "homeless"})
_SIEGE = frozenset({"siege", "sieges", "besieged", "trapped", "encircled", "blockade", "blockaded", "stranded"})


def is_population(number: Token) -> bool:
    """Tell whether a number counts who lives in a place, of whom nothing else is said: no figure of people harmed."""
    return lives(number) and not is_besieged(number)


def bodies_or_dying(number: Token) -> bool:
    """Tell whether a number counts bodies, or who died by a verb that says nothing else, whatever else is said."""
    people = counted(number)
    dying = people.dep_ == "nsubj" and people.head.lower_ in _DYING
    of = number.i > number.sent.start + 1 and number.nbor(-1).lower_ == "of" and number.nbor(-2).lower_ in _BODIES
    return of or number.head.lower_ in _BODIES or dying or goes_on(people, _DYING)


def is_year(number: Token) -> bool:
    """Tell whether a number is a year that nothing is counted by: "in 2015 and 13 died"."""
    before = number.nbor(-1).lower_ if number.i > number.sent.start else ""
    return number.dep_ != "nummod" and _YEAR.fullmatch(number.text) is not None and before in _DATING


def is_day(text: str, end: int) -> bool:
    """Tell whether the number that ends at a character of a text is the day of a date: "7 to 13 March 2016"."""
    return _MONTH_BEHIND.match(text, end) is not None


def is_of_money(number: Token) -> bool:
    """Tell whether a number is larger than any of people told of: "billions of Libyan assets were lost"."""
    return number.lower_ in {"billion", "billions", "trillion", "trillions"}


def is_family(number: Token) -> bool:
    """Tell whether a number counts the family that people were of: "11 members of one family", "from one family"."""
    family = counted(number)
    of = any(child.lower_ in {"of", "from"} and child.i < family.i for child in family.children)
    return of and family.lower_ in _FAMILIES and number.lower_ in {"one", "a", "1", "single"}


def is_animal(number: Token) -> bool:
    """Tell whether a number counts animals."""
    return counted(number).lower_ in _ANIMALS


def is_craft(number: Token) -> bool:
    """Tell whether a number counts ships, planes or vehicles: "detained a foreign vessel".

    They stand behind it: the parser gives "shot down a plane, killing 49" its 49 to the plane.
    """
    thing = number.head if number.dep_ in {"det", "nummod"} else number
    return thing.i >= number.i and thing.lower_.removesuffix("s") in _CRAFT


def is_spared(number: Token) -> bool:
    """Tell whether a number counts who lived: who survived, escaped, was saved or found alive ("saved 30 lives")."""
    people = number.head if number.pos_ == "DET" else counted(number)
    if _are_lives_saved(number):
        return True
    if people.dep_ == "nmod" and people.head.lower_ == "lives":
        people = people.head
    verb = people.head
    if _negated(verb) or words().get(verb.lower_) == "killed":
        return False
    if _are_survivors(people) or _is_alive(people, verb) or _some_lived(number):
        return True
    return goes_on(people, _SURVIVING) or verb.lower_ in _SPARING.get(people.dep_, ())


def is_rescued(number: Token) -> bool:
    """Tell whether a number counts who was saved from danger, and not from anybody's hands ("rescued 12 hostages")."""
    held = any(word.lower_ in _CAPTIVES or words().get(word.lower_) in _HELD for word in number.sent)
    return is_spared(number) and not held


def _are_lives_saved(number: Token) -> bool:
    """Tell whether a number counts lives that were saved, whatever the parser makes of it ("saved the lives of 12")."""
    before = [word.lower_ for word in number.doc[max(number.sent.start, number.i - _BEFORE) : number.i]]
    at = max((i for i, word in enumerate(before) if word in _SAVED), default=len(before))
    between = number.doc[number.i - len(before[at + 4 :]) : number.i]
    return before[at + 1 : at + 4] == ["the", "lives", "of"] and all(word.pos_ in _COMPARING for word in between)


def _are_survivors(people: Token) -> bool:
    """Tell whether people are called survivors, and not said to have been killed after all."""
    after = people.doc[people.i + 1 : people.sent.end]
    return people.lower_ == "survivors" and not any(words().get(word.lower_) == "killed" for word in after)


def _negated(verb: Token) -> bool:
    return any(child.lower_ in {"not", "n't", "never"} for child in verb.children)


def _some_lived(number: Token) -> bool:
    """Tell whether some of those counted lived: "three of the 20 soldiers survived"."""
    after = number.doc[number.i + 1 : number.sent.end]
    if not len(after) or after[0].lower_ != "of":
        return False
    verb = next((word for word in after if word.pos_ in {"VERB", "PUNCT"}), None)
    return verb is not None and verb.lower_ in _SURVIVING


def _is_alive(people: Token, verb: Token) -> bool:
    """Tell whether people are said to be unhurt, or to be or to be found alive; "burned alive" are dead."""
    if verb.lower_ in _UNHURT:
        return people.dep_ in _SPARING
    found = verb.lower_ in _FINDING and people.dep_ in _SPARING
    return found and any(child.lower_ == "alive" for child in verb.children)


def goes_on(people: Token, verbs: frozenset[str]) -> bool:
    """Tell whether the next word is one of these, whatever the parser makes of it ("nine men survived")."""
    return people.i + 1 < people.sent.end and people.nbor().lower_ in verbs


def lives(number: Token) -> bool:
    """Tell whether the nearest governor of a number that says anything says that the people live somewhere.

    "100,000 displaced people live in camps" and "who fled Aleppo" say more of them.
    """
    told = takewhile(lambda t: t.i <= number.i or t.pos_ != "NUM", counted(number).subtree)
    if any(words().get(t.lower_) or t.lower_ in _DRIVEN for t in told):
        return False
    token = number
    for _ in range(CLIMB):
        if token.head.i == token.i or words().get(token.head.lower_):
            return False
        if _is_living(token.head) or (token.head.lower_ == "home" and _has_to(token)):
            return True
        token = token.head
    return False


def _is_living(word: Token) -> bool:
    """Tell whether a word says that people live somewhere: the verb "lives", not what an attack claimed."""
    return word.lower_ in _LIVING and (word.lower_ != "lives" or word.pos_ == "VERB")


def counted(number: Token) -> Token:
    """Return the word of the people that a number counts, the number itself where it stands alone."""
    return number.head if number.dep_ == "nummod" else number


def counted_last(number: Token) -> int:
    """Return the place of the word of the people that a number counts ("dozens of people": of "people")."""
    people = counted(number)
    of = next((c for c in people.children if c.dep_ == "nmod" and c.i - people.i <= len(("of", "the", "people"))), None)
    return max(people.i, number.i, of.i if of is not None else 0, _behind_of(number), _behind_scale(number))


def _behind_of(number: Token) -> int:
    """Return the place of "people" in "dozens of people", whatever the parser makes of it; else 0."""
    behind = [word.lower_ for word in number.doc[number.i + 1 : min(number.i + 3, number.sent.end)]]
    return number.i + len(behind) if behind in (["of", "people"], ["of", "persons"]) else 0


def _behind_scale(number: Token) -> int:
    """Return the place of the people behind a number whose scale stands apart: "one and a half million people"."""
    ahead = list(number.doc[number.i + 1 : min(number.i + _SCALED, number.sent.end)])
    scale = next((word.i for word in ahead if word.lower_ in SCALES), 0)
    between = number.doc[number.i + 1 : scale]
    if not scale or any(word.pos_ != "NUM" and word.lower_ not in _IN_NUMBERS for word in between):
        return 0
    people = number.doc[scale + 1 : min(scale + 2, number.sent.end)]
    return scale + 1 if any(word.pos_ == "NOUN" for word in people) else scale


def _has_to(token: Token) -> bool:
    """Tell whether a noun hangs on another by "to" ("home to a million people", not "the home of six")."""
    return any(child.lower_ == "to" for child in token.children)


def is_besieged(number: Token) -> bool:
    """Tell whether the sentence of a number speaks of a siege."""
    return any(token.lower_ in _SIEGE for token in number.sent)
