"""The archive: what can be found again about every incident, closed ones above all.

A file of its own, made from the journal and thrown away whenever it is in doubt. It follows the journal in
the background; no command ever waits for it.
"""
