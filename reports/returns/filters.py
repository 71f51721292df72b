"""What the list of totals before the register can be narrowed to."""

from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet

from reports.returns.forms import TOTALS
from thb.forms import FilterForm


class BaselineFilters(FilterSet):
    """The filter above the list of totals."""

    figure = ChoiceFilter(label=_("Figure"), choices=TOTALS, empty_label=_("Any"))

    class Meta:
        form = FilterForm
