"""What is refused: by the database, under which name, and in which words by a form."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from thb.days import long_day
from thb.refusals import explained


@contextmanager
def refused_by(name):
    """Expect the constraint or trigger of this name to refuse the statement."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield refusal
    assert refusal.value.__cause__.diag.constraint_name == name


def said_of(record):
    """Return what a form says of a record that it would not save."""
    with pytest.raises(ValidationError) as refusal:
        record.full_clean()
    return refusal.value.messages


def said_after(refusal):
    """Return what a form says after the database refused."""
    return explained(refusal.value).messages


def saved_past_the_form(record, **values):
    """Write values as SQL would, past every check of a form."""
    return type(record)._base_manager.filter(pk=record.pk).update(**values)


def must_be_past(label):
    """Return what a field says of a day later than today: what to do."""
    return f"“{label}” must be today, {long_day(localdate())}, or earlier."
