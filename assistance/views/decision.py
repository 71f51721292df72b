"""The decision on the allowance for paper: in Azerbaijani, with the code."""

from typing import Any, Final, override

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import FormView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from assistance.amounts import Amount, amount_of
from assistance.models import Allowance
from assistance.views.money import HERE
from reference.records import CURRENT
from victims.forms import ShowIdentityForm
from victims.models import Identity
from victims.views.file import FilePage

NAMES: Final = ("family_name", "given_name", "father_name")
APPROVED: Final = Q(approved_at__isnull=False) | Q(prepared_by=None)


class AllowanceDecision(FilePage, PageAccess, FormView[ShowIdentityForm]):
    """A sheet to sign; the name stands on it only where somebody said why."""

    permission_required = "assistance.view_allowance"
    section = HERE
    form_class = ShowIdentityForm
    template_name = "assistance/allowance_decision.html"

    @cached_property
    def allowance(self) -> Allowance:
        """Return the approved allowance of the person; others are not found."""
        own = Allowance.objects.visible_to(self.user).filter(CURRENT, APPROVED)
        people = ("prepared_by", "approved_by")
        return get_object_or_404(
            own.select_related(*people), pk=self.kwargs["pk"], victim=self.victim
        )

    @property
    def may_name(self) -> bool:
        """Return whether the user may put the name on the sheet: the own shelter."""
        inside = self.user.has_perm("victims.view_given_name")
        return inside and self.user.has_perm("victims.show_identity")

    @property
    def amount(self) -> Amount | None:
        """Return the amount with its legal ground."""
        return amount_of(self.allowance)

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the allowance, and keep that it was opened."""
        if self.request.method == "GET":
            journal.record(self.request, Action.OPENED, [self.victim.code])
        return super().get_context_data(
            allowance=self.allowance,
            identified_on=self.victim.identified_on(),
            **kwargs,
        )

    @override
    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer for an allowance that is there."""
        self.allowance  # noqa: B018 - not found before anything else
        return super().post(request, *args, **kwargs)

    @override
    def form_valid(self, form: ShowIdentityForm) -> HttpResponse:
        """Show the sheet with the name, and keep who saw it and why."""
        if not self.may_name:
            raise PermissionDenied
        journal.record(
            self.request,
            Action.SHOWED,
            [self.victim.code],
            fields=NAMES,
            reason=form.cleaned_data["reason"],
        )
        identity = Identity.objects.filter(victim=self.victim).first()
        name = identity.full_name() if identity else ""
        return self.render_to_response(self.get_context_data(form=form, name=name))
