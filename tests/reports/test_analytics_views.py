"""Views of the analytics: kept by name, shared, opened with, removed."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.db import IntegrityError
from django.urls import reverse

from accounts.choices import Role
from accounts.models import ListLayout, SavedView
from tests.factories import SavedViewFactory
from tests.shelter import queries

PAGE = reverse("analytics:cases")
ADD = reverse("lists:view_add", args=["analytics"])
VIEWS = reverse("lists:views", args=["analytics"])
ASKED = {"first": "2018", "last": "2019", "sex": "F", "rows": "destination"}


@pytest.fixture
def analyst(client, user_as):
    user = user_as(Role.POLICE_ANALYST)
    client.force_login(user)
    return user


def save(client, name="Women", **asked):
    return client.post(f"{ADD}?{urlencode(asked or ASKED)}", {"name": name})


def test_a_view_keeps_the_filters_and_how_the_table_is_split(client, analyst):
    save(client)

    view = SavedView.objects.get()
    assert (view.list_name, view.filters) == ("analytics", ASKED)


def test_a_saved_view_leads_to_the_analytics_as_they_were_asked(client, analyst):
    save(client)

    ((view, _now),) = client.get(PAGE).context["views"]
    page = client.get(f"{PAGE}?{view.query}")

    assert page.context["views"][0][1]
    assert page.context["known"]
    assert page.context["page"].selection.first == 2018


def test_what_was_typed_as_text_is_not_kept(client, analyst):
    save(client, article="144-1", sex="F")

    assert SavedView.objects.get().filters == {"sex": "F"}


@pytest.mark.parametrize("asked", [{"rows": "Leyla"}, {"measure": "x"}, {"sex": "9"}])
def test_what_cannot_be_read_is_not_kept(client, analyst, asked):
    page = client.get(ADD, asked)
    answer = save(client, **asked)

    assert page.context["nothing"]
    assert answer.status_code == 404
    assert not SavedView.objects.exists()


def test_the_page_that_saves_says_what_is_kept(client, analyst):
    page = client.get(ADD, ASKED)

    said = [(chip.text, kept) for chip, kept in page.context["chips"]]
    assert ("Sex: female", True) in said
    assert any(text.startswith("Rows: ") and kept for text, kept in said)


def test_a_shared_view_is_seen_by_analysts_of_the_same_office_only(
    client, analyst, user_as
):
    SavedViewFactory(owner=analyst, list_name="analytics", shared=True, name="Ours")
    colleague = user_as(Role.POLICE_ANALYST, username="b")
    colleague.organisation = analyst.organisation
    colleague.save()
    client.force_login(colleague)
    seen = client.get(PAGE).context["views"]
    client.force_login(user_as(Role.ADMINISTRATOR))

    assert [view.name for view, _now in seen] == ["Ours"]
    assert client.get(PAGE).context["views"] == []


def test_the_analytics_open_with_a_view(client, analyst):
    save(client)
    view = SavedView.objects.get()

    client.post(reverse("lists:view_default", args=["analytics", view.pk]))

    opened = client.get(PAGE)
    assert opened.status_code == 302
    asked = parse_qs(urlsplit(opened.url).query)
    assert asked == {name: [value] for name, value in ASKED.items()}


def test_the_views_are_listed_and_lead_back_to_the_analytics(client, analyst):
    save(client)

    page = client.get(VIEWS)

    assert "Back to the analytics" in page.text
    assert f'href="{PAGE}?' in page.text
    assert "first=2018" in page.text


@pytest.mark.parametrize("name", ["columns", "export", "step", "position", "reset"])
def test_analytics_have_no_rows_to_choose_columns_of(client, analyst, name):
    page = reverse(f"lists:{name}", args=["analytics"])

    assert client.get(page).status_code == 404


def test_who_sees_no_analytics_sees_no_views_of_them(client, user_as):
    client.force_login(user_as(Role.SHELTER_MANAGER))

    assert client.get(VIEWS).status_code == 403


def test_the_page_costs_the_same_with_more_views(client, analyst):
    SavedViewFactory(owner=analyst, list_name="analytics")
    alone = queries(client, f"{PAGE}?first=2019")
    SavedViewFactory.create_batch(2, owner=analyst, list_name="analytics")

    assert queries(client, f"{PAGE}?first=2019") == alone


def test_the_database_knows_the_lists_that_there_are(analyst):
    SavedViewFactory(owner=analyst, list_name="analytics")
    ListLayout.of(analyst, "analytics")

    with pytest.raises(IntegrityError, match="list_name_known_code"):
        SavedViewFactory(owner=analyst, list_name="analitics")
