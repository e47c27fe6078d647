"""`wegwijs cases doctor`: looks at a configuration step by step and says in plain words what to fix, and who.

It only reads (and calls our own callback with the channel `test`). Of what it reads it says names of the
catalogue and counts, never anything of a case.
"""
