"""The only one that sends: what each link gets, when, and how much at a time.

fix_choice       which positions go into the next piece for a link that cannot carry all
fix_ticks        where units are, told to links as ticks: the last position wins
fixes_told       which positions one link was told, and what its console looks at
hub              the hub: the only one that sends
lanes            the lanes of one link: what it is given next, for as long as it has room
line_frames      what members of lines have read and do, told to the other members with the tick of the hub
line_ticks       what members of lines have read, who types and who wants the floor: ticks
pacing           how much may be under way on one link, learnt from when the other end says it received
peer             one console as the hub sees it: what it has, what it still gets, and how fast
presence_frames  who of the room is at which desk, and which calls are being taken there: ticks
pulse            the pulse: what the hub does by the clock, and not because something happened
run              a run of changes: what one audience sees, each change encoded once for everybody in it
sender           the sender: the one place where a frame leaves for a link
signs_of_life    the answer to a console's beat and, every few seconds, what its board should be
snapshot_frames  a snapshot of the board, cut for each console into frames as large as its link likes them
snapshots        the board as an audience may have it, written beside the event loop, for all who wait
telling          which words of lines go to whom: new ones to those on the line, all of them to who comes late
word_frames      words of lines as frames for the links of those who may read them, beside the run of changes
"""
