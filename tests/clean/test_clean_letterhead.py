"""Who issues a text, by its letterhead."""

import pytest

from sijill.clean.letterhead import issuer


def issued_by(text: str) -> str | None:
    found = issuer(text)
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lake Casualty Watch\nMonthly bulletin, May 2013\n\nAt least three people died.", "Lake Casualty Watch"),
        ("MINISTRY OF DEFENCE\nNorthern Command\nPRESS RELEASE\nFriday\n\nTroops freed ten.", "Northern Command"),
        ("Free River Brigade\nInformation Office\n\nSTATEMENT NO. 7\n\nWe took the bridge.", "Free River Brigade"),
        (
            "Raid in Orzan\n\nJoint Headquarters - Marania\n2013-05\nFor Immediate Release\n\nORZAN",
            "Joint Headquarters",
        ),
        ("DAILY CASUALTY BULLETIN - Lake Rights Watchdog\nSunday\n\nOrzan: 4 killed.", "Lake Rights Watchdog"),
        ("Lake Rights Watchdog: weekly situation report\n\nFour people were killed.", "Lake Rights Watchdog"),
    ],
)
def test_the_name_above_the_line_that_says_what_the_paper_is_issues_it(text: str, name: str) -> None:
    assert issued_by(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Ten killed in Orzan market\n\nORZAN (Reuters) - Ten people were killed on Monday.",
        "The army said in a statement on Monday that ten people had been killed.",
        "Bulletin of the day\n\nTen people were killed.",
        "Breaking: Market Bombed\n\nPress statements by the ministry put the toll at ten.",
        "Ministry of Health: two wounded after press release\n\nTwo people were wounded.",
        "Minister: no new statement - press conference put off\n\nTen people were killed.",
        "By Ana Kova\n\nMedia office director among the dead.",
        "Violence Flares In Orzan\n\nPress releases contradict each other.",
        "Statements by both sides were read out on Monday.\n\nTen people were killed.",
        "",
    ],
)
def test_a_text_without_a_letterhead_has_no_issuer(text: str) -> None:
    assert issued_by(text) is None
