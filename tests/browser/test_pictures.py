"""The pictures of help: each page opens; `make pictures` writes what it shows."""

import os
from io import BytesIO

import pytest
from django.conf import settings
from django.urls import reverse
from PIL import Image

from accounts.choices import Language, Role
from accounts.models import User
from accounts.roles import PERMISSIONS
from reports.helping.tasks import TASKS
from tests.browser.steps import speak
from victims.models import Victim

FOLDER = settings.BASE_DIR / "static" / "help"


def role_of(task):
    """Return the role whose page the picture shows: the first that may."""
    likely = (Role.SHELTER_WORKER, Role.SHELTER_MANAGER, *Role)
    return next(
        role
        for role in likely
        if not task.permission or task.permission in PERMISSIONS[role]
    )


def address(task, user):
    """Return the page of the task; of a file the one with the newest stay."""
    if not task.section:
        return reverse(task.page)
    people = Victim.objects.visible_to(user).filter(placements__left_on=None)
    person = people.filter(placements__voided_at=None).order_by("code").first()
    return reverse(task.section, args=[(person or people.first()).code])


def picture(page, path):
    """Write what the page shows, in as few colours as it has."""
    path.parent.mkdir(exist_ok=True)
    shown = Image.open(BytesIO(page.screenshot()))
    shown.quantize(48).save(path, optimize=True)


@pytest.mark.parametrize("language", Language.values)
def test_each_task_of_help_has_a_page_to_show(demo_site, page, sign_in, language):
    page.set_viewport_size({"width": 1280, "height": 800})

    for task in TASKS:
        user = User.objects.get(username=role_of(task))
        User.objects.filter(pk=user.pk).update(language=language)
        sign_in(page, user)
        page.goto(demo_site + reverse("help:page"))
        speak(page, language)
        assert page.locator(f"#{task.slug}").count() == 1
        assert page.goto(demo_site + address(task, user)).status == 200
        if os.environ.get("PICTURES"):
            picture(page, FOLDER / f"{task.slug}-{language}.png")
