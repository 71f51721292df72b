"""Every page against every role: what each answers to a GET, in pages.txt.

To add a page, add a line to pages.txt: its URL name, then one status a role in the
order of the first line (`-` is 403). Every role's user of tests/access/world.py reaches
one person and one case, as far as his role reaches any; a page about a record of
another kind needs that record there, under the name that its URL name begins with.
"""

from pathlib import Path

import pytest
from django.test import Client

from accounts.choices import Role
from tests import databases
from tests.access.addresses import address, every_page, parts
from tests.access.world import World, world

HEAD, *LINES = (
    line.split()
    for line in (Path(__file__).parent / "pages.txt").read_text().splitlines()
    if line and not line.startswith("#")
)
TABLE = {name: dict(zip(HEAD, cells, strict=True)) for name, *cells in LINES}
FREE = {"account_login", "mfa_authenticate", "set_language"}
FOR_EVERYBODY = {
    "open:data",
    "open:series",
    "open:start",
    "open:year",
    "open:years",
}
REACH_ALL = {Role.ADMINISTRATOR, Role.POLICE_ANALYST}


def pages_with(*kinds):
    """Return the pages whose address has a part of one of the kinds."""
    return [name for name, route in every_page().items() if {*kinds} & {*parts(route)}]


@pytest.fixture(scope="module")
def places(django_db_setup, django_db_blocker):
    """Return two worlds that are made once, in a database of their own."""
    with django_db_blocker.unblock(), databases.copied_database():
        yield world(1), world(2)


@pytest.fixture(scope="module")
def clients(places):
    """Return a signed-in client of each role in each world."""
    return [
        {role: signed_in(user) for role, user in place.users.items()}
        for place in places
    ]


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def test_every_page_stands_in_the_table():
    assert sorted(TABLE) == sorted(every_page())


def test_the_table_names_every_role():
    assert [role.value for role in Role] == HEAD


@pytest.mark.parametrize("name", TABLE)
def test_the_page_answers_each_role_as_the_table_says(places, clients, name):
    page = address(name, places[0])

    answers = {role: clients[0][role].get(page).status_code for role in HEAD}

    assert answers == {
        role: int(cell.replace("-", "403")) for role, cell in TABLE[name].items()
    }


@pytest.mark.parametrize("name", TABLE)
def test_whoever_may_not_open_the_page_may_not_post_to_it(places, clients, name):
    page = address(name, places[0])
    refused = [role for role, cell in TABLE[name].items() if cell == "-"]

    answers = {clients[0][role].post(page).status_code for role in refused}

    assert answers <= {403, 405}


@pytest.mark.parametrize("name", sorted(set(TABLE) - FREE - FOR_EVERYBODY))
def test_whoever_is_not_signed_in_is_led_away(places, name):
    response = Client().get(address(name, places[0]))

    led_to = response.headers.get("Location", "").split("?")[0]
    assert (response.status_code, led_to) in {(302, "/account/login/"), (302, "/")}


@pytest.mark.parametrize("name", sorted(FOR_EVERYBODY))
def test_a_public_page_answers_whoever_asks_as_it_answers_each_role(
    places, clients, name
):
    page = address(name, places[0])

    anonymous = Client().get(page)

    assert str(anonymous.status_code) == TABLE[name]["auditor"]
    assert not set(anonymous.cookies) & {"sessionid", "__Host-sessionid"}


def roles_that_open(name):
    """Return the roles that open the page, but those that reach every record."""
    cells = TABLE[name].items()
    return [role for role, cell in cells if cell == "200" and role not in REACH_ALL]


@pytest.mark.parametrize("name", pages_with("code", "number"))
@pytest.mark.parametrize("verb", ["get", "post"])
def test_the_page_is_not_found_beyond_reach(places, clients, name, verb):
    page = address(name, places[0])
    strangers = [clients[1][role] for role in roles_that_open(name)]

    answers = {getattr(client, verb)(page).status_code for client in strangers}

    assert answers <= {404, 405}


@pytest.mark.parametrize(
    "name", sorted({*pages_with("code", "number")} & {*pages_with("pk")})
)
@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_record_of_another_file_is_not_found(places, clients, name, verb):
    here, there = places
    page = address(name, World(here.users, there.keys, here.code, here.number))
    openers = [role for role, cell in TABLE[name].items() if cell == "200"]
    not_there = {404} if verb == "get" else {404, 405}

    answers = {getattr(clients[0][role], verb)(page).status_code for role in openers}

    assert answers <= not_there
