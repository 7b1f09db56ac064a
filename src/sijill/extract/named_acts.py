"""What act a trigger's own clause names, surer than the reader's choice; `data/acts.toml` holds the words.

"A missile struck the house" is shelling and "warplanes struck it" an air strike, whatever else the report tells of.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from itertools import islice
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.extract.words import sentence_around

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

_NAMED: Final = (
    (re.compile(r"\bsuicide\b"), "suicide_bomb"),
    (re.compile(r"\b(?:roadside|land-?mines?)\b"), "remote_explosive_ied"),
    (re.compile(r"\bair[ -]*(?:strike|raid|bombardment)s?\b"), "air_drone_strike"),
    (re.compile(r"\b(?:shelling|shelled|mortars?|artillery)\b"), "shelling_artillery_missile"),
)
_AGENTS: Final = frozenset({"nsubj", "obl:agent"})
_OBJECTS: Final = frozenset({"obj", "nsubj:pass"})
_WITH: Final = frozenset({"by", "using", "with"})
_CLAUSES: Final = frozenset({"acl", "acl:relcl"})
_SHARING: Final = _CLAUSES | {"advcl", "conj", "xcomp"}
"""What a clause without a subject of its own is to the one whose subject it shares."""
_ONTO: Final = frozenset({"across", "against", "by", "into", "on", "onto", "over"})
_HITTING: Final = frozenset({"hit", "hits", "hitting", "strikes", "struck", "striking"})


@cache
def words() -> dict[str, frozenset[str]]:
    """Return the lists of `data/acts.toml` by their names."""
    text = (resources.files("sijill.extract") / "data" / "acts.toml").read_text(encoding="utf-8")
    return {name: frozenset(row) for part in tomllib.loads(text).values() for name, row in part.items()}


def armed_act(trigger: Span) -> str | None:
    """Return the act of violence that a trigger's own words or the weapon of its clause name, None where none does."""
    worded = " ".join(word.lower_ for word in (*_qualifiers(trigger.root), *trigger))
    named = next((act for pattern, act in _NAMED if pattern.search(worded)), None)
    if named is not None:
        return named
    return "attack" if _puts_to_death(trigger.root) else _armed_with(trigger)


def _puts_to_death(word: Token) -> bool:
    """Tell whether a word is of killing captives: not "executed a raid"."""
    done = (child.lower_ for child in word.children if child.dep_ in _OBJECTS)
    return word.lower_ in words()["put_to_death"] and words()["undertakings"].isdisjoint(done)


def act_above(number: Token) -> str | None:
    """Return the act that the weapon of a number's own clause, or of those it hangs on, names ("struck, killing 9")."""
    verbs = [verb for verb in islice(number.ancestors, _CLIMB) if verb.lower_ in _striking() and _is_verb(verb)]
    return next((act for verb in verbs if (act := _armed_with(verb.doc[verb.i : verb.i + 1]))), None)


_CLIMB: Final = 4


def plain_act(trigger: Span, read: str | None) -> str | None:
    """Return what a trigger names where the reader's choice is another: a siege, a meeting, gas against a crowd.

    A deal is an agreement, a pull-out regains nothing, "weapons drops" strike nobody, looting is no protest. A siege
    takes no territory, and cutting a road neither; tear gas alone is no excessive force; bombing that stopped is no
    bombing; "we will hunt them" is a threat.
    """
    word = trigger.root
    rules = (
        ("protest_with_intervention", read == "excessive_force_against_protesters" and _is_gas_alone(word)),
        ("other", read in _TAKING and word.lower_ in words()["sieges"]),
        ("other", read not in _PROTESTS and _cuts_a_way(word)),
        (
            "change_to_group_activity",
            read in _FIRING | _VAGUE and ((_stops(word) and not _has_killed(word)) or _ends_a_truce(word)),
        ),
        ("threaten", read in _FIRING and _is_announced(word)),
        ("negotiate", read == "other" and word.lower_ in words()["meetings"]),
        ("agreement", read in _ASKING and word.pos_ == "NOUN" and word.lower_ in words()["deals"]),
        (_GIVEN_UP, read == "government_regains_territory" and word.lower_ in words()["giving_up"]),
        ("aid", read in {"air_drone_strike", "other"} and _hands_over(word)),
        ("looting_property_destruction", read in _RIOTING and _destroys(trigger)),
        ("peaceful_protest", read == "demand" and word.lower_ in words()["chanting"]),
    )
    return next((act for act, holds in rules if holds), None)


