"""What callers tell when somebody listens longer: written down once, by the intake, at its own meldingen."""

from attrs import evolve

from protocol.commands.intake import DescribeIntake, RecordEarlier
from protocol.model.intake import Intake, Source
from protocol.model.melder import Melder
from protocol.model.text import Text
from server.exercise.call.told import told
from server.exercise.setting.setting import INTAKE
from server.exercise.shift import make_setting
from tests.protocol import make
from tests.server.exercise.rig import VISITOR

SETTING = make_setting(1, 12)
OWN = make.told(make.OPENED, by=INTAKE).incidents[1]
MANY = [evolve(OWN, number=number) for number in range(1, 200)]


def test_it_writes_down_only_at_its_own() -> None:
    """What the visitor opened is the visitor's to ask."""
    assert not [want for one in MANY for want in told(evolve(one, opened_by=VISITOR), SETTING)]
    assert {want.by for one in MANY for want in told(one, SETTING)} == {INTAKE}


def test_what_is_known_already_is_left_alone() -> None:
    """Whoever wrote it down."""
    known = Intake(source=Source.STREET, melder=Melder(), expects=Text("hulp"), fears=Text("niets"))
    left = [want.command for one in MANY for want in told(evolve(one, intake=known), SETTING)]
    assert {type(command) for command in left} == {RecordEarlier}


def test_a_part_that_is_known_is_not_said_again() -> None:
    """Only the other part is."""
    known = Intake(source=Source.STREET)
    wants = [want for one in MANY for want in told(evolve(one, intake=known), SETTING)]
    described = [want.command for want in wants if want.key[0] == "introduced"]
    assert described
    assert all(isinstance(each, DescribeIntake) and each.source is None and each.melder for each in described)


def test_what_was_before_lies_before_the_call() -> None:
    """By at least some minutes."""
    records = [want.command for one in MANY for want in told(one, SETTING)]
    earlier = [each for each in records if isinstance(each, RecordEarlier)]
    assert earlier
    assert all(each.happened_at < OWN.opened_at for each in earlier)
