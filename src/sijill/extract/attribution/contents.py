"""What is said: the clause, the quotation or the thing that a verb takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sijill.extract.attribution.lists import addressing, bare, says, verbs
from sijill.extract.attribution.quotations import breaks, quotation_beside
from sijill.extract.attribution.speakers import SUBJECTS, is_document, is_time
from sijill.extract.words import subtree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from sijill.extract.attribution.quotations import Stretch

_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_THINGS = frozenset({"obj", "obl", "iobj"})
_CIRCUMSTANCES = frozenset(["after", "as", "though", "although", "while", "before", "because", "since", "until"])
_AS = frozenset(["as"])
_TAKES = frozenset({"obj", "ccomp", "xcomp"})
_ASIDES = _CIRCUMSTANCES | {"when", "if", "even"}
_OPENINGS = frozenset(["to", "for", "of", "on", "about", "against", "whether", "how", "what", "why"])
_OF = frozenset(["about", "of", "for", "on", "to", "against", "toward", "towards", "regarding", "as"])
_WITH = frozenset(["with", "at", "over", "from", "between", "into", "upon"])


def content_of(verb: Token, speaker: Token, quoted: Sequence[Stretch]) -> Stretch | None:
    """Return what a verb's speaker says, None where the verb takes nothing that its group allows."""
    if speaker.dep_ == "obl:agent" and not _stands_behind_as(verb):
        return next((subtree(c) for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if says(verb.lower_) and _stands_behind_as(verb):
        return without(subtree(verb.head), subtree(verb))
    after = _after(verb, speaker)
    clauses = [c for c in after if c.dep_ in _CLAUSES and not _has_mark(c, _CIRCUMSTANCES)]
    things = [c for c in after if _is_thing(c, verb)]
    told = None if clauses else _told(verb, speaker, things, quoted)
    if told is not None or verbs()[verb.lower_] == "quoting":
        return told
    if clauses:
        return _clause(verb, after, clauses, things)
    return (
        _before(verb, speaker)
        or _thing(verb, speaker, after, things)
        or _open_clause(verb, after)
        or _beside_subject(verb, speaker)
    )


def _stands_behind_as(verb: Token) -> bool:
    """Tell whether a verb vouches for the clause it stands beside: "as the ministry reported, ..."."""
    return verb.dep_ == "advcl" and _has_mark(verb, _AS) and not any(c.dep_ in _TAKES for c in verb.children)


def _after(verb: Token, speaker: Token) -> list[Token]:
    """Return what hangs on a verb behind it, none where the speaker stands there ("'...', said Diaz, a lawyer")."""
    if speaker.i > verb.i and speaker.head.i == verb.i:
        return []
    return [c for c in verb.children if c.i > verb.i and c.i != speaker.i and not _is_next_act(c)]


def _told(verb: Token, speaker: Token, things: Sequence[Token], quoted: Sequence[Stretch]) -> Stretch | None:
    """Return the quotation beside a verb, or what stands behind its colon."""
    named = any(c.dep_ == "obj" for c in things)
    says_it = verbs()[verb.lower_] in {"saying", "quoting"}
    found = quotation_beside(
        verb, subtree(speaker)[0], quoted, behind=not named or verb.lower_ in addressing() | bare()
    )
    if found is not None and (says_it or not things):
        return found
    colon = next(
        (t for t in (*verb.children, *verb.doc[verb.i + 1 : verb.i + 2]) if t.i > verb.i and t.text == ":"), None
    )
    return _behind_colon(colon) if colon is not None and says_it else None


def _behind_colon(colon: Token) -> Stretch | None:
    """Return what stands behind a colon: its sentence, or the whole line where that is quoted or the next one."""
    doc, start = colon.doc, next((t.i for t in colon.doc[colon.i + 1 :] if not t.is_space), None)
    if start is None:
        return None
    line = next((t.i for t in doc[start:] if breaks(t)), len(doc))
    whole = breaks(doc[colon.i + 1]) or doc[start].text == '"'
    return start, line if whole else min(line, max(int(colon.sent.end), int(doc[start].sent.end)))


def _clause(verb: Token, after: Sequence[Token], clauses: Sequence[Token], things: Sequence[Token]) -> Stretch:
    first = min(c.i for c in clauses)
    kept = [c for c in after if c.dep_ in SUBJECTS or (c.i >= first and _is_part(c, _THINGS | _CLAUSES))]
    whole = any(c.dep_ == "ccomp" and _is_whole(c) for c in clauses)
    return around(kept if whole else [*kept, *things], verb)


def _before(verb: Token, speaker: Token) -> Stretch | None:
    """Return the words before a verb that closes on them ("..., she said")."""
    found = [c for c in verb.children if c.i < verb.i and c.dep_ in {"ccomp", "dep"}]
    found += [c for c in verb.children if c.i < min(verb.i, speaker.i) and c.dep_ == "parataxis"]
    if found:
        others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i and c.i != speaker.i]
        return around([*found, *others], verb)
    return without(subtree(verb.head), subtree(verb)) if verb.dep_ == "parataxis" and says(verb.lower_) else None


def _thing(verb: Token, speaker: Token, after: Sequence[Token], things: Sequence[Token]) -> Stretch | None:
    """Return the thing that a verb takes; one of "holding" takes it "as" something, or where a document shows it."""
    if not things or (verb.lower_ in addressing() and not any(c.dep_ == "obl" for c in things)):
        return None
    takes = verbs()[verb.lower_] != "holding" or is_document(speaker)
    if not takes and not any(t.lower_ == "as" for thing in things for t in thing.subtree):
        return None
    first = min(c.i for c in things)
    return around([c for c in after if c.i >= first and _is_part(c, _THINGS | {"xcomp", "ccomp"})], verb)


def _open_clause(verb: Token, after: Sequence[Token]) -> Stretch | None:
    """Return a clause that is parsed as an adverb but opens like what is said ("voted to ...", "asks whether ...")."""
    found = [c for c in after if c.dep_ == "advcl" and _has_mark(c, _OPENINGS)]
    return around(found, verb) if found else None


def _beside_subject(verb: Token, speaker: Token) -> Stretch | None:
    """Return what another subject of a verb of saying opens, where the parse lost the verb that it belongs to."""
    other = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i != speaker.i and not is_time(c)), None)
    if other is None or not says(verb.lower_):
        return None
    low, first = subtree(other)[0], subtree(speaker)[0]
    if low > verb.i:
        return low, int(verb.sent.end)
    return (low, first) if low < first else None


