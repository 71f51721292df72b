"""Pages of appeals, activities and grants: a list each, and what writes one record."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from accounts.editing import RecordChange, RecordCreate, RecordVoid
from accounts.lists.kept import KeptList
from accounts.models.lists import ROWS
from prevention.forms import CallForm
from prevention.models import Call
from reference.records import CURRENT
from thb.columns import Column
from thb.days import read_day
from thb.facts import Fact, value_of
from thb.forms import RecordForm
from thb.numbers import grouped

LAST_ENTERED: Final = 10
PLACES: Final = (
    ("prevention:calls", _("Appeals"), "prevention.view_call"),
    ("prevention:activities", _("Activities"), "prevention.view_activity"),
    ("prevention:grants", _("Grants"), "prevention.view_grant"),
)


type Words = Mapping[str, Callable[[Any], object]]


class PublicRecords:
    """Records that concern no single person; void ones are left out of their pages."""

    model: Any
    place: ClassVar[str] = ""  # the URL name of the list, `prevention:calls`

    def get_queryset(self) -> QuerySet[Any]:
        """Return the records that are not void."""
        records: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        return records.filter(CURRENT)

    def get_success_url(self) -> str:
        """Return the list."""
        return reverse(self.place)


class PublicList[M: Model](PublicRecords, KeptList[M]):
    """A list whose columns are fields of its records."""

    template_name = "prevention/record_list.html"
    heading: ClassVar[str | Promise] = ""
    words: ClassVar[Words] = {}
    add_label: ClassVar[str | Promise] = ""
    pages: ClassVar[str] = ""  # how the names of the pages that write begin
    journals_list = False  # nothing here is about a person
    sizes = ROWS

    @property
    def list_name(self) -> str:  # type: ignore[override]
        """Return the name under which the list is kept: the last part of its place."""
        return self.place.rpartition(":")[2]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return the page of the list, and what may be done on it."""
        context = super().get_context_data(**kwargs)
        options = self.model._meta
        writes = {
            verb: self.request.user.has_perm(
                f"{options.app_label}.{verb}_{options.model_name}"
            )
            for verb in ("add", "change")
        }
        return context | {"writes": writes, "places": list(self.places())}

    def places(self) -> Iterator[dict[str, Any]]:
        """Yield the lists of prevention that the user may open, beside each other."""
        if self.place in {place for place, _label, _permission in PLACES}:
            for place, label, permission in PLACES:
                if self.request.user.has_perm(permission):
                    here = place == self.place
                    yield {"label": label, "url": reverse(place), "current": here}

    def every_column(self) -> dict[str, Column]:
        """Return the columns, each with the words of its field."""
        return {
            name: column._replace(text=partial(self.words_of, name))
            for name, column in super().every_column().items()
        }

    def words_of(self, name: str, record: M) -> str:
        """Return a field of a record in words."""
        own = self.words.get(name)
        return str(own(getattr(record, name))) if own else cell(record, name)


def cell(record: Model, name: str) -> str:
    """Return a field as a table has it: 04.06.2019, 13,125, or a dash for nothing."""
    value = getattr(record, name)
    if value is None or value == "":
        return "—"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, int | Decimal):
        return grouped(value)
    return value_of(record, name)


class PublicAdd[M: Model](PublicRecords, RecordCreate[M, RecordForm[Any]]):
    """Enter one record."""


class PublicChange[M: Model](PublicRecords, RecordChange[M, RecordForm[Any]]):
    """Change one record."""


class PublicVoid[M: Model](PublicRecords, RecordVoid[M]):
    """Take one record out of every count."""

    words: ClassVar[Words] = {}

    @property
    def facts(self) -> list[Fact]:
        """Return what the record says, in the words of the list."""
        return [
            fact._replace(value=str(self.words[name](getattr(self.object, name))))
            if name in self.words
            else fact
            for name, fact in zip(self.shown, super().facts, strict=True)
        ]


class CallAdd(PublicRecords, RecordCreate[Call, CallForm]):
    """Enter appeals one after another: once saved, the page asks for the next."""

    permission_required = "prevention.add_call"
    form_class = CallForm
    template_name = "prevention/call_add.html"
    heading = _("New appeal")
    save = _("Save and enter the next")
    place = "prevention:calls"

    @property
    def day(self) -> date:
        """Return the day in the address, or today."""
        try:
            return read_day(self.request.GET.get("day", ""))
        except ValidationError:
            return localdate()

    def get_initial(self) -> dict[str, Any]:
        """Return the day to start from."""
        return {"received_on": self.day}

    @property
    def back_url(self) -> str:
        """Return the list of appeals."""
        return reverse(self.place)

    def get_success_url(self) -> str:
        """Return this page again, with the same day."""
        call: Any = self.object
        return f"{reverse('prevention:call-add')}?day={call.received_on:%Y-%m-%d}"

    def last_entered(self) -> QuerySet[Call]:
        """Return what was entered last for the day, the newest first."""
        calls = Call.objects.current().filter(received_on=self.day)
        return calls.order_by("-pk")[:LAST_ENTERED]
