"""People whom a report knows by less than a full name: "Yesenia, 27, who drives a van", "Dona C.", "Witness P-114".

A private person who is introduced by a given name alone is as a rule known so for safety. A name is not lone that
stands as part of a longer one anywhere in the report, belongs to a holder of an office or to somebody known to all, or
is that of a relative, who is known by the other's name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.extract.codes import AGED, coded
from sijill.extract.people import (
    CALENDAR,
    HE,
    HONORIFICS,
    SHE,
    SUBJECT,
    is_name,
    is_second_half,
    singular,
    speaks,
    words_for,
)
from sijill.reading import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_BESIDE: Final = 4
_OF_NAMES: Final = frozenset({"PROPN", "NOUN", "ADJ", "X", "INTJ"})
_OF_A_NAME: Final = frozenset({"nmod:desc", "compound", "appos", "nmod:poss"})
_PARTICLES: Final = frozenset(
    {
        "al",
        "el",
        "bin",
        "bint",
        "ibn",
        "ben",
        "ould",
        "van",
        "von",
        "de",
        "del",
        "der",
        "da",
        "dos",
        "abd",
        "ag",
        "ul",
        "ur",
    }
)
_SMALL_MARKS: Final = frozenset({'"', "'", "-", "(", "\u2018", "\u2019", "\u201c", "\u201d"})
_AGE_BETWEEN: Final = re.compile(r",\s*\d{1,2},")
_AGE_BEFORE: Final = re.compile(r"\b(?:\d{1,2}|[A-Za-z]+)[- ]years?[- ]old\s+$")
_AGED: Final = 20
"""Characters before a name in which an age may stand."""
_OLD: Final = frozenset({"old", "young", "little"})
_AMONG_THE_DEAD: Final = re.compile(r"\b(?:was|were|is|are) among (?:the|those) (?:\d+ |\w+ )?(?:dead|killed|victims)")
_FORMAL: Final = frozenset({"mr", "mrs", "ms", "miss", "madame", "mme", "señor", "haji", "hajji", "abu", "abou"})
_KILLED: Final = frozenset({"killed", "died", "shot", "murdered", "beheaded", "executed", "buried", "killing", "lost"})
_THE_DEAD: Final = re.compile(
    r"(?<!of the )\b(?:late|slain|deceased|victims?|(?:dead|murdered) (?:man|woman|boy|girl|child|teenager)"
    r"|(?:body|bodies|remains) of)(?: (?:was|were|is|as|named|identified|called|known))* $",
    re.IGNORECASE,
)
"""What stands right before the name of somebody dead; "the mother of the deceased, Huda" is alive."""
_BEFORE: Final = 40
"""Characters before a name in which it is said to be of somebody dead: "named the dead man as Gulzar"."""
_TOLD_ON: Final = 2
"""Sentences after the first mention of a name in which "she" or "he" shows that the report tells of a person."""
_PERSON: Final = frozenset({"PER", "PERSON", ""})
_HYPHEN_AND_SECOND: Final = 2
_MOST_WORDS: Final = 2


def lone_names(doc: Doc) -> Iterator[Token]:
    """Yield the heads of the people whom a report introduces by less than a full name."""
    yield from coded(doc)
    yield from (token for token in unlengthened(doc) if _is_private(token))


def unlengthened(doc: Doc, *, all_of_them: bool = False) -> list[Token]:
    """Return the first mention of each name of one word that is no part of a longer one in the report.

    `all_of_them`: of relatives too, and of words that only a pronoun shows to be names.
    """
    mentions: dict[str, list[Token]] = {}
    for token in _capitalised(doc):
        mentions.setdefault(token.text, []).append(token)
    first = (next((one for one in tokens if _may_be_lone(one, all_of_them)), None) for tokens in mentions.values())
    return [token for token in first if token is not None and not any(map(_is_part, mentions[token.text]))]


def _capitalised(doc: Doc) -> list[Token]:
    """Return the words with a capital that may be of a name; read from arrays, since a report has hundreds of words."""
    kinds = doc.to_array(["IS_TITLE", "POS"])
    wanted = kinds[:, 0].astype(bool) & np.isin(kinds[:, 1], [doc.vocab.strings[pos] for pos in _OF_NAMES])
    return [doc[at] for at in np.flatnonzero(wanted).tolist()]


def _may_be_lone(token: Token, all_of_them: bool) -> bool:  # noqa: FBT001 -- passed on
    """Tell whether a word is a name that nobody's office, fame or family stands beside."""
    if token.text in words_for()["known_by_one_name"] or token.text in words_for()["titles"]:
        return False
    sure = token.ent_type_ in _PERSON and is_name(token)
    if all_of_them:
        return (sure or _shown_by_a_pronoun(token)) and not _holds_office(token)
    sure = sure or (token.pos_ == "PROPN" and (_has_honorific(token) or _is_old_or_young(token)))
    sure = sure or _is_aged_between_commas(token)
    return sure and not (_is_kin(token) and _has_a_full_name_before(token)) and not _holds_office(token)


