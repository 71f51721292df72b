"""An empty register for each size, copied from one that was migrated once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

OPEN_NAMES = """
    CREATE TABLE bench_openname (
        id bigserial PRIMARY KEY, victim_id bigint UNIQUE NOT NULL,
        family_name text NOT NULL, given_name text NOT NULL
    )
"""


def migrate_once() -> str:
    """Bring the database that is copied up to date; return its name."""
    call_command("migrate", verbosity=0)
    return str(connection.settings_dict["NAME"])


def _elsewhere(statement: str) -> None:
    connection.close()
    connection.close_pool()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's own tests do
        cursor.execute(statement)


@contextmanager
def empty_register(template: str, persons: int) -> Iterator[None]:
    """Use a copy of the empty register while a size is measured; drop it after that."""
    name = f"bench_{persons}"
    _elsewhere(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _elsewhere(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    connection.settings_dict["NAME"] = name
    try:
        with connection.cursor() as cursor:
            cursor.execute(OPEN_NAMES)
        yield
    finally:
        connection.settings_dict["NAME"] = template
        _elsewhere(f'DROP DATABASE "{name}" WITH (FORCE)')
