"""How tests post the forms of cases, and what they read of the answers."""

from uuid import uuid4

from django.urls import reverse

from accounts.models import JournalEntry


def address(name, case, *args):
    return reverse(f"cases:{name}", args=[case.number, *args])


def post(client, url, **typed):
    return client.post(url, {"submission": uuid4(), **typed})


def errors(response):
    """Return what the form says, by field; what is said of the whole under ''."""
    found = response.context["form"].errors
    return {name.replace("__all__", ""): list(said) for name, said in found.items()}


def journal_of(action):
    entry = JournalEntry.objects.filter(action=action).latest("pk")
    return entry.codes, entry.fields
