"""Forms over a case and over the records that belong to it."""

from datetime import date, datetime
from typing import Any, Final, override

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import (
    Accused,
    CaseAssignment,
    CriminalCase,
    CriminalGroup,
    Offence,
    Verdict,
    WantedNotice,
)
from thb.days import long_day
from thb.forms import RecordForm

ARTICLE: Final = _("As printed in the Criminal Code, for example 144-1.")


class CaseForm(RecordForm[CriminalCase]):
    """A criminal case; one opened by an investigator is in his hands from that day."""

    class Meta:
        model = CriminalCase
        fields = (
            "number",
            "opened_on",
            "article",
            "stage",
            "investigation_completed_on",
        )
        help_texts = {"article": ARTICLE}

    def __init__(
        self, *args: Any, investigator: User | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.investigator = investigator

    @override
    def write(self, *, commit: bool) -> CriminalCase:
        """Save the case, and put a new one into the hands of its investigator."""
        case = super().write(commit=commit)
        if self.investigator is not None:
            CaseAssignment.objects.create(
                case=case, user=self.investigator, since=localdate()
            )
        return case


class CaseRecordForm[M: Model](RecordForm[M]):
    """A record of one case: it chooses among the case's own accused and groups."""

    finds_persons = False
    unknown_code = ""  # of a person whom nobody knows by it
    closed_until: datetime | None = None  # too many such codes were typed

    def __init__(self, *args: Any, case: CriminalCase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        for name in ("accused", "group"):
            field: Any = self.fields.get(name)
            if field is not None:
                field.queryset = field.queryset.current().filter(case=case)


class OffenceForm(CaseRecordForm[Offence]):
    """One registered crime."""

    class Meta:
        model = Offence
        fields = ("number", "article", "registered_on")
        help_texts = {"article": ARTICLE}


class CriminalGroupForm(CaseRecordForm[CriminalGroup]):
    """A criminal group."""

    class Meta:
        model = CriminalGroup
        fields = ("code", "neutralised_on")
        help_texts = {"code": _("Any code of your own that no other group has.")}


class AccusedForm(CaseRecordForm[Accused]):
    """A person accused, under a code."""

    class Meta:
        model = Accused
        fields = ("code", "sex", "citizenship", "role", "group", "sent_to_court_on")
        help_texts = {"code": _("A code of your own that nobody else has; no name.")}

    def clean_sent_to_court_on(self) -> date | None:
        """Return the day in court; one that leaves a verdict behind is refused."""
        day: date | None = self.cleaned_data["sent_to_court_on"]
        verdicts = Verdict.objects.current().filter(accused_id=self.instance.pk)
        first = verdicts.order_by("verdict_on").first()
        if first and (day is None or day > first.verdict_on):
            raise ValidationError(
                _("This person has a verdict of %(day)s: enter that day or earlier.")
                % {"day": long_day(first.verdict_on)}
            )
        return day


class VerdictForm(CaseRecordForm[Verdict]):
    """What a court decided."""

    class Meta:
        model = Verdict
        fields = ("accused", "verdict_on", "result", "in_force_on")

    def clean_verdict_on(self) -> date:
        """Return the day; one before the accused was sent to court is refused."""
        day: date = self.cleaned_data["verdict_on"]
        accused: Accused | None = self.cleaned_data.get("accused")
        sent = accused and accused.sent_to_court_on
        if accused and not sent:
            raise ValidationError(
                _("Record first on which day %(code)s was sent to court.")
                % {"code": accused.code}
            )
        if accused and sent and day < sent:
            raise ValidationError(
                _("%(code)s was sent to court on %(day)s: enter that day or later.")
                % {"code": accused.code, "day": long_day(sent)}
            )
        return day


class WantedNoticeForm(CaseRecordForm[WantedNotice]):
    """A wanted notice, open or closed."""

    class Meta:
        model = WantedNotice
        fields = ("accused", "declared_on", "closed_on", "outcome")
        help_texts = {"closed_on": _("Empty: still wanted.")}

    def clean_closed_on(self) -> date | None:
        """Return the day; one before the notice was declared is refused."""
        day: date | None = self.cleaned_data["closed_on"]
        return not_before(self.cleaned_data.get("declared_on"), day)


class WantedNoticeCloseForm(CaseRecordForm[WantedNotice]):
    """The end of a wanted notice: both answers are needed."""

    class Meta:
        model = WantedNotice
        fields = ("closed_on", "outcome")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.Meta.fields:
            self.fields[name].required = True

    def clean_closed_on(self) -> date | None:
        """Return the day; one before the notice was declared is refused."""
        return not_before(self.instance.declared_on, self.cleaned_data["closed_on"])


def not_before(declared: date | None, closed: date | None) -> date | None:
    """Return the day a notice is closed; refuse one before it was declared."""
    if declared and closed and closed < declared:
        raise ValidationError(
            _("The notice was declared on %(day)s: enter that day or later.")
            % {"day": long_day(declared)}
        )
    return closed
