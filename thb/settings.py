"""The settings, read from the environment; docs/running.md lists the variables.

Everything is as a production server needs it, unless DEBUG=1 or DEMO=1 says that this
is somebody's own machine.
"""

from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
import pghistory
import pgtrigger
from django.utils.csp import CSP

from thb import environment, logs, production

django_stubs_ext.monkeypatch()  # lets a class be written as ListView[Case]

BASE_DIR = Path(__file__).resolve().parent.parent
THB_VAR = environment.folder("THB_VAR", BASE_DIR / "var")

DEBUG = environment.flag("DEBUG")
DEMO = environment.flag("DEMO")  # demo accounts, and no second factor
PRODUCTION = environment.flag("PRODUCTION") or not (DEBUG or DEMO)
SECRET_KEY = environment.text("SECRET_KEY", production.DEFAULT_SECRET)
KEY_FILE = environment.folder("KEY_FILE", THB_VAR / "keys.json")

if PRODUCTION:
    production.refuse_unsafe_settings(
        debug=DEBUG, demo=DEMO, secret=SECRET_KEY, key_file=KEY_FILE
    )

INSTALLED_APPS = [
    "exchange",
    "reports",
    "prevention",
    "assistance",
    "cases",
    "victims",
    "accounts",
    "reference",
    "thb",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "thb.middleware.PrivateResponse",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "accounts.sessions.LengthenSession",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.ended.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "axes.middleware.AxesMiddleware",
    "accounts.gate.GateMiddleware",
    "accounts.middleware.TransactionMiddleware",
]

ROOT_URLCONF = "thb.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["thb.templatetags.letters"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "thb.context_processors.frame",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# Database: the embedded server, unless DATABASE_URL names another.
POOL = {"min_size": 1, "max_size": 20, "timeout": 20}
EMBEDDED: dict[str, Any] = {"ENGINE": "thb.postgres", "NAME": "app", "USER": "app"}
EMBEDDED["OPTIONS"] = {"folder": THB_VAR / "postgres"}
URL = environment.text("DATABASE_URL")
DATABASE: dict[str, Any] = {**dj_database_url.parse(URL)} if URL else EMBEDDED
DATABASE["OPTIONS"] = {**DATABASE.get("OPTIONS", {}), "pool": POOL}
DATABASES = {"default": DATABASE | {"CONN_HEALTH_CHECKS": True}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TABLE = "django.core.cache.backends.db.DatabaseCache"
CACHES = {"default": {"BACKEND": TABLE, "LOCATION": "cache"}}  # the workers share it

# History: one row a change, written by triggers; the tables refuse UPDATE and DELETE.
PGHISTORY_LEVEL = pgtrigger.Statement  # this very object: it is compared by identity
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_APPEND_ONLY = True

# Sign-in
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.backends.KnownReach",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
RULE = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": RULE + "UserAttributeSimilarityValidator"},
    {"NAME": RULE + "MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": RULE + "CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("TRUSTED_PROXIES", int(PRODUCTION))
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Dayaq"
MFA_TOTP_TOLERANCE = 1  # codes: a telephone's clock may be 30 seconds off
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_LOCKOUT_PARAMETERS = ["username"]  # a shelter shares one address
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # wants the address among them
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = AXES_VERBOSE = False

# Sessions and cookies: a session ends after 15 idle minutes.
SESSION_COOKIE_AGE, SESSION_EXPIRE_AT_BROWSER_CLOSE = 15 * 60, True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_NAME = "__Host-sessionid" if PRODUCTION else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if PRODUCTION else "csrftoken"

# Headers
LOCAL_HOSTS = [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS") or LOCAL_HOSTS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 60 * 60 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
OURS = ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action")
NOBODYS = ("default-src", "base-uri", "frame-ancestors")
SECURE_CSP = dict.fromkeys(OURS, (CSP.SELF,)) | dict.fromkeys(NOBODYS, (CSP.NONE,))

HELP_LINE = environment.text("HELP_LINE")  # whom to call, at the foot of every page

# Languages and formats
LANGUAGE_CODE = "az"
LANGUAGES = [("az", "Azərbaycan dili"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["thb.formats"]
TIME_ZONE = "Asia/Baku"

# Static files
STATIC_URL = "static/"
STATIC_ROOT = environment.folder("STATIC_ROOT", BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
STORED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STORED if PRODUCTION else PLAIN},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION

LOGGING = logs.LOGGING
