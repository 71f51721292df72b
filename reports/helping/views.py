"""The page of help, and closing the panel of the first visit for good."""

from functools import cache
from typing import Any, override

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language
from django.views.generic import TemplateView, View

from accounts.access import PageAccess
from accounts.models import User
from reports.helping.task import Task
from reports.helping.tasks import TASKS


class Help(PageAccess, TemplateView):
    """The user's tasks, each in a few steps, with a picture of its page."""

    permission_required = ()
    template_name = "reports/help.html"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the tasks of the user's role."""
        tasks = [shown(task) for task in TASKS if may(self.user, task)]
        return super().get_context_data(tasks=tasks, **kwargs)


def may(user: User, task: Task) -> bool:
    """Tell whether the task is one of the user's."""
    return not task.permission or user.has_perm(task.permission)


def shown(task: Task) -> dict[str, Any]:
    """Return the task, and its picture in the reader's language if one was taken."""
    return task._asdict() | {"picture": picture_of(task.slug, get_language() or "")}


@cache
def picture_of(slug: str, language: str) -> str:
    """Return the picture of a task below static/; nothing where none was taken."""
    name = f"help/{slug}-{language}.png"
    return name if finders.find(name) else ""


class CloseWelcome(PageAccess, View):
    """Close the panel of the first visit; it does not come back."""

    permission_required = ()

    def post(self, _request: HttpRequest) -> HttpResponse:
        """Remember it, and lead to the start page."""
        User.objects.filter(pk=self.user.pk).update(welcomed_at=timezone.now())
        return redirect("home")
