"""What a number of people counts, by the word that governs it; the table `data/measures.csv` names the words.

"ten people were killed or wounded" counts both: words of two measures joined by "or" or "and" are one
measure of their own, where one number stands for both.
"""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from sijill.extract.answering import crime_against
from sijill.extract.bases import told_of_all
from sijill.extract.befallen import befallen
from sijill.extract.counted import CLIMB, bodies_or_dying, counted, counted_last, is_besieged, lives
from sijill.extract.fates import fate, predicate
from sijill.extract.measure_words import words
from sijill.extract.vague_words import VAGUE_LOWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

SURE = frozenset({"defected", "detained", "killed_or_injured", "abducted", "released", "missing"})
"""Measures that a word names more surely than the reader's tag does: they are rare in its training gold. For the dead,
the injured and the displaced the tag is the surer: numbers of both often hang on one verb."""
_VICTIMS = frozenset({"obj", "nsubj:pass", "obl"})
"""Relations of whom a verb harms: "killed his wife and wounded three" counts the wounded alone."""
_CASUALTIES = {"killed", "injured"}
_TAKEN = {"detained", "abducted"}
_HARMING = {"kill", "kills", "killing", "wound", "wounds", "wounding", "injure", "injures", "injuring"}
_DOING = {"kill", "kills", "killing", "injure", "injures", "injuring", "wounding"}
"""Forms by which somebody harms others, never what became of those before them."""
_COMPARING = {
    "at",
    "least",
    "about",
    "around",
    "nearly",
    "almost",
    "over",
    "some",
    "up",
    "to",
    "more",
    "than",
    "another",
}
_JOINS = {"or", "and", "&"}
_BEING_SAID = frozenset(
    {"are", "is", "were", "was", "be", "been", "have", "has", "had", "remain", "remained", "remains", "went", "gone"}
    | {"reported", "reportedly", "still", "also", "now", "listed", "as", "declared", "confirmed", "believed", "to"}
)
_NO_LONGER = frozenset(
    {"found", "dead", "died", "killed", "body", "bodies", "recovered", "rescued", "freed", "released", "returned"}
    | {"discovered", "identified", "presumed", "feared", "alive", "drowned"}
)
"""Words by which the missing are no longer missing ("two people missing since Sunday were found dead")."""
_ONES = frozenset({"a", "an", "another", "more", "other", "others"})
_CALLED = frozenset({"detainees", "defectors", "deserters", "captives", "prisoners", "hostages"})
"""What people are called by what became of them before: "six detainees were killed" counts the dead."""
_BEREFT = frozenset({"orphans", "widowers", "widows"})
_LEAVING = frozenset({"leave", "leaves", "leaving", "left"})
_HANDING = frozenset({"hand", "handed", "handing", "hands"})
_SEIZED = frozenset({"abducted", "captives", "captured", "hostages", "kidnapped", "seized"})
"""What those are called whom somebody took, and who may be handed over."""
_TO_THEIR_OWN = frozenset(
    {"cross", "embassy", "families", "family", "icrc", "mediators", "parents", "relatives", "un", "unicef"}
)
"""To whom the free are handed over: the Red Cross, their families."""
_SEIZING = frozenset({"seize", "seized", "seizes", "seizing"})
_OF_THE_STATE = frozenset(
    {
        "agents",
        "army",
        "authorities",
        "forces",
        "guards",
        "military",
        "navy",
        "officers",
        "police",
        "soldiers",
        "troops",
    }
)
"""Who seizes people and does not abduct them."""
_NEXT = 5
"""Words after the second of two joined words within which its own number stands ("wounded at least 30")."""
_AFTER = 7
"""Words after a number within which it is told what became of its people."""
_BESIDE = 3
"""Words on either side of a number that are beside it."""

_THEN_KILLED: Final = re.compile(
    r"\b(?:and|before|then) (?:\w+ ){0,2}?"
    r"(?:behead|execut|hang|kill|murder|shoot|shot)\w* (?:all of )?(?:her|him|them)\b"
)


def settled(tagged: str, number: Token) -> str:
    """Return the measure of a tagged number: its governing word's where that is one of SURE, else the tag's.

    Bodies are of the dead, whatever was done with them. Who is trapped or lives under siege is affected, not displaced;
    those who were killed there were killed. All of whom only some are told of are what they are called.
    """
    known: dict[tuple[str, int], str] = number.doc.user_data.setdefault("settled", {})  # each number is asked of often
    if (tagged, number.i) not in known:
        known[tagged, number.i] = _settled(tagged, number)
    return known[tagged, number.i]


