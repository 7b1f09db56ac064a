"""Items of a list, each a little report of its own: "1. Two were killed at Meej on Thursday", "Sirte: a rocket fell".

A digest tells one happening a line. Where two items name other places, what they count is of two happenings; and what
an item tells is where and when the item says, whatever the lines around it name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from sijill.asides import is_aside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from spacy.tokens import Span

    from sijill.reading import Reading

_OPENING: Final = re.compile(
    r"[ \t]*(?:(?P<numbered>\(?\d{1,2}[.)])|(?P<marked>[-*\u2013\u2022\u00b7])|(?P<capitals>[A-Z][A-Z ]{2,30}:)"
    r"|(?P<dashed>[A-Z][^\W\d]{2,20}(?: [^\W\d]+){0,3} [\u2013\u2014-])"
    r"|(?P<bracketed>\[[^\]\n]{0,16}\d[^\]\n]{0,16}\])|(?P<dated>On (?:the )?\d{1,2}(?:st|nd|rd|th)?(?: [A-Z][a-z]+)?,)"
    r"|(?P<headed>[A-Z][^\W\d][\w'\u2019 -]{1,28}:)|(?P<stopped>(?:[A-Z][\w'\u2019-]+ ){0,2}[A-Z][\w'\u2019-]+\.))[ \t]"
)
"""What opens an item of a list, by its kind."""
_FEWEST: Final = {
    "numbered": 2, "marked": 2, "capitals": 2, "bracketed": 2, "dashed": 2, "dated": 3, "headed": 3, "stopped": 3,
}  # fmt: skip
"""Lines of one kind that make a list."""
_TWICE: Final = 2
"""Items that one head opens, at most, where it is a place: "ANDERSON:" opens all that he says in a transcript."""
_PEOPLE: Final = frozenset({"PER", "PERSON"})
_HEAD: Final = 40
"""Characters in which an item begins with its place."""
_DATED: Final = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|last night|same day|the \d{1,2}(?:st|nd|rd|th)"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d{1,2})\b",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"[ \t]*(?:[-*\u2013\u2022\u00b7]|\(?\d{1,2}[.)])?[ \t]*[A-Z][\w'\u2019 -]{1,28}:\s")
"""An item with a head of its own: "\u2022 Kayah: On the 10th"."""
_MARK: Final = re.compile(
    r"[ \t]*(?:\(?\d{1,2}[.)]|[-*\u2013\u2022\u00b7]|\[[^\]\n]{3,24}\])[ \t]*"
    r"(?:\d{1,2} [A-Z][a-z]+, |[A-Z][a-z]+ \d{1,2}, )?"
)
_HEADED: Final = re.compile(
    r"[A-Z][\w'\u2019-]+(?: (?:al|de|el|la)?-?[A-Z][\w'\u2019-]+){0,3}(?=[ \t]*[:,.(\u2013\u2014])"
)
"""The head of an item, behind its mark and its day: "[10 Dec] Bankilare, Niger."."""
_OWNER: Final = ("'s", "\u2019s", "'", "\u2019")


class Name(NamedTuple):
    """A name of a place: where it stands, and its words."""

    start_char: int
    end_char: int
    text: str


class Item(NamedTuple):
    """One item: where its line begins and ends, and the names of places in it but those of owners and speakers."""

    start: int
    end: int
    names: tuple[Name, ...]
    is_dated: bool
    is_named: bool

    @property
    def is_headed(self) -> bool:
        """Whether it begins with a place or a name of its own: a list of such items is a digest and no statement."""
        return self.is_named or (bool(self.names) and self.names[0].start_char - self.start <= _HEAD)

    @property
    def is_of_its_own(self) -> bool:
        """Whether it begins with a place, or says when it was: "3. The gunman killed 41 people" goes on from above."""
        return bool(self.names) and (self.is_dated or self.is_headed)

    def holds(self, char: int) -> bool:
        """Tell whether a character stands in the item."""
        return self.start <= char < self.end


def heads_of(text: str) -> list[str]:
    """Return the words that head the items of a text, places or not: "Taiz: shelling killed two"."""
    return [head.text for head in (_head(text, *line) for line in _lines(text)) if head is not None]


def items_of(text: str, reading: Reading, known: Collection[str] = ()) -> list[Item]:
    """Return the items of the lists of a text, in their order; none where no two lines make a list.

    A head that is one of `known` is the name of a place, whether the reader takes it for one or not. One that opens
    many lines is none where other heads are no places: it opens all that somebody says.
    """
    lines = _lines(text)
    if not lines:
        return []
    tagged = [name for name in reading.doc.ents if name.label_ == "LOC"]
    heads = [head for line in lines if (head := _head(text, *line)) is not None]
    people = {name.text for name in reading.doc.ents if name.label_ in _PEOPLE}
    places = (set(known) or {name.text for name in tagged}) - people
    spoken = {
        head
        for head, times in Counter(head.text for head in heads).items()
        if times > _TWICE and not all(one.text in places for one in heads)
    }
    return [_item(text, line, tagged, set(known) - spoken, spoken) for line in lines]


def _item(
    text: str, line: tuple[int, int], tagged: Sequence[Span], known: Collection[str], spoken: Collection[str]
) -> Item:
    """Return the item of a line; what `spoken` holds is no name of a place."""
    start, end = line
    own = [
        Name(n.start_char, n.end_char, n.text)
        for n in tagged
        if start <= n.start_char < end and n.text not in spoken and _is_own(text, n)
    ]
    head = _head(text, start, end)
    if head is not None and head.text in known and all(name.start_char >= head.end_char for name in own):
        own.insert(0, head)
    dated, named = _DATED.search(text, start, end) is not None, _NAMED.match(text, start, end) is not None
    return Item(start, end, tuple(own), dated, named)


def _head(text: str, start: int, end: int) -> Name | None:
    opening = _MARK.match(text, start, end)
    found = _HEADED.match(text, opening.end() if opening is not None else start, end)
    return None if found is None else Name(found.start(), found.end(), found[0])


def item_at(items: Sequence[Item], char: int) -> Item | None:
    """Return the item that holds a character."""
    at = bisect_right(items, char, key=lambda item: item.start) - 1
    return items[at] if at >= 0 and items[at].holds(char) else None


def are_apart(one: Item, other: Item) -> bool:
    """Tell whether two items tell of two happenings: each of its own, beginning with a place that the other lacks."""
    if one.start == other.start or not (one.is_of_its_own and other.is_of_its_own):
        return False
    here, there = one.names[0].text.lower(), other.names[0].text.lower()
    held = any(here in name.text.lower() for name in other.names) or any(there in n.text.lower() for n in one.names)
    return not held


def _lines(text: str) -> list[tuple[int, int]]:
    found: dict[str, list[tuple[int, int]]] = {}
    for kind, line in _opened(text):
        found.setdefault(kind, []).append(line)
    return sorted(line for kind, lines in found.items() if len(lines) >= _FEWEST[kind] for line in lines)


def _opened(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        opening = _OPENING.match(text, start, end)
        if opening is not None and opening.lastgroup is not None:
            yield opening.lastgroup, (start, end)
        start = end + 1


def _is_own(text: str, name: Span) -> bool:
    return not (text.startswith(_OWNER, name.end_char) or is_aside(name))
