"""Whatever is pressed and whatever comes in: the desk stands, and what it shows fits."""

from datetime import UTC, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from console.actions.action import Where
from console.alarm.bar import draw_alarm
from console.board.view import draw_board
from console.chart.view import draw_map
from console.command.notice_bar import draw_notice
from console.desk.desk import Desk
from console.dispatch.view import draw_recommend
from console.line.view import draw_line
from console.line.window import Anchor
from console.paint.row import Row, width_of
from console.row.bar import draw_row
from console.row.deeds_bar import draw_deeds
from console.row.make_view import deeds_view
from console.shell.status_bar import draw_status
from console.units.view import draw_units
from protocol.errors import Reason
from protocol.facts.contact import ContactOpened, MelderSaid, MelderShared, SteppedIn
from protocol.facts.dispatch import ArrivalExpected, ChoiceWeighed
from protocol.facts.incidents import IncidentClosed, PriorityChanged
from protocol.facts.pairs import PairSplit
from protocol.facts.scale import ColleaguesAsked, LevelSet, WhoNoted
from protocol.facts.timeline import CardPushed, LineSpoken
from protocol.facts.units import UnitSignedOff
from protocol.model.choice import Choice
from protocol.model.entry import CardKind
from protocol.model.priority import Priority
from protocol.model.scale import Level, WhoKind
from protocol.model.text import Name, Text
from protocol.session.events import LinkState
from tests.console import shown as views
from tests.console.ranked import ranked
from tests.console.rig import Rig, place, point, type_keys
from tests.console.shown import line_view, map_view, recommend_view, row_view, status_view

NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "shift+tab"),
    *("enter", "enter", "escape", "backspace", "delete", "ctrl+w", "ctrl+u", "ctrl+o", "ctrl+c"),
    *("f1", "f2", "f3", "f4", "f5", "f7", "f8", "f9", "f10", "ctrl+up", "ctrl+down", "ctrl+p", "lit"),
)
LINES = (
    *(":koppel 12.03 1", ":sluit 2 klaar", ":toon 12.04", "/markt", ":volg 12.03", ":xyz", "hallo"),
    *(":wie 1", ":stuur 2", ".k 12.03", " 1", " 3", "1"),
)
LETTERS = "abcdefghiklmnopqstuvwxzAJKPRSVWY012345678 .:/?*+-,;@#="
KEYS = st.sampled_from(NAMED) | st.sampled_from(LETTERS) | st.sampled_from(LINES)
EVENTS = st.sampled_from(
    [
        "open",
        "urgent",
        "close",
        "say",
        "raise",
        "move",
        "later",
        "cut",
        "back",
        "done",
        "refuse",
        "off",
        "ranked",
        "weighed",
        "due",
        "contact",
        "stepped",
        "melder",
        "card",
        "asked",
        "golden",
        "split",
    ]
)
STEPS = st.lists(st.tuples(st.just("key"), KEYS) | st.tuples(st.just("event"), EVENTS), max_size=40)
SIZES = st.tuples(st.integers(60, 240), st.integers(16, 70))


def bring(rig: Rig, event: str) -> None:
    """One thing that can come over a link."""
    newest = rig.board.last_incident
    match event:
        case "open" | "urgent":
            priority = 1 if event == "urgent" else 3
            rig.open(newest + 1, "Ruzie \x1b[2J", place("Markt", newest * 90, 40), priority)
        case "close":
            for number in list(rig.board.incidents)[:1]:
                rig.happen(IncidentClosed(incident=number, reason=Text("klaar")))
        case "say":
            rig.happen(LineSpoken(incident=newest, text=Text("wij zijn er " * 9)))
        case "raise":
            rig.happen(PriorityChanged(incident=newest, priority=Priority.P1))
        case "move":
            rig.move((1, point(rig.board.seq * 30, 0)), (2, point(-900_000, 0)))
        case "later":
            rig.later(70)
        case "cut":
            rig.state(LinkState.SILENT)
        case "back":
            rig.state(LinkState.LIVE)
        case "done" if rig.wishes:
            rig.done()
        case "refuse" if rig.wishes:
            rig.refuse(Reason.NO_CHANGE)
        case "weighed":
            choice = Choice(unit=Name("12.04"), travel_s=400, nearest=Name("12.03"), nearest_s=60)
            rig.happen(ChoiceWeighed(incident=newest, choice=choice))
        case "due":
            rig.happen(ArrivalExpected(unit=1, incident=newest, at=rig.now + timedelta(minutes=40)))
        case "contact":
            rig.happen(ContactOpened(incident=newest, unit=Name("12.03")), by="anna")
        case "stepped":
            rig.happen(SteppedIn(incident=newest), by="anna")
        case "melder":
            rig.happen(MelderSaid(incident=newest, text=Text("help " * 30)), by="melder")
            rig.happen(MelderShared(incident=newest, point=point(40, 40)), by="melder")
        case "card":
            rig.happen(CardPushed(incident=newest, card=CardKind.WARNING, text=Text("mes " * 40)))
        case "asked":
            rig.happen(ColleaguesAsked(incident=newest, text=Text("kom " * 30)), by="12.03")
        case "golden":
            rig.happen(LevelSet(incident=newest, level=Level.REGION))
            rig.happen(WhoNoted(incident=newest, kind=WhoKind.DOES, what=Text("deur " * 20)))
        case "split" if 1 in rig.board.units:
            rig.happen(PairSplit(unit=1, other=rig.board.last_unit + 1, call_sign=Name("12.93")))
        case "off":
            rig.happen(UnitSignedOff(unit=2))