def _settled(tagged: str, number: Token) -> str:
    plain = "killed" if tagged == "released" and _is_killed_then(number) else told_of_all(number)
    plain = plain or ("released" if tagged in {"released", *_TAKEN} and _are_handed_over(number) else None)
    plain = (
        plain
        or crime_against(number)
        or befallen(number)
        or _are_left_behind(tagged, number)
        or _of_its_verb(number)
        or _plainly(tagged, number)
    )
    if plain is not None:
        return plain
    told = fate(number) if tagged not in beside(number) and tagged not in _TAKEN else None
    if told is not None:
        return told
    named = measure_of(number)
    if tagged in _CASUALTIES and named != "killed_or_injured" and tagged in beside(number):
        return tagged
    if named == "affected" or (named is None and lives(number) and is_besieged(number)):
        return "affected" if tagged == "displaced" or named is None else tagged
    if tagged in {"displaced", *_CASUALTIES} and not _is_driven_out(number) and _befallen(number) in _CASUALTIES:
        return named or tagged
    return named if named in SURE and named is not None else tagged


def _is_seized(number: Token) -> bool:
    """Tell whether the verb before people says that they were seized: "seized two soldiers in a raid"."""
    people = counted(number)
    if people.dep_ != "obj" or people.head.lower_ not in _SEIZING or people.head.i > number.i:
        return False
    return not any(c.dep_ == "nsubj" and c.lower_ in _OF_THE_STATE for c in people.head.children)


def _are_left_behind(tagged: str, number: Token) -> str | None:
    """Return "affected" for those whom the dead leave behind: "killed six farmers, leaving 12 orphans"."""
    people = counted(number)
    left = people.dep_ == "obj" and people.head.lower_ in _LEAVING and people.lower_ in _BEREFT
    hurt = people.i + 1 < len(people.doc) and people.nbor().lower_ == "with"  # "leaving 4 orphans with bullet wounds"
    return "affected" if left and not hurt and tagged in _CASUALTIES else None


def _are_handed_over(number: Token) -> bool:
    """Tell whether a number counts captives who are handed over: "handed over two of the men whom it kidnapped".

    To whom tells whether they are free: police, courts and fighters hold them on.
    """
    verb = number.head if number.dep_ == "obj" else counted(number).head
    over = verb.lower_ in _HANDING and verb.i < number.i and any(c.lower_ == "over" for c in verb.children)
    after = [word.lower_ for word in number.doc[number.i : number.sent.end]]
    to = next((after[at + 1 :] for at, word in enumerate(after) if word == "to"), None)
    return over and not _SEIZED.isdisjoint(after) and (to is None or not _TO_THEIR_OWN.isdisjoint(to))


def _is_killed_then(number: Token) -> bool:
    """Tell whether those whom somebody took out of where they were are killed: "took two out and executed them"."""
    after = " ".join(word.lower_ for word in number.doc[number.i : number.sent.end])
    return _THEN_KILLED.search(after) is not None


def _plainly(tagged: str, number: Token) -> str | None:
    """Return the measure that words right after a number leave no doubt of, None where there are none.

    Bodies, "drowned" and "tortured to death" are of the dead, "taken hostage" of the abducted, "are missing" of the
    missing.
    """
    after = " ".join(word.lower_ for word in _told(number))
    if bodies_or_dying(number) or "to death" in after:
        return "killed"
    seized = "taken hostage" in after or (tagged in {"released", *_CASUALTIES} and _is_seized(number))
    if seized or _is_missing(number):
        return "abducted" if seized else "missing"
    if tagged in {"killed_or_injured", *_CASUALTIES} and (done := _done_to(number)) is not None:
        return done
    if _is_both(number):
        return "killed_or_injured" if tagged in _CASUALTIES else None
    if tagged == "killed_or_injured" and (alone := _right_after(number)) is not None:
        return alone
    return predicate(number)


