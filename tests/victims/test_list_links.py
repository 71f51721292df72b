"""The links of a list: each changes its own part of the address and keeps the rest."""

import re
from html import unescape
from urllib.parse import parse_qs

from tests.factories import VictimFactory

LIST = "/people/"


def links(page, selector):
    """Return the queries of the links that match a pattern of their tags."""
    return [parse_qs(unescape(q)) for q in re.findall(selector, page.text)]


def test_the_links_of_a_list_keep_its_filters(client, manager, shelter):
    people = VictimFactory.create_batch(30, registered_at=shelter, sex="F")

    page = client.get(LIST, {"sex": "F", "citizenship": "AZE", "sort": "code"})

    chips = links(page, r'class="chip" href="\?([^"]+)"')
    onward = links(page, r'rel="next" href="\?([^"]+)"')
    sorting = links(page, r'aria-sort="ascending"><a href="\?([^"]+)"')
    both = {"sex": ["F"], "citizenship": ["AZE"]}
    code = ["code"]
    assert chips == [
        {"citizenship": ["AZE"], "sort": code},
        {"sex": ["F"], "sort": code},
    ]
    assert onward == [both | {"sort": code, "after": [str(people[24].pk)]}]
    assert sorting == [both | {"sort": ["-code"]}]
