"""The years before the register: entered by one, approved by another, then frozen."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from accounts.choices import Role
from reports.checks import checks_of
from reports.legacy.series import earlier_totals, in_runs
from reports.models import LegacyYear
from reports.year import figures_of
from tests.factories import BaselineFactory, UserFactory

pytestmark = pytest.mark.django_db
HEAD = "figure,year,value,source\n"
LINE = "victims.identified,2016,70,speech 35\n"


def entered(year, value, **facts):
    return LegacyYear.objects.create(
        figure="victims.identified", year=year, value=value, source="report", **facts
    )


@pytest.fixture
def baseline():
    return BaselineFactory(through_year=2007, value=885)


@pytest.fixture
def office(client, user_as):
    client.force_login(user_as(Role.ADMINISTRATOR, username="office"))
    return client


def check():
    return next(
        check
        for check in checks_of(figures_of(2019))
        if check.code == "earlier.cumulative.victims"
    )


def test_years_that_add_up_to_the_total_pass(baseline):
    for year, value in ((2005, 300), (2006, 300), (2007, 285)):
        entered(year, value)

    (earlier,) = earlier_totals()
    assert earlier.is_complete
    assert earlier.sum == 885
    assert check().passed


def test_years_that_do_not_add_up_warn(baseline):
    for year, value in ((2005, 300), (2006, 300), (2007, 284)):
        entered(year, value)

    assert not check().passed
    assert check().message == "884, and the total through 2007 is 885."


def test_what_is_missing_is_named_and_nothing_is_claimed(baseline, office):
    entered(2006, 300)

    page = office.get(reverse("legacy:list")).text

    assert check().passed
    assert "Not known: 2005, 2007." in page


def test_a_part_larger_than_the_total_warns(baseline):
    entered(2006, 900)

    assert not check().passed
    assert "Not known: 2005, 2007." in check().message


def test_years_are_said_in_short():
    assert in_runs([2005, 2006, 2007, 2010, 2012, 2013]) == (
        "2005–2007, 2010, 2012–2013"
    )


def test_an_approved_number_is_frozen():
    one = entered(2016, 70, entered_by=UserFactory(role=Role.ADMINISTRATOR))
    one.approve(UserFactory(role=Role.ADMINISTRATOR))

    with (
        pytest.raises(IntegrityError, match="only voided"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE reports_legacyyear SET value = 71")
    one.void("misread")

    assert not LegacyYear.objects.current().exists()


def test_nobody_approves_what_he_entered(office, django_user_model):
    user = django_user_model.objects.get(username="office")
    one = entered(2016, 70, entered_by=user)

    page = office.post(
        reverse("legacy:approve", args=[one.pk]), {"version": one.version}
    )

    assert "A second person approves" in page.text
    with pytest.raises(IntegrityError), transaction.atomic():
        LegacyYear.objects.filter(pk=one.pk).update(approved_by=user)


def test_a_number_is_entered_by_form(office):
    office.post(
        reverse("legacy:add"),
        {
            "figure": "victims.identified",
            "year": 2016,
            "value": "70",
            "source": "speech 35",
        },
    )

    one = LegacyYear.objects.get()
    assert (one.value, one.entered_by.username) == (70, "office")


def test_a_file_is_imported_once(tmp_path, capsys):
    UserFactory(username="office", role=Role.ADMINISTRATOR)
    file = tmp_path / "years.csv"
    file.write_text(HEAD + LINE)

    for _ in range(2):
        call_command("import_earlier_years", file, "--entered-by", "office")

    assert capsys.readouterr().out.splitlines() == [
        "Entered: 1; there already: 0.",
        "Entered: 0; there already: 1.",
    ]
    assert LegacyYear.objects.count() == 1


WRONG = {
    "The first line must be": "year,value\n",
    "Line 3:.*2005": HEAD + LINE + "victims.identified,1999,3,x\n",
    "Line 2:.*Figure": HEAD + "victims.lost,2016,3,x\n",
    "Line 2:.*Source": HEAD + "victims.identified,2016,3,\n",
}


@pytest.mark.parametrize("said", WRONG)
def test_of_a_wrong_file_nothing_is_taken(tmp_path, said):
    UserFactory(username="office", role=Role.ADMINISTRATOR)
    file = tmp_path / "years.csv"
    file.write_text(WRONG[said])

    with pytest.raises(CommandError, match=said):
        call_command("import_earlier_years", file, "--entered-by", "office")

    assert not LegacyYear.objects.exists()
