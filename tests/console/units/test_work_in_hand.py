"""Who a unit is and what else it has in hand."""

from console.paint.tone import Tone
from console.texts.texts import Texts
from console.units.work_in_hand import crew, doing_spans, in_full
from protocol.model.means import Means
from protocol.model.task import Task
from protocol.model.text import Name
from protocol.model.unit import Unit
from tests.console.rig import START

SAY = Texts("nl", strict=True).say


def unit(*, interruptible: bool = True) -> Unit:
    """Somebody on a bicycle with work."""
    return Unit(
        id=1,
        call_sign=Name("12.05"),
        means=Means.BICYCLE,
        since=START,
        crew=1,
        team=Name("Noord"),
        skills=(Name("fries"), Name("ehbo")),
        task=Task(what=Name("verhoor"), interruptible=interruptible, since=START),
    )


def test_work_that_must_go_on_has_a_sign() -> None:
    """Readable without colour (B3)."""
    free = "".join(text for text, _ in doing_spans(unit()))
    assert free == "verhoor · Noord · fries, ehbo"
    assert doing_spans(unit(interruptible=False))[0] == ("✖ verhoor", Tone.WARN)


def test_nothing_takes_no_room() -> None:
    """A unit without work, team or skills shows nothing."""
    assert doing_spans(Unit(id=1, call_sign=Name("12.05"), since=START)) == []


def test_the_selected_one_is_told_in_words() -> None:
    """Crew, means, autonomy, work, team and skills."""
    told = "".join(text for text, _ in in_full(unit(interruptible=False), SAY))
    assert told == (" 12.05 solo, fiets, zelfstandig · verhoor (niet te onderbreken) · Noord · fries, ehbo")


def test_one_block_a_colleague() -> None:
    """Solo and pair without words."""
    assert [crew(unit()), crew(Unit(id=2, call_sign=Name("12.06"), since=START))] == ["▪", "▪▪"]
