"""Services, referrals, protection, plans, compensation, help for children."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from accounts.choices import Role
from assistance.models import (
    Compensation,
    DependantService,
    Referral,
    ReflectionPeriod,
    RehabilitationPlan,
    ResidencePermit,
    Service,
)
from tests.factories import (
    AssignmentFactory,
    DependantFactory,
    ReferralFactory,
    ServiceFactory,
)
from tests.shelter import address, hidden, problems, queries, send

RECORDS = {
    "service": (Service, {"type": "medical", "provided_on": "4 6 2019"}),
    "referral": (Referral, {"type": "employment", "referred_on": "4 6 2019"}),
    "reflection": (ReflectionPeriod, {"granted_on": "4 6 2019"}),
    "permit": (ResidencePermit, {"applied_on": "4 6 2019"}),
    "plan": (RehabilitationPlan, {"drawn_up_on": "4 6 2019"}),
    "compensation": (Compensation, {"stream": "fund", "amount_azn": "1 250,50"}),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_posted_twice_is_one(client, manager, person, kind):
    model, answers = RECORDS[kind]
    url = address(f"assistance:{kind}_add", person.code)
    posted = hidden(client, url) | answers

    first = client.post(url, posted)
    second = client.post(url, posted)

    assert (first.status_code, first.url) == (302, second.url)
    assert model.objects.get().victim == person


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_is_changed_and_voided(client, manager, person, kind):
    model, answers = RECORDS[kind]
    send(client, address(f"assistance:{kind}_add", person.code), **answers)
    key = model.objects.get().pk

    send(client, address(f"assistance:{kind}_change", person.code, key), **answers)
    send(client, address(f"assistance:{kind}_void", person.code, key), reason="twice")

    assert model.objects.get().void_reason == "twice"


def test_the_same_help_is_added_again_on_another_day(client, manager, person):
    service = ServiceFactory(victim=person, type="legal")
    url = address("assistance:service_add", person.code)

    form = client.get(f"{url}?again={service.pk}").context["form"]

    assert (form["type"].value(), form["provider"].value()) == (
        "legal",
        service.provider_id,
    )
    assert form["provided_on"].value() == localdate()


def test_the_outcome_of_a_referral_is_recorded(client, manager, person):
    referral = ReferralFactory(victim=person, type="employment")
    url = address("assistance:outcome", person.code, referral.pk)

    send(client, url, started_on="8 6 2019", outcome="hired")

    referral.refresh_from_db()
    assert (referral.started_on, referral.outcome) == (date(2019, 6, 8), "hired")


def test_which_referral_it_was_stands_above_its_outcome(client, manager, person):
    referral = ReferralFactory(victim=person, type="employment")
    url = address("assistance:outcome", person.code, referral.pk)

    above = client.get(url).context["view"].facts

    assert above[0].value == referral.get_type_display()


def test_a_child_is_sent_to_pre_school_once_a_year(client, manager, person):
    child = DependantFactory(victim=person)
    url = address("assistance:child_help_add", person.code)
    answers = {"dependant": child.pk, "type": "preschool"}
    send(client, url, provided_on="1 9 2019", **answers)

    response = send(client, url, provided_on="2 9 2019", **answers)

    assert problems(response) == [
        "This child was already sent to pre-school education that year."
    ]
    assert DependantService.objects.count() == 1


def test_only_children_of_the_person_can_be_chosen(client, manager, person):
    DependantFactory()
    url = address("assistance:child_help_add", person.code)

    choices = client.get(url).context["form"].fields["dependant"].queryset

    assert list(choices) == []


def test_the_second_of_two_changes_sees_both_values(client, manager, person):
    service = ServiceFactory(victim=person, type="legal", provider=None)
    url = address("assistance:service_change", person.code, service.pk)
    first = hidden(client, url) | {"type": "medical"}
    second = hidden(client, url) | {"type": "documents"}
    client.post(url, first)

    response = client.post(url, second)

    assert response.status_code == 409
    differences = response.context["differences"]
    assert [(one.name, one.mine, one.saved) for one in differences][:1] == [
        ("type", "help with documents", "medical help")
    ]


def test_an_assistance_worker_helps_the_persons_assigned(client, user_as, person):
    user = user_as(Role.ASSISTANCE_WORKER)
    AssignmentFactory(victim=person, user=user)
    client.force_login(user)

    send(
        client,
        address("assistance:service_add", person.code),
        type="legal",
        provided_on="4 6 2019",
    )

    assert Service.objects.get().victim == person
    assert client.get(address("assistance:stay_add", person.code)).status_code == 403


def test_an_assistance_worker_does_not_find_others(client, user_as, person):
    client.force_login(user_as(Role.ASSISTANCE_WORKER))

    for name in ("assistance:overview", "assistance:services"):
        assert client.get(address(name, person.code)).status_code == 404


@pytest.mark.parametrize("records", [1, 3])
def test_a_section_takes_seven_queries(client, manager, person, records):
    ServiceFactory.create_batch(records, victim=person)

    # Session, user, person, journal, services, their providers, plans, session again.
    assert queries(client, address("assistance:services", person.code)) == 7
