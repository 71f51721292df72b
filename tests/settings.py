"""The settings of the tests: English, a fast hasher, and a folder of their own."""

import os

os.environ["DEMO"] = "1"  # set settings.DEMO = False to test the second factor
os.environ["THB_VAR"] = os.environ.get("THB_VAR") or "var/test"
for name in ("DEBUG", "PRODUCTION", "SECRET_KEY", "KEY_FILE"):
    os.environ.pop(name, None)

from thb.settings import *  # noqa: E402, F403

LANGUAGE_CODE = "en"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