_ASKING: Final = frozenset({"demand", "negotiate", "other"})
_RIOTING: Final = frozenset({"armed_clash", "attack", "protest_with_intervention", "violent_demonstration"})
_GIVEN_UP: Final = "non_violent_transfer_of_territory"
_FIRING: Final = frozenset({"air_drone_strike", "armed_clash", "attack", "shelling_artillery_missile"})
_TAKING: Final = frozenset({"government_regains_territory", "non_state_actor_overtakes_territory"})
_VAGUE: Final = frozenset({"agreement", "other"})
_PROTESTS: Final = frozenset({"violent_demonstration", "protest_with_intervention", "peaceful_protest"})


def _hands_over(word: Token) -> bool:
    """Tell whether a word is of goods that are dropped or sent to somebody: "dropped weapons", "weapons drops"."""
    given = (child for child in word.children if child.dep_ in _OBJECTS | {"compound"})
    return word.lower_ in words()["handing_over"] and any(one.lower_ in words()["goods"] for one in given)


def _destroys(trigger: Span) -> bool:
    """Tell whether a trigger is of looting or of setting fire: "ransacked", "set ablaze"."""
    said = {word.lower_ for word in (*trigger, *trigger.root.children)}
    lit = not said.isdisjoint(words()["lighting"]) and not said.isdisjoint(words()["fires"])
    return lit or trigger.root.lower_ in words()["looting"]


def absent(report: str) -> frozenset[str]:
    """Return the acts of which a report, in small letters, holds no word that tells of one."""
    acts = ("chemical_weapon", "suicide_bomb", "air_drone_strike")
    return frozenset(act for act in acts if not any(stem in report for stem in words()[act]))


def not_by(word: Token) -> frozenset[str]:
    """Return the acts of which a mention is none by its own verb: who is shot or hanged dies by no bomb."""
    verb = next((one for one in (word, *islice(word.ancestors, _CLIMB)) if _is_verb(one)), word)
    return _BLASTS if verb.lower_ in words()["by_hand"] else frozenset()


_BLASTS: Final = frozenset({"remote_explosive_ied", "suicide_bomb"})


def _qualifiers(word: Token) -> Iterator[Token]:
    """Yield the words before a noun that say more of it ("a suicide car bomb attack")."""
    for child in word.children:
        if child.dep_ in {"compound", "amod", "nmod"}:
            yield from child.subtree


def _armed_with(trigger: Span) -> str | None:
    """Return the act of the one kind of weapon that a trigger's clause names."""
    sentence = range(*sentence_around(trigger.doc, trigger.root.i))
    if any(at in sentence for at in _standing(trigger.doc, "chemicals")):
        return "chemical_weapon" if _is_chemical(trigger.root) else None
    if _is_lesser(trigger.root):
        return None
    if _meets_a_mine(trigger.root):
        return "remote_explosive_ied"
    named = {token.lower_ for token in _weapons(trigger)}
    by_air, by_gun = not named.isdisjoint(words()["aircraft"]), not named.isdisjoint(words()["guns"])
    if by_air == by_gun or not named.isdisjoint(words()["hand_weapons"] | words()["accidents"]):
        return None
    if by_air:
        return None if trigger.root.lower_ in words()["coming_down"] else "air_drone_strike"
    return "shelling_artillery_missile" if named.isdisjoint(words()["bombs"]) else None


