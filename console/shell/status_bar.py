"""The bottom row: which world, what time, who we are, how the link is doing. Pure.

An exercise and a cut link are said by word, sign and ground, never by colour alone.
"""

from attrs import frozen

from console.harmless import harmless
from console.paint.row import Row, Span, between, width_of
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.rules.waterline import Waterline


@frozen(kw_only=True)
class StatusView:
    """One moment of the row."""

    world: str = ""
    exercise: bool = False
    clock: str = ""
    name: str = ""
    role: str = ""
    link: str = ""
    """How the link is doing, in words."""

    link_tone: Tone = Tone.DIM
    measures: tuple[str, ...] = ()
    """Round trip, bytes per second; left out from the end where there is no room."""

    waterline: tuple[Waterline, ...] = ()
    """Each team beside its minimum, the tightest first."""

    counters: tuple[str, ...] = ()
    """What this desk still has open, in words; they stay whatever the width."""


def draw_status(view: StatusView, say: Say, *, width: int) -> list[Row]:
    """One row. The link's state stays whatever the width; the rest goes as room allows."""
    right: list[Span] = [(f" {view.link} ", view.link_tone)]
    if view.counters:
        right.insert(0, (f" {' · '.join(view.counters)} ", Tone.WARN))
    world = harmless(view.world)
    word = say("word-exercise") if view.exercise else ""
    block = f" ◆ {word} · {world} ◆ " if view.exercise else f" {world} "
    wanted: list[Span] = [
        (block if view.world else "", Tone.EXERCISE if view.exercise else Tone.WORLD),
        (f" {view.clock}", Tone.STRONG),
        (f"  {harmless(view.name)}" if view.name else "", Tone.STRONG),
        (f" {view.role}" if view.role else "", Tone.PLAIN),
    ]
    left: list[Span] = wanted[:1]
    broken = [each for each in view.waterline if each.is_broken]
    reserve = width_of(_gauge(tuple(broken[:1]), width))
    for span in wanted[1:]:
        if width_of([*left, span, *right]) + reserve < width:
            left.append(span)
    left += _gauge(view.waterline, width - width_of(left) - width_of(right) - 1)
    for measure in view.measures:
        if width_of(left) + width_of(right) + len(measure) + 3 <= width:
            right.append((f"{measure} ", Tone.DIM))
    return [Row(spans=between(left, right, width), ground=Ground.BAR)]


def _gauge(teams: tuple[Waterline, ...], room: int) -> list[Span]:
    """`≈ Noord 2/3! · Zuid 3/2`: as many teams as there is room for, so that what is broken stays longest."""
    spans: list[Span] = []
    for each in teams:
        head = " · " if spans else "  ≈ "
        text = f"{head}{harmless(each.team)} {each.callable}/{each.least}{'!' if each.is_broken else ''}"
        if width_of([*spans, (text, Tone.PLAIN)]) > room:
            break
        spans.append((text, Tone.WARN if each.is_broken else Tone.PLAIN))
    if not spans and teams and teams[0].is_broken:
        broken = sum(each.is_broken for each in teams)
        short = f"  ≈ {broken}!"
        return [(short, Tone.WARN)] if len(short) <= room else []
    return spans
