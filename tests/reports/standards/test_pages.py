"""The pages of a year in the standards say what is ready and what is not."""

import pytest
from django.urls import reverse

from accounts.choices import Action
from accounts.models import JournalEntry
from reports.models import Mapping

pytestmark = pytest.mark.usefixtures("edition")


def test_the_year_says_what_is_ready_and_that_ic_tip_is_empty(office):
    page = office.get(reverse("standards:year", args=[2019])).text

    assert page.count("Every value of the year is mapped") == 3
    assert "They stay empty until the code tables of the standard are at hand." in page
    assert "the population is missing for female, 0 to 17 years" in page


def test_a_value_without_a_word_stands_there_with_its_records_and_a_way(office):
    one = Mapping.objects.get(standard="glotip", list="sex", code="M")
    one.void("to be decided")

    page = office.get(reverse("standards:year", args=[2019]))

    way = page.context["ways"][0]
    assert [(one.list, one.code) for one in way.unmapped] == [("sex", "M")]
    assert "?standard=glotip&amp;list=sex&amp;code=M" in page.text


def test_tables_and_files_lead_back_while_a_value_has_no_word(office):
    Mapping.objects.get(standard="glotip", list="sex", code="M").void("undecided")

    for name in ("tables", "file"):
        page = reverse(f"standards:{name}", args=[2019, "glotip", "internal"])
        assert office.get(page).url == reverse("standards:year", args=[2019])


@pytest.mark.parametrize("level", ["internal", "parliament", "public"])
@pytest.mark.parametrize("standard", ["glotip", "sdg"])
def test_a_level_is_a_page_and_a_file(office, standard, level):
    page = office.get(reverse("standards:tables", args=[2019, standard, level]))
    file = office.get(reverse("standards:file", args=[2019, standard, level]))

    assert page.status_code == 200
    assert file["Content-Disposition"].endswith(f'{standard}-2019-{level}.xlsx"')
    assert JournalEntry.objects.filter(action=Action.EXPORTED).count() == 1


def test_the_public_page_shows_no_name_of_a_country_of_one_person(office):
    page = office.get(reverse("standards:tables", args=[2019, "glotip", "public"]))

    assert "Tajikistan" not in page.text
    assert "not shown" in page.text


@pytest.mark.parametrize("address", ["htcds/internal", "glotip/secret", "iso/public"])
def test_what_is_no_table_is_not_found(office, address):
    page = reverse("standards:year", args=[2019]) + f"{address}/"

    assert office.get(page).status_code == 404
