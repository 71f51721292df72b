"""What other agencies return: it is there, has a document and is approved."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reports.checks.check import Check
from reports.choices import Severity
from reports.figures import ReturnedFigure
from reports.year import Line, YearFigures


def checks(figures: YearFigures) -> Iterator[Check]:
    """Make the check of every return that is expected."""
    for line in figures.lines.values():
        if isinstance(line.figure, ReturnedFigure):
            yield is_complete(line)


def is_complete(line: Line) -> Check:
    """Return the check of one return."""
    lacks = list(what_lacks(line))
    return Check(
        code=f"return.{line.figure.code}",
        severity=Severity.WARNS,
        figures=(line.figure.code,),
        passed=not lacks,
        title=f"{line.figure.title}: {', '.join(lacks)}",
        records=line.records,
        opens=(line.figure.code,),
    )


def what_lacks(line: Line) -> Iterator[str]:
    """Say what a return lacks, most important first."""
    if line.returned is None or line.value is None:
        yield _("the return is missing")
        return
    if not line.returned.approved:
        yield _("not approved yet")
    if not line.returned.document:
        yield _("no source document")
