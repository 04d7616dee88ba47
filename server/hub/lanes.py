"""The lanes of one link: what it is given next, for as long as it has room.

Changes first, then what hangs on them (words of lines, answers), then the snapshot, then positions, then
documents, and pieces of maps last of all. Called by the hub whenever something new waits or an
acknowledgement made room. Works on what waits in the `Peer`; keeps nothing itself.
"""

from protocol.session.close_codes import CloseCode
from protocol.wire.deltas import Written
from server.hub.fix_ticks import FixTicks
from server.hub.peer import Peer
from server.hub.sender import Sender


def pump(peer: Peer, sender: Sender, fix_ticks: FixTicks) -> None:
    """Give the link what it has room for, in the order of the lanes."""
    if not _pump_changes(peer, sender):
        return
    while peer.snapshot is not None and peer.pace.has_room:
        frame = peer.snapshot.next(peer.pace.piece_bytes)
        if frame is None:
            peer.snapshot = None
        else:
            sender.give(peer, frame)
    # The snapshot may just have ended, and these waited for it.
    pump_words(peer, sender)
    _pump_replies(peer, sender)
    fix_ticks.give(peer)
    while (lane := peer.bulk or peer.map_bulk) and peer.is_idle and peer.pace.has_room:
        frame = next(lane[0], None)
        if frame is None:
            lane.popleft()
        else:
            sender.give(peer, frame)


def _pump_changes(peer: Peer, sender: Sender) -> bool:
    """Changes and what waits for them. False when the link takes no more of these now."""
    while peer.backlog and peer.pace.has_room_for_changes:
        peer.cursor, frame = peer.backlog.popleft()
        sender.give(peer, frame)
    run = peer.run
    if peer.cursor < run.seq and not peer.backlog:
        if peer.cursor < run.oldest_after:
            # A hole would be filled in by nobody: the journal has what this run forgot.
            resume(peer)
            return False
        for written in run.all_after(peer.cursor):
            if not pump_words(peer, sender) or not peer.pace.has_room_for_changes:
                break
            give_written(peer, written, sender)
    pump_words(peer, sender)
    _pump_replies(peer, sender)
    return peer.cursor == run.seq and not peer.backlog


def give_written(peer: Peer, written: Written, sender: Sender) -> None:
    """One change, in the form that this console can read."""
    if peer.bridge is not None:
        frame = written.bridged(*peer.bridge)
        peer.bridge = None
        # A generation that begins with this change is not the peer's: it did not get that form.
        peer.began_seq = written.seq
    else:
        frame = written.known if peer.began_seq <= written.generation_after else written.plain
    sender.give(peer, frame)
    peer.cursor = written.seq


def pump_words(peer: Peer, sender: Sender) -> bool:
    """Words whose change was sent, before any later change. False while such words wait for room.

    Those behind a snapshot wait for its end; who is cut before has no whole board and begins anew.
    """
    if peer.snapshot is not None:
        return True
    while peer.words and peer.words[0][0] <= peer.cursor and not peer.backlog:
        if not peer.pace.has_room_for_changes:
            return False
        sender.give(peer, peer.words.popleft()[1])
    return True


def _pump_replies(peer: Peer, sender: Sender) -> None:
    """Answers whose facts were sent; those of old wishes wait for the snapshot that holds their facts."""
    # What the run does not carry to this audience needs no waiting for.
    told_seq = peer.run.offered_seq if peer.cursor == peer.run.seq and not peer.words else peer.cursor
    for _ in range(len(peer.replies)):
        after_seq, frame = peer.replies.popleft()
        in_snapshot = peer.snapshot is not None and 0 < after_seq <= peer.began_seq
        if after_seq > told_seq or in_snapshot:
            peer.replies.append((after_seq, frame))
        else:
            sender.give(peer, frame)


def resume(peer: Peer) -> None:
    """End the link of one who is too far behind: nobody waits for it, and it loses nothing by that."""
    peer.outlet.close(CloseCode.RESUME, "too far behind: resume")


def let_go(peer: Peer) -> None:
    """End the link of one whom the hub failed: what it has now is unknown, and its next link tells the rest.

    It is given nothing from here on: an answer could overtake the change that it was given for.
    """
    peer.is_gone = True
    peer.outlet.close(CloseCode.RESUME, "something went wrong here: resume")
