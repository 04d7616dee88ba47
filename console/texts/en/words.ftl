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

crew-1 = solo
crew-2 = pair

autonomy-guided = guided
autonomy-independent = independent
autonomy-leading = leading

choice-reason-competence = competence
choice-reason-knows-them = knows the people there
choice-reason-work = work that goes on
choice-reason-waterline = waterline
choice-reason-asked = asked for it
choice-reason-position = position not believed
choice-reason-other = something else

place-kind-street = street
place-kind-house = house number
place-kind-crossing = crossing
place-kind-spot = spot
place-kind-area = area

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
command-describe-intake = describing the intake
command-describe-melder = saying who called
command-classify-incident = classifying
command-answer-question = answering a question
command-record-earlier = recording what came before
command-flag-caught = flagging it as caught
command-send-description = sending a description
command-attach-report = attaching a report
command-react = recording a reaction
command-make-promise = making a promise
command-keep-promise = keeping a promise
command-move-promise = moving a promise
command-break-promise = breaking a promise
command-speak-to-melder = saying that the caller was spoken to
command-offer-melder = offering the contact
command-take-melder = taking the contact
command-add-aim = adding an aim
command-drop-aim = dropping an aim
command-state-need = stating a need
command-meet-need = meeting a need
command-state-addition = saying what a unit adds
command-note-citizen = noting a citizen
command-refer = referring
command-accept-referral = accepting a referral
command-hand-over = handing over
command-acknowledge-handover = acknowledging a handover
command-let-citizen-go-on = letting the citizen go on
command-check-end = checking the end
command-give-feedback = giving feedback
command-switch-order = switching the order
command-set-task = setting a task
command-end-task = finishing a task
command-ask-skills = requiring skills
command-explain-choice = saying why somebody else went
command-weigh-choice = weighing a choice
command-expect-arrival = expecting an arrival
command-take-back = taking something back

word-incident = incident
word-unit = unit
word-live = live
word-exercise = EXERCISE

source-emergency-call = emergency call
source-service-call = service call
source-counter = counter
source-street = street
source-internet = internet
source-alarm = alarm
source-own-observation = own observation

question-urgent-police = urgent, police
question-urgent-other = urgent, not police
question-can-wait-police = can wait, police
question-can-wait-other = can wait, not police
question-information = information

melder-kind-citizen = citizen
melder-kind-company = company
melder-kind-public-body = public body
melder-kind-partner = partner

reaction-unit-now = unit now
reaction-agreed-later = later, agreed
reaction-neighbourhood-officer = neighbourhood officer
reaction-referral = referral
reaction-by-telephone = by telephone
reaction-information-taken = information taken

promise-open = open
promise-kept = kept
promise-moved = moved
promise-broken = broken

aim-protect = protect
aim-limit = limit
aim-strengthen = strengthen

citizen-role-active-on-scene = active on the spot
citizen-role-involved-melder = involved caller
citizen-role-volunteer = volunteer
citizen-role-lookout = lookout

citizen-view-agrees = the citizen agrees
citizen-view-not-reached = the citizen was not reached
citizen-view-disagrees = the citizen disagrees

order-arrival = by arrival
order-priority = by priority

what-unknown = what unknown
place-unknown = place unknown
missing-what = what it is (what)
missing-place = where it is (place)
missing-reaction = a reaction (react)
missing-taker = a taker (handover), or going on alone (alone)
missing-acknowledgement = the taker has not acknowledged (acknowledge)
missing-referral = an accepted referral (accepted)
missing-promise = an open promise (kept, move or break)
missing-check = done, said by one that reacted or the OpCo (check)
missing-feedback = the feedback (feedback)

missing-short-what = what
missing-short-place = where
missing-short-reaction = reaction
missing-short-taker = taker or alone
missing-short-acknowledgement = acknowledgement
missing-short-referral = referral
missing-short-promise = promise
missing-short-check = check
missing-short-feedback = feedback

# When something that was promised is due: the day, the hour and how long that is from now.
due-said = { $day } { $at }, in { $left }
due-today = today
due-tomorrow = tomorrow
due-day = { $weekday } { $date }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
span-days = { $days } days
