"""The page by which a frozen year is published."""

from typing import Any, override

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.choices import Action
from reports.models import Release
from reports.open.publishing import HELD_BACK, publish_openly
from reports.releases.facts import facts_of_release
from reports.releases.steps import Step
from thb.facts import Fact


class Publish(Step):
    """Make a frozen year public."""

    permission_required = "reports.publish_release"
    heading = _("Publish the release")
    lead = _(
        "A published release is what the office stands for. Its tables stand on the"
        " public page for everybody, without numbers of a few people. It cannot be"
        " taken back."
    )
    save, done = _("Publish"), _("The release is published.")
    action = Action.CHANGED

    @cached_property
    def release(self) -> Release:
        """Return the release in the address, not published yet."""
        releases = Release.objects.of(self.year).filter(publication=None)
        return get_object_or_404(releases, number=self.kwargs["release"])

    @property
    @override
    def back_url(self) -> str:
        """Return the page of the release."""
        return reverse("reports:release", args=[self.year, self.kwargs["release"]])

    def get_success_url(self) -> str:
        """Return the page of the release."""
        return self.back_url

    @property
    @override
    def facts(self) -> list[Fact]:
        """Return what is published."""
        return [Fact(str(_("Year")), str(self.year)), *facts_of_release(self.release)]

    @override
    def take(self, form: Any) -> None:
        _publication, held_back = publish_openly(self.release, self.user)
        if held_back:
            messages.warning(self.request, HELD_BACK)

    @override
    def told(self) -> list[str]:
        return [f"release {self.year}-{self.release.number}"]
