"""spaCy starts without its commands, and has them when they are asked for."""

from __future__ import annotations

import subprocess
import sys

STARTED = """
import sys
from sijill.detect.spacy_start import without_commands
with without_commands():
    import spacy
assert "spacy.cli" not in sys.modules
assert [token.text for token in spacy.blank("en")("Ten were killed.")] == ["Ten", "were", "killed", "."]
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
assert sys.modules["spacy.cli"].info is not None
"""


def test_spacy_reads_without_its_commands_and_has_them_when_asked() -> None:
    subprocess.run([sys.executable, "-c", STARTED], check=True)


def test_spacy_that_is_there_already_keeps_its_commands() -> None:
    there = "import spacy, sys\nfrom sijill.detect.spacy_start import without_commands\n"
    same = (
        "commands = sys.modules['spacy.cli']\nwith without_commands():\n    assert sys.modules['spacy.cli'] is commands"
    )
    kept = "\nassert sys.modules['spacy.cli'] is commands\n"
    subprocess.run([sys.executable, "-c", there + same + kept], check=True)
