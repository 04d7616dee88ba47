"""What was not made here and now comes back where it fits, and is shown where it does not."""

from datetime import timedelta
from pathlib import Path

import pytest

from console.desk.deeds import left_lines
from console.desk.desk import Desk
from console.memory.run_memory import RunMemory
from console.part.field import Field
from protocol.address import read_address
from protocol.commands.command import Command
from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry, JoinLine
from protocol.model.text import Text
from protocol.session.events import Answered, Event, LinkState, SetAside
from protocol.session.knowledge import Knowledge
from protocol.session.origin import Fit
from protocol.session.outbox import Wish
from tests.console.memory.read_only import read_only
from tests.console.rig import START, Rig, type_keys

ANNA = read_address("ws://anna@127.0.0.1:8765")


class Console(Rig):
    """A rig whose wishes and texts are kept on the disk, and which can die."""

    def __init__(self, state: Path, *, exercise: bool = False, history: str = "h") -> None:
        super().__init__(exercise=exercise)
        self.history = history
        self.session.outbox._next_id = 1 + hash((str(state), exercise, history, id(self))) % 2**40
        self.memory = RunMemory(ANNA, state=state, clock=lambda: START)
        self.at_desk = self.desk(memory=self.memory)
        self.store.listen(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Answered):
            self.memory.answered(event.answer.id)

    def wish(self, command: Command) -> int:
        """Into the outbox, and onto the disk."""
        id = super().wish(command)
        self.memory.put(self.session.outbox.wishes[-1])
        return id

    def again(self, wish: Wish) -> None:
        """As the link does it."""
        super().again(wish)
        self.memory.put(self.session.outbox.wishes[-1])

    def forget(self, id: int) -> None:
        """As the link does it."""
        super().forget(id)
        self.memory.answered(id)

    def move_to(self, *, exercise: bool, history: str, incidents: tuple[int, ...] = ()) -> None:
        """The link is cut, and another server stands at the address."""
        self.state(LinkState.CONNECTING)
        self.exercise, self.history = exercise, history
        self.session.knowledge = Knowledge()
        self.welcome(snapshot=True)
        for number in incidents:
            self.open(number)
        self.session.knowledge.complete = True
        self.state(LinkState.LIVE)

    def die(self) -> None:
        """Without a last word, a moment after the last key."""
        self.at_desk.keep()
        self.memory.abandon()


def _typing(desk: Desk, line: str) -> None:
    """On the command line, and enter."""
    if desk.stand.field is Field.COMMAND:
        desk.press("escape", None)
        desk.press("escape", None)
    type_keys(desk, f":{line}")
    desk.press("enter", None)


def _speaking(desk: Desk, number: int, text: str) -> None:
    desk.select(number)
    desk.press("f5", None)
    type_keys(desk, text)


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    """The state of a console that died while somebody typed in every field of it, in history h."""
    rig = Console(tmp_path)
    rig.welcome()
    rig.open(7)
    desk = rig.at_desk
    type_keys(desk, "/jas")
    desk.press("enter", None)
    desk.press("f6", None)
    type_keys(desk, "1 brand @ Kade 3")
    desk.press("escape", None)
    type_keys(desk, ".koppel 12.03")
    desk.press("escape", None)
    _speaking(desk, 7, "rode jas")
    rig.die()
    return tmp_path


def test_what_was_typed_is_back_in_every_field(typed: Path) -> None:
    """One line says so; nothing is sent, and no field takes the keys."""
    rig = Console(typed)
    rig.welcome(snapshot=True)
    rig.open(7)
    assert rig.at_desk.parts.line.edit.text == ""
    rig.session.knowledge.complete = True
    rig.state(LinkState.LIVE)
    desk = rig.at_desk
    assert (desk.parts.line.edit.text, desk.stand.filter.text) == ("koppel 12.03", "jas")
    assert desk.parts.row.under_hand.of(7).text == "rode jas"
    assert desk.parts.intake.forms.now.text("open") == "1 brand @ Kade 3"
    assert (rig.wishes, desk.stand.field) == ([], None)
    assert desk.parts.notices.now.text == (
        "Wat u typte staat er weer: opdrachtregel, filter, bij melding 7, aannameformulier."
    )
    assert left_lines(desk.parts, desk.context()) == []


