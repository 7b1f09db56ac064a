"""What befell the people whom a number counts, where words right beside it say so: "12 were taken prisoner".

The words are those of `data/befallen.toml`, which people may edit. The reader's measure is a guess where its training
had no such words: "shot and wounded" and "kidnap" were killed and released. Invariant: nothing is told where two
measures are joined ("killed or wounded"), or another number, verb or stop stands between.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.errors import DataError
from sijill.extract.counted import bodies_or_dying, counted, counted_last
from sijill.extract.fates import goes_on
from sijill.extract.measure_words import words
from sijill.model import MEASURES
from sijill.reading import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

_BEING: Final = frozenset({"was", "were", "been", "are", "is", "be", "being", "got", "get"})
_SAID: Final = frozenset(
    {"reported", "believed", "feared", "said", "presumed", "confirmed", "thought", "known", "have", "also", "to"}
)
"""Words between "were" and what befell people: "were believed to have been killed"."""
_QUALIFYING: Final = frozenset(
    {"at", "least", "about", "around", "nearly", "almost", "over", "some", "up", "to", "more", "than", "another", "the"}
    | {"a", "an", "further", "as", "many", "estimated", "additional", "other", "only", "also", "roughly", "well"}
)
"""Words that may stand between a verb and the number of those whom it befell."""
_BADLY: Final = frozenset({"badly", "severely", "seriously", "critically"})
_HAVING: Final = frozenset({"have", "has", "had", "later", "since", "also", "who"})
_OF_THE_HURT: Final = tuple(("of", "the", word) for word in ("wounded", "injured", "dead", "missing", "detained"))
"""What may stand behind a number though its words name a measure: "12 of the wounded have died"."""
_ROW: Final = frozenset({",", "and", "with", "including", "or"})
_ROW_ENDS: Final = re.compile(r"\s*(?:[,;.)]|(?:and|or|in|on|after|as|when|following|from|by|near|at|during)\b|$)")
_ROW_OPENS: Final = re.compile(r"[ \t*\u2022|-]*[A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){0,3}:?[ \t|]+")
_ELSEWHERE: Final = re.compile(r"(?:in|on|at|near|outside|during|when|a day|hours|days|later)\b")
_RELATIVE: Final = re.compile(r"\b(?:who|which|that)(?: [\w'\u2019-]+){1,4}$")
_NOT_DEAD: Final = frozenset({"injured", "detained", "abducted"})
_JOINED_LATER: Final = re.compile(r"(?: and| before being|,)(?: later| then| were| subsequently)* ")
_GROUPS: Final = frozenset(
    {"group", "groups", "number", "numbers", "total", "dozens", "scores", "hundreds", "thousands", "tens", "team"}
    | {"family", "families", "crew", "party", "members", "member", "some", "most", "half", "couple", "pair", "score"}
)
"""What people may be told of as: "a group of 12 farmers was abducted"."""
_OWN: Final = 2
"""Words behind a number in which a headline tells of its own people: "two killed 5 others injured"."""
_JOINED: Final = re.compile(r"\s*(?:,\s*)?(?:and|or|but|then)\s+(?:later |then |were |been |\w+ly )*")
_JOINS: Final = frozenset({"and", "or"})
_FAR: Final = 16
"""Words before a number among which what befell its people stands."""
_BEHIND: Final = 8
"""Words behind "were" in which what befell people is told."""


_NUMBER_OF: Final = re.compile(
    rf"\b(?<!a )number of ((?:[^\W\d][\w'\u2019-]* ){{1,9}}?)(?:as|at|is|to|was)"
    rf"(?: (?:{'|'.join(sorted(_QUALIFYING))}))*(?: several)?$"
)
"""Whose number is given: "put the number of wounded soldiers at about"."""


class _Table(NamedTuple):
    """The patterns of a measure; each matches whole words."""

    measure: str
    done: re.Pattern[str]
    did: re.Pattern[str]
    doing: re.Pattern[str]
    then: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    of: re.Pattern[str]


def befallen(number: Token) -> str | None:
    """Return the measure that words beside a number tell of its people, None where they tell none or two."""
    known: dict[int, str | None] = number.doc.user_data.setdefault("befallen", {})  # each number is asked of often
    if number.i not in known:
        known[number.i] = _told_beside(number)
    return known[number.i]


def _told_beside(number: Token) -> str | None:
    if bodies_or_dying(number):
        return "killed"
    if (_is_object(number) or _RELATIVE.search(_before(number))) and (done := _by_its_verb(number)) is not None:
        return done
    ways = (
        _by_the_number_of,
        _by_both_sides,
        _by_what_was_done,
        _by_what_they_did,
        _in_a_row,
        _as_the_one_before,
        _by_its_verb,
        _by_the_noun,
    )
    return next((measure for way in ways if (measure := way(number)) is not None), None)


def _is_object(number: Token) -> bool:
    """Tell whether a number counts those to whom a verb before it did something: "who killed a man were sentenced"."""
    people = number.head if number.dep_ == "det" else counted(number)
    return people.dep_ == "obj" and people.head.i < number.i


def _by_both_sides(number: Token) -> str | None:
    """Return what a verb before people and a word behind them tell: "took 12 people hostage"."""
    before, behind = _before(number), _behind(number)
    for table in _tables():
        for verb, word in table.then:
            told = word.match(behind) if verb.search(before) else None
            if told is not None:
                return None if _goes_on_otherwise(table, behind, told.end()) else table.measure
    return None


def _by_its_verb(number: Token) -> str | None:
    """Return what the verb right before a number did to its people: "kidnapped at least 12 farmers".

    None where a word behind the people tells it: in "three killed five injured" five were injured.
    """
    before = _before(number)
    for table in _tables():
        told = table.doing.search(before)
        if told is not None:
            own = any(_done(word.lower_) for word in _own(number))
            return None if own or _is_joined_on(before[: told.start()], table) else table.measure
    return None


def _own(number: Token) -> list[Token]:
    """Return the words behind a number in which a headline tells of its own people."""
    last, stops = counted_last(number), {"NUM", "AUX"} if _RELATIVE.search(_before(number)) else {"NUM"}
    behind = number.doc[last + 1 : min(last + 1 + _OWN, number.sent.end)]
    return [*number.doc[number.i + 1 : last + 1], *takewhile(lambda word: word.pos_ not in stops, behind)]


def _by_what_was_done(number: Token) -> str | None:
    """Return what people are told to have been: "12 villagers had been driven from their homes"."""
    told = "" if _is_of_another(number) else _predicate(number)
    first = _done(told)
    if first is None:
        return None
    table, end = first
    if table.measure in _NOT_DEAD and any(_dies(told[at.end() :]) for at in _JOINED_LATER.finditer(told, end)):
        return "killed"
    return None if _goes_on_otherwise(table, told, end) else table.measure


def _dies(told: str) -> bool:
    """Tell whether words begin with a death: "hospitalised and later died", "captured, tortured and executed"."""
    dead = next(table for table in _tables() if table.measure == "killed")
    return dead.did.match(told) is not None or dead.done.match(told) is not None


def _goes_on_otherwise(table: _Table, told: str, end: int) -> bool:
    """Tell whether another measure is joined to one that words tell: "killed and wounded"."""
    joined = _JOINED.match(told, end)
    second = _done(told[joined.end() :]) if joined else None
    return second is not None and second[0] != table


def _is_of_another(number: Token) -> bool:
    """Tell whether people only say whose something is, or who was in it: "the weapons of 12 soldiers were seized"."""
    people = counted(number)
    head = people.head
    if people.dep_ == "obj" and head.pos_ == "VERB" and head.i < number.i and not words().get(head.lower_):
        return True
    if people.dep_ not in {"nmod", "nmod:poss"} or head.pos_ not in {"NOUN", "PROPN"} or head.i > number.i:
        return False
    return head.lower_ not in _GROUPS and words().get(head.lower_) is None


def _by_what_they_did(number: Token) -> str | None:
    """Return what people are told to have come to by themselves: "12 of the wounded succumbed"."""
    told = _text(list(dropwhile(lambda word: word.lower_ in _HAVING, _rest(number)))[:_BEHIND])
    for table in _tables() if not _is_of_another(number) else ():
        found = table.did.match(told)
        if found is not None and not (table.measure == "displaced" and _is_deadly(number)):
            return None if _goes_on_otherwise(table, told, found.end()) else table.measure
    return None


def _is_deadly(number: Token) -> bool:
    """Tell whether a sentence tells of deaths behind a number: who had fled and was shot dead is dead."""
    return any(words().get(word.lower_) == "killed" for word in number.doc[number.i : number.sent.end])


def _in_a_row(number: Token) -> str | None:
    """Return what the word right behind people of a row says they are: "12 dead, 30 wounded and four missing"."""
    before = number.doc[number.sent.start : number.i]
    if not (opens_a_row(number) or (len(before) and before[-1].lower_ in _ROW)):
        return None
    for behind in (_text(number.doc[number.i + 1 : number.sent.end][:_BEHIND]), _behind(number)):
        line = behind.split("\n")[0]
        told = _done(line)
        if told is not None and _ROW_ENDS.match(line, told[1]):
            return told[0].measure
    return None


def opens_a_row(number: Token) -> bool:
    """Tell whether a name alone stands before a number on its line: "Diyala  64 killed, 152 wounded"."""
    text = text_of(number.doc)
    return _ROW_OPENS.fullmatch(text, text.rfind("\n", 0, number.idx) + 1, number.idx) is not None


def _as_the_one_before(number: Token) -> str | None:
    """Return what befell those told of before, of whom "another four on Saturday" goes on without a verb."""
    before = list(number.doc[number.sent.start : number.i])
    if number.lower_ != "another" and (not before or before.pop().lower_ != "another"):
        return None
    behind = _behind(number)
    if not before or before[-1].lower_ != "and" or _named(number) or _ELSEWHERE.match(behind) is None:
        return None
    last = counted_last(number)
    clause = list(takewhile(lambda word: not word.is_punct, number.doc[last + 1 : number.sent.end]))
    if any(_is_finite(word) or words().get(word.lower_) for word in clause):
        return None
    return next((measure for word in reversed(before) if (measure := words().get(word.lower_))), None)


def _named(number: Token) -> bool:
    return words().get(counted(number).lower_) is not None


def _is_finite(word: Token) -> bool:
    return word.pos_ in {"AUX", "VERB"} and not word.lower_.endswith("ing")


def _by_the_noun(number: Token) -> str | None:
    """Return what the noun says whose victims a number counts: "the kidnapping of 12 farmers"."""
    before = re.sub(r" of$", "", _before(number)) if _before(number).endswith(" of") else ""
    told = next((table for table in _tables() if before and table.of.search(before)), None)
    if told is None:
        return None
    return None if re.search(r"\b(?:and|or) [\w-]+$", before) else told.measure


def _before(number: Token) -> str:
    """Return the words of the sentence right before a number, without those that only qualify it, in small letters."""
    before = list(number.doc[max(number.sent.start, number.i - _FAR) : number.i])
    while before and before[-1].lower_ in _QUALIFYING:
        before.pop()
    return _text(before)


def _behind(number: Token) -> str:
    """Return the words of the sentence behind the people whom a number counts, in small letters."""
    return _text(number.doc[counted_last(number) + 1 : number.sent.end][:_BEHIND])


def _predicate(number: Token) -> str:
    """Return the words behind the "were" of the people whom a number counts, "" where there is none."""
    rest = _rest(number)
    if (
        rest and rest[0].lower_.endswith("ing") and not words().get(rest[0].lower_)
    ):  # "27 people celebrating a wedding were killed"
        rest = list(dropwhile(lambda word: word.lower_ not in _BEING, _clause(rest)))
    if not rest or rest[0].lower_ not in _BEING:
        return ""
    skipped = list(takewhile(_is_passed, rest))
    return _text(rest[len(skipped) : len(skipped) + _BEHIND])


def _clause(rest: Sequence[Token]) -> list[Token]:
    return list(takewhile(lambda word: not word.is_punct and word.pos_ != "NUM", rest))


def _by_the_number_of(number: Token) -> str | None:
    """Return what befell those "the number of" whom is given: "gave the number of soldiers wounded there as 13"."""
    found = _NUMBER_OF.search(_text(number.doc[max(number.sent.start, number.i - _FAR) : number.i]))
    said = found[1].split() if found is not None else []
    told = [words().get(word) or harm_told(" ".join(said[at:])) for at, word in enumerate(said)]
    measures = list(dict.fromkeys(measure for measure in told if measure is not None))
    joined = len(measures) > 1 and not _JOINS.isdisjoint(said)
    return None if joined or not measures else measures[0]


def _is_passed(word: Token) -> bool:
    """Tell whether a word may stand between "were" and what befell people; how badly they were hurt is told by it."""
    return word.lower_ in _BEING | _SAID or (word.pos_ == "ADV" and word.lower_ not in _BADLY)


def _rest(number: Token) -> list[Token]:
    """Return the words behind the people whom a number counts, [] where others are joined to them ("12 and the")."""
    after = list(number.doc[number.i + 1 : number.sent.end])
    of = next((len(hurt) for hurt in _OF_THE_HURT if [word.lower_ for word in after[: len(hurt)]] == list(hurt)), 0)
    between = list(takewhile(goes_on, after[of:]))
    return [] if between and between[-1].pos_ == "CCONJ" else after[of + len(between) :]


def _text(tokens: Iterable[Token]) -> str:
    return " ".join(token.lower_ for token in tokens)


def harm_told(told: str) -> str | None:
    """Return the measure that words begin with: "killed in the raid", "shot dead"."""
    found = _done(told)
    return None if found is None else found[0].measure


def _done(told: str) -> tuple[_Table, int] | None:
    """Return the measure that words begin with, and where its words end; the longest of all counts."""
    found = [(match.end(), table) for table in _tables() if (match := table.done.match(told))]
    end, table = max(found, key=lambda one: one[0], default=(0, None))
    return None if table is None else (table, end)


def _is_joined_on(before: str, told: _Table) -> bool:
    """Tell whether another measure's verb or a number stands right before one: "killed and wounded", "two killed"."""
    last = re.sub(r"\s+(?:and|or)(?: \w+ly)?$", "", before.rstrip())
    other = any(table.doing.search(last) for table in _tables() if table.measure != told.measure)
    return other or re.search(r"(?<!\S)\d[\d,]*$", last) is not None


