"""What the database refused, in words."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.factories.assistance import PlacementFactory
from tests.factories.reference import ShelterFactory
from tests.factories.victims import DependantFactory
from thb.refusals import explained


def refused(work):
    """Return what is told about the refusal of a piece of work."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        work()
    return explained(refusal.value)


def test_a_constraint_of_a_table_is_told_in_its_own_words(db):
    told = refused(lambda: DependantFactory(birth_date=date(2999, 1, 1)))

    assert told.messages == ["This date is later than today."]
    assert told.code == "dependant_birth_date_not_in_future"


def test_a_constraint_of_a_trigger_is_told_in_its_own_words(db):
    told = refused(lambda: PlacementFactory(shelter=ShelterFactory(capacity=0)))

    assert told.messages == ["The shelter is full on a day of this stay."]


def test_a_refusal_without_words_is_not_explained_away(db):
    assert refused(lambda: DependantFactory(code=None)) is None
