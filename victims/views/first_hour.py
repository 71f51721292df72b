"""The first hour as a panel of the file: language, needs, what a child was asked."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from victims.forms import FirstHourChangeForm
from victims.models import FirstHour
from victims.panels import Panel

FIRST_HOUR: Final = Panel(
    model=FirstHour,
    form_class=FirstHourChangeForm,
    section="victims:identification",
    pages="victims:first_hour",
    title=_("First hour"),
    add=_("Record the first hour"),
    empty=_("Language, doctor, danger, children: nothing is recorded yet."),
    columns=("language", "interpreter", "medical_need", "danger", "children_with"),
    verbs=("add", "change"),
)
