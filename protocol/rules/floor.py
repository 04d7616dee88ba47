"""Floor control as pure steps: request, release, and who is next (3GPP TS 22.179).

A request is granted when the floor is idle, or when it overrides a lower priority; otherwise it queues by
priority, then by time. Who is overridden goes to the head of its own priority, and loses no turn.
"""

from datetime import datetime

from attrs import evolve

from protocol.model.floor import Floor, FloorPriority, FloorRequest
from protocol.model.text import Name


def requested(floor: Floor, name: Name, priority: FloorPriority, now: datetime) -> Floor:
    """The floor after this request; asking again changes only the priority, and only upwards."""
    if floor.holder == name:
        return evolve(floor, priority=max(floor.priority, priority))
    if not floor.holder:
        return evolve(_without(floor, name), holder=name, priority=priority, since=now)
    if priority > floor.priority:
        rest = _without(floor, name)
        ahead_of = [each.at for each in rest.queue if each.priority == floor.priority]
        first = min((*ahead_of, floor.since or now))
        put_back = FloorRequest(name=floor.holder, priority=floor.priority, at=first)
        return Floor(holder=name, priority=priority, since=now, queue=_sorted((put_back, *rest.queue)))
    known = next((each for each in floor.queue if each.name == name), None)
    if known is not None and known.priority >= priority:
        return floor
    request = FloorRequest(name=name, priority=priority, at=known.at if known else now)
    rest = _without(floor, name)
    return evolve(rest, queue=_sorted((*rest.queue, request)))


def released(floor: Floor, name: Name, now: datetime) -> Floor:
    """The floor after this member has done speaking, or wants it no more."""
    if floor.holder != name:
        return _without(floor, name)
    if not floor.queue:
        return Floor()
    following, *rest = floor.queue
    return Floor(holder=following.name, priority=following.priority, since=now, queue=tuple(rest))


def _without(floor: Floor, name: Name) -> Floor:
    return evolve(floor, queue=tuple(each for each in floor.queue if each.name != name))


def _sorted(queue: tuple[FloorRequest, ...]) -> tuple[FloorRequest, ...]:
    return tuple(sorted(queue, key=lambda each: (-each.priority, each.at)))
