"""Draw the README's picture: what two commands print about the contested market of the sample reports.

usage: python tools/picture.py [OUT.svg]
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

PROJECT = Path(__file__).resolve().parents[1]
WIDTH = 104
SHOWN = 46
"""Lines of the second command that are shown."""


def printed(*arguments: str) -> str:
    """Return what `sijill` prints to a colour terminal of WIDTH columns."""
    screen = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "sijill", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=screen).stdout  # noqa: S603


def main() -> None:
    """Read the sample reports of the market and draw the figures; the picture fetches no font."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "docs" / "pictures" / "demo.svg"
    reports = [str(path) for path in sorted((PROJECT / "examples" / "reports").glob("2016-03-14*"))]
    screen = Console(record=True, width=WIDTH, file=open(os.devnull, "w"), force_terminal=True)  # noqa: PTH123, SIM115
    with tempfile.TemporaryDirectory() as folder:
        register = ["--register", str(Path(folder) / "register.db")]
        printed("read", *reports, *register)
        screen.print("[bold green]$[/] sijill read examples/reports/2016-03-14*")
        screen.print("[bold green]$[/] sijill figures --by-happening")
        lines = printed("figures", "--by-happening", *register).splitlines()[:SHOWN]
        screen.print(Text.from_ansi("\n".join(lines)))
    out.parent.mkdir(parents=True, exist_ok=True)
    drawn = screen.export_svg(title="sijill")
    out.write_text(re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
