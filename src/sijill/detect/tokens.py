"""Words: spaCy's English tokenizer, with the cuts that Universal Dependencies makes.

Invariant: the tokens and the white space between them are the text, character for character.
"""

import re
from functools import cache
from typing import Final

from spacy.lang.char_classes import ALPHA, HYPHENS
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import create_vocab

from sijill.detect.pieces import BLANK_LINE, gap_of

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


_RUN: Final = r"(?:[!?]{2,}|\.{2,}|-{2,}|={2,}|_{2,}|\*{2,}|#{2,}|~{2,}|<{2,}|>{2,}|\+{2,})"
_JOINED_PREFIXES: Final = (
    "non", "pre", "e", "co", "re", "anti", "post", "mid", "multi", "semi",
    "inter", "sub", "ex", "un", "de", "bi", "tri", "counter",
)  # fmt: skip
_BETWEEN_LETTERS: Final = r"(?<=[^\W\d_])/(?=[^\W\d_])"


@cache
def tokenizer() -> Tokenizer:
    """Return the tokenizer with its vocabulary.

    Made with all its rules at once: each that is set later has spaCy load its thousand special cases anew.
    """
    rules = English.Defaults
    cases = {worded: parts for worded, parts in (rules.tokenizer_exceptions or {}).items() if worded != "and/or"}
    infixes = [_RUN, _BETWEEN_LETTERS, *(_kept(str(infix)) for infix in rules.infixes or ())]
    return Tokenizer(
        create_vocab("en", rules),
        rules=cases,
        prefix_search=compile_prefix_regex([_RUN, *(rules.prefixes or ())]).search,
        suffix_search=compile_suffix_regex([_RUN, *(rules.suffixes or ())]).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=rules.token_match,
        url_match=rules.url_match,
    )


def _kept(infix: str) -> str:
    """Return the hyphen's rule, but not after prefixes that are no words of their own."""
    if not infix.endswith(f"(?:{HYPHENS})(?=[{ALPHA}])"):
        return infix
    return "".join(rf"(?<!\b(?i:{prefix}))" for prefix in _JOINED_PREFIXES) + infix


def tokenize(text: str) -> Doc:
    """Return the text's words. A lone surrogate, which spaCy cannot hold, stands there as U+FFFD, so offsets stay."""
    found: Doc = tokenizer()(_SURROGATE.sub("\ufffd", text))
    return found


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
