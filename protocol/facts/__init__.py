"""What happened: every fact, past tense, final.

Made by `server.decide` from an accepted command, journalled and folded; never edited, never deleted. A
correction is a new fact. Who and when stand in the change that carries the fact, not in the fact. One file
per noun; nothing is gathered here: take a class from where it stands.

fact         the base of every fact
incidents    opened, said better, moved on, closed, taken up again
intake       what is learnt while units already see it
promises     reactions, promises, contact with the melder
letting_go   the taker, the check, the feedback, the end
timeline     the log and the open line
contact      the line between melder and officer
work         what those involved do together
units        on and off duty, given and taken a melding, statuses
dispatch     who goes, and why
pairs        split pairs, and the emergency button
appeals      what an incident asks: heard, and whom the server would send
scale        up and down: colleagues, levels, lead
order        how the board is sorted
back         deeds taken back
world        the world itself: founded
shown        what an audience comes to see; told, never journalled
"""
