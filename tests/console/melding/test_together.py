"""What those involved do together as rows."""

from console.melding.together import work_rows
from protocol.facts.work import NeedMet, ReferralAccepted
from protocol.model.text import Name, Text
from tests.console.melding.test_answered import setting
from tests.console.melding.test_letting_go import told


def test_lists_needs_additions_citizens_and_referrals() -> None:
    """What is open is marked as open, what is done as done, with who and how."""
    rig = told()
    before = "\n".join(row.text for row in work_rows(setting(rig), rig.board.units))
    assert "beschermen   · de kinderen" in before
    assert "#1 ◇ slotenmaker van verzekering" in before
    assert "12.03 sporen veilig stellen" in before
    assert "buurman uitkijk" in before
    assert "#1 Slachtofferhulp ◇ nog niet aanvaard" in before
    rig.happen(NeedMet(incident=417, need=1, how=Text("komt om vier uur")))
    rig.happen(ReferralAccepted(incident=417, referral=1, by_whom=Name("Ans")))
    after = "\n".join(row.text for row in work_rows(setting(rig), rig.board.units))
    assert "#1 ✔ slotenmaker van verzekering komt om vier uur" in after
    assert "#1 Slachtofferhulp ✔ aanvaard door Ans" in after