def _is_thing(token: Token, verb: Token) -> bool:
    if is_time(token):
        return False
    if token.dep_ != "obl":
        return token.dep_ in {"obj", "iobj"}
    preposition = next((c.lower_ for c in token.children if c.dep_ == "case"), "")
    if not preposition and any(c.dep_ == "compound:prt" for c in verb.children):
        return True
    if verb.lower_ in bare():
        return preposition in {"of", "about"}
    return preposition in _OF or (preposition in _WITH and not says(verb.lower_))


def _is_part(token: Token, relations: frozenset[str]) -> bool:
    """Tell whether what hangs on a verb belongs to what it says, not to the act: its time, its reason, the next act."""
    if token.dep_ in relations:
        return True
    if token.dep_ not in {"advcl", "acl"}:
        return False
    opening = next((c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i), None)
    if opening is None:
        return not (token.lower_ in verbs() and token.lower_.endswith("ing"))
    return opening.lower_ not in _ASIDES


def _is_next_act(token: Token) -> bool:
    """Tell whether a clause is another act of the same speaker ("adding that ...")."""
    acts = token.lower_ in verbs() and token.lower_.endswith("ing")
    return acts and token.dep_ in {"ccomp", "parataxis"} and not any(c.dep_ in SUBJECTS for c in token.children)


def _is_whole(clause: Token) -> bool:
    """Tell whether a clause has a subject or a "that" of its own, unlike "called them liars"."""
    return any(c.dep_.startswith(("nsubj", "mark", "csubj", "expl")) for c in clause.children)


def _has_mark(token: Token, marks: frozenset[str]) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in marks for c in token.children)


def around(parts: Sequence[Token], cue: Token) -> Stretch:
    """Return the stretch of some words with all that hangs on them, on their side of a cue."""
    spans = [subtree(part) for part in parts]
    low, high = min(s[0] for s in spans), max(s[1] for s in spans)
    return (max(low, cue.i + 1), high) if all(part.i > cue.i for part in parts) else (low, min(high, cue.i))


def without(whole: Stretch, aside: Stretch) -> Stretch:
    """Return a stretch without one that opens or closes it; one in its middle stays."""
    if aside[1] >= whole[1] - 1:
        return whole[0], min(aside[0], whole[1])
    return (max(aside[1], whole[0]), whole[1]) if aside[0] <= whole[0] else whole
