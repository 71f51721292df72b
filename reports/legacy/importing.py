"""Earlier years from a CSV file: all of its rows, or none and what is wrong."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any, Final, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from reports.legacy.forms import LegacyYearForm
from reports.models import LegacyYear

COLUMNS: Final = ("figure", "year", "value", "source")
LARGEST_BYTES: Final = 1_000_000


class Imported(NamedTuple):
    """How many numbers are new, and how many were there already."""

    added: int
    unchanged: int


@transaction.atomic
def import_years(content: bytes, user: User) -> Imported:
    """Enter what the file has; ValidationError with a sentence for each wrong line."""
    added = unchanged = 0
    faults: list[str] = []
    for line, row in rows_of(content):
        found = already(row)
        if found:
            unchanged += 1
            continue
        form = LegacyYearForm(row, user=user)
        if form.is_valid():
            form.save()
            added += 1
        else:
            faults += [told(line, words) for words in form.errors.values()]
    if faults:
        raise ValidationError(faults)
    return Imported(added, unchanged)


def rows_of(content: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each row with its line; ValidationError for a file that is no such one."""
    if len(content) > LARGEST_BYTES:
        raise ValidationError(_("The file is too large for a file of earlier years."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("The file is not written in UTF-8.")) from error
    reader = csv.DictReader(StringIO(text, newline=""))
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise ValidationError(
            _("The first line must be: %s") % ",".join(COLUMNS), "columns"
        )
    for line, row in enumerate(reader, start=2):
        yield line, {name: (row[name] or "").strip() for name in COLUMNS}


def already(row: dict[str, Any]) -> bool:
    """Tell whether the very number is there, whoever entered it."""
    form = LegacyYearForm(row)
    form.full_clean()
    known = {name: form.cleaned_data.get(name) for name in ("figure", "year", "value")}
    if None in known.values():
        return False
    return LegacyYear.objects.current().filter(**known).exists()


def told(line: int, words: Any) -> str:
    """Return what is wrong with a line."""
    return _("Line %(line)s: %(words)s") % {"line": line, "words": " ".join(words)}
