"""Help: each role reads its own tasks, and the first visit is explained once."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.choices import Role
from reports.helping.tasks import TASKS
from tests.shelter import queries

HELP, HOME = reverse("help:page"), reverse("home")


@pytest.fixture
def as_role(client, user_as):
    def as_role(role):
        client.force_login(user_as(role))
        return client

    return as_role


@pytest.mark.parametrize(
    ("role", "slugs"),
    [
        (
            Role.SHELTER_WORKER,
            (
                "arrive due register draft beds name place refer answer prepare"
                " later write hand-over"
            ),
        ),
        (
            Role.SHELTER_MANAGER,
            (
                "arrive due register draft beds name place refer answer prepare pay"
                " later write hand-over"
            ),
        ),
        (Role.ASSISTANCE_WORKER, "arrive due name refer answer later write hand-over"),
        (Role.POLICE_INVESTIGATOR, "arrive case"),
        (Role.POLICE_ANALYST, "arrive case compare year"),
        (
            Role.ADMINISTRATOR,
            (
                "arrive due approve case compare year returns appeals"
                " exchange freeze report text standards accounts"
            ),
        ),
        (Role.AUDITOR, "arrive journal"),
        (Role.SYSTEM_ADMINISTRATOR, "arrive accounts"),
    ],
)
def test_each_role_reads_its_own_tasks(as_role, role, slugs):
    tasks = as_role(role).get(HELP).context["tasks"]

    assert [task["slug"] for task in tasks] == slugs.split()


@pytest.mark.parametrize("role", Role)
def test_the_page_of_each_task_opens(as_role, role):
    client = as_role(role)

    tasks = client.get(HELP).context["tasks"]

    answers = {client.get(reverse(task["page"]), follow=True) for task in tasks}
    assert {answer.status_code for answer in answers} == {200}


def test_every_task_is_somebodys():
    assert len({task.slug for task in TASKS}) == len(TASKS)


def test_help_takes_no_query_of_its_own(as_role):
    assert queries(as_role(Role.SHELTER_MANAGER), HELP) == 2


def test_every_page_leads_to_help(as_role):
    page = as_role(Role.AUDITOR).get(reverse("journal"))

    assert f'href="{HELP}"' in page.text


def test_the_first_visit_is_explained_on_the_start_page_only(as_role):
    client = as_role(Role.AUDITOR)

    assert 'id="welcome"' in client.get(HOME).text
    assert 'id="welcome"' not in client.get(HELP).text


def test_the_first_visit_is_closed_for_good(as_role, django_user_model):
    client = as_role(Role.AUDITOR)

    assert client.post(reverse("help:close")).url == HOME

    assert 'id="welcome"' not in client.get(HOME).text
    again = Client()
    again.force_login(django_user_model.objects.get())
    assert 'id="welcome"' not in again.get(HOME).text