def _meets_a_mine(verb: Token) -> bool:
    """Tell whether somebody or a vehicle hit a mine: not a mine where something is dug, nor one that jets hit."""
    if verb.lower_ not in words()["meeting_mines"] or any(token.lower_ in _flying() for token in verb.subtree):
        return False
    met = [child for child in verb.children if child.lower_ in words()["mines"] and _is_met(child)]
    return any(mine.lower_ not in {"mine", "mines"} or _goes_off(verb, mine) for mine in met)


def _is_met(mine: Token) -> bool:
    """Tell whether a mine is what was hit, trodden on or run into, not where something else happened."""
    cases = {child.lower_ for child in mine.children if child.dep_ == "case"}
    return mine.dep_ == "obj" or (mine.dep_ == "obl" and not _ONTO.isdisjoint(cases))


def _goes_off(verb: Token, mine: Token) -> bool:
    """Tell whether a "mine" is no place of work: neither "a gold mine", nor "the mine" that bandits struck."""
    if any(_qualifiers(mine)):
        return False
    if mine.dep_ != "obj" or verb.lower_ not in _HITTING:
        return True
    known = any(child.dep_ == "nmod:poss" or child.lower_ == "the" for child in mine.children)
    return not known and words()["attackers"].isdisjoint(word.lower_ for doer in _doers(verb) for word in _name(doer))


def _name(doer: Token) -> Iterator[Token]:
    """Yield a noun with the rest of its name: "Boko Haram", not the rebels of "the rebels' truck"."""
    yield doer
    yield from (child for child in doer.children if child.dep_ == "flat")


def _doers(verb: Token) -> Iterator[Token]:
    """Yield the subjects of a verb, or of the verb that it is joined to or depends on where it has none."""
    own = [child for child in verb.children if child.dep_ == "nsubj"]
    if own or verb.head.i == verb.i or verb.dep_ not in _SHARING:
        yield from own
    elif verb.dep_ in _CLAUSES:
        yield verb.head
    else:
        yield from _doers(verb.head)


def _flying() -> frozenset[str]:
    return words()["aircraft"] | words()["guns"]


def _is_lesser(word: Token) -> bool:
    """Tell whether a clause speaks of tear gas, a shotgun or fireworks: their shells and rockets shell nobody."""
    lesser = {*_standing(word.doc, "gas"), *_standing(word.doc, "lesser")}
    return bool(lesser) and any(token.i in lesser for token in (*word.subtree, *word.ancestors, *_beside(word)))


def _standing(doc: Doc, name: str) -> list[int]:
    """Return the tokens of a document that are words of a list; they are looked for once, since each trigger asks."""
    known: dict[str, list[int]] = doc.user_data.setdefault("words of acts", {})
    if name not in known:
        listed = np.array([doc.vocab.strings[word] for word in words()[name]], np.uint64)
        known[name] = np.flatnonzero(np.isin(doc.to_array("LOWER"), listed)).tolist()
    return known[name]


def _beside(word: Token) -> Iterator[Token]:
    """Yield the words below the verb that a noun belongs to."""
    return word.head.subtree if _is_verb(word.head) and not _is_verb(word) else iter(())


def _is_chemical(verb: Token) -> bool:
    """Tell whether what is fired, dropped or struck with is said to hold a chemical ("barrels of chlorine")."""
    held = words()["vessels"] | words()["guns"]
    used = [role for role in _roles(verb) if role.lower_ in held] if verb.lower_ in _striking() else []
    return any(token.lower_ in words()["chemicals"] for role in used for token in role.subtree)


def _striking() -> frozenset[str]:
    return words()["firing"] | words()["hitting"]


def _weapons(trigger: Span) -> Iterator[Token]:
    """Yield the words in a trigger's clause that may name a weapon: not what was shot down or destroyed."""
    word = trigger.root
    if word.lower_ in _striking() and _is_verb(word):
        yield from (token for role in _roles(word) for token in _wide(role))
    elif not _is_verb(word):
        yield from trigger
        yield from (child for child in word.lefts if child.dep_ in {"compound", "amod"})


