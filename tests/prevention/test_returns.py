"""What agencies return: approved by a second person, as it stands."""

import pytest
from django.core.exceptions import ValidationError

from accounts.choices import Role
from tests.factories import AgencyReturnFactory, OrganisationFactory, UserFactory
from tests.refused import refused_by, said_of, saved_past_the_form


@pytest.fixture
def entered(db):
    return AgencyReturnFactory()


def second_person():
    return UserFactory(role=Role.ADMINISTRATOR)


def test_a_second_person_approves(entered):
    user = second_person()

    entered.approve(user)

    entered.refresh_from_db()
    assert entered.approved_by == user
    assert entered.approved_at


def test_who_entered_a_value_does_not_approve_it(entered):
    with pytest.raises(ValidationError) as refusal:
        entered.approve(entered.entered_by)

    assert refusal.value.messages == [
        "A second person approves: not the one who entered it."
    ]


def test_the_database_refuses_an_approval_of_ones_own_value(entered):
    with refused_by("return_approved_by_a_second_person"):
        saved_past_the_form(entered, approved_by=entered.entered_by)


CHANGES = [
    {"value": 121},
    {"precision": "about"},
    {"document": "2020/2"},
    {"year": 2018},
    {"figure": "labour.workers_without_contract"},
    {"value": None},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
def test_a_change_ends_the_approval(db, change):
    approved = AgencyReturnFactory(approved=True)

    saved_past_the_form(approved, **change)

    approved.refresh_from_db()
    assert (approved.approved_by, approved.approved_at) == (None, None)


def test_another_agency_ends_the_approval(db):
    approved = AgencyReturnFactory(approved=True)

    saved_past_the_form(approved, agency=OrganisationFactory())

    approved.refresh_from_db()
    assert approved.approved_by is None


def test_a_change_and_an_approval_at_once_leave_it_unapproved(entered):
    saved_past_the_form(entered, value=121, approved_by=second_person())

    entered.refresh_from_db()
    assert entered.approved_by is None


def test_the_same_value_saved_again_stays_approved(db):
    approved = AgencyReturnFactory(approved=True)

    approved.save()

    approved.refresh_from_db()
    assert approved.approved_by


def test_a_figure_of_a_year_is_returned_once(entered):
    again = AgencyReturnFactory.build(
        agency=entered.agency, entered_by=entered.entered_by
    )

    assert said_of(again) == ["This figure is already recorded for that year."]
    with refused_by("return_recorded_once"):
        again.save()
