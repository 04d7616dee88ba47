"""From what is known to what the panels of a unit's own screen show. Pure."""

from datetime import tzinfo

from console.command.waiting_lines import shown_waiting
from console.dispatch.arrivals import seeming
from console.part.context import Context
from console.part.whose_desk import our_incident, our_unit
from console.unit.around import AroundView
from console.unit.asks import asks, away_m, near, pair_away_m
from console.unit.keys import KeysView
from console.unit.melding import OwnView
from console.unit.pair import PairView
from console.unit.unit_part import Own
from protocol.commands.pairs import SpeakToPair
from protocol.model.unit_status import UnitStatus


def own_view(own: Own, context: Context, zone: tzinfo) -> OwnView | AroundView:
    """What we are on, else what goes on near us."""
    incident, unit = our_incident(context), our_unit(context)
    if incident is None:
        return around_view(own, context)
    return OwnView(
        incident=incident,
        units=context.board.units,
        me=0 if unit is None else unit.id,
        now=context.now,
        zone=zone,
        terms=context.terms,
        away_m=away_m(context, incident),
        more=context.key_of("work"),
    )


def around_view(own: Own, context: Context) -> AroundView:
    """A unit without a melding."""
    unit = our_unit(context)
    return AroundView(
        call_sign=context.name,
        status="" if unit is None else context.say(f"status-{unit.status.key}"),
        on_duty=unit is not None or not context.complete,
        task="" if unit is None or unit.task is None else unit.task.what,
        near=near(context),
        selected=own.near,
        key=context.key_of("come-along"),
        sign_on=context.key_of("sign-on"),
    )


def keys_view(own: Own, context: Context) -> KeysView:
    """The foot."""
    welcome, unit = context.welcome, our_unit(context)
    return KeysView(
        asks=asks(context, on_pair=own.on_pair(context)),
        numbers=() if welcome is None else tuple(each for each in welcome.status_numbers if each[0] < 10),
        status=None if unit is None else unit.status,
        whose=_whose_status(context, ""),
        whose_short=_whose_status(context, "-short"),
        elsewhere=_looks_elsewhere(context),
        offered=UnitStatus.ON_SCENE if unit is not None and seeming(context) == unit else None,
        quiet=context.say(
            "unit-keys",
            map=context.key_of("go-map"),
            melding=context.key_of("work"),
            mine=context.key_of("mine"),
            emergency=context.key_of("raise-emergency"),
        ),
    )


def _whose_status(context: Context, suffix: str) -> str:
    unit = our_unit(context)
    if unit is None or unit.incident is None:
        return ""
    key = "unit-whose-status-elsewhere" if _looks_elsewhere(context) else "unit-whose-status"
    return context.say(f"{key}{suffix}", incident=unit.incident)


def _looks_elsewhere(context: Context) -> bool:
    """An emergency elsewhere is on the screen, and a digit still sets the status on one's own melding."""
    unit, shown = our_unit(context), our_incident(context)
    return (
        unit is not None and unit.incident is not None and shown is not None and shown.number != unit.incident
    )


def pair_view(context: Context, zone: tzinfo) -> PairView:
    """The line with the other half."""
    unit = our_unit(context)
    other = None if unit is None else context.board.units.get(unit.pair or 0)
    if unit is None or other is None:
        return PairView(zone=zone, now=context.now)
    return PairView(
        zone=zone,
        now=context.now,
        other=other.call_sign,
        status=context.say(f"status-{other.status.key}"),
        away_m=pair_away_m(context),
        words=unit.pair_words,
        under_way=tuple(
            wish.command.text for wish in shown_waiting(context) if isinstance(wish.command, SpeakToPair)
        ),
        key=context.key_of("strengthen"),
    )
