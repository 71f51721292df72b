"""Records of the yearly figures and of the analytics."""

from factory.django import DjangoModelFactory

from reports.models import DisclosureRule


class DisclosureRuleFactory(DjangoModelFactory):
    """The rule on small numbers that there is: the register starts with one."""

    class Meta:
        model = DisclosureRule
        django_get_or_create = ["rule"]

    rule = "small-numbers"
