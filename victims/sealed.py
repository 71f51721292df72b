"""Text and days that only this application can read: AES-256-GCM, bound to their row.

A sealed value is a version byte, the key's number, a random nonce and the ciphertext.
The field's purpose and the row's random key are bound in, so that a ciphertext moved to
another column or row does not open.
"""

import os
import uuid
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final, override

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.exceptions import FieldError
from django.db import models

from thb.keys import encryption_keys

VERSION: Final = 1
NONCE_BYTES: Final = 12
HEAD_BYTES: Final = 2


class Sealed(bytes):
    """A sealed value as it stands in the database."""

    __slots__ = ()


@cache
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def seal(text: str, purpose: str, row_key: uuid.UUID) -> Sealed:
    """Return `text` sealed with the newest key for this purpose and row."""
    return seal_bytes(text.encode(), purpose, row_key)


def seal_bytes(content: bytes, purpose: str, row_key: uuid.UUID) -> Sealed:
    """Return a file's content sealed with the newest key for this purpose and row."""
    keys = encryption_keys()
    number = max(keys)
    head, nonce = bytes([VERSION, number]), os.urandom(NONCE_BYTES)
    bound = head + purpose.encode() + row_key.bytes
    return Sealed(head + nonce + _cipher(keys[number]).encrypt(nonce, content, bound))


def unseal(sealed: Sealed, purpose: str, row_key: uuid.UUID) -> str:
    """Return the text; `InvalidTag` where it was sealed for another purpose or row."""
    return unseal_bytes(sealed, purpose, row_key).decode()


def unseal_bytes(sealed: bytes, purpose: str, row_key: uuid.UUID) -> bytes:
    """Return the content; `InvalidTag` where it was sealed for another row."""
    start = HEAD_BYTES + NONCE_BYTES
    bound = sealed[:HEAD_BYTES] + purpose.encode() + row_key.bytes
    nonce = sealed[HEAD_BYTES:start]
    key = encryption_keys()[sealed[1]]
    return _cipher(key).decrypt(nonce, sealed[start:], bound)


class SealedAttribute:
    """Opens a sealed value the first time somebody reads it."""

    def __init__(self, field: "SealedField[Any]") -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type | None = None) -> Any:
        """Return the open value; the descriptor itself on the class."""
        if row is None:
            return self
        name = self.field.attname
        if name not in row.__dict__:  # deferred
            closed = type(row)._base_manager.filter(pk=row.pk)
            row.__dict__[name] = closed.values_list(name, flat=True).get()
        value = row.__dict__[name]
        if isinstance(value, Sealed):
            row.__dict__[self.field.closed] = value
            text = unseal(value, self.field.purpose, row_key_of(row))
            value = row.__dict__[name] = self.field.read(text)
        return value

    def __set__(self, row: models.Model, value: Any) -> None:
        """Keep what was assigned; it is sealed when the row is saved."""
        before = row.__dict__.get(self.field.attname)
        if isinstance(before, Sealed):
            row.__dict__[self.field.closed] = before
        row.__dict__[self.field.attname] = value


def row_key_of(row: Any) -> uuid.UUID:
    """Return the random key of a row with sealed fields."""
    key: uuid.UUID = row.row_key
    return key


class SealedField[T](models.TextField[T | None, T | None]):
    """A value sealed at rest, in a `SealedRow`. It cannot be looked up or updated."""

    read: Callable[[str], T]
    nothing: T | None

    def __init__(self, *args: Any, purpose: str = "", **kwargs: Any) -> None:
        self.purpose = purpose
        super().__init__(*args, **kwargs)

    @property
    def closed(self) -> str:
        """Return where a row remembers the sealed value that it was read from."""
        return f"_sealed_{self.attname}"

    @override
    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "purpose": self.purpose}

    @override
    def get_internal_type(self) -> str:
        return "BinaryField"

    @override
    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, SealedAttribute(self))

    @override
    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        """Return the sealed value; the very same one where the text is unchanged."""
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        if not (text := self.write(value)):
            return None
        sealed = self.sealed_before(model_instance, text)
        sealed = sealed or seal(text, self.purpose, row_key_of(model_instance))
        model_instance.__dict__[self.closed] = sealed
        return sealed

    def sealed_before(self, row: models.Model, text: str) -> Sealed | None:
        """Return the sealed value that the row was read with, if it says `text`."""
        before = row.__dict__.get(self.closed)
        try:
            same = before and unseal(before, self.purpose, row_key_of(row)) == text
        except InvalidTag:  # it was sealed for another row, and is written anew
            return None
        return before if same else None

    def write(self, value: T) -> str:
        """Return the text that stands for `value`."""
        return str(value)

    @override
    def get_db_prep_value(
        self, value: Any, connection: Any, prepared: bool = False
    ) -> Any:
        if value is None or isinstance(value, Sealed):
            return None if value is None else connection.Database.Binary(value)
        raise FieldError(f"{self.name} is sealed for its row: save the record itself.")

    @override
    def get_prep_value(self, value: Any) -> Any:
        return value

    def from_db_value(
        self, value: bytes | None, _expression: object, _connection: object
    ) -> Sealed | T | None:
        """Return the sealed value, still closed; or what stands for "not recorded"."""
        return self.nothing if value is None else Sealed(value)

    @override
    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} is sealed: search its tokens.")
        return super().get_lookup(lookup_name)


class SealedTextField(SealedField[str]):
    """Text sealed at rest; text not recorded is read as empty."""

    read = staticmethod(str)
    nothing = ""


class SealedDateField(SealedField[date]):
    """A day sealed at rest."""

    read = staticmethod(date.fromisoformat)
    nothing = None

    @override
    def write(self, value: date) -> str:
        return value.isoformat()

    @override
    def to_python(self, value: Any) -> Any:
        return models.DateField().to_python(value)

    @override
    def formfield(self, **kwargs: Any) -> Any:
        return models.DateField(self.verbose_name, blank=self.blank).formfield(**kwargs)


class SealedRow(models.Model):
    """A row with sealed fields: its random key is bound into each of them."""

    row_key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True

    @classmethod
    def sealed_fields(cls) -> list[SealedField[Any]]:
        """Return the sealed fields of this model."""
        return [field for field in cls._meta.fields if isinstance(field, SealedField)]

    @override
    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Read the row anew; a sealed value follows when somebody reads it."""
        super().refresh_from_db(*args, **kwargs)
        for field in self.sealed_fields():
            self.__dict__.pop(field.attname, None)
            self.__dict__.pop(field.closed, None)
