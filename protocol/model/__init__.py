"""The nouns of the control room, one per file.

Every value is frozen and valid from birth; a changed copy is made with `attrs.evolve`. No class here knows
how it looks on the wire or on a screen. Units, incidents and the board come from `protocol.fold`; everything
else is made by whoever types, drives or decides.

board        everything the facts have said so far
incident     one melding from the first word to letting go
intake, melder, place, point, priority, phase
             what is known of it: what, who calls, where, how urgent, how far
appeal       what it asks of somebody until that is answered
entry        a line in its log, or on its open line
reaction, promise, contact, letting_go, missing
             what is done for the melder, and what is missing before the end
contact_line, line_kind, floor, member
             which line, who is on it, with what right, and who speaks
work, scale  what those involved do together, and how large it is dealt with
unit, unit_status, means, skill, autonomy, task, emergency
             colleagues on duty: what they do, can do, have in hand, and need
choice       who was sent beside who was nearest
fix, window  where a unit was at a moment, and which stretch of the earth somebody looks at
presence     where somebody of the room is at a desk, and which call is being taken there
map_address  which piece of which map
order        how the waiting are sorted
role         who somebody is to the room
terms        the site's figures for all of this
text, number, moment
             what people write, what names things, and times: each checked at birth
letters      words as they are compared when somebody looks for them
"""
