"""What the list of cases tells of each, and the way back to it."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from accounts.choices import Role
from tests.factories import (
    CaseAssignmentFactory,
    CaseVictimFactory,
    CriminalCaseFactory,
    ExploitationFactory,
    ListLayoutFactory,
)

ADDRESS = reverse("cases:list")


@pytest.fixture
def analyst(client, user_as):
    """Return a client signed in as a police analyst, who sees every case."""
    client.force_login(user_as(Role.POLICE_ANALYST))
    return client


def test_the_list_tells_the_destinations_and_to_administrators_the_lead(
    client, user_as
):
    case = CaseAssignmentFactory(user__username="r.kerimov").case
    for country in ("TUR", "QAT", "TUR"):
        link = CaseVictimFactory(case=case)
        ExploitationFactory(victim=link.victim, country=country)
    texts = {}

    for role in (Role.ADMINISTRATOR, Role.POLICE_ANALYST):
        client.force_login(user_as(role))
        texts[role] = strip_tags(client.get(ADDRESS).text)

    assert all("Qatar, Türkiye" in text for text in texts.values())
    assert "r.kerimov" in texts[Role.ADMINISTRATOR]
    assert "r.kerimov" not in texts[Role.POLICE_ANALYST]


def test_a_link_or_a_person_that_is_void_leaves_no_destination(analyst):
    for void in ("link", "victim", "exploitation"):
        link = CaseVictimFactory()
        form = ExploitationFactory(victim=link.victim)
        {"link": link, "victim": link.victim, "exploitation": form}[void].void("wrong")

    cases = analyst.get(ADDRESS).context["page"].records

    assert [case.destinations for case in cases] == [[], [], []]


def test_back_to_the_list_leads_to_the_list_as_it_was(analyst):
    case = CriminalCaseFactory()
    analyst.get(ADDRESS, {"article": "144-1", "sort": "-number"})

    page = analyst.get(reverse("cases:overview", args=[case.number]))

    assert page.context["way"].back == (
        f"{ADDRESS}?article=144-1&sort=-number#row-{case.pk}"
    )


def test_without_a_list_before_back_leads_to_the_whole_list(analyst):
    page = analyst.get(reverse("cases:overview", args=[CriminalCaseFactory().number]))

    assert page.context["way"].back == ADDRESS


def test_the_lead_is_not_shown_to_whom_the_role_does_not_show_it(analyst, user_as):
    user = user_as(Role.POLICE_ANALYST)
    analyst.force_login(user)
    ListLayoutFactory(user=user, list_name="cases", columns=["lead", "stage"])
    CaseAssignmentFactory(user__username="r.kerimov")

    page = analyst.get(ADDRESS)

    headings = [str(heading.label) for heading in page.context["headings"]]
    assert headings == ["Compare", "Number", "Stage"]
    assert "r.kerimov" not in page.text


def test_cases_are_ticked_for_comparison_whichever_columns_are_chosen(analyst, user_as):
    user = user_as(Role.POLICE_ANALYST)
    analyst.force_login(user)
    ListLayoutFactory(user=user, list_name="cases", columns=["stage"])
    case = CriminalCaseFactory(number="19-0147")

    html = analyst.get(ADDRESS).text

    assert f'name="case" value="{case.number}" aria-label="Compare 19-0147"' in html
    assert f'action="{reverse("cases:compare")}"' in html
