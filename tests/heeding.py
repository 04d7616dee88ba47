"""A child that heeds every signal, whatever the tests themselves were started to ignore (`nohup`, a shell's
background job): what is ignored is inherited.
"""

import signal


def heeding() -> None:
    """For `preexec_fn`: the signals that end a program end this one again."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
