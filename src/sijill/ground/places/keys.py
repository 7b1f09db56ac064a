"""Spelling keys: names that differ only in case, marks or transliteration share a key.

Invariant: both functions are pure, total over any text, and the same on every machine; the packaged gazetteer was
indexed with them, so a change here means building it again (tools/build_gazetteer.py).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"\u0131": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h"}
)
_SILENT = re.compile("['`\u00b4\u02bb\u02bc\u02be\u02bf\u2018\u2019\u201b\u2032]")
_WORD = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"\b(?:[aeu]l|il|a[sdnrzt]|e[sdnrzt]|u[sz]|a[st]h|esh|eth)\b(?=.)")
_JOINED_ARTICLE = re.compile(r"\b[ae]([tdrzsnl])(?=\1\w{2})")
_FINAL = re.compile(r"(?<=\w\w)[ae]+h?\b")
_SOUNDS = (
    (re.compile(r"dsch|dzh|dj"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh|z"), "d"),
    (re.compile(r"tch|sh|ch"), "s"),
    (re.compile(r"th"), "t"),
    (re.compile(r"q"), "k"),
    (re.compile(r"a[uw]|o[uw]|[ouwv]"), "u"),
    (re.compile(r"[aeiy]+"), "a"),
)
_DOUBLED = re.compile(r"(.)\1+")


def exact_key(name: str) -> str:
    """Return the name without case, marks, apostrophes and punctuation: "Dar`ā" and "DARA" give "dara"."""
    if name.isascii():
        plain = name.lower()
    else:
        bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        plain = unicodedata.normalize("NFKC", bare.casefold()).translate(_LETTERS)
    return " ".join(_WORD.findall(_SILENT.sub("", plain)))


@lru_cache(maxsize=16384)
def fold_key(name: str) -> str:
    """Return a key shared by the Latin spellings of one Arabic name; empty where too little is left.

    Articles, doubled letters, kh/h, gh/g, dh/d/z, sh/ch/s, th/t, q/k, the vowels o/ou/u/w and a/e/i/y, final
    -a/-ah/-eh and word breaks do not count: "Jisr al-Shughour", "Jisr ash-Shughur" and "Jisr esh-Shughur" share one.
    """
    key = _ARTICLE.sub(" ", exact_key(name))
    key = _FINAL.sub("", _JOINED_ARTICLE.sub(r"\1", key))
    for sound, letter in _SOUNDS:
        key = sound.sub(letter, key)
    return _DOUBLED.sub(r"\1", key.replace(" ", ""))
