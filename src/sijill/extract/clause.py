"""The shortest words of a report that state a claim: what is quoted when the claim is shown."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from sijill.extract.words import subtree

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

    from sijill.extract.words import Page
    from sijill.model import Evidence
    from sijill.reading import TriggerCue

_LONGEST = 30
"""Most words that a quoted clause takes in on either side of its number or trigger."""

_COUNTING = frozenset({"nummod", "det", "amod"})
_NOUNS = frozenset({"NOUN", "PROPN", "NUM"})
_OPENING = frozenset({"case", "mark", "fixed"})
_REASONS = frozenset({"because", "fearing"})
_HELPING = frozenset({"had", "has", "have"})
_LEADING = _HELPING | {"also", "earlier", "first", "initially", "originally", "previously"}
_OWNED = frozenset({"her", "his", "its", "the", "their"})
_BESIDE = 9
"""Words behind a number within which one more person is named."""
_FEW = 4
"""Words before a clause among which those of _LEADING stand."""


def quoted_clause(page: Page, start: int, end: int, cue: TriggerCue) -> Evidence:
    """Return the clause of a cue as evidence: its words, its people and the verb that governs it.

    `start` and `end` are the characters of the number or trigger, which the clause always covers.
    """
    first, last = cue.start, cue.end
    sentence = page.sentence(cue.start)
    verb = _governor(page, cue)
    around = [cue.start, cue.end - 1, _first_joined(page.doc[cue.start : cue.end].root)]
    if sentence.start <= verb < sentence.end and abs(verb - cue.start) <= _LONGEST:
        around.append(verb)
    if cue.victims and cue.victims.holds and sentence.start <= cue.victims.start < sentence.end:
        around += [cue.victims.start, cue.victims.end - 1]
    first, last = min([first, *around]), max([last, *(t + 1 for t in around)])
    first -= _told_before(page.doc[sentence.start : first])
    last = max(last, _one_more(page.doc[cue.start : cue.end].root))
    low, high = page.chars(max(first, sentence.start), min(last, sentence.end))
    return page.evidence_at("claim", min(low, start), max(high, end))


def _told_before(before: Sentence) -> int:
    """Return how many words right before a clause tell how its number stands to others: "also", "had earlier"."""
    leading = list(takewhile(lambda word: word.lower_ in _LEADING, reversed(before[-_FEW:])))
    told = any(word.lower_ not in _HELPING for word in leading)
    return len(leading) if told else 0


def _one_more(number: Token) -> int:
    """Return the end of one person joined to the people of a number: "12 children and their headmaster"."""
    people = number.head if number.dep_ in _COUNTING else number
    joined = (c for c in people.children if c.dep_ == "conj" and c.pos_ == "NOUN" and 0 < c.i - number.i <= _BESIDE)
    person = next((c for c in joined if any(d.lower_ in _OWNED for d in c.children)), None)
    if person is None or any(word.pos_ in {"VERB", "NUM"} for word in number.doc[number.i + 1 : person.i]):
        return 0
    before = number.nbor(-1) if number.i else number
    done_to = before.pos_ == "VERB" or (not people.dep_.startswith("nsubj") and people.head.i < number.i)
    return 0 if _goes_on(person, subject=done_to) else int(person.i) + 1


def _goes_on(person: Token, *, subject: bool) -> bool:
    """Tell whether the words behind a person tell what he did: "and the president declared", "their doctor, who"."""
    behind = person.doc[person.i + 1 : min(person.i + 1 + _BESIDE, person.sent.end)]
    clause = list(takewhile(lambda word: not word.is_punct, behind))
    verb = any(word.pos_ in {"VERB", "AUX"} and not word.lower_.endswith("ing") for word in clause)
    after = behind[len(clause) :][:2]
    return (subject and verb) or any(word.lower_ in {"who", "whose"} for word in (*behind[:1], *after))


def _first_joined(number: Token) -> int:
    """Return the first word of the people to whom those of a number are joined ("a commander and four others").

    It is the number's own where they are joined to nobody near.
    """
    people = number.head if number.dep_ in _COUNTING else number
    if people.dep_ != "conj" or people.head.pos_ not in _NOUNS:
        return int(number.i)
    words = (token for token in people.head.subtree if not token.is_punct)
    first = min((int(token.i) for token in words), default=int(number.i))
    return first if number.i - first <= _LONGEST else int(number.i)


def _governor(page: Page, cue: TriggerCue) -> int:
    """Return the nearest verb above a cue (or the cue's own head), as a token index."""
    token = page.doc[cue.start : cue.end].root
    for _ in range(4):
        if token.pos_ == "VERB" or token.head.i == token.i:
            break
        token = token.head
    return int(token.i)


def reason_of(page: Page, cue: TriggerCue) -> Evidence | None:
    """Return the stated reason of a happening ("because of anger over ..."), None where none is stated."""
    token = page.doc[_governor(page, cue)]
    for child in token.rights:
        opens = {t.lower_ for t in child.children if t.dep_ in _OPENING} | {child.lower_}
        if not opens.isdisjoint(_REASONS):
            low, high = subtree(child)
            return page.evidence("reason", low, high, "words that open a reason")
    return None
