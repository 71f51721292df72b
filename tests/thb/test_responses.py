"""What every response and every log line keeps to itself."""

import logging
import sys

import pytest
from django.urls import reverse

from thb.logs import CodesOnly

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


@pytest.fixture
def response(client, db):
    return client.get(reverse("account_login"))


def test_the_content_policy_allows_what_is_ours_and_nothing_inline(response):
    assert set(response["Content-Security-Policy"].split("; ")) == POLICY


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("Cache-Control", "no-store"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
    ],
)
def test_a_response_stays_out_of_caches_and_other_sites(response, header, value):
    assert response[header] == value


def test_a_page_needs_somebody_signed_in(client, db):
    response = client.get(reverse("mfa_index"))

    assert (
        response["Location"]
        == f"{reverse('account_login')}?next={reverse('mfa_index')}"
    )


def test_a_log_line_names_the_error_but_not_what_it_quotes(settings):
    settings.PRODUCTION = True
    try:
        int("0501234567x")
    except ValueError:
        record = logging.LogRecord("x", 40, "", 1, "failed", None, sys.exc_info())

    quoted = "invalid literal for int() with base 10: '0501234567x'"
    line = CodesOnly().format(record)

    assert str(record.exc_info[1]) == quoted
    assert line.splitlines()[-1] == "ValueError"
    assert quoted not in line
