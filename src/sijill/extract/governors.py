"""What stands above and beside a claim in its sentence and says how certain it is; `data/governors.toml` has the words.

The way leads from a number or trigger up its sentence's tree, and ends where another clause begins: "denied the
attack after 30 had died" denies no deaths.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from sijill.errors import DataError
from sijill.extract.measure_words import words as measure_words
from sijill.extract.vague_words import VAGUE_LOWS
from sijill.model import CERTAINTIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

_NEGATION: Final = 12
"""Rank of "not": below who denies and what depends, above "would"."""
FARTHEST: Final = 8
"""Steps from a number or trigger to the word that governs it."""
_ALWAYS: Final = frozenset({"nummod", "det", "compound", "advmod", "fixed", "flat", "appos", "xcomp", "ccomp",
                            "nsubj:pass"})  # fmt: skip
_NEAR: Final = {"mark": 40, "aux": 10, "amod": 6, "advmod": 3}
"""Words between a word and what stands beside it; an adverb further off speaks of another word."""
_JOINING: Final = frozenset({"to", "with", "of", "for", "at"})
"""Words that open a clause and bind it to its verb ("charged with killing"); "after" and "as" set it apart."""
_DOUBTS: Final = frozenset({"may", "might", "could"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_VERBS: Final = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Governor:
    """One word that settles a claim's certainty: its token, the degree, why, and how strongly (0 is strongest)."""

    token: int
    degree: str
    why: str
    rank: int


@dataclass(frozen=True, slots=True)
class _Rule:
    degree: str
    why: str
    words: frozenset[str]
    relations: frozenset[str]
    through: frozenset[str] | None
    case: frozenset[str]
    passive: bool
    figures: bool


@dataclass(frozen=True, slots=True)
class _Table:
    above: tuple[_Rule, ...]
    beside: tuple[_Rule, ...]
    words: dict[str, frozenset[str]]


@cache
def table() -> _Table:
    """Return the rules of `data/governors.toml`; DataError where one names an unknown degree."""
    source = resources.files("sijill.extract") / "data" / "governors.toml"
    found = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = {name: frozenset(entries) for name, entries in found["words"].items()}
    above, beside = (tuple(_rule(row, lists) for row in found[part]) for part in ("above", "beside"))
    return _Table(above=above, beside=beside, words=lists)


def _rule(row: dict[str, Any], lists: dict[str, frozenset[str]]) -> _Rule:
    if row["degree"] not in CERTAINTIES:
        msg = f"governors.toml: unknown degree {row['degree']!r}; use one of {', '.join(CERTAINTIES)}"
        raise DataError(msg)
    through = lists[row["through"]] if "through" in row else None
    return _Rule(
        degree=row["degree"], why=row["why"], words=frozenset(row["words"]), relations=frozenset(row["relations"]),
        through=through, case=frozenset(row.get("case", ())), passive=row.get("passive", False),
        figures=row.get("figures", False),
    )  # fmt: skip


def is_denial(word: Token) -> bool:
    """Tell whether a word itself denies something ("denied", "refutes")."""
    first = table().above[0]
    return word.lower_ in first.words


def governor_of(start: Token, heeded: Callable[[Token], bool] = lambda _: True) -> Governor | None:
    """Return the strongest word that governs a number or trigger, of those that are heeded; None where it is plain."""
    found = (governor for governor in _governors(start) if heeded(start.doc[governor.token]))
    return min(found, key=lambda g: g.rank, default=None)


def _governors(start: Token) -> Iterator[Governor]:
    node, own = _act_of(start), True
    counts = _is_number(start) and not _is_outcome(start)
    for _ in range(FARTHEST):
        if own:
            yield from (g for g in _beside(node) if _speaks_of(g, node, start))
        yield from (g for g in _above(node, counts=counts) if own or g.degree != "hypothetical")
        if not _leads_on(node, start):
            break
        own = own and _stays(node, start)
        node = node.head


def _is_outcome(number: Token) -> bool:
    """Tell whether the clause of a number tells what came of it: "tried to storm the prison, killing 12".

    By the words alone: the parser often joins the people to the verb before the comma.
    """
    commas = [word.i for word in number.doc[number.sent.start : number.i] if word.text == ","]
    return bool(commas) and number.doc[commas[-1] + 1].lower_.endswith("ing")


