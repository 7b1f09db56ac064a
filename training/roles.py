"""PropBank's predicates on a treebank's words: their arguments as pointers, of which the project's gold has few.

An agent (ARG0) is pointed to as a perpetrator and a patient (ARG1) as victims; whoever says something (the ARG0 of a
verb of saying) is the source of the predicates within what is said; ARGM-TMP is the time, and the names within
ARGM-LOC are the place. Nothing is made of an argument that is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sijill.detect.labels import ATTRIBUTES
from training.marked import json_lines
from training.samples import NULL, UNSAID, Mention

if TYPE_CHECKING:
    from pathlib import Path

    from training.universal import Sentence

SAYING: Final = frozenset(
    f"{verb}.01" for verb in ("say", "tell", "report", "claim", "announce", "add", "state", "confirm", "note", "allege")
)
LINKING: Final = frozenset({"be", "have", "do", "become", "seem"})
LONGEST_ARGUMENT: Final = 7  # words; of a longer one only the start is taken, as the gold words things shortly
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word with its arguments; ranges are of words of the sentence, both ends included."""

    word: int
    roleset: str
    arguments: dict[str, Range]


def predicates(path: Path) -> dict[str, list[Predicate]]:
    """Return the predicates of each sentence."""
    return {
        line["sent_id"]: [
            Predicate(one["i"], one["roleset"], {role: (first, last) for role, first, last in one["args"]})
            for one in line["preds"]
        ]
        for line in json_lines(path)
    }


def mentions(tree: Sentence, found: list[Predicate], start: int) -> list[Mention]:
    """Return the sentence's predicates as mentions of a document in which it begins with word `start`."""
    made, nothing = [], (UNSAID,) * len(ATTRIBUTES)
    for one in found:
        source = next((p.arguments["ARG0"] for p in found if _says(p, one.word)), None)
        agent, patient = one.arguments.get("ARG0"), one.arguments.get("ARG1")
        place, time = _named(tree, one.arguments.get("ARGM-LOC")), one.arguments.get("ARGM-TMP")
        if one.roleset.split(".")[0] in LINKING or one.roleset in SAYING or not (source or agent or patient):
            continue
        pointers = [end for span in (source, agent, patient, place, time) for end in _ends(tree, span, start)]
        made.append(
            Mention(start + one.word, is_trigger=True, attributes=nothing, pointers=tuple(pointers), incident=NULL)
        )
    return made


def _says(one: Predicate, word: int) -> bool:
    """Tell whether the predicate is one of saying, and the word is within what is said."""
    if one.roleset not in SAYING or not {"ARG0", "ARG1"} <= one.arguments.keys():
        return False
    first, last = one.arguments["ARG1"]
    return first <= word <= last and word != one.word


def _named(tree: Sentence, span: Range | None) -> Range | None:
    """Return the first name within an argument, as a place is pointed to by its name."""
    words = range(span[0], span[1] + 1) if span else range(0)
    proper = [at for at in words if tree.words[at].upos == "PROPN"]
    if not proper:
        return None
    last = proper[0]
    while last + 1 in proper:
        last += 1
    return proper[0], last


def _ends(tree: Sentence, span: Range | None, start: int) -> tuple[tuple[int, ...] | None, tuple[int, ...] | None]:
    """Return the first and last word of an argument, its preposition left out."""
    if span is None:
        return None, None
    first, last = span
    first += first < last and tree.words[first].upos == "ADP"
    return (start + first,), (start + last,) if last - first < LONGEST_ARGUMENT else None
