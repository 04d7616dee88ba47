"""Changes and fixes as JSON's own types."""

import json

from console.cli.plain_json import fact_rows, fix_row
from protocol.change import Change
from protocol.facts.incidents import IncidentClosed, PriorityChanged
from protocol.model.fix import Fix
from protocol.model.priority import Priority
from protocol.model.text import Name, Text
from tests.console.rig import START, Rig, point


def test_each_fact_is_a_row_that_says_when_and_by_whom() -> None:
    """In the order of the change, and nothing in it that JSON does not know."""
    facts = (
        PriorityChanged(incident=1, priority=Priority.P1),
        IncidentClosed(incident=1, reason=Text("klaar")),
    )
    rows = list(fact_rows(Change(seq=7, at=START, by=Name("anna"), facts=facts)))
    assert [row["fact"] for row in rows] == ["PriorityChanged", "IncidentClosed"]
    assert {(row["seq"], row["at"], row["by"]) for row in rows} == {(7, START.isoformat(), "anna")}
    assert json.loads(json.dumps(rows)) == rows


def test_a_position_names_its_unit_where_it_is_on_the_board() -> None:
    """None for one that went off duty meanwhile."""
    rig = Rig()
    rig.sign_on("12.03")
    fix = Fix(unit=1, point=point(), at=START)
    row = fix_row(fix, rig.board)
    assert (row["position"], row["call_sign"], row["at"]) == (1, "12.03", START.isoformat())
    assert fix_row(fix, Rig().board)["call_sign"] is None


def test_degrees_have_five_decimals() -> None:
    """About a metre: more would claim what nobody measured."""
    row = fix_row(Fix(unit=1, point=point(123.4, 56.7), at=START), Rig().board)
    assert (row["lat_deg"], row["lon_deg"]) == (round(row["lat_deg"], 5), round(row["lon_deg"], 5))