def _speaks_of(governor: Governor, node: Token, start: Token) -> bool:
    """Tell whether what stands beside a word speaks of the claim.

    "two suspected insurgents" doubts who they are, not that they are two; "did not stay and fired" denies no shot.
    """
    if node.doc[governor.token].dep_ == "amod":
        return node.pos_ in {"NOUN", "PROPN"} and not _counts(start, node)
    joined = node.i != start.i and start.dep_ == "conj" and not any(c.lower_ in {"or", "nor"} for c in start.children)
    return not (joined and governor.rank == _NEGATION)


def _counts(start: Token, node: Token) -> bool:
    return (_is_number(start) and start.i == node.i) or (_is_number(start) and start.head.i == node.i)


def _stays(node: Token, start: Token) -> bool:
    """Tell whether a word's head is still in the claim's own clause."""
    if node.dep_ == "nsubj:pass":
        return _is_number(start) or _happens(node.head)
    return node.dep_ != "ccomp"


def _is_number(word: Token) -> bool:
    """Tell whether a word counts people ("12", "a", "dozens"), so that the claim is a figure."""
    return word.pos_ in {"NUM", "DET"} or word.lower_ in VAGUE_LOWS


def _act_of(number: Token) -> Token:
    """Return the participle that says what became of the people counted ("26 dead", "30 people killed"), if any."""
    if not _is_number(number):
        return number
    people = number.head if number.dep_ == "nummod" else number
    acts = (c for c in people.children if c.dep_ in {"acl", "acl:relcl", "amod"} and c.lower_ in measure_words())
    return next((act for act in acts if act.dep_ == "acl:relcl"), number)


def _leads_on(node: Token, start: Token) -> bool:
    """Tell whether what governs a word's head governs the word too."""
    if node.head.i == node.i:
        return False
    return node.dep_ in _ALWAYS or (node.dep_ in _SOMETIMES and _SOMETIMES[node.dep_](node, start))


def _object_leads_on(node: Token, start: Token) -> bool:
    verb = node.head.lower_
    return _is_number(start) or verb in measure_words() or verb in table().words["light"]


def _phrase_leads_on(node: Token, start: Token) -> bool:
    head = node.head
    return head.lower_ in table().words["results"] or (head.pos_ == "ADJ" and _is_number(start))


def _subject_leads_on(node: Token, _start: Token) -> bool:
    return _is_future(node.head) or node.head.lower_ in _untrue()


def _noun_leads_on(node: Token, _start: Token) -> bool:
    head = node.head
    return head.lower_ in table().words["reports"] or _is_lie(head) or _is_toll(head, node)


def _joined_leads_on(node: Token, _start: Token) -> bool:
    return not any(c.dep_ in _SUBJECTS or c.dep_ == "aux" or c.lower_ == "but" for c in node.children)


def _participle_leads_on(node: Token, _start: Token) -> bool:
    return not any(c.dep_ in {"mark", "nsubj", "aux"} for c in node.children)


def _count_leads_on(_node: Token, start: Token) -> bool:
    return _is_number(start)


_SOMETIMES: Final[dict[str, Callable[[Token, Token], bool]]] = {
    "obj": _object_leads_on,
    "obl": _phrase_leads_on,
    "nsubj": _subject_leads_on,
    "acl": _noun_leads_on,
    "acl:relcl": _noun_leads_on,
    "nmod": _noun_leads_on,
    "conj": _joined_leads_on,
    "advcl": _participle_leads_on,
    "amod": _count_leads_on,
}


def _is_toll(head: Token, node: Token) -> bool:
    """Tell whether a word is what becomes of those counted below it ("the deaths of 30")."""
    return head.lower_ in measure_words() and node.dep_ != "acl:relcl"


def _is_future(verb: Token) -> bool:
    """Tell whether a verb speaks of its subject as it speaks of itself: "may have killed" leaves the blast itself."""
    return _happens(verb) and (verb.lower_ == "died" or not any(c.lower_ == "have" for c in verb.children))


def _happens(verb: Token) -> bool:
    """Tell whether a verb says that its subject happens, so that what holds of the verb holds of the subject."""
    lists = table().words
    return verb.lower_ in measure_words() or verb.lower_ in lists["happens"] | lists["light"]


