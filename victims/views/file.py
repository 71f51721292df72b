"""Pages of one person's file: a section, and making, changing, voiding its records."""

from typing import Any, ClassVar, override

from django.db import models
from django.forms import model_to_dict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from accounts import journal
from accounts.access import PageAccess
from accounts.choices import Action
from accounts.editing import RecordChange, RecordCreate, RecordVoid
from accounts.lists.memory import way
from thb.facts import Fact, facts
from victims.file import bar, sections
from victims.models import Victim
from victims.panels import Panel
from victims.standing import with_estimated_age, with_standing


class FilePage(PageAccess):
    """What every page of a file has: the person within reach, the bar, the sections.

    `section` is the URL name of the section that the page belongs to.
    """

    kwargs: dict[str, Any]
    section: ClassVar[str] = ""

    @cached_property
    def victim(self) -> Victim:
        """Return the person of the address; one beyond reach is not found."""
        people = with_standing(Victim.objects.visible_to(self.user))
        if self.user.has_perm("victims.view_firsthour"):
            people = with_estimated_age(people)
        if self.user.has_perm("victims.view_identity"):
            people = people.select_related("identity")
        return get_object_or_404(people, code=self.kwargs["code"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the person's bar and sections."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        return context | {
            "victim": self.victim,
            "bar": bar(self.victim, self.user),
            "sections": sections(self.victim, self.user, self.section),
            "way": way(
                self.request, "people", "victims:list", self.victim, self.victim.code
            ),
        }

    def get_success_url(self) -> str:
        """Return the section."""
        return reverse(self.section, args=[self.kwargs["code"]])


class FileSection(FilePage, TemplateView):
    """A section: its panels, each a kind of record that the user may see."""

    template_name = "victims/file_section.html"
    panels: ClassVar[tuple[Panel, ...]] = ()

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the panels, and keep that the file was opened."""
        journal.record(self.request, Action.OPENED, [self.victim.code])
        shown = [
            panel.shown(self.victim, self.user)
            for panel in self.panels
            if self.user.has_perm(panel.permission("view"))
        ]
        return super().get_context_data(panels=shown, **kwargs)


class OfPanel(FilePage):
    """A page over one record of a panel, in the section that the panel stands in.

    What names a person is left out of the form of somebody who may not see it.
    """

    panel: ClassVar[Panel] = None  # type: ignore[assignment]  # each page gets its own
    template_name: str | None = "victims/record_form.html"

    def get_success_url(self) -> str:
        """Return the section."""
        return reverse(self.panel.section, args=[self.kwargs["code"]])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the person's bar and sections."""
        context = super().get_context_data(**kwargs)
        here = sections(self.victim, self.user, self.panel.section)
        return context | {"sections": here}

    def get_form(self, form_class: Any = None) -> Any:
        """Return the form with this person's choices and what the user may see."""
        form = super().get_form(form_class)  # type: ignore[misc]
        if not self.user.has_perm("victims.view_identity"):
            for name in getattr(self.panel.model, "PERSONAL", ()):
                form.fields.pop(name, None)
        if limit := getattr(form, "limit", None):
            limit(self.victim, self.user)
        return form

    def get_queryset(self) -> models.QuerySet[Any]:
        """Return the person's records that count and that the page is for."""
        records = super().get_queryset()  # type: ignore[misc]
        person = {f"{self.panel.of}__code": self.kwargs["code"]}
        return records.filter(voided_at=None, **person)  # type: ignore[no-any-return]


class FileAdd(OfPanel, RecordCreate[Any, Any]):
    """Add a record to the file; `?again=` starts from one that is there."""

    done = _("Recorded.")

    @override
    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form starts from: a record of this person."""
        journal.record(self.request, Action.OPENED, [self.victim.code])
        return super().get_form_kwargs() | {"instance": self.panel.blank(self.victim)}

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return the answers of the record to be given again; its days are not."""
        again = self.request.GET.get("again", "")
        if not again.isdecimal():
            return super().get_initial()
        record = self.panel.records(self.victim, self.user).filter(pk=again).first()
        return model_to_dict(record, self.panel.again) if record else {}


class FileChange(OfPanel, RecordChange[Any, Any]):
    """Change a record of the file: `shown` names the facts to know it by, above."""

    done = _("Changed.")
    shown: ClassVar[tuple[str, ...]] = ()

    @property
    def facts(self) -> list[Fact]:
        """Return what the page shows of the record before it is changed."""
        return facts(self.object, *self.shown)


class FileVoid(OfPanel, RecordVoid[Any]):
    """Take a record of the file out of every count."""

    @property
    def shown(self) -> tuple[str, ...]:  # type: ignore[override]
        """Return the facts by which the record is known again."""
        return self.panel.columns
