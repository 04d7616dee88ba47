# The desk when sending: the list of who could go, warnings beforehand, why somebody else, arrival, reach.

## The list
recommend-title = Who to { $incident }
recommend-coming = The recommendation is coming in.
recommend-nobody = Nobody on duty can go.
recommend-no-point = place unknown, no travel times
recommend-no-position = no position known, no travel times
recommend-nowhere = The point on the map is lacking: nobody is near to it.
recommend-straight = as the crow flies
recommend-old = { $age } old
recommend-keys = { $press } or 1 sends, 2-8 another, Esc closes
recommend-keys-any = 1-8 sends, Esc closes
recommend-gone = elsewhere by now
recommend-look = Look first who it will be; the same key then sends.
recommend-changed = The order has just changed: look, and press again.
recommend-press = { $press } sends, { $all } shows all
recommend-waterline = breaks waterline { $team } ({ $left } of { $least })

## Sending
sending-gone = { $unit } is elsewhere by now.
sending-waterline = { $unit } away breaks waterline { $team } ({ $left } of { $least }).
sending-task = { $unit } must not be interrupted: { $task }.
sending-diverts = { $unit } would come off { $incident }.
sending-alone = { $unit } comes off { $incident }, which is left with nobody: prio { $priority } { $what }, { $place }.

## Why somebody else
choice-question = { $nearest } was { $minutes } min sooner than { $unit }: { $press }, then
choice-question-short = { $nearest } was { $minutes }m sooner { $press }
choice-short-competence = skill
choice-short-knows-them = known
choice-short-work = work
choice-short-waterline = line
choice-short-asked = asked
choice-short-position = spot
choice-short-other = other

## Arrival
arrival-seems = { $unit } seems to be on scene: { $press } confirms
arrival-seems-short = on scene?
arrival-label = under way
arrival-over = { $minutes } min will be missed
arrival-unknown = arrival unknown

## Reach
reach-coming = Reach within { $minutes } min is coming in.
reach-share = Reached within { $minutes } min: { $share } of the town
reach-after = and without { $units } { $share }
reach-straight = as the crow flies

## Units and waterline
units-column-doing = work, team, skills
unit-solo = solo
unit-pair = pair
unit-fixed = not to be interrupted
unit-interruptible = may be interrupted

## Choices in the figures
indicators-choices = Nearest was sent
indicators-choices-behind = { $passed } of { $of } times somebody else; explained { $explained }
indicators-choices-extra = extra time: half within { $p50 }, nine in ten within { $p90 }, together { $total }
indicators-choices-straight = { $count } of them reckoned as the crow flies: there was no map

## In the incident panel
melding-skills = requires
melding-choices = choice
melding-passed-over = { $unit }; { $nearest } was { $sooner } sooner:
melding-why-not = why?