def _is_aged_between_commas(token: Token) -> bool:
    """Tell whether an age stands between commas after a word that is a subject or goes on as "she" or "he"."""
    aged = _AGE_BETWEEN.match(text_of(token.doc), token.idx + len(token))
    if aged is None:
        return False
    acts = token.dep_ in SUBJECT and token.head.pos_ == "VERB" and token.ent_type_ in _PERSON
    return acts or any(t.lower_ in SHE | HE for t in token.doc[token.i : token.sent.end])


def _shown_by_a_pronoun(token: Token) -> bool:
    """Tell whether the sentence of a subject goes on with "she" or "he", as that of a place or a body does not."""
    after = token.doc[token.i : token.sent.end]
    return token.pos_ == "PROPN" and token.dep_ in SUBJECT and any(t.lower_ in SHE | HE for t in after)


def _is_part(token: Token) -> bool:
    """Tell whether a word is a part of a name of several words: another name, or an initial, stands right beside it."""
    if token.dep_ == "flat" and token.head.lower_.rstrip(".") not in HONORIFICS:
        return True
    after, before = _beside(_last_half(token), 1), _beside(token, -1)
    if after is not None and (_is_capital(after) or after.lower_ in _PARTICLES):
        return True
    return before is not None and (before.lower_ in _PARTICLES or (_is_capital(before) and _names(before)))


def _last_half(token: Token) -> Token:
    """Return the last word of a given name with a hyphen: "Jean-Claude"."""
    after = token.i + _HYPHEN_AND_SECOND
    halved = after < len(token.doc) and is_second_half(token.doc[after]) and token.doc[after].is_title
    return token.doc[after] if halved else token


def _beside(token: Token, step: int) -> Token | None:
    """Return the word on one side of a word, past quotation marks, hyphens and honorifics."""
    at = token.i + step
    while 0 <= at < len(token.doc) and (token.doc[at].text in _SMALL_MARKS or token.doc[at].lower_ in HONORIFICS):
        at += step
    return token.doc[at] if 0 <= at < len(token.doc) and not _parted(token, at, step) else None


def _parted(token: Token, at: int, step: int) -> bool:
    """Tell whether a sentence begins between a word and another."""
    return any(
        token.doc[n].is_sent_start for n in (range(token.i + 1, at + 1) if step > 0 else range(at + 1, token.i + 1))
    )


def _is_capital(token: Token) -> bool:
    return (token.is_title or token.text[0].isupper()) and token.text not in CALENDAR and not token.is_stop


def _names(before: Token) -> bool:
    """Tell whether a capitalised word before a name is of the name, no honorific and no role ("Resident Musa")."""
    word = before.lower_.rstrip(".")
    return (
        word not in HONORIFICS
        and singular(before) not in words_for()["people"]
        and (before.pos_ == "PROPN" or not before.is_sent_start)
    )


def _is_private(token: Token) -> bool:
    """Tell whether a lone name is introduced as a private person's is: by age, by what they are, or by speaking."""
    last = _last_half(token)
    after = text_of(token.doc)[last.idx + len(last) : last.idx + len(last) + 40]
    if _was_killed(token):
        return False
    if AGED.match(after) or (_has_honorific(token) and _is_told_of(token)):
        return True
    if _has_role(token) or _is_old_or_young(token) or _has_an_age_before(token) or _is_called_kindly(token):
        return True
    return token.ent_type_ in _PERSON - {""} and (
        _has_honorific(token) or _is_told_of(token) or _speaks_anywhere(token)
    )


def _speaks_anywhere(token: Token) -> bool:
    """Tell whether the bearer of a lone name speaks in the report, here or later."""
    return any(t.text == token.text and speaks(t) for t in token.doc[token.i :])


def _has_an_age_before(token: Token) -> bool:
    """Tell whether an age stands right before a name: "70-year-old Lyudmyla"."""
    return _AGE_BEFORE.search(text_of(token.doc)[max(token.idx - _AGED, 0) : token.idx]) is not None


