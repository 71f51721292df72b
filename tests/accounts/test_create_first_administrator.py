"""The command that makes the first account."""

import io

import pytest
from django.core.management import CommandError, call_command

from accounts.choices import Role
from accounts.models import User

PASSWORD = "seven green boats at sea"  # noqa: S105 - of no account


@pytest.fixture
def create(db, monkeypatch):
    def create(*arguments, password=PASSWORD):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
        out = io.StringIO()
        call_command("create_first_administrator", *arguments, stdout=out)
        return out.getvalue()

    return create


def test_the_first_account_is_a_system_administrator_with_the_password(create):
    said = create("aygun")

    user = User.objects.get(username="aygun")
    assert said == "aygun is the first system_administrator.\n"
    assert (user.role, user.is_staff) == (Role.SYSTEM_ADMINISTRATOR, True)
    assert user.check_password(PASSWORD)


def test_the_first_administrator_gives_roles_and_has_no_admin_site(create):
    create("leyla", "--role", "administrator")

    user = User.objects.get(username="leyla")
    assert (user.role, user.is_staff) == (Role.ADMINISTRATOR, False)


def test_a_second_one_of_the_role_is_refused(create):
    create("aygun")

    with pytest.raises(CommandError, match="There is a system_administrator already"):
        create("second")


@pytest.mark.parametrize("password", ["", "short"])
def test_a_weak_password_makes_no_account(create, password):
    with pytest.raises(CommandError):
        create("aygun", password=password)

    assert not User.objects.exists()


def test_a_name_that_is_taken_is_refused(create, user_as):
    user_as(Role.AUDITOR, username="aygun")

    with pytest.raises(CommandError, match="already exists"):
        create("aygun")
