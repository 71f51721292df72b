"""Closed code lists of the victim's file; values are the codes of the exchange."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PersonRole(TextChoices):
    """Why a person stands in the register; only victims are counted."""

    VICTIM = "victim", _("victim")
    WITNESS = "witness", _("witness")


class CaseStatus(TextChoices):
    """Where the help to a person stands."""

    ACTIVE = "active", _("active")
    FOLLOW_UP = "follow_up", _("follow-up")
    CLOSED = "closed", _("closed")
    CLOSED_REFERRED = "closed_referred", _("closed, referred elsewhere")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Status(TextChoices):
    """What a deciding body said of a person, after HTCDS (possible, actual, not)."""

    PRESUMED = "presumed", _("presumed")
    IDENTIFIED = "identified", _("formally identified")
    NOT_CONFIRMED = "not_confirmed", _("not confirmed")
    WITHDRAWN = "withdrawn", _("withdrawn")


class DecidingBody(TextChoices):
    """Who decides on a person's status."""

    POLICE = "police", _("police")
    COURT_OR_PROSECUTION = "court_or_prosecution", _("court or prosecution")
    GOVERNMENT = "government", _("other government body")
    NGO = "ngo", _("non-governmental organisation")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ReferralSource(TextChoices):
    """Who first brought a person to attention."""

    POLICE = "police", _("police")
    OTHER_POLICE = "other_police", _("other police units")
    HOTLINE = "hotline", _("hotline 152")
    PROSECUTOR = "prosecutor", _("prosecutor")
    BORDER_SERVICE = "border_service", _("border service")
    MIGRATION_SERVICE = "migration_service", _("migration service")
    SECURITY_SERVICE = "security_service", _("security service")
    CONSULATE = "consulate", _("consulate")
    FOREIGN_AUTHORITY = "foreign_authority", _("foreign authority")
    ASSISTANCE_CENTRE = "assistance_centre", _("assistance centre")
    HEALTH = "health", _("health care")
    SCHOOL = "school", _("school")
    LABOUR_INSPECTION = "labour_inspection", _("labour inspection")
    LOCAL_EXECUTIVE = "local_executive", _("local executive authority")
    NGO = "ngo", _("non-governmental organisation")
    IOM = "iom", _("International Organization for Migration")
    FAMILY = "family", _("family")
    SELF = "self", _("the person")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class ExploitationType(TextChoices):
    """Forms of exploitation, after HTCDS and article 1.0.1 of the law."""

    SEXUAL_EXPLOITATION = "sexual_exploitation", _("sexual exploitation")
    FORCED_LABOUR = "forced_labour", _("forced labour")
    FORCED_BEGGING = "forced_begging", _("forced begging")
    CHILD_LABOUR = "child_labour", _("child labour")
    SERVITUDE = "servitude", _("servitude")
    SLAVERY = "slavery", _("slavery and similar practices")
    FORCED_MARRIAGE = "forced_marriage", _("forced marriage")
    FORCED_CRIMINALITY = "forced_criminality", _("forced criminality")
    ORGAN_REMOVAL = "organ_removal", _("organ or tissue removal")
    BIOMEDICAL_RESEARCH = "biomedical_research", _("unlawful biomedical research")
    SURROGACY = "surrogacy", _("forced surrogacy")
    FORCED_ADOPTION = "forced_adoption", _("forced adoption")
    FORCED_MILITARY_SERVICE = "forced_military_service", _("forced military service")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class SexualSubtype(TextChoices):
    """Kinds of sexual exploitation, after HTCDS."""

    PROSTITUTION = "prostitution", _("prostitution")
    PORNOGRAPHY = "pornography", _("pornography")
    REMOTE_INTERACTIVE_SERVICES = (
        "remote_interactive_services",
        _("remote interactive services"),
    )
    PRIVATE_SEXUAL_SERVICES = "private_sexual_services", _("private sexual services")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Sector(TextChoices):
    """Sections of the industrial classification ISIC Rev. 4."""

    A = "A", _("agriculture, forestry and fishing")
    B = "B", _("mining and quarrying")
    C = "C", _("manufacturing")
    D = "D", _("electricity and gas")
    E = "E", _("water and waste")
    F = "F", _("construction")
    G = "G", _("trade and repair")
    H = "H", _("transport and storage")
    I = "I", _("accommodation and food")  # noqa: E741 - the letter of the section
    J = "J", _("information and communication")
    K = "K", _("finance and insurance")
    L = "L", _("real estate")
    M = "M", _("professional services")
    N = "N", _("administrative and support services")
    O = "O", _("public administration")  # noqa: E741 - the letter of the section
    P = "P", _("education")
    Q = "Q", _("health and social work")
    R = "R", _("arts and recreation")
    S = "S", _("other services")
    T = "T", _("work in households")
    U = "U", _("international organisations")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Means(TextChoices):
    """Means of trafficking (article 1.0.1) and means of control (HTCDS), together."""

    THREATS = "threats", _("threats")
    FORCE = "force", _("force")
    COERCION = "coercion", _("other coercion")
    ABDUCTION = "abduction", _("abduction")
    FRAUD = "fraud", _("fraud")
    DECEPTION = "deception", _("deception")
    FALSE_PROMISES = "false_promises", _("false promises")
    ABUSE_OF_POWER = "abuse_of_power", _("abuse of power or influence")
    ABUSE_OF_VULNERABILITY = "abuse_of_vulnerability", _("abuse of vulnerability")
    PAYMENTS_TO_CONTROLLER = (
        "payments_to_controller",
        _("payments to a person in control"),
    )
    NONE_NEEDED = "none_needed", _("none needed: a child")
    DEBT_BONDAGE = "debt_bondage", _("debt bondage")
    TAKES_EARNINGS = "takes_earnings", _("earnings taken")
    RESTRICTS_FINANCIAL_ACCESS = (
        "restricts_financial_access",
        _("access to money restricted"),
    )
    THREAT_OF_LAW_ENFORCEMENT = (
        "threat_of_law_enforcement",
        _("threat of the police or deportation"),
    )
    THREATENS_FAMILY = "threatens_family", _("children or family threatened or used")
    PSYCHOLOGICAL_ABUSE = "psychological_abuse", _("psychological abuse")
    PHYSICAL_ABUSE = "physical_abuse", _("physical abuse")
    SEXUAL_ABUSE = "sexual_abuse", _("sexual abuse")
    SUBSTANCES = "substances", _("psychoactive substances")
    RESTRICTS_MOVEMENT = "restricts_movement", _("movement restricted")
    RESTRICTS_MEDICAL_CARE = "restricts_medical_care", _("medical care restricted")
    EXCESSIVE_HOURS = "excessive_hours", _("excessive working hours")
    WITHHOLDS_NECESSITIES = "withholds_necessities", _("necessities withheld")
    WITHHOLDS_DOCUMENTS = "withholds_documents", _("documents withheld")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Act(TextChoices):
    """Acts of trafficking, Palermo Protocol article 3 and the law."""

    RECRUITMENT = "recruitment", _("recruitment")
    OBTAINING = "obtaining", _("obtaining")
    KEEPING = "keeping", _("keeping")
    HARBOURING = "harbouring", _("harbouring")
    TRANSPORTATION = "transportation", _("transportation")
    TRANSFER = "transfer", _("transfer")
    RECEIPT = "receipt", _("receipt")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class RecruitmentMethod(TextChoices):
    """Where or how a person was recruited, after HTCDS."""

    PLACE_OF_BUSINESS = "place_of_business", _("place of business")
    SCHOOL = "school", _("school")
    WORK = "work", _("work")
    SOCIAL_NETWORKS = "social_networks", _("social networks")
    ONLINE_ADVERT = "online_advert", _("advertisement on the internet")
    TV = "tv", _("television")
    NEWSPAPER = "newspaper", _("newspaper")
    FAMILY_EVENTS = "family_events", _("family or family events")
    SOCIAL_EVENTS = "social_events", _("friends or social events")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class RecruiterRelation(TextChoices):
    """What the recruiter was to the person, after HTCDS."""

    INTIMATE_PARTNER = "intimate_partner", _("intimate partner")
    FAMILY = "family", _("family")
    FRIEND = "friend", _("friend")
    OTHER_ACQUAINTANCE = "other_acquaintance", _("other acquaintance")
    UNACQUAINTED = "unacquainted", _("unacquainted")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Leg(TextChoices):
    """Parts of the road of trafficking, after HTCDS."""

    RECRUITMENT = "recruitment", _("recruitment")
    TRANSIT = "transit", _("transit")
    EXPLOITATION = "exploitation", _("exploitation")


