"""Saved views of a list: kept as codes, shared with one's like, never wider."""

from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.choices import Role
from accounts.models import ListLayout, SavedView
from tests.factories import (
    ListLayoutFactory,
    OrganisationFactory,
    SavedViewFactory,
    ShelterFactory,
    VictimFactory,
)
from tests.refused import refused_by, said_of
from tests.shelter import queries

PEOPLE = reverse("victims:list")
ADD = reverse("lists:view_add", args=["people"])
VIEWS = reverse("lists:views", args=["people"])


@pytest.fixture
def shelter(db):
    return ShelterFactory()


@pytest.fixture
def manager(client, user_as, shelter):
    user = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    client.force_login(user)
    return user


def save(client, query, **answers):
    typed = {"name": "Women", "submission": uuid4()} | answers
    return client.post(f"{ADD}?{query}", typed)


def offered(client):
    return [view.name for view, _current in client.get(PEOPLE).context["views"]]


def act(client, name, view):
    return client.post(reverse(f"lists:{name}", args=["people", view.pk]))


def test_filters_are_kept_under_a_name(client, manager):
    response = save(client, "sex=F&status=identified&after=7&sort=-code")

    view = SavedView.objects.get()
    assert response.url == f"{PEOPLE}?status=identified&sex=F&sort=-code"
    assert (view.owner, view.name, view.shared) == (manager, "Women", False)
    assert view.filters == {"sex": "F", "status": "identified", "sort": "-code"}


def test_the_list_offers_the_view_and_marks_the_one_it_shows(client, manager):
    SavedViewFactory(owner=manager, name="All of them")
    SavedViewFactory(owner=manager, name="Women", filters={"sex": "F"})

    views = client.get(PEOPLE, {"sex": "F"}).context["views"]

    assert [(view.name, now) for view, now in views] == [
        ("All of them", False),
        ("Women", True),
    ]


def test_typed_text_is_not_kept(client, user_as):
    client.force_login(user_as(Role.POLICE_ANALYST))
    add = reverse("lists:view_add", args=["cases"])

    client.post(f"{add}?number=Leyla&stage=convicted", {"name": "Convicted"})

    assert SavedView.objects.get().filters == {"stage": "convicted"}


@pytest.mark.parametrize("query", ["", "sort=nothing&text=Leyla", "sex=nonsense"])
def test_where_there_is_nothing_to_keep_nothing_is_saved(client, manager, query):
    save(client, query.replace("sort=nothing&", ""))

    assert not SavedView.objects.exists()


def test_a_view_posted_twice_is_saved_once(client, manager):
    key = uuid4()

    answers = [save(client, "sex=F", submission=key) for _ in range(2)]

    assert SavedView.objects.count() == 1
    assert answers[0].url == answers[1].url


def test_a_name_is_given_once_in_any_case(client, manager):
    SavedViewFactory(owner=manager, name="women")

    errors = save(client, "sex=F").context["form"].errors

    assert errors == {"name": ["You already have a view of this name."]}


def test_the_database_takes_a_name_once(manager):
    SavedViewFactory(owner=manager, name="women")

    with refused_by("saved_view_name_once"):
        SavedViewFactory(owner=manager, name="Women")


def test_the_database_takes_filters_by_name_only(manager):
    with refused_by("saved_view_filters_by_name"):
        SavedViewFactory(owner=manager, filters=["Leyla"])


def test_filters_without_names_are_refused_in_words(manager):
    view = SavedViewFactory.build(owner=manager, filters=["Leyla"])

    assert "The filters cannot be read." in said_of(view)


def test_a_list_has_25_50_or_100_rows(manager):
    layout = ListLayoutFactory.build(user=manager, rows=1000)

    assert "A page has 25, 50 or 100 rows." in said_of(layout)
    with refused_by("list_layout_rows_offered"):
        ListLayoutFactory(user=manager, rows=1000)


def test_a_list_has_one_look_for_one_user(manager):
    ListLayoutFactory(user=manager)

    with refused_by("list_layout_once"):
        ListLayoutFactory(user=manager)


def test_a_shared_view_is_offered_in_the_same_shelter_to_the_same_role(
    client, user_as, shelter, manager
):
    colleague = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    worker = user_as(Role.SHELTER_WORKER, shelter=shelter)
    stranger = user_as(Role.SHELTER_MANAGER, shelter=ShelterFactory())
    for owner in (colleague, worker, stranger):
        SavedViewFactory(owner=owner, name=f"of {owner.username}", shared=True)
    SavedViewFactory(owner=colleague, name="kept to himself")

    assert offered(client) == [f"of {colleague.username}"]


