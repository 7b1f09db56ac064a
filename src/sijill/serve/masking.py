"""Protected sources and people who hide leave no name behind in what is made to be shared.

Invariant: no text that a `Mask` returns holds a name, or wording that identifies, of a protected source of its report,
or of anybody in it who hides. Offsets are kept: they count code points of the report's own text, not of the masked one.
Where in doubt it masks too much: a word that is also another person's name goes with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sijill.serve.folding import fold
from sijill.serve.names import SHORTEST, identifying_phrase, personal_names, plain, searchable_parts, word_lists
from sijill.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sijill.model import Actor, Claim, Evidence, Figure, HiddenPerson, Place, Report, Source
    from sijill.values import Days

MASKED = "[protected source]"
DETERMINER = r"(?:(?:the|a|an|one|another)\s+)?"
RUN = re.compile(r"[^\W_]+")
BETWEEN_WORDS = r"[\s_-]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mask:
    """What is hidden in one report: protected sources, and what `pattern` finds in folded text (None: no name).

    `runs` are runs of letters of which one stands in every text in which anything is found; "" where none is known.
    """

    pattern: re.Pattern[str] | None = None
    hides: bool = True
    runs: frozenset[str] = frozenset({""})

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the stretches of the text to be hidden, in order, none overlapping."""
        if self.pattern is None:
            return ()
        folded, offsets = fold(text)
        found = (match for match in self.pattern.finditer(folded) if identifies(match.group()))
        return tuple(Span(start=offsets[m.start()], end=max(offsets[m.end()], offsets[m.end() - 1] + 1)) for m in found)

    def text(self, text: str) -> str:
        """Return the text with every hidden stretch replaced."""
        parts, at = [], 0
        for span in self.spans(text):
            parts += [text[at : span.start], MASKED]
            at = span.end
        return "".join((*parts, text[at:]))

    def maybe(self, text: str | None) -> str | None:
        """Return the masked text, or None for None."""
        return None if text is None else self.text(text)

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return each text masked."""
        return tuple(self.text(text) for text in texts)

    def claim(self, claim: Claim) -> Claim:
        """Return the claim with every word of it masked; its id, spans and flags stay."""
        if not self.hides or (self.pattern is None and not any(source.protected for source in claim.sources)):
            return claim
        return replace(
            claim,
            sources=tuple(self.source(source) for source in claim.sources),
            evidence=tuple(self.evidence(evidence) for evidence in claim.evidence),
            figure=self.figure(claim.figure),
            perpetrator=self.actor(claim.perpetrator),
            target=self.actor(claim.target),
            place=self.place(claim.place),
            days=self.days(claim.days),
            reason=self.maybe(claim.reason),
            incident=self.maybe(claim.incident),
            unresolved=self.texts(claim.unresolved),
        )

    def source(self, source: Source) -> Source:
        """Return the source unnamed where it is protected, else with protected names in its words masked."""
        chain, why = self.texts(source.chain), self.maybe(source.why_anonymous)
        if source.protected:
            return replace(source, worded=MASKED, name=None, chain=chain, why_anonymous=why)
        worded, name = self.maybe(source.worded), self.maybe(source.name)
        return replace(source, worded=worded, name=name, chain=chain, why_anonymous=why)

    def person(self, person: HiddenPerson) -> HiddenPerson:
        """Return the person who hides unnamed, every word masked."""
        if not self.hides:
            return person
        return replace(
            person,
            worded=MASKED,
            name=None,
            why=self.maybe(person.why),
            evidence=tuple(
                replace(self.evidence(one), quote=MASKED) if one.field == "person" else self.evidence(one)
                for one in person.evidence
            ),
        )

    def evidence(self, evidence: Evidence) -> Evidence:
        """Return the evidence with its quote masked."""
        return replace(evidence, quote=self.text(evidence.quote))

    def figure(self, figure: Figure | None) -> Figure | None:
        """Return the figure with its words masked."""
        return figure and replace(figure, worded=self.text(figure.worded), victims=self.maybe(figure.victims))

    def actor(self, actor: Actor | None) -> Actor | None:
        """Return the actor with its words masked."""
        return actor and replace(actor, worded=self.text(actor.worded), name=self.maybe(actor.name))

    def place(self, place: Place | None) -> Place | None:
        """Return the place with its words masked."""
        return place and replace(place, worded=self.text(place.worded), relation=self.maybe(place.relation))

    def days(self, days: Days) -> Days:
        """Return the days with their words masked."""
        return replace(days, worded=self.maybe(days.worded))

    def report(self, report: Report) -> Report:
        """Return the report with its text, names and addresses masked, for showing; it has another id."""
        if self.pattern is None:
            return report
        return replace(
            report,
            text=self.text(report.text),
            name=self.text(report.name),
            origin=self.text(report.origin),
            title=self.maybe(report.title),
            url=self.maybe(report.url),
            outlet=self.maybe(report.outlet),
            disagreements=self.texts(report.disagreements),
            notes=self.texts(report.notes),
        )


UNMASKED = Mask(hides=False)
NOBODY = Mask()
"""Of a report in which nobody is known to hide: it finds no name, and names no protected source all the same."""


def mask_for(claims: Iterable[Claim], hidden: Iterable[HiddenPerson] = ()) -> Mask:
    """Return the mask that hides the protected sources of one report's claims, and the people in it who hide."""
    named = {words for claim in claims for words in identifying(claim)}
    named |= {words for person in hidden for words in identifying_person(person)}
    words = sorted(named, key=len, reverse=True)
    found = {one: pattern for one in words if (pattern := pattern_of(one))}
    runs = frozenset(max(runs_in(one), key=len, default="") for one in found)
    return Mask(pattern=re.compile("|".join(found.values()), re.IGNORECASE) if found else None, runs=runs)


