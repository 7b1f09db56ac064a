"""Acts that a trigger's own clause names."""

import pytest
from trees import tree

from sijill.extract.named_acts import absent, act_above, armed_act, plain_act, words

STRUCK = """
{weapon} NOUN 1 nsubj
struck VERB 1 ROOT
a DET 3 det
{struck} NOUN 1 obj
, PUNCT 5 punct
killing VERB 1 advcl
nine NUM 5 obj
"""
HIT_BY = """
The DET 1 det
{struck} NOUN 3 nsubj:pass
was AUX 3 aux:pass
hit VERB 3 ROOT
by ADP 5 case
{weapon} NOUN 3 obl
"""
FIRED = """
{who} NOUN 1 nsubj
fired VERB 1 ROOT
{what} NOUN 1 obj
{of} ADP 4 case
{it} NOUN 2 nmod
"""


@pytest.mark.parametrize(
    ("weapon", "act"),
    [("missile", "shelling_artillery_missile"), ("Warplanes", "air_drone_strike"), ("Gunmen", None)],
)
def test_what_struck_says_what_act_it_was(weapon: str, act: str | None) -> None:
    doc = tree(STRUCK.format(weapon=weapon, struck="house"))
    assert armed_act(doc[1:2]) == act


def test_a_figure_is_of_the_act_whose_weapon_its_sentence_names() -> None:
    doc = tree(STRUCK.format(weapon="missile", struck="house"))
    assert act_above(doc[6]) == "shelling_artillery_missile"


def test_what_was_struck_is_no_weapon() -> None:
    assert armed_act(tree(STRUCK.format(weapon="Gunmen", struck="helicopter"))[1:2]) is None
    doc = tree(HIT_BY.format(struck="helicopter", weapon="rockets"))
    assert armed_act(doc[3:4]) == "shelling_artillery_missile"


def test_rockets_that_jets_fired_are_left_to_the_reader() -> None:
    doc = tree("""
    Rockets NOUN 4 nsubj
    fired VERB 0 acl
    by ADP 3 case
    jets NOUN 1 obl
    hit VERB 4 ROOT
    it PRON 4 obj
    """)
    assert armed_act(doc[4:5]) is None


def test_a_hand_weapon_beside_a_mortar_is_left_to_the_reader() -> None:
    doc = tree("""
    They PRON 1 nsubj
    attacked VERB 1 ROOT
    it PRON 1 obj
    with ADP 4 case
    rifles NOUN 1 obl
    and CCONJ 6 cc
    mortars NOUN 4 conj
    """)
    assert armed_act(doc[1:2]) is None


def test_what_is_fired_may_hold_a_chemical() -> None:
    barrels = tree(FIRED.format(who="Helicopters", what="barrels", of="of", it="chlorine"))
    assert armed_act(barrels[1:2]) == "chemical_weapon"
    salvo = tree(FIRED.format(who="Tanks", what="salvos", of="at", it="chemicals"))
    assert armed_act(salvo[1:2]) is None


@pytest.mark.parametrize(("verb", "act"), [("beheaded", "attack"), ("shot", None)])
def test_who_is_put_to_death_did_not_fall_in_battle(verb: str, act: str | None) -> None:
    doc = tree(f"""
    They PRON 1 nsubj
    {verb} VERB 1 ROOT
    12 NUM 3 nummod
    soldiers NOUN 1 obj
    """)
    assert armed_act(doc[1:2]) == act


def test_a_raid_that_is_executed_puts_nobody_to_death() -> None:
    doc = tree("Commandos NOUN 1 nsubj\nexecuted VERB 1 ROOT\na DET 3 det\nraid NOUN 1 obj")
    assert armed_act(doc[1:2]) is None


@pytest.mark.parametrize(
    ("who", "what", "of", "it"),
    [
        ("Police", "rockets", "of", "tear"),
        ("gunman", "shells", "from", "shotgun"),
        ("Hooligans", "rockets", "and", "flares"),
        ("Crowds", "rockets", "like", "fireworks"),
    ],
)
def test_shells_of_tear_gas_and_of_shotguns_shell_nobody(who: str, what: str, of: str, it: str) -> None:
    assert armed_act(tree(FIRED.format(who=who, what=what, of=of, it=it))[1:2]) is None


