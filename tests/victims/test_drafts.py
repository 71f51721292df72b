"""Drafts: sealed, their owner's only, kept whatever happens, and gone in time."""

import gzip
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from accounts.choices import Role
from tests.factories import DraftFactory, VictimFactory
from tests.intake import ANSWERS, begun, type_in
from tests.refused import refused_by, said_of, saved_past_the_form
from tests.shelter import address, queries
from thb.days import long_day
from victims.models import Draft


@pytest.fixture
def draft(client, manager):
    """Return a draft that the manager has begun."""
    return begun(client)


def save(client, draft, **answers):
    return client.post(address("victims:draft_save", draft.key), answers)


def answers_of(draft):
    return Draft.objects.get(pk=draft.pk).read()["answers"]


def test_what_is_typed_is_saved_and_the_answer_says_when(client, draft):
    """Point 18."""
    answer = save(client, draft, family_name="Məmmədova", sex="F")

    saved = timezone.localtime(Draft.objects.get().saved_at)
    assert answer.content.decode() == f"Draft saved {saved:%H:%M}"
    assert answers_of(draft)["family_name"] == "Məmmədova"


def test_what_was_not_asked_this_time_stays(client, draft):
    save(client, draft, guardian="none")
    save(client, draft, family_name="Məmmədova")

    assert answers_of(draft)["guardian"] == "none"


def test_an_unticked_box_is_unticked_in_the_draft(client, draft):
    save(client, draft, family_name="", name_unknown="on")
    save(client, draft, family_name="")

    assert answers_of(draft)["name_unknown"] == ""


def test_the_table_holds_no_word_of_a_draft_in_clear(client, draft):
    save(client, draft, family_name="Məmmədova")

    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM victims_draft")
        (sealed,) = cursor.fetchone()
    assert "Məmmədova".encode() not in bytes(sealed)


def test_a_new_session_opens_the_draft_with_all_values(client, draft):
    """Point 18."""
    save(client, draft, **ANSWERS)
    owner = draft.owner
    client.logout()
    client.force_login(owner)

    form = client.get(address("victims:draft", draft.key)).context["form"]

    assert {name: form[name].value() for name in ANSWERS} == ANSWERS


def test_save_and_exit_keeps_what_is_half_filled_and_lists_it(client, draft):
    url = address("victims:draft", draft.key)

    answer = client.post(url, {"family_name": "", "given_name": "Leyla", "exit": "1"})

    listed = client.get(answer.url).content.decode()
    assert (answer.url, "Leyla" in listed) == (address("victims:drafts"), True)
    ends = long_day(localdate() + timedelta(days=28))
    assert f'Kept until">{ends}</td>' in listed.replace("'", '"')


def test_a_post_after_the_session_ended_is_kept_for_after_the_sign_in(client, draft):
    """Point 21, where no script runs."""
    url = address("victims:draft", draft.key)
    client.logout()

    answer = client.post(url, ANSWERS | {"given_name": "Nigar"})
    client.force_login(draft.owner)

    assert answer.url == f"{reverse('account_login')}?next={url}"
    form = client.get(url).context["form"]
    assert form["given_name"].value() == "Nigar"


def test_without_a_session_a_draft_that_is_not_there_answers_alike(client, db):
    made = DraftFactory()
    key = "11111111-1111-4111-8111-111111111111"

    there, nowhere = (
        client.post(address("victims:draft", one), ANSWERS) for one in (made.key, key)
    )

    assert (there.status_code, there.url.replace(str(made.key), key)) == (
        nowhere.status_code,
        nowhere.url,
    )


@pytest.mark.parametrize(
    "page", ["draft", "draft_more", "draft_check", "draft_save", "draft_discard"]
)
def test_nobody_else_finds_a_draft(client, user_as, draft, page):
    shelter = draft.owner.shelters.get()
    client.force_login(user_as(Role.SHELTER_MANAGER, shelter=shelter))
    url = address(f"victims:{page}", draft.key)

    assert {client.post(url, ANSWERS).status_code} == {404}
    assert answers_of(draft)["family_name"] == "Əliyeva"


def test_a_draft_that_was_discarded_can_be_put_back(client, draft):
    save(client, draft, **ANSWERS)

    client.post(address("victims:draft_discard", draft.key))
    gone = client.get(address("victims:drafts")).context["drafts"].count()
    client.post(address("victims:draft_put_back", draft.key))

    back = client.get(address("victims:drafts")).context["drafts"]
    assert (gone, list(back)) == (0, [draft])


def test_a_discarded_draft_leads_to_the_list(client, draft):
    client.post(address("victims:draft_discard", draft.key))

    answer = client.get(address("victims:draft", draft.key))

    assert answer.url == address("victims:drafts")


AGO = {
    "saved 27 days ago": ({"saved_at": timedelta(days=27)}, True),
    "saved 29 days ago": ({"saved_at": timedelta(days=29)}, False),
    "never begun": ({"created_at": timedelta(days=2)}, False),
    "just begun": ({"created_at": timedelta(hours=2)}, True),
    "discarded": (
        {"saved_at": timedelta(days=3), "discarded_at": timedelta(days=2)},
        False,
    ),
}


def aged(ago):
    now = timezone.now()
    return DraftFactory(**{name: now - time for name, time in ago.items()})


@pytest.mark.parametrize(("ago", "stays"), AGO.values(), ids=AGO)
def test_a_command_removes_what_is_over(db, capsys, ago, stays):
    aged(ago)

    call_command("remove_old_drafts")

    assert capsys.readouterr().out == f"{int(not stays)} drafts removed\n"
    assert Draft.objects.exists() is stays


@pytest.mark.parametrize(("ago", "stays"), AGO.values(), ids=AGO)
def test_signing_in_removes_what_is_over(client, user_as, ago, stays):
    aged(ago)

    client.force_login(user_as(Role.AUDITOR))

    assert Draft.objects.exists() is stays


def test_a_draft_of_a_registered_person_holds_no_answers(db):
    draft = DraftFactory(content="{}")
    draft.victim = VictimFactory()

    assert "A draft of a registered person holds no answers." in said_of(draft)
    with refused_by("draft_registered_holds_nothing"):
        saved_past_the_form(draft, victim=draft.victim)


def test_a_draft_of_a_registered_person_is_not_discarded(db):
    draft = DraftFactory(victim=VictimFactory())
    draft.discarded_at = timezone.now()

    assert "A draft of a registered person cannot be discarded." in said_of(draft)
    with refused_by("draft_registered_or_discarded"):
        saved_past_the_form(draft, discarded_at=draft.discarded_at)


def test_the_list_asks_the_database_alike_for_one_or_three(client, manager):
    counts = []
    for number in (1, 3):
        while Draft.objects.count() < number:
            type_in(client, begun(client))
        counts.append(queries(client, address("victims:drafts")))

    assert counts[0] == counts[1] == 4


def test_the_scripts_of_this_page_are_light():
    """Point 8."""
    names = ("htmx.min.js", "site.js", "drafts.js")
    scripts = [settings.BASE_DIR / "static" / name for name in names]

    sizes = [len(gzip.compress(script.read_bytes())) for script in scripts]

    assert sum(sizes) <= 26 * 1024
