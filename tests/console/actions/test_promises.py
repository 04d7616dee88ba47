"""The wishes about promises and reactions, from the values of a line."""

from datetime import timedelta
from typing import Any

from console.actions.catalog import CATALOG
from protocol.commands.promises import MakePromise, MovePromise, React
from protocol.facts.intake import MelderDescribed
from protocol.model.reaction import ReactionKind
from protocol.model.text import Name, Text
from tests.console.rig import START, Rig

DUE = START + timedelta(minutes=20)


def promised(rig: Rig, **values: Any) -> MakePromise:
    """The promise in incident 1."""
    build = CATALOG.by_id["promise"].build
    assert build is not None
    (command,) = build({"incident": 1, "promised": Text("bellen"), "due": DUE, **values}, rig.board)
    assert isinstance(command, MakePromise)
    return command


def test_a_promise_is_made_to_the_melder_where_one_is_known() -> None:
    """Whom somebody names goes before that."""
    rig = Rig()
    rig.open(1)
    nobody = promised(rig).to_whom
    rig.happen(MelderDescribed(incident=1, name=Name("de Wit")))
    assert nobody != "de Wit"
    assert promised(rig).to_whom == "de Wit"
    assert promised(rig, **{"to-whom": Name("De Boer")}).to_whom == "De Boer"


def test_who_holds_the_melder_promises_unless_another_is_named() -> None:
    """So that there is always somebody who keeps it."""
    rig = Rig()
    rig.open(1)
    assert promised(rig).from_whom == "bert"
    assert promised(rig, **{"from-whom": Name("12.03")}).from_whom == "12.03"


def test_a_promise_that_moves_says_why_and_until_when() -> None:
    """Both reach the server as they were typed."""
    build = CATALOG.by_id["move"].build
    assert build is not None
    values = {"incident": 1, "promise": 2, "due": DUE, "reason": Text("druk")}
    assert build(values, Rig().board) == (MovePromise(incident=1, promise=2, due=DUE, why=Text("druk")),)


def test_a_reaction_is_agreed_only_where_that_is_said() -> None:
    """Silence of the melder is no consent."""
    build = CATALOG.by_id["react"].build
    assert build is not None
    said = {"incident": 1, "reaction": ReactionKind.BY_TELEPHONE}
    for values, agreed in ((said, False), ({**said, "agreed": True}, True)):
        (command,) = build(values, Rig().board)
        assert isinstance(command, React)
        assert (command.kind, command.agreed, command.due) == (ReactionKind.BY_TELEPHONE, agreed, None)
