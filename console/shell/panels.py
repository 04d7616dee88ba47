"""The widgets of the desk, and which view each of them shows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from textual.geometry import Region

from console.alarm.bar import AlarmView, draw_alarm
from console.board.panel import BoardPanel
from console.chart.make_view import map_view
from console.chart.panel import MapPanel
from console.command.bar import CommandView, draw_command
from console.command.notice_bar import NoticeView, draw_notice
from console.desk.desk import Desk
from console.dispatch.make_view import recommend_view
from console.dispatch.view import RecommendView, draw_recommend
from console.emergency.view import EmergencyView, draw_emergency
from console.intake.make_view import form_view
from console.intake.view import FormView, draw_form
from console.line.make_view import line_view, speak_view
from console.line.panel import LinePanel
from console.line.speak_bar import SpeakView, draw_speak
from console.melding.view import draw_melding
from console.paint.panel import Panel
from console.paint.row import Row, plain
from console.paint.strips import Strips
from console.paint.tone import Tone
from console.shell import views
from console.shell.status_bar import StatusView, draw_status
from console.shell.status_view import status_view
from console.store import LinkHealth
from console.styles.palette import Palette
from console.unit.around import AroundView, draw_around
from console.unit.keys import KeysView, draw_keys
from console.unit.make_view import keys_view, own_view, pair_speak_view, pair_view
from console.unit.melding import draw_own
from console.unit.pair import PairView, draw_pair
from console.units.panel import UnitsPanel


class Parts:
    """Made once for a desk; shown as often as something may have changed."""

    def __init__(self, palette: Palette, desk: Desk) -> None:
        self._desk = desk
        say = desk.say

        def strips(id: str, drawing: Callable[[Any, int, int], Sequence[Row]], view: Any) -> Strips[Any]:
            return Strips(palette, id=id, drawing=drawing, view=view)

        self._board = BoardPanel(palette, say, views.board_view(desk))
        self._units = UnitsPanel(palette, say, views.units_view(desk))
        self._map = MapPanel(palette, say, map_view(desk))
        self._melding = strips(
            "melding",
            lambda view, w, h: draw_melding(view, say, width=w, height=h),
            views.melding_view(desk, _zone(), 80, 20),
        )
        self._form = strips("form", lambda view, w, h: draw_form(view, say, width=w, height=h), FormView())
        self._line = LinePanel(palette, say, line_view(desk, _zone()))
        self._recommend = strips(
            "recommend", lambda view, w, h: draw_recommend(view, say, width=w, height=h), RecommendView()
        )
        self._speak = strips(
            "speak", lambda view, w, _: draw_speak(view, width=w), SpeakView(edit=desk.filter)
        )
        self._command = strips(
            "command", lambda view, w, _: draw_command(view, say, width=w), CommandView(edit=desk.filter)
        )
        self._notice = strips("notice", lambda view, w, _: draw_notice(view, width=w), NoticeView())
        self._status = strips("status", lambda view, w, _: draw_status(view, say, width=w), StatusView())
        self._alarm = strips("alarm", lambda view, w, _: draw_alarm(view, say, width=w), AlarmView())
        self._emergency = strips(
            "emergency",
            lambda view, w, h: draw_emergency(view, say, width=w, height=h),
            EmergencyView(),
        )
        self._own = strips(
            "own",
            lambda view, w, h: (draw_around if isinstance(view, AroundView) else draw_own)(
                view, say, width=w, height=h
            ),
            AroundView(),
        )
        self._pair = strips("pair", lambda view, w, h: draw_pair(view, say, width=w, height=h), PairView())
        self._keys = strips("own-keys", lambda view, w, _: draw_keys(view, say, width=w), KeysView())
        self._rules = [strips(f"rule-{number}", _rule, None) for number in (1, 2)]

    @property
    def widgets(self) -> list[Panel]:
        """All of them."""
        return [
            self._board,
            self._units,
            self._map,
            self._line,
            self._melding,
            self._form,
            self._recommend,
            self._speak,
            self._own,
            self._pair,
            self._keys,
            *self._rules,
            self._command,
            self._notice,
            self._status,
            self._alarm,
            self._emergency,
        ]

    def show(self, parts: set[str], places: Mapping[str, Region], health: LinkHealth) -> None:
        """Show these parts, as far as the plan has a place for them."""
        desk, zone = self._desk, _zone()
        if "board" in parts and "board" in places:
            self._board.show(views.board_view(desk))
        if "line" in parts:
            self._line.show(line_view(desk, zone))
        if "line" in parts and "melding" in places:
            self._melding.show(views.melding_view(desk, zone, *places["melding"].size))
        if "units" in parts and "units" in places:
            self._units.show(views.units_view(desk))
        if "map" in parts and "map" in places:
            self._map.show(map_view(desk))
        if "own" in places:
            self._own.show(own_view(desk, zone))
        if "pair" in places:
            self._pair.show(pair_view(desk, zone))
        if "own-keys" in places:
            self._keys.show(keys_view(desk))
        self._emergency.show(desk.emergencies.view())
        if "form" in places:
            self._form.show(form_view(desk))
        if "recommend" in places:
            self._recommend.show(recommend_view(desk))
        if "bars" in parts:
            self._speak.show(pair_speak_view(desk) if "pair" in places else speak_view(desk))
            self._command.show(views.command_view(desk))
            self._notice.show(views.notice_view(desk, places["notice"].width))
            self._status.show(status_view(desk, health, zone))
            self._alarm.show(views.alarm_view(desk))
            for rule in self._rules:
                rule.show(None)


def _rule(_view: None, _width: int, height: int) -> list[Row]:
    return [plain("│", Tone.DIM)] * height


def _zone() -> tzinfo:
    """The zone in which this machine shows times."""
    zone = datetime.now().astimezone().tzinfo
    assert zone is not None, "astimezone gives a zone"
    return zone
