"""The peer: the stock admin over the same persons, with names that it can search."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import include, path

from victims.models import Victim


class OpenName(models.Model):
    """A person's names in the clear, as a stock application would keep them."""

    victim = models.OneToOneField(Victim, models.DO_NOTHING, related_name="+")
    family_name = models.TextField()
    given_name = models.TextField()

    class Meta:
        app_label = "bench"
        managed = False

    def __str__(self) -> str:
        return self.family_name


class OpenSite(admin.AdminSite):
    """The stock admin, open to whoever is signed in."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Let everybody in: what is measured is the page, not the gate."""
        return bool(request.user.is_active)


class OpenAdmin(admin.ModelAdmin[Any]):
    """A model whose pages everybody may open."""

    def has_view_permission(self, *_args: Any) -> bool:
        """Let everybody look."""
        return True

    has_module_permission = has_view_permission


class VictimAdmin(OpenAdmin):
    """Persons in the stock admin."""

    list_display = ("code", "sex", "citizenship", "age_at_identification", "role")
    list_filter = ("sex", "role")
    search_fields = ("code",)
    raw_id_fields = ("merged_into",)  # else one page lists all persons


class OpenNameAdmin(OpenAdmin):
    """Names in the stock admin, searched as it searches."""

    list_display = ("victim", "family_name", "given_name")
    list_select_related = ("victim",)
    search_fields = ("family_name", "given_name")


site = OpenSite(name="peer")
site.register(Victim, VictimAdmin)
site.register(OpenName, OpenNameAdmin)

urlpatterns = [path("peer/", site.urls), path("", include("thb.urls"))]
