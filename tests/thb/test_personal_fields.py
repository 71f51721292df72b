"""The check that keeps personal fields out of admin pages finds a hole."""

from django.contrib.admin import AdminSite, ModelAdmin

from thb.checks import nothing_personal_in_admin
from victims.models import Identity, Victim


def test_nothing_personal_is_shown_by_an_admin_site():
    assert nothing_personal_in_admin() == []


class LeakingAdmin(ModelAdmin):
    """An admin that shows what it must not."""

    list_display = ["code", "identity__phone"]


def test_a_personal_field_in_a_list_of_the_admin_is_found():
    site = AdminSite(name="planted")
    site.register(Victim, LeakingAdmin)

    (error,) = nothing_personal_in_admin()

    assert error.id == "thb.E001"
    assert "victims.Identity.phone" in error.msg
    del site


def test_a_personal_model_in_the_admin_is_found():
    site = AdminSite(name="planted")
    site.register(Identity)

    found = {error.msg.split()[5] for error in nothing_personal_in_admin()}

    assert "victims.Identity.family_name," in found
    del site
