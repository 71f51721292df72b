"""Reading a text: its numbers, what each is said of, and whether the register agrees.

A text becomes tokens (`tokens`), passages (`passages`) and mentions of numbers
(`mentions`); each mention is bound to a figure by the words around it (`binding`), and
judged against the register (`judging`). No step guesses: the same text and the same
register give the same findings, each with the words by which it was bound.
"""
