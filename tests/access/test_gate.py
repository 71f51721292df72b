"""Nothing is open by oversight: planted holes that the checks must find."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path, reverse
from django.views.generic import TemplateView, View

from accounts.access import PageAccess
from accounts.choices import Role
from accounts.gate import every_page_names_its_permission, is_guarded
from accounts.roles import PERMISSIONS
from thb.urls import urlpatterns as application


class Hole(View):
    """A page whose author forgot everything."""

    def get(self, _request):
        """Return what nobody should read."""
        return HttpResponse("secret")


class HalfHole(PageAccess, TemplateView):
    """A page whose author forgot the permission."""

    template_name = "404.html"


class Guarded(PageAccess, TemplateView):
    """A page that names its permission."""

    permission_required = "accounts.view_user"
    template_name = "404.html"


def plain(request):
    return HttpResponse("secret")


urlpatterns = [
    *application,
    path("hole/", Hole.as_view(), name="hole"),
    path("half/", HalfHole.as_view(), name="half"),
    path("plain/", plain, name="plain"),
    path("guarded/", Guarded.as_view(), name="guarded"),
]
here = pytest.mark.urls(__name__)


@here
def test_the_check_finds_every_planted_hole():
    found = [error.msg.split()[2] for error in every_page_names_its_permission()]

    assert found == ["hole", "half", "plain"]


def test_the_check_finds_none_in_the_application():
    assert every_page_names_its_permission() == []


@here
@pytest.mark.parametrize("address", ["/hole/", "/half/", "/plain/"])
@pytest.mark.parametrize("role", Role)
def test_a_hole_is_refused_to_every_role(client, user_as, role, address):
    client.force_login(user_as(role))

    assert client.get(address).status_code == 403


@here
@pytest.mark.parametrize("address", ["/hole/", "/half/", "/plain/", "/guarded/"])
def test_whoever_is_not_signed_in_is_led_to_sign_in(client, db, address):
    sign_in = reverse("account_login")

    assert client.get(address)["Location"] == f"{sign_in}?next={address}"


def test_a_page_without_a_permission_raises(user_as):
    request = RequestFactory().get("/")
    request.user = user_as(Role.ADMINISTRATOR)

    with pytest.raises(ImproperlyConfigured):
        HalfHole.as_view()(request)


def test_an_empty_tuple_says_on_purpose_that_all_may():
    class ForAll(HalfHole):
        permission_required = ()

    assert is_guarded("for all", ForAll.as_view())


def test_every_role_says_what_it_may():
    assert set(PERMISSIONS) == set(Role)
