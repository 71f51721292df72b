"""What all tests share: users, and databases for those that commit."""

from contextlib import contextmanager
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test.utils import setup_databases
from pytest_django.live_server_helper import LiveServer

from tests import databases
from tests.late import LateHandler


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Return the part of the test database's name that tells its migrations."""
    return databases.use_name_of_migrations()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment,
    django_db_modify_db_settings,
    django_db_createdb,
    django_db_blocker,
):
    """Make the test database, or take the kept one (`--create-db` makes it anew).

    Unlike pytest-django's own it does so where no test names `db` itself, too; without,
    `committed_db` would copy, and `user_as` write to, the database that people use.
    """
    with django_db_blocker.unblock():
        keep = not django_db_createdb
        setup_databases(verbosity=0, interactive=False, keepdb=keep)
        databases.drop_databases_without(django_db_modify_db_settings)


@pytest.fixture
def committed_db(django_db_setup, django_db_blocker):
    """Give the test a database of its own, in which it may commit.

    It is a fresh copy of the migrated one, dropped afterwards: nothing is flushed,
    which the journal would refuse. The default connection of every thread leads to
    it, so real parallel connections see each other's work. A thread that the test
    starts ends with `django.db.connections.close_all()`. A test asks either for
    `committed_db` (or `site`) or for `db`, never for both.
    """
    with django_db_blocker.unblock(), databases.copied_database():
        yield


@pytest.fixture
def site(committed_db):
    """Return the base URL of a running server on the test's own committed database."""
    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def demo_template(django_db_setup, django_db_blocker):
    """Return the name of a database filled by `manage.py demo`, made once a session."""
    with django_db_blocker.unblock():
        name = databases.copy_of(connection.settings_dict["NAME"])
        with databases.used(name):
            call_command("demo", stdout=StringIO())
    yield name
    with django_db_blocker.unblock():
        databases.drop(name)


@pytest.fixture
def demo_db(demo_template, django_db_blocker):
    """Give the test, like `committed_db`, its own copy of the demo's database."""
    with django_db_blocker.unblock(), databases.copied_database(demo_template):
        yield


@pytest.fixture
def demo_site(demo_db):
    """Return the base URL of a running server on the test's own copy of the demo."""
    with running_server() as url:
        yield url


@contextmanager
def running_server():
    """Return the URL of a server in a thread of ours; `tests/late.py` slows it."""
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = LateHandler
    server.start()
    yield server.url
    server.stop()


@pytest.fixture
def user_as(request):
    """Return a maker of users: `user_as(Role.SHELTER_WORKER, shelter=shelter)`.

    Further arguments are fields of the user. It has the language of the tests, English,
    and no password: sign in with `client.force_login(user)`. The rows are committed
    where the test asks for `committed_db` or `site`.
    """
    committed = {"committed_db", "demo_db"} & {*request.fixturenames}
    request.getfixturevalue(committed.pop() if committed else "db")
    users = get_user_model().objects

    def make(role, *, shelter=None, **fields):
        fields = {"username": f"{role}-{users.count() + 1}", "language": "en"} | fields
        user = users.create_user(role=role, **fields)
        user.shelters.set([shelter] if shelter else [])
        return user

    return make