def runs_in(text: str) -> set[str]:
    """Return the runs of letters and digits of a text, in the form in which a pattern takes them for the same."""
    folded = fold(text)[0] if not text.isascii() else text
    return {run.casefold().replace("ı", "i") for run in RUN.findall(folded)}  # noqa: RUF001 -- `re` takes it for an i


def identifying(claim: Claim) -> Iterator[str]:
    """Yield every name and phrase that identifies a protected source of the claim."""
    for source in claim.sources:
        if source.protected:
            for words in wordings(source, claim):
                yield from names_in(words)
                if phrase := identifying_phrase(words):
                    yield phrase
            for words in self_identifications(source, claim):
                yield from names_in(words)


def identifying_person(person: HiddenPerson) -> Iterator[str]:
    """Yield every name and phrase that identifies a person who hides."""
    if person.name:
        yield from (part for part in searchable_parts(person.name) if may_be_searched(part))
    # why somebody gives a first name only tells of what happened: names in it are of places and of others
    why = None if person.how == "first_name" else person.why
    for words in (person.worded, person.name, why, *(e.quote for e in person.evidence)):
        yield from names_in(words or "")
    if phrase := identifying_phrase(person.worded):
        yield phrase


def may_be_searched(name: str) -> bool:
    """Tell whether a name is more than an initial or a determiner, which would hide every such word of the text."""
    return len(name) >= SHORTEST and plain(name) not in word_lists()["determiners"]


def names_in(words: str) -> Iterator[str]:
    """Yield the names of persons in the words, and the parts of them that may stand alone."""
    for name in personal_names(words):
        yield from searchable_parts(name)


def wordings(source: Source, claim: Claim) -> Iterator[str]:
    """Yield the words in which the source is named: its own, and the evidence for it."""
    yield from (words for words in (source.worded, source.name) if words)
    alone = all(other.protected for other in claim.sources)
    for evidence in claim.evidence:
        if evidence.field == "source" and (alone or (source.worded or "") in evidence.quote):
            yield evidence.quote


def self_identifications(source: Source, claim: Claim) -> Iterator[str]:
    """Yield the words that say how the source hides, as in "who gave his name as Alaa"."""
    yield from (evidence.quote for evidence in claim.evidence if evidence.field == "anonymity")
    if source.why_anonymous:
        yield source.why_anonymous


def pattern_of(words: str) -> str:
    """Return a pattern for the words: any white space or hyphen between them, not within a longer word; else ""."""
    parts = [re.escape(part) for part in re.split(r"[\s-]+", fold(words)[0]) if part]
    if not parts:
        return ""
    determiner = DETERMINER if len(parts) > 1 else ""
    return rf"(?<![^\W_]){determiner}{BETWEEN_WORDS.join(parts)}(?![^\W_])"


def identifies(found: str) -> bool:
    """Tell whether the words found are the name, not a common word that is spelt like it."""
    return found.lower() not in word_lists()["words_too"] or not found[0].islower()
