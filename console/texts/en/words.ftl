# Words that recur everywhere. Short forms are for columns: at most eight characters.

status-available = available
status-available-short = avail
status-assigned = assigned
status-assigned-short = assigned
status-en-route = en route
status-en-route-short = en route
status-on-scene = on scene
status-on-scene-short = on scene
status-unavailable = unavailable
status-unavailable-short = unavail

phase-merge-in = merge in
phase-merge-in-letter = I
phase-add = add
phase-add-letter = T
phase-merge-out = merge out
phase-merge-out-letter = U
phase-closed = closed
phase-closed-letter = X

role-centralist = dispatcher
role-opco = OpCo
role-unit = unit
role-info-desk = information desk
role-partner = partner
role-exercise-leader = exercise leader
role-observer = observer
role-auditor = auditor

means-car = car
means-motorcycle = motorcycle
means-bicycle = bicycle
means-foot = on foot

command-open-incident = opening an incident
command-change-place = changing the place
command-change-what = changing what it is
command-change-priority = changing the priority
command-assign-unit = assigning a unit
command-release-unit = releasing a unit
command-set-unit-status = setting a status
command-sign-on-unit = signing on a unit
command-sign-off-unit = signing off a unit
command-add-entry = writing a log line
command-strike-entry = striking a log line
command-join-line = joining a line
command-leave-line = leaving a line
command-speak = speaking on a line
command-enter-phase = changing the phase
command-close-incident = closing an incident
command-reopen-incident = reopening an incident

word-incident = incident
word-unit = unit
word-live = live
word-exercise = EXERCISE
