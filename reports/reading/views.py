"""The page of the text checker, for administrators; it stores and logs no text."""

from typing import Any, override

from django.http import HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from accounts.access import PageAccess
from reports.reading.checking import check
from reports.reading.forms import TextForm
from reports.reading.showing import CheckedText
from reports.year import latest_year


@method_decorator(sensitive_post_parameters("text"), "dispatch")
class TextCheckPage(PageAccess, FormView[TextForm]):
    """Takes a text, and shows it with what is found; nothing of it is kept."""

    permission_required = "reports.check_text"
    form_class = TextForm
    template_name = "reports/text_check.html"

    @override
    def get_initial(self) -> dict[str, Any]:
        """Return the year in the address, or the latest with records."""
        year = self.request.GET.get("year", "")
        known = year.isascii() and year.isdigit() and len(year) == 4  # noqa: PLR2004
        return {"year": int(year) if known else latest_year()}

    @override
    def form_valid(self, form: TextForm) -> HttpResponse:
        """Show the text with its marks, and the list of what is found."""
        text, asked = form.cleaned_data["said"], form.cleaned_data
        findings = check(text, asked["year"], language=asked["language"])
        show = self.request.POST.get("show", "")
        checked = CheckedText(text, findings, self.user, show)
        again = TextForm(initial={**asked, "text": text, "file": None})
        return self.render_to_response(
            self.get_context_data(form=again, checked=checked)
        )
