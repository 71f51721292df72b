"""What other agencies return: entered by one person, approved by a second."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from prevention.models import AgencyReturn
from reports.catalogue import FIGURES
from reports.figures import ReturnedFigure
from tests.factories import AgencyReturnFactory, OrganisationFactory
from tests.queries import queries_of

SITES = "labour.sites_inspected"
PLACE = [2019, SITES]


@pytest.fixture
def entering(user_as):
    """Return the administrator who enters."""
    return user_as(Role.ADMINISTRATOR)


@pytest.fixture
def approving(user_as):
    """Return the administrator who approves."""
    return user_as(Role.ADMINISTRATOR)


@pytest.fixture
def office(client, entering):
    """Return a client signed in as who enters."""
    client.force_login(entering)
    return client


def post(client, name, **typed):
    address = reverse(f"returns:{name}", args=PLACE)
    return client.post(address, {"submission": uuid4(), **typed})


def shown(client, figure=SITES, year=2019):
    rows = client.get(reverse("returns:year", args=[year])).context["rows"]
    (row,) = [row for row in rows if row.figure == figure]
    return row


def said(response):
    return [
        words for errors in response.context["form"].errors.values() for words in errors
    ]


def test_every_returned_figure_is_expected_in_the_order_of_the_report(office):
    rows = office.get(reverse("returns:year", args=[2019])).context["rows"]

    assert [row.figure for row in rows] == [
        code for code, figure in FIGURES.items() if isinstance(figure, ReturnedFigure)
    ]


def test_a_return_is_entered_under_the_name_of_who_entered_it(office, entering):
    agency = OrganisationFactory(code="labour_monitoring_centre")

    post(
        office,
        "enter",
        value="120",
        precision="about",
        agency=agency.pk,
        document="2020/1",
    )

    record = AgencyReturn.objects.get()
    assert (record.figure, record.year, record.value) == (SITES, 2019, Decimal(120))
    assert (record.entered_by, record.approved_by) == (entering, None)


def test_the_form_starts_from_the_agency_that_is_expected(office):
    form = office.get(reverse("returns:enter", args=PLACE)).context["form"]

    assert form["agency"].initial.code == "labour_monitoring_centre"


def test_a_figure_that_no_agency_returns_is_not_found(office):
    address = reverse("returns:enter", args=[2019, "victims.identified"])

    assert office.get(address).status_code == 404


def test_a_return_asks_for_its_value(office):
    form = post(office, "enter", precision="exact", document="2020/1").context["form"]

    assert set(form.errors) == {"value"}
    assert form["document"].value() == "2020/1"


def test_the_same_return_posted_twice_is_one(office):
    typed = {"value": "120", "precision": "exact", "submission": uuid4()}

    for _ in range(2):
        office.post(reverse("returns:enter", args=PLACE), typed)

    assert AgencyReturn.objects.count() == 1


def test_a_figure_has_one_return_a_year(office):
    AgencyReturnFactory()

    response = post(office, "enter", value="121", precision="exact")

    assert said(response) == ["This figure is already recorded for that year."]


def test_a_second_person_approves(client, entering, approving):
    record = AgencyReturnFactory(entered_by=entering)
    client.force_login(approving)

    post(client, "approve", version=record.version)

    record.refresh_from_db()
    entry = JournalEntry.objects.filter(action=Action.CHANGED).latest("pk")
    assert record.approved_by == approving
    assert record.approved_at is not None
    assert entry.codes == [SITES]


def test_nobody_approves_what_he_entered_himself(office, entering):
    record = AgencyReturnFactory(entered_by=entering)

    response = post(office, "approve", version=record.version)

    record.refresh_from_db()
    assert said(response) == ["A second person approves: not the one who entered it."]
    assert record.approved_by is None


def test_what_he_entered_himself_has_no_link_to_approve(client, entering, approving):
    AgencyReturnFactory(entered_by=entering)
    address = reverse("returns:approve", args=PLACE)
    seen = []

    for user in (entering, approving):
        client.force_login(user)
        html = client.get(reverse("returns:year", args=[2019])).content.decode()
        seen.append(address in html)

    assert seen == [False, True]


def test_an_approver_approves_the_value_that_he_saw(client, entering, approving):
    record = AgencyReturnFactory(entered_by=entering)
    AgencyReturn.objects.filter(pk=record.pk).update(value=999)
    client.force_login(approving)

    response = post(client, "approve", version=record.version)

    record.refresh_from_db()
    assert response.status_code == 409
    assert record.approved_by is None


def changed(client, record, **typed):
    known = {"precision": "exact", "agency": record.agency.pk, "document": "2020/1"}
    return post(client, "change", **{**known, "version": record.version, **typed})


def test_a_changed_value_is_approved_anew_and_not_by_who_changed_it(
    client, entering, approving
):
    record = AgencyReturnFactory(entered_by=entering, approved_by=approving)
    client.force_login(approving)

    changed(client, record, value="125")

    record.refresh_from_db()
    assert (record.entered_by, record.approved_by) == (approving, None)
    assert said(post(client, "approve", version=record.version))


def test_a_form_saved_without_a_change_keeps_the_approval(client, entering, approving):
    record = AgencyReturnFactory(entered_by=entering, approved=True)
    client.force_login(approving)

    changed(client, record, value="120")

    record.refresh_from_db()
    assert record.entered_by == entering
    assert record.approved_by is not None


def test_what_is_not_approved_is_marked(office):
    AgencyReturnFactory()

    html = office.get(reverse("returns:year", args=[2019])).content.decode()
    context = office.get(reverse("returns:year", args=[2019])).context

    assert html.count("not approved") == 1
    assert (context["missing"], context["waiting"]) == (21, 1)


def test_a_void_return_is_missing_again(office):
    record = AgencyReturnFactory()

    post(office, "void", reason="of another year", version=record.version)

    assert shown(office).record is None


def test_a_return_that_nobody_expected_is_shown_at_the_end(office):
    AgencyReturnFactory(figure="new.figure")

    rows = office.get(reverse("returns:year", args=[2019])).context["rows"]

    assert rows[-1].figure == "new.figure"


def test_the_newest_year_with_a_return_opens_first(office):
    AgencyReturnFactory(year=2018)

    response = office.get(reverse("returns:newest"))

    assert response.url == reverse("returns:year", args=[2018])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_year_asks_the_same_at_any_size(office, rows):
    codes = [code for code in FIGURES if code.startswith("labour.")]
    for code in codes[:rows]:
        AgencyReturnFactory(figure=code, approved=True)

    assert len(queries_of(office, reverse("returns:year", args=[2019]))) == 4


@pytest.mark.parametrize(
    "role", [Role.POLICE_ANALYST, Role.SHELTER_MANAGER, Role.AUDITOR]
)
def test_others_do_not_open_returns(client, user_as, role):
    client.force_login(user_as(role))

    assert client.get(reverse("returns:year", args=[2019])).status_code == 403


def test_a_value_is_said_as_the_figures_say_it(office):
    AgencyReturnFactory(
        year=2019, figure="training.foreigners", value=1800, precision="more_than"
    )

    assert shown(office, "training.foreigners").value == "more than 1,800"
