"""Wishes told as conversations: each is done once and answered once, whatever is cut."""

from protocol.commands.incidents import OpenIncident
from protocol.commands.timeline import AddEntry
from protocol.errors import Reason
from protocol.facts.incidents import IncidentOpened
from protocol.model.text import Name, Text
from protocol.session.client import ClientSession
from protocol.session.events import (
    Answered,
    Changed,
)
from protocol.session.outbox import Wish
from protocol.wire.messages import Do, Done, Refusal
from tests.protocol.make import BLAAK, minute
from tests.protocol.session.helpers import Conversation, FakeServer, live

OPEN = OpenIncident(what=Name("vechtpartij"), place=BLAAK)
WRITE = AddEntry(incident=1, text=Text("mes gezien"))


class TestWishes:
    """Each is done once and answered once."""

    def test_a_wish_is_sent_at_once_and_answered_after_its_facts(self) -> None:
        """The answer names the change and the number that was given out."""
        talk = live()
        wished = talk.console.wish(OPEN, minute(0))
        talk.settle()
        changed, answered = talk.events
        assert isinstance(changed, Changed)
        assert isinstance(changed.change.facts[0], IncidentOpened)
        assert answered == Answered(command=OPEN, answer=Done(id=wished, seq=2, number=2))
        assert len(talk.console.outbox) == 0

    def test_a_refusal_is_an_answer_too(self) -> None:
        """With its reason."""
        talk = live()
        nowhere = AddEntry(incident=99, text=Text("a"))
        wished = talk.console.wish(nowhere, minute(0))
        talk.settle()
        refusal = Refusal(id=wished, reason=Reason.NO_SUCH_INCIDENT)
        assert talk.events == [Answered(command=nowhere, answer=refusal)]

    def test_wishes_that_were_cut_off_are_sent_again_in_order_under_their_ids_and_done_once(self) -> None:
        """Whether they never arrived, or only their answer did not."""
        talk = live()
        ids = [talk.console.wish(wish, minute(0)) for wish in (OPEN, WRITE, WRITE)]
        talk.up(2)
        talk.cut()
        assert talk.answers == []
        talk.dial()
        talk.down(1)
        talk.up()
        assert talk.link is not None
        assert ids == [message.id for message in talk.link.heard if isinstance(message, Do)]
        talk.settle()
        assert ids == talk.answers
        assert [(ids[0], OPEN), (ids[1], WRITE), (ids[2], WRITE)] == talk.server.done
        assert len(talk.server.board.incidents[1].entries) == 2

    def test_a_wish_made_while_cut_waits_for_the_welcome(self) -> None:
        """And goes after the older ones."""
        talk = live()
        first = talk.console.wish(WRITE, minute(0))
        talk.cut()
        second = talk.console.wish(OPEN, minute(1))
        talk.dial()
        third = talk.console.wish(WRITE, minute(2))
        assert talk.console.next_frame(talk.now_s, talk.clock_ms) is None
        talk.settle()
        assert [first, second, third] == talk.answers
        assert [first, second, third] == [wished for wished, _ in talk.server.done]

    def test_an_answer_that_comes_twice_is_heard_once(self) -> None:
        """The second is about nothing that waits."""
        talk = live()
        wished = talk.console.wish(WRITE, minute(0))
        talk.settle()
        assert talk.link is not None
        talk.link.send(Done(id=wished, seq=2))
        talk.settle()
        assert talk.answers == [wished]

    def test_every_wish_has_an_id_of_its_own_from_the_first_on(self) -> None:
        """Also across links."""
        console = ClientSession(first_id=70)
        assert [console.wish(WRITE, minute(0)) for _ in range(3)] == [70, 71, 72]

    def test_a_wish_of_an_earlier_run_goes_under_its_own_id_and_is_done_once(self) -> None:
        """With a link at once, else after the welcome; new wishes never take its id."""
        talk = live()
        talk.console.again(Wish(id=40, command=WRITE, made_at=minute(0)))
        talk.settle()
        assert talk.answers == [40]
        talk.cut()
        talk.console.again(Wish(id=40, command=WRITE, made_at=minute(0)))
        assert talk.console.wish(WRITE, minute(1)) == 41
        talk.dial()
        talk.settle()
        assert talk.answers == [40, 40, 41]
        assert talk.server.done == [(40, WRITE), (41, WRITE)]

    def test_a_wish_is_not_sent_to_another_history(self) -> None:
        """Another server stands at the address: what waits is withheld, and what is new goes."""
        talk = live()
        old = talk.console.wish(OPEN, minute(0))
        talk.cut()
        first, talk.server = talk.server, FakeServer("journal-2")
        talk.dial()
        talk.settle()
        assert (talk.server.done, [wish.id for wish in talk.console.outbox.withheld]) == ([], [old])
        new = talk.console.wish(OPEN, minute(1))
        talk.settle()
        assert [id for id, _ in talk.server.done] == [new]
        talk.cut()
        talk.server = first
        talk.dial()
        talk.settle()
        assert [id for id, _ in first.done] == [old]

    def test_a_withheld_wish_goes_when_somebody_says_so(self) -> None:
        """As one made before any welcome, about which is asked."""
        talk = Conversation(FakeServer())
        id = talk.console.wish(OPEN, minute(0))
        talk.dial()
        talk.settle()
        assert talk.server.done == []
        talk.console.again(talk.console.outbox.withheld[0])
        talk.settle()
        assert [each for each, _ in talk.server.done] == [id]
