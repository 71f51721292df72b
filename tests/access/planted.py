"""A world whose people have names, places and numbers found nowhere else, and a search.

What is found is compared without case, blanks and signs, as people would read it.
"""

import re
import zipfile
from io import BytesIO

from django.db.models import Model

from reference.models import Shelter
from tests.access.world import World, world
from tests.factories import IdentityDocumentFactory, IdentityFactory
from victims.models import Identity, Note, NoteText, Victim

SECRETS = {
    "family name": "Məmmədquluzadə",
    "given name": "Gülşənbəyim",
    "father's name": "Ağakişiqızı",
    "personal number": "7QX4Z9K",
    "phone": "+994 55 987 65 41",
    "address": "Nizami küçəsi 203",
    "document": "AZE77120094",
    "shelter": "Nərgiz evi",
    "code of the shelter": "SHELTER-NN77",
    "note": "sevdiyi mahnını oxudu",
}
CODE = SECRETS["code of the shelter"] + "-{}"
NUMBERS = (SECRETS["personal number"], "8QX4Z9K", "9QX4Z9K")
TOLD = {
    "family_name": SECRETS["family name"],
    "given_name": SECRETS["given name"],
    "father_name": SECRETS["father's name"],
    "phone": SECRETS["phone"],
    "address": SECRETS["address"],
}


def planted_world() -> World:
    """Return a world in which every person, shelter and note tells the secrets."""
    place = world()
    for victim in Victim.objects.filter(identity=None):
        IdentityFactory(victim=victim)
    for number, identity in enumerate(Identity.objects.all()):
        change(identity, **TOLD, personal_number=NUMBERS[number])
        IdentityDocumentFactory(identity=identity, number=SECRETS["document"])
    for number, shelter in enumerate(Shelter.objects.all()):
        change(shelter, name=SECRETS["shelter"], code=CODE.format(number))
    for note in Note.objects.all():
        NoteText.objects.create(
            note=note, number=2, text=SECRETS["note"], written_by=note.author
        )
    return place


def change(record: Model, **values: str) -> None:
    """Save the record with these values."""
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def words_of(response) -> str:
    """Return what an answer says: its text, and that of each part of a workbook."""
    content = b"".join(response)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as book:
            content = b"\n".join(book.read(name) for name in book.namelist())
    return content.decode("utf-8", "replace")


def folded(text: str) -> str:
    """Return letters and digits only, small."""
    return re.sub(r"[\W_]", "", text.lower())


def secrets_in(text: str) -> list[str]:
    """Return the names of the secrets that the text tells."""
    read = folded(text)
    return [name for name, secret in SECRETS.items() if folded(secret) in read]
