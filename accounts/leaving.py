"""A screen that is hidden: the session is locked, and what was open is kept.

While it is locked no page opens but the one that asks for the password.
"""

import json
from typing import Any, Final

from django.http import HttpRequest, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from accounts.models import LeftOpen, User

LOCKED: Final = "locked"
KEPT: Final = "kept"  # in the session: the pages with a form to be put back
HOME: Final = "/"
LONGEST_FORM: Final = 64_000  # characters
UNKNOWN: Final = -1  # which form of its page it is
OPEN_WHILE_LOCKED: Final = frozenset({"lock", "account_logout", "set_language"})


def is_locked(request: HttpRequest) -> bool:
    """Return whether the screen was hidden and not opened since."""
    return bool(request.session.get(LOCKED))


def lock(request: HttpRequest, user: User) -> None:
    """Hide the screen: keep the page and what was typed there."""
    page = own_page(request.POST.get("next", ""))
    typed = typed_form(request.POST.get("typed", ""))
    left = left_by(user)
    if not is_locked(request):
        left["page"] = page
    if typed:
        left["forms"][page.partition("?")[0]] = typed
    keep(user, left)
    request.session[LOCKED] = True


def own_page(page: str) -> str:
    """Return the page if it is one of ours, else the first one."""
    ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None)
    return page if ours and page.startswith(HOME) else HOME


def typed_form(text: str) -> dict[str, Any] | None:
    """Return the number of the form and its pairs; None for what cannot be read."""
    if not text or len(text) > LONGEST_FORM:
        return None
    try:
        typed = json.loads(text)
        pairs = [[str(name), str(value)] for name, value in typed["pairs"]]
        return {"form": int(typed["form"]), "pairs": pairs}
    except (KeyError, TypeError, ValueError):
        return None


def posted_form(post: QueryDict) -> dict[str, Any] | None:
    """Return the pairs of a posted form, but for passwords; its number is not known."""
    pairs = [
        [name, value]
        for name, values in post.lists()
        for value in map(str, values)
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]
    return typed_form(json.dumps({"form": UNKNOWN, "pairs": pairs}))


def unlock(request: HttpRequest, user: User) -> None:
    """Show pages again, and say on which of them a form can be put back."""
    request.session.pop(LOCKED, None)
    offer(request, user)


def offer(request: HttpRequest, user: User) -> None:
    """Let the session know the pages on which something typed was kept."""
    if forms := left_by(user)["forms"]:
        request.session[KEPT] = list(forms)


def left_by(user: User) -> dict[str, Any]:
    """Return the page that the user left, and the forms kept by page."""
    LeftOpen.objects.outdated().delete()
    found = LeftOpen.objects.filter(user=user).first()
    return found.read() if found else {"page": "", "forms": {}}


def keep(user: User, left: dict[str, Any]) -> None:
    """Keep what was left; of nothing nothing is kept."""
    if left["page"] or left["forms"]:
        row = LeftOpen.objects.filter(user=user).first() or LeftOpen(user=user)
        row.write(left)
    else:
        LeftOpen.objects.filter(user=user).delete()


def page_left(user: User) -> str:
    """Return the page that the user left, once; then the first page."""
    left = left_by(user)
    page = left["page"]
    if page:
        keep(user, left | {"page": ""})
    return page or HOME


def take(request: HttpRequest, user: User, page: str) -> dict[str, Any]:
    """Return what was typed on the page, once."""
    left = left_by(user)
    typed: dict[str, Any] = left["forms"].pop(page, {})
    keep(user, left)
    request.session[KEPT] = list(left["forms"])
    return typed
