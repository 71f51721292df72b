"""The second factor: required of whoever reads identity, before anything else."""

import time

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.models import JournalEntry
from accounts.roles import READS_IDENTITY

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of these tests


@pytest.fixture(autouse=True)
def outside_a_demo(settings):
    settings.DEMO = False


@pytest.fixture
def worker(user_as):
    return user_as(Role.SHELTER_WORKER, username="leyla", password=PASSWORD)


@pytest.fixture
def with_codes(worker):
    """Return the worker with an authenticator app and recovery codes."""
    TOTP.activate(worker, SECRET)
    RecoveryCodes.activate(worker)
    return worker


def sign_in(client, username="leyla"):
    return client.post(
        reverse("account_login"), {"login": username, "password": PASSWORD}
    )


def code_now(secret=SECRET):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_code(client, code, page="mfa_authenticate"):
    return client.post(reverse(page), {"code": code})


def test_those_who_read_identity_are_the_workers_with_people():
    assert {role.value for role in READS_IDENTITY} == {
        "assistance_worker",
        "shelter_manager",
        "shelter_worker",
    }


@pytest.mark.parametrize("page", ["home", "mfa_view_recovery_codes"])
def test_without_a_factor_every_page_leads_to_making_one(client, worker, page):
    sign_in(client)

    response = client.get(reverse(page))

    assert (response.status_code, response["Location"]) == (302, reverse("mfa_index"))


@pytest.mark.parametrize(
    "page", ["mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_logout"]
)
def test_without_a_factor_the_pages_to_make_one_open(client, worker, page):
    sign_in(client)

    assert client.get(reverse(page)).status_code == 200


def test_a_demo_waives_the_second_factor(client, worker, settings):
    settings.DEMO = True
    sign_in(client)

    assert client.get(reverse("home")).headers.get("Location") != reverse("mfa_index")


@pytest.mark.parametrize("role", Role)
def test_it_is_required_of_every_role(client, user_as, role):
    user_as(role, username="leyla", password=PASSWORD)
    sign_in(client)

    assert client.get(reverse("home"))["Location"] == reverse("mfa_index")


def make_authenticator(client):
    """Make an authenticator; allauth tells of it when that is committed."""
    sign_in(client)
    form = client.get(reverse("mfa_activate_totp")).context["form"]
    return give_code(client, code_now(form.secret), "mfa_activate_totp")


def test_making_an_authenticator_opens_the_pages(committed_db, client, worker):
    made = make_authenticator(client)

    assert made["Location"] == reverse("mfa_view_recovery_codes")
    assert client.get(made["Location"]).status_code == 200


def test_making_an_authenticator_is_kept(committed_db, client, worker):
    make_authenticator(client)

    entry = JournalEntry.objects.filter(action=Action.CHANGED).first()

    assert (entry.codes, entry.fields) == (["leyla"], ["second_factor"])


def test_the_password_alone_does_not_sign_in(client, with_codes):
    response = sign_in(client)

    assert response["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session


def test_the_code_of_the_app_signs_in(client, with_codes):
    sign_in(client)

    give_code(client, code_now())

    assert client.session["_auth_user_id"] == str(with_codes.pk)
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200


def test_a_recovery_code_signs_in_once(client, with_codes):
    code = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    sign_in(client)
    first = give_code(client, code).status_code
    client.logout()
    sign_in(client)

    assert (first, give_code(client, code).status_code) == (302, 200)


def test_a_code_of_the_app_is_good_only_once(client, with_codes):
    code = code_now()
    sign_in(client)
    first = give_code(client, code).status_code
    client.logout()
    sign_in(client)

    assert (first, give_code(client, code).status_code) == (302, 200)


def test_a_wrong_code_is_kept(client, with_codes):
    sign_in(client)

    give_code(client, "000000")

    entry = JournalEntry.objects.get()
    assert (entry.action, entry.codes, entry.fields) == (
        Action.SIGN_IN_FAILED,
        ["leyla"],
        ["second_factor"],
    )


def test_codes_cannot_be_tried_without_end(client, with_codes):
    sign_in(client)
    for _try in range(5):
        give_code(client, "000000")

    give_code(client, code_now())

    assert "_auth_user_id" not in client.session


def test_a_session_from_before_the_factor_has_to_show_it(client, worker):
    sign_in(client)
    TOTP.activate(worker, SECRET)

    response = client.get(reverse("mfa_index"))

    assert response["Location"] == reverse("mfa_reauthenticate")


def test_showing_the_factor_opens_a_session_from_before_it(client, worker):
    sign_in(client)
    TOTP.activate(worker, SECRET)

    give_code(client, code_now(), "mfa_reauthenticate")

    assert client.get(reverse("mfa_index")).status_code == 200


def test_a_session_from_before_the_factor_cannot_add_another(client, worker):
    sign_in(client)
    TOTP.activate(worker, SECRET)

    response = client.get(reverse("mfa_add_webauthn"))

    assert response["Location"] == reverse("mfa_reauthenticate")


def test_a_security_key_is_asked_for_where_it_is_the_only_factor(client, worker):
    sign_in(client)
    Authenticator.objects.create(user=worker, type="webauthn", data={})

    response = client.get(reverse("home"))

    assert response["Location"] == reverse("mfa_reauthenticate_webauthn")


def test_a_role_that_reads_identity_asks_for_the_factor_at_once(client, user_as):
    user = user_as(Role.AUDITOR, username="leyla", password=PASSWORD)
    sign_in(client)
    user.role = Role.SHELTER_MANAGER
    user.save()

    assert client.get(reverse("home"))["Location"] == reverse("mfa_index")


def test_the_secret_of_a_factor_is_sealed_in_the_database(with_codes):
    stored = Authenticator.objects.get(type="totp").data["secret"]

    assert SECRET not in stored
    assert get_adapter().decrypt(stored) == SECRET
