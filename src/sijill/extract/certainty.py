"""How certain a claim is, and by which words.

The reader's label decides unless the sentence itself does: a denial, a question, a condition, a verb of what could or
would be, or a word of doubt that governs the claim (`governors`). The words are kept as evidence.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sijill.extract.governors import Governor, governor_of, table
from sijill.extract.plain_words import told_plainly
from sijill.extract.words import number_in
from sijill.reading import NumberCue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sijill.extract.words import Page
    from sijill.model import Evidence
    from sijill.reading import TriggerCue

_CLEAR_HEDGE = re.compile(
    r"\b(?:apparently|reportedly|allegedly|purportedly|unconfirmed|unverified|feared (?:dead|killed)|supposedly|"
    r"reported (?:killed|dead)|presumably|are believed to|is believed to|(?:was|were) believed to|may have)\b",
    re.IGNORECASE,
)


_FAR: Final = 300
"""Characters before a claim in which reports of it are denied."""
_ON: Final = r"(?:(?!\b(?:add|and|but|insist|sa(?:id|y)|while)\w*)[^.;:])"
_TO_DENY: Final = (
    r"\b(?:denied|denies|denying|dismiss(?:ed|es|ing)|refut(?:ed|es|ing)|reject(?:ed|s|ing))\b"
    r"(?:\s+[\w'\u2019-]+){0,4}?\s+"
)
"""Verbs of denial, and up to four words behind them: "categorically denied what it called the"."""
_REPORTS_DENIED: Final = re.compile(
    rf"{_TO_DENY}(?:accounts?|accusations?|allegations?|claims?|fabrications?|lies?|reports?|rumou?rs?|stories"
    rf"|suggestions?)\b{_ON}{{0,60}}?\bthat\b{_ON}*\Z"
    r"|, but den(?:ied|ies) that\b(?:(?!\b(?:after|and|as|that|which|when|who)\b)[^,.;:])*\Z",
    re.IGNORECASE,
)
"""What is told right after it is denied: "dismissed as false reports that seven died", "but denies that 30 did"."""
_BASE: Final = r"(?<=\bwe )|(?<=\bthey )|(?<=\btherefore )|(?<=\bhereby )|(?<=\bnow )"
"""What stands before the plain form of a verb where its subject does it: "we therefore withdraw", not "to withdraw"."""
_TO_TAKE_BACK: Final = (
    rf"(?:(?<!\bwithout )\b(?:disown(?:s|ed|ing)|retract(?:s|ed|ing)|t(?:akes|ook|aking) back|withdr(?:aws|awing|ew))"
    rf"|(?:{_BASE})(?:disown|retract|take back|withdraw)|\b(?:ha[sd]|have)(?: since| now)? (?:taken back|withdrawn))\b"
)
"""Verbs as they stand where something is taken back: not "called on it to retract", "has yet to withdraw"."""
_WITHDRAWN: Final = re.compile(
    rf"{_TO_TAKE_BACK}"
    r"(?:\s+(?:all|an?|any|both|earlier|first|her|his|initial|its|much|our|own|previous|that|the|their|these|this)){0,3}"
    r"\s+(?:accounts?|claims?|counts?|estimates?|figures?|numbers?|reports?|statements?|tolls?|totals?)"
    r"(?:\s+of(?:\s+(?:about|at|least|more|nearly|over|some|than)){0,2}\s+"
    r"|\s+that\b(?:(?!\b(?:add|after|and|because|but|insist|sa(?:id|y)|since|that|when|which|while|who)\w*)[^,.;:]"
    r"|, (?=injuring|killing|wounding))*)\Z",
    re.IGNORECASE,
)
"""What its own source takes back: "we therefore withdraw the figure of 37", "retracted a report that 12 had died"."""


_DENYING: Final = re.compile(
    r"\b(?:avoid\w*|baseless|cannot|contradict\w*|debunk\w*|den(?:ial|ied|ies|y|ying)|dismiss\w*|disput\w*|escap\w*|fabricat\w*|fail\w*|false|fiction|hoax"
    r"|incorrect|lies?|myths?|neither|never|no|nobody|none|nor|not|nothing|prevent\w*|propaganda|refut\w*|reject\w*|rumou?rs?"
    r"|rul(?:e|es|ed|ing) out|unfounded|unhurt|untrue|without|wrong"
    r"|(?:ca|did|do|does|is|was|were|wo)nt)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
"""Words one of which stands in a sentence that denies anything."""
_AFFIRMING: Final = re.compile(
    r"(?:\b(?:not|never|nobody|no one|neither(?: [\w'\u2019-]+){0,5}?)|n['\u2019]t)(?: has| have| ever| even| yet)* "
    r"(?:(?:been )?accounted for|den(?:y|ied)|dismiss(?:ed)?|dispute[ds]?|reject(?:ed)?|retract(?:ed)?"
    r"|withdr[ae]w[ns]?)\b",
    re.IGNORECASE,
)
"""What sounds like a denial and is none: "did not withdraw its claim to have killed 23", "not accounted for"."""
_SAID_ON: Final = re.compile(
    r"\b(?:and|but) (?:(?:also|has|have|he|it|she|they) )?(?:added|adds|confirmed|insisted|insists|said|says)\b",
    re.IGNORECASE,
)
"""What comes behind these words is said, not denied with what was denied before."""
_FAILED: Final = ("foil", "repel", "repuls", "thwart")
_DONE_BY: Final = re.compile(
    r" (?:carried out|conducted|committed|perpetrated|launched|staged|planted|fired|backed|targeting|aimed|linked)\b",
    re.IGNORECASE,
)
_IF_SO: Final = re.compile(
    r"\bif (?:confirmed|proven|substantiated|true|verified)\b"
    r"|(?:\b(?:cannot|not)|n['\u2019]t) (?:be )?rule out(?= [^,.;:]{0,80}\Z)",
    re.IGNORECASE,
)
"""What is told and not yet sure: "if confirmed, the attack would be", "could not rule out that 12 had died"."""


@cache
def cue_patterns() -> dict[str, re.Pattern[str]]:
    """Return one pattern a degree of certainty, from `data/certainty.toml`."""
    source = resources.files("sijill.extract") / "data" / "certainty.toml"
    found: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return {degree: _pattern(phrases) for degree, phrases in found.items()}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    joined = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def certainty_of(page: Page, cue: TriggerCue) -> tuple[str, tuple[Evidence, ...]]:
    """Return a cue's certainty and the words that carry it."""
    low, high = _clause(page, cue)
    clause = page.text.text[low:high]
    label = _read(page, cue)
    if said := _if_so(page, cue):
        return "hedged", (said,)
    plain = told_plainly(page, cue)
    if plain is not None and (plain.degree != label) == (label in {"asserted", "hedged"}):
        return plain.degree, (page.evidence_at("certainty", plain.start, plain.end, f"cue words: {plain.degree}"),)
    governor = _settling(page, cue, label)
    if governor is not None and not _comes_of_what_failed(page, cue, governor):
        found = page.evidence("certainty", governor.token, governor.token + 1, f"{governor.degree}: {governor.why}")
        return governor.degree, (found,)
    here = page.chars(cue.start, cue.end)[0]
    start = max(page.sentence(cue.start).start_char, here - _FAR)
    denied = _REPORTS_DENIED.search(page.text.text[start:here]) or _taken_back(page, cue, page.text.text[start:here])
    if denied is not None and label != "denied":
        at = start + denied.start()
        return "denied", (page.evidence_at("certainty", at, at + len(denied[0]), "denied: reports of it"),)
    if label == "asserted" and _CLEAR_HEDGE.search(clause):
        label = "hedged"
    if label == "hedged" and isinstance(cue, NumberCue) and _is_of_the_doer(clause):
        return "asserted", ()
    return label, _cues(page, label, low, clause)


