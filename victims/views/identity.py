"""The identity: masked until somebody gives a reason, and shown on that page only."""

from collections.abc import Iterable
from typing import Any, Final, override

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import RecordChange
from thb.facts import Fact, facts
from thb.letters import capfirst
from victims.contact import identity_facts
from victims.file import given_name
from victims.forms import DocumentForm, IdentityForm, ShowIdentityForm, VictimForm
from victims.models import Identity, IdentityDocument, Victim
from victims.models.identity import PERSONAL
from victims.panels import Panel
from victims.showing import may_show_identity
from victims.views.asking import AsksWhy
from victims.views.file import FilePage

HERE: Final = "victims:identity"
BEYOND_THE_SHELTER: Final = ("family_name", "given_name", "father_name", "phone")

DOCUMENTS = Panel(
    model=IdentityDocument,
    form_class=DocumentForm,
    section=HERE,
    pages="victims:document",
    title=_("Identity documents"),
    add=_("Add a document"),
    empty=_("No document is recorded."),
    columns=("kind", "expires_on"),
    of="identity__victim",
    asks_why=True,
)


class IdentityPage(FilePage, PageAccess, FormView[ShowIdentityForm]):
    """What names a person: masked, or shown once in answer to a reason."""

    permission_required = "victims.view_identity"
    section = HERE
    form_class = ShowIdentityForm
    template_name = "victims/identity_detail.html"

    @cached_property
    def identity(self) -> Identity:
        """Return the identity of the person; nothing is recorded in a new one."""
        return identity_of(self.victim)

    @cached_property
    def may_show(self) -> bool:
        """Return whether it may be shown to the user."""
        return may_show_identity(self.victim, self.user)

    @property
    def inside(self) -> bool:
        """Return whether the user works in the person's own shelter."""
        return self.user.has_perm("victims.view_given_name")

    @property
    def fields(self) -> tuple[str, ...]:
        """Return what the user may be shown; outside the shelter names and phone."""
        return PERSONAL if self.inside else BEYOND_THE_SHELTER

    def documents(self) -> list[Fact]:
        """Return the documents with their numbers, for the person's own shelter."""
        if not self.inside or self.identity.pk is None:
            return []
        valid = self.identity.documents.filter(voided_at=None)
        return [
            Fact(capfirst(document.get_kind_display()), document.number or "")
            for document in valid
        ]

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the masked facts and the documents."""
        if self.request.method == "GET":
            journal.record(self.request, Action.OPENED, [self.victim.code])
        panels = [DOCUMENTS.shown(self.victim, self.user)]
        return super().get_context_data(
            masked=list(self.masked()),
            may_show=self.may_show,
            panels=panels,
            change_url=reverse("victims:identity_change", args=[self.victim.code]),
            **kwargs,
        )

    def masked(self) -> Iterable[Fact]:
        """Yield which facts are recorded, without what they say."""
        if self.inside:
            yield Fact(str(_("Given name")), given_name(self.identity))
        for fact, name in zip(facts(self.identity, *PERSONAL), PERSONAL, strict=True):
            if name != "given_name":
                there = _("recorded, not shown") if getattr(self.identity, name) else ""
                yield Fact(fact.label, str(there or _("not recorded")))
        yield from facts(
            self.identity, "phone_safety", "address_safety", "never_contact"
        )

    @override
    def form_valid(self, form: ShowIdentityForm) -> HttpResponse:
        """Show the identity on this page, and keep who saw what and why."""
        if not self.may_show:
            raise PermissionDenied
        reason = form.cleaned_data["reason"]
        journal.record(
            self.request,
            Action.SHOWED,
            [self.victim.code],
            fields=[*self.fields, *(["documents"] if self.inside else [])],
            reason=reason,
        )
        shown = [*identity_facts(self.identity, self.fields), *self.documents()]
        return self.render_to_response(self.get_context_data(form=form, shown=shown))


def identity_of(victim: Victim) -> Identity:
    """Return the person's identity, or a new one where a file brought none."""
    found = Identity.objects.filter(victim=victim).first()
    return found or Identity(victim=victim)


class IdentityChange(AsksWhy, FilePage, RecordChange[Identity, IdentityForm]):
    """Change what names a person, once it was said why."""

    permission_required = "victims.change_identity"
    model = Identity
    form_class = IdentityForm
    template_name = "victims/record_form.html"
    section = HERE
    heading = _("Change the identity")
    lead = _("Say why first: the form shows the identity, and the journal keeps it.")
    done = _("Changed.")

    @override
    def is_recorded(self) -> bool:
        """Return whether the person has an identity yet."""
        return Identity.objects.filter(victim=self.victim).exists()

    @override
    def get_object(self, *_args: Any) -> Identity:
        """Return the identity, and keep that the file was opened."""
        journal.record(self.request, Action.OPENED, [self.victim.code])
        return identity_of(self.victim)


class VictimChange(FilePage, RecordChange[Victim, VictimForm]):
    """Change the key facts of a person."""

    permission_required = "victims.change_victim"
    model = Victim
    form_class = VictimForm
    template_name = "victims/record_form.html"
    section = "assistance:overview"
    heading = _("Change key facts")
    done = _("Changed.")
