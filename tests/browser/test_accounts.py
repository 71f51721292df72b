"""Accounts, the journal, the admin and second factors in Chromium."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.urls import reverse

from accounts.choices import Role
from accounts.models import User
from tests.browser.steps import follow
from tests.factories import RegionFactory

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests


@pytest.fixture
def system(page, sign_in, user_as):
    user = user_as(Role.SYSTEM_ADMINISTRATOR, username="system")
    sign_in(page, user)
    return user


@pytest.mark.parametrize(
    "name",
    [
        "admin:index",
        "admin:reference_organisation_changelist",
        "admin:reference_shelter_add",
        "admin:reference_legalact_add",
        "admin:accounts_user_changelist",
    ],
)
def test_the_admin_keeps_the_content_policy(site, page, axe, system, name):
    page.goto(site + reverse(name))

    assert page.locator("h1").count() >= 1
    assert axe(page) == []


def test_a_record_is_changed_in_the_admin(site, page, system):
    region = RegionFactory(name="Qax")
    page.goto(site + reverse("admin:reference_region_change", args=[region.pk]))
    page.fill("#id_name", "Quba")
    follow(page.locator("input[name=_save]"))

    region.refresh_from_db()
    assert region.name == "Quba"


@pytest.mark.parametrize("name", ["users:list", "users:add", "account_change_password"])
def test_the_pages_of_accounts_hinder_nobody(site, page, axe, system, name):
    system.set_password(PASSWORD)
    page.goto(site + reverse(name))

    assert axe(page) == []


@pytest.mark.parametrize("name", ["detail", "change", "password"])
def test_the_pages_of_one_account_hinder_nobody(site, page, axe, system, name):
    User.objects.create_user("leyla", role=Role.AUDITOR)
    page.goto(site + reverse(f"users:{name}", args=["leyla"]))

    assert axe(page) == []


def test_the_journal_hinders_nobody(site, page, axe, sign_in, user_as):
    sign_in(page, user_as(Role.AUDITOR))
    page.goto(site + reverse("users:list"))
    page.goto(site + reverse("journal"))

    assert page.locator("tbody tr").count() == 1
    assert axe(page) == []


def test_an_account_is_created_without_scripts(site, plain_page, sign_in, user_as):
    sign_in(plain_page, user_as(Role.SYSTEM_ADMINISTRATOR))
    plain_page.goto(site + reverse("users:add"))
    plain_page.fill("#id_username", "leyla")
    follow(plain_page.locator("main button[type=submit]"))

    password = plain_page.locator("main .code").inner_text()
    assert User.objects.get(username="leyla").check_password(password)


def type_password(page, site):
    page.goto(site + reverse("account_login"))
    page.fill("#id_login", "leyla")
    page.fill("#id_password", PASSWORD)
    follow(page.locator("main button[type=submit]"))


@pytest.fixture
def worker(settings, user_as):
    settings.DEMO = False
    return user_as(Role.SHELTER_WORKER, username="leyla", password=PASSWORD)


def test_a_worker_makes_an_authenticator(site, page, axe, worker):
    type_password(page, site)
    page.goto(site + reverse("mfa_activate_totp"))
    assert axe(page) == []

    secret = page.locator("main .code").inner_text()
    page.fill("#id_code", code_of(secret))
    follow(page.locator("main form[method=post] button[type=submit]"))

    assert page.url == site + reverse("mfa_view_recovery_codes")
    assert axe(page) == []


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def security_key(page):
    """Let the browser have a security key that its user touches at once."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "usb",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_worker_signs_in_with_a_security_key(site, page, axe, worker, security_key):
    site = site.replace("127.0.0.1", "localhost")  # a key belongs to a name
    type_password(page, site)
    page.goto(site + reverse("mfa_add_webauthn"))
    assert axe(page) == []
    page.fill("#id_name", "Blue key")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(site + reverse("mfa_view_recovery_codes"))
    page.context.clear_cookies()

    type_password(page, site)
    page.click("#mfa_webauthn_authenticate")
    page.wait_for_url(site + "/")

    assert page.url == site + "/"
