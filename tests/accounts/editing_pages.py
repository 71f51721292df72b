"""Pages over children of victims, made only to test accounts.editing."""

from django.urls import include, path

from accounts.editing import RecordChange, RecordCreate, RecordVoid
from assistance.models import Placement
from thb.forms import RecordForm
from victims.models import Dependant


class ChildForm(RecordForm[Dependant]):
    """A child: the code, the sex, the birth date."""

    class Meta:
        model = Dependant
        fields = ["code", "sex", "birth_date"]


class StayForm(RecordForm[Placement]):
    """A stay, which a trigger keeps within the capacity of the shelter."""

    class Meta:
        model = Placement
        fields = ["shelter", "admitted_on", "left_on"]


class Leads:
    """Leads back to one fixed page, and needs one permission."""

    permission_required = "victims.view_dependant"

    def get_success_url(self):
        """Return the fixed page."""
        return "/back/"


class Add(Leads, RecordCreate[Dependant, ChildForm]):
    """Add a child to a person."""

    form_class = ChildForm
    parent = "victim"
    heading = "New child"


class Place(Leads, RecordCreate[Placement, StayForm]):
    """Place a person."""

    form_class = StayForm
    parent = "victim"


class Change(Leads, RecordChange[Dependant, ChildForm]):
    """Change a child."""

    queryset = Dependant.objects.all()
    form_class = ChildForm
    heading = "Change the child"


class Void(Leads, RecordVoid[Dependant]):
    """Void a child's record."""

    queryset = Dependant.objects.all()
    shown = ("sex", "birth_date")


urlpatterns = [
    path("add/<str:code>/", Add.as_view(), name="add"),
    path("place/<str:code>/", Place.as_view(), name="place"),
    path("change/<str:code>/", Change.as_view(), name="change"),
    path("void/<str:code>/", Void.as_view(), name="void"),
    path("", include("thb.urls")),
]
