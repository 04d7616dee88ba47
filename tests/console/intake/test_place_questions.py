"""Places are asked for when the typing pauses, each words once, and nothing waits for the answer."""

import json
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest

from console.desk.desk import Desk
from console.intake.place_questions import PAUSE_S, AskingPlaces
from protocol.errors import Reason
from protocol.model.role import Role
from protocol.session.events import FetchRefused, PieceCame
from protocol.wire.messages import Fetch, Piece, Refusal
from tests.console.rig import Rig, place, type_keys
from tests.console.shell.test_desk_screen import lines, settled

ANSWER = "\n".join(
    json.dumps(each)
    for each in (["Lange Kade", "street", 52.01, 4.36], ["Lange Kade 5", "house", 52.02, 4.36])
).encode()


class Asker:
    """A desk with the form open, and a clock that only `at` moves."""

    def __init__(self, role: Role = Role.CENTRALIST) -> None:
        self.rig = Rig(role=role)
        self.rig.welcome()
        self.desk: Desk = self.rig.desk()
        self.asked: list[Fetch] = []
        self.later: list[float] = []
        self.shown = 0
        self.asking = AskingPlaces(
            self.desk.parts.intake.hand,
            self.desk.context,
            self.rig.store,
            self.asked.append,
            later=self._later,
            shown=self._show,
        )
        self.desk.press("f6", None)
        type_keys(self.desk, "1 brand @ ")

    def _later(self, seconds: float, _call: Callable[[], None]) -> None:
        self.later.append(seconds)

    def _show(self) -> None:
        self.shown += 1

    def type(self, text: str, at_s: float) -> None:
        """These keys at that moment."""
        type_keys(self.desk, text)
        self.asking.look(at_s)

    def at(self, at_s: float) -> None:
        """Nothing happens until then."""
        self.asking.look(at_s)

    def answer(self, data: bytes = ANSWER) -> None:
        """The newest question is answered."""
        piece = Piece(id=self.asked[-1].id, offset=0, total=len(data), data=data)
        self.rig.take(PieceCame(piece=piece))

    def refuse(self, reason: Reason) -> None:
        """The newest question is refused."""
        self.rig.take(FetchRefused(refusal=Refusal(id=self.asked[-1].id, reason=reason)))

    @property
    def words(self) -> list[str]:
        """What was asked about, in order."""
        return [parse_qs(each.document.partition("?")[2])["text"][0] for each in self.asked]

    @property
    def names(self) -> list[str]:
        """What is offered now."""
        return [each.name for each in self.desk.parts.intake.hand.candidates(self.desk.context())]


def test_a_question_goes_out_when_the_typing_pauses() -> None:
    """Each key begins the pause anew; a look is planned for its end."""
    asker = Asker()
    asker.type("la", 0.0)
    assert (asker.asked, asker.later) == ([], [PAUSE_S])
    asker.type("n", 0.2)
    asker.at(0.2 + PAUSE_S - 0.01)
    assert asker.asked == []
    asker.at(0.2 + PAUSE_S)
    assert asker.words == ["lan"]
    asker.answer()
    assert (asker.names, asker.shown) == (["Lange Kade", "Lange Kade 5"], 1)


def test_the_same_words_are_never_asked_twice() -> None:
    """However they are spelled, and after other words; a byte is never sent twice."""
    asker = Asker()
    asker.type("lange", 0.0)
    asker.at(1.0)
    asker.answer()
    asker.type(" k", 2.0)
    asker.at(3.0)
    asker.answer(b"")
    for _ in range(2):
        asker.desk.press("backspace", None)
        asker.at(4.0)
        asker.at(5.0)
    asker.type("  ", 6.0)
    asker.at(7.0)
    assert asker.words == ["lange", "lange k"]
    assert asker.names == ["Lange Kade", "Lange Kade 5"]


def test_a_late_answer_is_not_shown_for_newer_words() -> None:
    """Typing went on: what comes in is kept, and offered as far as it still fits; the new words follow."""
    asker = Asker()
    asker.type("la", 0.0)
    asker.at(1.0)
    asker.type("nge", 1.1)
    asker.at(1.2)
    asker.answer()
    assert asker.names == ["Lange Kade", "Lange Kade 5"]
    asker.at(9.0)
    asker.at(10.0)
    assert asker.words == ["la", "lange"]
    asker.type("straat", 10.1)
    asker.answer()
    assert asker.names == []