@cache
def _untrue() -> frozenset[str]:
    return frozenset().union(*(r.words for r in table().above if "nsubj" in r.relations))


def _is_lie(head: Token) -> bool:
    return any(r.degree == "denied" and "nmod" in r.relations and head.lower_ in r.words for r in table().above)


def _above(node: Token, *, counts: bool) -> Iterator[Governor]:
    """Yield the governor that a word's head is, by the first rule that fits it.

    `counts` is for a number of people that is no outcome.
    """
    head, relation = node.head, node.dep_
    if head.i == node.i:
        return
    said = head.lower_
    for rank, rule in enumerate(table().above):
        if relation not in rule.relations or (rule.through is None and said not in rule.words):
            continue
        if rule.figures and not counts:
            continue
        word = _named(rule, node)
        if word is not None and _fits(rule, node):
            yield Governor(int(word.i), rule.degree, rule.why, rank if rule.degree == "denied" else 20 + rank)
            return


def _named(rule: _Rule, node: Token) -> Token | None:
    """Return the rule's word above a word: its head, or what its head calls it ("called the reports false")."""
    if node.head.lower_ in rule.words:
        return node.head
    called = node.head.children if rule.through is not None and node.dep_ == "obj" else ()
    return next((c for c in called if c.i > node.i and c.lower_ in rule.words), None)


def _fits(rule: _Rule, node: Token) -> bool:
    if rule.through is not None and node.lower_ not in rule.through:
        return False
    if node.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ not in _JOINING for c in node.children):
        return False
    opened = node.dep_ in {"nmod", "obl", "obj"} or (node.dep_ == "acl" and "to" in rule.case)
    if rule.case and opened and not any(c.dep_ in {"case", "mark"} and c.lower_ in rule.case for c in node.children):
        return False
    beside = {c.dep_ for c in node.head.children}
    return not rule.passive or ("aux:pass" in beside and "obl:agent" not in beside)


def _beside(node: Token) -> Iterator[Governor]:
    """Yield the words on a word itself that say how certain it is."""
    for child in node.children:
        if _negates(child, node):
            yield _negated(child, node)
        for rank, rule in enumerate(table().beside):
            if _stands_beside(child, node, rule):
                yield _helped(child, node, rule, rank)


def _negated(child: Token, node: Token) -> Governor:
    """Return what "not" makes of a claim: what is not confirmed is not denied."""
    if node.lower_ in table().words["confirming"]:
        return Governor(int(child.i), "hedged", "nobody confirms it", _NEGATION)
    return Governor(int(child.i), "denied", "it is said not to be so", _NEGATION)


def _stands_beside(child: Token, node: Token, rule: _Rule) -> bool:
    if child.lower_ not in rule.words or child.dep_ not in rule.relations:
        return False
    return abs(child.i - node.i) <= _NEAR[child.dep_] and (not rule.figures or node.lower_ in measure_words())


def _helped(child: Token, node: Token, rule: _Rule, rank: int) -> Governor:
    """Return what a helping verb makes of its verb: "may have died" is doubt, "may die" is not yet."""
    perfect = child.lower_ in _DOUBTS and any(_is_doubted(c, child) for c in node.children)
    if child.dep_ == "aux" and perfect:
        return Governor(int(child.i), "hedged", "a verb of doubt", 11)
    return Governor(int(child.i), rule.degree, rule.why, (10 if child.dep_ == "mark" else 40) + rank)


def _is_doubted(word: Token, helper: Token) -> bool:
    """Tell whether a helping verb speaks of what is, not of what is to come: "may have died", "may be as high as"."""
    return word.lower_ == "have" or (word.dep_ == "cop" and helper.lower_ != "could")


def _negates(child: Token, node: Token) -> bool:
    negators = table().words["negators"]
    if child.dep_ in _SUBJECTS and node.pos_ in _VERBS:
        return child.lower_ in negators or any(_is_no(c, negators) for c in child.children if c.dep_ == "det")
    return child.dep_ in {"advmod", "det"} and _is_no(child, negators)


def _is_no(word: Token, negators: frozenset[str]) -> bool:
    if word.lower_ not in negators:
        return False
    return word.i + 1 == len(word.doc) or word.nbor().lower_ not in table().words["after_negator"]
