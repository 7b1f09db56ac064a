"""What became of people, where several words tell it and none alone: "the fate of 200 soldiers is unknown".

Each rule names a measure only where no word of `data/measures.csv` right beside the number names another.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from sijill.extract.counted import counted
from sijill.extract.measure_words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_FATE: Final = frozenset({"fate", "whereabouts"})
_UNKNOWN: Final = frozenset({"unknown", "unclear", "uncertain"})
_TAKING: Final = frozenset({"carried", "took", "taken", "led", "marched", "dragged", "snatched", "bundled", "driven"})
_TAKERS: Final = frozenset(
    {"gunmen", "militants", "rebels", "fighters", "attackers", "insurgents", "jihadists", "terrorists", "bandits"}
    | {"kidnappers", "assailants", "militiamen", "soldiers", "troops", "raiders", "men", "militia", "they", "gang"}
)
_AGREED: Final = frozenset({"agreement", "deal", "truce", "accord", "buses", "ambulances"})
_OFF: Final = frozenset({"off", "away"})
_DYING: Final = frozenset({"died", "dies", "die", "succumbed", "perished"})
_FEEDING: Final = frozenset({"feed", "feeds", "feeding", "fed"})
_RELIEF: Final = frozenset({"aid", "food", "supplies", "rations", "relief", "assistance", "medicine", "medicines"})
_BEING: Final = frozenset({"was", "were", "been", "are", "is", "be"})
_HAVING: Final = frozenset({"have", "has", "had"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "ADP", "ADV", "DET", "CCONJ", "PART"})
_PAUSES: Final = frozenset({"-", "\u2013", "\u2014"})
_REACH: Final = 14
"""Words after a number within which its people's predicate stands ("400 people - mainly women - have been injured")."""
_FAR: Final = 20
"""Words before a number within which it is told what is counted that comes to it."""
_NEAR: Final = 6
"""Words before a number within which it is said to be what a count comes to ("stands, it says, at about 220")."""
_OBJECTS: Final = frozenset({"obj", "nsubj:pass"})
_COMING_TO: Final = frozenset({"stands", "stood", "stand", "reached", "reaches", "rose", "risen", "rises", "climbed"})
_SEIZED: Final = {"seized": "abducted"}
"""Of towns and arms it says nothing of people, so the table of measures does not hold it."""
_TAKEN: Final = frozenset({"detained", "abducted"})
_COUNTS: Final = frozenset({"number", "numbers", "total", "count", "tally"})


def fate(number: Token) -> str | None:
    """Return the measure that a number's sentence tells in several words, None where it tells none."""
    people = number.head if number.dep_ == "det" else counted(number)
    told = (
        ("missing", _is_unknown(people)),
        ("abducted", _is_taken(people)),
        ("killed", _died(people)),
        ("affected", _is_fed(people)),
    )
    return next((measure for measure, holds in told if holds), _of_its_count(number))


def predicate(number: Token) -> str | None:
    """Return the measure that the first predicate after a number names: "400 people - mainly women - were injured".

    Words alone decide, since the parser is easily lost in such sentences; None where another number, verb or clause is
    first ("50 people who were in a besieged quarter"), or where no word of harm follows "were" at once.
    """
    after = list(number.doc[number.i + 1 : min(number.i + _REACH, number.sent.end)])
    told = list(takewhile(goes_on, after))
    rest = after[len(told) :]
    if not rest or rest[0].lower_ not in _BEING or (told and told[-1].pos_ == "CCONJ"):
        return None
    harm = [word for word in rest[1:] if word.pos_ != "ADV" and word.lower_ not in _BEING]
    measure = words().get(harm[0].lower_) if harm else None
    joined = [word for word in harm[1:4] if word.pos_ != "ADV"]
    both = len(joined) > 1 and joined[0].lower_ in {"and", "or"}
    return _both(measure, joined[0].lower_, words().get(joined[1].lower_)) if both else measure


def _both(first: str | None, join: str, second: str | None) -> str | None:
    """Return the measure of two joined words: who was taken and later killed is dead, "killed or wounded" is both."""
    if first in _TAKEN and join == "and" and second == "killed":
        return "killed"
    return "killed_or_injured" if {first, second} == {"killed", "injured"} else first


def _is_unknown(people: Token) -> bool:
    """Tell whether the fate of people is said not to be known."""
    return people.head.lower_ in _FATE and any(word.lower_ in _UNKNOWN for word in people.sent)


def _is_taken(people: Token) -> bool:
    """Tell whether gunmen carried people off or led them away, and nothing else is told of these people."""
    verb = people.head
    off = people.dep_ in _OBJECTS and verb.lower_ in _TAKING and any(c.lower_ in _OFF for c in verb.children)
    takers = (c.lower_ for c in verb.children if c.dep_ in {"nsubj", "obl:agent"})
    return off and any(taker in _TAKERS for taker in takers) and not _else_told(people)


def _else_told(people: Token) -> bool:
    """Tell whether a sentence says of people that they were hurt, or that they left under an agreement."""
    return any(word.lower_ in _AGREED or words().get(word.lower_) for word in people.sent)


def _died(people: Token) -> bool:
    """Tell whether a clause about people says that they died ("stabbed an officer, who died")."""
    after = people.doc[people.i + 1 : min(people.i + 4, people.sent.end)]
    near = [word.lower_ for word in after if not word.is_punct]
    return near[:1] == ["who"] and any(word in _DYING for word in near[1:])


def _is_fed(people: Token) -> bool:
    """Tell whether people are those whom supplies are for: in need of them, not driven out."""
    for_whom = any(c.lower_ == "for" for c in people.children) and _relief_before(people)
    return for_whom or (people.dep_ == "obj" and people.head.lower_ in _FEEDING)


def _relief_before(people: Token) -> bool:
    start = next((c.i for c in people.children if c.lower_ == "for"), people.i)
    return start > people.sent.start and people.doc[start - 1].lower_ in _RELIEF


def _of_its_count(number: Token) -> str | None:
    """Return the measure of "the number of people seized since Monday stands at 220"."""
    before = [word.lower_ for word in number.doc[max(number.sent.start, number.i - _FAR) : number.i]]
    comes = max((n for n, word in enumerate(before) if word in _COMING_TO), default=0)
    count = max((n for n, word in enumerate(before[:comes]) if word in _COUNTS), default=comes)
    near = comes > len(before) - _NEAR
    table = words() | _SEIZED
    return next((table[word] for word in before[count + 1 : comes] if word in table), None) if near else None


def goes_on(word: Token) -> bool:
    """Tell whether a word may stand between people and their predicate: of their noun phrase, or between dashes."""
    if word.is_punct:
        return word.text in _PAUSES
    between = word.pos_ in _NOMINAL and word.lower_ not in words()
    return word.lower_ in _HAVING or (between and word.lower_ not in _BEING)
