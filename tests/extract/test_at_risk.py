"""Who is endangered and who is not, in sentences as they are read: threats, searches, withheld names, relatives."""

from __future__ import annotations

import pytest

import sijill


def hidden(text: str) -> str:
    return "; ".join(f"{one.worded} {one.name}" for one in sijill.hidden(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Police are searching for the blogger Aziz Karimov, who went into hiding after he wrote of the minister.",
            "Aziz Karimov",
        ),
        (
            "The prosecutor in the arms case, Marta Quiroga, left after a coffin was delivered to her flat.",
            "Marta Quiroga",
        ),
        (
            "The editor of the weekly, Pavel Orsov, moved his family abroad after shots were fired at his door.",
            "Pavel Orsov",
        ),
        (
            "The writer Gulnar Asat says police rang her. If she spoke again, they told her, her son would be jailed.",
            "Gulnar Asat",
        ),
        (
            "Masked men threatened the journalist Laila Faris with a gun and told her to stop writing about them.",
            "Laila Faris",
        ),
        (
            'Yusuf, 33, and his brother Khalil swam across the river at night. "Soldiers shot at us," Yusuf said.',
            "Khalil",
        ),
        (
            'A widow and her daughter Amina hid in a cellar for nine days. "We ate raw rice," Amina said.',
            "Amina",
        ),
        (
            "Poll worker Ray Haddon said he had handed his notice in after a man left a bullet on his windscreen.",
            "Ray Haddon",
        ),
        ("Since a message told her to keep her mouth shut, midwife Sona Petrosyan has stayed away.", "Sona Petrosyan"),
        ("The judge hearing the case, Ines Ferrao, is now driven to work by two armed guards.", "Ines Ferrao"),
        (
            "Agents visited the singer Dalia Amin. If she kept posting, they warned, the father would lose his job.",
            "Dalia Amin",
        ),
        ("General Dando threatened to hang the mayor, Simon Keke, for speaking to the UN.", "Simon Keke"),
        ("Residents who spoke to this paper said they feared reprisals and asked not to be named.", "Residents"),
    ],
)  # fmt: skip
def test_whom_a_name_may_endanger_is_hidden(text: str, name: str) -> None:
    assert name in hidden(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police are looking for Tomas Berg, 40, who has been in hiding since a stabbing in a bar in Orneby.", "Berg"),
        ("Mark Dunn was threatened at gunpoint outside a bank in Leeds by a man who demanded cash.", "Mark Dunn"),
        ("Robbers threatened shop assistant Jane Miller, 43, with a knife and took 200 pounds from the till.", "Jane"),
        ("Gunmen threatened to kill the lawyer Hassan Nabil if he did not drop the case.", "Gunmen"),
        ("Rebel commander Abu Hafs, seen shooting prisoners in a video, was detained in Tamar, the army said.", "Hafs"),
        (
            "The ministry would not give the name of the town that was hit. A witness said houses burned.",
            "witness",
        ),
        ('Villagers said they feared reprisals by both sides. "Nobody sleeps here," said the mayor.', "Villagers"),
        ("The pianist Erik Lund and his wife Greta opened the festival in Aarsund on Friday.", "Greta"),
        ("Paul McDonald and his sister, Jean McDonald, 40, keep the inn.", "Jean"),
        ("Coach Dirk Maas was warned by the league that he would be banned if he shouted again.", "Dirk Maas"),
        ("Letters were posted to his home, the mayor Karl Lind said. He opens them on Fridays.", "Karl Lind"),
    ],
)
def test_whom_no_name_endangers_is_left_open(text: str, name: str) -> None:
    assert name not in hidden(text)
