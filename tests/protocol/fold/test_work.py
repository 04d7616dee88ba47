"""What facts about lists, needs, additions, citizens and referrals do to an incident."""

from protocol.facts.fact import Fact
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
from protocol.model.text import Name, Text
from protocol.model.work import Addition, Aim, AimLine, Citizen, CitizenRole, Need, Referral, Work
from tests.protocol.make import ANNA, BEN, OPENED, besides, then, told

CHILDREN = AimAdded(incident=1, aim=Aim.PROTECT, text=Text("de kinderen"))
NEED = NeedStated(incident=1, what=Text("tolk Pools"), from_whom=Name("meldkamer"))
REFERRED = Referred(incident=1, partner=Name("Veilig Thuis"), consent=True)


def _work(*facts: Fact) -> Work:
    return told(OPENED, *facts).incidents[1].work


def test_lines_of_the_three_lists_say_whose_they_are() -> None:
    """A38: in the order in which they came."""
    board = then(
        told(OPENED, CHILDREN), AimAdded(incident=1, aim=Aim.LIMIT, text=Text("het publiek")), by=BEN
    )
    assert board.incidents[1].work.aims == (
        AimLine(aim=Aim.PROTECT, text=Text("de kinderen"), by=ANNA),
        AimLine(aim=Aim.LIMIT, text=Text("het publiek"), by=BEN),
    )


def test_a_dropped_line_leaves_its_own_list_only() -> None:
    """A38: the same words on another list stay."""
    strong = AimAdded(incident=1, aim=Aim.STRENGTHEN, text=Text("de kinderen"))
    dropped = AimDropped(incident=1, aim=Aim.PROTECT, text=Text("de kinderen"))
    assert [line.aim for line in _work(CHILDREN, strong, dropped).aims] == [Aim.STRENGTHEN]


def test_a_need_is_open_until_it_is_said_how_it_was_met() -> None:
    """A36: counted from 1; another number meets nothing."""
    need = Need(id=1, what=Text("tolk Pools"), from_whom=Name("meldkamer"))
    assert _work(NEED, NeedMet(incident=1, need=9, how=Text("tolk belt"))).needs == (need,)
    met = _work(NEED, NEED, NeedMet(incident=1, need=2, how=Text("tolk belt"))).needs
    assert [(each.id, each.met) for each in met] == [(1, None), (2, Text("tolk belt"))]


def test_a_unit_has_one_line_on_what_it_adds() -> None:
    """A37: the newest."""
    facts = [
        AdditionStated(incident=1, unit=unit, text=Text(text))
        for unit, text in ((1, "praat met haar"), (2, "achterzijde"), (1, "binnen"))
    ]
    assert _work(*facts).additions == (
        Addition(unit=2, text=Text("achterzijde")),
        Addition(unit=1, text=Text("binnen")),
    )


def test_a_citizen_has_one_role() -> None:
    """A86: the newest."""
    facts = [
        CitizenNoted(incident=1, name=Name("mevrouw Bos"), role=role)
        for role in (CitizenRole.LOOKOUT, CitizenRole.ACTIVE_ON_SCENE)
    ]
    expected = (Citizen(name=Name("mevrouw Bos"), role=CitizenRole.ACTIVE_ON_SCENE),)
    assert _work(*facts).citizens == expected


def test_a_referral_waits_until_somebody_with_a_name_accepts() -> None:
    """A23: counted from 1; another number accepts nothing."""
    waits = Referral(id=1, partner=Name("Veilig Thuis"), consent=True)
    by_whom = Name("mevrouw De Wit")
    assert _work(REFERRED, ReferralAccepted(incident=1, referral=9, by_whom=by_whom)).referrals == (waits,)
    accepted = _work(REFERRED, ReferralAccepted(incident=1, referral=1, by_whom=by_whom)).referrals
    assert [each.accepted_by for each in accepted] == [by_whom]


def test_facts_about_an_incident_that_is_not_here_leave_the_board_as_it_is() -> None:
    """Whatever was done."""
    facts: tuple[Fact, ...] = (
        *(CHILDREN, NEED, REFERRED, AimDropped(incident=1, aim=Aim.PROTECT, text=Text("de kinderen"))),
        NeedMet(incident=1, need=1, how=Text("x")),
        AdditionStated(incident=1, unit=1, text=Text("x")),
        CitizenNoted(incident=1, name=BEN, role=CitizenRole.LOOKOUT),
        ReferralAccepted(incident=1, referral=1, by_whom=BEN),
    )
    for fact in facts:
        assert besides(told()) == besides(then(told(), fact))
