"""CSV files as spreadsheets and other programs leave them."""

import pytest

from exchange.report import LONGEST_VALUE
from prevention.models import Call
from tests.exchange.folders import imported, refused, write

pytestmark = pytest.mark.django_db


def test_a_row_that_is_empty_throughout_makes_no_record(tmp_path):
    imported(write(tmp_path, calls="received_on,topic\n2019-06-04,labour\n,\n,"))

    assert Call.objects.count() == 1


def test_a_cell_too_long_to_read_is_told_and_the_rows_below_are_read(tmp_path):
    long = "x" * 10_000_000

    lines = refused(write(tmp_path, grants=f"project,amount\n{long},1\nP,much"))

    assert lines[0] == "Errors: 2. Nothing was written."
    assert (
        lines[2] == "  grants.csv, line 2; expected: cells of at most 131072 characters"
    )


def test_a_quote_left_open_over_many_lines_is_told_once(tmp_path):
    rows = 'project,amount\n"P,1\n' + "Q,1\n" * 50_000

    assert refused(write(tmp_path, grants=rows))[0] == "Errors: 1. Nothing was written."


def test_of_a_long_value_the_report_repeats_the_beginning(tmp_path):
    lines = refused(write(tmp_path, grants=f"project\n{'x' * 3000}"))

    beginning = "x" * LONGEST_VALUE
    assert f"“{beginning}…”" in lines[2]


def test_a_file_that_cannot_be_opened_is_told(tmp_path):
    (tmp_path / "calls.csv").symlink_to("nowhere")

    assert refused(tmp_path)[2] == (
        "  calls.csv, line 1; expected: a file that can be opened"
    )
