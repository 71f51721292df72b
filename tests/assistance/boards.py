"""What the tests of the bed board share: beds of the shelter, and what a page says."""

from django.utils.timezone import localdate

from assistance.models import Bed
from tests.factories import BedFactory, PlacementFactory, RoomFactory, VictimFactory
from tests.shelter import address

BOARD = address("beds:board")


def beds_of(shelter, count, **facts):
    """Return new beds of one room, numbered from 1."""
    room = RoomFactory(shelter=shelter, name="Room 1", **facts)
    return [
        BedFactory(shelter=shelter, room=room, number=str(number + 1))
        for number in range(count)
    ]


def lodged(bed, **facts):
    """Return the stay of somebody who came into the bed today."""
    facts = {"victim": VictimFactory(), "admitted_on": localdate()} | facts
    return PlacementFactory(bed=bed, shelter=bed.shelter, **facts)


def board(client, **query):
    """Return the board of the page."""
    return client.get(BOARD, query).context["board"]


def states(client):
    """Return the state of each bed on the board, by its number."""
    tiles = board(client).tiles
    return {tile.bed.number: str(tile.state) for tile in tiles}


def undo(client, **answers):
    """Take the last act back, as its button on the board does."""
    (done, *_others) = client.get(BOARD).context["acts"]
    page = address("beds:undo", done.act.pk)
    return client.post(page, answers, follow=True)


def said(response):
    """Return the messages of a page."""
    return [str(message) for message in response.context["messages"]]


def free_numbers():
    """Return the numbers of the beds that are free."""
    return sorted(Bed.objects.free().values_list("number", flat=True))
