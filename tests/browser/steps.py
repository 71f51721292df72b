"""Steps from page to page: each is done when the page it leads to is there."""

from playwright.sync_api import expect


def follow(target):
    """Click a link or a button, and wait for the page it opens, its scripts too.

    Playwright's own click waits for nothing: what is asked right after it is asked of
    the page before, or of none.
    """
    with target.page.expect_navigation():
        target.click()


def press(page, name):
    """Press a button of the content, and wait for the page that answers."""
    follow(page.locator("main").get_by_role("button", name=name, exact=True))


def speak(page, language):
    """Choose the language by its button, and wait for the page in it."""
    follow(page.locator(f".languages button[value={language}]"))


def settle(page):
    """Wait until what the page fetches by itself as it opens stands in it."""
    expect(page.locator("[hx-trigger=load]")).to_have_count(0)
