"""The melder's link over the screen: the code large and in groups to read out, letter by letter in words, the
address to send, how long it is good and whether it was opened. Pure."""

from datetime import datetime, tzinfo

from attrs import frozen

from console.harmless import harmless
from console.melder_link.letters import big
from console.paint.clock import clock
from console.paint.countdown import countdown, seconds_until
from console.paint.row import BLANK, Row, clip_spans, plain
from console.paint.text import wrap
from console.paint.tone import Tone
from console.paint.words import Say

_BETWEEN = "     "


@frozen(kw_only=True)
class LinkView:
    """A link as the server tells it."""

    code: str
    """In groups, parted by dashes."""

    url: str
    """The whole address, or only its path where nobody knows the rest."""

    expires: datetime | None = None
    opened: datetime | None = None
    withdraw: str = ""
    """What one types to end it."""


def draw_link(view: LinkView, say: Say, *, now: datetime, zone: tzinfo, width: int) -> list[Row]:
    """Rows for a list over the screen."""
    groups = [harmless(group) for group in view.code.split("-")]
    rows = [BLANK]
    for line in _lines(groups, width):
        pictures = [big(group) for group in line]
        rows += [plain("  " + _BETWEEN.join(parts), Tone.STRONG) for parts in zip(*pictures, strict=True)]
        rows.append(BLANK)
    spelled = " · ".join(" ".join(say_letter(char, say) for char in group) for group in groups)
    rows += [plain(f"  {line}", Tone.GOOD) for line in wrap(spelled, width - 4)]
    rows += [BLANK, plain(f"  {say('lines-link-say')}", Tone.DIM)]
    key = "lines-link-where" if "://" in view.url else "lines-link-path"
    rows += [plain(f"  {line}") for line in wrap(say(key, url=harmless(view.url)), width - 4)]
    rows.append(BLANK)
    if view.expires is not None:
        at = clock(view.expires, now, zone)
        left = countdown(seconds_until(view.expires, now))
        rows.append(plain(f"  {say('lines-link-until', at=at, left=left)}"))
    if view.opened is None:
        rows.append(plain(f"  {say('lines-link-not-opened')}", Tone.WARN))
    else:
        at = clock(view.opened, now, zone)
        rows.append(plain(f"  {say('lines-link-opened', at=at)}", Tone.GOOD))
    if view.withdraw:
        rows.append(plain(f"  {say('lines-link-end', verb=view.withdraw)}", Tone.DIM))
    return [Row(spans=clip_spans(row.spans, width), ground=row.ground) for row in rows]


def say_letter(char: str, say: Say) -> str:
    """The word for a letter over the telephone; a digit is itself."""
    small = char.casefold()
    return say(f"letter-{small}") if small in "abcdefghijklmnopqrstuvwxyz" and small else char


def _lines(groups: list[str], width: int) -> list[list[str]]:
    """As many groups next to each other as fit."""
    lines: list[list[str]] = [[]]
    left = width - 4
    for group in groups:
        wide = 4 * len(group) + len(_BETWEEN)
        if lines[-1] and wide > left:
            lines.append([])
            left = width - 4
        lines[-1].append(group)
        left -= wide
    return lines
