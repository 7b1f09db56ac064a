"""Acts named by their own words, and by the other mentions of their happening."""

from collections.abc import Sequence

from trees import tree

from sijill.extract.acts import weighed_together
from sijill.extract.words import Page
from sijill.model import Report, Text
from sijill.reading import Choice, Reading, TriggerCue

TWO_WORDS_FOR_IT = """
A DET 2 det
suicide NOUN 2 compound
bombing NOUN 3 nsubj
hit VERB 3 ROOT
the DET 5 det
market NOUN 3 obj
. PUNCT 3 punct
The DET 8 det
blast NOUN 9 nsubj
came VERB 9 ROOT
. PUNCT 9 punct
Rebels NOUN 12 nsubj
condemned VERB 12 ROOT
it PRON 12 obj
"""
BOMBING, BLAST, CONDEMNED = 2, 8, 12


def cue(at: int, *choices: tuple[str, float]) -> TriggerCue:
    return TriggerCue(
        start=at, end=at + 1, probability=1.0, happening=tuple(Choice(*one) for one in choices), source_kind=(),
        modality=(), source=None, perpetrator=None, victims=None, place=None,
    )  # fmt: skip


def acts(cues: Sequence[TriggerCue], alike: float, told: str = TWO_WORDS_FOR_IT) -> list[str]:
    """Return the likeliest happening of each cue, all of them alike as much."""
    doc = tree(told)
    plain = Text(text=doc.text, offsets=tuple(range(len(doc.text) + 1)))
    rows = tuple(tuple(alike for _ in cues) for _ in cues)
    reading = Reading(text=doc.text, doc=doc, times=(), numbers=(), triggers=tuple(cues), alike=rows)
    page = Page(report=Report(text=doc.text, name="r", sha256="0"), text=plain, reading=reading)
    return [one.happening[0].label for _, one in weighed_together(page, list(enumerate(cues)))]


BOTH = (cue(BOMBING, ("remote_explosive_ied", 0.6), ("suicide_bomb", 0.4)),
        cue(BLAST, ("remote_explosive_ied", 0.55), ("suicide_bomb", 0.45)))  # fmt: skip


def test_an_act_is_what_its_own_words_name() -> None:
    assert acts(BOTH[:1], 0.0) == ["suicide_bomb"]


def test_a_mention_takes_what_others_of_its_happening_say() -> None:
    assert acts(BOTH, 0.9) == ["suicide_bomb", "suicide_bomb"]


def test_mentions_of_another_happening_say_nothing_of_it() -> None:
    assert acts(BOTH, 0.01) == ["suicide_bomb", "remote_explosive_ied"]


def test_what_is_said_of_an_attack_stays_what_it_is() -> None:
    words = cue(CONDEMNED, ("condemn", 0.6), ("suicide_bomb", 0.4))
    assert acts((*BOTH, words), 0.9)[2] == "condemn"


def test_a_report_that_tells_of_nothing_has_no_acts() -> None:
    assert acts((), 0.9) == []


def test_a_blast_is_the_suicide_bombing_that_one_mention_of_it_names() -> None:
    blast = cue(BLAST, ("remote_explosive_ied", 0.95), ("suicide_bomb", 0.05))
    assert acts((BOTH[0], blast), 0.9) == ["suicide_bomb", "suicide_bomb"]
    assert acts((BOTH[0], blast), 0.0) == ["suicide_bomb", "remote_explosive_ied"]


MANY = """
The DET 1 det
blast NOUN 2 nsubj
hit VERB 2 ROOT
buses NOUN 2 obj
. PUNCT 2 punct
The DET 6 det
blast NOUN 7 nsubj
came VERB 7 ROOT
. PUNCT 7 punct
A DET 11 det
suicide NOUN 11 compound
bombing NOUN 13 nsubj:pass
was AUX 13 aux:pass
meant VERB 13 ROOT
. PUNCT 13 punct
Twelve NUM 17 nsubj:pass
were AUX 17 aux:pass
killed VERB 17 ROOT
"""
BLASTS, ITS_NAME, KILLED = (1, 6), 11, 17
IED = (("remote_explosive_ied", 0.9), ("suicide_bomb", 0.1))


def test_a_bombing_that_one_mention_calls_a_suicide_is_one_however_many_only_say_blast() -> None:
    cues = [*(cue(at, *IED) for at in BLASTS), cue(ITS_NAME, *IED), cue(KILLED, *IED)]
    assert acts(cues, 0.9, MANY) == ["suicide_bomb"] * 4


def test_a_bombing_elsewhere_is_not_called_what_another_was() -> None:
    cues = [*(cue(at, *IED) for at in BLASTS), cue(ITS_NAME, *IED)]
    assert acts(cues, 0.2, MANY)[:2] == ["remote_explosive_ied"] * 2


def test_what_only_tells_of_the_dead_follows_the_mention_that_names_its_act() -> None:
    killed = cue(KILLED, ("armed_clash", 0.7), ("suicide_bomb", 0.3))
    assert acts([cue(ITS_NAME, *IED), killed], 0.9, MANY)[1] == "suicide_bomb"


def test_what_names_no_outcome_goes_by_its_own_words_first() -> None:
    blast = cue(BLASTS[0], ("armed_clash", 0.7), ("suicide_bomb", 0.3))
    assert acts([blast, cue(ITS_NAME, *IED)], 0.9, MANY)[0] == "armed_clash"


ROADSIDE = """
A DET 2 det
suicide NOUN 2 compound
bombing NOUN 3 nsubj
hit VERB 3 ROOT
Kabul PROPN 3 obj
. PUNCT 3 punct
A DET 8 det
roadside NOUN 8 compound
bomb NOUN 9 nsubj
hit VERB 9 ROOT
Ghazni PROPN 9 obj
. PUNCT 9 punct
Gunmen NOUN 13 nsubj
shot VERB 13 ROOT
four NUM 13 obj
"""


def test_a_bomb_that_lay_at_the_road_is_no_suicide_bombing_however_like_one_it_is() -> None:
    cues = (cue(2, ("suicide_bomb", 0.9)), cue(8, ("remote_explosive_ied", 0.6), ("suicide_bomb", 0.4)))
    assert acts(cues, 0.9, ROADSIDE) == ["suicide_bomb", "remote_explosive_ied"]


def test_who_is_shot_dies_by_no_bomb() -> None:
    shot = cue(13, ("suicide_bomb", 0.6), ("attack", 0.4))
    assert acts((cue(2, ("suicide_bomb", 0.9)), shot), 0.9, ROADSIDE) == ["suicide_bomb", "attack"]
