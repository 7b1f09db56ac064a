"""Characters as they are typed plainly: quotes, dashes, spaces, entities, ligatures, and what is invisible.

Invariant: no word, number or mark of the report is lost; only how it is encoded changes.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.clean.mapped import Mapped

_PLAIN: Final = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u02bb\u00b4", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2014\u2015\u2e3a\u2e3b", "--"),
    "\u2026": "...",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x85": "\n",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# UTF-8 that was taken for Windows-1252 somewhere on its way ("â€™" for an apostrophe): read as it was meant.
_GARBLED: Final = {
    "\u00e2\u20ac\u2122": "'",
    "\u00e2\u20ac\u02dc": "'",
    "\u00e2\u20ac\u0153": '"',
    "\u00e2\u20ac\u009d": '"',
    "\u00e2\u20ac\u201c": "-",
    "\u00e2\u20ac\u201d": "--",
    "\u00e2\u20ac\u00a6": "...",
    "\u00e2\u20ac\u00a2": "-",
}
_ODD: Final = re.compile(
    "(?P<plain>[" + "".join(_PLAIN) + "])"
    "|(?P<garbled>\u00e2\u20ac[\u2122\u02dc\u0153\u009d\u201c\u201d\u00a6\u00a2])"
    "|(?P<twice>\u00c2(?=[\u00a0-\u00bf])|\u00c3[\u00a0-\u00bf])"
    "|(?P<hidden>[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+)"
    "|(?P<entity>&(?:[A-Za-z]{2,8}|#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6});)"
    "|(?P<space>[\t\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<escaped>\\(?=[/*]))"
)
_SUSPECT: Final = re.compile(  # one class is searched ten times as fast as the alternatives
    "[\x00-\x09\x0b-\x0c\x0e-\x1f\x7f\u00a0\u00ad\u00c2\u00c3\u00e2\u034f\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f"
    "\u2060-\u2069\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffb&\\\\" + "".join(_PLAIN) + "]"
)
_BLANKS: Final = re.compile(r"\s{2,}|\r|^\s|\s$")


def plain(text: Mapped) -> Mapped:
    """Return the text in plain characters: spaces single, line ends as one newline, blank lines as two."""
    odd = text.rewrite(_edits(text.text))
    blanks = ((m.start(), m.end(), _blank(m)) for m in _BLANKS.finditer(odd.text))
    return odd.rewrite(blank for blank in blanks if odd.text[blank[0] : blank[1]] != blank[2])


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what stands for each odd character."""
    done = 0
    for suspect in _SUSPECT.finditer(text):
        match = _ODD.match(text, suspect.start()) if suspect.start() >= done else None
        if match:
            done = match.end()
            yield match.start(), done, _plain_of(match)


def _plain_of(match: re.Match[str]) -> str:
    """Return the plain characters for one match."""
    found = match[0]
    match match.lastgroup:
        case "plain":
            return _PLAIN[found]
        case "garbled":
            return _GARBLED[found]
        case "twice":
            return "" if len(found) == 1 else chr(ord(found[1]) + 0x40)  # UTF-8 of U+00E0..U+00FF
        case "entity":
            return _entity(found)
        case "space":
            return " "
        case _:
            return ""


def _entity(found: str) -> str:
    """Return what a left-over HTML entity stands for, in plain characters; itself where it stands for nothing."""
    meant = html.unescape(found)
    if meant in {found, "\ufffd"} or not meant.isprintable():
        return " " if meant.isspace() else found
    return _PLAIN.get(meant, meant)


def _blank(match: re.Match[str]) -> str:
    """Return one space, one newline or two for a run of white space; nothing at the ends of the text."""
    if match.start() == 0 or match.end() == len(match.string):
        return ""
    lines = len(match[0].replace("\r\n", "\n").splitlines()) if match[0].strip(" ") else 0
    breaks = lines - 1 if not match[0].endswith(("\n", "\r")) else lines
    return "\n\n" if breaks > 1 else "\n" if breaks == 1 else " "
