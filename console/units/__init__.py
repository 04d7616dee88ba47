"""The list of units.

make_view     from what is known to what the unit list shows
panel         the unit list on the screen
standing      a unit with what is known of its place: how far from the selected incident in metres and time
unit_list     the unit list as one person has it: its rows
view          what the unit list is told to show, and the rows it makes of that
work_in_hand  who a unit is and what else it has in hand: crew, task, team, skills
"""
