"""What those involved may add to a melding, and every reason why not."""

import pytest

from protocol.commands.command import Command
from protocol.commands.work import (
    AcceptReferral,
    AddAim,
    DropAim,
    MeetNeed,
    NoteCitizen,
    Refer,
    StateAddition,
    StateNeed,
)
from protocol.errors import Reason
from protocol.facts.fact import Fact
from protocol.facts.incidents import IncidentClosed
from protocol.facts.timeline import PartnerInvited
from protocol.facts.units import UnitSignedOn
from protocol.facts.work import (
    AdditionStated,
    AimAdded,
    AimDropped,
    CitizenNoted,
    NeedMet,
    NeedStated,
    ReferralAccepted,
    Referred,
)
from protocol.model.role import Role
from protocol.model.text import Name, Text
from protocol.model.work import Aim, CitizenRole
from server.decide import decide
from server.decide.actor import Actor
from tests.protocol.make import OPENED, SIGNED_ON, told
from tests.server.decide.make import ANNA, UNIT_1203, refused

CLOSED = IncidentClosed(incident=1, reason=Text("klaar"))
KIDS, HOW, WHO = Text("de kinderen"), Text("tolk belt"), Name("mevrouw De Wit")
ADDED = AimAdded(incident=1, aim=Aim.PROTECT, text=KIDS)
NEEDED = NeedStated(incident=1, what=Text("tolk"), from_whom=Name("meldkamer"))
REFERRED = Referred(incident=1, partner=Name("Veilig Thuis"), consent=True)

DONE: list[tuple[list[Fact], Command, Fact]] = [
    ([], AddAim(incident=1, aim=Aim.PROTECT, text=KIDS), ADDED),
    (
        [ADDED],
        DropAim(incident=1, aim=Aim.PROTECT, text=KIDS),
        AimDropped(incident=1, aim=Aim.PROTECT, text=KIDS),
    ),
    ([], StateNeed(incident=1, what=Text("tolk"), from_whom=Name("meldkamer")), NEEDED),
    ([NEEDED], MeetNeed(incident=1, need=1, how=HOW), NeedMet(incident=1, need=1, how=HOW)),
    (
        [],
        StateAddition(incident=1, unit=1, text=Text("praat met haar")),
        AdditionStated(incident=1, unit=1, text=Text("praat met haar")),
    ),
    (
        [],
        NoteCitizen(incident=1, name=WHO, role=CitizenRole.LOOKOUT),
        CitizenNoted(incident=1, name=WHO, role=CitizenRole.LOOKOUT),
    ),
    ([], Refer(incident=1, partner=Name("Veilig Thuis"), consent=True), REFERRED),
    (
        [REFERRED],
        AcceptReferral(incident=1, referral=1, by_whom=WHO),
        ReferralAccepted(incident=1, referral=1, by_whom=WHO),
    ),
]
AFTER_CLOSING = (MeetNeed, NoteCitizen, AcceptReferral)
LATER = [(before, command, fact) for before, command, fact in DONE if isinstance(command, AFTER_CLOSING)]
OPEN_ONLY = [command for _, command, _ in DONE if not isinstance(command, AFTER_CLOSING)]
ONCE = [each for each in DONE if not isinstance(each[1], StateNeed | Refer)]


@pytest.mark.parametrize(("before", "command", "fact"), DONE, ids=lambda part: type(part).__name__)
def test_what_is_added_is_a_fact(before: list[Fact], command: Command, fact: Fact) -> None:
    """A23, A36, A37, A38, A86: one each."""
    assert decide(told(OPENED, SIGNED_ON, *before), command, ANNA) == (fact,)


@pytest.mark.parametrize(("before", "command", "fact"), ONCE, ids=lambda part: type(part).__name__)
def test_the_same_again_is_no_change(before: list[Fact], command: Command, fact: Fact) -> None:
    """Nothing is journalled for it; a second need or referral in the same words is one more."""
    assert refused(told(OPENED, SIGNED_ON, *before, fact), command) == (Reason.NO_CHANGE, {})


@pytest.mark.parametrize(("before", "command", "fact"), LATER, ids=lambda part: type(part).__name__)
def test_what_comes_in_after_closing_is_kept(before: list[Fact], command: Command, fact: Fact) -> None:
    """How a need was met, who was there, and who accepted."""
    assert decide(told(OPENED, SIGNED_ON, *before, CLOSED), command, ANNA) == (fact,)


@pytest.mark.parametrize("command", OPEN_ONLY, ids=lambda command: type(command).__name__)
def test_a_closed_melding_gets_no_new_work(command: Command) -> None:
    """It must be reopened first."""
    assert refused(told(OPENED, SIGNED_ON, CLOSED), command) == (Reason.INCIDENT_CLOSED, {"incident": 1})


@pytest.mark.parametrize("command", [each for _, each, _ in DONE], ids=lambda part: type(part).__name__)
def test_an_unknown_incident_is_named(command: Command) -> None:
    """With the highest number that was given out."""
    assert refused(told(SIGNED_ON), command) == (Reason.NO_SUCH_INCIDENT, {"incident": 1, "last": 0})


def test_a_line_that_is_not_on_the_list_cannot_be_dropped() -> None:
    """A38: the same words on another list are another line."""
    assert refused(told(OPENED, ADDED), DropAim(incident=1, aim=Aim.LIMIT, text=KIDS)) == (
        Reason.NO_CHANGE,
        {},
    )


def test_a_need_or_referral_that_is_not_there_is_named() -> None:
    """With how many there are."""
    assert refused(told(OPENED, NEEDED), MeetNeed(incident=1, need=2, how=HOW)) == (
        Reason.NO_SUCH_NEED,
        {"incident": 1, "need": 2, "last": 1},
    )
    assert refused(told(OPENED), AcceptReferral(incident=1, referral=1, by_whom=WHO)) == (
        Reason.NO_SUCH_REFERRAL,
        {"incident": 1, "referral": 1, "last": 0},
    )


def test_a_unit_says_itself_what_it_adds() -> None:
    """A37: the room may say it for one; another unit may not, and one that is not on duty has no line."""
    wish = StateAddition(incident=1, unit=1, text=Text("praat met haar"))
    said = AdditionStated(incident=1, unit=1, text=Text("praat met haar"))
    assert decide(told(OPENED, SIGNED_ON), wish, UNIT_1203) == (said,)
    other = told(OPENED, UnitSignedOn(unit=1, call_sign=Name("12.04")))
    assert refused(other, wish, UNIT_1203) == (Reason.NOT_YOUR_UNIT, {"unit": "12.04", "own": "12.03"})
    assert refused(told(OPENED), wish) == (Reason.NO_SUCH_UNIT, {"unit": 1})


def test_a_partner_accepts_a_referral_itself() -> None:
    """A23: with a name, of what it was invited to."""
    partner = Actor(name=Name("veilig-thuis"), role=Role.PARTNER)
    wish = AcceptReferral(incident=1, referral=1, by_whom=WHO)
    accepted = ReferralAccepted(incident=1, referral=1, by_whom=WHO)
    invited = PartnerInvited(incident=1, partner=partner.name)
    assert decide(told(OPENED, REFERRED, invited), wish, partner) == (accepted,)
    assert refused(told(OPENED, REFERRED), wish, partner) == (
        Reason.NOT_INVITED,
        {"incident": 1, "partner": "veilig-thuis"},
    )
