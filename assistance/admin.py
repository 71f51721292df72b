"""Allowance rates in the stock admin; nothing else of this app is reference data."""

from django.contrib import admin

from assistance.models import AllowanceRate
from reference.admin import RecordAdmin
from thb.admin import site


@admin.register(AllowanceRate, site=site)
class AllowanceRateAdmin(RecordAdmin):
    """The amounts that the law sets, and from when to when."""

    list_display = ("kind", "amount_azn", "valid_from", "valid_until", "in_use")
    list_select_related = ("legal_act",)
