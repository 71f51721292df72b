"""What the tests of registering share: a search, a draft, answers."""

from tests.shelter import address
from victims.models import Draft

ANSWERS = {
    "family_name": "Əliyeva",
    "given_name": "Leyla",
    "first_contact_on": "4/6/2019",
    "sex": "F",
    "of_age": "adult",
    "citizenship": "AZE",
    "language": "az",
    "role": "victim",
}
SHOWN = {"shown": ["child", "foreign", "agreement", "agreement-child"]}


def search(client, text="Əliyeva Leyla"):
    """Search; return the answer, which leads to a new draft."""
    return client.post(address("victims:new"), {"text": text})


def begun(client, text="Əliyeva Leyla"):
    """Search, and return the draft that begins."""
    search(client, text)
    return Draft.objects.latest("pk")


def type_in(client, draft, **answers):
    """Post the page of the draft with every part on it, as a script has drawn it."""
    return client.post(address("victims:draft", draft.key), ANSWERS | SHOWN | answers)


def check(client, draft, **seen):
    """Press the button that registers."""
    return client.post(address("victims:draft_check", draft.key), seen)


def registered(client, text="Əliyeva Leyla", **answers):
    """Search, answer, register; return the last answer."""
    draft = begun(client, text)
    type_in(client, draft, **answers)
    seen = client.get(address("victims:draft_check", draft.key)).context["likenesses"]
    return check(client, draft, seen=[one.victim.code for one in seen])