def test_it_is_kept_until_it_is_sent_or_emptied(typed: Path) -> None:
    """A second death loses nothing either, and what was sent does not come back."""
    for _ in range(2):
        rig = Console(typed)
        rig.welcome()
        rig.open(7)
        rig.state(LinkState.LIVE)
        assert rig.at_desk.parts.line.edit.text == "koppel 12.03"
        rig.die()
    rig = Console(typed)
    rig.welcome()
    rig.open(7)
    rig.state(LinkState.LIVE)
    desk = rig.at_desk
    desk.select(7)
    desk.press("f5", None)
    desk.press("enter", None)
    desk.press("ctrl+o", None)
    desk.press("ctrl+u", None)
    rig.die()
    rig = Console(typed)
    rig.welcome()
    rig.open(7)
    rig.state(LinkState.LIVE)
    assert (rig.at_desk.parts.line.edit.text, rig.at_desk.parts.row.under_hand.of(7).text) == ("", "")
    assert rig.at_desk.stand.filter.text == "jas"


@pytest.mark.parametrize("exercise", [False, True])
def test_a_draft_of_another_history_is_shown_and_not_laid_under_the_same_number(
    typed: Path, exercise: bool
) -> None:
    """7 is somebody else's here: whatever was typed is listed, and can be forgotten."""
    rig = Console(typed, exercise=exercise, history="another")
    rig.welcome()
    rig.open(7)
    rig.state(LinkState.LIVE)
    desk = rig.at_desk
    assert desk.parts.row.under_hand.of(7).text == desk.parts.line.edit.text == desk.stand.filter.text == ""
    assert desk.parts.intake.forms.now.empty
    assert left_lines(desk.parts, desk.context())[1:] == [
        "  koppel 12.03",
        "  jas",
        "  rode jas",
        "  1 brand @ Kade 3",
    ]
    of = "voor ECHT Waterstad" if exercise else "voor een andere historie van Waterstad"
    assert desk.parts.notices.now.text == f"4 teksten {of}: typ wachtrij of vergeet"
    _typing(desk, "vergeet")
    assert left_lines(desk.parts, desk.context()) == []
    rig.die()
    rig = Console(typed)
    rig.welcome()
    assert rig.at_desk.parts.line.edit.text == ""


def test_what_is_typed_since_is_not_overwritten(typed: Path) -> None:
    """What comes back goes before it, or is had with the up key."""
    rig = Console(typed)
    desk = rig.at_desk
    type_keys(desk, ":zeg hallo")
    rig.welcome()
    rig.open(7)
    rig.state(LinkState.LIVE)
    assert desk.parts.line.edit.text == "zeg hallo"
    desk.press("ctrl+u", None)
    desk.press("up", None)
    assert desk.parts.line.edit.text == "koppel 12.03"


def test_a_draft_for_what_is_not_on_the_board_is_shown_and_kept(typed: Path) -> None:
    """It was let go of and archived meanwhile: the words are not out of sight."""
    rig = Console(typed)
    rig.welcome()
    assert rig.at_desk.parts.row.under_hand.of(7).text == ""
    assert left_lines(rig.at_desk.parts, rig.at_desk.context())[1:] == ["  rode jas"]
    rig.die()
    rig = Console(typed)
    rig.welcome()
    assert left_lines(rig.at_desk.parts, rig.at_desk.context())[1:] == ["  rode jas"]
    rig.open(7)
    rig.state(LinkState.LIVE)
    assert rig.at_desk.parts.row.under_hand.of(7).text == "rode jas"
    assert left_lines(rig.at_desk.parts, rig.at_desk.context()) == []


def test_while_the_link_is_down_what_was_typed_can_be_read(typed: Path) -> None:
    """A welcome may be long in coming, and the melder is on the phone."""
    desk = Console(typed).at_desk
    assert desk.parts.notices.now.text == "4 teksten voor ECHT Waterstad: typ wachtrij of vergeet"
    assert "  rode jas" in left_lines(desk.parts, desk.context())


