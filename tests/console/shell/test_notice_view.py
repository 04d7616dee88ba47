"""The row under the command line: what must be read first, else what one key would do."""

from attrs import evolve

from console.actions.problem import Problem
from console.command.typed_before import Past
from console.desk.parts import Parts
from console.paint.tone import Tone
from console.part.context import Context
from console.part.field import Field
from console.part.notices import Notice
from console.shell.notice_view import notice_view
from console.texts.trouble import Trouble
from tests.console.rig import Rig

CUT = Trouble(key="trouble-cut")


def quiet() -> tuple[Parts, Context]:
    """Nothing to say."""
    return Parts(Past()), Rig().desk().context()


def text_of(parts: Parts, context: Context, trouble: Trouble | None = None) -> str:
    """What stands there."""
    return notice_view(parts, context, trouble, 80, map_in_view=False).text


def test_a_mistake_in_the_line_goes_before_everything_while_one_types() -> None:
    """It is marked under its place; elsewhere the warning is read first."""
    parts, context = quiet()
    parts.line.begin("x")
    parts.line.wrong(Problem(key="problem-too-much", args={"word": "x"}, start=0, end=1))
    warned = evolve(context, notice=Notice(text="pas op", tone=Tone.BAD, weighs=True))
    view = notice_view(parts, evolve(warned, field=Field.COMMAND), None, 80, map_in_view=False)
    assert view.mark_column is not None
    assert view.text != "pas op"
    assert text_of(parts, warned) == "pas op"


def test_what_the_line_could_become_is_offered_while_one_types() -> None:
    """And not while the keys are elsewhere."""
    parts, context = quiet()
    parts.line.choices, parts.line.chosen = ("een", "twee"), 1
    typing = evolve(context, field=Field.COMMAND)
    view = notice_view(parts, typing, None, 80, map_in_view=False)
    assert (view.choices, view.chosen) == (("een", "twee"), 1)
    assert notice_view(parts, context, None, 80, map_in_view=False).choices == ()


def test_the_last_answer_goes_before_the_trouble_with_the_link() -> None:
    """The trouble is said as soon as the row is free."""
    parts, context = quiet()
    answered = evolve(context, notice=Notice(text="gedaan", tone=Tone.GOOD))
    assert text_of(parts, answered, CUT) == "gedaan"
    view = notice_view(parts, context, CUT, 80, map_in_view=False)
    assert (view.text, view.tone) == (CUT.sentence(context.texts), Tone.WARN)
    assert text_of(parts, context) == ""
