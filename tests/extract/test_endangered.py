"""Who is in danger, by trees given by hand: full names too, and who is spared."""

from __future__ import annotations

import pytest
from trees import tree

from sijill.extract.endangered import endangered


def found(rows: str, first: str, last: str) -> list[str]:
    doc = tree(rows)
    words = [token.text for token in doc]
    return [head.text for head in endangered(doc[words.index(first) : words.index(last) + 1])]


def in_hiding(who: str, subject: str = "Ada PROPN {verb} nsubj") -> str:
    """Return the tree of somebody who is in hiding, with words for a role before the name."""
    at = len(who.splitlines())
    verb = at + 5
    rows = [
        *who.splitlines(),
        subject.format(verb=verb),
        f"Moreno PROPN {at} flat",
        f"has AUX {verb} aux",
        f"been AUX {verb} cop",
        f"in ADP {verb} case",
        f"hiding NOUN {verb} ROOT",
        f". PUNCT {verb} punct",
    ]
    return "\n".join(rows)


@pytest.mark.parametrize("who", ["Journalist NOUN 1 nmod:desc", "Councillor NOUN 1 nmod:desc"])
def test_a_full_name_in_hiding_is_found(who: str) -> None:
    assert found(in_hiding(who), "in", "hiding") == ["Ada"]


@pytest.mark.parametrize("role", ["President", "General", "Warlord", "Fugitive", "Suspect"])
def test_rulers_and_perpetrators_are_spared(role: str) -> None:
    assert found(in_hiding(f"{role} NOUN 1 nmod:desc"), "in", "hiding") == []


def test_whom_others_threaten_is_found_and_not_they() -> None:
    rows = "Gunmen NOUN 1 nsubj\nthreatened VERB 1 ROOT\nAda PROPN 1 obj\nMoreno PROPN 2 flat\n. PUNCT 1 punct"
    assert found(rows, "threatened", "threatened") == ["Ada"]


def test_whoever_got_no_threats_is_spared() -> None:
    rows = "Ada PROPN 2 nsubj\nhas AUX 2 aux\nreceived VERB 2 ROOT\nno DET 4 det\nthreats NOUN 2 obj\n. PUNCT 2 punct"
    assert found(rows, "received", "threats") == []


def test_crowds_and_governments_are_spared() -> None:
    rows = "Residents NOUN 1 nsubj\nfear VERB 1 ROOT\nreprisals NOUN 1 obj\n. PUNCT 1 punct"
    assert found(rows, "fear", "reprisals") == []


def test_the_dead_are_spared() -> None:
    rows = (
        "Ada PROPN 2 nsubj:pass\nwas AUX 2 aux:pass\nkilled VERB 2 ROOT\n. PUNCT 2 punct\n"
        "She PRON 6 nsubj\nhad AUX 6 aux\nreceived VERB 6 ROOT\nthreats NOUN 6 obj\n. PUNCT 6 punct"
    )
    assert found(rows, "received", "threats") == []