def _of_its_verb(number: Token) -> str | None:
    """Return what a verb did to the people that it has for its object, where a participle says what befell them before.

    "Rebels killed 11 workers taken hostage" counts the dead, "killed four militants wounded in the raid" too.
    """
    people = counted(number)
    verb, told = people.head, next((word for word in _told(number) if words().get(word.lower_)), None)
    taken = "taken hostage" in " ".join(word.lower_ for word in _told(number))
    if people.dep_ != "obj" or verb.pos_ != "VERB" or verb.i > number.i or not (taken or _is_participle(told, people)):
        return None
    measure = words().get(verb.lower_)
    return measure if measure in _CASUALTIES and not any(c.dep_ == "conj" for c in verb.children) else None


def _is_participle(told: Token | None, people: Token) -> bool:
    """Tell whether a word behind people only says which they are: "militants wounded in the raid"."""
    if told is None or told.i <= people.i or people.pos_ != "NOUN" or _has_its_number(told):
        return False
    if told.nbor(-1).lower_ in _JOINS or not told.lower_.endswith(("ed", "en", "ught")):
        return False
    return (told.dep_ in {"acl", "amod"} and told.head == people) or (told.dep_ == "xcomp" and told.head == people.head)


def _is_missing(number: Token) -> bool:
    """Tell whether people are said to be missing right after their number ("dozens of people are still missing")."""
    after = number.doc[counted_last(number) + 1 : number.sent.end]
    told = next((word for word in after if word.lower_ not in _BEING_SAID), None)
    if told is None or told.lower_ != "missing" or _is_joined_on(told):
        return False
    rest = told.doc[told.i : told.sent.end]  # "missing and body parts in the area": those are of others
    return not any(word.lower_ in _NO_LONGER and word.nbor(-1).lower_ != "and" for word in rest)


def _is_joined_on(word: Token) -> bool:
    """Tell whether another word is joined to one ("missing or dead", "missing their shoes")."""
    return any(child.dep_ in {"conj", "obj"} for child in word.children) or word.dep_ == "conj"


def _right_after(number: Token) -> str | None:
    """Return the measure of the one word after a number that tells of its people ("the dozens killed")."""
    told = _told(number)
    joined = len(told) > 1 and told[1].lower_ in _JOINS
    measure = words().get(told[0].lower_) if told and not joined else None
    return measure if measure in _CASUALTIES else None


def _done_to(number: Token) -> str | None:
    """Return what the verb right before a number does to its people ("kill 83, injure at least 100").

    None where a word after the number tells of them: "two killed 5 others injured" is of five who were injured.
    """
    before = list(number.doc[number.sent.start : number.i])
    while before and before[-1].lower_ in _COMPARING:
        before.pop()
    both = _both_done(before)
    if both is None and (not before or not _is_done(before[-1]) or _is_of_number_before(before)):
        return None
    measure = both or words().get(before[-1].lower_)
    told = next((word for word in _told(number) if words().get(word.lower_)), None)
    own = told is not None and not _has_its_number(told)
    return measure if measure in {*_CASUALTIES, "killed_or_injured"} and not own else None


def _is_of_number_before(before: Sequence[Token]) -> bool:
    """Tell whether the last word is told of the number before it ("two killed 5") and not of the next one.

    A number right behind a verb of its own has been told of ("kill 83 injured 100"), and who harms others is told of
    none before ("kill 50 injure 5").
    """
    if len(before) < len(("two", "killed")) or before[-2].pos_ != "NUM" or before[-1].lower_ in _DOING:
        return False
    return len(before) == len(("two", "killed")) or before[-3].lower_ not in _DOING


def _both_done(before: Sequence[Token]) -> str | None:
    """Return the measure of two verbs that share the number behind them ("killed and wounded dozens").

    Headlines that lost their commas put one right behind the other ("kills injures over 70").
    """
    verbs = [word for word in before[-3:] if word.lower_ not in _JOINS][-2:]
    measures = {words().get(word.lower_) for word in verbs}
    others = any(word.pos_ == "NUM" or word.lower_ in VAGUE_LOWS for word in before[-_AFTER:-3])
    return "killed_or_injured" if measures == _CASUALTIES and not others else None


def _has_its_number(word: Token) -> bool:
    """Tell whether a number follows a word at once: it tells of that one's people ("killing 3 and injuring dozens")."""
    return word.i + 1 < len(word.doc) and (word.nbor().pos_ == "NUM" or word.nbor().lower_ in VAGUE_LOWS)


