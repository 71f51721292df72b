"""What the Coordinator's office types in about the public work against trafficking."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from prevention.models import Activity, Call, Grant
from thb.forms import RecordForm

AT_A_GLANCE: Final = forms.RadioSelect  # one press instead of two


class CallForm(RecordForm[Call]):
    """One appeal to the hotline; nothing of who called.

    A new one asks for its topic, so that a press too many writes no empty appeal; that
    the topic is not known is an answer.
    """

    class Meta:
        model = Call
        fields = ("received_on", "topic", "outcome")
        widgets = {"topic": AT_A_GLANCE, "outcome": AT_A_GLANCE}
        error_messages = {"topic": {"required": _("Choose what the appeal is about.")}}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].required = True
        if self.instance.pk is None:
            topic: Any = self.fields["topic"]
            topic.required = True
            topic.choices = [(value, label) for value, label in topic.choices if value]


class ActivityForm(RecordForm[Activity]):
    """A seminar, training, campaign, conference, meeting or broadcast."""

    class Meta:
        model = Activity
        fields = (
            "kind",
            "held_on",
            "organiser",
            "region",
            "role",
            "participants",
            "copies",
        )


class GrantForm(RecordForm[Grant]):
    """Money granted to one project."""

    class Meta:
        model = Grant
        fields = (
            "project",
            "organisation",
            "granted_on",
            "amount_azn",
            "purpose",
            "recipients",
        )
