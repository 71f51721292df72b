"""The pages on which warnings are explained, one or several at once."""

import pytest
from django.urls import reverse

from accounts.models import User
from reports.models import Explanation
from reports.releases.counted import count
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
