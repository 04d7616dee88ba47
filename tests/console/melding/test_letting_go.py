"""The melding panel and letting go: shown by one key, scrolled, and the way to each missing thing."""

from datetime import UTC, timedelta
from typing import Any

import pytest

from console.actions.action import Where
from console.desk.desk import Desk
from console.melding.view import draw_melding
from console.part.field import Field
from protocol.errors import Reason
from protocol.facts.incidents import PhaseEntered
from protocol.facts.intake import IncidentClassified, IntakeDescribed
from protocol.facts.promises import PromiseMade, PromiseMoved, Reacted
from protocol.facts.work import AdditionStated, AimAdded, CitizenNoted, NeedStated, Referred
from protocol.model.intake import Question, Source
from protocol.model.melder import Melder
from protocol.model.phase import Phase
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from protocol.model.work import Aim, CitizenRole
from tests.console.rig import Rig, digit, letter, place, type_keys
from tests.console.shell.test_desk_screen import lines, settled
from tests.console.shown import melding_view


def told() -> Rig:
    """One melding of which much is known."""
    rig = Rig()
    rig.sign_on("12.03")
    rig.open(417, "Inbraak woning", place("Havenkade 3", 0, 0))
    rig.happen(IncidentClassified(incident=417, code=Name("INB-W")))
    rig.happen(
        IntakeDescribed(
            incident=417,
            source=Source.EMERGENCY_CALL,
            question=Question.URGENT_POLICE,
            melder=Melder(name=Name("de Wit"), number=Name("0612345678"), call_back=True),
            expects=Text("dat er iemand komt kijken"),
            fears=Text("dat de daders terugkomen"),
        )
    )
    rig.happen(Reacted(incident=417, kind=ReactionKind.UNIT_NOW), by="anna")
    rig.happen(
        PromiseMade(
            incident=417,
            what=Text("terugbellen"),
            due=rig.now + timedelta(minutes=10),
            from_whom=Name("anna"),
            to_whom=Name("de Wit"),
        )
    )
    rig.happen(
        PromiseMoved(incident=417, promise=1, due=rig.now + timedelta(minutes=25), why=Text("eenheid later"))
    )
    rig.happen(AimAdded(incident=417, aim=Aim.PROTECT, text=Text("de kinderen")))
    rig.happen(NeedStated(incident=417, what=Text("slotenmaker"), from_whom=Name("verzekering")))
    rig.happen(AdditionStated(incident=417, unit=1, text=Text("sporen veilig stellen")))
    rig.happen(CitizenNoted(incident=417, name=Name("buurman"), role=CitizenRole.LOOKOUT))
    rig.happen(Referred(incident=417, partner=Name("Slachtofferhulp"), consent=True))
    return rig


def at_desk(rig: Rig) -> Desk:
    """The desk, live."""
    desk = rig.desk()
    rig.welcome()
    return desk


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_the_panel_as_text(size: tuple[int, int], snapshot: Any) -> None:
    """In the line's place on a small screen, beside the line on a large one."""
    rig = told()
    app = rig.app()
    async with app.run_test(size=size) as pilot:
        rig.welcome()
        await pilot.press("f8")
        await settled(pilot)
        assert snapshot == "\n".join(line.rstrip() for line in lines(app)[:-1])


async def test_what_is_missing_as_text(snapshot: Any) -> None:
    """Closing too early shows the list at once, each thing with its number."""
    rig = told()
    app = rig.app()
    async with app.run_test(size=(80, 24)) as pilot:
        rig.welcome()
        await pilot.press("S")
        await settled(pilot)
        assert snapshot == "\n".join(line.rstrip() for line in lines(app)[:-1])


def test_one_key_shows_and_hides_it() -> None:
    """The keys stay where they are."""
    desk = at_desk(told())
    desk.press("f8", None)
    assert "melding" in desk.places()
    assert "line" not in desk.places()
    assert desk.stand.panel is Where.BOARD
    desk.press("f8", None)
    assert "melding" not in desk.places()


@pytest.mark.parametrize("size", [(160, 48), (220, 60)])
def test_with_room_the_line_stays(size: tuple[int, int]) -> None:
    """On a large screen both are visible."""
    desk = at_desk(told())
    desk.resize(*size)
    desk.press("f8", None)
    assert {"line", "melding", "board", "units"} <= set(desk.places())


def test_a_number_goes_to_the_missing_thing() -> None:
    """Each number begins the line that supplies it, with the melding and the item spelled out."""
    desk = at_desk(told())
    letter(desk, "L")
    begun = []
    for number in range(1, 6):
        digit(desk, number)
        assert desk.stand.field is Field.COMMAND
        begun.append(desk.parts.line.edit.text)
        desk.press("escape", None)
    assert begun == [
        "aanvaard #417 1 ",
        "nagekomen #417 2 ",
        "overdracht #417 ",
        "klaar #417 ",
        "terugmelding #417 ",
    ]


def test_closing_twice_is_the_persons_own_will() -> None:
    """The guard stops nobody: the second press begins the line."""
    desk = at_desk(told())
    letter(desk, "S")
    assert desk.stand.panel is Where.MELDING
    assert desk.stand.field is None
    letter(desk, "S")
    assert desk.stand.field is Field.COMMAND
    assert desk.parts.line.edit.text == "sluit #417 "


def test_a_refused_closing_shows_what_is_missing() -> None:
    """Also when the line was typed: the server refuses, and the list is there."""
    rig = told()
    desk = at_desk(rig)
    type_keys(desk, ":sluit 417 klaar")
    desk.press("enter", None)
    rig.refuse(Reason.CANNOT_LET_GO, incident=417, missing="promise,taker")
    assert desk.stand.panel is Where.MELDING
    assert desk.parts.melding.guarding == 417


def test_elsewhere_numbers_do_what_they_do() -> None:
    """Without the list a number is no way to a missing thing."""
    desk = at_desk(told())
    desk.press("f8", None)
    digit(desk, 1)
    assert desk.stand.field is not Field.COMMAND


def test_while_merging_out_the_list_stands_there() -> None:
    """In uitvoegen everybody sees what is missing, without asking."""
    rig = told()
    rig.happen(PhaseEntered(incident=417, phase=Phase.MERGE_OUT))
    desk = at_desk(rig)
    view = melding_view(desk, UTC, 80, 20)
    assert "ontbreken 5 dingen" in draw_melding(view, desk.say, width=80, height=20)[1].text