def _is_old_or_young(token: Token) -> bool:
    """Tell whether a subject is called old or young and is told of: "Old Tesfaye sits under the tree. ... he says"."""
    return token.i > 0 and token.nbor(-1).lower_ in _OLD and _is_told_of(token)


def _is_called_kindly(token: Token) -> bool:
    """Tell whether a subject is named as neighbours do ("Dona Luísa was sharing"), which no fighter or office is."""
    head = token.head if token.dep_ == "flat" else token
    kindly = _has_honorific(token) and token.nbor(-1).lower_.rstrip(".") not in _FORMAL
    return kindly and head.dep_ in SUBJECT and head.head.pos_ == "VERB"


def _has_honorific(token: Token) -> bool:
    """Tell whether a kunya or a form of address stands before a name: "Ma Thida", "Umm Khaled"."""
    return token.i > 0 and token.nbor(-1).is_title and token.nbor(-1).lower_.rstrip(".") in HONORIFICS


def _is_told_of(token: Token) -> bool:
    """Tell whether a lone name is a subject of whom the report goes on to tell: "she" or "he" follows."""
    end = token.sent.end
    for _ in range(_TOLD_ON):
        end = token.doc[end].sent.end if end < len(token.doc) else end
    told = token.dep_ in SUBJECT or (token.dep_ == "nmod:poss" and bool(token.is_sent_start))
    return told and any(t.lower_ in SHE | HE for t in token.doc[token.i : end])


def _has_role(token: Token) -> bool:
    """Tell whether a private role stands beside a name: "Sepideh, a nurse", "a farmer, Musa", "resident Ahmed"."""
    sure = token.ent_type_ in _PERSON - {""}
    beside = [c for c in token.children if c.dep_ == "appos" or (sure and c.dep_ in {"nmod:desc", "compound"})]
    if token.dep_ == "appos" and token.head.i < token.i:
        beside.append(token.head)
    return token.pos_ == "PROPN" and any(_is_private_role(one) for one in beside)


def _is_private_role(word: Token) -> bool:
    role, lists = singular(word), words_for()
    return role in lists["people"] and role not in lists["offices"] and word.pos_ == "NOUN"


def _holds_office(token: Token) -> bool:
    """Tell whether a word for an office, or a title, stands just before a name, or beside it."""
    while token.i > token.sent.start and _has_honorific(token):
        token = token.nbor(-1)
    near = token.doc[max(token.sent.start, token.i - _BESIDE) : token.i]
    close = [t for t in near if t.i == token.i - 1 or t.head.i == token.i or token.head.i == t.i]
    close += [child for child in token.children if child.dep_ == "appos"]
    return any(singular(word).rstrip(".") in words_for()["offices"] or _is_title(word) for word in close)


def _is_title(word: Token) -> bool:
    return word.dep_ == "nmod:desc" and word.pos_ == "PROPN" and word.lower_ not in HONORIFICS


def _is_kin(token: Token) -> bool:
    """Tell whether a name is introduced as that of a relative: "his wife, Zehava"."""
    near = [child for child in token.children if child.dep_ in _OF_A_NAME]
    near += [token.head] if token.dep_ in {"appos", "flat"} else []
    return any(singular(one) in words_for()["kin"] and _owned(one) for one in near)


def _has_a_full_name_before(token: Token) -> bool:
    """Tell whether somebody else is named in full up to a relative's name: by that name the relative is known.

    The cousin of one who is known by a first name is known by his own alone.
    """
    before = token.doc[: token.i]
    return any(t.dep_ == "flat" and t.text[0].isupper() and t.head.pos_ == "PROPN" and is_name(t.head) for t in before)


def _owned(word: Token) -> bool:
    return any(child.dep_ == "nmod:poss" for child in word.children) or (word.dep_ == "nmod:desc" and not word.is_title)


def _was_killed(token: Token) -> bool:
    """Tell whether somebody is said to have been killed: the dead are named for others' sake."""
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ in _KILLED - {"killing", "shot", "lost"}:
        return True
    if _AMONG_THE_DEAD.search(text_of(token.doc)[token.idx : token.sent.end_char]):
        return True
    if _THE_DEAD.search(text_of(token.doc)[max(token.idx - _BEFORE, token.sent.start_char) : token.idx]):
        return not speaks(token)
    while token.dep_ in {"appos", "conj"}:
        token = token.head
    lost = token.head.lower_ == "lost" and token.dep_ in SUBJECT  # "Amal lost her kitchen"
    return token.head.lower_ in _KILLED and token.dep_ in {*SUBJECT, "obj"} and not lost and not speaks(token)
