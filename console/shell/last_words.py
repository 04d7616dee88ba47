"""An end from outside: what is typed goes to the disk first, and the terminal is given back.

A terminal that is gone sends SIGHUP, and the system's own answer to that would be the end, at once. A signal
that is ignored when the program begins (SIGHUP under `nohup`) stays so.
"""

import asyncio
import signal
import threading
from collections.abc import Callable

ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def last_words(keep: Callable[[], None], *, leave: Callable[[int], object]) -> None:
    """From now on `keep` is called when one of these signals comes, and then `leave` with its number.

    Call it inside the loop, before the terminal is taken.
    """
    if threading.current_thread() is not threading.main_thread():
        # Signals reach the main thread alone, and are somebody else's business there.
        return
    loop = asyncio.get_running_loop()

    def told(number: int) -> None:
        keep()
        leave(number)

    for number in ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            loop.add_signal_handler(number, told, number)
