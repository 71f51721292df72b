"""Ages as groups, and the first contact by its month, for those who see no more."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from accounts.choices import Role
from tests.factories import CaseVictimFactory, StatusDecisionFactory, VictimFactory
from victims.ages import BANDS, band_of, band_words
from victims.models import Victim


@pytest.mark.parametrize(
    ("years", "words"),
    [
        (0, "0–8"),
        (8, "0–8"),
        (9, "9–17"),
        (17, "9–17"),
        (18, "18–20"),
        (26, "24–26"),
        (47, "39–47"),
        (48, "48 or over"),
        (99, "48 or over"),
        (None, ""),
    ],
)
def test_an_age_has_its_group(years, words):
    assert str(band_words(years)) == words


@pytest.mark.parametrize("years", [*range(60), None])
def test_the_database_has_the_same_groups(db, years):
    VictimFactory(age_at_identification=years)

    (code,) = Victim.objects.values_list(band_of("age_at_identification"), flat=True)

    band = next((band for band in BANDS if band.code == code), None)
    assert str(band.label if band else "") == str(band_words(years))


@pytest.fixture
def woman(db):
    """Return a woman of 23 who came on 17 March 2019, in a case."""
    facts = {"age_at_identification": 23, "first_contact_on": date(2019, 3, 17)}
    victim = VictimFactory(code="V-2019-0023", **facts)
    StatusDecisionFactory(victim=victim, decided_on=date(2019, 4, 2))
    Victim.objects.filter(pk=victim.pk).update(age_at_identification=23)
    CaseVictimFactory(victim=victim)
    return victim


def facts_of(client, victim):
    page = client.get(reverse("assistance:overview", args=[victim.code]))
    return {fact.label: fact.value for fact in page.context["facts"]}


@pytest.mark.parametrize(
    ("language", "month"),
    [("en", "March 2019"), ("az", "mart 2019"), ("ru", "март 2019")],
)
def test_the_month_stands_alone_in_each_language(woman, language, month):
    with override(language):
        assert woman.first_contact_month == month


def test_an_analyst_sees_the_group_and_the_month(client, user_as, woman):
    client.force_login(user_as(Role.POLICE_ANALYST))

    facts = facts_of(client, woman)

    assert facts["Age group at identification"] == "21–23"
    assert facts["First contact in"] == "March 2019"


def test_an_administrator_sees_the_years_and_the_day(client, user_as, woman):
    client.force_login(user_as(Role.ADMINISTRATOR))

    facts = facts_of(client, woman)

    assert facts["Age at identification, years"] == "23"
    assert facts["First contact on"] == "17 March 2019"


@pytest.mark.parametrize(
    "page",
    [
        ("assistance:overview", ["V-2019-0023"]),
        ("victims:identification", ["V-2019-0023"]),
        ("victims:list", []),
        ("reports:figure", [2019, "victims.identified"]),
        ("analytics:records", []),
    ],
    ids=lambda page: page[0],
)
def test_no_page_tells_an_analyst_the_day_or_the_years(client, user_as, woman, page):
    client.force_login(user_as(Role.POLICE_ANALYST))

    text = client.get(reverse(page[0], args=page[1])).text

    assert "17.03.2019" not in text
    assert "17 March" not in text
    assert ">23<" not in text
