"""What a field says when it cannot take an answer: what to do, in the label's words.

Never Django's own sentences: each stands here for the kind of field it belongs to, and
a form's `Meta.error_messages`, or the field's own, goes before it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from thb.days import REFUSALS, long_day

type Messages = Mapping[str, Promise]

CHOOSE: Final = _("Choose an answer for “%(label)s”.")
CHOOSE_LISTED: Final = _("Choose one of the answers listed for “%(label)s”.")
CHOOSE_FILE: Final = _("Choose a file for “%(label)s”.")
NUMBER: Final = _("“%(label)s” must be a number, such as 12 or 54,3.")

LATER_THAN_TODAY: Final = _("“%(label)s” must be today, %(today)s, or earlier.")
NOT_IN_FUTURE: Final = "_not_in_future"  # how the constraints end that want it so

ANY: Final[Messages] = {
    "required": _("Fill in “%(label)s”."),
    "invalid": _("“%(label)s” cannot be read. Check what was typed."),
    "unique": _("“%(label)s” already stands in another record."),
    "max_length": _(
        "Shorten “%(label)s” to %(limit_value)s characters: "
        "now there are %(show_value)s."
    ),
    "min_length": _("“%(label)s” must have %(limit_value)s characters or more."),
    "min_value": _("“%(label)s” must be %(limit_value)s or more."),
    "max_value": _("“%(label)s” must be %(limit_value)s or less."),
    "max_decimal_places": _("“%(label)s” must have at most %(max)s decimals."),
    "max_whole_digits": _("“%(label)s” must be smaller."),
    "max_digits": _("“%(label)s” must be smaller."),
    "null_characters_not_allowed": _("Type “%(label)s” anew: a sign cannot be read."),
}
CHOICES: Final[Messages] = {
    "required": CHOOSE,
    "invalid_choice": CHOOSE_LISTED,
    "invalid_list": CHOOSE_LISTED,
    "invalid_pk_value": CHOOSE_LISTED,
}

# The first kind that fits, then what every field shares.
KINDS: Final[tuple[tuple[type[forms.Field], Messages], ...]] = (
    (forms.ChoiceField, CHOICES),
    (forms.ModelChoiceField, CHOICES),
    (
        forms.FileField,
        {
            "required": CHOOSE_FILE,
            "invalid": CHOOSE_FILE,
            "missing": CHOOSE_FILE,
            "empty": _("The file for “%(label)s” is empty. Choose another."),
        },
    ),
    (forms.DateField, REFUSALS),
    (forms.BooleanField, {"required": _("Tick “%(label)s” to go on.")}),
    (forms.DecimalField, {"invalid": NUMBER}),
    (forms.FloatField, {"invalid": NUMBER}),
    (
        forms.IntegerField,
        {"invalid": _("“%(label)s” must be a whole number, such as 12.")},
    ),
    (forms.EmailField, {"invalid": _("“%(label)s” must look like name@office.az.")}),
)


def say_what_to_do(form: forms.BaseForm) -> None:
    """Give every field of the form our sentences, except where it has its own."""
    for name, field in form.fields.items():
        label = str(form[name].label).replace("%", "%%")
        for code, message in sentences(field):
            field.error_messages[code] = filled(message, label)


def sentences(field: forms.Field) -> Iterator[tuple[str, Promise]]:
    """Yield the sentences for a field; a code that the field worded itself is left."""
    kind: Messages = next((own for cls, own in KINDS if isinstance(field, cls)), {})
    words = {**ANY, **kind}
    usual = usual_messages(type(field))
    for code, message in words.items():
        if field.error_messages.get(code) is usual.get(code):
            yield code, message


def usual_messages(kind: type[forms.Field]) -> dict[str, object]:
    """Return the messages a field of this class has when nobody words it."""
    usual: dict[str, object] = {}
    for cls in reversed(kind.__mro__):
        usual |= getattr(cls, "default_error_messages", {})
    return usual


def later_than_today(label: object) -> ValidationError:
    """Return what a field says of a day later than today."""
    told = {"label": label, "today": long_day(localdate())}
    return ValidationError(LATER_THAN_TODAY, NOT_IN_FUTURE, told)


class Blanks(dict[str, str]):
    """Leaves a blank that is filled in later as it stands: %(limit_value)s."""

    def __missing__(self, key: str) -> str:
        return f"%({key})s"


def filled(message: Promise, label: str) -> str:
    """Return the sentence with the label in it and its other blanks kept."""
    return str(message) % Blanks(label=label)
