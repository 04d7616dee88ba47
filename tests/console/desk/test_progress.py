"""How far the board has come in after a welcome."""

from console.desk.progress import Progress
from protocol.change import Change
from protocol.facts.units import UnitSignedOff
from protocol.model.text import Name
from protocol.session.events import BoardArrived, Changed, Welcomed
from tests.console.rig import START, Rig


def welcomed(*, snapshot: bool = False, behind: int = 0) -> Welcomed:
    """The link is back at change 0."""
    rig = Rig()
    rig.welcome(snapshot=snapshot, behind=behind)
    assert rig.session.welcome is not None
    return Welcomed(welcome=rig.session.welcome)


def changed(seq: int) -> Changed:
    """A change of this number came."""
    return Changed(change=Change(seq=seq, at=START, by=Name("bert"), facts=(UnitSignedOff(unit=1),)))


def test_who_missed_nothing_sees_no_percentage() -> None:
    """Neither before the first welcome nor after one that had nothing to catch up."""
    progress = Progress()
    assert progress.percent is None
    progress.take(welcomed())
    progress.take(changed(1))
    assert progress.percent is None


def test_missed_changes_are_counted_up_to_a_hundred() -> None:
    """What happens meanwhile makes it no more than all."""
    progress = Progress()
    progress.take(welcomed(behind=4))
    seen = [progress.percent]
    for seq in (1, 3, 4, 6):
        progress.take(changed(seq))
        seen.append(progress.percent)
    assert seen == [0, 25, 75, 100, 100]


def test_a_snapshot_counts_by_its_parts_alone() -> None:
    """A change that comes between them says nothing of how much is still to come."""
    progress = Progress()
    progress.take(welcomed(snapshot=True, behind=4))
    progress.take(BoardArrived(parts=1, of=3, complete=False))
    progress.take(changed(4))
    assert progress.percent == 33
    progress.take(BoardArrived(parts=3, of=3, complete=True))
    assert progress.percent == 100
