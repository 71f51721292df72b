"""The screens of the demo that every point of acceptance is asked of, by role."""

from accounts.choices import Role

PERSON = "/people/V-2019-0053/"
CASE = "/cases/C-2019-0027/"
LANGUAGES = ("az", "en", "ru")
SECTIONS = ("", "identity/", "identification/", "placement/", "services/", "referrals/")
MORE_SECTIONS = ("allowance/", "children/", "notes/", "documents/", "history/")
SCREENS = {
    Role.SHELTER_MANAGER: (
        "/",
        "/people/",
        "/people/new/",
        "/people/drafts/",
        "/shelter/beds/",
        "/due/",
        "/help/",
        *(PERSON + section for section in (*SECTIONS, *MORE_SECTIONS)),
    ),
    Role.POLICE_ANALYST: (
        "/",
        "/people/",
        "/cases/",
        CASE,
        f"{CASE}accused/",
        "/analytics/",
        "/figures/2019/wanted.total/",
    ),
    Role.ADMINISTRATOR: (
        "/",
        "/figures/2019/",
        "/ready/2019/",
        "/earlier-years/",
        "/report/2019/",
        "/report/2019/hotline/",
        "/returns/2019/",
        "/calls/",
        "/register/import/",
        "/users/",
    ),
    Role.AUDITOR: ("/journal/", "/report/2019/"),
    Role.SYSTEM_ADMINISTRATOR: ("/", "/users/add/"),
}
EACH = [(role, address) for role, pages in SCREENS.items() for address in pages]
