"""What is asked of some only: a child, a foreign citizen; nothing typed is lost."""

import pytest

from tests.factories import FirstHourFactory, VictimFactory
from tests.intake import ANSWERS, SHOWN, begun, check, registered, type_in
from tests.refused import refused_by, said_of
from tests.shelter import address, send
from victims.models import Draft, FirstHour


def parts(client, draft, **answers):
    """Return the parts that a script is given for the answers, with what is left."""
    url = address("victims:draft_parts", draft.key)
    shown = client.post(url, answers).context["parts"]
    return [(one["part"].name, one["left"]) for one in shown]


@pytest.mark.parametrize("of_age", ["child", "unsure"])
def test_under_18_or_not_sure_opens_the_path_of_a_child(client, manager, of_age):
    """Point 28."""
    draft = begun(client)

    assert parts(client, draft, of_age=of_age) == [
        ("child", False),
        ("agreement-child", False),
    ]


def test_an_adult_is_asked_to_agree_in_other_words(client, manager):
    draft = begun(client)

    assert parts(client, draft, of_age="adult") == [("agreement", False)]


@pytest.mark.parametrize(("country", "asked"), [("UZB", True), ("AZE", False)])
def test_a_foreign_citizen_is_asked_about_permit_and_embassy(
    client, manager, country, asked
):
    draft = begun(client)

    assert (("foreign", False) in parts(client, draft, citizenship=country)) is asked


def test_changing_the_age_keeps_the_answers_and_warns(client, manager):
    """Point 28."""
    draft = begun(client)
    type_in(client, draft, of_age="child", guardian="unsafe")

    url = address("victims:draft_parts", draft.key)
    page = client.post(url, ANSWERS | {"guardian": "unsafe"}).content.decode()

    assert "This part is no longer asked, but it has answers." in page
    assert 'value="unsafe" class="form-check-input"' in page or "checked" in page
    assert parts(client, draft, of_age="adult")[0] == ("child", True)


def test_an_empty_part_goes_without_a_word(client, manager):
    draft = begun(client)
    type_in(client, draft, of_age="child")

    assert parts(client, draft, of_age="adult") == [("agreement", False)]


def test_without_a_script_the_next_page_asks(client, manager):
    draft = begun(client)
    url = address("victims:draft", draft.key)

    answer = client.post(url, ANSWERS | {"of_age": "unsure", "shown": "agreement"})

    assert answer.url == address("victims:draft_more", draft.key)
    page = client.get(answer.url).content.decode()
    assert "Is there a parent or guardian?" in page
    more = {"guardian": "none", "shown": ["child", "agreement-child"]}
    assert client.post(answer.url, more).url == address(
        "victims:draft_check", draft.key
    )
    assert Draft.objects.get().read()["answers"]["guardian"] == "none"


def test_without_a_script_the_next_page_warns_before_answers_are_hidden(
    client, manager
):
    """Point 28."""
    draft = begun(client)
    type_in(client, draft, of_age="child", guardian="none")
    url = address("victims:draft", draft.key)

    answer = client.post(url, ANSWERS | {"shown": "agreement"})

    assert answer.url == address("victims:draft_more", draft.key)
    page = client.get(answer.url)
    assert "it has answers" in page.content.decode()
    seen = {"shown": ["child", "agreement"], "warned": "child"}
    assert client.post(answer.url, seen).url == address(
        "victims:draft_check", draft.key
    )


def test_what_was_put_away_comes_back_when_it_is_asked_again(client, manager):
    draft = begun(client)
    type_in(client, draft, of_age="child", guardian="none")
    type_in(client, draft, put_away="child")

    hidden = parts(client, draft, of_age="adult")
    type_in(client, draft, of_age="child")

    assert hidden == [("agreement", False)]
    assert Draft.objects.get().read()["put_away"] == []
    assert Draft.objects.get().read()["answers"]["guardian"] == "none"


def test_answers_that_are_no_longer_asked_are_not_registered(client, manager):
    draft = begun(client)
    type_in(client, draft, of_age="child", guardian="none")
    type_in(client, draft, warned="child")

    check(client, draft)

    assert (FirstHour.objects.get().of_age, FirstHour.objects.get().guardian) == (
        "adult",
        "",
    )


def test_a_child_is_led_to_the_guardianship_body(client, manager):
    response = client.get(registered(client, of_age="child").url)

    texts = [str(step["text"]) for step in response.context["steps"]]
    assert "Tell the guardianship body, and record the referral" in texts


def test_the_first_hour_is_recorded_once(db):
    hour = FirstHourFactory()
    again = FirstHour(victim=hour.victim)

    assert said_of(again) == ["The first hour is already recorded."]
    with refused_by("first_hour_recorded_once"):
        again.save()


def test_the_first_hour_is_put_right_later(client, manager, person):
    hour = FirstHourFactory(victim=person, medical_need="now")
    url = address("victims:first_hour_change", person.code, hour.pk)

    send(client, url, of_age="adult", medical_need="none")

    hour.refresh_from_db()
    assert (hour.medical_need, hour.version) == ("none", 2)


def test_a_file_without_a_first_hour_says_so(client, manager, person):
    page = client.get(address("victims:identification", person.code)).content.decode()

    assert "Language, doctor, danger, children: nothing is recorded yet." in page


def test_the_first_hour_of_another_person_is_not_changed(client, manager, person):
    hour = FirstHourFactory(victim=VictimFactory())

    url = address("victims:first_hour_change", person.code, hour.pk)

    assert client.get(url).status_code == 404


def test_shown_parts_are_those_of_the_page(client, manager):
    draft = begun(client)

    answer = client.post(
        address("victims:draft", draft.key), ANSWERS | {"shown": "agreement"}
    )

    assert answer.url == address("victims:draft_check", draft.key)
    assert {"agreement"} < {*SHOWN["shown"]}
