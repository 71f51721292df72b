"""Closed code lists of criminal cases; values are the codes of the exchange."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaseStage(TextChoices):
    """How far a criminal case has come."""

    MATERIAL = "material", _("material")
    OPENED = "opened", _("case opened")
    SUSPECT = "suspect", _("suspect")
    ACCUSED = "accused", _("accused")
    WANTED = "wanted", _("wanted")
    DETAINED = "detained", _("detained")
    INVESTIGATION_COMPLETED = "investigation_completed", _("investigation completed")
    SENT_TO_COURT = "sent_to_court", _("sent to court")
    CONVICTED = "convicted", _("convicted")
    ACQUITTED = "acquitted", _("acquitted")
    TERMINATED = "terminated", _("terminated")
    APPEAL = "appeal", _("appeal")
    IN_FORCE = "in_force", _("in force")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class AccusedRole(TextChoices):
    """What an accused person did, after HTCDS."""

    RECRUITER = "recruiter", _("recruiter or intermediary")
    TRANSPORTER = "transporter", _("transporter")
    TRAVELLING_PARTNER = "travelling_partner", _("travelling partner")
    BROKER = "broker", _("broker or travel agent")
    TRANSFERRED = "transferred", _("transferred people")
    HARBOURED = "harboured", _("harboured people")
    SOLD = "sold", _("sold people")
    BOUGHT = "bought", _("bought people")
    RECEIVED = "received", _("received people")
    CONTROLLED = "controlled", _("controlled people")
    SMUGGLER = "smuggler", _("smuggler")
    ABUSER = "abuser", _("abuser")
    KIDNAPPER = "kidnapper", _("kidnapper")
    EXPLOITER = "exploiter", _("exploiter")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ContactKind(TextChoices):
    """How an accused person is reached."""

    PHONE = "phone", _("phone")
    HANDLE = "handle", _("name on a network, nickname")


class VerdictResult(TextChoices):
    """What a court decided on an accused person."""

    GUILTY = "guilty", _("guilty")
    ACQUITTED = "acquitted", _("acquitted")
    TERMINATED = "terminated", _("terminated")


class WantedOutcome(TextChoices):
    """How a wanted notice was closed; blank while the person is still wanted."""

    DETAINED = "detained", _("detained")
    WITHDRAWN = "withdrawn", _("withdrawn")
    DECEASED = "deceased", _("deceased")
