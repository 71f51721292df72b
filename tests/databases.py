"""The database of the tests, and copies of it for tests that commit."""

import hashlib
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.db import connection

ROOT = Path(__file__).parent.parent
END_SESSIONS = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = %s AND backend_type = 'client backend'
"""


def use_name_of_migrations():
    """Let the test database be named after what it is made from.

    So the next run finds it again, and another state of the tree makes another.
    """
    sources = [*ROOT.glob("*/migrations/*.py"), ROOT / "requirements" / "dev.txt"]
    content = b"".join(path.read_bytes() for path in sorted(sources))
    made_from = hashlib.sha256(content).hexdigest()[:8]
    settings = connection.settings_dict
    name = settings["TEST"]["NAME"] or f"test_{settings['NAME']}"
    settings["TEST"]["NAME"] = f"{name}_{made_from}"
    return made_from


def drop_databases_without(made_from):
    """Drop the test databases of other states of the tree."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, 'test_')"
        )
        names = [name for (name,) in cursor if made_from not in name]
    for name in names:
        drop(name)


def run_apart(statement, *, without_sessions_of):
    """Run a statement about databases, with nobody connected to the one named.

    Once Playwright's loop runs, Django keeps other connections than before it, and
    those of before cannot be reached to be closed: the server ends them.
    """
    connection.close()
    connection.close_pool()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's own tests do
        cursor.execute(END_SESSIONS, [without_sessions_of])
        cursor.execute(statement)


def copy_of(original):
    """Make a copy of the database and return its name."""
    name = f"{original}_{uuid4().hex[:8]}"
    create = f'CREATE DATABASE "{name}" TEMPLATE "{original}"'
    run_apart(create, without_sessions_of=original)
    return name


def drop(name):
    """Drop the database."""
    run_apart(f'DROP DATABASE "{name}"', without_sessions_of=name)


@contextmanager
def used(name):
    """Let every thread use the database of this name; then again the one before."""
    settings = connection.settings_dict  # the one dictionary of all threads
    before = settings["NAME"]
    connection.close()
    connection.close_pool()
    settings["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.close_pool()
        settings["NAME"] = before


@contextmanager
def copied_database(original=None):
    """Let every thread use a copy of the database, or the present one; then drop it."""
    copy = copy_of(original or connection.settings_dict["NAME"])
    with used(copy):
        yield
    drop(copy)
