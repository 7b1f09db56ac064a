"""Which words of a report stand for people: by name, by role, by what they do; and what is known of them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sijill.extract.calendar_words import MONTHS, WEEKDAYS
from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHE: Final = frozenset({"she", "her", "hers", "herself"})
HE: Final = frozenset({"he", "him", "his", "himself"})
THEY: Final = frozenset({"they", "them", "their", "theirs", "themselves"})
PERSONAL: Final = SHE | HE | THEY
FIRST: Final = frozenset({"i", "me", "my", "mine", "myself"})
RELATIVE: Final = frozenset({"who", "whom", "whose"})
OTHERS: Final = frozenset(
    {"i", "we", "you", "it", "this", "that", "which", "there", "what", "nobody", "nothing", "us", "me", "our", "my"}
)
FEW_OF: Final = frozenset({"none", "all", "both", "neither", "some", "each", "either", "most", "many", "few"})
"""Words that take their meaning from the people before: "none of them would be named"."""
KUNYA: Final = frozenset({"abu", "umm", "um", "om", "abou", "oum"})
HONORIFICS: Final = KUNYA | {
    "dona", "mama", "papa", "ma", "ko", "daw", "ka", "mr", "mrs", "ms", "miss", "tante", "auntie", "mzee", "nana",
    "sister", "brother", "uncle", "aunt", "doña", "señora", "madame", "mme", "baba", "haji", "hajji", "bibi",
    "ibu", "bapak", "pak", "mbak", "kuya", "ate", "lola", "lolo", "nanay", "tatay", "hajja", "hajjah", "khala", "teyze",
    "abla", "didi", "bhai", "amma", "akka", "tia", "tio", "tía", "tío", "seu", "señor", "khalto", "sayyida",
    "grandmother", "grandfather", "grandma", "grandpa", "granny", "abuela", "abuelo", "babushka", "nonna",
}  # fmt: skip
SUBJECT: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
NOMINAL: Final = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_PLACES: Final = frozenset({"GPE", "LOC", "ORG", "FAC"})
_ENDINGS: Final = ("er", "or", "ist", "ian", "man", "woman", "ee", "ant")
_PLURALS: Final = frozenset({"men", "women", "people", "children", "personnel", "both", "police"})
CALENDAR: Final = frozenset({word.title() for word in MONTHS | WEEKDAYS} | {"Ramadan", "Eid", "Christmas", "Easter"})
_COMMA_AND_NAME: Final = 2
_HYPHEN_AND_FIRST: Final = 2
_SHORTEST_ROLE: Final = 5
_SHORTEST_QUOTE: Final = 4


@cache
def words_for() -> dict[str, frozenset[str]]:
    """Return the lists of `data/hiders.toml`."""
    source = resources.files("sijill.extract") / "data" / "hiders.toml"
    lists: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}


@cache
def _barred() -> frozenset[str]:
    lists = words_for()
    return lists["bodies"] | lists["belongings"] | lists["kept_back"] | PERSONAL | OTHERS | FEW_OF | RELATIVE


def may_hide(head: Token) -> bool:
    """Tell whether a word may stand for people: not a body, a belonging, the dead, or who speaks in general."""
    word = singular(head)
    barred = word in _barred() or head.lower_ in _barred()
    return head.pos_ in NOMINAL and (not barred or _is_a_head_of_people(head)) and not _of_a_body(head)


def _is_a_head_of_people(head: Token) -> bool:
    """Tell whether "head" is whoever leads ("a village head"), nobody's own head."""
    kinds = {child.dep_ for child in head.children}
    return head.lower_ in {"head", "heads"} and "compound" in kinds and "nmod:poss" not in kinds


def could_hide(head: Token) -> bool:
    """Tell whether a word stands for people by itself or by what it does, so that it may be meant."""
    if is_person(head):
        return True
    told = (speaks(head) and head.ent_type_ not in _PLACES) or _is_told_of(head)
    return told and may_hide(head) and (not head.like_num or head.lower_ == "one" or _is_told_of(head))


def is_person(head: Token) -> bool:
    """Tell whether a word stands for people by itself: a name, a role of the list, or an ending such as "-er"."""
    word = singular(head)
    named = head.pos_ == "PROPN" and head.ent_type_ not in _PLACES and not _has_the(head) and head.text not in CALENDAR
    return may_hide(head) and not head.like_num and (named or is_role(word))


def is_role(word: str) -> bool:
    """Tell whether a word in the singular is one for people: of the list, or by its ending."""
    lists, last = words_for(), word.rsplit("-", 1)[-1]
    if word in lists["people"] or last in lists["people"]:
        return True
    return word.endswith(_ENDINGS) and len(word) >= _SHORTEST_ROLE and word not in lists["things_by_ending"]


def is_name(head: Token) -> bool:
    """Tell whether a word is a person's name: one with a capital that is no role ("Witnesses"), place or body."""
    first = head.is_title and head.i == head.left_edge.i and head.pos_ == "NOUN"  # "Blessing", which is a word too
    return (head.pos_ == "PROPN" or first) and is_person(head) and singular(head) not in words_for()["people"]


def is_open(head: Token, *, by_fear: bool) -> bool:
    """Tell whether a person is introduced by a title and a name, or, where only fear is spoken of, by a full name."""
    named = name_around(head)
    if named is None or named.lower_ in HONORIFICS:
        return False
    titled = any(child.dep_ == "nmod:desc" and child.lower_ not in HONORIFICS for child in named.children)
    return is_full(named) and (by_fear or titled or named.i != head.i)


