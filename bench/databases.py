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


EMPTY = "bench_empty"


@contextmanager
def migrated_once() -> Iterator[str]:
    """Give the name of an empty register to copy: never the one that people use."""
    used = connection.settings_dict["NAME"]
    _made_anew(EMPTY)
    connection.settings_dict["NAME"] = EMPTY
    try:
        call_command("migrate", verbosity=0)
        yield EMPTY
    finally:
        connection.settings_dict["NAME"] = used
        _elsewhere(f'DROP DATABASE "{EMPTY}" WITH (FORCE)')


def _made_anew(name: str, template: str = "template0") -> None:
    _elsewhere(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _elsewhere(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')


def _elsewhere(statement: str) -> None:
    connection.close()
    connection.close_pool()
    with connection._nodb_cursor() as cursor:  # noqa: SLF001 - as Django's own tests do
        cursor.execute(statement)


@contextmanager
def empty_register(template: str, persons: int) -> Iterator[None]:
    """Use a copy of the empty register while a size is measured; drop it after that."""
    name = f"bench_{persons}"
    _made_anew(name, template)
    connection.settings_dict["NAME"] = name
    try:
        with connection.cursor() as cursor:
            cursor.execute(OPEN_NAMES)
        yield
    finally:
        connection.settings_dict["NAME"] = template
        _elsewhere(f'DROP DATABASE "{name}" WITH (FORCE)')
