"""What the panels of a desk are shown at this moment: each view, made as the screen makes it."""

from datetime import tzinfo

from console.alarm import make_view as alarm
from console.alarm.bar import AlarmView
from console.board import make_view as board
from console.board.view import BoardView
from console.chart import make_view as chart
from console.chart.view import MapView
from console.command.notice_bar import NoticeView
from console.desk.desk import Desk
from console.dispatch import make_view as dispatch
from console.dispatch import proposals
from console.dispatch.view import RecommendView
from console.intake import make_view as intake
from console.intake.view import FormView
from console.line import make_view as line
from console.line import words_in_view
from console.line.view import LineView
from console.melding import make_view as melding
from console.melding.view import MeldingView
from console.row import make_view as row
from console.row.bar import RowView
from console.shell import notice_view as notice
from console.shell import status_view as status
from console.shell.status_bar import StatusView
from console.store import LinkHealth
from console.unit import make_view as unit
from console.unit.around import AroundView
from console.unit.keys import KeysView
from console.unit.melding import OwnView
from console.unit.pair import PairView
from console.units import make_view as units
from console.units.standing import Standing
from console.units.view import UnitsView
from protocol.model.line_kind import LineKind


def board_view(desk: Desk) -> BoardView:
    """The board."""
    context = desk.context()
    seeming = desk.parts.dispatch.seeming(context)
    halves = desk.parts.intake.forms.halves_here(context)
    return board.board_view(context, seeming, halves=halves)


def standings(desk: Desk) -> tuple[Standing, ...]:
    """The unit list's rows."""
    context = desk.context()
    return desk.parts.units.standings(context, desk.parts.dispatch.recommending.travels(context))


def units_view(desk: Desk) -> UnitsView:
    """The unit list."""
    return units.units_view(desk.context(), standings(desk))


def map_view(desk: Desk) -> MapView:
    """The map, in the place that the plan gives it."""
    place = desk.places().get("map")
    return chart.map_view(
        desk.parts.chart,
        desk.context(),
        standings(desk),
        width=0 if place is None else place.width,
        height=0 if place is None else place.height - 1,
        reach=desk.parts.dispatch.reaching.reach,
    )


def melding_view(desk: Desk, zone: tzinfo, width: int, height: int) -> MeldingView:
    """The melding panel."""
    context = desk.context()
    seeming = desk.parts.dispatch.seeming(context)
    return melding.melding_view(desk.parts.melding, context, seeming, zone, width, height)


def form_view(desk: Desk) -> FormView:
    """The intake form."""
    return intake.form_view(desk.parts.intake, desk.context())


def recommend_view(desk: Desk) -> RecommendView:
    """The list of who could go."""
    return dispatch.recommend_view(desk.parts.dispatch.recommending, desk.context())


def line_view(desk: Desk, zone: tzinfo) -> LineView:
    """The line of the selected incident."""
    return line.line_view(desk.context(), desk.parts.line_ticks, zone)


def row_view(desk: Desk) -> RowView:
    """The row under the hand."""
    return row.row_view(desk.parts.row, desk.parts.line, desk.context())


def own_view(desk: Desk, zone: tzinfo) -> OwnView | AroundView:
    """A unit's melding, or what is near."""
    return unit.own_view(desk.parts.own, desk.context(), zone)


def around_view(desk: Desk) -> AroundView:
    """What is near a unit."""
    return unit.around_view(desk.parts.own, desk.context())


def keys_view(desk: Desk) -> KeysView:
    """The foot of a unit's screen."""
    return unit.keys_view(desk.parts.own, desk.context())


def pair_view(desk: Desk, zone: tzinfo) -> PairView:
    """The line of a split pair."""
    return unit.pair_view(desk.context(), zone)


def alarm_view(desk: Desk) -> AlarmView:
    """The row across the top."""
    return alarm.alarm_view(desk.parts.alarms, desk.context())


def notice_view(desk: Desk, width: int) -> NoticeView:
    """The row under the command line."""
    in_view = "map" in desk.places()
    return notice.notice_view(desk.parts, desk.context(), desk.trouble(), width, map_in_view=in_view)


def proposal_line(desk: Desk, width: int) -> NoticeView:
    """What one key would do now."""
    in_view = "map" in desk.places()
    return proposals.proposal_line(desk.parts.dispatch, desk.context(), width, map_in_view=in_view)


def question_line(desk: Desk, width: int) -> NoticeView:
    """Why not the nearest."""
    return proposals.question_line(desk.parts.dispatch, desk.context(), width)


def reach_line(desk: Desk) -> NoticeView:
    """The share of the town that is reached in time."""
    return proposals.reach_line(desk.parts.dispatch, desk.context())


def status_view(desk: Desk, health: LinkHealth, zone: tzinfo) -> StatusView:
    """The bottom row."""
    return status.status_view(desk.parts, desk.context(), health, zone)


def lines_in_view(desk: Desk) -> frozenset[tuple[int, LineKind]]:
    """The lines whose newest words are on the screen."""
    return words_in_view.lines_in_view(desk.context(), desk.places())
