"""What users keep of the lists they work with: views by name, and how a list looks."""

from typing import Any, Final, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.choices import Density, ListName, Role
from accounts.models.user import User
from reference.records import known_codes

ROWS: Final = (25, 50, 100)
OF_SHELTERS: Final = frozenset({Role.SHELTER_WORKER, Role.SHELTER_MANAGER})
KEPT: Final = Q(removed_at=None)


class KindOfJson(models.Func):
    """The kind of a JSON value: object, array, string."""

    function = "jsonb_typeof"
    output_field = models.TextField()


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Groups of saved views."""

    def kept(self) -> Self:
        """Return the views that were not removed."""
        return self.filter(KEPT)

    def visible_to(self, user: User) -> Self:
        """Return the user's own views, and those shared by his like.

        His like have his role now and, in a shelter, work in one of his shelters;
        elsewhere they belong to his organisation.
        """
        if user.role in OF_SHELTERS:
            works = User.shelters.through.objects.filter(user=OuterRef("owner"))
            place = Q(Exists(works.filter(shelter__staff=user)))
        else:
            place = Q(owner__organisation=user.organisation_id)
        return self.filter(
            Q(owner=user) | place & Q(shared=True, owner__role=user.role)
        )


class SavedView(models.Model):
    """A list narrowed in a way worth a name: the filters of an address, kept.

    It holds codes, years and days, never what was typed as text; what it lists is
    whatever lies within the reach of who opens it.
    """

    owner = models.ForeignKey(User, models.CASCADE, related_name="saved_views")
    list_name = models.CharField(_("list"), max_length=24, choices=ListName)
    name = models.CharField(_("name"), max_length=60)
    filters = models.JSONField(_("filters"), default=dict, blank=True)
    shared = models.BooleanField(_("shared"), default=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        default_permissions = ()
        permissions = [("export_list", "Can take out what a list shows")]
        constraints = [
            *known_codes("saved_view", list_name=ListName.values),
            models.UniqueConstraint(
                "owner",
                "list_name",
                Lower("name"),
                condition=KEPT,
                name="saved_view_name_once",
                violation_error_message=_("You already have a view of this name."),
            ),
            models.CheckConstraint(
                name="saved_view_filters_by_name",
                condition=Exact(KindOfJson("filters"), Value("object")),
                violation_error_message=_("The filters cannot be read."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def remove(self) -> None:
        """Take the view away; it can be brought back."""
        self.removed_at = timezone.now()
        self.save(update_fields=["removed_at"])

    def bring_back(self) -> None:
        """Take the view back; `IntegrityError` where its name was given anew."""
        self.removed_at = None
        self.save(update_fields=["removed_at"])


class ListLayout(models.Model):
    """How one list looks for one user; what is empty is as the list has it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="layouts")
    list_name = models.CharField(_("list"), max_length=24, choices=ListName)
    columns = ArrayField(
        models.CharField(max_length=32),
        verbose_name=_("columns"),
        default=list,
        blank=True,
    )
    density = models.CharField(
        _("rows"), max_length=16, choices=Density, default="", blank=True
    )
    rows = models.PositiveSmallIntegerField(_("rows on a page"), null=True, blank=True)
    default_view = models.ForeignKey(
        SavedView,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("opens with"),
    )

    class Meta:
        verbose_name = _("look of a list")
        verbose_name_plural = _("looks of lists")
        default_permissions = ()
        constraints = [
            *known_codes(
                "list_layout", list_name=ListName.values, density=Density.values
            ),
            models.UniqueConstraint(
                name="list_layout_once", fields=["user", "list_name"]
            ),
            models.CheckConstraint(
                name="list_layout_rows_offered",
                condition=Q(rows=None) | Q(rows__in=ROWS),
                violation_error_message=_("A page has 25, 50 or 100 rows."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.list_name}"

    @classmethod
    def of(cls, user: User, name: str, **facts: Any) -> "ListLayout":
        """Keep the facts in the user's layout of the list, and return it."""
        layout, _made = cls.objects.update_or_create(
            user=user, list_name=name, defaults=facts
        )
        return layout
