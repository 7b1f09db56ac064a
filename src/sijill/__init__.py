"""Sijill: reports in, a register of attributed casualty claims out.

Doors: `read` for a text, and beside it `hidden` for the people in it who hide and `attributions` for who says what;
`open` for a register. Importing the
package loads neither model nor database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from sijill.ledger import Register
    from sijill.model import Attribution, Claim, HiddenPerson

__all__ = ["attributions", "hidden", "open", "read"]


def read(text: str, *, published: date | str | None = None, outlet: str | None = None) -> list[Claim]:
    """Return the claims that a report's text makes, in the order of their words.

    `published` is the publication day, a date or "2016-08-10": without it (and without a dateline in the text)
    "yesterday" stays one day before an unknown day. Raises no error for any text, UsageError for a day that is none or
    lies ahead. It masks nobody: a source's `protected` says who is to be.

    >>> import sijill
    >>> text = "BEIRUT - A shell killed at least 22 civilians in Idlib on Monday, the Observatory said."
    >>> claim = next(c for c in sijill.read(text, published="2016-08-10") if c.figure)
    >>> claim.figure.measure, claim.figure.count.low, claim.figure.count.high
    ('killed', 22, None)
    """
    from sijill.acquire import day_of
    from sijill.run import read_text

    return list(read_text(text, published=day_of(published), outlet=outlet).claims)


def hidden(text: str) -> list[HiddenPerson]:
    """Return the people of a text who hide, sources of claims or not: name none of them in what is shared.

    >>> import sijill
    >>> [person.worded for person in sijill.hidden("Karim, not his real name, crossed the river on Tuesday.")]
    ['Karim']
    """
    from sijill.run import read_text

    return list(read_text(text).hidden)


def attributions(text: str) -> list[Attribution]:
    """Return who is said to say, ask, promise, believe, want or judge what in a text, whether or not it makes a claim.

    Like `read` it masks nobody: sources who fear reprisals are named as the text names them. Ask `hidden` who they are
    before any of it is shared.

    >>> import sijill
    >>> [one] = sijill.attributions("The governor promised to rebuild the market.")
    >>> one.source.quote, one.cue.quote, one.content.quote
    ('The governor', 'promised', 'to rebuild the market')
    """
    from sijill.acquire import Options, report_from_text
    from sijill.run import attributions_of
    from sijill.run.pipeline import load_tools

    return list(attributions_of(report_from_text(text, name="text", options=Options()), load_tools()))


def open(path: str | Path, *, create: bool = True) -> Register:  # noqa: A001 -- `sijill.open` is the name people expect
    """Return the register in a file (SQLite) or at a database URL, made where there is none unless `create` is false.

    Raises RegisterError where the file is no register, cannot be written, or was made by a newer version.
    """
    from sijill.ledger import open_register

    return open_register(path, create=create)
