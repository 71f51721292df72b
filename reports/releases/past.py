"""A year as the register would have told it at an earlier moment.

The very statements that count today run over temporary tables of the same names, which
the database finds first: each holds what the kept history says its rows were.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, Final

from django.db import connection, transaction
from django.utils import timezone

from reference.models import Region
from reports.checks import checks_of
from reports.editions import Edition
from reports.kinds import KINDS
from reports.models import Release
from reports.releases.sources import read_models
from reports.year import figures_of

ENTERED: Final = [model for model in KINDS if model is not Region]
"""What people or files enter; the rest comes with the program."""


class NotKnown(Exception):  # noqa: N818 - not a fault of the program
    """The register knew nothing yet, or the moment has not come; says so in words."""


def end_of(day: date) -> datetime:
    """Return the last moment of the day in Asia/Baku, or now while it lasts."""
    end = timezone.make_aware(datetime.combine(day, time.max))
    now = timezone.now()
    return now if day == timezone.localdate() else end


def edition_as_of(year: int, moment: datetime) -> Edition:
    """Return the year as it counted then; `NotKnown` where nobody can say."""
    require_known(moment)
    with as_of(moment):
        figures = figures_of(year)
        return Edition(figures=figures, checks=checks_of(figures), as_of=moment)


def require_known(moment: datetime) -> None:
    """Raise `NotKnown` before the first entry, and for what has not come yet."""
    if moment > timezone.now():
        raise NotKnown("This moment has not come yet.")
    since = known_since()
    if since is None:
        raise NotKnown("The register knows nothing yet: nothing was entered.")
    if moment < since:
        told = timezone.localtime(since).isoformat(timespec="seconds")
        raise NotKnown(f"The register knows nothing before {told}, its first entry.")


def known_since() -> datetime | None:
    """Return when the first record was entered or imported."""
    firsts = " UNION ALL ".join(
        f"SELECT min(pgh_created_at) FROM {_events(model)}" for model in ENTERED
    )
    return _value(f"SELECT min(min) FROM ({firsts}) AS firsts")  # type: ignore[no-any-return]


def imported_later(moment: datetime) -> int:
    """Return how many records came by a file only after the moment."""
    counts = " UNION ALL ".join(
        f"SELECT count(*) FROM {_events(model)} WHERE pgh_label = 'insert'"
        " AND pgh_created_at > %s AND pgh_context ->> 'source' = 'import'"
        for model in ENTERED
    )
    found = f"SELECT sum(count)::int FROM ({counts}) AS counts"
    return int(_value(found, [moment] * len(ENTERED)))


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Let every count here be one of that moment; nothing is written meanwhile."""
    with transaction.atomic():
        tables = [_table_of(model, moment) for model in read_models()]
        tables.append(_releases(moment))
        yield
        _run(f"DROP TABLE {', '.join(f'pg_temp.{table}' for table in tables)}")


def _table_of(model: Any, moment: datetime) -> str:
    table, known = model._meta.db_table, model.pgh_event_model._meta
    kept = {field.column for field in known.concrete_fields}
    columns = [f.column for f in model._meta.concrete_fields if not f.generated]
    told = [column for column in columns if column in kept]
    names = ", ".join(f'"{column}"' for column in told)
    _run(f"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING GENERATED)")
    for column in set(columns) - set(told):
        _run(f'ALTER TABLE pg_temp.{table} ALTER "{column}" DROP NOT NULL')
    _run(
        f"INSERT INTO pg_temp.{table} ({names})"
        f" SELECT DISTINCT ON (pgh_obj_id) {names} FROM public.{known.db_table}"
        " WHERE pgh_created_at <= %s ORDER BY pgh_obj_id, pgh_id DESC",
        [moment],
    )
    _run(f"ANALYZE pg_temp.{table}")
    return str(table)


def _releases(moment: datetime) -> str:
    table = Release._meta.db_table
    _run(
        f"CREATE TEMP TABLE {table} AS"
        f" SELECT * FROM public.{table} WHERE frozen_at <= %s",
        [moment],
    )
    return table


def _events(model: Any) -> str:
    return str(model.pgh_event_model._meta.db_table)


def _run(sql: str, parameters: list[Any] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def _value(sql: str, parameters: list[Any] | None = None) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchone()[0]
