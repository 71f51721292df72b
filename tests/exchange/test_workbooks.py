"""Workbooks: cells of every kind, and files that are damaged or not computed."""

from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import pytest

from exchange.workbooks import cell_text
from prevention.models import Grant
from tests.exchange.folders import imported, refused

pytestmark = pytest.mark.django_db


def workbook(folder, *rows, replaced=()):
    """Return a workbook of one sheet, with some bytes of it replaced by others."""
    made = openpyxl.Workbook()
    made.active.title = "grants"
    for row in rows:
        made.active.append(row)
    made.save(folder / "made.xlsx")
    path = folder / "register.xlsx"
    with ZipFile(folder / "made.xlsx") as old, ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in replaced:
                content = content.replace(before, after)
            new.writestr(name, content)
    return path


def test_days_numbers_and_blank_rows_of_a_workbook_are_read(tmp_path):
    rows = [
        ["project", "amount", "granted_on"],
        [7, 12500.5, datetime(2019, 6, 4)],  # noqa: DTZ001 - as workbooks have them
        [None, "", None],
        ["P", 100.0, date(2019, 6, 5)],
    ]

    imported(workbook(tmp_path, *rows))

    assert list(
        Grant.objects.order_by("project").values_list("project", "granted_on")
    ) == [
        ("7", date(2019, 6, 4)),
        ("P", date(2019, 6, 5)),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.1 + 0.2, "0.3"), (12.100000000000001, "12.1"), (209000.0, "209000")],
)
def test_a_number_is_read_as_a_spreadsheet_shows_it(value, text):
    assert cell_text(value) == text


def test_a_formula_that_was_never_computed_is_told_and_not_read_as_empty(tmp_path):
    path = workbook(tmp_path, ["project", "amount"], ["P", 1], ["Q", "=1+1"])

    lines = refused(path)

    assert lines[2] == (
        "  grants, line 3; expected: the result of a formula: open the workbook, and"
        " save it again"
    )


def test_the_result_of_a_formula_is_read(tmp_path):
    path = workbook(
        tmp_path,
        ["project", "amount", "recipients"],
        ["P", "=1+1", "=A1"],
        replaced=[
            (b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"),
            (b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>"),
            (b'<c r="C2"><f>', b'<c r="C2" t="str"><f>'),
        ],
    )

    imported(path)

    assert Grant.objects.values_list("amount_azn", "recipients").get() == (2, None)


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (b"<sheetData>", "grants, line 1; expected: a workbook in the format XLSX"),
        (b"<sheets>", "register.xlsx; expected: a workbook in the format XLSX"),
    ],
)
def test_a_damaged_workbook_is_told(tmp_path, part, told):
    lines = refused(workbook(tmp_path, ["project"], ["P"], replaced=[(part, b"<")]))

    assert lines[2].strip() == told
