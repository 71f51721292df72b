"""Databases copied from another, for tests that commit."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from django.db import connection


def run_apart(statement):
    """Run a statement about databases, with no connection left to any of ours."""
    connection.close()
    connection.close_pool()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's own tests do
        cursor.execute(statement)


@contextmanager
def copied_database() -> Iterator[None]:
    """Let every thread use a copy of the present database; drop it at the end."""
    original = connection.settings_dict["NAME"]
    copy = f"{original}_{uuid4().hex[:8]}"
    run_apart(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
    connection.settings_dict["NAME"] = copy  # the one dictionary of all threads
    try:
        yield
    finally:
        connection.settings_dict["NAME"] = original
        run_apart(f'DROP DATABASE "{copy}" WITH (FORCE)')
