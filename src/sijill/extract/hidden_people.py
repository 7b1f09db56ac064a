"""Every person or group of people of a report who hides, source of a claim or not, and who is meant by later words.

A source that is such a person is protected throughout the report. Where syntax leaves open who hides, the nearest
person is taken; bodies, and others of the same sentence, are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sijill.extract.anonymity import Hiding, hidings
from sijill.extract.calendar_words import MONTHS
from sijill.extract.endangered import endangered
from sijill.extract.hiders import hiders_of, is_sure_of_the_open, meant_by
from sijill.extract.lone_names import lone_names, unlengthened
from sijill.extract.no_danger import is_a_place
from sijill.extract.of_all import of_all
from sijill.extract.people import KUNYA, PERSONAL, RELATIVE, SUBJECT, is_name, is_open, is_plural, speaks
from sijill.extract.told_danger import told_in_danger
from sijill.extract.widened import around, lone, signed
from sijill.extract.words import subtree, trimmed, words
from sijill.model import HiddenPerson
from sijill.saying import verbs_of_saying

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Span, Token

    from sijill.extract.words import Page

_ASIDE: Final = ("acl", "appos", "parataxis", "punct", "case", "advcl", "ccomp", "cc", "conj", "discourse", "vocative")
_DEFINITE: Final = ("the ", "this ", "that ", "these ", "those ")
_NAME_PARTS: Final = frozenset({"PROPN", "INTJ", "X", "NOUN", "ADJ"})
_MORE_THAN_ONE: Final = 2
_SHORTEST: Final = 2
_LONGEST_BEFORE: Final = 8
_LONGEST_CLAUSE: Final = 16
_TOLD_APART: Final = frozenset({"one", "other", "another", "third", "second", "first"})
_HIDING: Final = frozenset(
    {
        "speaking",
        "talking",
        "requesting",
        "asking",
        "insisting",
        "lacking",
        "citing",
        "using",
        "identified",
        "known",
        "named",
        "called",
        "asked",
        "quoted",
        "hiding",
        "fearing",
    }
)
_KILLING: Final = frozenset({"assassinated", "kill", "killed", "killing", "kills", "murdered", "murdering"})
"""Verbs right before a name that syntax may take into the words for somebody: "a strike killed Abu Omar"."""
_OF_MANY: Final = frozenset(
    {"battalion", "brigade", "camp", "clan", "district", "families", "family", "foundation", "hospital", "household"}
    | {"mosque", "neighborhood", "neighbourhood", "school", "square", "street", "tribe", "village"}
)
_EVERYBODY: Final = frozenset({"villagers", "residents", "people", "locals", "civilians", "inhabitants", "families"})
_HIDES: Final = re.compile(
    r"name|identi|call|known|ask|anonym|fear|afraid|wish|want|refus|declin|spoke|said|told|condition|authori"
)
_SHOWN: Final = {"names": "asked", "danger": "fear"}
"""How somebody hides in words of the model, where it is not how the statement says so."""
_NO_NAMES: Final = frozenset({"the", "one", "two", "bin", "bint", "ibn", "abd", "von", "van", "der", "del"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hider:
    """One who hides: the head of the words that name the person, these words' tokens, and the statements."""

    head: Token
    start: int
    end: int
    name: str | None
    hidings: tuple[Hiding, ...]

    @property
    def reason(self) -> str | None:
        """The first reason that is given."""
        return next((hiding.reason for hiding in self.hidings if hiding.reason), None)


def hiders(page: Page) -> tuple[Hider, ...]:
    """Return every person of a report who hides, in the order of the words that name them."""
    page.doc.user_data["text_of"] = page.text.text
    found: dict[int, Hider] = {}
    for hiding in hidings(page.text.text):
        for number, head in enumerate(_heads(page.doc, hiding)):
            hider = found.get(head.i) or _hider(page.doc, head)
            found[head.i] = _told(hider, replace(hiding, name=None) if number else hiding)
        for head in _named_otherwise(page.doc, hiding, found):
            found[head.i] = _told(_hider(page.doc, head), hiding)
    for head in lone_names(page.doc):
        hider = _hider(page.doc, head)
        known = hider_at(page.doc, head.i, head.i + 1, tuple(found.values())) is not None
        if not (known or _is_dateline(page.doc[hider.start : hider.end]) or _is_of_many(page.doc, hider)):
            start, end = page.chars(hider.start, hider.end)
            found[head.i] = _told(hider, Hiding(start=start, end=end, how="first_name"))
    for head, said in told_in_danger(page.doc, page.reading.danger):
        known = hider_at(page.doc, head.i, head.i + 1, tuple(found.values())) is not None
        if not known and not _threatens(head) and not _is_dead(page.doc, _hider(page.doc, head)):
            start, end = page.chars(said.start, said.end)
            found[head.i] = _told(_hider(page.doc, head), Hiding(start=start, end=end, how="danger"))
    return tuple(found[at] for at in sorted(found))


def _is_dateline(named: Span) -> bool:
    """Tell whether words are where and when a report was written: "Kabul, 18 March 2016"."""
    return any(word.lower_ in MONTHS for word in named) and any(word.is_digit for word in named)


