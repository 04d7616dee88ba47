"""Finding what a command names, and the bound on what one incident can hold."""

import pytest

from protocol.errors import Reason, Refused
from protocol.model.incident import MOST_OF_A_KIND
from server.decide.lookup import room_for_one_more
from tests.protocol.make import OPENED, told


def test_one_more_fits_until_the_bound() -> None:
    """The bound is named in the refusal."""
    incident = told(OPENED).incidents[1]
    room_for_one_more(incident, range(MOST_OF_A_KIND - 1))
    with pytest.raises(Refused) as refused:
        room_for_one_more(incident, range(MOST_OF_A_KIND))
    assert refused.value.reason is Reason.TOO_MANY
    assert refused.value.args_by_name == {"incident": 1, "most": MOST_OF_A_KIND}
