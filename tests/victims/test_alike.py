"""Who may already be the person that is registered: never beyond reach."""

import pytest

from tests.factories import IdentityFactory, PlacementFactory
from tests.intake import ANSWERS, begun, check, search, type_in
from tests.shelter import address
from victims.models import Draft, Victim


def test_who_may_be_the_same_is_shown_by_code_and_reason(client, manager, person):
    likenesses = client.get(search(client, "Aliyeva").url).context["likenesses"]

    assert [(one.victim.code, str(one.reason)) for one in likenesses] == [
        ("KM-4821-7", "Same name or number")
    ]


def test_a_phone_that_was_searched_for_finds_the_person(client, manager, person):
    likenesses = client.get(search(client, "050 123 45 67").url).context["likenesses"]

    assert [one.victim.code for one in likenesses] == ["KM-4821-7"]


def test_who_may_be_the_same_opens_beside_what_was_typed(client, manager, person):
    page = client.get(search(client, "Aliyeva").url).content.decode()

    url = address("assistance:overview", person.code)
    assert f'<a class="code" href="{url}" target="_blank" rel="noopener">' in page
    assert "Günay" not in page


def test_nobody_beyond_reach_is_hinted_at(client, manager):
    """Point 17."""
    PlacementFactory(victim=IdentityFactory().victim)

    page = client.get(search(client, "Əliyeva").url)

    assert page.context["likenesses"] == []
    assert "0 people may be the same." in page.content.decode()


def test_the_panel_says_the_same_whether_or_not_somebody_is_beyond_reach(
    client, manager
):
    """Point 17: existence is a secret."""
    draft = begun(client)
    url = address("victims:draft_alike", draft.key)
    nobody = client.post(url, ANSWERS).content
    IdentityFactory()

    assert client.post(url, ANSWERS).content == nobody


@pytest.mark.parametrize("typed", ["Aliyeva", "Əliyeva", "Алиева"])
def test_the_duplicate_panel_finds_a_name_in_any_letters(
    client, manager, person, typed
):
    """Point 16."""
    draft = begun(client, "Nobody")

    panel = client.post(
        address("victims:draft_alike", draft.key), {"family_name": typed}
    )

    assert person.code in panel.content.decode()


def test_a_fathers_name_that_the_register_lacks_hides_nobody(client, manager, shelter):
    other = IdentityFactory(victim__registered_at=shelter, father_name="").victim

    likenesses = client.get(search(client, "Əliyeva Günay Rəşad").url).context[
        "likenesses"
    ]

    assert [one.victim for one in likenesses] == [other]


def test_two_letters_find_nobody(client, manager, person):
    draft = begun(client, "Zz")

    panel = client.post(
        address("victims:draft_alike", draft.key), {"family_name": "Əl"}
    )

    assert person.code not in panel.content.decode()


def test_the_same_year_of_birth_is_a_reason_and_comes_first(client, manager, person):
    draft = begun(client)

    type_in(client, draft, given_name="Günay", birth_year="1995")

    page = client.get(address("victims:draft_check", draft.key))
    assert [str(one.reason) for one in page.context["likenesses"]] == [
        "Same name or number, same year of birth"
    ]


def test_not_the_same_is_kept_with_the_reason(client, manager, person):
    draft = begun(client)
    told = ANSWERS | {"apart": person.code, f"why-{person.code}": "relative"}

    client.post(address("victims:draft_apart", draft.key), told)

    page = client.get(address("victims:draft", draft.key))
    assert page.context["likenesses"] == []
    assert Draft.objects.get().read()["apart"] == {person.code: "relative"}


def test_somebody_alike_who_turned_up_is_shown_before_registering(
    client, manager, shelter
):
    draft = begun(client)
    type_in(client, draft)
    other = IdentityFactory(victim__registered_at=shelter).victim

    page = check(client, draft)

    assert page.context["turned_up"]
    assert check(client, draft, seen=[other.code]).status_code == 302
    assert Victim.objects.count() == 2
