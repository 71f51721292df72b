"""Dates later than today and codes outside their list, on every model that has them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import localdate
from factory.django import DjangoModelFactory

from reference.records import BakuToday, Record
from tests import factories as _factories  # noqa: F401 - their classes are walked
from tests.refused import refused_by, said_of, saved_past_the_form

LATER = "This date is later than today."
UNKNOWN = "This code is not in the list."


def guarded(ending):
    """Return factory, field and name of each constraint whose name ends so."""
    return [
        pytest.param(factory, field_of(constraint), constraint.name, id=constraint.name)
        for factory in DjangoModelFactory.__subclasses__()
        for constraint in factory._meta.model._meta.constraints
        if constraint.name.endswith(ending)
    ]


def field_of(constraint):
    """Return the field that the constraint's one condition is about."""
    ((lookup, _value),) = constraint.condition.children
    return lookup.rpartition("__")[0]


@pytest.mark.parametrize(("factory", "field", "name"), guarded("_not_in_future"))
def test_a_form_refuses_a_day_later_than_today(db, factory, field, name):
    record = factory()
    setattr(record, field, localdate() + timedelta(days=1))

    assert LATER in said_of(record)


@pytest.mark.parametrize(("factory", "field", "name"), guarded("_not_in_future"))
def test_the_database_refuses_a_day_later_than_today(db, factory, field, name):
    record = factory()

    with refused_by(name):
        saved_past_the_form(record, **{field: localdate() + timedelta(days=1)})


@pytest.mark.parametrize(("factory", "field", "name"), guarded("_not_in_future"))
def test_today_is_taken(db, factory, field, name):
    record = factory()

    assert saved_past_the_form(record, **{field: localdate()}) == 1


@pytest.mark.parametrize(("factory", "field", "name"), guarded("_known_code"))
def test_a_form_refuses_a_code_outside_the_list(db, factory, field, name):
    record = factory()
    is_list = isinstance(getattr(record, field), list)
    setattr(record, field, ["nonsense"] if is_list else "nonsense")

    assert any("nonsense" in words or words == UNKNOWN for words in said_of(record))


@pytest.mark.parametrize(("factory", "field", "name"), guarded("_known_code"))
def test_the_database_refuses_a_code_outside_the_list(db, factory, field, name):
    record = factory()
    is_list = isinstance(getattr(record, field), list)

    with refused_by(name):
        saved_past_the_form(record, **{field: ["zz"] if is_list else "zz"})


def test_today_is_the_day_in_baku_whatever_the_zone_of_the_connection(db):
    sql = BakuToday.template
    with connection.cursor() as cursor:
        for zone in ("Pacific/Auckland", "Pacific/Honolulu"):
            cursor.execute("SELECT set_config('TimeZone', %s, true)", [zone])
            cursor.execute(f"SELECT {sql}")

            assert cursor.fetchone() == (localdate(),)


def test_every_field_that_names_an_event_is_guarded():
    """A day that may come later: the end of a right, a rate, a permit, a document."""
    may_come = {"ends_on", "expires_on", "valid_until", "valid_from", "since", "until"}
    may_come |= {"counted_from", "postponed_to", "plans_to_leave_on"}
    days = {
        (model._meta.label, field.name)
        for model in Record.__subclasses__()
        for field in model._meta.fields
        if field.get_internal_type() == "DateField" and field.name not in may_come
    }
    guards = {
        (param.values[0]._meta.model._meta.label, param.values[1])
        for param in guarded("_not_in_future")
    }

    assert days - guards == set()
