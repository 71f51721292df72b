"""The filter capfirst in the reader's language; takes the place of Django's."""

from django import template

from thb.letters import capfirst

register = template.Library()
register.filter("capfirst", capfirst, is_safe=True)
