"""The pages of a frozen year, as an administrator and an analyst see them."""

import pytest
from django.urls import reverse

from accounts.models import JournalEntry, User
from prevention.models import AgencyReturn
from reports.models import Explanation, Preparation, Release
from reports.releases import freezing
from tests.reports.releases.changing import change_records
from tests.reports.releases.conftest import WORD, explain_all


def signed_in(client, name):
    user = User.objects.get(username=name)
    user.language = "en"
    user.save()
    client.force_login(user)
    return client


@pytest.fixture
def office(client):
    """Sign in who prepared 2019; use after the database."""
    return lambda: signed_in(client, "administrator")


@pytest.fixture
def second_office(client):
    return lambda: signed_in(client, "second_administrator")


def page(name, *args):
    return reverse(f"reports:{name}", args=[2019, *args])


def test_the_year_is_shown_as_frozen_with_its_hash(frozen_db, office):
    release = Release.objects.get()
    change_records()

    shown = office().get(page("year")).text

    assert release.sha256 in shown
    assert "<strong>91</strong>" in shown
    assert "records changed since the freeze" in shown
    assert page("compare", 1, "live") in shown
    assert page("release-figure", 1, "victims.identified") in shown
    assert WORD in shown


def test_what_it_counts_today_stands_on_a_page_beside(frozen_db, office):
    change_records()

    shown = office().get(page("today")).text

    assert "<strong>90</strong>" in shown
    assert page("figure", "victims.identified") in shown


def test_nothing_changed_says_nothing(frozen_db, office):
    assert "since the freeze" not in office().get(page("year")).text


def test_the_records_of_then_are_listed_as_they_were(frozen_db, office):
    codes = change_records()

    client = office()
    listed = page("release-figure", 1, "victims.identified")
    rows = client.get(listed).text
    unknown = client.get(
        page(
            "release-cell",
            1,
            "victims.identified",
            "country_of_exploitation",
            "unknown",
        )
    )

    assert "<b>91</b>" in rows
    assert "Victims whose first decision" in rows
    assert unknown.context["total"] == 3
    found = set()
    query = {}
    while query is not None:
        response = client.get(listed, query)
        found |= {row[0].text for row in response.context["shown"].rows()}
        following = response.context["page"].following
        query = following and {"after": following["after"]}
    assert {codes.changed, codes.voided, codes.gone} <= found
    assert codes.added not in found


def test_the_files_of_a_release_are_the_same_bytes_for_ever(frozen_db, office):
    client = office()
    forms = ("json", "csv", "xlsx")
    before = [client.get(page("release-download", 1, form)).content for form in forms]

    change_records()

    after = [client.get(page("release-download", 1, form)).content for form in forms]
    assert after == before
    response = client.get(page("release-download", 1, "csv"))
    release = Release.objects.get()
    assert release.sha256[:12] in response["Content-Disposition"]
    assert response["X-Release-SHA256"] == release.sha256


def test_the_comparison_names_the_records_and_why(frozen_db, office):
    codes = change_records()

    shown = office().get(page("compare", 1, "live")).text

    for code in (codes.added, codes.changed, codes.voided, codes.gone):
        assert code in shown
    assert "entered twice" in shown
    assert "late entry" in shown
    assert JournalEntry.objects.filter(codes__contains=[codes.voided]).exists()


def test_an_analyst_sees_no_more_than_that_a_return_differs(frozen_db, client):
    record = AgencyReturn.objects.get(figure="raids.children", year=2019)
    record.value = 431
    record.save()

    shown = signed_in(client, "police_analyst").get(page("compare", 1, "live")).text

    assert "431" in shown  # the figure itself
    assert "correction, return of an agency" not in shown


def test_an_analyst_reads_no_reason_for_voiding(frozen_db, client):
    codes = change_records()

    shown = signed_in(client, "police_analyst").get(page("compare", 1, "live")).text

    assert codes.voided in shown
    assert "entered twice" not in shown


@pytest.mark.parametrize("name", ["explain", "prepare", "approve", "withdraw"])
def test_an_analyst_takes_no_step(frozen_db, client, name):
    args = ["return.raids.children"] if name == "explain" else []

    response = signed_in(client, "police_analyst").post(page(name, *args))

    assert response.status_code == 403


def test_a_warning_is_explained_on_its_page(demo_db, office):
    code = "breakdown.victims.identified.country_of_exploitation"

    response = office().post(page("explain", code), {"text": "Three are not known."})

    assert response.status_code == 302
    word = Explanation.objects.get()
    assert (word.finding, word.written_by.username) == (code, "administrator")
    assert "Three are not known." in office().get(reverse("ready", args=[2019])).text


def test_an_empty_explanation_is_refused(demo_db, office):
    code = "breakdown.victims.identified.country_of_exploitation"

    response = office().post(page("explain", code), {"text": " "})

    assert "Fill in “Explanation”." in response.text
    assert not Explanation.objects.exists()


def test_a_year_that_is_not_ready_is_not_prepared(demo_db, office):
    response = office().post(page("prepare"))

    assert "34 warnings have no explanation yet." in response.text
    assert not Preparation.objects.exists()


def test_a_year_goes_from_draft_to_published_by_two_people(
    demo_db, office, second_office, first
):
    explain_all(2019, first)
    assert office().post(page("prepare")).url == page("approve")

    refused = office().post(page("approve"))
    assert "A second person freezes the year" in refused.text
    assert not Release.objects.exists()

    assert second_office().post(page("approve")).url == page("year")
    assert "Publish the release" not in office().get(page("year")).text
    refused = office().post(page("publish", 1))
    assert "cannot publish" in refused.text
    assert "Published by" not in refused.text

    second_office().post(page("publish", 1))
    assert Release.objects.get().stage == "published"
    kept = JournalEntry.objects.filter(page__startswith="reports:", fields__len__gt=0)
    assert {"reports:prepare", "reports:approve", "reports:publish"} <= set(
        kept.values_list("page", flat=True)
    )


def test_what_changed_since_it_was_prepared_is_shown_before_freezing(
    demo_db, second_office, first
):
    explain_all(2019, first)
    freezing.prepare(2019, first)
    change_records()
    explain_all(2019, first)

    response = second_office().get(page("approve"))

    titles = [one.title for one in response.context["differences"]]
    assert "Identified as victims of trafficking in human beings" in titles
    assert "Appeals received on 152" not in titles


def test_a_revision_asks_for_its_reason(frozen_db, office):
    change_records()
    explain_all(2019, User.objects.get(username="administrator"))

    empty = office().post(page("prepare"), {"reason": ""})
    office().post(page("prepare"), {"reason": "A late entry"})

    assert "Reason for the revision" in empty.text
    assert Preparation.objects.open_of(2019).reason == "A late entry"


def test_a_form_sent_twice_prepares_once(demo_db, office, first):
    explain_all(2019, first)
    key = {"submission": "5d3c0a44-0e0e-4b57-8a86-2f5d7f9f8f10"}

    answers = [office().post(page("prepare"), key).url for _ in range(2)]

    assert answers[0] == answers[1] == page("approve")
    assert Preparation.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("release", [9]),
        ("compare", ["9", "live"]),
        ("compare", ["1", "draft"]),
        ("release-figure", [1, "victims.lost"]),
        ("publish", [9]),
    ],
)
def test_what_is_not_there_is_not_found(frozen_db, office, name, args):
    assert office().get(page(name, *args)).status_code == 404