def test_shells_of_tear_gas_shell_nobody_where_people_are_counted() -> None:
    doc = tree("""
    Police NOUN 1 nsubj
    fired VERB 1 ROOT
    tear NOUN 4 compound
    gas NOUN 4 compound
    shells NOUN 1 obj
    , PUNCT 6 punct
    wounding VERB 1 advcl
    20 NUM 6 obj
    """)
    assert armed_act(doc[1:2]) is None
    assert armed_act(doc[2:5]) is None
    assert act_above(doc[7]) is None


def test_a_crash_is_no_strike() -> None:
    doc = tree("""
    A DET 2 det
    helicopter NOUN 2 compound
    crash NOUN 3 nsubj
    killed VERB 3 ROOT
    nine NUM 5 nummod
    soldiers NOUN 3 obj
    """)
    assert armed_act(doc[2:3]) is None
    assert armed_act(doc[3:4]) is None
    assert act_above(doc[4]) is None


@pytest.mark.parametrize(("came", "act"), [("landed", None), ("struck", "air_drone_strike")])
def test_who_lands_by_helicopter_strikes_nobody_by_it(came: str, act: str | None) -> None:
    doc = tree(f"""
    They PRON 1 nsubj
    {came} VERB 1 ROOT
    with ADP 3 case
    helicopters NOUN 1 obl
    """)
    assert armed_act(doc[1:2]) == act


def test_two_kinds_of_weapon_are_left_to_the_reader() -> None:
    doc = tree("""
    bombers NOUN 3 nsubj
    and CCONJ 2 cc
    rockets NOUN 0 conj
    killed VERB 3 ROOT
    40 NUM 3 obj
    """)
    assert act_above(doc[4]) is None
    beside = tree("""
    They PRON 1 nsubj
    attacked VERB 1 ROOT
    with ADP 3 case
    mortars NOUN 1 obl
    and CCONJ 6 cc
    car NOUN 6 compound
    bombs NOUN 3 conj
    """)
    assert armed_act(beside[1:2]) is None


def test_bombs_that_jets_dropped_are_an_air_strike() -> None:
    assert armed_act(tree(FIRED.format(who="Jets", what="bombs", of="on", it="Idlib"))[1:2]) == "air_drone_strike"


@pytest.mark.parametrize(("cut", "act"), [("road NOUN", "other"), ("ribbon NOUN", None)])
def test_cutting_a_road_takes_no_territory(cut: str, act: str | None) -> None:
    doc = tree(f"""
    They PRON 1 nsubj
    cut VERB 1 ROOT
    the DET 3 det
    {cut} 1 obj
    """)
    assert plain_act(doc[1:2], "government_regains_territory") == act
    assert plain_act(doc[1:2], "violent_demonstration") is None


def test_a_siege_is_no_capture_but_breaking_it_may_be() -> None:
    doc = tree("""
    They PRON 1 nsubj
    broke VERB 1 ROOT
    the DET 3 det
    siege NOUN 1 obj
    """)
    assert plain_act(doc[3:4], "government_regains_territory") == "other"
    assert plain_act(doc[1:2], "government_regains_territory") is None


@pytest.mark.parametrize("read", ["attack", "armed_clash", "violent_demonstration"])
def test_a_siege_that_the_reader_takes_for_no_capture_is_left_to_it(read: str) -> None:
    doc = tree("Fighters NOUN 1 nsubj\nbesieged VERB 1 ROOT\na DET 3 det\nhotel NOUN 1 obj")
    assert plain_act(doc[1:2], read) is None


@pytest.mark.parametrize(("also", "act"), [("batons", "protest_with_intervention"), ("bullets", None), ("live", None)])
def test_tear_gas_alone_is_no_excessive_force(also: str, act: str | None) -> None:
    doc = tree(f"""
    Police NOUN 1 nsubj
    fired VERB 1 ROOT
    tear NOUN 3 compound
    gas NOUN 1 obj
    and CCONJ 5 cc
    {also} NOUN 3 conj
    """)
    assert plain_act(doc[1:2], "excessive_force_against_protesters") == act


