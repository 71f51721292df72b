"""The pages on which warnings are explained, one or several at once."""

import pytest
from django.conf import settings
from django.urls import reverse

from accounts.choices import Role
from accounts.models import User
from prevention.models import AgencyReturn
from reports.models import Explanation
from reports.releases.counted import count
from reports.releases.stops import stops_of
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import WORD, explain_all
from tests.reports.releases.test_release_pages import page, signed_in

READY = "/ready/2019/"
COUNTRIES = "breakdown.victims.identified.country_of_exploitation"


@pytest.fixture
def office(client):
    """Sign in an administrator; use after the database."""
    return lambda: signed_in(client, "administrator")


def test_one_word_explains_all_that_are_ticked(demo_db, office):
    client = office()
    several = page("explain-several")
    offered = dict(client.get(several).context["form"].fields["checks"].choices)
    ticked = [code for code in offered if code.startswith("return.")]

    answer = client.post(several, {"checks": ticked, "text": " Printed by them. "})

    assert answer.url == READY
    assert len(ticked) > 1
    words = Explanation.objects.latest_of(2019)
    assert {code: word.text for code, word in words.items()} == dict.fromkeys(
        ticked, "Printed by them."
    )
    left = {check.code for check in count(2019).unexplained}
    assert left == set(offered) - set(ticked)


def test_a_word_without_a_ticked_check_is_refused_and_kept(demo_db, office):
    answer = office().post(page("explain-several"), {"text": "Looked at."})

    assert answer.context["form"].errors == {"checks": ["Tick at least one check."]}
    assert "Looked at." in answer.text
    assert not Explanation.objects.exists()


def test_where_nothing_is_left_the_page_leads_back(demo_db, office):
    explain_all(2019, User.objects.get(username="administrator"))
    client = office()

    answer = client.get(page("explain-several"))

    assert answer.url == READY
    ready = client.get(READY)
    assert ready.context["explain"] == []
    assert "Every check that failed is explained." in ready.text
    assert "0 warnings" not in ready.text


def test_a_word_that_no_longer_holds_is_there_to_be_changed(frozen_db, office):
    change_records()

    form = office().get(page("explain", COUNTRIES)).context["form"]

    assert form["text"].value() == WORD


def test_an_analyst_explains_nothing(demo_db, client):
    shown = signed_in(client, "police_analyst").get(page("explain-several"))

    assert shown.status_code == 403
    assert reverse("reports:explain-several", args=[2019]) not in (
        client.get(READY).text
    )


@pytest.mark.parametrize(
    ("language", "word"),
    [("az", "Nə mane olur"), ("en", "What stands in the way"), ("ru", "Что мешает")],
)
def test_a_year_that_is_not_ready_leads_to_each_check_that_stops_it(
    demo_db, office, language, word
):
    AgencyReturn.objects.filter(figure="raids.confirmed_victims").update(value=999)
    client = office()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.post(page("prepare"))

    unexplained = [one.code for one in count(2019).unexplained]
    stops = answer.context["stops"]
    blocking = {stop.url for stop in stops if stop.kind == "danger"}
    links = [stop.url for stop in stops]
    assert blocking == {page("figure", "raids.confirmed_victims")}
    assert links[-len(unexplained) :] == [page("explain", code) for code in unexplained]
    assert word in answer.text
    assert [url for url in links if f'href="{url}"' not in answer.text] == []
    assert client.get(links[0]).status_code == 200


def test_who_may_not_list_what_stops_the_year_is_led_to_the_failed_checks(
    demo_db, user_as
):
    check = next(one for one in count(2019).warnings if one.opens)

    (stop,) = stops_of(2019, [check], [], user_as(Role.SYSTEM_ADMINISTRATOR))

    assert stop.url == "/ready/2019/#checks"


def test_a_warning_that_came_after_the_preparation_is_named_to_who_freezes(
    demo_db, office
):
    client = office()
    explain_all(2019, User.objects.get(username="administrator"))
    client.post(page("prepare"))
    change_records()

    shown = client.get(page("approve"))

    assert shown.context["stops"]
    assert f'href="{shown.context["stops"][0].url}"' in shown.text
