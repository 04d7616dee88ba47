"""Life for a world that is not live: simulated people who use the public protocol as everybody does.

`caller` is one such person's link; the training town and its shift, and the rehearsal of real calls, stand on
it. Nothing here has a door of its own into the room.
"""
