"""What the actions of no single part return."""

from attrs import evolve

from console.actions.action import Where
from console.actions.catalog import CATALOG
from console.command.typed_before import Past
from console.desk.deeds import DEEDS
from console.desk.parts import Parts
from console.documents.by_verb import FETCHED
from console.field.edit import holding
from console.paint.tone import Tone
from console.part.context import Context
from console.part.effects import FilterBy, Focus, GoTo, OpenList, Select, SelectUnit, Tell
from console.part.field import Field
from protocol.commands.timeline import Speak
from protocol.facts.appeals import AppealHeard
from protocol.model.appeal import AppealKind
from protocol.model.text import Text
from tests.console.rig import Rig


def room() -> tuple[Parts, Context]:
    """Incidents 1, 2 and 3 are open, 2 most urgent; one unit; nothing is selected."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    for number, priority in ((1, 3), (2, 1), (3, 2)):
        rig.open(number, priority=priority)
    return Parts(Past()), evolve(rig.desk().context(), incident=None)


def test_every_action_of_the_screen_is_done_here_or_fetched() -> None:
    """No action in the palette does nothing; no deed is left of an action that is gone."""
    special = {"speak", "open-contact", "intake", "arrived", "close"}
    of_screen = {action.id for action in CATALOG.actions if action.build is None}
    assert of_screen - set(DEEDS) - FETCHED - special == set()
    assert set(DEEDS) <= {action.id for action in CATALOG.actions}


def test_what_is_named_is_selected_where_it_is_listed() -> None:
    """An incident leaves the unit list for the board; a unit stays on the map, where it is shown too."""
    parts, context = room()
    incident, unit = context.board.incidents[1], context.board.units[1]
    on_units, on_map = evolve(context, panel=Where.UNITS), evolve(context, panel=Where.MAP)
    assert DEEDS["show"](parts, on_units, {"subject": incident}) == (Select(1), GoTo(Where.BOARD))
    assert DEEDS["show"](parts, on_map, {"subject": incident}) == (Select(1), GoTo(Where.MAP))
    assert DEEDS["show"](parts, on_map, {"subject": unit}) == (SelectUnit(1), GoTo(Where.MAP))
    assert DEEDS["show"](parts, context, {"subject": unit}) == (SelectUnit(1), GoTo(Where.UNITS))


def test_the_next_urgent_goes_round_in_the_order_of_urgency() -> None:
    """From nothing to the most urgent, behind the last to the first; back is the other way."""
    parts, context = room()
    order = [incident.number for incident in context.board.open_incidents()]
    assert order[0] == 2
    visited = []
    for _ in order:
        (effect,) = DEEDS["next-urgent"](parts, context, {})
        assert isinstance(effect, Select)
        visited.append(effect.incident)
        context = evolve(context, incident=effect.incident)
    assert visited == order
    assert DEEDS["next-urgent"](parts, context, {}) == (Select(2),)
    assert DEEDS["previous-urgent"](parts, evolve(context, incident=2), {}) == (Select(order[-1]),)


def test_what_rings_goes_before_the_round() -> None:
    """The key that goes to what is urgent goes first to what asks of this desk."""
    rig = Rig()
    rig.welcome()
    desk = rig.desk()
    rig.open(2, priority=1)
    rig.happen(AppealHeard(incident=2, kind=AppealKind.PRIORITY_1))
    rig.open(3, "brand", priority=1)
    assert DEEDS["next-urgent"](desk.parts, evolve(desk.context(), incident=1), {}) == (Select(3),)


def test_where_nothing_else_is_open_that_is_said() -> None:
    """A key that goes nowhere says why."""
    rig = Rig()
    rig.open(1)
    context = evolve(rig.desk().context(), incident=1)
    told = (Tell(context.say("desk-no-urgent"), Tone.DIM),)
    assert DEEDS["next-urgent"](Parts(Past()), context, {}) == told


def test_the_key_of_the_filter_types_it_and_a_line_applies_it() -> None:
    """A line without words takes the filter away."""
    parts, context = room()
    assert DEEDS["filter"](parts, context, {"by-key": True}) == (GoTo(Where.BOARD), Focus(Field.FILTER))
    assert DEEDS["filter"](parts, context, {"wanted": "brand"}) == (FilterBy(holding("brand")),)
    assert DEEDS["filter"](parts, context, {}) == (FilterBy(holding("")),)


def test_everything_without_an_answer_is_listed_in_order() -> None:
    """And where nothing waits that is said."""
    rig = Rig()
    rig.welcome()
    rig.open(1)
    nothing = rig.desk().context()
    assert DEEDS["waiting"](Parts(Past()), nothing, {}) == (
        Tell(nothing.say("desk-nothing-waits"), Tone.DIM),
    )
    for text in ("een", "twee"):
        rig.wish(Speak(incident=1, text=Text(text)))
    (shown,) = DEEDS["waiting"](Parts(Past()), rig.desk().context(), {})
    assert isinstance(shown, OpenList)
    assert ["een" in shown.lines[0], "twee" in shown.lines[1], len(shown.lines)] == [True, True, 2]


def test_the_bell_goes_off_and_on_again_and_says_which() -> None:
    """A room that hears nothing must know that it does."""
    parts, context = room()
    for key in ("desk-bell-now-off", "desk-bell-on-again"):
        assert DEEDS["bell"](parts, context, {}) == (Tell(context.say(key), Tone.WARN),)


def test_who_has_chosen_no_incident_is_asked_to() -> None:
    """Nothing is missing of nothing."""
    parts, context = room()
    told = (Tell(context.say("desk-choose-incident"), Tone.WARN),)
    assert DEEDS["letting-go"](parts, context, {}) == told
    DEEDS["letting-go"](parts, evolve(context, incident=1), {})
    assert parts.melding.guarding == 1
