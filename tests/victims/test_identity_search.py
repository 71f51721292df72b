"""Finding a person by a name, a number or a phone, however it is spelt."""

import pytest
from django.db import connection

from accounts.choices import Role
from tests.factories import IdentityDocumentFactory, IdentityFactory, UserFactory
from victims.models import Identity, IdentityDocument
from victims.tokens import name_tokens


def found(typed):
    return Identity.objects.matching(typed).exists()


SPELLINGS = ["Əliyeva", "Aliyeva", "Алиева", "ƏLİYEVA", "ALIYEVA", "əliyeva"]


@pytest.mark.parametrize("typed", SPELLINGS)
@pytest.mark.parametrize("recorded", SPELLINGS)
def test_every_spelling_finds_every_other(db, recorded, typed):
    IdentityFactory(family_name=recorded)

    assert found(typed)


@pytest.mark.parametrize(
    ("recorded", "typed"),
    [
        ("Məmmədov", "Mammadov"),
        ("Məmmədov", "Мамедов"),
        ("Cəfərova", "Джафарова"),
        ("Cəfərova", "Jafarova"),
        ("Xəlilov", "Халилов"),
        ("Xəlilov", "Khalilov"),
        ("Quliyeva", "Гулиева"),
        ("Şükürova", "Шукюрова"),
        ("Çingiz", "Чингиз"),
        ("İlham", "Ильхам"),
        ("Əзиз", "Aziz"),
    ],
)
def test_a_name_is_found_across_alphabets(db, recorded, typed):
    IdentityFactory(family_name=recorded)

    assert found(typed) or Identity.objects.sounding_like(typed).exists()


@pytest.mark.parametrize("typed", ["Əli", "ali", "Алие", "Əliyev"])
def test_the_beginning_of_a_name_finds_it(db, typed):
    IdentityFactory(family_name="Əliyeva")

    assert found(typed)


@pytest.mark.parametrize("typed", ["Günay Əliyeva", "əliyeva gün", "Рашад Алиева"])
def test_words_in_any_order_find_a_person_who_has_them_all(db, typed):
    IdentityFactory(family_name="Əliyeva", given_name="Günay", father_name="Rəşad")

    assert found(typed)


@pytest.mark.parametrize("typed", ["Əliyeva Nigar", "liyeva", "Al", "", " ", "?!"])
def test_what_a_person_does_not_have_does_not_find_her(db, typed):
    IdentityFactory(family_name="Əliyeva", given_name="Günay")

    assert not found(typed)


@pytest.mark.parametrize("typed", ["Aleyva", "Алёва", "Eliyova"])
def test_a_slip_is_found_by_its_consonants(db, typed):
    IdentityFactory(family_name="Əliyeva")

    assert Identity.objects.sounding_like(typed).exists()


@pytest.mark.parametrize(
    "typed",
    [
        "+994506309413",
        "050 630 94 13",
        "(050) 630-94-13",
        "506309413",
        "Əli 0506309413",
    ],
)
def test_a_phone_is_found_as_it_is_dialled(db, typed):
    IdentityFactory(family_name="Əliyeva", phone="+994 50 630-94-13")

    assert found(typed)


@pytest.mark.parametrize("typed", ["55FYKFP", "55fykfp", "55 FYKFP", "55FУКFР"])
def test_a_personal_number_is_found(db, typed):
    IdentityFactory(personal_number="55FYKFP")

    assert found(typed)


@pytest.mark.parametrize("typed", ["AZE 12345678", "aze12345678", "АZЕ-12345678"])
def test_a_document_is_found(db, typed):
    IdentityDocumentFactory(number="AZE12345678")

    assert found(typed)


def test_a_void_document_finds_nobody(db):
    document = IdentityDocumentFactory(number="AZE12345678")
    document.void("of somebody else")

    assert not found("AZE12345678")


def test_a_changed_name_is_found_and_the_old_one_no_more(db):
    identity = IdentityFactory(family_name="Əliyeva")

    identity.family_name = "Quliyeva"
    identity.save()

    assert (found("Quliyeva"), found("Əliyeva")) == (True, False)


def test_a_document_saved_from_a_stale_page_keeps_the_new_name(db):
    document = IdentityDocumentFactory(identity__family_name="Əliyeva")
    fresh = Identity.objects.get()
    fresh.family_name = "Quliyeva"
    fresh.save()

    document.number = "C00000001"
    document.save()

    assert (found("Quliyeva"), found("Əliyeva")) == (True, False)


def test_a_name_and_a_number_that_look_alike_have_different_tokens(db):
    IdentityFactory(personal_number="Gunay", given_name="Nigar", father_name="")

    assert Identity.objects.sounding_like("Gunay").exists() is False


def test_tokens_say_nothing_without_the_key(db, settings, tmp_path):
    before = name_tokens("Əliyeva")

    settings.KEY_FILE = tmp_path / "keys.json"

    assert before.isdisjoint(name_tokens("Əliyeva"))


def test_a_search_goes_through_the_index(db):
    """Twenty thousand people: the plan reads the index, not the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO victims_victim (version, void_reason, code, role, sex,
                citizenship, referral_source, case_status)
            SELECT 1, '', 'many-' || n, 'victim', 'F', 'AZE', '', ''
            FROM generate_series(1, 20000) AS n
            """
        )
        cursor.execute(
            """
            INSERT INTO victims_identity (version, void_reason, phone_safety, row_key,
                victim_id, tokens)
            SELECT 1, '', '', gen_random_uuid(), id,
                ARRAY(SELECT (random() * 1e15)::bigint + id
                      FROM generate_series(1, 12))
            FROM victims_victim WHERE code LIKE 'many-%'
            """
        )
        cursor.execute("ANALYZE victims_identity")
    IdentityFactory(family_name="Əliyeva", phone="0506309413")

    for typed in ("Əliyeva", "Əliyeva 050 630 94 13", "Günay Əliyeva", "AZE 1234567"):
        plan = Identity.objects.matching(typed).explain()

        assert "identity_tokens" in plan
        assert "Seq Scan" not in plan


def test_an_identity_is_within_reach_of_roles_that_may_show_one(db):
    IdentityDocumentFactory()
    analyst = UserFactory(role=Role.POLICE_ANALYST)

    assert not Identity.objects.visible_to(analyst).exists()
    assert not IdentityDocument.objects.visible_to(analyst).exists()
