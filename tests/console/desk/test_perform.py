"""From a key or a line to wishes and deeds; what a line could become at the caret."""

from console.actions.problem import Parsed
from console.command.line_reading import completed, parsed_line
from console.grammar.classifications import classifications_in
from console.part.field import Field
from protocol.commands.units import SetTask
from protocol.model.role import Role
from protocol.model.text import Name
from tests.console.rig import Rig, type_keys


def test_a_key_begins_a_line_with_what_is_selected() -> None:
    """Nothing is sent before it is finished; then it is, once."""
    rig = Rig()
    rig.welcome()
    rig.sign_on("12.03")
    desk = rig.desk()
    desk.stand.unit = 1
    desk.perform_id("task")
    assert (desk.stand.field, desk.parts.line.edit.text) == (Field.COMMAND, "taak 12.03 ")
    type_keys(desk, "verhoor")
    desk.press("enter", None)
    assert rig.wishes == [SetTask(unit=1, what=Name("verhoor"))]
    assert desk.stand.field is None


def test_what_a_role_may_not_is_said_and_not_sent() -> None:
    """The line stays as it was."""
    rig = Rig(role=Role.OBSERVER)
    rig.welcome()
    rig.sign_on("12.03")
    desk = rig.desk()
    type_keys(desk, ".taak 12.03 verhoor")
    desk.press("enter", None)
    assert rig.wishes == []
    assert desk.parts.notices.now.text
    assert desk.parts.line.edit.text == "taak 12.03 verhoor"


def test_codes_of_the_site_are_completed() -> None:
    """Once its list has come."""
    rig = Rig()
    rig.welcome()
    desk = rig.desk()
    assert completed(desk.context(), "klasse 7 inb", 12).choices == ()
    desk.classes = classifications_in(b'{"code": "inbraak", "levels": ["Inbraak"]}')
    assert completed(desk.context(), "klasse 7 inb", 12).choices == ("inbraak",)


def test_a_line_is_read_here_and_now() -> None:
    """Against the board and the selection of the desk."""
    rig = Rig()
    rig.welcome()
    rig.open(7)
    desk = rig.desk()
    desk.select(7)
    parsed = parsed_line(desk.context(), "wie")
    assert isinstance(parsed, Parsed)
    assert parsed.values == {"incident": 7}
