"""What the roles may: existing permissions, and nobody holds two offices."""

import pytest
from django.contrib.auth.models import Permission

from accounts.choices import Role
from accounts.roles import PERMISSIONS

DATA = {"victims", "assistance", "cases", "prevention", "reports", "exchange"}
REPORT = {"reports.view_report"}  # numbers of the year, no record
STANDARDS = {  # words and published numbers, no record either
    f"reports.view_{name}" for name in ("mapping", "population", "othersfigure")
}
RATES = {f"assistance.{verb}_allowancerate" for verb in ("view", "add", "change")}


def test_every_permission_of_a_role_exists(db):
    rows = Permission.objects.values_list("content_type__app_label", "codename")
    existing = {f"{app}.{codename}" for app, codename in rows}

    assert set().union(*PERMISSIONS.values()) - existing == set()


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR])
def test_who_looks_after_the_system_reaches_no_data(role):
    held = PERMISSIONS[role] - RATES - REPORT - STANDARDS

    assert {name for name in held if name.split(".")[0] in DATA} == set()


def test_nobody_deletes():
    held = set().union(*PERMISSIONS.values())

    assert {name for name in held if ".delete_" in name} == set()


def test_only_administrators_give_roles():
    assert [r for r in Role if "accounts.give_role" in PERMISSIONS[r]] == [
        Role.ADMINISTRATOR
    ]


def test_whoever_gives_roles_makes_no_accounts():
    assert "accounts.add_user" not in PERMISSIONS[Role.ADMINISTRATOR]


def test_analysts_read_no_identity():
    held = PERMISSIONS[Role.POLICE_ANALYST]

    assert {name for name in held if "identity" in name or "placement" in name} == set()
