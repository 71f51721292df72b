"""What stands on the pages of a frozen year beside its numbers."""

from django.urls import reverse

from reports.catalogue import FIGURES
from tests.queries import queries_of
from tests.reports.releases.changing import change_records, quiet
from tests.reports.releases.conftest import frozen
from tests.reports.releases.test_release_pages import office, page, second_office

__all__ = ["office", "second_office"]


def test_the_year_after_says_that_it_starts_from_the_frozen_one(frozen_db, office):
    change_records()

    shown = office().get(reverse("reports:year", args=[2020])).text

    assert "2019 is told as frozen, release 1" in shown
    assert "The totals start from the frozen numbers." in shown


def test_a_total_says_that_it_starts_from_the_frozen_year(frozen_db, office):
    address = reverse("reports:figure", args=[2020, "cumulative.victims"])

    shown = office().get(address).text

    assert "976 through 2019 as frozen, release 1" in shown


def test_a_figure_that_the_catalogue_lost_is_still_told(frozen_db, office, monkeypatch):
    monkeypatch.delitem(FIGURES, "calls.received")

    client = office()
    listed = client.get(page("release-figure", 1, "calls.received"))

    assert "6,845" in client.get(page("year")).text
    assert listed.context["total"] == 6845


def test_more_releases_take_no_more_queries(frozen_db, office):
    client = office()
    client.get(page("releases"))
    one = len(queries_of(client, page("releases")))
    for reason in ("a", "b"):
        frozen(2019, reason)

    assert len(queries_of(client, page("releases"))) == one


def test_more_changed_records_take_no_more_queries(frozen_db, office):
    client = office()
    persons = quiet()
    persons[0].void("a")
    client.get(page("compare", 1, "live"))
    one = len(queries_of(client, page("compare", 1, "live")))
    for person in persons[1:]:
        person.void("b")

    assert len(queries_of(client, page("compare", 1, "live"))) == one
