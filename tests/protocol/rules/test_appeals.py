"""The rules of what is asked: one of a kind, heard once, and a melder who is talked to."""

from protocol.facts.contact import ContactClosed, ContactOpened
from protocol.model.appeal import AppealKind
from protocol.model.text import Name
from protocol.rules.appeals import answered, appeal, asked, heard_by_unit, melder_is_talked_to
from tests.protocol.make import ANNA, BEN, OPENED, minute, told


def test_there_is_one_of_a_kind_and_it_keeps_its_moment() -> None:
    """Unless it is asked anew."""
    incident = told(OPENED).incidents[1]
    assert appeal(incident, AppealKind.CALLER) is None
    (first,) = asked(incident, AppealKind.CALLER, minute(1), ANNA)
    assert (first.since, first.by) == (minute(1), ANNA)
    twice = told(OPENED).incidents[1]
    assert asked(twice, AppealKind.CALLER, minute(2), BEN, anew=True)[0].since == minute(2)
    assert answered((first,), AppealKind.CALLER) == ()
    assert answered((first,), AppealKind.COLLEAGUES) == (first,)


def test_nobody_hears_what_was_not_asked() -> None:
    """What stands stays as it is."""
    incident = told(OPENED).incidents[1]
    assert heard_by_unit(incident, AppealKind.PRIORITY_1, 1) == ()


def test_a_melder_is_talked_to_while_an_officer_is_on_the_open_line() -> None:
    """A closed line talks to nobody."""
    opened = ContactOpened(incident=1, unit=Name("12.03"))
    assert not melder_is_talked_to(told(OPENED).incidents[1])
    assert melder_is_talked_to(told(OPENED, opened).incidents[1])
    assert not melder_is_talked_to(told(OPENED, opened, ContactClosed(incident=1)).incidents[1])
