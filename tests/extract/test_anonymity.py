"""Sources that hide."""

import pytest

from sijill.extract.anonymity import hidings


@pytest.mark.parametrize(
    "text",
    [
        "A resident, who spoke on the condition of anonymity because he feared reprisals, said three men died.",
        "The official, who was not authorised to speak to the media, put the toll at 12.",
        "A nurse who asked not to be named said 20 bodies were brought in.",
        "The witness declined to give his full name for fear of arrest.",
        "One activist in the city, who gave his name as Alaa, said defectors were seen near the compound.",
        "A shopkeeper who gave only his first name, Samir, said he saw the soldiers.",
        "The medic, whose name is being withheld for his safety, said 9 people died.",
    ],
)
def test_a_source_that_hides_is_found(text: str) -> None:
    assert hidings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Ahmed Saleh, the army's spokesman, said 12 soldiers were killed.",
        "The Syrian Observatory for Human Rights said 15 people died in the raid.",
        "Police named the suspect as a former officer.",
    ],
)
def test_a_source_that_speaks_openly_is_not_protected(text: str) -> None:
    assert not hidings(text)


def test_the_name_given_and_the_reason_are_kept() -> None:
    found = hidings("A witness who gave his name as Karim, fearing reprisals, said two men were shot.")
    assert "Karim" in {h.name for h in found}
    assert any(h.reason and "reprisals" in h.reason for h in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A fighter known only as Abu Mohammed said so.", "Abu Mohammed"),
        ("A man identified only as Abu Omar al-Homsi fled.", "Abu Omar al-Homsi"),
        ("A man known only as Abu Omar al-Homsi fled.", "Abu Omar al-Homsi"),
        ("A commander known only as The Engineer spoke.", "The Engineer"),
        ("A smuggler known only as the Fox spoke.", "the Fox"),
        ("A dealer known only as al-Shami spoke.", "al-Shami"),
        ("A girl known only as Rana’s voice shook.", "Rana"),  # noqa: RUF001 -- the apostrophe that texts use
        ("A spy known only as A was there.", None),
        ("We call her Umm Khaled here.", "Umm Khaled"),
        ("We call her Rana Saleh.", "Rana Saleh"),
        ("A nurse who asked to be called Umm Khaled said so.", "Umm Khaled"),
        ("He asked to be identified only as Omar.", "Omar"),
        ("A witness who gave his name as Abu\nKhalil fled Homs.", "Abu Khalil"),
        ("A man named Abu Omar said so.", "Abu Omar"),
        ("She is called Nadia here, though she is not.", "Nadia"),
        ("A prisoner known only as K., who fled.", "K"),
    ],
)
def test_a_name_is_taken_whole(text: str, name: str | None) -> None:
    found = hidings(text)
    assert found or name is None
    assert {h.name for h in found if h.name} == ({name} if name else set())


def test_who_gives_a_full_name_does_not_hide() -> None:
    assert not hidings("A man named Omar Saleh said so.")
    assert not hidings("A doctor who gave his name as Samer Aziz said so.")


def test_an_initial_hides_without_a_name() -> None:
    assert {h.name for h in hidings("A spy known only as A was there.")} == {None}


def test_the_as_of_a_name_gives_no_reason() -> None:
    (found,) = hidings("A witness who gave his name as Abu Khalil fled Homs because he feared arrest.")[:1]
    assert (found.name, found.reason) == ("Abu Khalil", "because he feared arrest")


def test_names_in_a_list_are_each_given() -> None:
    found = hidings("Three fighters, who use the noms de guerre Falcon, Ko Storm and Reed, spoke to us.")
    assert {hiding.name for hiding in found if hiding.name} == {"Falcon", "Ko Storm", "Reed"}


def test_an_adverb_may_stand_in_the_phrase_that_gives_a_name() -> None:
    assert {"Hiwet", "Aster"} <= {hiding.name for hiding in hidings("We have therefore called them Hiwet and Aster.")}


def test_letters_for_a_name_are_one() -> None:
    assert "BBB" in {hiding.name for hiding in hidings("The boy, referred to in the ruling as BBB, testified.")}


@pytest.mark.parametrize(
    "text",
    [
        "The court withheld the names of the two companies.",
        "The names of the other two victims were not immediately released.",
        "The navy has given no names.",
    ],
)
def test_names_of_things_the_dead_and_by_bodies_hide_nobody(text: str) -> None:
    assert hidings(text) == ()
