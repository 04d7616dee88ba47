# Titles and column headings of the parts of the screen. One block per part.

## Board
board-title = Incidents
board-column-number = no
board-column-age = age
board-column-priority = p
board-column-what = what
board-column-where = where
board-column-phase = ph
board-column-units = units
board-column-last = last word
board-empty = No open incidents.
board-half = { $who } is taking it
board-half-sent = { $who }, under way
board-none-match = No incident matches '{ $filter }'.
board-waiting = The board is coming in: { $parts } of { $of }.

## Units
units-title = Units
units-column-call-sign = sign
units-column-status = status
units-column-since = since
units-column-incident = incident
units-column-distance = distance
units-column-means = means
units-empty = Nobody on duty.

## Map
map-title = Map
map-age = position { $age } old
map-empty = No positions yet.
map-following = following { $unit }
map-coming = streets { $percent } %
map-reach = within { $minutes } min: { $share } % of the town
map-reach-after = within { $minutes } min: { $share } % of the town, once sent { $after } %
map-reach-straight = as the crow flies
map-reached = reached
map-beyond = not in time
map-lost = would be lost

## Line
line-title = Line { $incident }
line-none = Choose an incident to see its line.
line-members = On the line: { $names }
line-nobody = Nobody on the line.
line-struck = struck by { $by }

## Status line
bar-world-live = { $world }
bar-world-exercise = { $world } EXERCISE
bar-role = { $name }, { $role }

## Command line
notice-sent = Under way: { $what }
notice-done = Done: { $what }

## Alarms
alarm-promise-soon = PROMISE { $in }: { $number } { $what }, { $from_whom } to { $to_whom }
alarm-promise-breached = PROMISE PASSED { $ago }: { $number } { $what }, { $from_whom } to { $to_whom }
alarm-no-reaction = NO REACTION { $ago }: { $number } { $what }, { $place }
alarm-returned = BACK ON THE BOARD: { $number } { $what }, the agreed time is over
alarm-out-of-touch = CALLER NOT SPOKEN TO { $ago }: { $number } { $what }, { $holder }
alarm-description = DESCRIPTION { $ago }: { $number } { $what } is happening now
alarm-stacking = IT STACKS: { $waiting } wait, { $free } free; the board is by priority
alarm-unstacked = It no longer stacks; the board is by arrival
