"""Numbers of people to whom nothing happened: forces that are sent, crowds, what most of those counted are.

The guidelines of the gold count none of them (rules 1 and 6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.counted import counted, goes_on

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKING: Final = frozenset({"take", "takes", "took"})
_ARMED: Final = frozenset(
    {
        "fighters",
        "militants",
        "jihadists",
        "terrorists",
        "rebels",
        "gunmen",
        "troops",
        "soldiers",
        "policemen",
        "guards",
    }
    | {"police", "mercenaries", "militiamen", "recruits", "peacekeepers", "insurgents", "officers"}
)
_RECRUITING: Final = frozenset(
    {"recruit", "recruited", "recruits", "recruiting", "deploy", "deployed", "deploys", "deploying", "comprises"}
    | {"comprise", "comprised", "trained", "trains", "train", "training"}
)
_SENDING: Final = frozenset(
    {"drawn", "draw", "draws", "drew", "drawing", "send", "sent", "sends", "sending", "bring", "bringing", "brought"}
    | {"brings", "commands", "commanded"}
)
_SERVING: Final = frozenset({"serve", "serves", "serving", "served"})
_BEING: Final = frozenset({"are", "were", "was", "is"})
_BUSY: Final = frozenset(
    {"attacking", "fighting", "besieging", "advancing", "massing", "massed", "gathering", "protesting", "marching"}
    | {"demonstrating", "rallying", "stationed", "deployed", "based"}
)
_REACH: Final = 6
"""Words after a number within which it is told what its people were about."""
_HARMED: Final = frozenset({"killed", "killed_or_injured", "injured"})


def is_headcount(number: Token, measure: str) -> bool:
    """Tell whether a number that was tagged with a measure counts people of whom it says nothing of the kind.

    Who is sent or recruited may still be hurt there ("sent 12 soldiers to hospital"), so of the harmed only a force is
    left out of which others are told to have come to harm.
    """
    if measure not in _HARMED and _is_enlisted(number):
        return True
    rules = (_is_share, _takes_part, _is_whole_force, _is_busy, _is_served)
    return any(holds(number) for holds in rules)


def _is_share(number: Token) -> bool:
    """Tell whether a word only says of people who were counted what some of them are: "most of them women".

    "Some" and "most" bound nothing, and count only where they are what a verb is done to ("wounding some of them").
    """
    before_a_number = number.i + 1 < len(number.doc) and number.nbor().pos_ == "NUM"
    share = number.lower_ in {"most", "some"} and not before_a_number
    return share and number.dep_ not in {"obj", "nsubj:pass"}


def _is_enlisted(number: Token) -> bool:
    """Tell whether a number counts fighters who are recruited, sent or brought up (rule 1 of the guidelines)."""
    people = counted(number)
    if people.dep_ != "obj":
        return False
    armed = any(word.lower_ in _ARMED for word in (people, *people.children))
    return people.head.lower_ in _RECRUITING or (armed and people.head.lower_ in _SENDING)


def _is_whole_force(number: Token) -> bool:
    """Tell whether a number counts a force of which only some came to harm ("sent 400 soldiers, of whom 30 died")."""
    people = counted(number)
    next_words = people.doc[people.i + 1 : min(people.i + 4, people.sent.end)]
    after = [word.lower_ for word in next_words if not word.is_punct]
    of_whom = after[:2] in (["of", "whom"], ["of", "which"])
    return of_whom and people.dep_ == "obj" and people.head.lower_ in _RECRUITING | _SENDING


def _takes_part(number: Token) -> bool:
    """Tell whether a number counts who takes part in something, or gathers (rule 6 of the guidelines)."""
    people = counted(number)
    verb = people.head
    part = verb.lower_ in _TAKING and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "part"
    return part or (goes_on(people, _TAKING) and people.i + 2 < len(people.doc) and people.nbor(2).lower_ == "part")


def _is_busy(number: Token) -> bool:
    """Tell whether a number counts people who were about something when they are told of ("1,500 were attacking")."""
    after = number.doc[number.i + 1 : min(number.i + _REACH, number.sent.end)]
    at = next((word.i for word in after if word.pos_ in {"AUX", "VERB", "NUM"}), None)
    if at is None or at + 1 >= len(number.doc):
        return False
    return number.doc[at].lower_ in _BEING and number.doc[at + 1].lower_ in _BUSY


def _is_served(number: Token) -> bool:
    """Tell whether a number counts whom something is there for: a hospital's or a camp's people."""
    people = counted(number)
    return people.dep_ == "obj" and people.head.lower_ in _SERVING
