"""What is left of one history is said in one line, and listed when somebody asks."""

import pytest
from attrs import evolve

from console.desk.left_group import Group, group_lines, name_of, sentence, without
from console.part.context import Context
from protocol.commands.timeline import JoinLine
from protocol.session.origin import Fit, Origin
from protocol.session.outbox import Wish
from tests.console.memory.typings import AT, EXERCISE, LIVE
from tests.console.rig import Rig


@pytest.fixture
def context() -> Context:
    """Of somebody who is in the live world."""
    rig = Rig()
    rig.welcome()
    return rig.desk().context()


def _wish(id: int, origin: Origin | None = LIVE) -> Wish:
    return Wish(id=id, command=JoinLine(incident=id), made_at=AT, origin=origin)


HERE = Group(origin=LIVE, fit=Fit.HERE, wishes=(_wish(1), _wish(2)), texts=("rode\x1bjas",))


def test_each_history_has_its_name(context: Context) -> None:
    """By what it is for whoever reads it."""
    for group, said in (
        (HERE, "van de vorige keer"),
        (evolve(HERE, unread=True), "die de server niet kon lezen"),
        (evolve(HERE, origin=None, fit=Fit.UNPLACED), "van voordat bekend was welke wereld dit is"),
        (evolve(HERE, origin=EXERCISE, fit=Fit.ANOTHER_KIND), f"voor OEFENING {EXERCISE.world}"),
        (
            evolve(HERE, origin=evolve(LIVE, history="old"), fit=Fit.ANOTHER_HISTORY),
            f"voor een andere historie van {LIVE.world}",
        ),
    ):
        assert name_of(context, group, LIVE) == said


def test_what_can_be_done_about_it_is_said(context: Context) -> None:
    """Of another kind of world nothing can be sent."""
    assert sentence(context, HERE, LIVE).endswith(": typ wachtrij, verstuur of vergeet")
    foreign = evolve(HERE, origin=EXERCISE, fit=Fit.ANOTHER_KIND)
    assert sentence(context, foreign, LIVE).endswith(": typ wachtrij of vergeet")


def test_the_list_names_the_folder_that_can_only_be_read(context: Context) -> None:
    """Under the head; a text brings no control signs along."""
    lines = group_lines(context, evolve(HERE, read_only="/state/anna"), LIVE)
    assert "/state/anna" in lines[1]
    assert len(lines) == 3 + 3
    assert "\x1b" not in lines[-1]
    assert len(group_lines(context, HERE, LIVE)) == 1 + 3


def test_what_is_of_a_group_is_taken_out_by_its_id() -> None:
    """And nothing else."""
    assert without((_wish(1), _wish(3)), HERE) == (_wish(3),)
