"""The rules of the melding, each a named pure function that reads like the sentence it implements.

They take values and a moment and answer; they refuse nothing. The server's decisions enforce some, its keeper
acts on others, and the console shows them all while there is still time. Thresholds come from the site.

reaction     always a reaction: what waits without one
appeals      what is asked, and what answers it
asking       what has to be asked next: where, what, or what it became
description  owed from heterdaad until it is out
promises     kept, moved or broken in the open
contact      keeping in touch with the melder
letting_go   what is missing before the end
arrival      seen near the spot
choice       which choice asks for a reason
stacking     first come, first served, until it stacks
waterline    the strength that must stay free
floor        who speaks on a line
"""
