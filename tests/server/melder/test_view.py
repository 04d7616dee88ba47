"""What the page may see: words meant for the citizen, nothing of what the police say inside (A11)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.commands.back import TakeBack
from protocol.commands.command import Command
from protocol.commands.contact import (
    CloseContact,
    LeaveContact,
    Listen,
    SayAsMelder,
    SaySafe,
    ShareWhere,
    StepIn,
    TellMelder,
)
from protocol.commands.incidents import CloseIncident
from protocol.commands.intake import DescribeIntake
from protocol.commands.letting_go import GiveFeedback, HandOver
from protocol.commands.promises import BreakPromise, KeepPromise, MakePromise, MovePromise
from protocol.commands.scale import AskColleagues
from protocol.commands.timeline import AddEntry, PushCard, Speak, Whisper
from protocol.commands.units import AssignUnit, ReleaseUnit, SetUnitStatus, SignOnUnit
from protocol.commands.work import AddAim, NoteCitizen
from protocol.errors import Refused
from protocol.model.entry import CardKind
from protocol.model.melder import Melder
from protocol.model.point import Point
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.unit_status import UnitStatus
from protocol.model.work import Aim, CitizenRole
from server.decide.actor import Actor
from server.melder.talk import write_view
from server.melder.view import MeldersView, melders_view
from tests.server.make import ANNA, BEN, World, run
from tests.server.melder.made import OFFICER, called, tell

MELDER = Actor(name=Name("melder 1"), role=Role.MELDER)
SECRET = "GEHEIM"


def view(world: World) -> MeldersView:
    """What the page of melding 1 sees."""
    return melders_view(world.room.board.incidents[1], world.room.board)


async def after(*wishes: Command | tuple[Command, Actor]) -> MeldersView:
    """What the page sees after these."""
    world = await called()
    for each in wishes:
        command, actor = each if isinstance(each, tuple) else (each, ANNA)
        answer = await world.wish(command, actor)
        assert not isinstance(answer, Refused), answer
    return view(world)


def promise(what: str = "wij bellen", to_whom: str = "melder") -> MakePromise:
    """Within the hour."""
    due = World().clock.now + timedelta(hours=1)
    return MakePromise(incident=1, what=Text(what), due=due, from_whom=Name("12.01"), to_whom=Name(to_whom))


ASSIGN = AssignUnit(incident=1, unit=1)


def status(status: UnitStatus) -> SetUnitStatus:
    """Of the unit of the melding."""
    return SetUnitStatus(unit=1, status=status)


@pytest.mark.parametrize(
    ("wishes", "stage"),
    [
        ((), "received"),
        ((ASSIGN,), "sent"),
        ((ASSIGN, status(UnitStatus.EN_ROUTE)), "sent"),
        ((ASSIGN, status(UnitStatus.EN_ROUTE), status(UnitStatus.ON_SCENE)), "there"),
        (
            (
                ASSIGN,
                status(UnitStatus.EN_ROUTE),
                status(UnitStatus.ON_SCENE),
                ReleaseUnit(unit=1),
            ),
            "ending",
        ),
        ((ASSIGN, ReleaseUnit(unit=1)), "received"),
        ((CloseIncident(incident=1, reason=Text("x"), emergency=True),), "closed"),
    ],
)
async def test_the_stage_is_what_a_melder_wants_to_know(wishes: tuple[Command, ...], stage: str) -> None:
    """Is it in, does somebody come, are they there, is it over."""
    assert (await after(*wishes)).stage == stage


@pytest.mark.parametrize(
    ("wishes", "officer", "listeners"),
    [
        ((), True, 1),
        ((Listen(incident=1), BEN), True, 2),
        ((StepIn(incident=1), ANNA), True, 0),
        ((LeaveContact(incident=1), ANNA), True, 0),
        ((LeaveContact(incident=1), OFFICER), False, 1),
        ((CloseContact(incident=1), ANNA), False, 0),
    ],
)
async def test_who_listens_is_said_as_a_number(
    wishes: tuple[Command, Actor] | tuple[()], officer: bool, listeners: int
) -> None:
    """Nobody listens unseen (A49); names stay inside."""
    seen = await after(*[wishes] if wishes else [])
    assert (seen.officer, seen.listeners) == (officer, listeners)


async def test_the_words_of_both_sides_are_there_in_order() -> None:
    """With whose they are, never who."""
    seen = await after(
        (SayAsMelder(incident=1, text=Text("hallo")), MELDER),
        (TellMelder(incident=1, text=Text("wij luisteren")), OFFICER),
    )
    assert [(word.id, word.mine, word.text) for word in seen.words] == [
        (1, True, "hallo"),
        (2, False, "wij luisteren"),
    ]


@pytest.mark.parametrize(
    ("to_whom", "melder", "shown"),
    [
        ("melder", "", True),
        ("Melder", "", True),
        ("caller", "", True),
        ("Mevrouw de Wit", "Mevrouw de Wit", True),
        ("mevrouw de wit", "Mevrouw de Wit", True),
        ("mevrouw de wit", "", False),
        ("12.05", "", False),
        ("GGD", "Mevrouw de Wit", False),
    ],
)
async def test_only_promises_to_the_melder_are_shown(to_whom: str, melder: str, shown: bool) -> None:
    """By the word or by the melder's own name; what colleagues and partners agree is theirs (A81)."""
    named = DescribeIntake(incident=1, melder=Melder(name=Name(melder)))
    seen = await after(*[named] * bool(melder), promise(to_whom=to_whom))
    assert [each.what for each in seen.promises] == ["wij bellen"] * shown


