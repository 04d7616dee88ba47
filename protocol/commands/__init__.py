"""What a person can wish for: every command, imperative, each may be refused.

Made by the console's actions, by scripts and by rehearsals; sent as `Do`; decided in `server.decide`. A
command names incidents by number and units by id, so that it means the same whenever it arrives. One file per
noun; nothing is gathered here: take a class from where it stands.

command      the base of every command
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
appeals      what an incident asks: heard
scale        up and down: colleagues, levels, lead
order        how the board is sorted
back         deeds taken back
"""
