"""Rehearsal: a day that really happened, played through the protocol.

Theory of operation. `mapping` says what the columns of a city's file mean; `calls` and `tracks` read such
files row by row into valid values and count every kind of dirt in `findings`; `schedule` puts both on one
rehearsal clock. Nothing here opens a socket or waits: a caller plays the steps.
"""
