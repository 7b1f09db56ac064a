"""Whom a claim blames: never those whom it counts as harmed, nor those who only say what another did.

Who clashes is both doer and target of the clash, so for happenings the same words may be both. A blame that words do
not bear out is taken back; none is made here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from sijill.extract.measure_words import words
from sijill.extract.people import SUBJECT
from sijill.reading import NumberCue, TriggerCue, text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from sijill.reading import Pointer

_WHO: Final = frozenset({"that", "what", "which", "who", "whom", "whose"})
_ANSWERING: Final = frozenset(
    {"comment", "commented", "declined", "denied", "denies", "deny", "denying", "disputed", "disputes"}
) | frozenset({"dismissed", "dismisses", "rejected", "rejects", "responded"})
_NEAR: Final = 160
"""Characters between the start of a sentence and what is done in it."""
_ABOVE: Final = 2_000
"""Characters above a sentence in which a place may have been named."""
_OF: Final = 2
_ACCUSING: Final = frozenset({"accuse", "accused", "accuses", "accusing", "blame", "blamed", "blames", "blaming"})
_FINDING: Final = frozenset(
    {"discovered", "find", "finds", "found", "recovered", "retrieved", "uncovered", "unearthed"}
)
_WORDS: Final = frozenset({"condemn", "demand", "deny", "negotiate", "other", "sanction", "threaten"})
_BODIES: Final = frozenset({"bodies", "body", "corpses", "corpse", "dead", "remains", "skeletons"})
_UNDERGOING: Final = frozenset({"nsubj:pass", "obj"})
_DOING: Final = frozenset({"nsubj", "obl:agent"})
_STRIKING: Final = frozenset({"bombardment", "bombing", "capture", "raid", "seizure", "shelling", "siege", "storming"})
_FINITE: Final = frozenset({"are", "had", "has", "is", "was", "were"})
_DONE_BY: Final = re.compile(
    r"(?:\A|\n)\s*(?:(?:also|and|meanwhile),? )?(?:elsewhere )?(?:at|in|near|outside) (?P<where>[^,;\n]{2,40}),"
    r" (?:an?|another) (?:[\w-]+ ){0,3}?"
    r"(?:ambush|assault|attack|barrage|blast|bomb(?:er|ing)?|drone|explosion|grenade|gunm[ae]n|mine|missile|mortar"
    r"|raid|rocket|shell|sniper|strike)(?: \w+ing)?"
    r" (?:also )?(?:(?:has|had) )?(?:killed|kills|injured|left|shot|wounded|claimed)?(?: dead)?"
    r"(?: at least| about| some)?\s*\Z",
    re.IGNORECASE,
)
"""A place, and what did something there and is brought in as new, up to the number of those whom it harmed."""
Cue = TypeVar("Cue", NumberCue, TriggerCue)
_SAYING: Final = frozenset(
    {"alleges", "alleged", "allege", "says", "said", "say", "claims", "claimed", "claim", "reports", "reported"}
    | {"believes", "believed", "believe", "insists", "insisted", "maintains", "maintained"}
)


def rightly_blamed(doc: Doc, cue: Cue) -> Cue:
    """Return a mention without the perpetrator that its words speak against."""
    blamed = cue.perpetrator
    if blamed is None or not blamed.holds:
        return cue
    harmed = isinstance(cue, NumberCue) and _overlap(blamed, cue.victims)
    false = (
        harmed
        or _only_alleges(doc[blamed.start : blamed.end].root)
        or _tells_of_another(doc, cue)
        or _is_by_another(doc, cue, blamed)
        or _is_clause(doc[blamed.start : blamed.end])
        or _only_answers(doc, cue, blamed)
        or _is_struck(doc, blamed.start)
        or (cue.happening[0].label not in _WORDS and _accuses(doc[blamed.start : blamed.end].root))
        or (isinstance(cue, NumberCue) and _finds(doc[cue.start : cue.end].root, doc[blamed.start : blamed.end].root))
    )
    return replace(cue, perpetrator=None) if false else _doer_or_target(doc, cue, blamed)


def _doer_or_target(doc: Doc, cue: Cue, blamed: Pointer) -> Cue:
    """Return a happening in which the same words are doer and target with what the syntax makes of them, if anything.

    Who fights may be both; who flees is no doer.
    """
    harmed, word = cue.victims, doc[blamed.start : blamed.end].root
    if isinstance(cue, NumberCue) or harmed is None or (harmed.start, harmed.end) != (blamed.start, blamed.end):
        return cue
    act = doc[cue.start : cue.end].root
    if cue.happening[0].label == "displacement" or word.dep_ in _UNDERGOING or _is_said_of(act, word):
        return replace(cue, perpetrator=None)
    doing = word.dep_ in _DOING and word.head == act and cue.happening[0].label != "armed_clash"
    return replace(cue, victims=None) if doing else cue


def _accuses(blamed: Token) -> bool:
    """Tell whether who is blamed only blames another for what is told: "an attack that the West blames on rebels"."""
    verb = blamed.head
    unnamed = not any(child.dep_ == "obj" for child in verb.children)
    return blamed.dep_ == "nsubj" and blamed.i < verb.i and verb.lower_ in _ACCUSING and not unnamed


def _finds(number: Token, blamed: Token) -> bool:
    """Tell whether who is blamed only found those counted: "police found two more bodies"."""
    people = number.head if number.dep_ in {"nummod", "det"} else number
    verb = people.head
    if people.dep_ != "obj" or verb.lower_ not in _FINDING or blamed.dep_ != "nsubj" or not _is_subject(blamed, verb):
        return False
    return people.lower_ in _BODIES or any(child.lower_ == "dead" for child in verb.children)


def _is_subject(word: Token, verb: Token) -> bool:
    """Tell whether a word is the subject of a verb, or of the one to which that is joined."""
    return word.head in (verb, verb.head if verb.dep_ == "conj" else verb)


def _is_said_of(act: Token, word: Token) -> bool:
    """Tell whether a past participle only says what befell those before it: "fighters accused of atrocities"."""
    return act.dep_ == "acl" and act.head == word and act.lower_.endswith(("ed", "en"))


def _overlap(blamed: Pointer, harmed: Pointer | None) -> bool:
    """Tell whether the same words are blamed and harmed."""
    return harmed is not None and harmed.holds and harmed.start < blamed.end and blamed.start < harmed.end


def _only_alleges(blamed: Token) -> bool:
    """Tell whether somebody only says what something did ("a strike that the government alleges killed 15")."""
    verb = blamed.doc[blamed.i + 1] if blamed.i + 2 < len(blamed.doc) else blamed
    return verb.lower_ in _SAYING and words().get(blamed.doc[verb.i + 1].lower_) is not None


def _tells_of_another(doc: Doc, cue: Cue) -> bool:
    """Tell whether who is blamed says what another did: "the government said 60 missiles struck the capital"."""
    if cue.source is None or cue.perpetrator is None or not _overlap(cue.perpetrator, cue.source):
        return False
    speaker = doc[cue.source.start : cue.source.end].root
    told = next((one for one in speaker.head.children if one.dep_ == "ccomp" and one.i > speaker.i), None)
    if speaker.dep_ != "nsubj" or told is None or not speaker.head.i < cue.start < speaker.sent.end:
        return False
    doer = next((one for one in told.children if one.dep_ in SUBJECT), None)
    own = any(one.pos_ == "PRON" for one in doc[speaker.head.i + 1 : cue.start])
    return doer is not None and doer.pos_ in {"NOUN", "PROPN"} and not own


def _is_by_another(doc: Doc, cue: Cue, blamed: Pointer) -> bool:
    """Tell whether words above are blamed for what "a roadside bomb" did that is told of in a place of its own."""
    text, start, at = text_of(doc), doc[cue.start].sent.start_char, doc[cue.start].idx
    above = doc[blamed.start].sent
    if at - start > _NEAR or not above.start_char <= doc[blamed.start].idx < start:
        return False
    found = _DONE_BY.match(text[start:at])
    return (
        found is not None and found["where"].lower() not in text[max(above.start_char, start - _ABOVE) : start].lower()
    )


def _is_clause(blamed: Span) -> bool:
    """Tell whether words that are blamed tell what was done, and to name nobody: "Atmeh was fired from Aleppo"."""
    verb = next((n for n, word in enumerate(blamed) if word.pos_ == "AUX" and word.lower_ in _FINITE), None)
    return verb is not None and _WHO.isdisjoint(word.lower_ for word in blamed[:verb])


def _only_answers(doc: Doc, cue: Cue, blamed: Pointer) -> bool:
    """Tell whether who is blamed only denies it, or says nothing, in another sentence than the mention's."""
    word, home = doc[blamed.start : blamed.end].root, doc[cue.start].sent
    verb = word.head
    return not home.start <= word.i < home.end and word.dep_ == "nsubj" and verb.lower_ in _ANSWERING


def _is_struck(doc: Doc, start: int) -> bool:
    """Tell whether words that are blamed name what was struck, or the act as well: "shelling of Monywa"."""
    if doc[start].lower_ in _STRIKING and start + 1 < len(doc) and doc[start + 1].lower_ == "of":
        return True
    return start >= _OF and doc[start - 1].lower_ == "of" and doc[start - _OF].lower_ in _STRIKING