def test_offices_share_within_their_organisation(client, user_as):
    here, there = OrganisationFactory(), OrganisationFactory()
    names = {"near": here, "far": there, "nowhere": None}
    for name, office in names.items():
        owner = user_as(Role.POLICE_ANALYST, organisation=office)
        SavedViewFactory(owner=owner, name=name, shared=True)
    client.force_login(user_as(Role.POLICE_ANALYST, organisation=here))

    assert offered(client) == ["near"]


def test_a_shared_view_shows_no_more_than_ones_own_reach(
    client, user_as, shelter, manager
):
    VictimFactory(code="HB-3307-2", sex="F")
    mine = VictimFactory(sex="F", registered_at=shelter)
    owner = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    owner.shelters.add(ShelterFactory())
    SavedViewFactory(owner=owner, shared=True, filters={"sex": "F"})

    (view, _now), *_none = client.get(PEOPLE).context["views"]
    rows = client.get(f"{PEOPLE}?{view.query}").context["rows"]

    assert [row.code for row in rows] == [mine.code]


def test_the_list_opens_with_the_view_chosen(client, manager):
    view = SavedViewFactory(owner=manager, filters={"sex": "F"})

    act(client, "view_default", view)

    assert client.get(PEOPLE).url == f"{PEOPLE}?sex=F"
    assert client.get(PEOPLE, {"all": "1"}).status_code == 200


def test_the_list_opens_with_everything_again(client, manager):
    view = SavedViewFactory(owner=manager)
    ListLayoutFactory(user=manager, default_view=view)

    client.post(reverse("lists:view_none", args=["people"]))

    assert client.get(PEOPLE).status_code == 200


def test_a_view_that_is_not_shared_any_more_opens_nothing(
    client, user_as, shelter, manager
):
    owner = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    view = SavedViewFactory(owner=owner, shared=True)
    ListLayoutFactory(user=manager, default_view=view)

    SavedView.objects.update(shared=False)

    assert client.get(PEOPLE).status_code == 200


def test_nobody_opens_with_a_view_he_may_not_see(client, user_as, manager):
    view = SavedViewFactory(owner=user_as(Role.SHELTER_MANAGER))

    assert act(client, "view_default", view).status_code == 404
    assert not ListLayout.objects.exists()


def test_a_removed_view_is_brought_back(client, manager):
    view = SavedViewFactory(owner=manager, name="Women")

    act(client, "view_remove", view)
    gone = offered(client)
    act(client, "view_restore", view)

    assert (gone, offered(client)) == ([], ["Women"])


def test_a_name_that_was_given_anew_keeps_the_removed_view_away(client, manager):
    view = SavedViewFactory(owner=manager, name="Women")
    view.remove()
    SavedViewFactory(owner=manager, name="Women")

    act(client, "view_restore", view)

    assert SavedView.objects.kept().count() == 1


def test_a_view_is_renamed_and_shared(client, manager):
    view = SavedViewFactory(owner=manager)
    change = reverse("lists:view_change", args=["people", view.pk])

    assert client.get(change).status_code == 200
    client.post(change, {"name": "Men", "shared": "on"})

    view.refresh_from_db()
    assert (view.name, view.shared) == ("Men", True)


@pytest.mark.parametrize("name", ["view_change", "view_remove", "view_restore"])
def test_the_view_of_another_is_not_found(client, user_as, shelter, manager, name):
    owner = user_as(Role.SHELTER_MANAGER, shelter=shelter)
    view = SavedViewFactory(owner=owner, shared=True)

    assert act(client, name, view).status_code == 404


@pytest.mark.parametrize("views", [1, 3])
def test_the_page_of_views_asks_the_same_at_any_size(client, manager, views):
    SavedViewFactory.create_batch(views, owner=manager)

    # Session, user, what the user keeps of the list, removed views.
    assert queries(client, VIEWS) == 4


def test_a_list_that_there_is_not_is_not_found(client, manager):
    assert client.get(reverse("lists:views", args=["secrets"])).status_code == 404


@pytest.mark.parametrize(
    ("typed", "kept"), [("144-1", {"article": "144-1"}), ("A", {})]
)
def test_of_typed_text_only_what_has_the_form_of_a_code_is_kept(
    client, user_as, typed, kept
):
    client.force_login(user_as(Role.POLICE_ANALYST))

    context = client.get(f"/cases/?article={typed}&number=Leyla").context

    assert context["now"] == kept
