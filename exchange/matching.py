"""Typed rows, tied to the records of the register that they mean.

For every sheet a temporary table: the values of the row; `found_id`, the record it
means; `id`, that or the one it will have; `fresh`, whether it makes a record;
`changed`, whether it changes one; `gone`, whether it or what it belongs to was voided
or merged; `nth`, its number among rows of the same key; `bad`, whether a cell of it is
refused.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from django.db import connection

from exchange.kinds import Day, Link, Place
from exchange.sheets import BY_NAME, SHEETS, Column, Sheet

# Whether the age changes is known when the birth date has been opened.
COMPUTED: Final = "age_at_identification"

REGIONS: Final = """
    CREATE TEMP TABLE matched_regions ON COMMIT DROP AS
    SELECT name, region.id IS NULL AS fresh, coalesce(region.id,
        nextval(pg_get_serial_sequence('reference_region', 'id'))) AS id
    FROM (
        SELECT city AS name FROM staged_shelters
        UNION SELECT region FROM staged_activities
    ) AS met LEFT JOIN reference_region AS region USING (name)
    WHERE length(name) <= 100
    ORDER BY name COLLATE "C"
"""


def match_all(present: dict[str, tuple[str, ...]], today: str) -> Iterator[str]:
    """Make the tables of typed rows, one after the other; yield each sheet's name."""
    with connection.cursor() as cursor:
        cursor.execute(REGIONS)
        for sheet in SHEETS:
            cursor.execute(f"ANALYZE {sheet.staged}")
            cursor.execute(matched(sheet, present.get(sheet.name, ()), today))
            cursor.execute(f"ANALYZE {sheet.matched}")
            yield sheet.name


def matched(sheet: Sheet, present: Iterable[str], today: str) -> str:
    """Return the statement that makes the table of a sheet's typed rows."""
    if not sheet.key:
        select = matched_by_number(sheet, set(present), today)
    elif sheet.is_coded:
        select = matched_by_code(sheet, today)
    else:
        select = matched_by_key(sheet, today)
    return f"CREATE TEMP TABLE {sheet.matched} ON COMMIT DROP AS {select}"


def typed(sheet: Sheet) -> str:
    """Return a select of the rows with typed values, raw cells and resolved links."""
    values, joins, gone = ["s.line"], [], ["false"]
    for number, column in enumerate(sheet.columns):
        raw = f's."{column.name}"'
        kind = column.kind
        if isinstance(kind, Link):
            value = f"coalesce(m{number}.id, r{number}.id)"
            joins.append(link_joins(number, kind, raw))
            if column.owns:
                gone.append(link_is_gone(number, kind))
        elif isinstance(kind, Place):
            value = f"m{number}.id"
            joins.append(
                f"LEFT JOIN matched_regions m{number} ON m{number}.name = {raw}"
            )
        else:
            value = kind.cast(raw)
        values.append(f'{value} AS "{column.stored}", {raw} AS "raw_{column.name}"')
    if sheet.name == "victims":
        values.append("s.identity, s.identity_digest")
    return (
        f"SELECT {', '.join(values)}, ({' OR '.join(gone)}) AS owner_gone"
        f" FROM {sheet.staged} s {' '.join(joins)} OFFSET 0"
    )


def link_joins(number: int, link: Link, raw: str) -> str:
    """Return the joins to the file and to the register that a code may lead to."""
    target = BY_NAME[link.sheet]
    code = target.code.stored
    return (
        f'LEFT JOIN {target.matched} m{number} ON m{number}."{code}" = {raw}'
        f" AND m{number}.nth = 1"
        f' LEFT JOIN {target.table} r{number} ON r{number}."{code}" = {raw}'
    )


def link_is_gone(number: int, link: Link) -> str:
    """Return the condition that the record of a link was voided or merged."""
    return f"coalesce(m{number}.gone, false) OR {is_gone(f'r{number}', link.sheet)}"


def is_gone(alias: str, sheet: str) -> str:
    """Return the condition that a record of the register was voided or merged."""
    merged = f" OR {alias}.merged_into_id IS NOT NULL" if sheet == "victims" else ""
    return f"({alias}.voided_at IS NOT NULL{merged})"


def own_values(sheet: Sheet) -> str:
    """Return the typed values of the row."""
    values = [f'i."{column.stored}"' for column in sheet.columns]
    if sheet.name == "victims":
        values += ["i.identity", "i.identity_digest"]
    return ", ".join(["i.line", *values])


def bad(sheet: Sheet, today: str, found: str) -> str:
    """Return the condition that a cell of the row is refused."""
    wrong = [w for column in sheet.columns for w in refusals(column, today, found)]
    return f"({' OR '.join(condition for _fault, condition in wrong)})"


def refusals(column: Column, today: str, found: str) -> Iterator[tuple[str, str]]:
    """Yield the kinds of error that a cell can have, each with its condition in SQL."""
    raw, value = f'i."raw_{column.name}"', f'i."{column.stored}"'
    yield column.kind.fault.value, f"({raw} IS NOT NULL AND {value} IS NULL)"
    if isinstance(column.kind, Day):
        yield "future_date", f"coalesce({value} > DATE '{today}', false)"
    if column.never_empty:
        yield "missing_value", f"({raw} IS NULL)"
    elif column.needed_by_new:
        yield "missing_value", f"({raw} IS NULL AND {found})"


