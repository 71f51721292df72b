"""Closed code lists of the first hour: what keeps a person safe tonight."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OfAge(TextChoices):
    """Whether a person is 18; one who may be younger is helped as a child."""

    ADULT = "adult", _("18 or over")
    CHILD = "child", _("under 18")
    UNSURE = "unsure", _("not sure")


class Language(TextChoices):
    """Languages that people in need of help speak here, each in the reader's own."""

    AZERBAIJANI = "az", _("Azerbaijani")
    RUSSIAN = "ru", _("Russian")
    ENGLISH = "en", _("English")
    TURKISH = "tr", _("Turkish")
    GEORGIAN = "ka", _("Georgian")
    PERSIAN = "fa", _("Persian")
    UZBEK = "uz", _("Uzbek")
    TAJIK = "tg", _("Tajik")
    TURKMEN = "tk", _("Turkmen")
    KYRGYZ = "ky", _("Kyrgyz")
    KAZAKH = "kk", _("Kazakh")
    UKRAINIAN = "uk", _("Ukrainian")
    ARABIC = "ar", _("Arabic")
    URDU = "ur", _("Urdu")
    SIGN = "sign", _("sign language")
    OTHER = "other", _("another language")


class Interpreter(TextChoices):
    """Whether somebody has to interpret."""

    NOT_NEEDED = "not_needed", _("not needed")
    NEEDED = "needed", _("needed")
    FOUND = "found", _("found")


class MedicalNeed(TextChoices):
    """How soon a doctor is needed; never why."""

    NOW = "now", _("yes, now")
    CAN_WAIT = "can_wait", _("it can wait")
    NONE = "none", _("no")
    DECLINED = "declined", _("did not want to answer")


class Answer(TextChoices):
    """An answer to a question that may be left open."""

    YES = "yes", _("yes")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("not known")
    DECLINED = "declined", _("did not want to answer")


class Guardian(TextChoices):
    """Who answers for a child, and whether that is safe."""

    SAFE = "safe", _("yes, and it is safe to tell them")
    UNSAFE = "unsafe", _("yes, but it is not safe to tell them")
    NONE = "none", _("no")
    UNKNOWN = "unknown", _("not known")


class Permit(TextChoices):
    """Whether a foreign citizen may stay in the country."""

    VALID = "valid", _("yes, valid")
    EXPIRED = "expired", _("expired")
    NONE = "none", _("none")
    UNKNOWN = "unknown", _("not known")


class WhyApart(TextChoices):
    """Why two entries that look alike are not one person."""

    SPOKEN_TO = "spoken_to", _("I know both persons")
    OTHER_BIRTH = "other_birth", _("another birth date")
    OTHER_NUMBER = "other_number", _("another document or number")
    RELATIVE = "relative", _("a relative")
    OTHER = "other", _("another reason")
