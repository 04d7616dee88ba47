"""From what is known to what the panels of a unit's own screen show. Reads the desk; changes nothing."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from console.actions.key_names import key_name
from console.dispatch.arrivals import seeming
from console.line.speak_bar import Hearers, SpeakView
from console.part.field import Field
from console.shell.views import waiting
from console.unit.around import AroundView
from console.unit.asks import asks, away_m, near, pair_away_m
from console.unit.keys import KeysView
from console.unit.melding import OwnView
from console.unit.pair import PairView
from console.unit.whose_desk import our_incident, our_name, our_unit
from protocol.commands.pairs import SpeakToPair
from protocol.model.unit_status import UnitStatus

if TYPE_CHECKING:
    from console.desk.desk import Desk


def own_view(desk: Desk, zone: tzinfo) -> OwnView | AroundView:
    """What we are on, else what goes on near us."""
    incident, unit = our_incident(desk), our_unit(desk)
    if incident is None:
        return around_view(desk)
    return OwnView(
        incident=incident,
        units=desk.store.board.units,
        me=0 if unit is None else unit.id,
        now=desk.now,
        zone=zone,
        terms=desk.terms,
        away_m=away_m(desk, incident),
        more=key_name(desk.catalog.by_id["work"].also_key),
    )


def around_view(desk: Desk) -> AroundView:
    """A unit without a melding."""
    unit = our_unit(desk)
    return AroundView(
        call_sign=our_name(desk),
        status="" if unit is None else desk.say(f"status-{unit.status.key}"),
        on_duty=unit is not None or not desk.store.complete,
        task="" if unit is None or unit.task is None else unit.task.what,
        near=near(desk),
        selected=desk.own.near,
        key="k",
        sign_on=key_name(desk.catalog.by_id["sign-on"].key),
    )


def keys_view(desk: Desk) -> KeysView:
    """The foot."""
    welcome, unit = desk.store.welcome, our_unit(desk)
    by_id = desk.catalog.by_id
    return KeysView(
        asks=asks(desk),
        numbers=() if welcome is None else tuple(each for each in welcome.status_numbers if each[0] < 10),
        status=None if unit is None else unit.status,
        offered=UnitStatus.ON_SCENE if unit is not None and seeming(desk) == unit else None,
        quiet=desk.say(
            "unit-keys",
            map=key_name(by_id["go-map"].also_key),
            melding=key_name(by_id["work"].also_key),
            mine="F9",
            emergency=key_name(by_id["raise-emergency"].also_key),
        ),
    )


def pair_view(desk: Desk, zone: tzinfo) -> PairView:
    """The line with the other half."""
    unit = our_unit(desk)
    other = None if unit is None else desk.store.board.units.get(unit.pair or 0)
    if unit is None or other is None:
        return PairView(zone=zone)
    return PairView(
        zone=zone,
        other=other.call_sign,
        status=desk.say(f"status-{other.status.key}"),
        away_m=pair_away_m(desk),
        words=unit.pair_words,
        under_way=tuple(wish.command.text for wish in waiting(desk) if isinstance(wish.command, SpeakToPair)),
        key=key_name(desk.catalog.by_id["strengthen"].key),
    )


def pair_speak_view(desk: Desk) -> SpeakView:
    """The row on which one speaks to the other half."""
    unit = our_unit(desk)
    other = None if unit is None else desk.store.board.units.get(unit.pair or 0)
    name = "?" if other is None else other.call_sign
    return SpeakView(
        edit=desk.own.pair_drafts.of(None if unit is None else unit.id),
        focused=desk.field is Field.SPEAK,
        hint=desk.say("unit-speak-pair", other=name),
        hearers=Hearers.COLLEAGUES,
        prompt=desk.say("unit-mate", other=name),
    )