def test_a_meeting_is_held_to_negotiate_where_the_reader_knows_no_kind_for_it() -> None:
    meeting = tree("An DET 2 det\nemergency NOUN 2 compound\nmeeting NOUN 2 ROOT")
    assert plain_act(meeting[1:3], "other") == "negotiate"
    assert plain_act(meeting[1:3], "suicide_bomb") is None


@pytest.mark.parametrize(
    ("what", "act"),
    [("strikes", "change_to_group_activity"), ("attack", None), ("offensive", None), ("bus", None)],
)
def test_fire_that_stopped_is_no_fire(what: str, act: str | None) -> None:
    doc = tree(f"""
    They PRON 1 nsubj
    halted VERB 1 ROOT
    the DET 3 det
    {what} NOUN 1 obj
    """)
    assert plain_act(doc[1:2], "other") == act
    assert plain_act(doc[3:4], "air_drone_strike") == act


def test_fire_that_stopped_after_it_killed_is_fire() -> None:
    doc = tree("""
    Shelling NOUN 2 nsubj:pass
    was AUX 2 aux:pass
    halted VERB 2 ROOT
    after SCONJ 6 mark
    12 NUM 5 nummod
    people NOUN 6 nsubj
    died VERB 2 advcl
    """)
    assert plain_act(doc[0:1], "shelling_artillery_missile") is None


@pytest.mark.parametrize(
    ("verb", "over", "act"),
    [
        ("declared", "over", "change_to_group_activity"),
        ("declared", "today", None),
        ("broke", "today", "change_to_group_activity"),
    ],
)
def test_a_truce_that_is_broken_is_no_agreement(verb: str, over: str, act: str | None) -> None:
    doc = tree(f"""
    They PRON 1 nsubj
    {verb} VERB 1 ROOT
    the DET 3 det
    truce NOUN 1 obj
    {over} ADV 1 advmod
    """)
    assert plain_act(doc[1:2], "agreement") == act


@pytest.mark.parametrize(("who", "act"), [("We", "threaten"), ("They", None)])
def test_what_we_will_do_to_others_is_a_threat(who: str, act: str | None) -> None:
    doc = tree(f"""
    {who} PRON 2 nsubj
    will AUX 2 aux
    hunt VERB 2 ROOT
    them PRON 2 obj
    """)
    assert plain_act(doc[2:3], "armed_clash") == act
    assert plain_act(doc[2:3], "aid") is None


def test_every_list_of_the_table_has_words_in_lower_case() -> None:
    assert all(row and all(word == word.lower() for word in row) for row in words().values())


MET = """
A DET 1 det
{who} NOUN 2 nsubj
{verb} VERB 2 ROOT
a DET 5 det
{kind} NOUN 5 compound
{what} NOUN 2 obj
"""


@pytest.mark.parametrize(
    ("who", "verb", "kind", "what", "act"),
    [
        ("bus", "hit", "Soviet", "landmine", "remote_explosive_ied"),
        ("bus", "hit", "gold", "mine", None),
        ("bus", "hit", "army", "truck", None),
        ("drone", "hit", "hidden", "landmine", "air_drone_strike"),
    ],
)
def test_who_hits_a_mine_sets_it_off(who: str, verb: str, kind: str, what: str, act: str | None) -> None:
    assert armed_act(tree(MET.format(who=who, verb=verb, kind=kind, what=what))[2:3]) == act


AT_A_MINE = """
{whose} DET 1 det
{who} NOUN 2 {role}
{verb} VERB 2 ROOT
{onto} ADP 5 {case}
{det} DET 5 det
{what} NOUN 2 {link}
"""


def act_at_a_mine(
    who: str, verb: str, det: str, what: str = "mine", onto: str = "", *, role: str = "nsubj"
) -> str | None:
    case, link = ("case", "obl") if onto else ("advmod", "obj")
    rows = AT_A_MINE.format(
        whose="The", who=who, verb=verb, det=det, what=what, onto=onto or "then", role=role, case=case, link=link
    )
    return armed_act(tree(rows)[2:3])


@pytest.mark.parametrize(
    ("who", "verb", "det"),
    [
        ("Militants", "struck", "the"),
        ("bandits", "hit", "the"),
        ("company", "struck", "the"),
        ("rebels", "hit", "a"),
        ("Gunmen", "struck", "a"),
        ("Attackers", "hit", "a"),
        ("strike", "hit", "a"),
    ],
)
def test_a_mine_that_is_raided_does_not_go_off(who: str, verb: str, det: str) -> None:
    assert act_at_a_mine(who, verb, det) is None