def changes(sheet: Sheet) -> str:
    """Return the condition that the row has another value than its record."""
    differences = [
        f"({new} IS NOT NULL AND {new} IS DISTINCT FROM {old})"
        for new, old in (
            (f'i."{column.stored}"', f'c."{column.stored}"')
            for column in sheet.columns
            if not column.of_key and column.name != COMPUTED
        )
    ]
    return f"(c.id IS NOT NULL AND ({' OR '.join(differences or ['false'])}))"


def same_key(sheet: Sheet, alias: str) -> str:
    """Return the condition that a record has the row's key; blank equals blank."""
    return " AND ".join(
        f'{alias}."{c.stored}" = i."{c.stored}"'
        if c.never_empty
        else f"{no_null(c, alias)} = {no_null(c, 'i')}"
        for c in sheet.keys
    )


NO_VALUE: Final = {
    "text": "''",
    "varchar[]": "'{}'::varchar[]",
    "date": "'-infinity'::date",
    "integer": "-1",
    "bigint": "0",
    "numeric": "-1e20",
    "boolean": "false",
}


def no_null(column: Column, alias: str) -> str:
    """Return the value, or in place of null one that no record has."""
    nothing = NO_VALUE[column.kind.sql_type]
    return f'coalesce({alias}."{column.stored}", {nothing})'


def nth(partition: Iterable[str]) -> str:
    """Return the number of a row among those that share these values."""
    shared = ", ".join(partition) or "true"
    return f"row_number() OVER (PARTITION BY {shared} ORDER BY i.line)"


def matched_by_code(sheet: Sheet, today: str) -> str:
    """Match rows with a code: the code is the record's, voided or not."""
    code = sheet.code.stored
    sequence = f"pg_get_serial_sequence('{sheet.table}', 'id')"
    return f"""
        SELECT *, found_id IS NULL AND NOT gone AND nth = 1 AS fresh FROM (
            SELECT {own_values(sheet)}, c.id AS found_id,
                coalesce(c.id, nextval({sequence})) AS id,
                i.owner_gone OR {is_gone("c", sheet.name)} AS gone,
                {changes(sheet)} AS changed, {bad(sheet, today, "c.id IS NULL")} AS bad,
                {nth([f'i."{code}"'])} AS nth
            FROM ({typed(sheet)}) i
            LEFT JOIN {sheet.table} c ON c."{code}" = i."{code}"
        ) AS row
    """


def matched_by_key(sheet: Sheet, today: str) -> str:
    """Match rows with a key: it is that of the current record, else of a voided."""
    keys = [f'"{column.stored}"' for column in sheet.keys]
    return f"""
        SELECT *, found_id IS NULL AND NOT gone AND nth = 1 AS fresh FROM (
            SELECT {own_values(sheet)}, c.id AS found_id, c.id AS id,
                i.owner_gone OR (c.id IS NULL AND v.id IS NOT NULL) AS gone,
                {changes(sheet)} AS changed, {bad(sheet, today, "c.id IS NULL")} AS bad,
                {nth(f"i.{key}" for key in keys)} AS nth
            FROM ({typed(sheet)}) i
            LEFT JOIN {sheet.table} c ON c.voided_at IS NULL AND {same_key(sheet, "c")}
            LEFT JOIN (
                SELECT {", ".join(keys)}, min(id) AS id FROM {sheet.table}
                WHERE voided_at IS NOT NULL GROUP BY {", ".join(keys)}
            ) v ON {same_key(sheet, "v")}
        ) AS row
    """


def matched_by_number(sheet: Sheet, present: set[str], today: str) -> str:
    """Match rows without a key: the n-th identical row is the n-th identical record.

    Rows are compared by the columns that the file has.
    """
    compared = [column for column in sheet.columns if column.name in present]
    names = ", ".join(f'"{column.stored}"' for column in compared) or "NULL::text"
    same = " AND ".join(
        f"{no_null(column, 'c')} = {no_null(column, 'i')}" for column in compared
    )
    numbered = nth(f'i."{column.stored}"' for column in compared)
    return f"""
        SELECT *, NOT gone AND nth > every AS fresh FROM (
            SELECT {own_values(sheet)}, NULL::bigint AS found_id, NULL::bigint AS id,
                i.owner_gone OR (i.nth > coalesce(c.current, 0)
                    AND i.nth <= coalesce(c.every, 0)) AS gone,
                false AS changed, {bad(sheet, today, "true")} AS bad, i.nth,
                coalesce(c.every, 0) AS every
            FROM (SELECT i.*, {numbered} AS nth FROM ({typed(sheet)}) i) i
            LEFT JOIN (
                SELECT {names}, count(*) AS every,
                    count(*) FILTER (WHERE voided_at IS NULL) AS current
                FROM {sheet.table} GROUP BY {names}
            ) c ON {same or "true"}
        ) AS row
    """
