"""HTCDS has one row a victim that leads back to nobody."""

import re

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from reports.models import Mapping
from reports.standards.htcds import COLUMNS, microdata
from tests.factories import SuspensionOrderFactory
from victims.models import Identity, Victim

REASON = "Asked for by the regional office, letter 12"


@pytest.fixture
def rows(demo_register, user_as):
    return microdata(2019, user_as(Role.ADMINISTRATOR)).rows


def test_there_is_one_row_a_victim(rows):
    assert len(rows) == 91
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_no_name_no_code_of_the_register_and_no_day_stands_in_a_row(rows):
    text = "\n".join(",".join(row) for row in rows)

    assert not any(code in text for code in Victim.objects.values_list("code", flat=1))
    names = {one.family_name for one in Identity.objects.all()}
    assert not any(name in text for name in names)
    assert not re.search(r"\d{4}-\d{2}", text)


def test_two_files_of_a_year_have_no_code_in_common(rows, user_as):
    again = microdata(2019, user_as(Role.ADMINISTRATOR)).rows

    assert not {row[0] for row in rows} & {row[0] for row in again}
    assert sorted(row[1:] for row in rows) == sorted(row[1:] for row in again)


def test_rows_stand_in_the_order_of_their_random_codes(rows):
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)


def test_values_are_in_the_words_of_the_standard(rows):
    assert {row[3] for row in rows} == {"Female", "Male"}
    assert {row[4] for row in rows} == {"Adult", "Minor"}
    assert {row[6] for row in rows} == {"isSexualExploit", "isForcedLabour"}
    assert {row[8] for row in rows} == {"", "F_Construction"}


def test_a_file_closed_by_an_order_is_left_out(demo_register, user_as):
    SuspensionOrderFactory(victim=Victim.objects.get(code="V-2019-0001"))

    found = microdata(2019, user_as(Role.ADMINISTRATOR))

    assert (len(found.rows), found.closed) == (90, 1)
    assert "V-2019-0001" not in found.codes


def test_it_leaves_with_a_reason_and_an_entry(demo_register, office):
    page = reverse("standards:microdata", args=[2019])

    refused = office.post(page, {"reason": "", "understood": ""})
    file = office.post(page, {"reason": REASON, "understood": "on"})

    assert refused.status_code == 200
    assert file["Content-Type"].startswith("text/csv")
    assert len(file.content.decode("utf-8-sig").splitlines()) == 92
    entry = JournalEntry.objects.get(action=Action.EXPORTED)
    assert (entry.reason, len(entry.codes)) == (REASON, 91)


def test_the_page_warns_of_small_groups(demo_register, office):
    page = office.get(reverse("standards:microdata", args=[2019])).text

    assert "91 rows" in page
    assert "fewer than 11 people who are alike" in page


def test_nothing_leaves_while_a_value_has_no_word(demo_register, office):
    for one in Mapping.objects.filter(standard="htcds", list="sex", code="M"):
        one.void("to be decided")
    page = reverse("standards:microdata", args=[2019])

    answer = office.post(page, {"reason": REASON, "understood": "on"})

    assert "Nothing is exported until these values are mapped" in answer.text
    assert not JournalEntry.objects.filter(action=Action.EXPORTED).exists()