class ConsentPurpose(TextChoices):
    """What a person agreed to; each is asked for apart."""

    SERVICES = "services", _("receiving services")
    REFERRAL = "referral", _("referral to another organisation")
    CONTACT = "contact", _("being contacted")
    STATISTICS = "statistics", _("use in statistics")


class DocumentKind(TextChoices):
    """Kinds of identity document."""

    IDENTITY_CARD = "identity_card", _("identity card")
    PASSPORT = "passport", _("passport")
    BIRTH_CERTIFICATE = "birth_certificate", _("birth certificate")
    RESIDENCE_PERMIT = "residence_permit", _("residence permit")
    RETURN_CERTIFICATE = "return_certificate", _("certificate of return")
    OTHER = "other", _("other")
    UNKNOWN = "unknown", _("not known")


class Safety(TextChoices):
    """Whether a person may be reached by an address or phone."""

    SAFE = "safe", _("safe")
    UNSAFE = "unsafe", _("unsafe")
    ASK_FIRST = "ask_first", _("ask first")


class NoteKind(TextChoices):
    """What a note in a person's file is about."""

    CALL = "call", _("call")
    TALK = "talk", _("talk")
    VISIT = "visit", _("visit")
    OTHER = "other", _("other")


class Readers(TextChoices):
    """Who may read a note or open a document."""

    ALL = "all", _("all who reach the person")
    CARE_TEAM = "care_team", _("those who care for the person now")


class PaperKind(TextChoices):
    """Kinds of document in a person's file."""

    CONSENT_FORM = "consent_form", _("signed consent")
    DECISION = "decision", _("decision or order")
    IDENTITY = "identity", _("copy of an identity document")
    MEDICAL = "medical", _("medical document")
    COURT = "court", _("document of a court or the police")
    PHOTO = "photo", _("photograph")
    OTHER = "other", _("other")


class Media(TextChoices):
    """What a stored file is, by its content."""

    JPEG = "jpeg", _("JPEG picture")
    PNG = "png", _("PNG picture")
    PDF = "pdf", _("PDF")
