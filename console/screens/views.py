"""From what is known and where one stands to what each panel shows. Reads the desk; changes nothing in it but
what the map has in view."""

from datetime import datetime, timedelta, tzinfo

from attrs import evolve

from console.actions.action import Where
from console.harmless import harmless
from console.screens.desk import Desk
from console.screens.fields import Field
from console.screens.keynames import key_name
from console.store import LinkHealth
from console.widgets.bars.alarm import AlarmView
from console.widgets.bars.command import CommandView, column_of
from console.widgets.bars.notice import NoticeView
from console.widgets.bars.speak import SpeakView
from console.widgets.bars.status import StatusView
from console.widgets.board.view import BoardView
from console.widgets.line.view import LineView
from console.widgets.map.markers import Marker, Seen, markers
from console.widgets.map.view import MapView
from console.widgets.paint.age import fine_age
from console.widgets.paint.tone import Tone
from console.widgets.units.view import UnitsView
from protocol.commands import (
    AssignUnit,
    ReleaseUnit,
    SetUnitStatus,
    SignOffUnit,
    Speak,
)
from protocol.model.incident import Incident
from protocol.model.point import Point
from protocol.session.events import LinkState
from protocol.session.outbox import Wish

SHOWN_WAITING_AFTER = timedelta(milliseconds=400)
"""A wish that is answered sooner is not shown as waiting: it would only flicker."""


def board_view(desk: Desk) -> BoardView:
    """The board at this moment."""
    board = desk.store.board
    under_way = {getattr(wish.command, "incident", None) for wish in waiting(desk)}
    return BoardView(
        incidents=desk.listing(),
        units=board.units,
        now=desk.now,
        selected=desk.incident,
        open_count=len(board.incidents) - len(board.closed),
        unseen=frozenset(desk.alarms.unseen),
        waiting=frozenset(number for number in under_way if number is not None),
        wanted=desk.filter.text,
        typing=desk.filter if desk.field is Field.FILTER else None,
        show_closed=desk.show_closed,
        focused=desk.panel is Where.BOARD and desk.field in (None, Field.FILTER),
        complete=desk.store.complete,
    )


def units_view(desk: Desk) -> UnitsView:
    """The units at this moment."""
    return UnitsView(
        standings=desk.standings(),
        now=desk.now,
        selected=desk.unit,
        incident=desk.incident,
        nearest_first=desk.nearest_first,
        waiting=frozenset(
            wish.command.unit
            for wish in waiting(desk)
            if isinstance(wish.command, AssignUnit | ReleaseUnit | SetUnitStatus | SignOffUnit)
        ),
        focused=desk.panel is Where.UNITS and desk.field is None,
    )


def line_view(desk: Desk, zone: tzinfo) -> LineView:
    """The line of the selected incident at this moment."""
    return LineView(
        incident=desk.chosen(),
        now=desk.now,
        zone=zone,
        selected=desk.entry,
        read=desk.read,
        under_way=tuple(
            wish.command.text
            for wish in waiting(desk)
            if isinstance(wish.command, Speak) and wish.command.incident == desk.incident
        ),
        focused=desk.panel is Where.LINE and desk.field is None,
    )


def speak_view(desk: Desk) -> SpeakView:
    """The speaking line."""
    incident = desk.chosen()
    action = desk.catalog.by_id["speak"]
    if incident is not None and not incident.is_open:
        hint = desk.say("desk-line-closed")
    elif not desk.permitted(action):
        hint = desk.say("desk-line-may-not")
    else:
        hint = desk.say("desk-speak-hint", press=key_name(action.key))
    return SpeakView(
        edit=desk.drafts.of(desk.incident),
        focused=desk.field is Field.SPEAK,
        hint=hint,
        incident=desk.incident,
    )


def map_view(desk: Desk) -> MapView:
    """The map at this moment."""
    place = desk.places().get("map")
    width, height = (place.width, place.height - 1) if place is not None else (0, 0)
    board, fixes, tracks = desk.store.board, desk.store.fixes, desk.chart.tracks
    incident = desk.chosen()
    seen = [
        Seen(standing=each, fix=fixes[each.unit.id], heading_deg=tracks.heading_deg(each.unit.id))
        for each in desk.standings()
        if each.unit.id in fixes
    ]
    drawn = markers(
        _on_the_map(desk),
        seen,
        incident=desk.incident,
        unit=desk.unit,
    )
    followed, name = _followed(desk)
    viewport = desk.chart.look([marker.point for marker in drawn], followed, width=width, height=height)
    spots: list[tuple[tuple[int, int], Marker]] = []
    if viewport is not None:
        for marker in drawn:
            x, y = viewport.cell(marker.point, width, height)
            if 0 <= x < width and 0 <= y < height:
                spots.append(((x, y), marker))
        desk.shown_on_map(spots)
    goal = None if incident is None else incident.place.point
    on_it = [each for each in seen if goal is not None and each.standing.unit.incident == desk.incident]
    trailed = {each.standing.unit.id for each in on_it} | ({desk.unit} if desk.unit else set())
    return MapView(
        viewport=viewport,
        markers=tuple(spots),
        trails=tuple(tracks.trail(unit) for unit in sorted(trailed) if unit in board.units),
        lanes=tuple((each.fix.point, goal) for each in on_it if goal is not None),
        following=name,
        focused=desk.panel is Where.MAP and desk.field is None,
    )


