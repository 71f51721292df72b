"""The kinds of cells: how each is read, refused and written, in SQL.

A cell in staging is text, null where it was empty. `cast` gives the typed value, null
for what is refused; `written` gives back the text of a value of the register.
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from exchange.choices import Fault

type Words = str | Promise

TODAY: Final = "(CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Baku')::date"


def quoted(text: str) -> str:
    """Return a text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


def listed(texts: tuple[str, ...]) -> str:
    """Return texts as an array of SQL."""
    return f"ARRAY[{', '.join(map(quoted, texts))}]::text[]"


@dataclass(frozen=True, slots=True)
class Text:
    """Any text up to a length."""

    longest: int

    fault = Fault.TOO_LONG
    sql_type = "text"
    blank = "''"

    def cast(self, raw: str) -> str:
        """Return the text where it is short enough."""
        return f"CASE WHEN length({raw}) <= {self.longest} THEN {raw} END"

    def written(self, value: str) -> str:
        """Return the text; null where nothing is recorded."""
        return f"nullif({value}, '')"

    @property
    def expected(self) -> Words:
        """Say what is expected."""
        return _("at most %(count)s characters") % {"count": self.longest}


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a closed list."""

    codes: tuple[str, ...]

    fault = Fault.UNKNOWN_CODE
    sql_type = "text"
    blank = "''"

    def cast(self, raw: str) -> str:
        """Return the code where the list has it."""
        return f"CASE WHEN {raw} = ANY ({listed(self.codes)}) THEN {raw} END"

    def written(self, value: str) -> str:
        """Return the code; null where nothing is recorded."""
        return f"nullif({value}, '')"

    @property
    def expected(self) -> Words:
        """Say which codes there are; of the countries, only the standard."""
        if len(self.codes) > LONGEST_LIST:
            return _("ISO 3166-1 alpha-3, XXA (stateless) or XXX (not known)")
        return _("one of %(codes)s") % {"codes": ", ".join(self.codes)}


LONGEST_LIST: Final = 100


@dataclass(frozen=True, slots=True)
class Codes:
    """Several codes of a closed list, with ; between."""

    codes: tuple[str, ...]

    fault = Fault.UNKNOWN_CODE
    sql_type = "varchar[]"
    blank = "'{}'::varchar[]"

    def cast(self, raw: str) -> str:
        """Return the codes where the list has them all."""
        parts = f"string_to_array({raw}, ';')::varchar[]"
        return f"CASE WHEN {parts} <@ {listed(self.codes)}::varchar[] THEN {parts} END"

    def written(self, value: str) -> str:
        """Return the codes in their order."""
        return f"nullif(array_to_string({value}, ';'), '')"

    @property
    def expected(self) -> Words:
        """Say which codes there are."""
        return _("codes with ; between, of %(codes)s") % {
            "codes": ", ".join(self.codes)
        }


@dataclass(frozen=True, slots=True)
class Day:
    """The date of an event, as 2019-06-04; not later than today."""

    fault = Fault.BAD_DATE
    sql_type = "date"
    blank = "NULL::date"

    def cast(self, raw: str) -> str:
        """Return the day: what PostgreSQL reads and writes as the same ten letters."""
        return (
            f"CASE WHEN length({raw}) = 10 AND pg_input_is_valid({raw}, 'date') THEN"
            f" CASE WHEN {raw}::date::text = {raw} THEN {raw}::date END END"
        )

    def written(self, value: str) -> str:
        """Return the day in ISO form."""
        return f"to_char({value}, 'YYYY-MM-DD')"

    @property
    def expected(self) -> Words:
        """Say what is expected."""
        return _("a date like 2019-06-04")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from 0."""

    largest: int

    fault = Fault.BAD_NUMBER
    sql_type = "integer"
    blank = "NULL::integer"

    def cast(self, raw: str) -> str:
        """Return the number where it is one and small enough."""
        return (
            f"CASE WHEN {raw} ~ '^[0-9]{{1,10}}$' THEN CASE WHEN {raw}::bigint"
            f" <= {self.largest} THEN {raw}::integer END END"
        )

    def written(self, value: str) -> str:
        """Return the digits."""
        return f"{value}::text"

    @property
    def expected(self) -> Words:
        """Say what is expected."""
        return _("a whole number from 0 to %(largest)s") % {"largest": self.largest}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with at most two decimals."""

    digits: int

    fault = Fault.BAD_NUMBER
    sql_type = "numeric"
    blank = "NULL::numeric"

    def cast(self, raw: str) -> str:
        """Return the number where it is one and small enough."""
        number = rf"^-?[0-9]{{1,{self.digits - 2}}}(\.[0-9]{{1,2}})?$"
        return f"CASE WHEN {raw} ~ '{number}' THEN {raw}::numeric END"

    def written(self, value: str) -> str:
        """Return the number without needless decimals."""
        return f"trim_scale({value})::text"

    @property
    def expected(self) -> Words:
        """Say what is expected."""
        return _("a number like 12500 or 12500.5, without spaces")


@dataclass(frozen=True, slots=True)
class Flag:
    """1 or 0."""

    fault = Fault.UNKNOWN_CODE
    sql_type = "boolean"
    blank = "false"

    def cast(self, raw: str) -> str:
        """Return true or false."""
        return f"CASE {raw} WHEN '1' THEN true WHEN '0' THEN false END"

    def written(self, value: str) -> str:
        """Return 1 or 0."""
        return f"{value}::integer::text"

    @property
    def expected(self) -> Words:
        """Say what is expected."""
        return _("1 or 0")


@dataclass(frozen=True, slots=True)
class Link:
    """The code of a record of another file; `sheet` names the file."""

    sheet: str

    fault = Fault.UNKNOWN_REFERENCE
    sql_type = "bigint"
    blank = "NULL::bigint"

    @property
    def expected(self) -> Words:
        """Say where such a code can stand."""
        return _("a code that stands in %(file)s or in the register") % {
            "file": self.sheet
        }


@dataclass(frozen=True, slots=True)
class Place:
    """The name of a city or region; an unknown one is made."""

    longest: int

    fault = Fault.TOO_LONG
    sql_type = "bigint"
    blank = "NULL::bigint"

    @property
    def expected(self) -> Words:
        """Say what is expected."""
        return _("at most %(count)s characters") % {"count": self.longest}


type Kind = Text | Code | Codes | Day | Whole | Amount | Flag | Link | Place


def expected_of(kind: Kind, fault: str) -> Words:
    """Return what is expected of a cell of this kind that has this fault."""
    if fault == Fault.FUTURE_DATE:
        return _("today or an earlier date")
    return kind.expected
