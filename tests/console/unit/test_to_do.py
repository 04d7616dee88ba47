"""What a unit still has to do."""

from protocol.facts.promises import PromiseMade
from protocol.model.text import Name, Text
from tests.console.rig import type_keys, verb
from tests.console.street import sent


def test_my_matters_are_one_verb_away_also_while_words_are_typed() -> None:
    """Promises made for or by us, what we took on, feedback owed; else that there is nothing."""
    rig, desk = sent()
    verb(desk, "mijn")
    rig.happen(
        PromiseMade(
            incident=2,
            what=Text("terugbellen"),
            due=rig.now,
            from_whom=Name("anna"),
            to_whom=Name("melder"),
        )
    )
    type_keys(desk, "we gaan")
    desk.press("ctrl+o", None)
    type_keys(desk, "mijn")
    desk.press("enter", None)
    assert desk.parts.row.edit(desk.context()).text == "we gaan"
    assert [line[:7] for line in rig.opened] == ["Mijn za", "Niets o", "Mijn za", "2 belof"]
