"""A closed terminal or a friendly end from outside: what is typed goes to the disk first.

A terminal that is gone sends SIGHUP, and the system's own answer to that would be the end, at once. Where the
signal is ignored (`nohup`), it stays so.
"""

import asyncio
import os
import signal
import threading
from collections.abc import Callable


def last_words(keep: Callable[[], None], *, leave: Callable[[], object]) -> None:
    """From now on `keep` is called before one of these signals ends the program. Call it inside the loop.

    SIGTERM leaves by `leave`, so that the terminal is given back; behind SIGHUP there is none to give back.
    """
    if threading.current_thread() is not threading.main_thread():
        # Signals reach the main thread alone, and are somebody else's business there.
        return
    loop = asyncio.get_running_loop()

    def gone() -> None:
        keep()
        loop.remove_signal_handler(signal.SIGHUP)
        os.kill(os.getpid(), signal.SIGHUP)

    def asked() -> None:
        keep()
        leave()

    for number, answer in ((signal.SIGHUP, gone), (signal.SIGTERM, asked)):
        if signal.getsignal(number) is signal.SIG_DFL:
            loop.add_signal_handler(number, answer)