@cache
def _tables() -> tuple[_Table, ...]:
    """Return the patterns of each measure; DataError for one of no measure."""
    raw = tomllib.loads((resources.files("sijill.extract") / "data" / "befallen.toml").read_text("utf-8"))
    unknown = sorted(set(raw) - set(MEASURES))
    if unknown:
        msg = f"befallen.toml: unknown measure {unknown[0]!r}; use one of {', '.join(MEASURES)}"
        raise DataError(msg)
    try:
        return tuple(_table(measure, rows) for measure, rows in raw.items())
    except (KeyError, ValueError, re.error) as error:
        msg = f"befallen.toml: {error}; each measure has done, did, doing, then and of, each pattern is one of Python's"
        raise DataError(msg) from error


def _table(measure: str, rows: dict[str, list[str]]) -> _Table:
    return _Table(
        measure=measure,
        done=re.compile(rf"(?:{_any(rows['done'])})(?!\S)"),
        did=re.compile(rf"(?:{_any(rows['did'])})(?!\S)"),
        doing=re.compile(rf"(?<!\S)(?:{_any(rows['doing'])})$"),
        then=tuple(_pair(both) for both in rows["then"]),
        of=re.compile(rf"(?<!\S)(?:{_any(rows['of'])})$"),
    )


def _pair(both: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    verb, word = both.split(" ... ")
    return re.compile(rf"(?<!\S)(?:{verb})$"), re.compile(rf"(?:{word})(?!\S)")


def _any(patterns: Sequence[str]) -> str:
    return "|".join(patterns) or r"(?!)"
