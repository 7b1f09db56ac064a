"""Text -> Reading: the tokenizer, the network and the decoding of its heads, in that order.

Invariant: reading never fails on account of a text; offsets of `Reading.doc` are offsets into the text.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from sijill.detect import labels
from sijill.detect.danger import Danger
from sijill.detect.documents import Syntax, document, parse
from sijill.detect.judge import Judge, Judged
from sijill.detect.network import Network
from sijill.detect.paths import Edges
from sijill.detect.pieces import NEWLINE, SHAPES, SPACE
from sijill.detect.spans import Found, candidates, likeliest_spans, with_unsure
from sijill.detect.tokens import tokenize, words_and_gaps
from sijill.errors import DataError
from sijill.reading import NumberCue, Pointer, Reading, TriggerCue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sijill.detect.judge import Alike
    from sijill.detect.network import Outputs
    from sijill.detect.pieces import Floats

DOUBT: Final = 4.0
"""Log odds taken from a sentence that would begin with a lower-case word in the middle of a line."""
EXPECTED: Final = 4.0
"""Log odds given to a sentence that would begin with a capital behind a full stop."""
_FULL_STOPS: Final = frozenset(".!?")
_ABBREVIATED: Final = frozenset(
    {"Asst", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Ft", "Fr", "Gov", "Insp", "Lt", "Md", "Mohd", "Mt", "Muhd", "No"}
    | {"Phil", "Pte", "Pvt", "Rep", "Sen", "Sgt", "St", "Supt"}
)
"""Words before a name whose stop the tokenizer may cut off."""
_CLOSING: Final = frozenset("\"\u201d\u2019')")
_STOPS: Final = frozenset(".!?:;\"'\u201d\u2019)]*")
MODEL: Final = Path(__file__).parent / "data"
_FIXED: Final = {
    "shapes": SHAPES,
    "upos": labels.UPOS,
    "names": labels.NAMES,
    "times": labels.TIMES,
    "figures": labels.FIGURES,
    "triggers": labels.TRIGGERS,
    "pointers": labels.POINTERS,
    "attributes": labels.ATTRIBUTES,
}


class Reader:
    """A loaded reader model; reading changes nothing in it, so threads may share it."""

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load the model of a folder; raise DataError where its labels are not this program's."""
        meta = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        for name, own in _FIXED.items():
            if meta.get(name) != json.loads(json.dumps(own)):
                message = f"{folder / 'reader.json'}: its {name} are not those of this version; export the model again"
                raise DataError(message)
        self.version = str(meta["version"])
        self._deprels: list[str] = meta["deprel"]
        with np.load(folder / "reader.npz") as matrices:
            self._judge = Judge({name: matrices[name] for name in matrices.files})
        self._network = Network(folder, threads)
        self._danger = Danger(folder / "danger.npz")

    def read(self, text: str) -> Reading:
        """Return what the text says, as far as the model can tell."""
        plain = tokenize(text)
        words, gaps = words_and_gaps(plain)
        if not words:
            return Reading(text=text, doc=plain, times=(), numbers=(), triggers=())
        forms = [plain[at].text for at in words]
        out = self._network.run(forms, gaps)
        doubt_lower_case(out.words["sentence"], forms, gaps)
        expect_capitals(out.words["sentence"], forms, gaps)
        syntax = parse(out, self._judge, self._deprels)
        edges = Edges.of(forms, frozenset(syntax.starts))
        names = likeliest_spans(out.words["names"], labels.NAMES, edges)
        times = likeliest_spans(out.words["times"], labels.TIMES, Edges(edges.breaks))
        numbers, triggers, alike = self._cues(out, words, syntax.starts, forms)
        return Reading(
            text=text,
            doc=document(plain, words, syntax, names),
            times=tuple(_tokens(one, words) for one in times),
            numbers=numbers,
            triggers=triggers,
            alike=alike,
            danger=_by_token(self._danger(out), words, len(plain)),
        )

    def read_words(
        self, words: Sequence[str], gaps: Sequence[int], starts: tuple[int, ...] | None = None
    ) -> tuple[Syntax, list[Found]]:
        """Return the syntax and the names of a text that is already cut into words (and, with `starts`, sentences)."""
        out = self._network.run(words, gaps)
        syntax = parse(out, self._judge, self._deprels, starts)
        return syntax, likeliest_spans(out.words["names"], labels.NAMES, Edges.of(words, frozenset(syntax.starts)))

    def _cues(
        self, out: Outputs, words: Sequence[int], starts: tuple[int, ...], forms: Sequence[str]
    ) -> tuple[tuple[NumberCue, ...], tuple[TriggerCue, ...], Alike]:
        """Return the numbers, the triggers, and which of them (numbers first) tell of one incident."""
        figures = with_unsure(out.words["figures"], labels.FIGURES)
        triggers = candidates(out.words["triggers"], labels.TRIGGERS)
        firsts = [one.start for one in (*figures, *triggers)]
        kinds = [False] * len(figures) + [True] * len(triggers)
        judged = self._judge.mentions(out, firsts, kinds, starts, forms)
        return (
            tuple(_number(*pair, words) for pair in zip(figures, judged[: len(figures)], strict=True)),
            tuple(_trigger(*pair, words) for pair in zip(triggers, judged[len(figures) :], strict=True)),
            self._judge.alike(judged),
        )


