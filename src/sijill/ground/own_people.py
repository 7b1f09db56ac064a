"""People of the body that speaks of them: "the Red Crescent said three of its workers were wounded".

Only rescuers, medics and aid groups are asked: what an army says of "its members" may be of its enemy's. Invariant:
"its" is never a person's nor several people's, nor the speaker's where the clause is about another ("said that the
militia had lost nine of its members").
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from sijill.model import Claim

_OWN: Final = re.compile(
    r"(?P<whose>(?:its|our|his|her|their) own|its|our)(?: [\w-]+){0,2}"
    r" (?P<people>colleagues?|crew|crewmembers|drivers?|employees?|members?|paramedics|staff|staffers|teams?"
    r"|volunteers?|workers?)",
    re.IGNORECASE,
)
_BODY: Final = re.compile(
    r"(?:(?!(?:and|at|by|for|from|in|of|with)\b)[\w.'\u2019-]+ ){0,6}"
    r"(?:agency|ambulances?|centre|center|charity|clinic|committee|crescent|cross|defen[cs]e|department|federation|group"
    r"|helmets|hospital|icrc|ifrc|ministry|msf|organi[sz]ation|sams|service|society|team"
    r"|(?:without|sans) (?:borders|fronti[e\u00e8]res))(?: (?:at|for|in|of) .+)?",
    re.IGNORECASE,
)
"""Who may say "its" of itself: "the Red Cross", "Al-Quds Hospital", never "a doctor at the hospital"."""
_PEOPLE_AS_BODY: Final = re.compile(r"(?:group|team) of (?!the )|^(?:some|several|two|three|many) ", re.IGNORECASE)
_RESCUERS: Final = re.compile(
    r"\b(?:red (?:cross|crescent)|icrc|ifrc|helmets|defen[cs]e|rescue|ambulances?|volunteer)\b", re.IGNORECASE
)
_RESCUERS_OWN: Final = re.compile(r"(?:driver|member)s?", re.IGNORECASE)
"""People whom others have as well: parties have members, and bus companies drivers."""
_HARMING: Final = frozenset(
    {"abducted", "abducting", "arrested", "arresting", "beat", "beaten", "beheaded", "captured", "detained"}
    | {"detaining", "executed", "held", "hit", "hurt", "injured", "injuring", "kidnapped", "kidnapping", "kill"}
    | {"killed", "killing", "murdered", "seized", "shot", "struck", "took", "wounded", "wounding"}
)
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_AT: Final = frozenset({"against", "at", "in", "inside", "near", "on"})


def with_own_people(claim: Claim, doc: Doc, char: int, told: int) -> Claim:
    """Return a claim whose people are those of the rescuers or medics who speak, as such.

    `char` is where its number stands in the cleaned text, `told` where the words of its source end.
    """
    figure = claim.figure
    if figure is None or figure.category == "unspecified" or claim.source.kind != "medical":
        return claim
    own = _OWN.fullmatch(figure.victims or "")
    if own is None or not _is_the_speakers(own, claim.source.worded or "", _clause(doc, char, told)):
        return claim
    return replace(claim, figure=replace(figure, category="aid_or_medical"))


def _is_the_speakers(own: re.Match[str], speaker: str, clause: Sequence[Token]) -> bool:
    """Tell whether people called "its" or "our" are the speaker's; `clause` goes from who speaks to the number."""
    whose = own["whose"].lower()
    if whose.startswith("our"):
        return True
    if whose.startswith("its") and not _may_have(speaker, own["people"]):
        return False
    number, others = clause[-1], _others(clause)
    return all(whose == "its" and _does_harm(other, number) for other in others)


def _may_have(speaker: str, people: str) -> bool:
    """Tell whether a speaker is a body that may have such people."""
    if _BODY.fullmatch(speaker) is None or _PEOPLE_AS_BODY.search(speaker):
        return False
    return _RESCUERS_OWN.fullmatch(people) is None or _RESCUERS.search(speaker) is not None


def _clause(doc: Doc, char: int, told: int) -> list[Token]:
    """Return the words of a number's sentence up to it, from who speaks where that stands before it."""
    number = next(word for word in doc if word.idx + len(word) > char)
    return [word for word in number.sent if word.i <= number.i and (word.idx >= told or told > char)]


def _others(clause: Sequence[Token]) -> list[Token]:
    """Return the nouns that are subjects before a number: not the people counted themselves."""
    counted = {word.i for word in (clause[-1], *clause[-1].ancestors)}
    subjects = (word for word in clause if word.dep_ in _SUBJECTS and word.pos_ in _NOUNS)
    return [word for word in subjects if word.i not in counted]


def _does_harm(subject: Token, number: Token) -> bool:
    """Tell whether a subject harms those counted, and names nobody else whose people they may be."""
    verb = next((word for word in number.ancestors if word.pos_ == "VERB"), None)
    harms = subject.dep_ == "nsubj" and {subject.head.lower_, verb.lower_ if verb else ""} <= _HARMING
    return harms and not any(_is_struck(word) for word in subject.subtree)


def _is_struck(word: Token) -> bool:
    """Tell whether a noun says whom an attack struck ("an attack on a mine")."""
    return word.dep_ == "nmod" and word.pos_ in _NOUNS and any(child.lower_ in _AT for child in word.children)