def test_in_another_history_the_fields_are_empty_and_typing_goes_on_in_words(tmp_path: Path) -> None:
    """Another server stands at the address: the rest of the word acts on nothing, and nothing is lost."""
    rig = Console(tmp_path, exercise=True)
    rig.welcome()
    rig.open(7)
    desk = rig.at_desk
    _speaking(desk, 7, "rode ja")
    rig.move_to(exercise=False, history="live", incidents=(7,))
    assert (desk.stand.field, desk.parts.row.under_hand.of(7).text) == (Field.COMMAND, "")
    assert "1 tekst voor OEFENING Waterstad" in desk.parts.notices.now.text
    type_keys(desk, "se")
    desk.press("enter", None)
    assert (rig.wishes, desk.parts.line.edit.text) == ([], "se")
    assert left_lines(desk.parts, desk.context())[1:] == ["  rode ja"]
    rig.die()
    again = Console(tmp_path, exercise=False, history="live")
    again.welcome()
    again.open(7)
    again.state(LinkState.LIVE)
    assert again.at_desk.parts.line.edit.text == "se"
    assert left_lines(again.at_desk.parts, again.at_desk.context())[1:] == ["  rode ja"]


def test_back_in_its_own_history_it_is_laid_back(tmp_path: Path) -> None:
    """The server that had gone came back."""
    rig = Console(tmp_path)
    rig.welcome()
    rig.open(7)
    desk = rig.at_desk
    _speaking(desk, 7, "rode jas")
    rig.move_to(exercise=False, history="restored", incidents=(7,))
    assert desk.parts.row.under_hand.of(7).text == ""
    rig.move_to(exercise=False, history="h", incidents=(7,))
    assert desk.parts.row.under_hand.of(7).text == "rode jas"
    assert left_lines(desk.parts, desk.context()) == []


def test_a_form_of_another_history_does_not_go_on_with_the_same_number(tmp_path: Path) -> None:
    """It opened 7 there; the 7 of here gets none of its words."""
    rig = Console(tmp_path)
    rig.welcome()
    desk = rig.at_desk
    desk.press("f6", None)
    type_keys(desk, "1 brand @ Kade 3")
    desk.press("enter", None)
    rig.done(number=7)
    rig.open(7)
    for _ in range(6):
        desk.press("tab", None)
    type_keys(desk, "rook uit het dak")
    rig.move_to(exercise=False, history="restored", incidents=(7,))
    desk.press("tab", None)
    rig.state(LinkState.LIVE)
    assert rig.wishes == []
    assert left_lines(desk.parts, desk.context())[1:] == ["  rook uit het dak"]


def test_a_form_that_came_back_waits_until_somebody_takes_it_up(tmp_path: Path) -> None:
    """Half a word was under the hand when the console died: it does not go to the units as it is."""
    rig = Console(tmp_path)
    rig.welcome()
    desk = rig.at_desk
    desk.press("f6", None)
    type_keys(desk, "1 brand @ Kade 3")
    desk.press("enter", None)
    opens = rig.wishes[0]
    desk.press("tab", None)
    type_keys(desk, "ande")
    rig.die()
    again = Console(tmp_path)
    again.welcome()
    desk = again.at_desk
    assert again.wishes == []
    assert isinstance(opens, OpenIncident)
    assert "1 opdracht van de vorige keer" in desk.parts.notices.now.text
    assert "aannameformulier" in desk.parts.notices.now.text
    _typing(desk, "verstuur")
    assert again.wishes == [opens]
    again.open(1, "brand")
    again.done(number=1)
    assert (again.wishes, desk.parts.intake.forms.now.number) == ([], 1)
    desk.perform_id("resume")
    assert desk.parts.intake.forms.now.text(desk.parts.intake.forms.now.at) == "ande"


def test_a_wish_of_the_last_run_is_offered_in_its_history(tmp_path: Path) -> None:
    """It is listed, and goes on a person's word, once, under its own id."""
    rig = Console(tmp_path)
    rig.welcome()
    id = rig.wish(JoinLine(incident=7))
    rig.die()
    again = Console(tmp_path)
    again.welcome()
    desk = again.at_desk
    assert desk.parts.notices.now.text == "1 opdracht van de vorige keer: typ wachtrij, verstuur of vergeet"
    assert (again.wishes, left_lines(desk.parts, desk.context())[1:]) == ([], ["  instappen 7"])
    for _ in range(2):
        _typing(desk, "verstuur")
    assert [wish.id for wish in again.store.waiting] == [id]
    assert desk.parts.notices.now.text == "Er is niets over."
    again.done()
    again.die()
    assert RunMemory(ANNA, state=tmp_path, clock=lambda: START).left == []


