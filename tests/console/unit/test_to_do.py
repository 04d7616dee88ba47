"""What a unit still has to do."""

from protocol.facts.promises import PromiseMade
from protocol.model.text import Name, Text
from tests.console.street import sent


def test_my_matters_are_one_key_away_also_while_speaking() -> None:
    """Promises made for or by us, what we took on, feedback owed; else that there is nothing."""
    rig, desk = sent()
    desk.press("enter", None)
    desk.press("f9", None)
    rig.happen(
        PromiseMade(
            incident=2,
            what=Text("terugbellen"),
            due=rig.now,
            from_whom=Name("anna"),
            to_whom=Name("melder"),
        )
    )
    desk.press("f9", None)
    assert [line[:7] for line in rig.opened] == ["Mijn za", "Niets o", "Mijn za", "2 belof"]