def _is_of_many(doc: Doc, hider: Hider) -> bool:
    """Tell whether a name is that of a family or place, or heads a row: "the Abu Hassan family", "- Monywa:"."""
    after = doc[hider.end].lower_ if hider.end < len(doc) else ""
    before = doc[hider.start - 1].text if hider.start else "\n"
    return after in _OF_MANY or (after == ":" and (before.isspace() or not before.isalnum()))


def _is_dead(doc: Doc, hider: Hider) -> bool:
    """Tell whether the words right before somebody tell of killing: who is dead is in no danger."""
    return hider.start > 0 and doc[hider.start - 1].lower_ in _KILLING


def hidden_people(page: Page, found: Iterable[Hider]) -> tuple[HiddenPerson, ...]:
    """Return those who hide with their words as evidence."""
    return tuple(_person(page, hider) for hider in found)


def hider_at(doc: Doc, start: int, end: int, found: Sequence[Hider]) -> Hider | None:
    """Return the one who hides that tokens `start`..`end` name: by word, name, pronoun, or "the resident" later on."""
    head = doc[start:end].root
    worded = words(doc, start, end)
    if head.lower_ in PERSONAL:
        stands_for = meant_by(head)
        return next((one for one in found if stands_for is not None and one.start <= stands_for.i < one.end), None)
    return next((one for one in found if _is(one, doc, head, worded)), None)


def _is(hider: Hider, doc: Doc, head: Token, worded: str) -> bool:
    """Tell whether words name one who hides."""
    if hider.start <= head.i < hider.end or worded.lower() == words(doc, hider.start, hider.end).lower():
        return True
    if any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", worded) for part in _parts_of(hider.name or "")):
        return True
    again = head.i > hider.head.i and worded.lower().startswith(_DEFINITE)
    return again and head.lower_ == hider.head.lower_ and len(worded.split()) <= _MORE_THAN_ONE


def _parts_of(name: str) -> list[str]:
    """Return a name and its parts that may stand for it: no particle, no initial, no kunya without what it is of."""
    parts = name.split()
    if parts and parts[0].lower() in KUNYA:
        parts = [" ".join(parts[:2]), *parts[2:]]
    told = [part for part in parts if len(part) > _SHORTEST and not part.islower() and part.lower() not in _NO_NAMES]
    return [name, *told] if name else []


def _heads(doc: Doc, hiding: Hiding) -> list[Token]:
    """Return the heads of those whom a statement is about, and for "names have been changed" all who speak."""
    span = doc.char_span(hiding.start, max(hiding.end, hiding.start + 1), alignment_mode="expand")
    if span is None or not len(span):
        return []
    if hiding.how == "danger":
        return [head for head in endangered(span) if not is_a_place(head)]
    heads = hiders_of(doc, span.start, span.end, by_fear=hiding.how == "fear") or _named(span, hiding)
    found = [head for head in heads if _hides(head, hiding)]
    if not heads and hiding.how == "asked" and not is_sure_of_the_open(span):
        found = around(span)
    if hiding.how == "names":
        everyone = [*found, *unlengthened(doc, all_of_them=True)]
        return [head for head in everyone if not is_open(head, by_fear=True)]
    return [*found, *(of_all(span, hiding) or signed(span)), *_named_in_plural(span, hiding)]


def _named_in_plural(span: Span, hiding: Hiding) -> list[Token]:
    """Return the lone names after a statement of several names: "we use their mothers' names, Sofija and Mara"."""
    after = span.doc[span.start : span.sent.end]
    told = hiding.how != "fear" and any(token.lower_ == "names" for token in after)
    return [name for name in lone(span.doc) if after.start <= name.i < after.end] if told else []


def _named(span: Span, hiding: Hiding) -> list[Token]:
    """Return the name that a statement gives, where nobody else is named ("She is called Nadia here")."""
    parts = re.split(r"[\s-]", hiding.name or "")
    return [token for token in span if token.text in parts and token.pos_ in _NAME_PARTS][:1]


def _named_otherwise(doc: Doc, hiding: Hiding, found: dict[int, Hider]) -> list[Token]:
    """Return the name that a statement gives, where it is not that of one who was found by it."""
    if hiding.name is None or any(hiding.name == (one.name or "") for one in found.values()):
        return []
    span = doc.char_span(hiding.start, hiding.end, alignment_mode="expand")
    return [] if span is None else _named(span, hiding)


def _hides(head: Token, hiding: Hiding) -> bool:
    """Tell whether fear makes a person hide: who speaks all the same, or has no more than a first name."""
    if hiding.how != "fear":
        return True
    return (speaks(head) or is_name(head)) and not _threatens(head) and not _is_everybody(head)


def _threatens(head: Token) -> bool:
    """Tell whether somebody makes the threat that a statement speaks of: "Gunmen threatened to kill the lawyer"."""
    return head.dep_ == "nsubj" and head.head.lower_.startswith("threaten")


def _is_everybody(head: Token) -> bool:
    """Tell whether a bare word for all of a place has the fear that all have there: "Villagers said they feared"."""
    return head.lower_ in _EVERYBODY and not any(c.dep_ not in {"punct", "det"} for c in head.children)


