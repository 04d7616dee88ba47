"""How one cell looks, and the shortest escape sequence from one look to the next.

Looks are made from Rich styles by console.output.cells and are interned: two equal looks are one object, so
that comparing two screens compares identities. Nothing here knows where a cell is or writes anything.
"""

from __future__ import annotations

from weakref import WeakValueDictionary

from attrs import frozen

ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("blink2", "6"),
    ("reverse", "7"),
    ("conceal", "8"),
    ("strike", "9"),
    ("underline2", "21"),
    ("frame", "51"),
    ("encircle", "52"),
    ("overline", "53"),
)
"""Names as Rich spells them, and the SGR code that turns each on. The place in this table is the bit."""

BIT = {name: 1 << place for place, (name, _) in enumerate(ATTRIBUTES)}
UNSEEN_ON_BLANK = BIT["bold"] | BIT["dim"] | BIT["italic"]
"""What makes no difference on a space; every other attribute draws a line or swaps the colours."""

_OFF = (
    (BIT["bold"] | BIT["dim"], "22"),
    (BIT["italic"], "23"),
    (BIT["underline"] | BIT["underline2"], "24"),
    (BIT["blink"] | BIT["blink2"], "25"),
    (BIT["reverse"], "27"),
    (BIT["conceal"], "28"),
    (BIT["strike"], "29"),
    (BIT["frame"] | BIT["encircle"], "54"),
    (BIT["overline"], "55"),
)


@frozen(kw_only=True, eq=False)
class Look:
    """One look, made only by `look`; compared by identity."""

    attributes: int
    """Bits of ATTRIBUTES."""
    foreground: str
    """SGR parameters such as ``38;2;1;2;3``; empty for the terminal's own colour."""
    background: str
    """SGR parameters such as ``48;5;17``; empty for the terminal's own colour."""
    link: str
    """Address of a hyperlink, empty for none; printable characters only."""

    def shows_blank_as(self, other: Look) -> bool:
        """Whether a space written in this look cannot be told from a space in the other."""
        return self is other or (
            self.background == other.background
            and self.link == other.link
            and not (self.attributes | other.attributes) & ~UNSEEN_ON_BLANK
        )


_known: WeakValueDictionary[tuple[int, str, str, str], Look] = WeakValueDictionary()


def look(*, attributes: int = 0, foreground: str = "", background: str = "", link: str = "") -> Look:
    """The one Look with these values. A link that is not printable is dropped: it could carry escapes."""
    if not link.isprintable():
        link = ""
    key = (attributes, foreground, background, link)
    found = _known.get(key)
    if found is None:
        found = Look(attributes=attributes, foreground=foreground, background=background, link=link)
        _known[key] = found
    return found


PLAIN = look()


def blank(of: Look) -> Look:
    """The look of a space in the given look: what cannot be seen on a space is left out."""
    if of.attributes & ~UNSEEN_ON_BLANK:
        return of
    return look(background=of.background, link=of.link)


def transition(before: Look | None, after: Look) -> str:
    """The shortest sequence that turns the pen's colours and attributes to the next look; empty when nothing
    changes.

    The hyperlink is `link_change`'s. None as `before` means that the pen's state is unknown, so everything is
    set anew.
    """
    if before is after:
        return ""
    fresh = _wrap(["0", *_on(after.attributes), *filter(None, (after.foreground, after.background))])
    if before is None:
        return fresh
    change = _change(before, after)
    return min((change, fresh), key=len) if change else ""


def link_change(before: str, after: str) -> str:
    """The sequence that turns one hyperlink into another, empty for none; empty when nothing changes."""
    return "" if before == after else f"\x1b]8;;{after}\x1b\\"


def _change(before: Look, after: Look) -> str:
    gone = before.attributes & ~after.attributes
    added = after.attributes & ~before.attributes
    parameters: list[str] = []
    for mask, off in _OFF:
        if gone & mask:
            parameters.append(off)
            added |= after.attributes & mask
    parameters += _on(added)
    if before.foreground != after.foreground:
        parameters.append(after.foreground or "39")
    if before.background != after.background:
        parameters.append(after.background or "49")
    return _wrap(parameters) if parameters else ""


def _on(attributes: int) -> list[str]:
    return [code for place, (_, code) in enumerate(ATTRIBUTES) if attributes >> place & 1]


def _wrap(parameters: list[str]) -> str:
    return "\x1b[m" if parameters == ["0"] else f"\x1b[{';'.join(parameters)}m"