def answer(desk: Desk, rig: Rig) -> None:
    """The server's ranking, where the desk asks for one."""
    number = desk.parts.dispatch.recommending.due(desk.context(), quick=True)
    if number is not None:
        desk.parts.dispatch.recommending.asking(desk.context(), number)
        desk.parts.dispatch.recommending.came(desk.context(), number, ranked(number, rig.board.units))


def press(desk: Desk, key: str) -> None:
    """A key by name, the end of a lit digit's time, or a line typed character by character and entered."""
    lit = desk.parts.row.lit
    if key == "lit":
        if lit is not None:
            desk.light_over(lit)
    elif len(key) == 1:
        type_keys(desk, key)
    elif key in NAMED:
        desk.press(key, None)
    else:
        type_keys(desk, key)
        desk.press("enter", None)


def drawn(rig: Rig, desk: Desk) -> dict[str, tuple[int, int, list[Row]]]:
    """Each part that is in view: its width, its height, its rows."""
    say = rig.texts.say
    every: dict[str, tuple[int, int, list[Row]]] = {}
    for name, at in desk.places().items():
        w, h = at.width, at.height
        rows: list[Row]
        match name:
            case "board":
                rows = draw_board(views.board_view(desk), say, width=w, height=h, top=0)
            case "units":
                rows = draw_units(views.units_view(desk), say, width=w, height=h, top=0)
            case "map":
                rows = draw_map(map_view(desk), say, width=w, height=h)
            case "line":
                view = line_view(desk, UTC)
                rows = list(draw_line(view, say, width=w, height=h, anchor=Anchor()).rows)
            case "recommend":
                rows = draw_recommend(recommend_view(desk), say, width=w, height=h)
            case "row":
                rows = draw_row(row_view(desk), say, width=w)
            case "deeds":
                rows = draw_deeds(deeds_view(desk.parts.row), width=w, height=h)
            case "notice":
                rows = draw_notice(views.notice_view(desk, w), width=w)
            case "status":
                rows = draw_status(status_view(desk, rig.store.health(0.0), UTC), say, width=w)
            case "alarm":
                rows = draw_alarm(views.alarm_view(desk), say, width=w)
            case _:
                continue
        every[name] = (w, h, rows)
    return every


@settings(max_examples=120, deadline=None)
@given(STEPS, SIZES)
def test_nothing_shakes_the_desk(steps: list[tuple[str, str]], size: tuple[int, int]) -> None:
    """After any keys and any events the selection is on the board and every part fits its place."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(1, where=place("Markt 1", 0, 0))
    rig.open(2, where=place("Markt 2"))
    desk = rig.desk()
    desk.resize(*size)
    rig.welcome()
    for kind, what in steps:
        if kind == "key":
            press(desk, what)
        else:
            bring(rig, what)
            if what == "ranked":
                answer(desk, rig)
        assert desk.stand.incident in rig.board.incidents
        assert desk.stand.unit is None or desk.stand.unit in rig.board.units
        assert desk.stand.panel in (Where.BOARD, Where.UNITS, Where.MAP, Where.LINE, Where.MELDING)
    for name, (width, height, rows) in drawn(rig, desk).items():
        assert len(rows) <= height, name
        too_wide = [row.text for row in rows if width_of(row.spans) > width]
        # What is typed to the right of the caret is cut by the panel.
        assert not too_wide or name == "row", (name, too_wide)


@settings(max_examples=60, deadline=None)
@given(st.lists(EVENTS, max_size=12), st.text(st.sampled_from("abc de"), min_size=1, max_size=20))
def test_what_is_being_typed_survives_every_event(events: list[str], words: str) -> None:
    """Whatever comes in while somebody types, the words stay with the incident they were typed to."""
    rig = Rig()
    rig.sign_on("12.03", "12.04")
    rig.open(1)
    rig.open(2)
    desk = rig.desk()
    rig.welcome()
    desk.press("f5", None)
    for char in f"x{words}":
        desk.press("space" if char == " " else char, char)
    for event in events:
        bring(rig, event)
    assert (desk.stand.incident, desk.parts.row.under_hand.of(1).text) == (1, f"x{words}")
