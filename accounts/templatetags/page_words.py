"""The filter by which the journal names a page."""

from django import template

from accounts.page_words import page_words

register = template.Library()
register.filter(page_words)
