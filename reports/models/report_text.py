"""What editors wrote into the report: a section's text with its tokens."""

from typing import Any, Self

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from reference.records import CURRENT, Record, RecordQuerySet

FIRST_YEAR = 1901
LAST_YEAR = 9998


class ReportTextQuerySet(RecordQuerySet["ReportText"]):
    """The edited sections of the report."""

    def visible_to(self, user: User) -> Self:
        """Return every text to whoever reads the report."""
        return self if user.has_perm("reports.view_report") else self.none()

    def texts(self, year: int, language: str) -> dict[str, str]:
        """Return the edited texts of a year and a language, by section."""
        field = f"text_{language}"
        edited = self.current().filter(year=year).exclude(**{field: ""})
        return dict(edited.values_list("section", field))


@pghistory.track()
class ReportText(Record):
    """A section of the report of one year, as editors wrote it in each language.

    An empty text is the standard one. `said` keeps, by language and number, what the
    text told when it was last saved, so that a number that moved can be marked.
    """

    KNOWN_BY = "place"
    PART_OF = ()

    year = models.PositiveSmallIntegerField(_("year"), editable=False)
    section = models.SlugField(_("section"), editable=False)
    text_az = models.TextField(_("text in Azerbaijani"), blank=True)
    text_ru = models.TextField(_("text in Russian"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    said = models.JSONField(default=dict, blank=True, editable=False)

    objects = ReportTextQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("text of the report")
        verbose_name_plural = _("texts of the report")
        ordering = ["-year", "pk"]
        default_permissions = ()
        permissions = [
            ("view_report", "Can read the written report and take its files"),
            ("edit_report", "Can change the text of the report"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="reporttext_one_a_section",
                fields=["year", "section"],
                condition=CURRENT,
                violation_error_message=_("This section has a text already."),
            ),
            models.CheckConstraint(
                name="reporttext_year_within_reason",
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                violation_error_message=_("Enter a year of four digits."),
            ),
        ]

    def __str__(self) -> str:
        return self.place

    @property
    def place(self) -> str:
        """Return the section and the year, by which the journal knows the text."""
        return f"{self.section}-{self.year}"

    @property
    def history(self) -> models.QuerySet[Any]:
        """Return what was saved, the newest first."""
        events: Any = self
        return events.events.order_by("-pgh_id")  # type: ignore[no-any-return]

    def text(self, language: str) -> str:
        """Return the edited text of a language; empty for the standard one."""
        return str(getattr(self, f"text_{language}"))

    def write(self, language: str, text: str, said: dict[str, Any]) -> None:
        """Take a text and what it says; it is saved by the caller."""
        setattr(self, f"text_{language}", text)
        self.said = self.said | {language: said if text else {}}
