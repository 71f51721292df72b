"""What a production start refuses, each with a message of its own."""

from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured

from thb import keys

DEFAULT_SECRET: Final = "django-insecure-for-a-demo-at-home"  # noqa: S105 - refused
SECRET_CHARACTERS: Final = 50
DEMO_DOMAIN: Final = "demo.invalid"  # of the addresses of all demo accounts


def refuse_unsafe_settings(
    *, debug: bool, demo: bool, secret: str, key_file: Path
) -> None:
    """Raise ImproperlyConfigured at the first setting that only suits a demo."""
    if debug:
        raise ImproperlyConfigured(
            "DEBUG=1 shows code and personal data to whoever meets an error: "
            "a production start needs DEBUG=0."
        )
    if demo:
        raise ImproperlyConfigured(
            "DEMO=1 opens accounts with known passwords and waives the second factor: "
            "a production start needs DEMO=0."
        )
    if secret == DEFAULT_SECRET or len(secret) < SECRET_CHARACTERS:
        raise ImproperlyConfigured(
            "SECRET_KEY is missing, the default or too short: set it to "
            f"{SECRET_CHARACTERS} random characters or more "
            "(for a demo on your own machine set DEMO=1)."
        )
    keys.refuse_unsafe_file(key_file)


def refuse_demo_accounts() -> None:
    """Raise ImproperlyConfigured where a production database holds demo accounts."""
    if not settings.PRODUCTION:
        return
    left = get_user_model().objects.filter(
        is_active=True, email__endswith=f"@{DEMO_DOMAIN}"
    )
    if left.exists():
        raise ImproperlyConfigured(
            "This database holds demo accounts, whose passwords everybody knows: "
            "production needs a database of its own."
        )