def _is_done(word: Token) -> bool:
    """Tell whether a word is a verb that does harm, also where a headline hides it from the parser."""
    hidden = word.i > word.sent.start and word.nbor(-1).pos_ == "NUM"
    return word.pos_ == "VERB" or word.lower_ in _HARMING or (hidden and words().get(word.lower_) in _CASUALTIES)


def _told(number: Token) -> list[Token]:
    """Return the words after a number, up to the next number or stop."""
    after = number.doc[number.i + 1 : min(number.i + _AFTER, number.sent.end)]
    return list(takewhile(lambda word: word.pos_ != "NUM" and not word.is_punct, after))


def _is_both(number: Token) -> bool:
    """Tell whether one number is told to be of the dead and the wounded ("a dozen people dead or wounded")."""
    told = _told(number)
    for first, second in _joined_words(told):
        if {words().get(first.lower_), words().get(second.lower_)} == _CASUALTIES:
            return not _counts(second, min(second.i + _NEXT, number.sent.end))
    return False


def _joined_words(told: Sequence[Token]) -> list[tuple[Token, Token]]:
    """Return the pairs of words that are joined, or stand side by side where a headline lost its comma.

    A sentence with "were" is no headline: "were killed injured survivors said" joins nothing.
    """
    joined = [(a, c) for a, b, c in zip(told, told[1:], told[2:], strict=False) if b.lower_ in _JOINS]
    return joined if any(word.pos_ == "AUX" for word in told) else [*joined, *pairwise(told)]


def _is_driven_out(number: Token) -> bool:
    """Tell whether the verb right before a number drives people out ("has killed 300 and displaced millions")."""
    before = [word for word in number.doc[number.sent.start : number.i] if word.lower_ not in _COMPARING]
    return before[-1:] != [] and before[-1].pos_ == "VERB" and words().get(before[-1].lower_) == "displaced"


def _befallen(number: Token) -> str | None:
    """Return the measure of the verb that befell those counted, where it is their very own ("15,000 were killed")."""
    people = counted(number)
    people = people.head if people.dep_ == "conj" and people.head.pos_ == "NUM" else people
    return words().get(people.head.lower_) if people.dep_ in _VICTIMS else None


def beside(number: Token) -> set[str | None]:
    """Return the measures that words right beside a number name: surer than what governs it from afar."""
    low = max(number.sent.start, number.i - _BESIDE)
    return {words().get(word.lower_) for word in number.doc[low : min(number.sent.end, number.i + _BESIDE + 1)]}


def measure_of(number: Token) -> str | None:
    """Return the measure that the nearest governor of a number names, None where none of the table governs it."""
    token = number
    for _ in range(CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        measure = words().get(token.lower_)
        if measure is not None and not _befell(token):
            return _joined(token, measure)
    return None


def _befell(token: Token) -> bool:
    """Tell whether a word only says what people are called, and its verb what befell them."""
    return token.lower_ in _CALLED and token.dep_ in _VICTIMS and words().get(token.head.lower_) is not None


def _joined(token: Token, measure: str) -> str:
    """Return the measure of "killed or wounded", the word's own where nothing is joined to it.

    "dead and wounded" counts both together only where no number stands of its own with the second word.
    """
    head = token.head
    both = token.dep_ == "conj" and _is_joined(token) and {measure, words().get(head.lower_)} == _CASUALTIES
    if both and not _counts(head, token.i) and not any(c.dep_ in _VICTIMS for c in head.children):
        return "killed_or_injured"
    for other in token.children:
        joins = other.dep_ == "conj" and _is_joined(other)
        together = {measure, words().get(other.lower_)} == _CASUALTIES
        if joins and together and not _counted_apart(token, other):
            return "killed_or_injured"
    return measure


def _is_joined(second: Token) -> bool:
    """Tell whether "or" or "and" joins a word to the one before; "but" sets it against it."""
    return any(c.lower_ in _JOINS for c in second.children)


def _counted_apart(first: Token, second: Token) -> bool:
    """Tell whether the second of two joined words has a number of its own ("ten killed and thirty wounded")."""
    end = min(second.i + _NEXT, second.sent.end)
    pause = (word.i for word in second.doc[second.i : end] if word.is_punct)
    return _counts(first, next(pause, end))


def _counts(first: Token, end: int) -> bool:
    """Tell whether people are counted after a word and before `end`."""
    near = first.doc[first.i + 1 : end]
    return any(t.pos_ == "NUM" or t.lower_ in VAGUE_LOWS or t.lower_ in _ONES for t in near)
