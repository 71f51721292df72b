"""One transaction a view, deadlocks tried again, refusals kept, nothing in caches."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib import messages
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, OperationalError, connections, transaction
from django.http import Http404, HttpResponse, HttpResponseForbidden
from django.template.response import SimpleTemplateResponse
from django.test import RequestFactory
from django.urls import reverse

from accounts.choices import Action, Role
from accounts.middleware import TransactionMiddleware
from accounts.models import JournalEntry
from reference.models import Region

PASSWORD = "correct horse battery"  # noqa: S105 - of these tests


@pytest.fixture
def run(user_as):
    """Return what runs a view as the middleware does, for a signed-in user."""
    user = user_as(Role.AUDITOR, username="leyla")

    def run_view(view, *args, sent=None, **kwargs):
        request = sent or RequestFactory().get("/")
        request.user, request.resolver_match, request.session = user, None, {}
        middleware = TransactionMiddleware(lambda _request: HttpResponse())
        middleware.messages.process_request(request)
        return middleware.process_view(request, view, args, kwargs)

    return run_view


def test_what_a_failing_view_wrote_is_taken_back(run):
    def view(request):
        Region.objects.create(name="Qax")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(view)

    assert not Region.objects.filter(name="Qax").exists()


def test_what_a_failing_template_needs_is_taken_back(run):
    def view(request):
        Region.objects.create(name="Qax")
        return SimpleTemplateResponse("there_is_no_such_page.html")

    with pytest.raises(Exception, match="no_such_page"):
        run(view)

    assert not Region.objects.filter(name="Qax").exists()


@pytest.mark.parametrize("refusal", [PermissionDenied, Http404])
def test_a_refusal_is_kept_though_the_view_is_rolled_back(committed_db, run, refusal):
    def view(request):
        Region.objects.create(name="Qax")
        raise refusal

    with pytest.raises(refusal):
        run(view)

    assert JournalEntry.objects.get().action == Action.REFUSED
    assert not Region.objects.filter(name="Qax").exists()


def test_a_refusal_is_kept_where_the_database_had_failed(committed_db, run):
    def view(request):
        with transaction.atomic(), connections["default"].cursor() as cursor:
            try:
                cursor.execute("SELECT no_such_column")
            except DatabaseError as error:
                raise PermissionDenied from error

    with pytest.raises(PermissionDenied):
        run(view)

    assert JournalEntry.objects.get().action == Action.REFUSED


def test_a_returned_refusal_is_kept_too(run):
    run(lambda _request: HttpResponseForbidden())

    assert JournalEntry.objects.get().action == Action.REFUSED


def deadlock():
    error = OperationalError()
    error.__cause__ = type("Deadlock", (Exception,), {"sqlstate": "40P01"})()
    return error


def test_a_view_tried_again_says_its_messages_once(run):
    tries = []

    def view(request):
        tries.append(request)
        messages.success(request, "Saved.")
        if len(tries) == 1:
            raise deadlock()
        return HttpResponse()

    run(view)

    assert len(tries) == 2
    assert [str(message) for message in get_messages(tries[1])] == ["Saved."]


def test_a_view_tried_again_reads_the_uploads_from_the_start(run):
    file = SimpleUploadedFile("victims.csv", b"code")
    sent = RequestFactory().post("/", {"file": file})
    read = []

    def view(request):
        read.append(request.FILES["file"].read())
        if len(read) == 1:
            raise deadlock()
        return HttpResponse()

    run(view, sent=sent)

    assert read == [b"code", b"code"]


def test_a_view_is_tried_three_times_and_no_more(run):
    tries = []

    def view(request):
        tries.append(request)
        raise deadlock()

    with pytest.raises(OperationalError):
        run(view)

    assert len(tries) == 3


def test_another_failure_of_the_database_is_not_tried_again(run):
    tries = []

    def view(request):
        tries.append(request)
        raise OperationalError

    with pytest.raises(OperationalError):
        run(view)

    assert len(tries) == 1


def crossing(tries):
    """Return a view that locks its first row, waits for the other view, goes on."""
    both_hold_one = threading.Barrier(2, timeout=10)

    def view(request, first, second):
        tries.append(request)
        Region.objects.filter(pk=first).update(from_import=True)
        if len(tries) <= 2:
            both_hold_one.wait()
        Region.objects.filter(pk=second).update(from_import=True)
        return HttpResponse()

    return view


def test_of_two_views_in_deadlock_both_are_carried_out(committed_db, run):
    rows = [Region.objects.create(name=name).pk for name in ("Qax", "Quba")]
    tries = []
    view = crossing(tries)

    def in_thread(order):
        try:
            return run(view, *order).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(in_thread, [rows, rows[::-1]]))

    assert (answers, len(tries)) == ([200, 200], 3)


def test_the_pages_of_sign_in_run_without_a_transaction_of_ours():
    from accounts.views import sign_in  # noqa: PLC0415

    middleware = TransactionMiddleware(lambda _request: HttpResponse())

    assert middleware.process_view(RequestFactory().get("/"), sign_in, (), {}) is None


@pytest.mark.parametrize("page", ["journal", "account_change_password", "users:list"])
def test_nothing_of_a_signed_in_user_is_kept_in_a_cache(client, user_as, page):
    client.force_login(user_as(Role.AUDITOR, password=PASSWORD))

    assert client.get(reverse(page))["Cache-Control"] == "no-store"


def test_a_form_from_elsewhere_gets_a_page_that_helps(client, user_as):
    client.handler.enforce_csrf_checks = True
    client.force_login(user_as(Role.SYSTEM_ADMINISTRATOR))

    response = client.post(reverse("users:add"), {"username": "leyla"})

    assert (response.status_code, "Open the form again" in response.text) == (403, True)
