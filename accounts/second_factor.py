"""What has to be done before a page opens: an own password, a second factor.

Whoever signs in with a one-time password first replaces it. Whoever reads identity
makes a second factor, and shows it in each session; only DEMO=1 waives that.
"""

from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from accounts import journal
from accounts.choices import Action
from accounts.models import User

SIGN_IN: Final = frozenset({"account_login", "account_logout", "set_language"})
OWN_PASSWORD: Final = SIGN_IN | {"account_change_password"}
MAKE_FACTOR: Final = OWN_PASSWORD | {
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_index",
}
SHOW_FACTOR: Final = OWN_PASSWORD | {
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
}
OPEN: Final = (
    MAKE_FACTOR
    | SHOW_FACTOR
    | {
        "mfa_deactivate_totp",
        "mfa_download_recovery_codes",
        "mfa_edit_webauthn",
        "mfa_generate_recovery_codes",
        "mfa_list_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
    }
)
"""What every user has: the language, his own sign-in and factors."""
MADE_HERE: Final = "second_factor_made_by"
FIELD: Final = "second_factor"
REAL_FACTORS: Final = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def due_first(request: HttpRequest, user: User, page: str) -> str:
    """Return the page that the user has to see to before this one, or nothing."""
    if user.one_time_password_until is not None:
        return "" if page in OWN_PASSWORD else "account_change_password"
    if (
        settings.DEMO
        or not user.needs_second_factor
        or used_second_factor(request, user)
    ):
        return ""
    factors = Authenticator.objects.filter(user=user, type__in=REAL_FACTORS)
    kinds = set(factors.values_list("type", flat=True))
    if not kinds:
        return "" if page in MAKE_FACTOR else "mfa_index"
    if page in SHOW_FACTOR:
        return ""
    by_code = Authenticator.Type.TOTP in kinds
    return "mfa_reauthenticate" if by_code else "mfa_reauthenticate_webauthn"


def used_second_factor(request: HttpRequest, user: User) -> bool:
    """Tell whether the user showed a second factor, or made one, in this session."""
    if request.session.get(MADE_HERE) == user.pk:
        return True
    records = get_authentication_records(request, user)
    return any(record["method"] == "mfa" for record in records)


def follow() -> None:
    """Let allauth tell of second factors that are made, changed and tried in vain."""
    signals.authenticator_added.connect(count_as_used)
    signals.authenticator_added.connect(keep_change)
    signals.authenticator_removed.connect(keep_change)
    signals.authenticator_reset.connect(keep_change)
    signals.authentication_failed.connect(keep_failure)


def count_as_used(request: HttpRequest, user: User, **_about: Any) -> None:
    """Let the session in which a factor was made count as one that has shown it."""
    request.session[MADE_HERE] = user.pk


def keep_change(request: HttpRequest, user: User, **_about: Any) -> None:
    """Keep in the journal that the user's second factors changed."""
    journal.record(request, Action.CHANGED, [user.username], fields=[FIELD])


def keep_failure(request: HttpRequest, user: User, **_about: Any) -> None:
    """Keep in the journal that a wrong code or key was shown."""
    journal.record(request, Action.SIGN_IN_FAILED, [user.username], fields=[FIELD])