def _is_verb(word: Token) -> bool:
    return word.pos_ == "VERB" or word.dep_ in _CLAUSES


def _roles(verb: Token) -> Iterator[Token]:
    """Yield who or what does it, what it is done with and, of what is fired, the object."""
    fires = verb.lower_ in words()["firing"]
    for child in verb.children:
        by = child.dep_.startswith("obl") and any(case.lower_ in _WITH for case in child.children)
        if child.dep_ in _AGENTS or by or (fires and child.dep_ in _OBJECTS):
            yield child
    if verb.dep_ in _CLAUSES and (fires or _does_it(verb)):
        yield verb.head
    if verb.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in verb.children):
        yield from (child for child in verb.head.children if child.dep_ == "nsubj")


def _does_it(verb: Token) -> bool:
    """Tell whether the noun that a clause hangs on does what its verb says ("missiles that hit", "jets hitting")."""
    return verb.lower_.endswith("ing") or any(child.lower_ in {"that", "which"} for child in verb.children)


def _wide(role: Token) -> Iterator[Token]:
    """Yield a noun with what is joined to it, and who fired it ("rockets fired by jets")."""
    yield role
    for child in role.children:
        if child.dep_ in {"compound", "conj"}:
            yield child
            yield from (below for below in child.children if below.dep_ == "compound")
        elif child.dep_ in _CLAUSES and child.lower_ in words()["firing"]:
            yield from (by for by in child.children if by.dep_.startswith("obl"))


def _is_gas_alone(word: Token) -> bool:
    """Tell whether a clause speaks of tear gas and of nothing deadlier."""
    clause = [token.lower_ for token in word.subtree]
    return not words()["gas"].isdisjoint(clause) and words()["live"].isdisjoint(clause)


def _cuts_a_way(word: Token) -> bool:
    """Tell whether a verb cuts or closes a road, a supply line or a crossing."""
    if word.lower_ not in words()["cutting"]:
        return False
    what = [child for child in word.children if child.dep_ in _OBJECTS]
    what += [word.head] if word.dep_ in _CLAUSES else []
    return any(token.lower_ in words()["ways"] for one in what for token in one.subtree)


def _stops(word: Token) -> bool:
    """Tell whether fire is said to have stopped: by the word itself ("halted strikes") or the one it hangs on."""
    stopping, fire = words()["stopping"], words()["fire"]
    below = (child for child in word.children if child.dep_ in _BELOW)
    stopped = word.lower_ in stopping and any(child.lower_ in fire for child in below)
    return stopped or (word.lower_ in fire and word.dep_ in _BELOW and word.head.lower_ in stopping)


def _has_killed(word: Token) -> bool:
    """Tell whether the clause that fire stopped in, or the one it hangs on, also tells of people killed."""
    clause = (*word.subtree, *word.head.subtree)
    return not words()["harm"].isdisjoint(token.lower_ for token in clause)


def _ends_a_truce(word: Token) -> bool:
    """Tell whether a truce was broken, or declared over."""
    if word.lower_ not in words()["breaking"] or (word.lower_ == "declared" and not _is_over(word)):
        return False
    below = (child for child in word.children if child.dep_ in _BELOW | {"nsubj"})
    return any(not words()["truces"].isdisjoint(token.lower_ for token in child.subtree) for child in below)


def _is_over(word: Token) -> bool:
    return any(token.lower_ in {"end", "over"} for token in word.subtree)


def _is_announced(verb: Token) -> bool:
    """Tell whether whoever speaks says what "we will" do."""
    children = {(child.dep_, child.lower_) for child in verb.children}
    ours = ("nsubj", "we") in children or ("nsubj", "i") in children
    return ours and any(("aux", will) in children for will in ("will", "shall", "'ll"))


_BELOW: Final = frozenset({"nmod", "nsubj:pass", "obj", "xcomp"})
