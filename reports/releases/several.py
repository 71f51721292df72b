"""The page on which one word explains several warnings of a year."""

from typing import Any, override

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from reports.releases.counted import Counted, count
from reports.releases.explaining import explain
from reports.releases.forms import ExplainSeveralForm
from reports.releases.steps import Step


class ExplainSeveral(Step):
    """Write one word for all the warnings that are ticked."""

    permission_required = "reports.prepare_release"
    form_class = ExplainSeveralForm
    heading = _("Explain several checks")
    lead = _("Tick what one explanation answers. It is printed beside each check.")
    save, done = _("Save"), _("The explanation is kept.")
    chosen: tuple[str, ...] = ()

    @cached_property
    def counted(self) -> Counted:
        """Return the year counted now."""
        return count(self.year)

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; where nothing is left to explain, how ready the year is."""
        if not self.counted.unexplained:
            return redirect("ready", self.year)
        return super().get(*args, **kwargs)

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form the warnings that have no word."""
        return super().get_form_kwargs() | {"warnings": self.counted.unexplained}

    @override
    def take(self, form: Any) -> None:
        self.chosen = tuple(form.cleaned_data["checks"])
        words = dict.fromkeys(self.chosen, form.cleaned_data["text"].strip())
        explain(self.counted.figures, words, self.counted.checks, self.user)

    def get_success_url(self) -> str:
        """Return where the other warnings are."""
        return reverse("ready", args=[self.year])

    @override
    def told(self) -> list[str]:
        return [str(self.year), *(code[:64] for code in self.chosen)]
