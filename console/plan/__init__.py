"""Which rectangle each part of the screen gets, for every size. Pure.

head_rows  what stands over the panels: the banner of an emergency, and the row of what asks
places     the plan of the moment: which rectangle each part of the screen has, for who looks and from where
room_plan  which rectangle each part of the screen gets, for every size
unit_plan  which rectangle each part of a unit's screen gets, for every size from 60 x 20
"""