@pytest.mark.parametrize("who", ["vehicle", "patrol", "boat", "convoy", "farmers", "soldiers"])
def test_a_mine_on_the_way_goes_off(who: str) -> None:
    assert act_at_a_mine(who, "struck", "a") == "remote_explosive_ied"


@pytest.mark.parametrize(
    ("who", "verb", "det", "what", "onto"),
    [
        ("Militants", "struck", "the", "landmine", ""),
        ("rebels", "stepped", "a", "mine", "on"),
        ("Fighters", "triggered", "the", "mine", ""),
        ("gunmen", "ran", "the", "mine", "over"),
    ],
)
def test_attackers_set_off_what_can_only_be_an_explosive(who: str, verb: str, det: str, what: str, onto: str) -> None:
    assert act_at_a_mine(who, verb, det, what, onto) == "remote_explosive_ied"


def test_rebels_who_are_hit_by_a_mine_raid_none() -> None:
    assert act_at_a_mine("rebels", "hit", "a", onto="by", role="nsubj:pass") == "remote_explosive_ied"


def test_what_struck_somebody_near_a_mine_was_no_mine() -> None:
    assert act_at_a_mine("truck", "struck", "a", onto="near") is None


def test_attackers_raid_the_mine_in_the_second_of_two_verbs_too() -> None:
    doc = tree("""
    Attackers NOUN 1 nsubj
    came VERB 1 ROOT
    and CCONJ 3 cc
    hit VERB 1 conj
    a DET 5 det
    mine NOUN 3 obj
    """)
    assert armed_act(doc[3:4]) is None


def test_a_deal_is_an_agreement_and_talks_about_it_are_not() -> None:
    deal = tree("""
    an DET 2 det
    evacuation NOUN 2 compound
    deal NOUN 2 ROOT
    """)
    assert plain_act(deal[2:3], "demand") == "agreement"
    assert plain_act(deal[1:2], "demand") is None
    assert plain_act(deal[2:3], "threaten") is None


def test_who_pulls_out_regains_no_territory() -> None:
    army = tree("""
    army NOUN 1 nsubj
    pulled VERB 1 ROOT
    out ADP 1 compound:prt
    """)
    assert plain_act(army[1:3], "government_regains_territory") == "non_violent_transfer_of_territory"
    assert plain_act(army[1:3], "armed_clash") is None


@pytest.mark.parametrize(("goods", "act"), [("weapons", "aid"), ("food", "aid"), ("bombs", None)])
def test_goods_that_planes_drop_strike_nobody(goods: str, act: str | None) -> None:
    dropped = tree(f"""
    Planes NOUN 1 nsubj
    dropped VERB 1 ROOT
    {goods} NOUN 1 obj
    """)
    assert plain_act(dropped[1:2], "air_drone_strike") == act


@pytest.mark.parametrize(
    ("did", "rest", "act"),
    [
        ("ransacked", "yesterday", "looting_property_destruction"),
        ("set", "ablaze", "looting_property_destruction"),
        ("set", "up", None),
    ],
)
def test_looting_is_no_protest(did: str, rest: str, act: str | None) -> None:
    doc = tree(f"""
    It PRON 1 nsubj
    {did} VERB 1 ROOT
    {rest} ADJ 1 advmod
    """)
    assert plain_act(doc[1:2], "protest_with_intervention") == act
    assert plain_act(doc[1:2], "demand") is None


def test_what_a_crowd_chants_is_a_protest() -> None:
    crowd = tree("""
    They PRON 1 nsubj
    chanted VERB 1 ROOT
    """)
    assert plain_act(crowd[1:2], "demand") == "peaceful_protest"
    assert plain_act(crowd[1:2], "condemn") is None


def test_a_report_that_names_no_gas_and_no_suicide_tells_of_neither() -> None:
    assert absent("a huge explosion shook the city, where planes had been seen") == {"chemical_weapon", "suicide_bomb"}
    assert absent("chlorine was dropped by helicopters before the bomber blew himself up") == frozenset()