def test_a_wish_of_an_exercise_never_goes_to_a_live_world(tmp_path: Path) -> None:
    """Not by itself and not by hand: it can be read and forgotten, in this run and in the next."""
    rig = Console(tmp_path, exercise=True)
    rig.welcome()
    rig.wish(JoinLine(incident=7))
    rig.wish(AddEntry(incident=7, text=Text("mes gezien")))
    rig.move_to(exercise=False, history="live", incidents=(7,))
    told = "2 opdrachten voor OEFENING Waterstad: typ wachtrij of vergeet"
    assert rig.at_desk.parts.notices.now.text == told
    _typing(rig.at_desk, "verstuur")
    assert (rig.wishes, rig.at_desk.parts.notices.now.text) == ([], told)
    rig.die()
    again = Console(tmp_path, exercise=False, history="live")
    again.welcome()
    desk = again.at_desk
    assert desk.parts.notices.now.text == told
    _typing(desk, "verstuur")
    assert again.wishes == []
    assert [group.fit for group in desk.parts.leftovers.groups(desk.context())] == [Fit.ANOTHER_KIND]
    _typing(desk, "vergeet")
    assert desk.parts.notices.now.text == "Vergeten wat over was: 2."
    again.die()
    assert RunMemory(ANNA, state=tmp_path, clock=lambda: START).left == []


def test_a_wish_of_another_history_goes_only_when_somebody_says_so(tmp_path: Path) -> None:
    """The same world, put back from a copy: what was asked of the lost hours is shown."""
    rig = Console(tmp_path)
    rig.welcome()
    id = rig.wish(JoinLine(incident=7))
    rig.move_to(exercise=False, history="restored", incidents=(7,))
    desk = rig.at_desk
    assert rig.wishes == []
    assert (
        "voor een andere historie van Waterstad: typ wachtrij, verstuur of vergeet"
        in desk.parts.notices.now.text
    )
    _typing(desk, "verstuur")
    assert [wish.id for wish in rig.store.waiting] == [id]
    rig.die()
    again = Console(tmp_path, history="restored")
    again.welcome()
    assert "1 opdracht van de vorige keer" in again.at_desk.parts.notices.now.text


def test_a_wish_from_before_any_welcome_is_asked_about_once(tmp_path: Path) -> None:
    """Nobody knew which world it was for; a cut later does not ask again."""
    rig = Console(tmp_path)
    rig.wish(JoinLine(incident=7))
    rig.welcome()
    desk = rig.at_desk
    assert rig.wishes == []
    assert "van voordat bekend was welke wereld dit is" in desk.parts.notices.now.text
    desk.press("escape", None)
    desk.press("escape", None)
    rig.state(LinkState.SILENT)
    rig.state(LinkState.LIVE)
    assert "wereld" not in desk.parts.notices.now.text
    _typing(desk, "verstuur")
    assert rig.wishes == [JoinLine(incident=7)]


def test_each_history_is_asked_about_by_itself(tmp_path: Path) -> None:
    """What is decided about one says nothing about the other; the nearest comes first."""
    for exercise, history in ((True, "oefening"), (False, "h")):
        rig = Console(tmp_path, exercise=exercise, history=history)
        rig.welcome()
        rig.wish(JoinLine(incident=7))
        rig.die()
    again = Console(tmp_path)
    again.welcome()
    desk = again.at_desk
    assert "van de vorige keer" in desk.parts.notices.now.text
    _typing(desk, "verstuur")
    assert desk.parts.notices.now.text.startswith("Verstuurd wat over was: 1. 1 opdracht voor OEFENING")
    _typing(desk, "vergeet")
    assert (again.wishes, left_lines(desk.parts, desk.context())) == ([JoinLine(incident=7)], [])


