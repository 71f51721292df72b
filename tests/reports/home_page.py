"""What the first page shows, for its tests."""

from datetime import timedelta

from django.urls import reverse
from django.utils.timezone import localdate

ADDRESS = reverse("home")


def ago(days):
    return localdate() - timedelta(days=days)


def block(client, template):
    """Return what the block of this template shows."""
    context = client.get(ADDRESS).context
    blocks = [*context["main"], *context["side"]]
    (found,) = [one for one in blocks if one.template == f"reports/blocks/{template}"]
    return found.shown


def templates(client):
    context = client.get(ADDRESS).context
    blocks = [*context["main"], *context["side"]]
    return [one.template.split("/")[-1].split(".")[0] for one in blocks]


def numbers(client, template="numbers.html"):
    return {str(one.text): one for one in block(client, template)["numbers"]}


def length(client, address):
    return len(client.get(address).context["page"].records)
