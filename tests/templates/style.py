"""A page for each kind of page, made of the components with invented data.

Only tests open them: set `pytest.mark.urls("tests.templates.style")`.
"""

from pathlib import Path

from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.http import HttpResponse
from django.template import engines
from django.urls import include, path
from django.views import View

from accounts.access import PageAccess
from tests.templates import data
from thb.fields import CountField, DayField, NumberField
from thb.forms import FilterForm, PlainForm

PAGES = Path(__file__).parent / "pages"
SEXES = [("F", "Qadın"), ("M", "Мужчина"), ("X", "Another answer")]
YEARS = [("", "Any year"), ("2019", "2019"), ("2018", "2018")]
LONG_LIST = [(str(n), f"Answer {n}, with words to it") for n in range(6)]


class StyleForm(PlainForm):
    """Every kind of field that a page may show."""

    layout = Layout(
        Fieldset(
            "Ad və gəliş",
            "family",
            Row(Column("given"), Column("father")),
            "unknown",
            "came_on",
        ),
        Fieldset("Şəxs haqqında", "sex", "age", "amount", "language", "needs"),
        Fieldset("Безопасность", "note", "file"),
    )

    family = forms.CharField(label="Soyad", help_text="Şəxsin özünün dediyi kimi.")
    given = forms.CharField(label="Ad")
    father = forms.CharField(label="Atasının adı", required=False)
    unknown = forms.BooleanField(label="Ad məlum deyil", required=False)
    came_on = DayField(label="Gəldiyi gün")
    sex = forms.ChoiceField(
        label="Cins", choices=SEXES, widget=forms.RadioSelect, help_text="Как сказано."
    )
    age = CountField(label="Yaş", required=False)
    amount = NumberField(label="Сумма, AZN", required=False)
    language = forms.ChoiceField(label="Dil", choices=[("", "Choose"), *SEXES])
    needs = forms.MultipleChoiceField(
        label="Nə lazımdır",
        choices=LONG_LIST,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    note = forms.CharField(
        label="Qeyd", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    file = forms.FileField(label="Sənəd", required=False)


class ListForm(FilterForm):
    """Six filters in a row."""

    text = forms.CharField(label="Kod və ya ad", required=False)
    status = forms.ChoiceField(label="Status", choices=YEARS, required=False)
    placement = forms.ChoiceField(label="Placement", choices=YEARS, required=False)
    worker = forms.ChoiceField(label="Worker", choices=YEARS, required=False)
    year = forms.ChoiceField(label="Identified in", choices=YEARS, required=False)
    due = forms.ChoiceField(label="Next due", choices=YEARS, required=False)


class ReasonForm(PlainForm):
    """Why an identity is to be shown."""

    reason = forms.CharField(label="Reason", help_text="Bir cümlə ilə.")


class StylePage(PageAccess, View):
    """One page of the style guide, over the invented data."""

    permission_required = "victims.view_victim"
    name = ""

    def get(self, request):
        """Return the page, with its form empty."""
        return self.draw(request, StyleForm())

    def post(self, request):
        """Return the page, with its form as it was filled in."""
        return self.draw(request, StyleForm(request.POST))

    def draw(self, request, form):
        """Return the page with this form."""
        forms = {"form": form, "filters": ListForm(request.GET), "reason": ReasonForm()}
        source = (PAGES / f"{self.name}.html").read_text()
        page = engines["django"].from_string(source)
        return HttpResponse(page.render(vars(data) | forms, request))


NAMES = sorted(source.stem for source in PAGES.glob("*.html"))
urlpatterns = [
    *(
        path(f"style/{name}/", StylePage.as_view(name=name), name=f"style-{name}")
        for name in NAMES
    ),
    path("", include("thb.urls")),
]
