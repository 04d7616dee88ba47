"""Esc before another key is Esc: told apart from the terminal's sequences before Textual's parser sees them.

Textual takes ESC and a byte behind it within a tenth of a second for one key (alt+letter or less): the Esc
is lost. Nothing here uses alt, so ESC is alone unless `[` or `O` follows. Pure, but for what it holds.
"""

ESC = "\x1b"
_BEGINS_SEQUENCE = "[O"
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"

Piece = str | None
"""Text for the parser; None for the key Esc itself."""


class Escapes:
    """Cuts what comes from a terminal into text for the parser and lone Escs."""

    def __init__(self) -> None:
        self._held = ""
        self._pasting = False

    def cut(self, data: str) -> list[Piece]:
        """In order. An ESC at the very end is held until the next data, or until `rest`."""
        data, self._held = self._held + data, ""
        pieces: list[Piece] = []
        text = ""
        at = 0
        while at < len(data):
            if self._pasting:
                end = data.find(_PASTE_ENDS, at)
                self._pasting = end < 0
                stop = len(data) if end < 0 else end + len(_PASTE_ENDS)
                text += data[at:stop]
                at = stop
            elif data[at] != ESC:
                text += data[at]
                at += 1
            elif at + 1 == len(data):
                self._held = ESC
                at += 1
            elif data[at + 1] in _BEGINS_SEQUENCE:
                self._pasting = data.startswith(_PASTE_BEGINS, at)
                step = len(_PASTE_BEGINS) if self._pasting else 2
                text += data[at : at + step]
                at += step
            else:
                if text:
                    pieces.append(text)
                pieces.append(None)
                text = ""
                at += 1
        return [*pieces, text] if text else pieces

    def rest(self) -> bool:
        """Nothing came for a while: True when an Esc was held, which is one by itself then."""
        held, self._held = bool(self._held), ""
        return held
