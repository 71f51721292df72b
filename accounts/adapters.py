"""How allauth signs people in here: what is kept, what is refused, what follows."""

import base64
import secrets
import time
from typing import Any, Final, override

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts import journal, leaving
from accounts.choices import Action
from accounts.models import Submission, User
from thb.keys import encryption_keys

PURPOSE: Final = b"second factor"
NONCE_BYTES: Final = 12
JUST_SIGNED_IN_SECONDS: Final = 300
CHOSEN_LANGUAGE: Final = "chosen_language"  # in the session, before signing in


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Signs in by user name and password; an account is never made or mailed here."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "The user name or the password is not right. Check both and try again."
        ),
        "enter_current_password": _("Type the password that you use now."),
        "incorrect_password": _("This is not your password. Type it again."),
        "too_many_login_attempts": _(
            "Too many attempts. Wait five minutes, then try again."
        ),
        "rate_limited": _("Too many attempts. Wait a minute, then try again."),
    }

    @override
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody makes himself an account."""
        return False

    @override
    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Leave the counting of wrong passwords to django-axes alone."""

    @override
    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Return the user; a disabled one is answered like one that does not exist."""
        user: User | None = super().authenticate(request, **credentials)
        if user is None:
            return None
        if not user.is_active or user.one_time_password_ran_out:
            self.authentication_failed(request, **credentials)
            return None
        return user

    @override
    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Keep which account was tried; a name that is nobody's is not kept."""
        typed = credentials.get("username") or ""
        known = User.objects.filter(username__iexact=typed)
        names = known.values_list("username", flat=True)
        journal.record(request, Action.SIGN_IN_FAILED, names)

    @override
    def login(self, request: HttpRequest, user: User) -> None:
        """Sign the user in and keep it: no entry in the journal, no session."""
        with transaction.atomic():
            super().login(request, user)
            journal.record(request, Action.SIGNED_IN, [user.username])
            Submission.objects.filter(user=user).outdated().delete()
            leaving.offer(request, user)
            if chosen := request.session.pop(CHOSEN_LANGUAGE, ""):
                user.language = chosen
                user.save(update_fields=["language"])

    @override
    def post_login(
        self, request: HttpRequest, user: User, **kwargs: Any
    ) -> HttpResponse:
        """Return where to go, in the user's own language."""
        response: HttpResponse = super().post_login(request, user, **kwargs)
        speak(response, user.language)
        return response

    @override
    def set_password(self, user: User, password: str) -> None:
        """Set the user's own password, which ends a one-time one, and keep that."""
        user.one_time_password_until = None
        with transaction.atomic():
            super().set_password(user, password)
            journal.record(
                self.request, Action.CHANGED, [user.username], fields=["password"]
            )

    @override
    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return the first page."""
        return str(settings.LOGIN_REDIRECT_URL)

    @override
    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Return whether to ask again: not right after signing in."""
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        return bool(time.time() - latest > JUST_SIGNED_IN_SECONDS)


def speak(response: HttpResponse, language: str) -> None:
    """Let the browser ask for the pages that follow in this language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        path=settings.LANGUAGE_COOKIE_PATH,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
        samesite="Strict",
    )


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors whose secrets are sealed with the keys outside the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Type the one shown now."),
    }

    @override
    def encrypt(self, text: str) -> str:
        """Return the secret sealed: key number, nonce and ciphertext in base64."""
        number = max(encryption_keys())
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = AESGCM(encryption_keys()[number]).encrypt(
            nonce, text.encode(), PURPOSE
        )
        return base64.b64encode(bytes([number]) + nonce + sealed).decode()

    @override
    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret; one that somebody changed does not open."""
        whole = base64.b64decode(encrypted_text)
        key = encryption_keys()[whole[0]]
        nonce, sealed = whole[1 : NONCE_BYTES + 1], whole[NONCE_BYTES + 1 :]
        return AESGCM(key).decrypt(nonce, sealed, PURPOSE).decode()