def _on_the_map(desk: Desk) -> list[Incident]:
    board, chosen = desk.store.board, desk.chosen()
    every = board.open_incidents()
    return every if chosen is None or chosen.is_open else [*every, chosen]


def _followed(desk: Desk) -> tuple[Point | None, str]:
    """Where what the map follows is, and its name."""
    target = desk.chart.following
    if target is None:
        return None, ""
    if target.unit is not None:
        unit, fix = desk.store.board.units.get(target.unit), desk.store.fixes.get(target.unit)
        return (None if fix is None else fix.point), "" if unit is None else harmless(unit.call_sign)
    incident = desk.store.board.incidents.get(target.incident or 0)
    return (None, "") if incident is None else (incident.place.point, str(incident.number))


def alarm_view(desk: Desk) -> AlarmView:
    """What rings."""
    incidents = desk.store.board.incidents
    return AlarmView(
        incidents=tuple(incidents[number] for number in desk.alarms.unseen if number in incidents),
        key=key_name(desk.catalog.by_id["next-urgent"].key),
    )


def command_view(desk: Desk) -> CommandView:
    """The command line."""
    by_id = desk.catalog.by_id
    hint = desk.say(
        "desk-command-hint",
        command=key_name(by_id["command"].key),
        filter=key_name(by_id["filter"].key),
        help=key_name(by_id["help"].key),
    )
    return CommandView(
        edit=desk.line.edit,
        focused=desk.field is Field.COMMAND,
        hint=hint,
        waiting=tuple(desk.line_of(wish.command) for wish in waiting(desk)),
    )


def notice_view(desk: Desk, width: int) -> NoticeView:
    """What is wrong with the line, what it could become, or the last answer."""
    line, notice = desk.line, desk.notices.now
    if desk.field is Field.COMMAND and line.problem is not None:
        column = column_of(command_view(desk), desk.say, line.problem.start, width)
        return NoticeView(text=line.problem.sentence(desk.texts), tone=Tone.WARN, mark_column=column)
    if desk.field is Field.COMMAND and line.choices:
        return NoticeView(choices=line.choices, chosen=line.chosen)
    trouble = desk.trouble()
    if not notice.text and trouble is not None:
        return NoticeView(text=trouble.sentence(desk.texts), tone=Tone.WARN)
    return NoticeView(text=notice.text, tone=notice.tone)


def status_view(desk: Desk, health: LinkHealth, zone: tzinfo) -> StatusView:
    """World, clock, who we are, how the link is doing."""
    welcome = desk.store.welcome
    view = StatusView(clock=desk.now.astimezone(zone).strftime("%H:%M"), waiting=len(waiting(desk)))
    link, tone = _link(desk, health, zone)
    view = evolve(view, link=link, link_tone=tone, measures=_measures(desk, health))
    if welcome is None:
        return view
    return evolve(
        view,
        world=welcome.world,
        exercise=welcome.exercise,
        name=welcome.name,
        role=desk.texts.role(welcome.role),
    )


def _link(desk: Desk, health: LinkHealth, zone: tzinfo) -> tuple[str, Tone]:
    ever = desk.store.welcome is not None
    match health.state:
        case LinkState.LIVE:
            return desk.say("desk-link-live"), Tone.GOOD
        case LinkState.CATCHING_UP:
            percent = desk.progress.percent
            if percent is None:
                return desk.say("desk-link-catching-up"), Tone.WARN
            return desk.say("desk-link-catching-up-percent", percent=percent), Tone.WARN
        case _ if ever:
            since = f"{int(health.silent_s)} s" if health.silent_s < 60 else fine_age(int(health.silent_s))
            heard = desk.now - timedelta(seconds=health.silent_s)
            at = heard.astimezone(zone).strftime("%H:%M")
            return desk.say("desk-link-cut", age=since, at=at), Tone.P1_NEW
        case _:
            return desk.say("desk-link-connecting"), Tone.WARN


def _measures(desk: Desk, health: LinkHealth) -> tuple[str, ...]:
    """Round trip and bytes per second, in coarse steps: a digit that dances costs more than it says."""
    if health.state not in (LinkState.LIVE, LinkState.CATCHING_UP):
        return ()
    found = []
    if health.round_trip_s is not None:
        found.append(desk.say("desk-round-trip", ms=_coarse(health.round_trip_s * 1_000)))
    found.append(desk.say("desk-rate", rate=_coarse(health.bytes_per_s)))
    return tuple(found)


def _coarse(value: float) -> int:
    """Rounded to 1, 2 or 5 times a power of ten."""
    if value < 1:
        return 0 if value < 0.5 else 1
    power = 10 ** (len(str(int(value))) - 1)
    lead = value / power
    return int(power * (1 if lead < 1.5 else 2 if lead < 3.5 else 5 if lead < 7.5 else 10))


def waiting(desk: Desk) -> tuple[Wish, ...]:
    """The wishes that are worth showing as waiting."""
    limit: datetime = desk.clock() - SHOWN_WAITING_AFTER
    return tuple(wish for wish in desk.store.waiting if wish.made_at <= limit)
