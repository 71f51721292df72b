"""Forms: over one record, over several answers, over a list's filters.

All take their sentences from `thb.wording` and are drawn by `{% crispy form %}`; the
page owns <form>, its buttons and its error summary.
"""

from functools import cached_property
from typing import Any, ClassVar, Final, NamedTuple, override
from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EMPTY_VALUES
from django.db import IntegrityError, transaction
from django.db.models import Model

from thb.facts import in_words, value_of
from thb.fields import field_for
from thb.refusals import explained
from thb.widgets import RENDERER, PlainSelect
from thb.wording import NOT_IN_FUTURE, later_than_today, say_what_to_do

KEEP: Final = "keep-"
SAVED: Final = "saved"
FILTERS_SEEN: Final = 6


class LaidOut(forms.BaseForm):
    """What our forms share: their fields' sentences, and `layout`, their order."""

    layout: ClassVar[Layout | None] = None
    default_renderer = RENDERER
    use_required_attribute = False  # the page says what is missing, in our words

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.may_refuse:
            say_what_to_do(self)
        for field in self.fields.values():  # it would cut what is pasted, silently
            field.widget.attrs.pop("maxlength", None)

    @property
    def may_refuse(self) -> bool:
        """Return whether a field may have something to say."""
        return True

    @cached_property
    def helper(self) -> FormHelper:
        """Return what {% crispy form %} draws: the layout, or every field in turn."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        helper.render_hidden_fields = True
        if self.layout is not None:
            helper.layout = self.layout
        return helper


class PlainForm(LaidOut, forms.Form):
    """Answers that are not one record: a reason, a file, a choice."""


class Chip(NamedTuple):
    """A filter in use: its words, and the parameters to drop to take it away."""

    text: str
    without: dict[str, None]


class FilterForm(PlainForm):
    """The filters of a list: all may stay empty, and the address carries them."""

    of_list = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if type(field.widget) is forms.Select:
                field.widget = PlainSelect.like(field.widget)

    @property
    def may_refuse(self) -> bool:
        """Return whether something was asked for: nothing is no mistake here."""
        return bool(self.data)

    @property
    def seen(self) -> list[forms.BoundField]:
        """Return the filters that stand above the list."""
        return list(self)[:FILTERS_SEEN]

    @property
    def more(self) -> list[forms.BoundField]:
        """Return the filters that unfold."""
        return list(self)[FILTERS_SEEN:]

    @property
    def unfolded(self) -> bool:
        """Return whether one of those is in use, or cannot be read."""
        return any(
            bound.errors or (self.is_bound and bound.value() not in EMPTY_VALUES)
            for bound in self.more
        )

    @property
    def chips(self) -> list[Chip]:
        """Return the filters in use, for components/chips.html."""
        cursor = dict.fromkeys(("after", "before"))
        return [
            Chip(f"{bound.label}: {chosen(bound)}", {bound.html_name: None, **cursor})
            for bound in self
            if self.is_bound and bound.value() not in EMPTY_VALUES
        ]


def chosen(bound: forms.BoundField) -> str:
    """Return what was filtered by, in the words of the list or as typed."""
    options = getattr(bound.field, "choices", ())
    words = {str(value): str(label) for value, label in options}
    return words.get(str(bound.value()), str(bound.value()))


class EditConflict(Exception):  # noqa: N818 - not a fault: two people at one record
    """Somebody saved the record in between; `saved` is the record as it is now."""

    def __init__(self, form: "RecordForm[Any]", saved: Model) -> None:
        super().__init__(form.instance.pk)
        self.form = form
        self.saved = saved


class Difference(NamedTuple):
    """One field that two people left with two values, in words."""

    name: str
    label: str
    mine: str
    saved: str


class RecordForm[M: Model](LaidOut, forms.ModelForm[M]):
    """A form over one record; the second of two concurrent saves raises EditConflict.

    A date of the model becomes a day typed day first, and a choice of nothing says what
    it means. `version` and `submission` travel hidden with every form.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    submission = forms.UUIDField(
        widget=forms.HiddenInput, required=False, initial=uuid4
    )

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Hand our fields to Django, which reads Meta right after this."""
        super().__init_subclass__(**kwargs)
        if (meta := cls.__dict__.get("Meta")) is not None:
            meta.formfield_callback = field_for

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = getattr(self.instance, "version", None)
        self.take_what_is_saved()

    def take_what_is_saved(self) -> None:
        """Put the record's own value where the page of a conflict chose `saved`."""
        chosen = [name for name in self.fields if self.data.get(KEEP + name) == SAVED]
        if not chosen:
            return
        data: Any = self.data
        self.data = data = data.copy()
        for name in chosen:
            own = self.get_initial_for_field(self.fields[name], name)
            data[self.add_prefix(name)] = own

    @override
    def validate_constraints(self) -> None:
        """Check every constraint, also one over a field that the form leaves out."""
        unclear = set(self.errors)
        for model, constraints in self.instance.get_constraints():
            for constraint in constraints:
                try:
                    constraint.validate(model, self.instance, exclude=unclear)
                except ValidationError as error:
                    self.refuse(self.field_of(constraint), constraint, error)

    def refuse(self, field: str | None, constraint: Any, error: Any) -> None:
        """Say the error at the field, in the label's words where we have such."""
        if field is not None and constraint.name.endswith(NOT_IN_FUTURE):
            error = later_than_today(self[field].label)
        self.add_error(field, error)

    def field_of(self, constraint: Any) -> str | None:
        """Return the one field here that the constraint is over; None for several."""
        condition = getattr(constraint, "condition", None)
        over = getattr(constraint, "fields", ()) or getattr(
            condition, "referenced_base_fields", ()
        )
        return (
            next(iter(over))
            if len(over) == 1 and set(over) <= set(self.fields)
            else None
        )

    @property
    def changed_fields(self) -> list[str]:
        """Return the names of the fields that the user changed, for the journal."""
        shown = {bound.name for bound in self.visible_fields()}
        return [name for name in self.changed_data if name in shown]

    @override
    def save(self, commit: bool = True) -> M:
        """Save the record; raise ValidationError for what the database refuses."""
        self.refuse_if_saved_since()
        try:
            with transaction.atomic():
                return self.write(commit=commit)
        except IntegrityError as error:
            if (refusal := explained(error)) is None:
                raise
            raise refusal from error

    def write(self, *, commit: bool) -> M:
        """Write the record; a form that does more than save it overrides this."""
        return super().save(commit)

    def refuse_if_saved_since(self) -> None:
        """Lock the record, and raise EditConflict if it is not the version shown."""
        if self.instance.pk is None:
            return
        records = type(self.instance)._default_manager.select_for_update(of=("self",))
        saved: Any = records.get(pk=self.instance.pk)
        if saved.version != self.cleaned_data["version"]:
            raise EditConflict(self, saved)

    def differences(self, saved: Model) -> list[Difference]:
        """Return the visible fields whose value here is not the one in `saved`."""
        pairs = (
            Difference(
                bound.name,
                str(bound.label),
                self.words(self.instance, bound.name),
                self.words(saved, bound.name),
            )
            for bound in self.visible_fields()
        )
        return [pair for pair in pairs if pair.mine != pair.saved]

    def words(self, record: Model, name: str) -> str:
        """Return a field's value in words: the record's, else what was typed."""
        stored = {column.name for column in record._meta.concrete_fields}
        own = name in stored
        return value_of(record, name) if own else in_words(self.cleaned_data.get(name))
