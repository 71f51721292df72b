"""The stock admin: reference data, for system administrators, nothing personal."""

import pytest
from django.apps import apps
from django.urls import reverse

from accounts.choices import Role
from reference.models import LegalAct, Organisation, Region, Shelter
from tests.factories import PlacementFactory, RegionFactory, ShelterFactory
from thb.admin import site

PERSONAL_APPS = {"victims", "cases", "prevention", "reports", "exchange"}


@pytest.fixture
def system(client, user_as):
    user = user_as(Role.SYSTEM_ADMINISTRATOR)
    client.force_login(user)
    return user


def registered():
    return {model._meta.label for model in site._registry}  # noqa: SLF001


def test_the_admin_holds_reference_data_and_nothing_else():
    assert registered() == {
        "accounts.User",
        "assistance.AllowanceRate",
        "reference.LegalAct",
        "reference.Organisation",
        "reference.Region",
        "reference.Shelter",
        "reference.Term",
    }


def test_the_admin_holds_nothing_personal():
    personal = {model for model in apps.get_models() if hasattr(model, "PERSONAL")}
    apart = {m for m in apps.get_models() if m._meta.app_label in PERSONAL_APPS}

    assert personal
    assert (personal | apart) & set(site._registry) == set()  # noqa: SLF001


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM_ADMINISTRATOR}))
def test_other_roles_are_refused(client, user_as, role):
    client.force_login(user_as(role, is_staff=True, is_superuser=True))

    assert client.get(reverse("admin:index")).status_code == 403


def test_whoever_is_not_signed_in_signs_in_as_everywhere(client, db):
    response = client.get(reverse("admin:index"))

    assert response["Location"] == f"{reverse('account_login')}?next=/admin/"


@pytest.mark.parametrize("path", ["login", "logout", "password_change", "r/1/1"])
def test_the_stock_sign_in_has_no_address(client, system, path):
    assert client.get(f"/admin/{path}/").status_code == 404


@pytest.mark.parametrize("label", sorted(registered()))
@pytest.mark.parametrize("page", ["changelist", "add"])
def test_the_pages_of_each_kind_open(client, system, label, page):
    name = label.lower().replace(".", "_")
    may_add = page == "changelist" or label != "accounts.User"

    status = client.get(reverse(f"admin:{name}_{page}")).status_code

    assert status == (200 if may_add else 403)


def test_nothing_is_deleted(client, system):
    region = RegionFactory()

    response = client.post(
        reverse("admin:reference_region_delete", args=[region.pk]), {"post": "yes"}
    )

    assert response.status_code == 403
    assert Region.objects.filter(pk=region.pk).exists()


def change(client, record, **typed):
    record.refresh_from_db()
    name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
    typed = {"opened_version": record.version} | typed
    return client.post(reverse(name, args=[record.pk]), typed)


def test_a_record_is_changed(client, system):
    region = RegionFactory(name="Qax")

    change(client, region, name="Quba")

    region.refresh_from_db()
    assert region.name == "Quba"


def test_a_record_is_added(client, system):
    client.post(
        reverse("admin:reference_organisation_add"), {"code": "icrc", "name": "ICRC"}
    )

    assert Organisation.objects.get(code="icrc").name == "ICRC"


def test_a_record_is_voided_with_a_reason(client, system):
    region = RegionFactory(name="Qax")

    change(client, region, name="Qax", reason_to_void="Entered twice")

    region.refresh_from_db()
    assert (region.void_reason, region.voided_at is None) == ("Entered twice", False)


def test_the_second_of_two_saves_is_told(client, system):
    region = RegionFactory(name="Qax")
    opened = region.version
    Region.objects.filter(pk=region.pk).update(name="Quba")

    response = change(client, region, opened_version=opened, name="Şəki")

    region.refresh_from_db()
    assert region.name == "Quba"
    assert "Somebody has saved this record" in response.text


def test_what_the_database_refuses_is_said_on_the_form(client, system):
    shelter = ShelterFactory(capacity=2, name="MIA-1")
    PlacementFactory.create_batch(2, shelter=shelter)

    response = change(client, shelter, code=shelter.code, capacity=1)

    shelter.refresh_from_db()
    assert shelter.capacity == 2
    assert "More people than this have been here on one day." in response.text


def test_accounts_are_read_only(client, system, user_as):
    user = user_as(Role.AUDITOR, username="leyla")
    page = reverse("admin:accounts_user_change", args=[user.pk])

    assert client.get(page).status_code == 200
    assert client.post(page, {"role": "administrator"}).status_code == 403


@pytest.mark.parametrize("lookup", ["password__startswith", "password__regex"])
def test_no_address_asks_for_passwords(client, system, lookup):
    response = client.get(reverse("admin:accounts_user_changelist"), {lookup: "md5"})

    assert response.status_code == 400


def test_accounts_are_filtered_by_role(client, system):
    asked = {"role__exact": Role.AUDITOR}
    response = client.get(reverse("admin:accounts_user_changelist"), asked)

    assert response.context["cl"].result_count == 0


def test_a_day_is_read_day_first(client, system):
    typed = {"kind": "law", "title": "On combating", "adopted_on": "04/06/2019"}
    client.post(reverse("admin:reference_legalact_add"), typed)

    assert f"{LegalAct.objects.get(title='On combating').adopted_on}" == "2019-06-04"


def test_the_shelters_have_no_address():
    fields = {field.name for field in Shelter._meta.get_fields()}

    assert "address" not in fields


@pytest.mark.parametrize("path", ["placements", "registered_victims", "staff"])
def test_a_list_does_not_tell_who_stayed_where(client, system, path):
    PlacementFactory()

    answer = client.get(reverse("admin:reference_shelter_changelist"), {path: "1"})

    assert answer.status_code == 400


def test_terms_are_listed_in_the_language_of_the_reader(client, system):
    client.post(reverse("set_language"), {"language": "ru"})

    page = client.get(reverse("admin:reference_term_changelist")).text

    assert "Период восстановления и размышления" in page
    assert "Recovery and reflection period" not in page
    assert "not confirmed" not in page