def _hider(doc: Doc, head: Token) -> Hider:
    start, end = _words_of(doc, head)
    return Hider(head=head, start=start, end=end, name=_name(doc, head), hidings=())


def _words_of(doc: Doc, head: Token) -> tuple[int, int]:
    """Return the noun phrase of a head as it stands, without what is told of it but what tells who it is."""
    start, end = subtree(head, without=_ASIDE)
    if _is_a_heading(head):
        return trimmed(doc, head.i, head.sent.end - head.sent[-1].is_punct)
    start, end = max(start, head.sent.start), min(end, head.sent.end)
    start = next((at + 1 for at in range(head.i - 1, start - 1, -1) if doc[at].lower_ in _KILLING), start)
    if is_name(head):
        while start > head.sent.start and doc[start - 1].is_title and doc[start - 1].pos_ in _NAME_PARTS:
            start -= 1
    return trimmed(doc, start, _with_relative(head, _with_participle(head, end)))


def _with_participle(head: Token, end: int) -> int:
    """Return the end of a noun phrase with the participle that follows it at once: "a woman selling bread"."""
    if end >= head.sent.end or end - head.i > _LONGEST_BEFORE or not _tells_who(head.doc[end], head):
        return end
    after = head.doc[end + 1 : head.sent.end]
    return next((int(t.i) for t in after if _ends_who(t)), int(head.sent.end))


def _with_relative(head: Token, end: int) -> int:
    """Return the end of a noun phrase with the clause that tells who is meant: "the woman who washes the bodies"."""
    at = end + 1 if head.lower_ in _TOLD_APART and end < head.sent.end and head.doc[end].text == "," else end
    if at >= head.sent.end or head.doc[at].lower_ not in {"who", "whose", "that"}:
        return end
    clause = next((c for c in head.children if c.dep_.startswith("acl") and c.left_edge.i <= at <= c.i), None)
    if clause is None:
        return end
    last = next((t.i for t in head.doc[at : clause.right_edge.i + 1] if t.is_punct), clause.right_edge.i + 1)
    return end if _HIDES.search(head.doc[at:last].text) or last - at > _LONGEST_CLAUSE else int(last)


def _is_a_heading(head: Token) -> bool:
    """Tell whether a sentence is but what a report tells of one person: "Woman, 31, tailor, from eastern Ghouta."."""
    sent = head.sent
    return (
        head.dep_ == "ROOT"
        and head.i == next((t.i for t in sent if not t.is_punct), -1)
        and len(sent) <= _LONGEST_CLAUSE
        and not any(token.pos_ in {"VERB", "AUX"} for token in sent)
    )


def _tells_who(after: Token, head: Token) -> bool:
    """Tell whether a participle after a noun says who is meant, not how somebody hides."""
    if after.lower_ in _HIDING or after.pos_ not in {"VERB", "ADJ"}:
        return False
    return after.text.endswith("ing") or (after.dep_ in {"acl", "amod"} and after.head.i == head.i)


def _ends_who(token: Token) -> bool:
    return token.is_punct or token.lower_ in RELATIVE or token.pos_ == "AUX" or token.lower_ in verbs_of_saying()


def _name(doc: Doc, head: Token) -> str | None:
    """Return the name of a head: its own, or one that stands beside it ("A beekeeper from the valley, Ion")."""
    if is_name(head):
        start, end = _words_of(doc, head)
        capitals = all(t.is_title or t.is_punct or not t.is_alpha for t in doc[start:end])
        return words(doc, start, end) if capitals else None
    beside = next((c for c in head.children if c.dep_ == "appos" and is_name(c)), None) or _name_behind(doc, head)
    return None if beside is None else words(doc, *_words_of(doc, beside))


def _name_behind(doc: Doc, head: Token) -> Token | None:
    """Return the name between commas behind a whole phrase: "The judge in charge of the case, Luis Ocampo, left"."""
    end = _words_of(doc, head)[1]
    if head.dep_ not in SUBJECT or end + 1 >= head.sent.end or doc[end].text != ",":
        return None
    name = doc[end + 1]
    after = _words_of(doc, name)[1] if is_name(name) else end
    return name if end < after < len(doc) and doc[after].text == "," and not is_plural(head) else None


def _told(hider: Hider, hiding: Hiding) -> Hider:
    """Return the one who hides with one statement more."""
    return replace(
        hider,
        name=hider.name if hider.hidings and hider.name else hiding.name or hider.name,
        hidings=(*hider.hidings, hiding),
    )


def _person(page: Page, hider: Hider) -> HiddenPerson:
    worded = words(page.doc, hider.start, hider.end)
    how = next(iter(hider.hidings)).how
    statements = [page.evidence_at("anonymity", h.start, h.end, how) for h in hider.hidings]
    return HiddenPerson(
        report_id=page.report_id,
        worded=worded,
        evidence=(
            page.evidence("person", hider.start, hider.end, "who a statement of anonymity is about"),
            *statements,
        ),
        how=_SHOWN.get(how, how),
        name=hider.name,
        why=hider.reason,
    )
