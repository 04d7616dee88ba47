"""The rows of the desk that are no panel: alarm, command line, what the last answer was, speaking, status.

Each file has a frozen view and the pure function that draws it.
"""
