"""The first hour of a person on a page, as somebody fills it in."""

import re

from tests.browser.steps import press

PATIENCE_MS = 8000


class Intake:
    """The first hour on a page, as somebody at a desk or a phone fills it in."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def begin(self, text="Əliyeva Leyla"):
        """Search, and come to the first hour."""
        self.page.goto(f"{self.site}/people/new/")
        self.fill(text=text)
        self.press("Search")

    def press(self, name):
        """Press a button of the page, and wait for the page that answers."""
        press(self.page, name)

    def choose(self, **answers):
        """Choose answers by the values of their radio buttons."""
        for name, value in answers.items():
            one = self.page.locator(f"main [name={name}][value={value}]")
            one.evaluate("button => button.labels[0].click()")

    def fill(self, **answers):
        """Type answers."""
        for name, value in answers.items():
            self.page.locator(f"main [name={name}]").fill(value)

    def answer(self):
        """Give the answers without which nobody is registered."""
        self.choose(sex="F", of_age="adult")
        self.fill(first_contact_on="4 6 2019")

    def line(self, text):
        """Wait until the line of the draft says so."""
        said = self.page.locator("[data-draft-line]").get_by_text(re.compile(text))
        said.wait_for(timeout=PATIENCE_MS)