@pytest.mark.parametrize(
    ("then", "states"),
    [
        (KeepPromise(incident=1, promise=1), ["kept"]),
        (BreakPromise(incident=1, promise=1, why=Text(SECRET)), ["broken"]),
        (
            MovePromise(incident=1, promise=1, due=World().clock.now + timedelta(hours=2), why=Text(SECRET)),
            ["moved", "open"],
        ),
    ],
)
async def test_what_became_of_a_promise_is_shown_and_why_is_not(then: Command, states: list[str]) -> None:
    """The moved one stays beside the new one (A14)."""
    seen = await after(promise(), then)
    assert [each.state for each in seen.promises] == states
    assert SECRET not in repr(seen)


@pytest.mark.parametrize(("given_", "shown"), [(True, "het is goed"), (False, "")])
async def test_feedback_is_shown_when_it_is_for_the_melder(given_: bool, shown: str) -> None:
    """Why nobody could be told is not for the citizen."""
    feedback = GiveFeedback(incident=1, text=Text("het is goed"), given=given_)
    assert (await after(feedback)).feedback == shown


async def test_safe_and_a_place_are_known_once_said() -> None:
    """The place itself does not come back."""
    point = Point(lat_deg=51.92, lon_deg=4.49)
    seen = await after((SaySafe(incident=1), MELDER), (ShareWhere(incident=1, point=point), MELDER))
    assert (seen.safe, seen.shared) == (True, True)
    assert "51.92" not in (write_view(seen, known=0, before=None) or "")
    fresh = await after()
    assert (fresh.safe, fresh.shared) == (False, False)


def _everything_inside(secret: str) -> list[tuple[Command, Actor]]:
    """A wish of every kind whose words are not meant for the citizen, each with the secret in it."""
    text, name = Text(secret), Name(secret)
    inside: list[Command] = [
        DescribeIntake(
            incident=1,
            melder=Melder(name=name, number=name),
            story=text,
            expects=text,
            fears=text,
        ),
        AddEntry(incident=1, text=text),
        SignOnUnit(call_sign=name),
        AssignUnit(incident=1, unit=2),
        AddAim(incident=1, aim=Aim.PROTECT, text=text),
        NoteCitizen(incident=1, name=name, role=CitizenRole.LOOKOUT),
        PushCard(incident=1, card=CardKind.WARNING, text=text),
        AskColleagues(incident=1, text=text),
        HandOver(incident=1, taker=name, packet=text),
        promise(secret, "12.05"),
        Speak(incident=1, text=text),
        Whisper(incident=1, text=text),
        GiveFeedback(incident=1, text=text, given=False),
        CloseIncident(incident=1, reason=text, emergency=True),
    ]
    return [(each, ANNA) for each in inside]


@given(secret=st.text("abcdefghKLMNOP", min_size=12, max_size=16), order=st.randoms(use_true_random=False))
def test_nothing_that_is_said_inside_is_ever_in_the_view(secret: str, order: object) -> None:
    """Log, open line, whispers, cards, intake, call signs, names: in any order, whatever the words (A11)."""

    async def play() -> None:
        world = await called()
        wishes = _everything_inside(secret)
        order.shuffle(wishes)  # type: ignore[attr-defined]
        for command, actor in wishes:
            await world.wish(command, actor)
            told = write_view(view(world), known=0, before=None)
            assert told is not None
            assert secret not in told
            assert not [name for name in ("anna", "12.01", "vechtpartij", "Blaak") if name in told]

    run(play())


async def test_all_of_it_can_be_said() -> None:
    """So that the test above means something: every wish is done, in the order of the list."""
    world = await called()
    for command, actor in _everything_inside(SECRET):
        answer = await world.wish(command, actor)
        assert not isinstance(answer, Refused), (command, answer)


async def test_words_that_the_police_took_back_are_told_to_be() -> None:
    """They are not among the words any more; a page that has them strikes them."""
    world = await called()
    await tell(world, "wij komen over vijf minuten")
    seen = melders_view(world.room.board.incidents[1], world.room.board)
    await world.wish(TakeBack(), OFFICER)
    now = melders_view(world.room.board.incidents[1], world.room.board)
    assert ([word.id for word in seen.words], seen.struck) == ([1], ())
    assert (now.words, now.struck) == ((), (1,))
