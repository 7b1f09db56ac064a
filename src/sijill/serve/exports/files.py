"""Tables and documents as the bytes of a file: CSV, JSON Lines, Parquet, Excel, GeoJSON.

Invariant: the same sheet gives the same bytes: no clock, no name of a machine, a fixed order. No cell is cut.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from sijill.errors import UsageError
from sijill.serve import machine
from sijill.serve.exports.sheet import LARGEST, Records, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sijill.serve.exports.sheet import Cell, Column

CELL_LIMIT = 32_767  # characters of a cell, and
ROW_LIMIT = 1_048_576  # rows of a sheet in Excel
PINNED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # what a workbook says of when it was made
INSTALL: Final = "pip install 'sijill[export]'"


def encoded(made: Sheet | Records, form: str) -> bytes:
    """Return the bytes of a table in one of FORMS, or of documents as JSON; UsageError for a form that cannot be."""
    if isinstance(made, Records):
        return document_bytes(made)
    if form not in FORMS:
        msg = f"there is no file form {form!r}: use one of {', '.join(FORMS)}"
        raise UsageError(msg)
    return FORMS[form](made)


def document_bytes(made: Records) -> bytes:
    """Return documents as JSON Lines, or the one document."""
    stream = io.StringIO()
    if made.whole:
        machine.write_document(made.documents[0], stream)
    else:
        machine.write_lines(made.documents, stream)
    return text_bytes(stream.getvalue())


def csv_bytes(sheet: Sheet) -> bytes:
    """Return CSV; cells that a spreadsheet would run are neutralised, HXL tags stand under the headings."""
    stream = io.StringIO(newline="")
    rows = [sheet.tags, *sheet.rows] if sheet.tags else sheet.rows
    machine.write_table(sheet.names, rows, stream)
    return text_bytes(stream.getvalue())


def json_bytes(sheet: Sheet) -> bytes:
    """Return JSON Lines, an object a row."""
    stream = io.StringIO()
    machine.write_lines(sheet.rows, stream)
    return text_bytes(stream.getvalue())


def parquet_bytes(sheet: Sheet) -> bytes:
    """Return Parquet with the types of the columns; days are dates. Needs pyarrow."""
    arrow, parquet = wanted("pyarrow"), wanted("pyarrow.parquet")
    types = {
        "text": arrow.string(), "whole": arrow.int64(), "number": arrow.float64(),
        "day": arrow.date32(), "flag": arrow.bool_(),
    }  # fmt: skip
    fields = [arrow.field(c.name, types[c.type], nullable=c.empty, metadata=tag_of(c)) for c in sheet.columns]
    columns = {c.name: [native(row[c.name], c) for row in sheet.rows] for c in sheet.columns}
    target = io.BytesIO()
    parquet.write_table(arrow.table(columns, schema=arrow.schema(fields)), target, compression="zstd")
    return target.getvalue()


def tag_of(column: Column) -> dict[str, str] | None:
    """Return what a Parquet column says of itself beyond its type."""
    return {"hxl": column.tag} if column.tag else None


def native(cell: Cell, column: Column) -> object:
    """Return a cell as Parquet holds it: days as dates, numbers as floats; half of a character as its escape."""
    if isinstance(cell, str):
        return date.fromisoformat(cell) if column.type == "day" else text_bytes(cell).decode()
    if column.type == "whole" and isinstance(cell, int) and abs(cell) > LARGEST:
        msg = f"Parquet cannot hold {cell:,} in {column.name}: use csv or jsonl"
        raise UsageError(msg)
    return float(cell) if column.type == "number" and cell is not None else cell


def excel_bytes(sheet: Sheet) -> bytes:
    """Return an Excel workbook of one sheet; text is text and never a formula. Needs xlsxwriter."""
    check_limits(sheet)
    target = io.BytesIO()
    book = wanted("xlsxwriter").Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": PINNED})
    page = book.add_worksheet(sheet.name[:31])
    page.freeze_panes(2 if sheet.tags else 1, 0)
    rows: list[Mapping[str, Cell]] = [{name: name for name in sheet.names}, *([sheet.tags] if sheet.tags else [])]
    for at, row in enumerate((*rows, *sheet.rows)):
        for column, name in enumerate(sheet.names):
            write_cell(page, at, column, row[name])
    book.close()
    return target.getvalue()


def write_cell(page: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401 -- xlsxwriter is not installed with Sijill
    """Write one cell with its type; an empty one is not written."""
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell)
    elif cell is not None:
        page.write_string(row, column, text_bytes(cell).decode())


def check_limits(sheet: Sheet) -> None:
    """Refuse with UsageError what Excel would cut."""
    longest = max((len(cell) for row in sheet.rows for cell in row.values() if isinstance(cell, str)), default=0)
    if longest > CELL_LIMIT or len(sheet.rows) >= ROW_LIMIT - 1:
        msg = (
            f"Excel cannot hold {sheet.name} whole: {len(sheet.rows):,} rows, {longest:,} characters in the longest "
            "cell; use csv or parquet"
        )
        raise UsageError(msg)


def text_bytes(text: str) -> bytes:
    """Return UTF-8; half of a character is written as its escape."""
    return text.encode("utf-8", "backslashreplace")


def wanted(module: str) -> Any:  # noqa: ANN401 -- it is not installed with Sijill
    """Return an optional library; UsageError where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        msg = f"this form needs {module.partition('.')[0]}, which is not installed: {INSTALL}"
        raise UsageError(msg) from None


FORMS: Final[Mapping[str, Callable[[Sheet], bytes]]] = {
    "csv": csv_bytes,
    "jsonl": json_bytes,
    "parquet": parquet_bytes,
    "xlsx": excel_bytes,
}
