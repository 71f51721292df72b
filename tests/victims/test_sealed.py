"""Sealed values: open in their own row and column only, under any key of the file."""

import base64
import json
from datetime import date

import pytest
from cryptography.exceptions import InvalidTag
from django.core.exceptions import FieldError

from tests.factories import (
    IdentityDocumentFactory,
    IdentityFactory,
    StatusDecisionFactory,
    VictimFactory,
)
from victims import sealed
from victims.models import Identity

NAME = "Əliyeva"


def stored(field, row):
    """Return what the database holds of a field, still sealed."""
    rows = type(row).objects.filter(pk=row.pk)
    return rows.values_list(field, flat=True).get()


def store(field, row, value):
    """Write what the database holds of a field."""
    type(row).objects.filter(pk=row.pk).update(**{field: sealed.Sealed(value)})


@pytest.fixture
def identity(db):
    return Identity.objects.get(pk=IdentityFactory(family_name=NAME).pk)


def test_a_value_reads_as_it_was_written(identity):
    assert (identity.family_name, identity.birth_date) == (NAME, date(1995, 3, 17))


def test_the_database_holds_nothing_readable(identity):
    assert NAME.encode() not in bytes(stored("family_name", identity))


def test_a_value_not_recorded_is_empty(db):
    identity = Identity.objects.create(victim=VictimFactory(), phone="")

    identity.refresh_from_db()

    assert (identity.phone, identity.birth_date) == ("", None)
    assert Identity.objects.filter(phone__isnull=True).exists()


def test_one_name_twice_looks_different(db):
    one, two = IdentityFactory(), IdentityFactory()

    assert bytes(stored("family_name", one)) != bytes(stored("family_name", two))


def test_a_value_moved_to_another_row_does_not_open(identity):
    other = IdentityFactory()
    store("family_name", other, stored("family_name", identity))

    with pytest.raises(InvalidTag):
        _ = Identity.objects.get(pk=other.pk).family_name


def test_a_value_moved_to_another_column_does_not_open(identity):
    store("given_name", identity, stored("family_name", identity))

    with pytest.raises(InvalidTag):
        _ = Identity.objects.get().given_name


def test_a_value_with_a_flipped_bit_does_not_open(identity):
    value = bytearray(stored("family_name", identity))
    value[-1] ^= 1
    store("family_name", identity, bytes(value))

    with pytest.raises(InvalidTag):
        _ = Identity.objects.get().family_name


def test_a_value_that_does_not_open_can_be_written_anew(identity):
    store("family_name", identity, stored("given_name", identity))
    broken = Identity.objects.defer("tokens").get()

    broken.family_name = "Quliyeva"
    broken.save(update_fields=["family_name"])

    assert Identity.objects.get().family_name == "Quliyeva"


def test_an_unchanged_value_keeps_its_ciphertext(identity):
    before = bytes(stored("family_name", identity))

    identity.given_name = "Aygün"
    identity.save()

    assert bytes(stored("family_name", identity)) == before


@pytest.mark.parametrize("read_first", [True, False])
def test_a_value_set_to_what_it_was_keeps_its_ciphertext(identity, read_first):
    before = bytes(stored("family_name", identity))
    fresh = Identity.objects.get()
    if read_first:
        assert fresh.family_name

    fresh.family_name = NAME
    fresh.save()

    assert bytes(stored("family_name", identity)) == before


def test_a_value_read_anew_keeps_its_ciphertext(identity):
    before = bytes(stored("family_name", identity))

    identity.refresh_from_db()
    assert identity.family_name == NAME
    identity.save()

    assert bytes(stored("family_name", identity)) == before


def test_a_deferred_value_opens_and_keeps_its_ciphertext(identity):
    before = bytes(stored("family_name", identity))
    later = Identity.objects.defer("family_name").get()

    assert later.family_name == NAME
    later.save()
    assert bytes(stored("family_name", identity)) == before


def test_a_copy_in_history_opens(identity):
    identity.family_name = "Quliyeva"
    identity.save()

    names = [event.family_name for event in identity.events.order_by("pgh_id")]

    assert names == [NAME, "Quliyeva"]


def test_saving_what_did_not_change_leaves_no_trace_in_history(identity):
    fresh = Identity.objects.get()
    assert fresh.full_name()

    fresh.save()

    assert identity.events.count() == 1


def test_many_rows_made_at_once_are_sealed(db):
    rows = IdentityFactory.build_batch(2)
    for row in rows:
        row.victim.save()

    Identity.objects.bulk_create(rows)

    names = [identity.family_name for identity in Identity.objects.all()]
    assert names == [NAME, NAME]
    assert NAME.encode() not in bytes(stored("family_name", rows[0]))


def test_a_query_cannot_write_a_sealed_value(identity):
    with pytest.raises(FieldError):
        Identity.objects.update(phone="+994506309413")


def test_a_query_cannot_look_a_sealed_value_up(identity):
    with pytest.raises(FieldError):
        Identity.objects.filter(family_name=NAME)


def test_a_query_tells_recorded_from_not_recorded(identity):
    IdentityFactory(birth_date=None)

    assert Identity.objects.filter(birth_date__isnull=False).get() == identity


def test_documents_and_grounds_are_sealed_too(db):
    document = IdentityDocumentFactory(number="C01234567")
    decision = StatusDecisionFactory(grounds="indicators 3 and 7")

    number = stored("number", document)
    grounds = stored("grounds", decision)
    assert b"C01234567" not in bytes(number)
    assert b"indicators" not in bytes(grounds)


@pytest.fixture
def keys(settings, tmp_path):
    """Return a writer of the key file, by number."""

    def write(*numbers):
        file = tmp_path / f"keys-{max(numbers)}.json"
        made = {str(n): base64.b64encode(bytes([n]) * 32).decode() for n in numbers}
        file.write_text(json.dumps({"encryption": made, "token": {"1": made["1"]}}))
        file.chmod(0o600)
        settings.KEY_FILE = file

    return write


def test_after_a_rotation_the_old_key_opens_and_the_new_one_writes(db, keys):
    keys(1)
    identity = IdentityFactory(family_name=NAME)
    keys(1, 2)

    found = Identity.objects.get()
    assert found.family_name == NAME
    found.given_name = "Aygün"
    found.save()

    assert stored("family_name", identity)[1:2] == b"\x01"
    assert stored("given_name", identity)[1:2] == b"\x02"
    assert Identity.objects.get().given_name == "Aygün"