def test_nothing_is_sent_before_it_is_known_where_one_is(tmp_path: Path) -> None:
    """It would go to whoever stands at the address."""
    rig = Console(tmp_path)
    rig.welcome()
    rig.wish(JoinLine(incident=7))
    rig.die()
    again = Console(tmp_path)
    _typing(again.at_desk, "verstuur")
    assert again.store.waiting == ()
    assert "geen verbinding" in again.at_desk.parts.notices.now.text
    again.welcome()
    assert again.wishes == []


def test_an_open_form_whose_wish_is_forgotten_stands_as_typed(tmp_path: Path) -> None:
    """It was sent before any welcome, and nobody wants that; the words can go again."""
    rig = Console(tmp_path)
    desk = rig.at_desk
    desk.press("f6", None)
    type_keys(desk, "1 brand @ Kade 3")
    desk.press("enter", None)
    desk.press("escape", None)
    rig.welcome()
    _typing(desk, "vergeet")
    assert desk.parts.intake.forms.now.problem == "Niet verstuurd; Enter verstuurt de melding alsnog."
    desk.perform_id("resume")
    desk.press("enter", None)
    assert len(rig.wishes) == 1


def test_on_a_full_disk_what_came_back_stays_where_it_was(
    typed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands in the fields once, and on the disk until it can be written anew."""
    rig = Console(typed)
    with monkeypatch.context() as patch:
        patch.setattr("console.memory.typed_file.os.write", lambda _file, _content: 0)
        rig.welcome()
        rig.open(7)
        rig.state(LinkState.LIVE)
        rig.state(LinkState.LIVE)
        assert rig.memory.trouble is not None
    assert rig.at_desk.parts.row.under_hand.of(7).text == "rode jas"
    rig.memory.abandon()
    again = Console(typed)
    again.welcome()
    assert again.at_desk.parts.line.edit.text == "koppel 12.03"


def test_a_wish_that_was_sent_again_lies_somewhere_all_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk it stays where it lay until it stands in the file of this run; it is offered once."""
    rig = Console(tmp_path)
    rig.welcome()
    rig.wish(JoinLine(incident=7))
    rig.die()
    again = Console(tmp_path)
    again.welcome()
    with monkeypatch.context() as patch:
        patch.setattr("console.memory.outbox_file.os.write", lambda _file, _content: 0)
        _typing(again.at_desk, "verstuur")
        again.at_desk.keep()
        assert again.memory.trouble is not None
    assert again.wishes == [JoinLine(incident=7)]
    assert left_lines(again.at_desk.parts, again.at_desk.context()) == []
    again.memory.abandon()
    third = Console(tmp_path)
    third.welcome()
    assert "1 opdracht van de vorige keer" in third.at_desk.parts.notices.now.text
    _typing(third.at_desk, "verstuur")
    third.die()
    assert [len(left.wishes) for left in RunMemory(ANNA, state=tmp_path, clock=lambda: START).left] == [1]


def test_what_a_full_disk_refused_is_written_by_itself_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody presses a key: the second does it, and what was typed before the welcome lies here alone."""
    rig = Console(tmp_path)
    type_keys(rig.at_desk, ":log")
    rig.at_desk.keep()
    with monkeypatch.context() as patch:
        patch.setattr("console.memory.typed_file.os.write", lambda _file, _content: 0)
        rig.welcome()
        type_keys(rig.at_desk, " mes")
        rig.wish(JoinLine(incident=7))
        rig.at_desk.keep()
        rig.at_desk.second()
        assert rig.memory.trouble is not None
    rig.at_desk.second()
    assert rig.memory.trouble is None
    rig.memory.abandon()
    [left] = RunMemory(ANNA, state=tmp_path, clock=lambda: START).left
    assert left.typed is not None
    assert (left.typed.texts, len(left.wishes)) == (("log mes",), 1)


def test_without_a_memory_the_desk_works_as_ever() -> None:
    """The demonstration keeps nothing."""
    rig = Rig()
    desk = rig.desk()
    rig.wish(JoinLine(incident=7))
    rig.welcome()
    assert len(left_lines(desk.parts, desk.context())) == 2
    _typing(desk, "vergeet")
    assert left_lines(desk.parts, desk.context()) == []
    desk.keep()


def test_what_somebody_typed_is_forgotten_after_a_shift(typed: Path) -> None:
    """Nothing is back, and nothing is said."""
    rig = Rig()
    memory = RunMemory(ANNA, state=typed, clock=lambda: START + timedelta(hours=13))
    desk = rig.desk(memory=memory)
    rig.welcome()
    assert (desk.parts.line.edit.text, desk.parts.notices.now.text) == ("", "")


def test_wishes_in_a_folder_that_became_read_only_are_offered_and_go(tmp_path: Path) -> None:
    """It is said that the folder is; they go from memory under their own ids, and the list says what that
    means for the next time.
    """
    rig = Console(tmp_path)
    rig.welcome()
    id = rig.wish(JoinLine(incident=7))
    rig.die()
    with read_only(tmp_path):
        again = Console(tmp_path)
        again.welcome()
        desk = again.at_desk
        assert desk.parts.notices.now.text == (
            "1 opdracht van de vorige keer, in een map die alleen te lezen is: typ wachtrij"
        )
        [_, folder, next_time, wish] = left_lines(desk.parts, desk.context())
        assert folder.startswith(f"Deze map is alleen te lezen: {tmp_path}")
        assert next_time.endswith("hoogstens één keer gedaan: typ wachtrij, verstuur of vergeet")
        assert wish == "  instappen 7"
        trouble = again.memory.trouble
        assert trouble is not None
        assert trouble.key == "state-read-only"
        for _ in range(2):
            _typing(desk, "verstuur")
        assert [wish.id for wish in again.store.waiting] == [id]
        assert left_lines(desk.parts, desk.context()) == []
        again.done()
        assert again.store.waiting == ()
        again.die()
        third = Console(tmp_path)
        third.welcome()
        assert "alleen te lezen" in third.at_desk.parts.notices.now.text
        _typing(third.at_desk, "verstuur")
        assert [wish.id for wish in third.store.waiting] == [id], "the same id: it is done once"
        third.die()


def test_a_wish_that_the_server_cannot_read_is_said_listed_and_kept(tmp_path: Path) -> None:
    """As the line that one could have typed; it goes again, or is forgotten, on a person's word."""
    rig = Console(tmp_path)
    rig.welcome()
    rig.open(7)
    id = rig.wish(JoinLine(incident=7))
    for _ in range(2):
        aside = rig.session.outbox.hung_up_on(id, certain=True)
    assert aside is not None
    rig.take(SetAside(command=aside.command))
    desk = rig.at_desk
    assert desk.parts.notices.now.text == (
        "Apart gelegd, de server kan het niet lezen: instappen 7. Typ wachtrij"
    )
    assert left_lines(desk.parts, desk.context()) == [
        "Niet gegaan, die de server niet kon lezen:",
        "  instappen 7",
    ]
    _typing(desk, "verstuur")
    assert [wish.id for wish in rig.store.waiting] == [id]
    for _ in range(2):
        rig.session.outbox.hung_up_on(id, certain=True)
    _typing(desk, "vergeet")
    assert (rig.store.waiting, rig.store.withheld) == ((), ())
    rig.die()
    assert RunMemory(ANNA, state=tmp_path, clock=lambda: START).left == []


def test_it_is_kept_for_the_next_run_and_takes_nothing_along_when_it_is_forgotten(tmp_path: Path) -> None:
    """What an earlier run left in the same history is another matter."""
    rig = Console(tmp_path)
    rig.welcome()
    old = rig.wish(JoinLine(incident=7))
    rig.die()
    again = Console(tmp_path)
    again.welcome()
    id = again.wish(JoinLine(incident=8))
    for _ in range(2):
        again.session.outbox.hung_up_on(id, certain=True)
    desk = again.at_desk
    groups = desk.parts.leftovers.groups(desk.context())
    assert [[wish.id for wish in group.wishes] for group in groups] == [[old], [id]]
    _typing(desk, "verstuur")
    assert [wish.id for wish in again.store.waiting] == [old]
    again.die()
    third = Console(tmp_path)
    left = [wish.id for each in third.memory.left for wish in each.wishes]
    assert sorted(left) == sorted([old, id])
    third.die()
