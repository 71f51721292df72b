"""The journal of access: append-only, without personal data, read by auditors."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory
from django.urls import reverse

from accounts import journal
from accounts.choices import Action, Role
from accounts.journal_words import field_words
from accounts.models import JournalEntry, User

BAKU = ZoneInfo("Asia/Baku")


@pytest.fixture
def request_of(user_as):
    """Return a request of a shelter worker."""
    request = RequestFactory().get("/")
    request.user = user_as(Role.SHELTER_WORKER, username="leyla")
    request.resolver_match = None
    return request


@pytest.fixture
def auditor(client, user_as):
    user = user_as(Role.AUDITOR, username="auditor")
    client.force_login(user)
    return user


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE accounts_journalentry SET username = 'nobody'",
        "DELETE FROM accounts_journalentry",
        "TRUNCATE accounts_journalentry",
    ],
)
def test_the_database_refuses_to_change_the_journal(request_of, statement):
    journal.record(request_of, Action.OPENED, ["V-1"])

    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_an_entry_outlives_the_account(request_of):
    entry = journal.record(request_of, Action.OPENED, ["V-1"])
    User.objects.all().delete()

    assert JournalEntry.objects.get(pk=entry.pk).username == "leyla"


def test_an_entry_says_who_in_which_role_did_what_and_why(request_of):
    journal.record(
        request_of, Action.SHOWED, ["V-1"], fields=["given_name"], reason="Hospital"
    )

    entry = JournalEntry.objects.get()
    assert (entry.username, entry.role, entry.codes, entry.fields, entry.reason) == (
        "leyla",
        "shelter_worker",
        ["V-1"],
        ["given_name"],
        "Hospital",
    )


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("code", "KM-4821-7", True),
        ("number", "C-2019/0001", True),
        ("code", "Leyla", False),
        ("code", "Leyla 1990", False),
        ("code", "Əliyeva-1", False),
        ("query", "KM-4821-7", False),
    ],
)
def test_of_an_address_only_codes_are_kept(name, value, kept):
    assert journal.is_code(name, value) is kept


def test_who_looked_leaves_lists_out(request_of):
    journal.record(request_of, Action.LISTED, ["V-1", "V-2"])
    opened = journal.record(request_of, Action.OPENED, ["V-1"])
    journal.record(request_of, Action.OPENED, ["V-2"])

    assert list(JournalEntry.objects.looked_at("V-1")) == [opened]


def entries(request_of, number):
    return [
        journal.record(request_of, Action.OPENED, [f"V-{n}"]) for n in range(number)
    ]


def shown(client, **filters):
    response = client.get(reverse("journal"), filters)
    return [entry.codes for entry in response.context["page"].records]


def test_the_page_shows_the_newest_first(client, auditor, request_of):
    entries(request_of, 3)

    assert shown(client) == [["V-2"], ["V-1"], ["V-0"]]


@pytest.mark.parametrize("typed", ["V-1", "v-1", " V-1 "])
def test_the_page_finds_a_code(client, auditor, request_of, typed):
    entries(request_of, 3)

    assert shown(client, code=typed) == [["V-1"]]


def test_the_page_finds_a_user(client, auditor, request_of):
    journal.record(request_of, Action.OPENED, ["V-1"])
    request_of.user = auditor
    journal.record(request_of, Action.OPENED, ["V-2"])

    assert shown(client, username="LEYLA") == [["V-1"]]


def test_the_page_finds_an_action(client, auditor, request_of):
    journal.record(request_of, Action.OPENED, ["V-1"])
    journal.record(request_of, Action.EXPORTED, ["V-2"])

    assert shown(client, action="exported") == [["V-2"]]


def at(moment):
    """Return an entry written at the moment, which only a new row can have."""
    entry = JournalEntry(action=Action.OPENED, codes=[f"{moment:%d %H}"])
    JournalEntry._meta.get_field("at").auto_now_add = False
    entry.at = moment
    entry.save()
    JournalEntry._meta.get_field("at").auto_now_add = True


def test_the_page_finds_days_in_baku(client, auditor, db):
    for hour in (-1, 0, 23, 24):
        at(datetime(2019, 6, 4, tzinfo=BAKU) + timedelta(hours=hour))

    found = shown(client, since="04/06/2019", until="4.6.2019")

    assert found == [["04 23"], ["04 00"]]


def test_what_is_no_day_finds_nothing_and_says_so(client, auditor, request_of):
    entries(request_of, 1)

    response = client.get(reverse("journal"), {"since": "31.02.2019"})

    assert response.context["page"].records == []
    assert list(response.context["form"].errors) == ["since"]


def page_at(client, parts):
    asked = {name: value for name, value in parts.items() if value is not None}
    return client.get(reverse("journal"), asked).context["page"]


def test_older_and_newer_entries_are_a_link_away(client, auditor, request_of):
    entries(request_of, 60)
    first = page_at(client, {})
    second = page_at(client, first.following)
    third = page_at(client, second.following)
    back = page_at(client, second.previous)

    assert [len(page.records) for page in (first, second, third)] == [25, 25, 10]
    assert (first.previous, third.following) == (None, None)
    assert back.records == first.records


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_asks_little_of_the_database(
    client, auditor, request_of, django_assert_max_num_queries, number
):
    entries(request_of, number)

    with django_assert_max_num_queries(8) as asked:
        client.get(reverse("journal"))

    statements = [query["sql"] for query in asked.captured_queries]
    real = [sql for sql in statements if "SAVEPOINT" not in sql]
    assert len(real) <= 6
    assert not [sql for sql in real if "COUNT(" in sql]


def test_the_words_for_who_looked(request_of, rendered):
    entries(request_of, 1)

    html = rendered("accounts/looked.html", {"looks": JournalEntry.objects.all()})

    assert "leyla, shelter worker" in html


def test_looks_of_one_sitting_are_told_once(request_of, rendered):
    entries(request_of, 3)

    html = rendered("accounts/looked.html", {"looks": JournalEntry.objects.all()})

    assert (html.count("<li>"), "· 3 times" in html) == (1, True)


@pytest.fixture
def rendered():
    from django.template.loader import render_to_string  # noqa: PLC0415

    return render_to_string


def test_today_in_baku_is_the_day_of_the_entry(client, auditor, request_of):
    entries(request_of, 1)
    today = datetime.now(tz=BAKU).date()

    assert shown(client, since=today.strftime("%d.%m.%Y")) == [["V-0"]]
    assert shown(client, until=date(2019, 1, 1).strftime("%d.%m.%Y")) == []


@pytest.mark.parametrize(("codes", "folded"), [(6, False), (7, True)])
def test_many_codes_of_an_entry_are_folded(client, request_of, auditor, codes, folded):
    journal.record(request_of, Action.LISTED, [f"V-{n}" for n in range(codes)])

    html = client.get(reverse("journal"), {"username": "leyla"}).content.decode()

    assert (f"V-0 and others: {codes} codes" in html, "V-5" in html) == (folded, True)


def test_the_fields_of_an_entry_are_called_as_on_their_page():
    names = ["registered_on", "number", "text", "2019"]

    said = field_words("cases:offence-add", names)

    assert said == "Registered on, Number, Text searched for, 2019"


def test_a_field_is_called_as_in_its_own_part_of_the_register():
    assert field_words("returns:enter", ["value"]) == "Value"
    assert field_words("terminal:imported", ["cases.csv"]) == "cases.csv"


def test_the_auditor_reads_words_in_his_language(client, auditor, request_of):
    journal.record(request_of, Action.CHANGED, ["V-1"], fields=["sex"])
    client.post(reverse("set_language"), {"language": "ru"})

    page = client.get(reverse("journal")).content.decode()

    assert ">Пол<" in page
    assert "account_login" not in page
    assert "set_language" not in page
