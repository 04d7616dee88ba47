# What the board, the melding panel, the intake form and the indicators say.

board-column-press = press
desk-bell-off = ♪ bell off
desk-bell-on-again = The bell rings again.
desk-bell-now-off = The bell is off; what waits stays on the board.
desk-by-priority = BY PRIORITY since { $at }, { $by }: { $why }

## The melding panel
melding-title = Incident { $incident }
melding-class = class
melding-no-class = no class yet
melding-melder = caller
melding-unknown = not known yet
melding-call-back = wants to be called back
melding-contact = contact
melding-spoken = spoke to the caller { $age } ago
melding-offered = asked { $to }, not taken yet
melding-caught = in the act
melding-not-described = description not out yet, { $age }
melding-described = description out at { $at }
melding-expects = expects
melding-fears = fears
melding-story = story
melding-answers = answers
melding-reactions = reaction
melding-no-reaction = no reaction yet
melding-agreed = caller agrees
melding-promises = promise
melding-promise-kept = kept
melding-promise-moved = moved
melding-promise-broken = broken
melding-needs = needed
melding-need-from = from { $who }
melding-additions = adds
melding-citizens = citizens
melding-referrals = referred
melding-no-consent = caller does not agree
melding-not-accepted = not accepted yet
melding-accepted = accepted by { $who }
melding-taker = handover
melding-not-acknowledged = not acknowledged yet
melding-alone = goes on alone
melding-check = done
melding-feedback = feedback
melding-impossible = not possible
melding-can-go = Nothing is missing: you can let go.
melding-missing = Letting go: { $count ->
    [one] 1 thing is missing
   *[other] { $count } things are missing
  }; each number goes there
melding-emergency = Not yet: see what is missing. { $press } again closes anyway (! in an emergency).
desk-where-melding = incident
help-where-melding = In the incident panel
action-bell = Bell off or on
action-bell-help = Keeps the bell quiet; what waits stays marked on the board

## Words
source-emergency-call = 112
source-service-call = 0900-8844
source-counter = counter
source-street = street
source-internet = internet
source-alarm = alarm
source-own-observation = own observation
question-urgent-police = urgent, police
question-urgent-other = urgent, another
question-can-wait-police = can wait, police
question-can-wait-other = can wait, another
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
aim-protect = protect
aim-limit = limit
aim-strengthen = strengthen
citizen-role-active-on-scene = active on the spot
citizen-role-involved-melder = involved caller
citizen-role-volunteer = volunteer
citizen-role-lookout = lookout
citizen-view-agrees = citizen agrees
citizen-view-not-reached = citizen not reached
citizen-view-disagrees = citizen disagrees
missing-reaction = Record how the police react
missing-taker = Name who takes it over, or that the citizen can go on alone
missing-acknowledgement = The taker says: I have it
missing-referral = The partner accepts the referral
missing-promise = A promise is still open
missing-check = Somebody who reacted says that it is done
missing-feedback = The caller hears how it ended
