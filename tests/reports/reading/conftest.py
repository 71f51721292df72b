"""A register for the reading of texts, without a database, and the printed report."""

import json
from pathlib import Path

import pytest

from reports.reading.checking import check
from reports.reading.register import Register, YearValues

HERE = Path(__file__).parent
DEMO = Path(__file__).parents[3] / "demo" / "register-2019"


@pytest.fixture(scope="session")
def register():
    """Return the values of the demo register for 2018 and 2019."""
    expected = json.loads((DEMO / "expected.json").read_text())
    years = {int(year): values(known) for year, known in expected.items()}
    return Register(years, first=2018, last=2019)


def values(known):
    return YearValues(
        {code: one.get("value") for code, one in known.items()},
        {code: one.get("breakdowns", {}) for code, one in known.items()},
        {code: one.get("precision", "") for code, one in known.items()},
    )


@pytest.fixture(scope="session")
def report():
    """Return the printed report for 2019."""
    return (HERE / "report-2019.txt").read_text()


@pytest.fixture(scope="session")
def found(report, register):
    """Return what is found in it."""
    return check(report, 2019, register)


@pytest.fixture
def said(register):
    """Return what says of a text: kind, quote, figure or cell of each finding."""

    def of(text, language=""):
        findings = check(text, 2019, register, language)
        return [(str(f.kind), f.quote, f.cell or f.figure) for f in findings]

    return of