def is_full(named: Token) -> bool:
    """Tell whether a name is of more than one word, an honorific or an initial at its end left aside."""
    if named.lower_.rstrip(".") in HONORIFICS:
        return sum(_counts(token) for token in named.subtree if token.dep_ == "flat") > 1
    return any(child.dep_ == "flat" and _counts(child) for child in named.children) or _has_a_name_before(named)


def _has_a_name_before(named: Token) -> bool:
    """Tell whether a given name that the reader took for an adjective stands before it: "chief Innocent Barahira"."""
    before = named.i > named.sent.start and named.nbor(-1)
    return bool(
        before and before.is_title and before.dep_ == "amod" and before.i > named.sent.start and before.is_alpha
    )


def name_around(head: Token) -> Token | None:
    """Return the name at a head, its own or one beside it ("the governor, Ibrahim Saleh")."""
    if head.pos_ == "PROPN":
        return head
    beside = (c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    return next(beside, None) or _after_a_comma(head)


def _after_a_comma(head: Token) -> Token | None:
    """Return the name that a comma parts from a subject and that the reader took for another subject of its verb."""
    found = head.doc[head.i + 1 : head.i + 3]
    if head.dep_ not in SUBJECT or len(found) < _COMMA_AND_NAME or found[0].text != ",":
        return None
    name = found[1]
    return name if name.pos_ == "PROPN" and name.dep_ in SUBJECT and name.head.i == head.head.i else None


def speaks(head: Token) -> bool:
    """Tell whether the words at a head are the subject of a verb of saying, or stand after "according to"."""
    if any(child.lower_ == "according" for child in head.children):
        return True
    verb = head.head
    told = [one for one in (verb, *verb.children) if one.i == verb.i or one.dep_ == "conj"]
    tells = any(one.lower_ in verbs_of_saying() for one in told) or any(c.dep_ == "ccomp" for c in verb.children)
    return head.dep_ in SUBJECT and tells


def whole(part: Token) -> Token:
    """Return the first word of the name that a word is the last of: "Bwambale, who" tells of Joseph Bwambale."""
    while part.dep_ == "flat" and part.head.pos_ == "PROPN":
        part = part.head
    return part


def is_plural(head: Token) -> bool:
    """Tell whether a word stands for several people."""
    return head.lower_ in _PLURALS or singular(head) != head.lower_ or any(c.dep_ == "conj" for c in head.children)


def agrees(head: Token, pronoun: str) -> bool:
    """Tell whether a personal pronoun in small letters may mean the people at a head."""
    if pronoun not in HE | SHE:
        return True
    other = words_for()["men" if pronoun in SHE else "women"]
    about = {
        head.lower_,
        *(child.lower_.rstrip(".") for child in head.children if child.dep_ in {"nmod:desc", "appos"}),
    }
    return not is_plural(head) and not about & other


def singular(head: Token) -> str:
    """Return a noun in small letters without the ending of the plural, near enough to look it up in a list."""
    word: str = head.lower_
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and word != "s" else word


def _counts(part: Token) -> bool:
    """Tell whether a part of a name is more than an initial, and no second half of a given name ("Jean-Claude")."""
    return part.is_alpha and len(part) > 1 and not is_second_half(part)


def is_second_half(part: Token) -> bool:
    """Tell whether a hyphen joins a word to the one before it, which is the first of its name or of its sentence."""
    if part.i < _HYPHEN_AND_FIRST or part.nbor(-1).text != "-" or part.nbor(-1).whitespace_:
        return False
    return part.head.i == part.i - _HYPHEN_AND_FIRST and not part.nbor(-2).whitespace_


def _is_told_of(head: Token) -> bool:
    """Tell whether "who" follows a noun: only people are told of so."""
    clauses = [child for child in head.children if child.dep_.startswith("acl")]
    near = [token for clause in clauses for token in clause.children]
    owned = (token for one in near for token in one.children)
    return any(token.lower_ in {"who", "whom"} for token in near) or any(token.lower_ == "whose" for token in owned)


def _has_the(head: Token) -> bool:
    """Tell whether a name stands after "the", as those of papers and bodies do ("The Chronicle")."""
    return any(child.lower_ == "the" for child in head.children) and not any(c.dep_ == "flat" for c in head.children)


def _of_a_body(head: Token) -> bool:
    return head.pos_ == "PROPN" and head.ent_type_ == "ORG" and _has_the(head)


def is_quoted(token: Token) -> bool:
    """Tell whether a word stands within what somebody is quoted as saying, not a name in quotation marks alone."""
    known = token.doc.user_data.get("quoted")
    if known is None:
        known = _quoted(token.doc)
        token.doc.user_data["quoted"] = known
    return token.i in known


def _quoted(doc: Doc) -> frozenset[int]:
    """Return the words of a report within quotation marks, of quotes of several words in one paragraph."""
    marks = [token.i for token in doc if token.text == '"' or "\n\n" in token.text]
    found: set[int] = set()
    opened: int | None = None
    for at in marks:
        if doc[at].text != '"':
            opened = None
        elif opened is None:
            opened = at
        else:
            found.update(range(opened, at) if at - opened > _SHORTEST_QUOTE else ())
            opened = None
    return frozenset(found)
