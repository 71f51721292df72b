"""Tables as files: no cell runs in a spreadsheet."""

from io import BytesIO

import openpyxl
import pytest

from thb import sheets

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text_in_a_csv_file(text):
    file = BytesIO()

    sheets.write_csv(file, ["Code"], [[text]])

    assert f"'{text}" in file.getvalue().decode("utf-8-sig")


@pytest.mark.parametrize("text", FORMULAS[:4])
def test_a_formula_is_text_in_a_workbook(text):
    file = BytesIO()

    sheets.write_xlsx(file, ["Code"], [[text]], [("By", "=now()")])

    first, about = openpyxl.load_workbook(file).worksheets
    assert (first["A2"].value, first["A2"].data_type) == (f"'{text}", "s")
    assert about["B1"].value == "'=now()"


def test_other_letters_come_back_as_they_are():
    file = BytesIO()

    sheets.write_csv(file, ["Ad"], [["Əliyeva"], ["Шелтер"]])

    assert file.getvalue().decode("utf-8-sig").split() == ["Ad", "Əliyeva", "Шелтер"]


def test_a_sheet_takes_no_more_rows_than_its_format(monkeypatch):
    monkeypatch.setattr(sheets, "LONGEST_SHEET", 2)

    with pytest.raises(sheets.TooLongForSheet):
        sheets.write_xlsx(BytesIO(), ["Code"], [["A"], ["B"], ["C"]], [])