def doubt_lower_case(scores: Floats, words: Sequence[str], gaps: Sequence[int]) -> None:
    """Make it less likely, in place, that a sentence begins with a lower-case word that follows no stop.

    `scores` are log odds [words, 1]. A word after a line break keeps its score: lists and headlines begin so.
    """
    for at, (before, word) in enumerate(pairwise(words), start=1):
        if word[0].islower() and before[-1] not in _STOPS and gaps[at] < NEWLINE:
            scores[at, 0] -= DOUBT


def expect_capitals(scores: Floats, words: Sequence[str], gaps: Sequence[int]) -> None:
    """Make it likelier, in place, that a sentence begins with a capital behind a full stop, but for "2. At Orzan".

    The tokenizer leaves most abbreviations whole ("Lt.", "U.S."); those whose stop it cuts off end no sentence either.
    """
    for at, (ahead, before, word) in enumerate(zip(words, words[1:], words[2:], strict=False), start=2):
        if word[0].isupper() and gaps[at] == SPACE and _is_stopped(ahead, before):
            scores[at, 0] += EXPECTED


def _is_stopped(ahead: str, before: str) -> bool:
    """Tell whether two words end a sentence: the second is its stop, or the closing mark behind its stop."""
    stopped = before in _FULL_STOPS and len(ahead) > 1 and not ahead.isdigit() and ahead not in _ABBREVIATED
    return stopped or (before in _CLOSING and ahead in _FULL_STOPS)


def _number(found: Found, judged: Judged, words: Sequence[int]) -> NumberCue:
    start, end = _tokens(found, words)
    of, at = judged.choices, _moved(judged, words)
    return NumberCue(
        start=start,
        end=end,
        probability=found.probability,
        measure=found.kind,
        happening=of["happening"],
        category=of["category"],
        source_kind=of["source_kind"],
        modality=of["modality"],
        scope=of["scope"],
        source=at["source"],
        perpetrator=at["perpetrator"],
        victims=at["victims"],
        place=at["place"],
        time=at["time"],
        dated=of["dated"],
    )


def _trigger(found: Found, judged: Judged, words: Sequence[int]) -> TriggerCue:
    start, end = _tokens(found, words)
    of, at = judged.choices, _moved(judged, words)
    return TriggerCue(
        start=start,
        end=end,
        probability=found.probability,
        happening=of["happening"],
        source_kind=of["source_kind"],
        modality=of["modality"],
        source=at["source"],
        perpetrator=at["perpetrator"],
        victims=at["victims"],
        place=at["place"],
        time=at["time"],
        dated=of["dated"],
    )


def _moved(judged: Judged, words: Sequence[int]) -> dict[str, Pointer | None]:
    """Return the pointers as tokens of the document."""
    return {
        role: at and Pointer(words[at.start], words[at.end - 1] + 1, at.probability, at.none_probability)
        for role, at in judged.pointers.items()
    }


def _by_token(rows: Floats, words: Sequence[int], count: int) -> tuple[tuple[float, float], ...]:
    """Return the pair of each token, that of a word or, for white space, none."""
    pairs = np.zeros((count, 2), np.float32)
    pairs[list(words)] = rows
    return tuple((name, told) for name, told in pairs.tolist())


def _tokens(span: Found, words: Sequence[int]) -> tuple[int, int]:
    """Return the tokens of a span of words."""
    return words[span.start], words[span.end - 1] + 1
