"""The files of a register: their columns, keys and order, drawn from the models."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models

from assistance.models import (
    Allowance,
    DependantService,
    Placement,
    Referral,
    Service,
)
from cases.models import (
    Accused,
    CaseVictim,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from exchange.kinds import (
    Amount,
    Code,
    Codes,
    Day,
    Flag,
    Kind,
    Link,
    Place,
    Text,
    Whole,
)
from prevention.models import Activity, AgencyReturn, Baseline, Call, Grant
from reference.models import Organisation, Region, Shelter
from victims.models import (
    Dependant,
    Exploitation,
    StatusDecision,
    Victim,
)

IDENTITY: Final = (
    "birth_date",
    "family_name",
    "given_name",
    "father_name",
    "personal_number",
    "phone",
)
"""The columns of the identity, in the order of the file; they are never staged open."""

LONGEST_REGION: Final = 100

RENAMED: Final = {
    ("allowances", "amount"): "amount_azn",
    ("grants", "amount"): "amount_azn",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file and the field that it fills."""

    name: str
    field: Any
    kind: Kind
    of_key: bool

    @property
    def stored(self) -> str:
        """The column of the register's table."""
        return str(self.field.column)

    @property
    def is_link(self) -> bool:
        """Whether it names a record of another table."""
        return isinstance(self.kind, Link | Place)

    @property
    def owns(self) -> bool:
        """Whether the record cannot be without the one that this column names."""
        return isinstance(self.kind, Link) and not self.field.null

    @property
    def never_empty(self) -> bool:
        """Whether no row may leave it empty: a part of the key that has no blank."""
        return self.of_key and not (self.field.null or self.field.blank)

    @property
    def needed_by_new(self) -> bool:
        """Whether a new record cannot be made without it."""
        open_text = isinstance(self.field, models.CharField)
        return not (self.field.null or self.field.has_default() or open_text)

    @property
    def personal(self) -> bool:
        """Whether its values are never shown."""
        return self.field.name in getattr(self.field.model, "PERSONAL", ())


@dataclass(frozen=True)
class Sheet:
    """One file: its model, its columns in order, and the key of its rows, if any."""

    name: str
    model: type[models.Model]
    names: tuple[str, ...]
    key: tuple[str, ...]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Return the columns that fill fields of the model, in the file's order."""
        return tuple(self._columns())

    def _columns(self) -> Iterator[Column]:
        for name in self.names:
            if self.name == "victims" and name in IDENTITY:
                continue
            field = self.model._meta.get_field(RENAMED.get((self.name, name), name))
            yield Column(name, field, kind_of(field), name in self.key)

    @property
    def table(self) -> str:
        """The register's table."""
        return self.model._meta.db_table

    @property
    def staged(self) -> str:
        """The temporary table of the file's cells."""
        return f"staged_{self.name}"

    @property
    def matched(self) -> str:
        """The temporary table of typed rows, matched with the register."""
        return f"matched_{self.name}"

    @property
    def keys(self) -> tuple[Column, ...]:
        """The columns of the key."""
        return tuple(column for column in self.columns if column.of_key)

    @property
    def is_coded(self) -> bool:
        """Whether its records have a code by which others refer to them."""
        return len(self.key) == 1 and self.keys[0].field.unique

    @property
    def code(self) -> Column:
        """The column of the code."""
        return self.keys[0]

    def column(self, name: str) -> Column:
        """Return a column by its name."""
        return next(column for column in self.columns if column.name == name)


def kind_of(field: Any) -> Kind:
    """Return how the cells of a field are read."""
    for kinds, make in MAKERS:
        if isinstance(field, kinds):
            kind: Kind = make(field)
            return kind
    raise TypeError(field)


def _text(field: Any) -> Kind:
    codes = tuple(str(value) for value, _label in field.flatchoices)
    return Code(codes) if codes else Text(field.max_length)


def _codes(field: Any) -> Kind:
    return Codes(tuple(str(value) for value, _label in field.base_field.flatchoices))


def _link(field: Any) -> Kind:
    if field.related_model is Region:
        return Place(LONGEST_REGION)
    return Link(next(s.name for s in SHEETS if s.model is field.related_model))


MAKERS: Final[tuple[Any, ...]] = (
    (models.ForeignKey, _link),
    (ArrayField, _codes),
    (models.CharField, _text),
    (models.DateField, lambda _field: Day()),
    (models.BooleanField, lambda _field: Flag()),
    (models.PositiveSmallIntegerField, lambda _field: Whole(32_767)),
    (models.PositiveIntegerField, lambda _field: Whole(2_147_483_647)),
    (models.DecimalField, lambda field: Amount(field.max_digits)),
)


def _sheet(name: str, model: type[models.Model], columns: str, key: str = "") -> Sheet:
    return Sheet(name, model, tuple(columns.split()), tuple(key.split()))


# A file that others refer to stands before them.
SHEETS: Final = (
    _sheet("organisations", Organisation, "code name type", "code"),
    _sheet("shelters", Shelter, "code name kind operator city capacity", "code"),
    _sheet(
        "victims",
        Victim,
        "code role sex birth_date age_at_identification citizenship first_contact_on"
        " referral_source family_name given_name father_name personal_number phone",
        "code",
    ),
    _sheet(
        "decisions",
        StatusDecision,
        "victim status decided_on body number",
        "victim status decided_on",
    ),
    _sheet(
        "exploitations",
        Exploitation,
        "victim type main sector country means recruiter_relation",
        "victim type country",
    ),
    _sheet(
        "placements",
        Placement,
        "victim shelter admitted_on left_on exit_reason",
        "victim shelter admitted_on",
    ),
    _sheet("services", Service, "victim type provider provided_on"),
    _sheet(
        "referrals",
        Referral,
        "victim type organisation referred_on started_on completed_on outcome",
        "victim type organisation referred_on",
    ),
    _sheet(
        "allowances",
        Allowance,
        "victim kind decided_on paid_on amount status",
        "victim kind decided_on",
    ),
    _sheet("dependants", Dependant, "code victim sex birth_date", "code"),
    _sheet("dependant_services", DependantService, "dependant type provided_on"),
    _sheet(
        "cases",
        CriminalCase,
        "number opened_on investigation_completed_on article",
        "number",
    ),
    _sheet("case_victims", CaseVictim, "case victim", "case victim"),
    _sheet("offences", Offence, "number case article registered_on", "number"),
    _sheet("groups", CriminalGroup, "code case neutralised_on", "code"),
    _sheet(
        "accused", Accused, "code case sex citizenship group sent_to_court_on", "code"
    ),
    _sheet(
        "verdicts",
        Verdict,
        "accused verdict_on result in_force_on",
        "accused verdict_on",
    ),
    _sheet(
        "wanted",
        WantedNotice,
        "accused declared_on closed_on outcome",
        "accused declared_on",
    ),
    _sheet("calls", Call, "received_on topic outcome"),
    _sheet(
        "activities",
        Activity,
        "kind held_on organiser region role participants copies",
    ),
    _sheet(
        "grants",
        Grant,
        "project organisation granted_on amount purpose recipients",
        "project",
    ),
    _sheet(
        "returns",
        AgencyReturn,
        "figure year value precision agency document",
        "figure year",
    ),
    _sheet("baselines", Baseline, "figure through_year value source", "figure"),
)
BY_NAME: Final = {sheet.name: sheet for sheet in SHEETS}
