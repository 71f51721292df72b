"""What other agencies return for a year, and the totals before the register.

Stands here because the catalogue says which figures are returned, by whom.
"""
