"""Why the board is ordered as it is, in words.

A person's reason is shown as it was given; the server's keeper gives two numbers, which become a sentence
here. Pure; read by the banner, `watch` and `history`.
"""

import re

from console.harmless import harmless
from console.texts.texts import Texts
from protocol.model.text import TAKEN_BACK

_STACK = re.compile(r"waiting=(\d{1,6}) available=(\d{1,6}) turn_(?:back_)?at=-?\d{1,6}")


def order_why(why: str, texts: Texts) -> str:
    """The reason, harmless to the terminal."""
    if why == TAKEN_BACK:
        return texts.say("order-why-taken-back")
    stack = _STACK.fullmatch(why)
    if stack is None:
        return harmless(why)
    return texts.say("order-why-stack", waiting=int(stack[1]), available=int(stack[2]))
