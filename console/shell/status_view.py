"""From the link's health and the welcome to the status line. Pure."""

from datetime import timedelta, tzinfo

from attrs import evolve

from console.desk.parts import Parts
from console.desk.progress import Progress
from console.dispatch.make_view import gauge
from console.paint.age import fine_age
from console.paint.tone import Tone
from console.part.context import Context
from console.shell.counters import counters
from console.shell.status_bar import StatusView
from console.store import LinkHealth
from protocol.session.events import LinkState


def status_view(parts: Parts, context: Context, health: LinkHealth, zone: tzinfo) -> StatusView:
    """World, clock, who we are, what is still open here, how the link is doing."""
    welcome = context.welcome
    view = StatusView(clock=context.now.astimezone(zone).strftime("%H:%M"), counters=counters(parts, context))
    link, tone = _link(parts.progress, context, health, zone)
    view = evolve(
        view, link=link, link_tone=tone, measures=_measures(context, health), waterline=gauge(context)
    )
    if welcome is None:
        return view
    return evolve(
        view,
        world=welcome.world,
        exercise=welcome.exercise,
        name=welcome.name,
        role=context.texts.role(welcome.role),
    )


def _link(progress: Progress, context: Context, health: LinkHealth, zone: tzinfo) -> tuple[str, Tone]:
    ever = context.welcome is not None
    match health.state:
        case LinkState.LIVE:
            return context.say("desk-link-live"), Tone.GOOD
        case LinkState.CATCHING_UP:
            percent = progress.percent
            if percent is None:
                return context.say("desk-link-catching-up"), Tone.WARN
            return context.say("desk-link-catching-up-percent", percent=percent), Tone.WARN
        case _ if ever:
            since = f"{int(health.silent_s)} s" if health.silent_s < 60 else fine_age(int(health.silent_s))
            heard = context.now - timedelta(seconds=health.silent_s)
            at = heard.astimezone(zone).strftime("%H:%M")
            return context.say("desk-link-cut", age=since, at=at), Tone.P1_NEW
        case _:
            return context.say("desk-link-connecting"), Tone.WARN


def _measures(context: Context, health: LinkHealth) -> tuple[str, ...]:
    """Round trip and bytes per second, in coarse steps: a digit that dances costs more than it says."""
    if health.state not in (LinkState.LIVE, LinkState.CATCHING_UP):
        return ()
    found = []
    if health.round_trip_s is not None:
        found.append(context.say("desk-round-trip", ms=_coarse(health.round_trip_s * 1_000)))
    found.append(context.say("desk-rate", rate=_coarse(health.bytes_per_s)))
    return tuple(found)


def _coarse(value: float) -> int:
    """Rounded to 1, 2 or 5 times a power of ten."""
    if value < 1:
        return 0 if value < 0.5 else 1
    power = 10 ** (len(str(int(value))) - 1)
    lead = value / power
    return int(power * (1 if lead < 1.5 else 2 if lead < 3.5 else 5 if lead < 7.5 else 10))
