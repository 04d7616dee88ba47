"""What `?` opens: keys first, or one action."""

from console.actions.catalog import CATALOG
from console.paint.row import Row
from console.shell.help import action_rows, key_rows
from tests.console.rig import Rig


def _text(rows: list[Row]) -> str:
    return "\n".join("".join(text for text, _ in row.spans) for row in rows)


def test_only_what_one_may_do_is_listed() -> None:
    """Keys of the panel one is in, and those that work anywhere."""
    rig = Rig()
    rig.welcome()
    listed = _text(key_rows(rig.desk().context()))
    assert rig.texts.say("help-where-anywhere") in listed
    assert rig.texts.say("help-where-board") in listed
    assert rig.texts.say("help-where-map") not in listed


def test_an_action_is_told_with_its_verbs_and_keys() -> None:
    """Everything that one needs to use it."""
    rig = Rig()
    action = CATALOG.by_id["assign"]
    told = _text(action_rows(rig.desk().context(), action))
    assert all(verb in told for verb in action.verbs)
