"""The settings of the measurements: ours, with the peer's pages beside them."""

from thb.settings import *  # noqa: F403 - settings are extended, as Django does

ROOT_URLCONF = "bench.peer"
INSTALLED_APPS = [*INSTALLED_APPS, "bench"]  # noqa: F405
ALLOWED_HOSTS = ["testserver"]
# The peer's pages stand outside our gate, which would refuse them.
MIDDLEWARE = [name for name in MIDDLEWARE if "GateMiddleware" not in name]  # noqa: F405
