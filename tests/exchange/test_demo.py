"""The demo: made only where it is asked for, and only in a database of its own."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pghistory.models import MiddlewareEvents

from accounts.choices import Role
from accounts.models import User
from exchange.management.commands import demo
from tests.factories import (
    CriminalCaseFactory,
    PlacementFactory,
    ShelterFactory,
    VictimFactory,
)
from thb.production import DEMO_DOMAIN
from victims.models import Exploitation


def test_no_demo_is_made_where_demo_is_not_1(db, settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="only where DEMO=1"):
        call_command("demo")

    assert not User.objects.exists()


def test_no_demo_is_made_in_a_database_of_real_accounts(user_as):
    user_as(Role.AUDITOR, email="auditor@register.example")

    with pytest.raises(CommandError, match="a demo needs a database of its own"):
        call_command("demo")


def test_each_role_has_one_demo_account(db):
    demo.make_accounts()
    demo.make_accounts()

    assert sorted(User.objects.values_list("role", flat=True)) == sorted(
        [*Role.values, Role.ADMINISTRATOR]
    )


def test_a_demo_account_is_known_by_its_address_and_has_the_password(db):
    demo.make_accounts()

    user = User.objects.get(username="auditor")
    assert user.email == f"auditor@{DEMO_DOMAIN}"
    assert user.check_password(demo.PASSWORD)


def test_shelter_staff_of_the_demo_work_in_a_state_shelter(db):
    ShelterFactory(kind="ngo_shelter")
    shelter = ShelterFactory(kind="state_shelter")

    demo.make_accounts()

    users = User.objects.filter(shelters=shelter).values_list("username", flat=True)
    assert sorted(users) == ["shelter_manager", "shelter_worker"]


def test_the_demo_assigns_cases_and_persons_once(db):
    case, person = CriminalCaseFactory(), VictimFactory()
    demo.make_accounts()

    demo.assign_work()
    demo.assign_work()

    assert [given.user.role for given in case.assignments.all()] == [
        Role.POLICE_INVESTIGATOR
    ]
    assert [given.user.role for given in person.assignments.all()] == [
        Role.ASSISTANCE_WORKER
    ]


@pytest.fixture
def run_demo(committed_db):
    """Return a runner of `manage.py demo`, which returns what was printed."""

    def run_demo(**options):
        out = StringIO()
        call_command("demo", stdout=out, **options)
        return out.getvalue()

    return run_demo


def test_the_demo_prints_the_figures_and_a_second_run_changes_nothing(run_demo):
    first = run_demo()
    history = MiddlewareEvents.objects.count()
    second = run_demo()

    assert re.search(r"victims\.identified +91 \(−7\) +98 ", first)
    assert second.startswith("The register is there already; nothing is imported.")
    assert first[first.index("victims.identified") :].endswith(
        second[second.index("victims.identified") :]
    )
    assert MiddlewareEvents.objects.count() == history


def test_what_was_changed_in_a_demo_stays_changed(run_demo):
    run_demo()
    main = Exploitation.objects.current().filter(main=True, country="TUR").first()
    main.country = "IRN"
    main.save()

    run_demo()

    main.refresh_from_db()
    assert main.country == "IRN"


def test_the_demo_tells_the_address_and_the_accounts_where_it_serves(run_demo):
    *_, address, accounts = run_demo(port=8123).partition("Open http://127.0.0.1:8123/")

    assert address
    assert [line.split()[0] for line in accounts.splitlines()[1:-1]] == [
        *Role.values,
        "second_administrator",
    ]


def test_the_demo_gives_each_shelter_its_beds_once_and_each_guest_a_bed(db):
    stay = PlacementFactory(shelter=ShelterFactory(capacity=6))

    demo.set_up_beds()
    demo.set_up_beds()

    stay.refresh_from_db()
    assert stay.shelter.beds.count() == 6
    assert stay.bed.number == "5"
