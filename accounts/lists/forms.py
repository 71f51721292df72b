"""Forms over a list: a view by name, the columns, what is taken out and why."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple, override
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.choices import Density, FileFormat
from accounts.models import SavedView
from thb.columns import Column
from thb.forms import PlainForm, RecordForm

SHOWN: Final = "show-"
PLACE: Final = "place-"


class ViewForm(RecordForm[SavedView]):
    """The name of a view, and who may use it."""

    class Meta:
        model = SavedView
        fields = ("name", "shared")
        labels = {"name": _("Name of the view"), "shared": _("Share this view")}
        help_texts = {
            "name": _("Say what the view shows, never whom: no name of a person."),
            "shared": _(
                "Users of your role in your shelters or your organisation see it. "
                "Each of them sees only the records within his own reach."
            ),
        }

    @override
    def refuse_if_saved_since(self) -> None:
        """Let the last word count: only its owner changes a view."""

    @override
    def field_of(self, constraint: Any) -> str:
        """Return the field at which every refusal is said."""
        return "name"


class ColumnChoice(NamedTuple):
    """One column in the form: its label, whether it is shown, its place."""

    label: Any
    shown: forms.BoundField
    place: forms.BoundField


class ColumnsForm(PlainForm):
    """Which columns a list shows, in which order, and how its rows stand."""

    density = forms.ChoiceField(
        label=_("Rows stand"), choices=Density, widget=forms.RadioSelect
    )
    rows = forms.TypedChoiceField(
        label=_("Rows on a page"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(
        self,
        *args: Any,
        columns: dict[str, Column],
        shown: list[str],
        sizes: tuple[int, ...],
        **kwargs: Any,
    ) -> None:
        self.columns = columns
        fields = dict(self.fields_of(columns, shown))
        self.base_fields = fields | self.base_fields  # type: ignore[misc]
        super().__init__(*args, **kwargs)
        rows: Any = self.fields["rows"]
        rows.choices = [(size, size) for size in sizes]
        if len(sizes) == 1:
            del self.fields["rows"]

    @staticmethod
    def fields_of(
        columns: dict[str, Column], shown: list[str]
    ) -> Iterator[tuple[str, forms.Field]]:
        """Yield the fields of each column: those shown come first, in their order."""
        places = [*shown, *(name for name in columns if name not in shown)]
        for place, name in enumerate(places, start=1):
            label: Any = columns[name].label
            yield (
                SHOWN + name,
                forms.BooleanField(
                    label=label,
                    required=False,
                    initial=name in shown,
                ),
            )
            yield (
                PLACE + name,
                forms.IntegerField(
                    label=_("Place of “%(column)s”") % {"column": label},
                    initial=place,
                    min_value=1,
                    max_value=99,
                ),
            )

    @property
    def choices(self) -> list[ColumnChoice]:
        """Return the columns with their fields."""
        names = [name.removeprefix(SHOWN) for name in self.fields if SHOWN in name]
        return [
            ColumnChoice(
                self.columns[name].label, self[SHOWN + name], self[PLACE + name]
            )
            for name in names
        ]

    @property
    def chosen(self) -> list[str]:
        """Return the names of the columns to show, by their places.

        Of two at one place the one that was moved there comes first.
        """
        found, moved = self.cleaned_data, set(self.changed_data)
        names = [name for name in self.columns if found[SHOWN + name]]
        return sorted(
            names, key=lambda name: (found[PLACE + name], PLACE + name not in moved)
        )


class ExportForm(PlainForm):
    """How what a list shows is taken out, and why."""

    layout_of_files = forms.ChoiceField(
        label=_("As"),
        choices=FileFormat,
        initial=FileFormat.XLSX,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("The journal keeps it with your name."),
        error_messages={"required": _("Enter why the list is taken out.")},
    )
    submission = forms.UUIDField(
        widget=forms.HiddenInput, required=False, initial=uuid4
    )
