"""Numbers of people who are told of for what they did or are charged with, or for an office: nothing befell them.

The guidelines of the gold count people harmed, held or driven out (rules 1 and 6), so "convicted of killing four"
counts four and not the convicted.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sijill.extract.counted import counted
from sijill.extract.measure_words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_ATTACKING: Final = frozenset(
    {"engaged", "attacked", "ambushed", "confronted", "approached", "threatened", "stormed", "assaulted", "raided"}
    | {"surrounded", "overrun", "besieged", "targeted", "stopped", "challenged", "carried", "committed", "perpetrated"}
)
_BANDS: Final = frozenset({"group", "gang", "mob", "force", "band", "team", "column", "convoy", "crowd", "squad"})
_OFFICE: Final = frozenset(
    {"dismissed", "dismiss", "dismisses", "sacked", "appointed", "appoint", "appoints", "elected", "elects"}
    | {"nominated", "promoted", "demoted", "reinstated", "sworn"}
)
_COURT: Final = frozenset(
    {"convicted", "acquitted", "indicted", "charged", "accused", "prosecuted", "tried"}
    | {"responsible", "accountable", "guilty"}
)
_SENTENCED: Final = frozenset({"sentenced", "jailed", "imprisoned"})
_BEING: Final = frozenset(
    {"will", "would", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "to"}
)
_HELD: Final = frozenset({"detained", "released", "abducted", "displaced"})
"""Measures of people whom a court may hold or free: being charged does not speak against them."""
_HARMED: Final = frozenset({"killed", "injured", "killed_or_injured"})
_HARMED_WORDS: Final = frozenset(
    {"dead", "deaths", "died", "killed", "slain", "victims", "bodies", "casualties", "wounded", "injured", "drowned"}
)
_THEY: Final = frozenset({"they", "them", "who", "whom"})
_THINGS_DONE: Final = frozenset({"nsubj:pass", "obj"})
_OTHERS: Final = frozenset({"a", "an", "another", "several", "dozens", "many", "some", "no", "civilians", "people"})
"""Words that begin to tell of others than the attackers."""
_NAMED: Final = frozenset({"named", "identified", "listed", "described"})
_SUSPECTS: Final = frozenset({"suspects", "suspect", "perpetrators", "attackers", "ringleaders", "masterminds"})


def is_doer(number: Token, measure: str) -> bool:
    """Tell whether a number that was tagged with a measure counts those who did something, or hold an office."""
    people = counted(number)
    if measure not in _HELD and _harmed_and_judged(people):
        return True
    if any(word.lower_ in _HARMED_WORDS for word in (number, *people.subtree)):
        return False
    named = _first_of_named(people)
    charged = measure not in _HELD and (_is_charged(people) or (named is not people and _is_charged(named)))
    return charged or _attacked(people) or _holds_office(_first_of_row(people))


def _harmed_and_judged(people: Token) -> bool:
    """Tell whether people harmed others and are judged for it ("two men who killed a policeman were sentenced")."""
    verb = people.head
    clauses = (child for child in people.children if child.dep_ == "acl:relcl" and words().get(child.lower_) in _HARMED)
    harmed = any(any(_is_whom(c) for c in clause.children) and not _is_suffered(clause) for clause in clauses)
    return harmed and verb.lower_ in _COURT | _SENTENCED and _is_said_of(people) and not _comes_to_harm(verb)


def _is_whom(word: Token) -> bool:
    """Tell whether a word is whom a verb before it harms, and no "whom" that stands for those before the verb."""
    return word.dep_ == "obj" and word.i > word.head.i


def _is_suffered(verb: Token) -> bool:
    return any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)


def _first_of_row(people: Token) -> Token:
    """Return the people to whom others are joined ("five ministers and 12 generals")."""
    return people.head if people.dep_ == "conj" and people.head.pos_ == "NOUN" else people


def _first_of_named(people: Token) -> Token:
    """Return the one named before others who are joined to him ("convicted Petrovic and two other soldiers")."""
    joined = people.dep_ == "conj" and people.head.pos_ in {"NOUN", "PROPN"} and people.head.i < people.i
    return people.head if joined else people


def _attacked(people: Token) -> bool:
    """Tell whether people are those by whom others were attacked ("was engaged by three insurgents")."""
    band = people.head if people.dep_ == "nmod" and people.head.lower_ in _BANDS else people
    by = any(child.lower_ == "by" and child.dep_ == "case" for child in band.children)
    attacked = by and band.head.lower_ in _ATTACKING and band.dep_.startswith("obl")
    return attacked and not _fell_too(people)


def _fell_too(people: Token) -> bool:
    """Tell whether the sentence goes on to tell that they were killed, and of nobody else who was."""
    after = people.doc[people.i + 1 : people.sent.end]
    others = any(word.pos_ == "NUM" or word.lower_ in _OTHERS for word in after)
    return not others and any(words().get(word.lower_) in _HARMED for word in after)


def _holds_office(people: Token) -> bool:
    """Tell whether people are appointed or dismissed, and nothing more."""
    return people.head.lower_ in _OFFICE and _is_said_of(people) and not _comes_to_harm(people.head)


def _is_said_of(people: Token) -> bool:
    """Tell whether a verb or an adjective says something of people, who do not do it themselves."""
    said = any(child.dep_ in {"aux:pass", "cop"} for child in people.head.children)
    return people.dep_ in _THINGS_DONE or (people.dep_ == "nsubj" and said)


def _is_charged(people: Token) -> bool:
    """Tell whether people are charged with something or answer for it, and nothing more."""
    told = _told_of(people)
    verb = people.head if told is None else told
    charged = verb.lower_ in _COURT and (told is not None or _is_said_of(people))
    named = people.dep_ in _THINGS_DONE and verb.lower_ in _NAMED
    as_suspects = named and any(word.lower_ in _SUSPECTS for word in verb.subtree if word.i > verb.i)
    return (charged or as_suspects) and not _comes_to_harm(verb)


def _told_of(people: Token) -> Token | None:
    """Return the verb of a court right behind people with whom a sentence begins, by words alone.

    "As many as 11 will be charged" misleads parsers; people behind another verb ("who killed 12 were convicted") may be
    whom it harmed.
    """
    if any(word.pos_ in {"VERB", "AUX"} for word in people.doc[people.sent.start : people.i]):
        return None
    after = people.doc[people.i + 1 : people.sent.end]
    being = list(takewhile(lambda word: word.lower_ in _BEING, after))
    verb = people.i + 1 + len(being)
    told = people.doc[verb] if being and verb < people.sent.end else None
    return told if told is not None and told.lower_ in _COURT else None


def _comes_to_harm(verb: Token) -> bool:
    """Tell whether something else is said to be done to the same people ("tried and hanged", "wanted, were shot")."""
    others = [word for word in verb.doc[verb.i + 1 : verb.sent.end] if word.lower_ not in _OFFICE | _COURT | _NAMED]
    return any(_is_joined(word, verb) or _is_passive(word) or _is_done_to_them(word) for word in others)


def _is_done_to_them(word: Token) -> bool:
    """Tell whether a pronoun stands for people who come to harm ("before beheading them", "they were shot")."""
    return word.lower_ in _THEY and (words().get(word.head.lower_) in _HARMED or word.head.lower_ in _HARMED_WORDS)


def _is_joined(word: Token, verb: Token) -> bool:
    own_subject = any(child.dep_.startswith("nsubj") for child in word.children)
    return word.dep_ == "conj" and word.head == verb and not own_subject


def _is_passive(word: Token) -> bool:
    """Tell whether something is done to people who are not named again."""
    own = {child.dep_ for child in word.children}
    return word.pos_ == "VERB" and "aux:pass" in own and not any(dep.startswith("nsubj") for dep in own)