def _taken_back(page: Page, cue: TriggerCue, before: str) -> re.Match[str] | None:
    """Return the words before a cue by which its source takes it back; a participle ("girls abducted in") stands."""
    word = page.doc[cue.start : cue.end].root
    participle = word.dep_ in {"acl", "amod"} and not any(child.dep_.startswith("nsubj") for child in word.children)
    return None if participle and not isinstance(cue, NumberCue) else _WITHDRAWN.search(before)


def _read(page: Page, cue: TriggerCue) -> str:
    """Return the reader's label; the next likeliest where it takes for denied what no word of the sentence denies.

    Of 12 such claims in the annotated reports one is denied ("prevented the killing of large numbers").
    """
    label = cue.modality[0].label
    if label != "denied" or _denies(page, cue):
        return label
    return next((choice.label for choice in cue.modality if choice.label != "denied"), "asserted")


def _denies(page: Page, cue: TriggerCue) -> bool:
    """Tell whether a word of a cue's sentence denies anything, with nothing said behind it ("denied it and said")."""
    sentence, here = page.sentence(cue.start), page.chars(cue.start, cue.end)[0]
    affirmed = list(_affirmed(page, cue))
    found = (
        one
        for one in _DENYING.finditer(page.text.text, sentence.start_char, sentence.end_char)
        if not any(start <= one.start() < end for start, end in affirmed)
    )
    return any(_SAID_ON.search(page.text.text, one.end(), max(here, one.end())) is None for one in found)