def test_one_question_is_under_way_at_most() -> None:
    """On a slow link the words in between cost nothing."""
    asker = Asker()
    asker.type("la", 0.0)
    asker.at(1.0)
    for at_s, char in enumerate("nge kade", start=2):
        asker.type(char, at_s)
        asker.at(at_s + 0.9)
    assert asker.words == ["la"]


def test_what_is_near_is_said_with_it() -> None:
    """The selected melding's point, to some hundred metres."""
    asker = Asker()
    asker.rig.open(7, where=place("Markt", 0))
    asker.desk.select(7)
    asker.type("lange", 0.0)
    asker.at(1.0)
    assert parse_qs(asker.asked[0].document.partition("?")[2]) == {
        "text": ["lange"],
        "lat": ["52.010"],
        "lon": ["4.360"],
    }


@pytest.mark.parametrize("reason", [Reason.NO_MAP, Reason.NOT_ALLOWED])
def test_a_server_without_a_map_is_asked_once(reason: Reason) -> None:
    """Until it welcomes us again: it may have one then."""
    asker = Asker()
    asker.type("lange", 0.0)
    asker.at(1.0)
    asker.refuse(reason)
    asker.type(" k", 2.0)
    asker.at(3.0)
    assert asker.words == ["lange"]
    asker.rig.welcome()
    asker.at(4.0)
    asker.at(5.0)
    assert asker.words == ["lange", "lange k"]


def test_refused_words_are_not_asked_again() -> None:
    """Others are."""
    asker = Asker()
    asker.type("la", 0.0)
    asker.at(1.0)
    asker.refuse(Reason.INVALID)
    asker.at(2.0)
    asker.at(3.0)
    asker.type("n", 4.0)
    asker.at(5.0)
    assert asker.words == ["la", "lan"]


@pytest.mark.parametrize("text", ["l", "x" * 121])
def test_too_little_and_too_much_is_not_asked(text: str) -> None:
    """One letter is half the town."""
    asker = Asker()
    asker.type(text, 0.0)
    asker.at(1.0)
    assert asker.asked == []


def test_a_role_that_may_not_read_places_asks_for_none() -> None:
    """Typing goes on as ever."""
    asker = Asker(role=Role.PARTNER)
    asker.type("lange", 0.0)
    asker.at(1.0)
    assert asker.asked == []


def test_nothing_is_asked_after_the_end() -> None:
    """The screen is gone: a new link does not ask for what was under way."""
    asker = Asker()
    asker.type("lange", 0.0)
    asker.at(1.0)
    asker.asking.stop()
    asker.rig.welcome()
    assert asker.words == ["lange"]


async def test_candidates_stand_below_the_field_on_the_screen() -> None:
    """What was typed is asked, what comes is shown; typing never waited."""
    rig = Rig()
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(100, 30)) as pilot:
        rig.welcome()
        await pilot.press("f6")
        for char in "1 brand @ lange":
            await pilot.press({" ": "space", "@": "at"}.get(char, char))
        screen = app.desk_screen
        screen.asking_places.look(1e12)
        [question] = [each for each in asked if each.document.startswith("places?")]
        rig.take(PieceCame(piece=Piece(id=question.id, offset=0, total=len(ANSWER), data=ANSWER)))
        await settled(pilot)
        shown = lines(app)
        at = next(row for row, text in enumerate(shown) if "1 brand @ lange" in text)
        assert "Lange Kade" in shown[at + 1]
        assert "straat" in shown[at + 1]
        assert "Lange Kade 5" in shown[at + 2]
        await pilot.press("tab")
        await settled(pilot)
        assert "1 brand @ Lange Kade" in lines(app)[at]


async def test_what_was_typed_before_the_server_was_there_is_asked_later() -> None:
    """Nobody has to press a key once more."""
    rig = Rig()
    asked: list[Fetch] = []
    app = rig.app(fetch=asked.append)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f6", *(({" ": "space", "@": "at"}).get(char, char) for char in "1 brand @ lange"))
        assert not [each for each in asked if each.document.startswith("places?")]
        rig.welcome()
        app.desk_screen.asking_places.look(1e12)
        app.desk_screen.asking_places.look(2e12)
        assert [each.document for each in asked if each.document.startswith("places?")] == [
            "places?text=lange"
        ]
