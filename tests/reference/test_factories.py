"""Every factory makes a record that is valid by default."""

import pytest
from factory.django import DjangoModelFactory

from reference.records import Record
from tests import factories

FACTORIES = DjangoModelFactory.__subclasses__()


@pytest.mark.parametrize("factory", FACTORIES, ids=lambda factory: factory.__name__)
def test_a_factory_makes_a_valid_record(db, factory):
    record = factory()

    record.refresh_from_db()
    record.full_clean(exclude=["password"])


def test_every_record_has_a_factory():
    made = {factory._meta.model for factory in FACTORIES}

    assert made >= {
        model for model in Record.__subclasses__() if not model._meta.abstract
    }


def test_a_paid_allowance_has_the_rate_of_the_day(db):
    allowance = factories.AllowanceFactory(paid=True)

    assert allowance.amount_azn == 700
