"""Numbers of people to whom nothing happened: forces that are sent, crowds, what most of those counted are.

The guidelines of the gold count none of them (rules 1 and 6).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.counted import counted
from sijill.extract.measure_words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TAKING: Final = frozenset({"take", "takes", "took"})
_JOINING: Final = frozenset({"join", "joins", "joined", "joining"})
_JOINED: Final = frozenset(
    {"battle", "fight", "fighting", "offensive", "assault", "attack", "hunt", "search", "operation", "strike", "march"}
    | {"protest", "protests", "demonstration", "demonstrations", "rally", "rallies", "sit-in", "funeral", "procession"}
)
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
_HELD: Final = frozenset({"captured", "captive", "abducted", "kidnapped", "missing", "freed", "wounded", "seized"})
_THEM: Final = frozenset({"them", "whom", "whose"})
_COUNTED: Final = frozenset({"dead", "deaths", "bodies", "victims", "casualties", "injured", "wounded", "killed"})
_BADLY: Final = frozenset({"critically", "seriously", "badly", "severely", "gravely", "mostly", "mainly"})
_SERVING: Final = frozenset({"serve", "serves", "serving", "served"})
_BEING: Final = frozenset({"are", "were", "was", "is"})
_BUSY: Final = frozenset(
    {"attacking", "fighting", "besieging", "advancing", "massing", "massed", "gathering", "protesting", "marching"}
    | {"demonstrating", "rallying", "stationed", "deployed", "based"}
)
_SOUGHT: Final = frozenset({"captives", "hostages", "prisoners", "survivors", "detainees"})
_FINDING: Final = frozenset({"find", "finds", "found", "finding", "saw", "seen", "see"})
_LOOKING_ON: Final = frozenset(
    {"accompanied", "applauded", "attended", "cheered", "escorted", "gathered", "guarded", "lined", "looked", "marched"}
    | {"patrolled", "queued", "stood", "waited", "walked", "watched"}
)
_PARENTS: Final = frozenset({"mother", "father", "parent", "grandmother", "grandfather", "mum", "mom", "dad", "widow"})
_BEINGS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_REACH: Final = 6
_FAR: Final = 14
"""Words after a number within which it is told what its people were about ("1,500 fighters from the west were")."""
_HARMED: Final = frozenset({"killed", "killed_or_injured", "injured"})


def is_headcount(number: Token, measure: str) -> bool:
    """Tell whether a number that was tagged with a measure counts people of whom it says nothing of the kind.

    Who is sent or recruited may still be hurt there ("sent 12 soldiers to hospital"), so of the harmed only a force is
    left out of which others are told to have come to harm.
    """
    if measure not in _HARMED and _is_enlisted(number):
        return True
    if _lacks(number, measure) or _were_not_found(number) or (measure in _HARMED and _looks_on(number)):
        return True
    rules = (
        _is_of_children,
        _is_excepted,
        _is_share,
        _is_what_they_are,
        _is_said_again,
        _takes_part,
        _joins_in,
        _is_whole_force,
        _is_busy,
        _is_served,
    )
    return any(holds(number) for holds in rules)


def _looks_on(number: Token) -> bool:
    """Tell whether people are told only to have been there: "at least 50 policemen watched as they marched past"."""
    people = counted(number)
    watches = people.dep_ == "nsubj" and people.head.lower_ in _LOOKING_ON
    return watches and not any(words().get(word.lower_) for word in number.sent)


def _is_of_children(number: Token) -> bool:
    """Tell whether a number counts whose parent somebody is: "a mother of 12 was killed"."""
    before = [word.lower_ for word in number.doc[max(number.sent.start, number.i - 2) : number.i]]
    return before[1:] == ["of"] and before[0] in _PARENTS


def _is_excepted(number: Token) -> bool:
    """Tell whether a number counts those whom what is told of all others did not befall: "all but one were killed"."""
    before = [word.lower_ for word in number.doc[max(number.sent.start, number.i - 3) : number.i]]
    return before[-2:] in (["all", "but"], ["all", "except"]) or before[-3:] == ["all", "except", "for"]


def _is_share(number: Token) -> bool:
    """Tell whether a word only says of people who were counted what some of them are: "most of them women".

    "Some" and "most" bound nothing. Where a verb of harm is done to them they count ("wounding some of the staff",
    "most of them were killed").
    """
    after = [word.lower_ for word in number.doc[number.i + 1 : min(number.i + _REACH, number.sent.end)]]
    if number.lower_ not in {"most", "some"} or not after or number.head.i == number.i - 1:
        return False
    if after[0] in _BADLY:
        return True
    them = after[1:2] != [] and after[1] in _THEM
    of_them = after[0] == "of" and (them or any(word in _COUNTED for word in after[1:3]))
    return of_them and not any(words().get(word) for word in after[2 if them else 3 :])


def _is_what_they_are(number: Token) -> bool:
    """Tell whether "some" or "most" begins what people are and not what befell them ("some were migrant workers")."""
    what = number.head
    is_said = number.dep_ == "nsubj" and any(child.dep_ == "cop" for child in what.children)
    return number.lower_ in {"some", "most"} and is_said and what.lower_ not in _COUNTED and what.pos_ in _BEINGS


def _lacks(number: Token, measure: str) -> bool:
    """Tell whether people are missing something of theirs and not themselves ("missing a left leg")."""
    people = counted(number)
    verb = people.head
    return (
        measure == "missing"
        and verb.lower_ == "missing"
        and people.dep_ == "nsubj"
        and any(child.dep_ == "obj" for child in verb.children)
    )


def _were_not_found(number: Token) -> bool:
    """Tell whether nobody was found of those who were looked for ("moved in but found no captives")."""
    people = number.head
    sought = number.lower_ == "no" and people.lower_ in _SOUGHT
    return sought and people.dep_ == "obj" and people.head.lower_ in _FINDING


def _is_enlisted(number: Token) -> bool:
    """Tell whether a number counts fighters who are recruited, sent or brought up (rule 1 of the guidelines).

    Captives are not, nor who is abducted and then trained.
    """
    people = counted(number)
    if people.dep_ != "obj" or people.head.lower_ not in _RECRUITING | _SENDING or _is_taken(people):
        return False
    own = (people, *(c for c in people.children if c.dep_ in {"compound", "amod", "nmod"}))
    return people.head.lower_ in _RECRUITING or any(word.lower_ in _ARMED for word in own)


def _is_taken(people: Token) -> bool:
    """Tell whether people are called captives, or were taken by the verb that another is joined to."""
    verbs = (people.head.head, *(c for c in people.head.children if c.dep_ == "conj"))
    return any(words().get(word.lower_) or word.lower_ in _HELD for word in (*people.children, *verbs))


def _is_whole_force(number: Token) -> bool:
    """Tell whether a number counts a force of which only some came to harm ("sent 400 soldiers, of whom 30 died")."""
    people = counted(number)
    next_words = people.doc[people.i + 1 : min(people.i + 4, people.sent.end)]
    after = [word.lower_ for word in next_words if not word.is_punct]
    of_whom = after[:2] in (["of", "whom"], ["of", "which"])
    return of_whom and people.dep_ == "obj" and people.head.lower_ in _RECRUITING | _SENDING


def _is_said_again(number: Token) -> bool:
    """Tell whether a word only says once more how many ("hundreds and hundreds of villagers")."""
    before = [word.lower_ for word in number.doc[max(number.i - 2, number.sent.start) : number.i]]
    return number.pos_ == "NOUN" and before == [number.lower_, "and"]


def _takes_part(number: Token) -> bool:
    """Tell whether a number counts who takes part in something (rule 6), and what befell them is not told."""
    people = counted(number)
    at = next((word.i for word in people.doc[people.i + 1 : people.i + 3] if word.lower_ in _TAKING), None)
    if at is None or [word.lower_ for word in people.doc[at + 1 : at + 3]] != ["part", "in"]:
        return False
    return not any(_befell(word) for word in people.doc[at : people.sent.end])


def _joins_in(number: Token) -> bool:
    """Tell whether a number counts who joined a fight or a march; who joined the rebels changed sides."""
    people = counted(number)
    after = people.doc[people.i + 1 : min(people.i + _REACH, people.sent.end)]
    at = next((word.i for word in after if word.lower_ in _JOINING), None)
    if at is None or any(_befell(word) for word in people.doc[at : people.sent.end]):
        return False
    return any(word.lower_ in _JOINED for word in people.doc[at + 1 : min(at + _REACH, people.sent.end)])


def _befell(word: Token) -> bool:
    """Tell whether a word of harm is joined on by "and" ("took part in the rescue and were killed")."""
    before = [one for one in word.doc[word.sent.start : word.i] if one.pos_ not in {"AUX", "ADV"}]
    joined = bool(before) and before[-1].lower_ in {"and", "but", "who"}
    harm = words().get(word.lower_) is not None and not word.lower_.endswith("ing")
    return joined and harm


def _is_busy(number: Token) -> bool:
    """Tell whether a number counts people who were about something when they are told of ("1,500 were attacking")."""
    after = number.doc[number.i + 1 : min(number.i + _FAR, number.sent.end)]
    at = next((word.i for word in after if word.pos_ in {"AUX", "VERB", "NUM"}), None)
    if at is None or at + 1 >= len(number.doc):
        return False
    return number.doc[at].lower_ in _BEING and number.doc[at + 1].lower_ in _BUSY


def _is_served(number: Token) -> bool:
    """Tell whether a number counts whom something is there for: a hospital's or a camp's people."""
    people = counted(number)
    return people.dep_ == "obj" and people.head.lower_ in _SERVING
