"""Walks what a signed-in user can open, and looks for words that must not be there."""

import re
from collections import Counter
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.urls import get_resolver

from accounts.gate import pages

LINK = re.compile(r"""(?:href|action|src)=["']([^"'#]+)""")
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
ENOUGH = 3
NOT_WALKED = ("/account/", "/admin/", "/static/", "/language/", "/users/")


def addresses(known):
    """Return the address of every page of the register, its parts filled in."""
    found = set()
    for _name, route, _view in pages(get_resolver().url_patterns):
        filled = PART.sub(lambda part: str(known.get(part[1] or part[2], "1")), route)
        found.add("/" + re.sub(r"[\^$\\]", "", filled).lstrip("/"))
    return found


def walked(client, start):
    """Return status and text of every answer, following links from `start`.

    Of addresses that differ in their numbers, filters or orders only a few are asked.
    """
    waiting, asked, answers = sorted(start), Counter(), {}
    while waiting:
        address = waiting.pop(0)
        shape = re.sub(r"\d+", "1", urlsplit(address).path)
        if address in answers or shape.startswith(NOT_WALKED) or asked[shape] >= ENOUGH:
            continue
        asked[shape] += 1
        response = client.get(address)
        text = unescape(b"".join(response).decode("utf-8", "replace"))
        answers[address] = (response.status_code, text)
        if response.status_code < 400:
            onward = [*LINK.findall(text), response.get("Location", "")]
            waiting += [target for link in onward if (target := inside(address, link))]
    return answers


def inside(address, link):
    """Return the address that a link leads to, or nothing for another site."""
    target = urlsplit(urljoin(address, unescape(link)))
    if target.netloc or target.scheme or not target.path:
        return ""
    return target.path + (f"?{target.query}" if target.query else "")


def leaks(answers, secrets):
    """Return which secret stands on which page, whatever its case or blanks."""
    folded = {name: "".join(text.lower().split()) for name, text in secrets.items()}
    return [
        (address, name)
        for address, (_status, text) in answers.items()
        for name, secret in folded.items()
        if secret in "".join(text.lower().split())
    ]
