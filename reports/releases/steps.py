"""The pages by which a year is explained, prepared, frozen and published."""

from typing import Any, ClassVar, override

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import OnceOnly
from reports.checks import Check
from reports.models import Explanation, Preparation, Release
from reports.releases import freezing
from reports.releases.counted import Counted, count
from reports.releases.explaining import explain
from reports.releases.facts import (
    differences,
    facts_of_preparation,
)
from reports.releases.forms import ExplainForm, ReasonForm, RevisionForm, StepForm
from reports.releases.stops import stops_of
from thb.facts import Fact


class Step(PageAccess, OnceOnly, FormView[Any]):
    """One step of a year; what is not ready yet, or refused, is said above the form."""

    template_name = "reports/step.html"
    form_class: Any = StepForm
    heading: ClassVar[str | Promise] = ""
    lead: str | Promise = ""
    save: ClassVar[str | Promise] = ""
    done: ClassVar[str | Promise] = ""
    back: ClassVar[str | Promise] = _("Back")
    danger = False
    action: ClassVar[Action] = Action.CREATED
    kwargs: dict[str, Any]

    @property
    def year(self) -> int:
        """Return the year in the address."""
        return int(self.kwargs["year"])

    @property
    def back_url(self) -> str:
        """Return where the page leads without doing anything."""
        return reverse("ready", args=[self.year])

    @property
    def facts(self) -> list[Fact]:
        """Return what the step is about."""
        return []

    def get_success_url(self) -> str:
        """Return the page of the year."""
        return reverse("reports:year", args=[self.year])

    def take(self, form: Any) -> None:
        """Take the step."""
        raise NotImplementedError

    @override
    def form_valid(self, form: Any) -> HttpResponse:
        """Take the step, keep it in the journal; or say what stands in the way."""
        try:
            self.take(form)
        except freezing.NotReady as left:
            form.add_error(None, left_to_do(left))
            stops = stops_of(self.year, left.blocking, left.unexplained, self.user)
            return self.render_to_response(
                self.get_context_data(form=form, stops=list(stops))
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.form_invalid(form)
        journal.record(self.request, self.action, fields=self.told())
        messages.success(self.request, str(self.done))
        return HttpResponseRedirect(self.get_success_url())

    def told(self) -> list[str]:
        """Return what the journal keeps of the step."""
        return [str(self.year)]


def left_to_do(left: freezing.NotReady) -> list[str]:
    """Return what keeps a year from being frozen, in words."""
    blocking, unexplained = len(left.blocking), len(left.unexplained)
    said = [
        ngettext(
            "%d check must be put right before the year can be frozen.",
            "%d checks must be put right before the year can be frozen.",
            blocking,
        )
        % blocking
        if blocking
        else "",
        ngettext(
            "%d warning has no explanation yet.",
            "%d warnings have no explanation yet.",
            unexplained,
        )
        % unexplained
        if unexplained
        else "",
    ]
    return [sentence for sentence in said if sentence]


class Explain(Step):
    """Write why a check warns."""

    permission_required = "reports.prepare_release"
    form_class = ExplainForm
    heading, save, done = _("Explain a check"), _("Save"), _("The explanation is kept.")

    @cached_property
    def counted(self) -> Counted:
        """Return the year counted now."""
        return count(self.year)

    @cached_property
    def check(self) -> Check:
        """Return the warning in the address; one that does not warn is not found."""
        for check in self.counted.warnings:
            if check.code == self.kwargs["check"]:
                return check
        raise Http404

    @property
    @override
    def facts(self) -> list[Fact]:
        """Return what the check says, and the word that it has."""
        said = [Fact(gettext("Check"), self.check.sentence)]
        word = self.counted.explained.get(self.check.code)
        return said + ([Fact(gettext("Explanation"), word.text)] if word else [])

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return the last word on the check, also one that no longer holds."""
        before = Explanation.objects.latest_of(self.year).get(self.check.code)
        return super().get_initial() | ({"text": before.text} if before else {})

    @override
    def take(self, form: Any) -> None:
        words = {self.check.code: form.cleaned_data["text"].strip()}
        explain(self.counted.figures, words, self.counted.checks, self.user)

    def get_success_url(self) -> str:
        """Return where the other warnings are."""
        return reverse("ready", args=[self.year])

    @override
    def told(self) -> list[str]:
        return [str(self.year), self.check.code[:64]]

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Look the check up before anything is shown."""
        return super().get_context_data(check=self.check, **kwargs)


class Prepare(Step):
    """Say that a year is ready, for a second person to freeze."""

    permission_required = "reports.prepare_release"
    heading = _("Prepare the year")
    lead = _("A second person looks at it and freezes it. Until then nothing is fixed.")
    save = _("Prepare")
    done = _("The year is prepared. A second person can freeze it now.")

    @cached_property
    def last(self) -> Release | None:
        """Return the newest release."""
        return Release.objects.latest(self.year)

    @property
    @override
    def facts(self) -> list[Fact]:
        """Return which year it is, and the release that it would revise."""
        return [
            Fact(gettext("Year"), str(self.year)),
            Fact(gettext("Release"), str(self.last.number + 1 if self.last else 1)),
        ]

    def get(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form; where the year is prepared, what was prepared."""
        if Preparation.objects.open_of(self.year):
            return redirect("reports:approve", self.year)
        return super().get(*args, **kwargs)

    @override
    def get_form_class(self) -> Any:
        """Return the form: a revision has a reason."""
        return RevisionForm if self.last else StepForm

    @override
    def take(self, form: Any) -> None:
        reason = form.cleaned_data.get("reason", "")
        freezing.prepare(self.year, self.user, reason)

    def get_success_url(self) -> str:
        """Return the page on which a second person freezes it."""
        return reverse("reports:approve", args=[self.year])


class OfPreparation(Step):
    """A step about the preparation that is open; without one there is nothing."""

    @cached_property
    def preparation(self) -> Preparation:
        """Return what waits for a second person."""
        found = Preparation.objects.open_of(self.year)
        if found is None:
            raise Http404
        return found

    @property
    @override
    def facts(self) -> list[Fact]:
        """Return who prepared the year, and when."""
        return facts_of_preparation(self.preparation)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what was prepared."""
        return super().get_context_data(preparation=self.preparation, **kwargs)


class Withdraw(OfPreparation):
    """Take a preparation back."""

    permission_required = "reports.prepare_release"
    form_class = ReasonForm
    heading = _("Withdraw the preparation")
    lead = _("The year is a draft again. What was explained stays.")
    save, done = _("Withdraw"), _("The preparation is withdrawn.")
    action = Action.CHANGED

    @override
    def take(self, form: Any) -> None:
        freezing.withdraw(self.preparation, self.user, form.cleaned_data["reason"])


class Approve(OfPreparation):
    """Freeze a year that another person prepared."""

    permission_required = "reports.approve_release"
    template_name = "reports/approve.html"
    heading = _("Freeze the year")
    lead = _("What is frozen stays as it is. A mistake found later needs a revision.")
    save, done = _("Freeze"), _("The year is frozen.")

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what differs from what was prepared, and what is left to do."""
        counted = count(self.year)
        stops = stops_of(self.year, counted.blocking, counted.unexplained, self.user)
        told = {
            "differences": list(differences(self.preparation, counted)),
            "same_person": self.preparation.prepared_by == self.user,
            "explained": len(counted.explained),
            "stops": list(stops),
        }
        return super().get_context_data(**kwargs | told)

    @override
    def take(self, form: Any) -> None:
        freezing.freeze(self.preparation, self.user)
