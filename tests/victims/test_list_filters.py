"""What the list of people can be narrowed to, and by whom."""

import pytest

from accounts.choices import Role
from tests.factories import (
    AllowanceFactory,
    AssignmentFactory,
    CaseVictimFactory,
    DependantFactory,
    ExploitationFactory,
    PlacementFactory,
    StatusDecisionFactory,
    UserFactory,
    VictimFactory,
)
from tests.shelter import queries

LIST = "/people/"


@pytest.fixture
def office(client, user_as):
    user = user_as(Role.ADMINISTRATOR)
    client.force_login(user)
    return user


def codes(response):
    return [row.code for row in response.context["rows"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("exploitation=sexual_exploitation", ["A-1"]),
        ("exploitation=forced_labour", []),
        ("destination=TUR", ["A-1"]),
        ("destination=ARE", []),
        ("paid=yes", ["A-1"]),
        ("paid=no", ["B-2"]),
        ("children=yes", ["A-1"]),
        ("children=no", ["B-2"]),
        ("case=yes", ["A-1"]),
        ("case=no", ["B-2"]),
        ("help=closed", ["A-1"]),
        ("shelter=S-9", ["A-1"]),
        ("worker=sevda", ["A-1"]),
        ("missing=yes", ["B-2"]),
        ("missing=no", ["A-1"]),
    ],
)
def test_more_filters_stand_in_the_address(client, office, shelter, query, found):
    whole = {"sex": "F", "citizenship": "AZE", "age_at_identification": 30}
    first = VictimFactory(code="A-1", case_status="closed", **whole)
    VictimFactory(code="B-2", citizenship="")
    type(shelter).objects.filter(pk=shelter.pk).update(code="S-9")
    ExploitationFactory(
        victim=first, type="sexual_exploitation", main=True, country="TUR"
    )
    StatusDecisionFactory(victim=first)
    AllowanceFactory(victim=first, paid=True)
    DependantFactory(victim=first)
    CaseVictimFactory(victim=first)
    PlacementFactory(victim=first, shelter=shelter)
    worker = UserFactory(username="sevda", role=Role.ASSISTANCE_WORKER)
    AssignmentFactory(victim=first, user=worker)
    AssignmentFactory(user=UserFactory(username="rena")).victim.void("entered twice")

    assert codes(client.get(f"{LIST}?{query}")) == found


@pytest.mark.parametrize(
    ("role", "missing"),
    [
        (Role.SHELTER_MANAGER, {"shelter", "worker", "case"}),
        (Role.POLICE_ANALYST, {"placement", "shelter", "worker", "help", "paid"}),
        (Role.POLICE_INVESTIGATOR, {"placement", "shelter", "worker", "children"}),
    ],
)
def test_nobody_filters_by_what_he_may_not_see(client, user_as, shelter, role, missing):
    AssignmentFactory()
    client.force_login(user_as(role, shelter=shelter))

    fields = client.get(LIST).context["form"].fields

    assert missing & set(fields) == set()


def test_six_filters_stand_there_and_the_others_unfold(client, office):
    form = client.get(LIST).context["form"]

    assert (len(form.seen), len(form.more) > 0, form.unfolded) == (6, True, False)


def test_a_filter_in_use_is_never_folded_away(client, office):
    assert client.get(LIST, {"missing": "yes"}).context["form"].unfolded


def test_an_empty_list_names_the_filters_and_what_each_would_leave(client, office):
    VictimFactory(sex="F", citizenship="AZE")
    VictimFactory(sex="M", citizenship="UZB")
    VictimFactory(sex="M", citizenship="UZB")

    page = client.get(LIST, {"sex": "F", "citizenship": "UZB"})

    remedies = page.context["remedies"]
    assert [(r.chip.text, r.number, r.more) for r in remedies] == [
        ("Sex: female", 2, False),
        ("Citizenship: Uzbekistan", 1, False),
    ]
    assert "No record matches these 2 filters" in page.text


def test_no_more_than_a_hundred_are_counted(client, office):
    VictimFactory.create_batch(101, sex="F")

    (remedy,) = client.get(LIST, {"sex": "M"}).context["remedies"]

    assert (remedy.number, remedy.more) == (100, True)


def test_countries_are_listed_by_their_names(client, office):
    client.cookies["django_language"] = "az"

    field = client.get(LIST).context["form"].fields["citizenship"]

    names = [name for _code, name in field.choices]
    assert names[1] == "Azərbaycan"
    assert names.index("Çin") < names.index("Danimarka") < names.index("Əlcəzair")


def test_an_offices_list_takes_five_queries_with_all_its_filters(client, office):
    AssignmentFactory.create_batch(3)

    assert queries(client, LIST) == 5
