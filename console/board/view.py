"""What the board panel is told to show, and the rows it makes of that. Pure."""

from collections.abc import Mapping
from datetime import datetime

from attrs import field, frozen

from console.board.cells import incident_row
from console.board.columns import Columns, columns
from console.board.half_row import HalfRow, draw_half
from console.board.pressing import TERMS
from console.field.draw import draw_edit
from console.field.edit import Edit
from console.harmless import harmless
from console.paint.row import Row, Span, between
from console.paint.text import clip, fit
from console.paint.tone import Ground, Tone
from console.paint.words import Say
from protocol.model.incident import Incident
from protocol.model.terms import Terms
from protocol.model.unit import Unit

HEADED_FROM = 10
"""Panels of at least this height name their columns."""

MOST_HALVES = 4
HALVES_PART = 4
"""Half calls take at most this part of the panel, and at least one row."""


@frozen(kw_only=True)
class BoardView:
    """One moment of the board."""

    incidents: tuple[Incident, ...]
    """In the order of `order.listed`."""

    units: Mapping[int, Unit]
    now: datetime
    selected: int | None = None
    open_count: int = 0
    unseen: frozenset[int] = frozenset()
    """Priority 1 that nobody here has looked at yet."""

    waiting: frozenset[int] = frozenset()
    """Incidents with a command under way."""

    wanted: str = ""
    """The filter in force."""

    typing: Edit | None = field(default=None)
    """The filter while it is being typed."""

    show_closed: bool = False
    focused: bool = False
    complete: bool = True
    banner: str = ""
    """Why the board is not in the order of arrival; empty when it is."""

    terms: Terms = TERMS
    seeming: frozenset[int] = frozenset()
    """Units that seem to be on their spot and did not say so."""

    mapped: bool = False
    """True in a world with a map: then a melding without a point on it stands out."""

    answers: bool = True
    """False for a partner, who is not to answer meldings and does not see what was answered."""

    present: Mapping[int, str] = field(factory=dict)
    """Who else of the room is at a melding, in short, by its number."""

    halves: tuple[HalfRow, ...] = ()
    """Calls that are being taken and have no number yet."""


def body_height(height: int, view: BoardView) -> int:
    """Rows for incidents in a panel of this height."""
    above = (2 if height >= HEADED_FROM else 1) + bool(view.banner) + len(_shown(view, height))
    return max(0, height - above)


def _shown(view: BoardView, height: int) -> tuple[HalfRow, ...]:
    """The newest half calls, in at most a part of the panel."""
    most = min(MOST_HALVES, max(1, height // HALVES_PART))
    return view.halves[-most:]


def draw_board(view: BoardView, say: Say, *, width: int, height: int, top: int) -> list[Row]:
    """Title, column names where there is room, incidents from index `top` on."""
    shown = view.incidents[top : top + body_height(height, view)]
    plan = columns(width, highest=max((each.number for each in view.incidents), default=0))
    rows = [_title(view, say, width, top, len(shown))]
    if view.banner:
        rows.append(Row(spans=((clip(f" ▼ {view.banner}", width), Tone.WARN),), ground=Ground.BAR))
    rows += [draw_half(each, say, width) for each in _shown(view, height)]
    if height >= HEADED_FROM:
        rows.append(_head(plan, say))
    for incident in shown:
        chosen = incident.number == view.selected
        ground = Ground.NORMAL if not chosen else Ground.CURSOR if view.focused else Ground.CHOSEN
        rows.append(
            incident_row(
                incident,
                units=view.units,
                now=view.now,
                columns=plan,
                say=say,
                unseen=incident.number in view.unseen,
                waiting=incident.number in view.waiting,
                ground=ground,
                terms=view.terms,
                seeming=view.seeming,
                mapped=view.mapped,
                answers=view.answers,
                present=view.present.get(incident.number, ""),
            )
        )
    if not shown:
        rows.append(Row(spans=((" " + _empty(view, say), Tone.DIM),)))
    return rows


def _empty(view: BoardView, say: Say) -> str:
    if view.wanted:
        return say("board-none-match", filter=harmless(view.wanted))
    return say("board-empty") if view.complete else say("desk-board-coming")


def _title(view: BoardView, say: Say, width: int, top: int, shown: int) -> Row:
    ground = Ground.BAR_FOCUSED if view.focused else Ground.BAR
    left: list[Span] = [
        (f" {say('board-title')} ", Tone.STRONG),
        (say("desk-board-count", open=view.open_count), Tone.PLAIN),
    ]
    if view.show_closed:
        left.append((" · " + say("desk-board-closed-too"), Tone.PLAIN))
    if view.typing is not None:
        left.append(("  /", Tone.STRONG))
        left += draw_edit(view.typing, min(30, width // 3), harmless=harmless, focused=True)
    elif view.wanted:
        left.append((f"  /{harmless(view.wanted)}", Tone.WARN))
    whole = len(view.incidents)
    right = f"{top + 1}-{top + shown}/{whole} " if whole > shown else f"{whole} " if view.wanted else ""
    return Row(spans=between(left, ((right, Tone.PLAIN),) if right else (), width), ground=ground)


def _head(plan: Columns, say: Say) -> Row:
    text = (
        " "
        + fit(say("board-column-number"), plan.number, right=True)
        + fit(say("board-column-age"), plan.age + 1, right=True)
        + " "
        + fit(say("board-column-priority"), 2)
        + " "
        + say("board-column-phase")[:1]
        + " "
        + fit(say("board-column-press"), plan.press)
        + " "
        + fit(say("board-column-what"), plan.what)
        + " "
        + fit(say("board-column-where"), plan.where)
        + " "
        + fit(say("board-column-units"), plan.units)
        + " "
        + fit(say("board-column-last"), plan.last)
    )
    return Row(spans=((text.rstrip(), Tone.DIM),))
