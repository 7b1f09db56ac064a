"""One person whom a tagged verb befell: "captured a commander" counts one, by the article.

The reader tags the verb where it finds no number. Who is joined to that person ("a commander and two men") has to be
counted or told apart in words of his own, since "a man and woman" are one number of two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sijill.extract.numbers import has_number_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SEVERAL: Final = frozenset(
    {"group", "number", "dozen", "couple", "pair", "handful", "score", "gang", "crowd", "family", "unit", "convoy"}
    | {"village", "town", "city", "base", "post", "airport", "camp", "area", "district", "position", "checkpoint"}
)
"""What "a" counts as one without being one person."""
_BEFALLEN: Final = frozenset({"obj", "nsubj:pass"})
_APART: Final = frozenset({"det", "nummod", "nmod:poss"})
_MANY: Final = frozenset({"several", "multiple", "numerous", "many", "some", "other", "others", "dozens", "scores"})


def article_of(tagged: Token) -> Token | None:
    """Return the article of the one person whom a tagged verb befell ("captured a commander"), None for a number."""
    if tagged.pos_ != "VERB" or has_number_words(tagged.text):
        return None
    people = (child for child in tagged.children if child.dep_ in _BEFALLEN and child.lower_ not in _SEVERAL)
    alone = (one for one in people if all(_is_told_apart(c) for c in one.children if c.dep_ == "conj"))
    return next((word for one in alone for word in one.children if word.lower_ in {"a", "an"}), None)


def _is_told_apart(joined: Token) -> bool:
    """Tell whether people who are joined to one person have a number, an article or an owner of their own."""
    return joined.lower_ in _MANY or any(c.dep_ in _APART or c.lower_ in _MANY for c in joined.children)
