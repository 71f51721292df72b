"""Small registers in a folder, written as text."""

from io import StringIO
from textwrap import dedent

import pytest
from django.core.management import CommandError, call_command


def write(folder, **files):
    """Write files by name into the folder, and return it."""
    for name, text in files.items():
        path = folder / f"{name}.csv"
        path.write_text(dedent(text).strip() + "\n", encoding="utf-8")
    return folder


def imported(folder, *options):
    """Import the folder; return what was said."""
    said = StringIO()
    call_command("import_register", folder, *options, stdout=said)
    return said.getvalue()


def refused(folder):
    """Import a folder that has errors; return the report's lines."""
    with pytest.raises(CommandError) as error:
        call_command("import_register", folder, stdout=StringIO())
    return str(error.value).splitlines()


def exported(folder, *options):
    """Export into the folder; return the content of its files by name."""
    call_command("export_register", folder, *options, stdout=StringIO())
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
