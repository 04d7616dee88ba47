"""The one notice at a time: the last answer in words. A refusal stays until somebody pressed a key.

Owned by the desk. Pure bookkeeping.
"""

from attrs import frozen

from console.paint.tone import Tone


@frozen(kw_only=True)
class Notice:
    """Words and how they are meant."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    weighs: bool = False
    """True for what must be read: a refusal, a cut link."""

    yields: bool = False
    """True for good news that gives way to what could be done next."""


NONE = Notice()


class Notices:
    """The present notice."""

    def __init__(self) -> None:
        self.now = NONE
        self._read = True

    def tell(self, text: str, tone: Tone = Tone.PLAIN, *, yields: bool = False) -> None:
        """Good news: shown unless something heavier is still unread."""
        if self._read or not self.now.weighs:
            self.now, self._read = Notice(text=text, tone=tone, yields=yields), False

    def warn(self, text: str, tone: Tone = Tone.BAD) -> None:
        """Something to be read; takes the place of what stood there."""
        self.now, self._read = Notice(text=text, tone=tone, weighs=True), False

    def key_pressed(self) -> None:
        """Somebody is there: good news goes, a warning may be replaced from now on."""
        self._read = True
        if not self.now.weighs:
            self.now = NONE

    def clear(self) -> None:
        """Away with it."""
        self.now, self._read = NONE, True
