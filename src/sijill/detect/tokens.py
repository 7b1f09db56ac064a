"""Words: spaCy's English tokenizer, with the cuts that Universal Dependencies makes.

Invariant: the tokens and the white space between them are the text, character for character.
"""

import re
from functools import cache
from typing import Any, Final

import spacy
from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from sijill.detect.pieces import BLANK_LINE, gap_of

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
LONGEST_TEXT: Final = 10_000_000  # characters; spaCy's own limit is there for its parser's memory, which is not used


_RUN: Final = r"(?:[!?]{2,}|\.{2,}|-{2,}|={2,}|_{2,}|\*{2,}|#{2,}|~{2,}|<{2,}|>{2,}|\+{2,})"
_JOINED_PREFIXES: Final = (
    "non", "pre", "e", "co", "re", "anti", "post", "mid", "multi", "semi",
    "inter", "sub", "ex", "un", "de", "bi", "tri", "counter",
)  # fmt: skip
_BETWEEN_LETTERS: Final = r"(?<=[^\W\d_])/(?=[^\W\d_])"


@cache
def tokenizer() -> Language:
    """Return a blank English pipeline: the tokenizer and its vocabulary."""
    language = spacy.blank("en")
    language.max_length = LONGEST_TEXT
    rules = language.Defaults
    cuts: Any = language.tokenizer  # spaCy's type allows any callable
    cuts.rules = {worded: parts for worded, parts in cuts.rules.items() if worded != "and/or"}
    cuts.prefix_search = compile_prefix_regex([_RUN, *(rules.prefixes or ())]).search
    cuts.suffix_search = compile_suffix_regex([_RUN, *(rules.suffixes or ())]).search
    cuts.infix_finditer = compile_infix_regex(
        [_RUN, _BETWEEN_LETTERS, *(_kept(str(infix)) for infix in rules.infixes or ())]
    ).finditer
    return language


def _kept(infix: str) -> str:
    """Return the hyphen's rule, but not after prefixes that are no words of their own."""
    if not infix.endswith(f"(?:{HYPHENS})(?=[{ALPHA}])"):
        return infix
    return "".join(rf"(?<!\b(?i:{prefix}))" for prefix in _JOINED_PREFIXES) + infix


def tokenize(text: str) -> Doc:
    """Return the text's words. A lone surrogate, which spaCy cannot hold, stands there as U+FFFD, so offsets stay."""
    return tokenizer().make_doc(_SURROGATE.sub("\ufffd", text))


def words_and_gaps(doc: Doc) -> tuple[list[int], list[int]]:
    """Return the indexes of the tokens that are words (not white space), and what stands before each."""
    words: list[int] = []
    gaps: list[int] = []
    text, last = doc.text, 0
    for token in doc:
        if token.is_space:
            continue
        gaps.append(gap_of(text[last : token.idx]) if words else BLANK_LINE)
        words.append(token.i)
        last = token.idx + len(token.text)
    return words, gaps
