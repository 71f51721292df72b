"""The sign-in page in Chromium."""

from accounts.choices import Role
from exchange.management.commands.demo import PASSWORD
from tests.browser.steps import follow


def test_whoever_is_not_signed_in_meets_the_sign_in_page(site, page, axe):
    page.goto(f"{site}/")

    assert page.url == f"{site}/account/login/?next=/"
    assert page.locator("form[method=post] input[type=password]").count() == 1
    assert axe(page) == []


def test_the_sign_in_page_works_without_scripts(site, plain_page):
    plain_page.goto(f"{site}/")

    assert plain_page.locator("form[method=post] input[type=password]").count() == 1


def test_a_user_of_the_server_is_one_of_the_test(site, page, sign_in, user_as):
    sign_in(page, user_as(Role.SYSTEM_ADMINISTRATOR, is_staff=True))

    page.goto(f"{site}/admin/")

    assert page.url == f"{site}/admin/"
    assert page.locator("h1").count() == 1


def test_a_demo_account_signs_in_with_the_password_of_the_demo(demo_site, page):
    page.goto(f"{demo_site}/")
    page.locator("input[name=login]").fill("administrator")
    page.locator("input[type=password]").fill(PASSWORD)
    follow(page.locator("main button[type=submit]"))

    assert not page.url.startswith(f"{demo_site}/account/login/")
