"""A task that help tells of."""

from typing import NamedTuple

from django.utils.functional import Promise


class Task(NamedTuple):
    """A task: its name in addresses, title, steps, who may, and where it begins.

    `page` is the page it begins on, `section` the page of a person's file that it goes
    on in, of which the picture is taken.
    """

    slug: str
    title: Promise
    steps: tuple[Promise, ...]
    permission: str = ""
    page: str = ""
    section: str = ""
