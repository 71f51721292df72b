"""The key file: made for a demo, read by number, refused where it is not safe."""

import base64
import json
from multiprocessing import get_context

import pytest
from django.core.exceptions import ImproperlyConfigured

from thb import keys


@pytest.fixture
def key_file(settings, tmp_path):
    settings.KEY_FILE = tmp_path / "keys.json"
    return settings.KEY_FILE


def key(letter):
    return base64.b64encode(letter * 32).decode()


def write(path, content, mode=0o600):
    path.write_text(json.dumps(content))
    path.chmod(mode)


def test_a_demo_makes_its_keys_at_first_use_for_the_owner_alone(key_file):
    made = keys.encryption_keys()

    assert [len(key) for key in made.values()] == [32]
    assert key_file.stat().st_mode & 0o777 == 0o600


def test_the_keys_of_a_demo_stay_the_same(key_file):
    keys.create_file(key_file, demo=True)
    before = key_file.read_text()

    keys.create_file(key_file, demo=True)

    assert key_file.read_text() == before


def test_encryption_and_tokens_have_different_keys(key_file):
    assert keys.encryption_keys()[1] != keys.token_key()


def test_all_encryption_keys_are_read_by_number(key_file):
    encryption = {"1": key(b"a"), "2": key(b"b")}
    write(key_file, {"encryption": encryption, "token": {"1": key(b"c")}})

    assert keys.encryption_keys() == {1: b"a" * 32, 2: b"b" * 32}


def test_the_highest_token_key_is_the_one_in_use(key_file):
    tokens = {"9": key(b"c"), "10": key(b"d")}
    write(key_file, {"encryption": {"1": key(b"a")}, "token": tokens})

    assert keys.token_key() == b"d" * 32


def test_processes_that_start_at_once_make_one_file(key_file):
    with get_context("spawn").Pool(4) as pool:
        pool.starmap(create, [(key_file,)] * 8)

    assert sorted(path.name for path in key_file.parent.iterdir()) == [
        "keys.json",
        "keys.lock",
    ]


def create(path):
    keys.create_file(path, demo=True)


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"encryption": {"1": key(b"a")}},
        {"encryption": {}, "token": {"1": key(b"a")}},
        {"encryption": {"0": key(b"a")}, "token": {"1": key(b"a")}},
        {"encryption": {"256": key(b"a")}, "token": {"1": key(b"a")}},
        {"encryption": {"one": key(b"a")}, "token": {"1": key(b"a")}},
        {"encryption": {"1": "c2hvcnQ="}, "token": {"1": key(b"a")}},
        {"encryption": {"1": "not base64"}, "token": {"1": key(b"a")}},
    ],
)
def test_a_file_without_the_keys_is_refused(key_file, content):
    write(key_file, content)

    with pytest.raises(ImproperlyConfigured, match="needs, under each of encryption"):
        keys.encryption_keys()


def test_a_file_that_others_can_read_is_refused(key_file):
    keys.create_file(key_file, demo=False)
    key_file.chmod(0o640)

    with pytest.raises(ImproperlyConfigured, match="open to others"):
        keys.token_key()
