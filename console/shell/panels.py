"""The widgets of the desk, and which view each of them shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from textual.geometry import Region

from console.alarm.bar import AlarmView, draw_alarm
from console.alarm.make_view import alarm_view
from console.board.make_view import board_view
from console.board.panel import BoardPanel
from console.chart.make_view import map_view
from console.chart.panel import MapPanel
from console.chart.view import MapView
from console.command.notice_bar import NoticeView, draw_notice
from console.desk.desk import Desk
from console.dispatch.make_view import recommend_view
from console.dispatch.view import RecommendView, draw_recommend
from console.emergency.view import EmergencyView, draw_emergency
from console.field.edit import Edit
from console.intake.make_view import form_view
from console.intake.view import FormView, draw_form
from console.line.make_view import line_view
from console.line.panel import LinePanel
from console.melding.make_view import melding_view
from console.melding.view import draw_melding
from console.paint.clock import LOCAL
from console.paint.palette import Palette
from console.paint.panel import Panel
from console.paint.row import Row, plain
from console.paint.strips import Strips
from console.paint.tone import Tone
from console.part.context import Context
from console.row.bar import RowView, draw_row
from console.row.deeds_bar import DeedsView, draw_deeds
from console.row.make_view import deeds_view, likely_words, row_view
from console.shell.notice_view import notice_view
from console.shell.status_bar import StatusView, draw_status
from console.shell.status_view import status_view
from console.store import LinkHealth
from console.unit.around import AroundView, draw_around
from console.unit.keys import KeysView, draw_keys
from console.unit.make_view import keys_view, own_view, pair_view
from console.unit.melding import draw_own
from console.unit.pair import PairView, draw_pair
from console.units.make_view import units_view
from console.units.panel import UnitsPanel
from console.units.standing import Standing

Showing = tuple[Panel, Callable[[], None]]
"""A panel, and what shows the moment in it."""


class Panels:
    """Made once for a desk; shown as often as something may have changed."""

    def __init__(self, palette: Palette, desk: Desk) -> None:
        self._desk = desk
        say, parts, context = desk.say, desk.parts, desk.context()

        def strips(id: str, drawing: Callable[[Any, int, int], Sequence[Row]], view: Any) -> Strips[Any]:
            return Strips(palette, id=id, drawing=drawing, view=view)

        self._board = BoardPanel(palette, say, board_view(context, ()))
        self._units = UnitsPanel(palette, say, units_view(context, ()))
        self._map = MapPanel(palette, say, MapView(viewport=None))
        self._melding = strips(
            "melding",
            lambda view, w, h: draw_melding(view, say, width=w, height=h),
            melding_view(parts.melding, context, (), LOCAL, 80, 20),
        )
        self._form = strips("form", lambda view, w, h: draw_form(view, say, width=w, height=h), FormView())
        self._line = LinePanel(palette, say, line_view(context, parts.line_ticks, LOCAL))
        self._recommend = strips(
            "recommend", lambda view, w, h: draw_recommend(view, say, width=w, height=h), RecommendView()
        )
        self._row = strips("row", lambda view, w, _: draw_row(view, say, width=w), RowView(edit=Edit()))
        self._deeds = strips("deeds", lambda view, w, h: draw_deeds(view, width=w, height=h), DeedsView())
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
        for panel in self.widgets:
            panel.cannot = lambda: say("panel-cannot")

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
            self._own,
            self._pair,
            self._keys,
            *self._rules,
            self._row,
            self._notice,
            self._status,
            self._deeds,
            self._alarm,
            self._emergency,
        ]

    def show(self, parts: set[str], places: Mapping[str, Region], health: LinkHealth) -> None:
        """Show these parts, as far as they have a place; one that fails leaves the others alone."""
        context = self._desk.context()
        for panel, show in (
            *self._lists(parts, places, context),
            *self._bars(parts, places, context, health),
        ):
            panel.guarded(show)

    def _lists(self, wanted: set[str], places: Mapping[str, Region], context: Context) -> Iterator[Showing]:
        """The panels in the middle of the screen."""
        parts, zone = self._desk.parts, LOCAL
        dispatch, own = parts.dispatch, parts.own
        if "board" in wanted and "board" in places:
            yield (
                self._board,
                lambda: self._board.show(
                    board_view(
                        context,
                        dispatch.seeming(context),
                        halves=parts.intake.forms.halves_here(context),
                    )
                ),
            )
        if "line" in wanted:
            yield self._line, lambda: self._line.show(line_view(context, parts.line_ticks, zone))
        if "line" in wanted and "melding" in places:
            size = places["melding"].size
            yield (
                self._melding,
                lambda: self._melding.show(
                    melding_view(
                        parts.melding,
                        context,
                        dispatch.seeming(context),
                        zone,
                        *size,
                        deeds=likely_words(context, dispatch),
                    )
                ),
            )
        if "units" in wanted and "units" in places:
            yield self._units, lambda: self._units.show(units_view(context, self._standings(context)))
        if "map" in wanted and "map" in places:
            yield self._map, lambda: self._map.show(self._map_view(context, places["map"]))
        if "own" in places:
            yield self._own, lambda: self._own.show(own_view(own, context, zone))
        if "pair" in places:
            yield self._pair, lambda: self._pair.show(pair_view(context, zone))
        if "own-keys" in places:
            yield self._keys, lambda: self._keys.show(keys_view(own, context))
        yield self._emergency, lambda: self._emergency.show(parts.emergencies.view(context))
        if "form" in places:
            yield self._form, lambda: self._form.show(form_view(parts.intake, context))
        if "recommend" in places:
            yield (
                self._recommend,
                lambda: self._recommend.show(recommend_view(dispatch.recommending, context)),
            )

    def _bars(
        self, wanted: set[str], places: Mapping[str, Region], context: Context, health: LinkHealth
    ) -> Iterator[Showing]:
        """The rows at the head and the foot."""
        if "bars" not in wanted:
            return
        desk, parts, zone = self._desk, self._desk.parts, LOCAL
        yield self._row, lambda: self._row.show(row_view(parts.row, parts.line, context))
        if "deeds" in places:
            yield self._deeds, lambda: self._deeds.show(deeds_view(parts.row))
        yield (
            self._notice,
            lambda: self._notice.show(
                notice_view(
                    parts, context, desk.trouble(), places["notice"].width, map_in_view="map" in places
                )
            ),
        )
        yield self._status, lambda: self._status.show(status_view(parts, context, health, zone))
        yield self._alarm, lambda: self._alarm.show(alarm_view(parts.alarms, context))
        for rule in self._rules:
            yield rule, partial(rule.show, None)

    def _standings(self, context: Context) -> Sequence[Standing]:
        parts = self._desk.parts
        return parts.units.standings(context, parts.dispatch.recommending.travels(context))

    def _map_view(self, context: Context, place: Region) -> MapView:
        parts = self._desk.parts
        return map_view(
            parts.chart,
            context,
            self._standings(context),
            width=place.width,
            height=place.height - 1,
            reach=parts.dispatch.reaching.reach,
        )


def _rule(_view: None, _width: int, height: int) -> list[Row]:
    return [plain("│", Tone.DIM)] * height
