"""A unit's own screen: its melding, what is near, its keys, its pair.

around     what goes on near a unit that is on nothing: colleagues who ask, meldingen without anybody
asks       what asks something of the unit at this desk: colleagues, meldingen, cards, its arrival
keys       the foot of a unit's screen: what asks for a key now, and the numbers of the radio in words
make_view  from what is known to what the panels of a unit's own screen show
melding    the melding of the unit that looks: warnings, who else, what was promised, what was learnt
pair       the line of a split pair (A92): always open, the other half and its distance at the top
sign_on    how a unit comes on duty when its account comes in: as the last time
to_do      what the unit at this desk still has to do: its task, promises, feedback, and what it took on
unit_part  a unit's place at its own screen: its melding always chosen, its lines
"""
