"""What the files say, written into the register: changes first, then new records.

Only rows that differ are touched. What frees a place (a main form given up, an
allowance reversed) goes before what takes it. The constraints that span tables wait to
the end.
"""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from accounts.models import User
from exchange.kinds import quoted
from exchange.sheets import IDENTITY, SHEETS, Column, Sheet
from victims.models import Identity

# Rows of these go first, for they free the place that others take.
FREEING: Final = {
    "exploitations": "m.main IS FALSE",
    "allowances": "m.status = 'reversed'",
}

AGES: Final = """
    UPDATE matched_victims m SET age_at_identification = settled.age,
        changed = m.changed OR m.found_id IS NOT NULL
            AND settled.age IS DISTINCT FROM settled.former
    FROM (
        SELECT w.id, CASE WHEN n.victim_id IS NULL
            THEN coalesce(w.age_at_identification, v.age_at_identification)
            ELSE n.age END AS age, v.age_at_identification AS former
        FROM matched_victims w
        LEFT JOIN new_ages n ON n.victim_id = w.id
        LEFT JOIN victims_victim v ON v.id = w.found_id
        WHERE w.nth = 1
    ) AS settled
    WHERE settled.id = m.id
      AND (m.age_at_identification, m.found_id IS NOT NULL)
        IS DISTINCT FROM (settled.age, false)
"""
OTHER_AGES: Final = """
    UPDATE victims_victim v SET age_at_identification = n.age FROM new_ages n
    WHERE v.id = n.victim_id AND v.age_at_identification IS DISTINCT FROM n.age
"""
NEW_REGIONS: Final = """
    INSERT INTO reference_region (id, name, from_import, version, void_reason)
    SELECT id, name, true, 1, '' FROM matched_regions WHERE fresh
"""


def settle_ages() -> None:
    """Take the computed ages into the rows of victims, before they are counted."""
    _execute(AGES)


def apply_all(user: User | None) -> Iterator[str]:
    """Write all sheets; yield each name. The constraints speak at the end."""
    _execute("SET CONSTRAINTS ALL DEFERRED")
    _execute(NEW_REGIONS)
    stamps = {"returns": {"entered_by_id": str(user.pk) if user else "NULL::bigint"}}
    for sheet in SHEETS:
        for condition in _steps(sheet):
            _execute(_update(sheet, condition, stamps.get(sheet.name, {})))
        _execute(_insert(sheet, stamps.get(sheet.name, {})))
        if sheet.name == "victims":
            _write_identities()
        yield sheet.name
    _execute(OTHER_AGES)
    _analyse()
    _execute("SET CONSTRAINTS ALL IMMEDIATE")


def _analyse() -> None:
    """Let the planner know how large the tables are that the constraints look into."""
    for sheet in SHEETS:
        _execute(f"ANALYZE {sheet.table}")


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _steps(sheet: Sheet) -> list[str]:
    freeing = FREEING.get(sheet.name)
    if not sheet.key:
        return []
    return [freeing, f"({freeing}) IS NOT TRUE"] if freeing else ["true"]


def _update(sheet: Sheet, condition: str, stamps: dict[str, str]) -> str:
    values = [
        f'"{c.stored}" = coalesce(m."{c.stored}", r."{c.stored}")'
        for c in sheet.columns
        if not c.of_key
    ]
    if not values:
        return "SELECT"
    values += [f"{name} = {value}" for name, value in stamps.items()]
    return f"""
        UPDATE {sheet.table} r SET {", ".join(values)} FROM {sheet.matched} m
        WHERE r.id = m.found_id AND m.nth = 1 AND m.changed AND NOT m.gone
          AND {condition}
    """


def _insert(sheet: Sheet, stamps: dict[str, str]) -> str:
    values = {c.stored: _new_value(c) for c in sheet.columns}
    if sheet.is_coded:
        values["id"] = "m.id"
    values |= stamps
    values = others(sheet.model, set(values)) | values
    names = ", ".join(f'"{name}"' for name in values)
    return f"""
        INSERT INTO {sheet.table} ({names})
        SELECT {", ".join(values.values())} FROM {sheet.matched} m
        WHERE m.fresh ORDER BY m.line
    """


def _new_value(column: Column) -> str:
    value = f'm."{column.stored}"'
    blank = (
        default_of(column.field) if column.field.has_default() else column.kind.blank
    )
    return value if blank.startswith("NULL") else f"coalesce({value}, {blank})"


def others(model: type[models.Model], filled: set[str]) -> dict[str, str]:
    """Return what the other columns of a new record hold."""
    return {
        str(field.column): default_of(field)
        for field in model._meta.concrete_fields
        if field.column not in filled and not field.primary_key and not field.null
    }


def default_of(field: Any) -> str:
    """Return the value of a field that nothing is said about, as SQL."""
    if isinstance(field, models.UUIDField):
        return "gen_random_uuid()"
    if isinstance(field, ArrayField):
        return "'{}'"
    value = field.get_default()
    return quoted(str(value)) if isinstance(value, str) else str(value)


def _write_identities() -> None:
    same = ", ".join(f"{name} = s.{name}" for name in [*IDENTITY, "tokens"])
    _execute(f"""
        UPDATE victims_identity r SET {same} FROM sealed_identities s
        WHERE r.id = s.found_id
    """)
    filled = ["victim_id", "row_key", *IDENTITY, "tokens"]
    rest = others(Identity, set(filled))
    _execute(f"""
        INSERT INTO victims_identity ({", ".join([*filled, *rest])})
        SELECT {", ".join([f"s.{name}" for name in filled] + list(rest.values()))}
        FROM sealed_identities s WHERE s.found_id IS NULL
        ON CONFLICT (victim_id) DO NOTHING
    """)
