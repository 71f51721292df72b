"""Identities in a stream: opened, compared, sealed for their own row, given tokens.

The birth date is opened here only, and only here does it meet the decision: so the age
at identification is computed here, also for a person of whom a decision alone arrives.
"""

import uuid
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from exchange.choices import Fault
from exchange.report import Finding
from exchange.sheets import IDENTITY
from exchange.staging import Staging, is_day
from victims.models import Identity
from victims.models.victim import whole_years
from victims.sealed import Sealed, seal, unseal
from victims.tokens import name_tokens, number_tokens, phone_tokens

AT_A_TIME: Final = 2_000
NAMES_REMEMBERED: Final = 20_000

PURPOSES: Final = [
    field.purpose
    for name in IDENTITY
    for field in Identity.sealed_fields()
    if field.name == name
]

TABLES: Final = (
    f"""CREATE TEMP TABLE sealed_identities (
        victim_id bigint, found_id bigint, row_key uuid,
        {", ".join(f"{name} bytea" for name in IDENTITY)}, tokens bigint[]
    ) ON COMMIT DROP""",
    "CREATE TEMP TABLE new_ages (victim_id bigint, age smallint) ON COMMIT DROP",
)

# Persons with an identity or age in the file, or with a decision that moves the day.
PERSONS: Final = """
    CREATE TEMP TABLE looked_at ON COMMIT DROP AS
    SELECT row_number() OVER (ORDER BY id) AS nth, person.* FROM (
        SELECT id, found_id, line, identity AS staged, age_at_identification AS stated
        FROM matched_victims
        WHERE nth = 1 AND NOT gone
          AND (identity IS NOT NULL OR age_at_identification IS NOT NULL)
        UNION ALL
        SELECT DISTINCT victim_id, victim_id, NULL::integer, NULL::bytea, NULL::integer
        FROM matched_decisions WHERE fresh AND NOT bad AND status = 'identified'
          AND victim_id NOT IN (
            SELECT id FROM matched_victims
            WHERE nth = 1 AND (fresh OR identity IS NOT NULL
                OR age_at_identification IS NOT NULL))
    ) AS person
"""
NEXT: Final = f"""
    SELECT p.id, p.line, p.staged, p.stated, i.day, v.age_at_identification,
        d.id, d.row_key, {", ".join(f"d.{name}" for name in IDENTITY)}
    FROM looked_at p
    LEFT JOIN merged_identified i ON i.victim_id = p.id
    LEFT JOIN victims_victim v ON v.id = p.found_id
    LEFT JOIN victims_identity d ON d.victim_id = p.found_id AND d.voided_at IS NULL
    WHERE p.nth > %s AND p.nth <= %s ORDER BY p.nth
"""


class Person(NamedTuple):
    """A person of the file beside what the register has."""

    id: int
    line: int | None
    staged: bytes | None
    stated: int | None
    identified_on: date | None
    former_age: int | None
    found_id: int | None
    row_key: uuid.UUID | None
    sealed: tuple[bytes | None, ...]


def look_at_all(staging: Staging) -> Iterator[Finding]:
    """Seal the identities and compute the ages; yield where age and birth disagree."""
    with connection.cursor() as cursor:
        for statement in (*TABLES, PERSONS):
            cursor.execute(statement)
        cursor.execute("SELECT count(*) FROM looked_at")
        (total,) = cursor.fetchone()
        cursor.execute("CREATE UNIQUE INDEX ON looked_at (nth)")
        cursor.execute("ANALYZE looked_at")
    work = Identities(staging)
    for start in range(0, total, AT_A_TIME):
        yield from work.look_at(start)


class Identities:
    """Works through persons, some at a time."""

    def __init__(self, staging: Staging) -> None:
        self.staging = staging
        self.tokens_of_name = lru_cache(NAMES_REMEMBERED)(name_tokens)

    def look_at(self, start: int) -> Iterator[Finding]:
        """Work through the next persons; yield those whose age is not their birth's."""
        sealed: list[tuple[Any, ...]] = []
        ages: list[tuple[int, int | None]] = []
        for person in self._next(start):
            given = self._given(person)
            born = self._compare(person, given, sealed)
            yield from self._age(person, born, ages)
        self._write("sealed_identities", sealed)
        self._write("new_ages", ages)

    def _next(self, start: int) -> list[Person]:
        with connection.cursor() as cursor:
            cursor.execute(NEXT, [start, start + AT_A_TIME])
            return [Person._make((*row[:8], row[8:])) for row in cursor.fetchall()]

    def _given(self, person: Person) -> list[str]:
        if person.staged is None:
            return [""] * len(IDENTITY)
        return self.staging.unseal(bytes(person.staged))

    def _compare(
        self, person: Person, given: list[str], sealed: list[tuple[Any, ...]]
    ) -> date | None:
        """Seal what is new; return the birth date."""
        known = self._known(person)
        merged = [new or old for new, old in zip(given, known, strict=True)]
        if merged != known:
            sealed.append(self._sealed(person, merged, known))
        return date.fromisoformat(merged[0]) if is_day(merged[0]) else None

    def _known(self, person: Person) -> list[str]:
        if person.row_key is None:
            return [""] * len(IDENTITY)
        return [
            unseal(Sealed(value), purpose, person.row_key) if value else ""
            for value, purpose in zip(person.sealed, PURPOSES, strict=True)
        ]

    def _sealed(
        self, person: Person, merged: list[str], known: list[str]
    ) -> tuple[Any, ...]:
        row_key = person.row_key or uuid.uuid4()
        former = person.sealed or [None] * len(IDENTITY)
        values = [
            _kept(old_value) if new == old else bytes(seal(new, purpose, row_key))
            for new, old, old_value, purpose in zip(
                merged, known, former, PURPOSES, strict=True
            )
        ]
        tokens = sorted(self._tokens(person, merged))
        return (person.id, person.found_id, row_key, *values, tokens)

    def _tokens(self, person: Person, merged: list[str]) -> set[int]:
        _born, family, given, father, number, phone = merged
        found: set[int] = set()
        for name in (family, given, father):
            found |= self.tokens_of_name(name)
        numbers = [number, *_documents(person.found_id)]
        return found | number_tokens(*numbers) | phone_tokens(phone)

    def _age(
        self, person: Person, born: date | None, ages: list[tuple[int, int | None]]
    ) -> Iterator[Finding]:
        if born is None:
            return
        day = person.identified_on
        age = whole_years(born, day) if day else None
        if day and person.stated is not None and person.stated != age:
            yield Finding(
                Fault.AGE_MISMATCH,
                self.staging.label("victims"),
                person.line,
                "age_at_identification",
                str(person.stated),
                _age_expected(),
            )
        if age != (person.stated if person.stated is not None else person.former_age):
            ages.append((person.id, age))

    def _write(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if not rows:
            return
        with (
            connection.cursor() as cursor,
            cursor.cursor.copy(f"COPY {table} FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)


def _kept(value: bytes | None) -> bytes | None:
    return None if value is None else bytes(value)


def _documents(identity: int | None) -> list[str]:
    if identity is None:
        return []
    documents = Identity(pk=identity).documents.filter(voided_at=None)
    return [document.number or "" for document in documents]


def _age_expected() -> str:
    return _("the age on the day of the first decision “identified”, or empty")
