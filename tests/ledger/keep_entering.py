"""A program that enters reports one after the other and announces each on its standard output; tests kill it."""

from __future__ import annotations

import sys
from contextlib import nullcontext

from written_reports import EXTRACTOR, a_report, many_claims

from sijill.ledger import open_register

CLAIMS = 25


def main(file: str, prefix: str, reports: int, *, batch: bool) -> None:
    register = open_register(file)
    with register.batch() if batch else nullcontext():
        waiting: list[str] = []
        for number in range(reports):
            report = a_report(f"{prefix} {number}")
            register.enter(report, many_claims(report, CLAIMS), extractor=EXTRACTOR)
            waiting.append(report.name)
            while waiting and waiting[0] not in register.pending:
                sys.stdout.write(waiting.pop(0) + "\n")
                sys.stdout.flush()
    register.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), batch=sys.argv[4:] == ["batch"])
