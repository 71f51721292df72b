"""What a production start refuses, each with a message of its own."""

import os
import subprocess
import sys

import pytest

from tests.settings import BASE_DIR
from thb import keys, production

SECRET = "x" * 60


@pytest.fixture
def start(tmp_path):
    """Return a starter of `manage.py check` with the variables; it returns stderr."""
    key_file = tmp_path / "keys.json"
    keys.create_file(key_file, demo=False)

    def start(**variables):
        environment = {
            "PATH": os.environ["PATH"],
            "THB_VAR": str(tmp_path / "var"),
            "SECRET_KEY": SECRET,
            "KEY_FILE": str(key_file),
        } | variables
        done = subprocess.run(
            [sys.executable, "manage.py", "check"],
            check=False,
            cwd=BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stderr.strip().splitlines()[-1:]

    return start


def refusal(start, **variables):
    code, lines = start(**variables)
    assert code != 0
    return lines[0].removeprefix("django.core.exceptions.ImproperlyConfigured: ")


def test_a_safe_production_start_is_not_refused(start):
    assert start(PRODUCTION="1")[0] == 0


def test_a_start_that_says_nothing_is_a_production_start(start):
    assert refusal(start, SECRET_KEY="").startswith("SECRET_KEY is missing")


@pytest.mark.parametrize(
    ("variables", "beginning"),
    [
        ({"DEBUG": "1"}, "DEBUG=1 shows code and personal data"),
        ({"DEMO": "1"}, "DEMO=1 opens accounts with known passwords"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing, the default or too short"),
        (
            {"SECRET_KEY": production.DEFAULT_SECRET},
            "SECRET_KEY is missing, the default or too short",
        ),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is missing, the default or too short"),
        ({"KEY_FILE": "/missing/keys.json"}, "The key file /missing/keys.json is"),
        ({"DEBUG": "yes"}, "DEBUG is 'yes': set it to 1 or 0."),
    ],
)
def test_an_unsafe_production_start_is_refused(start, variables, beginning):
    assert refusal(start, PRODUCTION="1", **variables).startswith(beginning)


def test_the_key_file_of_a_demo_is_refused(start, tmp_path):
    path = tmp_path / "demo.json"
    keys.create_file(path, demo=True)

    assert refusal(start, KEY_FILE=str(path)) == (
        f"The key file {path} was made for a demo: production needs one of its own."
    )


def test_a_key_file_open_to_others_is_refused(start, tmp_path):
    path = tmp_path / "open.json"
    keys.create_file(path, demo=False)
    path.chmod(0o644)

    assert refusal(start, KEY_FILE=str(path)) == (
        f"The key file {path} is open to others: chmod 600 it."
    )


def test_a_database_with_demo_accounts_is_refused(settings, user_as):
    user_as("auditor", email=f"auditor@{production.DEMO_DOMAIN}")
    settings.PRODUCTION = True

    with pytest.raises(Exception, match="This database holds demo accounts"):
        production.refuse_demo_accounts()


def test_a_database_without_demo_accounts_is_not_refused(settings, user_as):
    user_as("auditor", email="auditor@register.example")
    settings.PRODUCTION = True

    assert production.refuse_demo_accounts() is None


def test_a_demo_may_hold_demo_accounts(user_as):
    user_as("auditor", email=f"auditor@{production.DEMO_DOMAIN}")

    assert production.refuse_demo_accounts() is None