def _comes_of_what_failed(page: Page, cue: TriggerCue, governor: Governor) -> bool:
    """Tell whether a number counts what came of an attack that failed: "foiled an attack on the town, killing 60"."""
    failed = page.doc[governor.token].lower_.startswith(_FAILED)
    return isinstance(cue, NumberCue) and governor.degree == "denied" and failed and not _denies(page, cue)


def _is_of_the_doer(clause: str) -> bool:
    """Tell whether all that a clause doubts is who did it or at whom: "12 died in strikes allegedly carried out by"."""
    doubts = [found.end() for found in cue_patterns()["hedged"].finditer(clause)]
    return bool(doubts) and all(_DONE_BY.match(clause, end) for end in doubts)


def _if_so(page: Page, cue: TriggerCue) -> Evidence | None:
    """Return the "if confirmed" or "could not rule out" before a cue in its sentence."""
    here = page.chars(cue.start, cue.end)[0]
    start = max(page.sentence(cue.start).start_char, here - _FAR)
    found = _IF_SO.search(page.text.text, start, here)
    return page.evidence_at("certainty", *found.span(), "cue word: hedged") if found is not None else None


def _settling(page: Page, cue: TriggerCue, label: str) -> Governor | None:
    """Return the word that settles a certainty: any that the reader took for a plain statement, a denial always."""
    affirmed = list(_affirmed(page, cue))
    governor = governor_of(
        number_in(page.doc[cue.start : cue.end]),
        heeded=lambda word: not any(start <= word.idx < end for start, end in affirmed),
    )
    if governor is None or cue.start <= governor.token < cue.end:
        governor = _question(page, cue)
    overrides = label == "asserted" or (governor is not None and governor.degree == "denied" and label != "denied")
    return governor if overrides else None


def _affirmed(page: Page, cue: TriggerCue) -> Iterator[tuple[int, int]]:
    """Yield the characters of each denial in a cue's sentence that is itself denied, but for the cue's own words."""
    sentence, here = page.sentence(cue.start), page.chars(cue.start, cue.end)[0]
    for found in _AFFIRMING.finditer(page.text.text, sentence.start_char, sentence.end_char):
        if not found.start() <= here < found.end():
            yield found.span()


def _question(page: Page, cue: TriggerCue) -> Governor | None:
    """Return the mark of a question that asks whether something is so; "why" and "who" take it as given."""
    sentence = page.sentence(cue.start)
    if "?" not in page.text.text[sentence.start_char : sentence.end_char]:
        return None
    ends = [t for t in sentence if t.text == "?" and t.i > cue.start]
    if not ends:
        return None
    asked = {t.lower_ for t in sentence if t.i < cue.start} & table().words["questions"]
    return None if asked else Governor(int(ends[0].i), "hypothetical", "it is asked", 0)


def _cues(page: Page, degree: str, low: int, clause: str) -> tuple[Evidence, ...]:
    pattern = cue_patterns().get(degree)
    if pattern is None:
        return ()
    return tuple(
        page.evidence_at("certainty", low + found.start(), low + found.end(), f"cue word: {degree}")
        for found in pattern.finditer(clause)
    )


def _clause(page: Page, cue: TriggerCue) -> tuple[int, int]:
    """Return the characters of the clause around a cue: its governing verb's words up to the next finite verb."""
    token = page.doc[cue.start : cue.end].root
    while token.pos_ not in {"VERB", "AUX"} and token.head.i != token.i:
        token = token.head
    inside = [t for t in token.subtree if abs(t.i - cue.start) <= _REACH]
    inside.append(page.doc[cue.start])
    low, high = min(t.i for t in inside), max(t.i for t in inside)
    return page.chars(low, high + 1)


_REACH = 12
"""Words on either side of the cue that its clause may take in."""
