"""Which language a text is in: by its commonest words in microseconds, by py3langid only where they do not tell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Any

ENGLISH: Final = "en"
UNDETERMINED: Final = "und"  # ISO 639-2
SAMPLE: Final = 2_000  # code points
ENGLISH_SHARE: Final = 0.12  # of the commonest words; English news has 0.3 to 0.5, Dutch up to 0.08
FEW_WORDS: Final = 4
SURE: Final = 0.5  # probability above which a short text is believed to be in another language
LONG: Final = 40  # words, from which py3langid is believed as it stands
_COMMON: Final = frozenset(
    {
        "the",
        "in",
        "on",
        "at",
        "an",
        "are",
        "of",
        "and",
        "to",
        "said",
        "that",
        "for",
        "was",
        "were",
        "by",
        "with",
        "from",
        "has",
        "have",
        "been",
        "they",
        "it",
        "its",
        "which",
        "after",
        "who",
        "not",
        "this",
        "had",
        "but",
        "killed",
        "wounded",
        "people",
    }
)
_NEAR_ENGLISH: Final = frozenset({"pcm", "sco"})  # taken for English in lists of names and numbers
_WORD: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> tuple[str, str]:
    """Return the ISO 639 code of the language and, where it is not plainly English, a note."""
    words = _WORD.findall(text[:SAMPLE].lower())
    common = sum(word in _COMMON for word in words)
    if common > 1 and common >= ENGLISH_SHARE * len(words):
        return ENGLISH, ""
    if not words:
        return UNDETERMINED, "the text holds no words: kept, not read as English"
    return _identified(text[:SAMPLE], len(words))


def _identified(sample: str, words: int) -> tuple[str, str]:
    """Return py3langid's answer, English where a short text in Latin letters leaves it unsure."""
    code, probability = _identifier().classify(sample) if words >= FEW_WORDS or not sample.isascii() else (ENGLISH, 0.0)
    other = code != ENGLISH and code not in _NEAR_ENGLISH
    if other and (words >= LONG or probability >= SURE or not sample.isascii()):
        return str(code), f"the text is in another language ({code}): kept, not read as English"
    return ENGLISH, "" if words >= LONG else "too short to tell its language: read as English"


@cache
def _identifier() -> Any:  # noqa: ANN401 -- py3langid has no stubs
    """Return the identifier of languages, which takes a second to load."""
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
