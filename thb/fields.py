"""Form fields for what Django reads differently in each language: days and numbers."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final, override

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import ModelChoiceIterator
from django.utils.choices import CallableChoiceIterator
from django.utils.functional import keep_lazy
from django.utils.translation import gettext_lazy as _

from thb.days import read_day
from thb.letters import capfirst, in_order


class DayInput(forms.DateInput):
    """A line to type a day into; shows 04.06.2019, or again what was typed."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        own = {"inputmode": "numeric", "autocomplete": "off", "data-day": True}
        super().__init__({**own, **(attrs or {})}, "%d.%m.%Y")


class DayField(forms.DateField):
    """A day typed day first, alike in every language, with a year of four digits.

    Its page says the day back in words. Its form must be one of `thb.forms`, which give
    it the sentences about what is no day.
    """

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        kwargs["help_text"] = kwargs.get("help_text") or _(
            "Day, month, year, for example 4 6 2019."
        )
        super().__init__(**kwargs)

    @override
    def to_python(self, value: Any) -> date | None:
        """Return the day, or None for nothing typed."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value in self.empty_values:
            return value or None
        try:
            return read_day(str(value))
        except ValidationError as error:
            words = self.error_messages[str(error.code)]
            raise ValidationError(words, error.code, error.params) from error


class CodeField(forms.CharField):
    """A code of numbers, such as the article 144-1; one may type other text too."""

    FORM: Final = re.compile(r"\d{1,4}([-.]\d{1,3}){0,4}")

    def has_its_form(self, text: str) -> bool:
        """Tell whether the text is such a code, and so cannot be about a person."""
        return bool(self.FORM.fullmatch(text))


class CountField(forms.IntegerField):
    """A whole number; blanks between thousands are read over."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    @override
    def to_python(self, value: Any) -> int | None:
        """Return the number, or None for nothing typed."""
        return super().to_python("".join(str(value).split()) if value else value)


class NumberField(forms.DecimalField):
    """A number with decimals; a comma and a point both part them."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"localize": True, **kwargs})

    @override
    def to_python(self, value: Any) -> Any:
        """Return the number, or None for nothing typed."""
        if isinstance(value, str):
            value = "".join(value.split()).replace(",", ".")
        return super().to_python(value)

    @override
    def prepare_value(self, value: Any) -> Any:
        """Return a whole number without the decimals that its column keeps."""
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value)
        return super().prepare_value(value)


OURS: Final[dict[type[models.Field[Any, Any]], type[forms.Field] | None]] = {
    models.DateTimeField: None,  # is a DateField too
    models.DateField: DayField,
    models.DecimalField: NumberField,
    models.IntegerField: CountField,
}


# Django's own makes I of an Azerbaijani i.
capital: Final = keep_lazy(str)(capfirst)


def field_for(column: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """Return the form field for a model's, with ours for days, numbers and blanks."""
    ours = next((own for kind, own in OURS.items() if isinstance(column, kind)), None)
    if ours is not None and not column.choices:
        kwargs.setdefault("form_class", ours)
    kwargs.setdefault("label", capital(column.verbose_name))
    field = column.formfield(**kwargs)
    put_in_order(field, column)
    name_the_blank(field)
    return field


# Choices of a model, and what gives them sorted by name in the reader's language.
BY_NAME: Final[dict[Any, Callable[[], list[tuple[str, str]]]]] = {}


class ByName(ModelChoiceIterator[Any]):
    """The records to choose from, sorted by the reader's alphabet."""

    @override
    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        """Yield the empty answer first, where there is one."""
        blank = self.field.empty_label is not None
        options = list(super().__iter__())
        yield from options[:blank]
        yield from sorted(options[blank:], key=lambda pair: in_order(str(pair[1])))


def put_in_order(field: forms.Field | None, column: models.Field[Any, Any]) -> None:
    """Sort by name what people look up by name: countries, organisations, regions."""
    by_name = BY_NAME.get(getattr(column.choices, "func", None))
    if isinstance(field, forms.ModelChoiceField):
        records: Any = field.queryset
        if list(records.model._meta.ordering) == ["name"]:
            field.iterator = ByName
            field.widget.choices = field.choices
    elif by_name and isinstance(field, forms.ChoiceField):
        words = blank_words(field)
        field.choices = lambda: [("", words), *by_name()]


def name_the_blank(field: forms.Field | None) -> None:
    """Say in words what choosing nothing means; a row of dashes says nothing."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label is not None:
            field.empty_label = blank_words(field)
    elif isinstance(field, forms.ChoiceField) and not is_called(field):
        options: Any = field.choices
        skip = field.required and isinstance(field.widget, forms.RadioSelect)
        field.choices = [
            (value, label if value else blank_words(field))
            for value, label in options
            if value or not skip
        ]


def is_called(field: forms.ChoiceField) -> bool:
    """Return whether the choices are asked for anew each time."""
    return isinstance(field.choices, CallableChoiceIterator)


def blank_words(field: forms.Field) -> Any:
    """Return what the empty answer of a choice is called."""
    return _("Choose") if field.required else _("Not recorded")
