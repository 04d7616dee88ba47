# What the board, the melding panel, the intake form and the indicators say.

board-column-press = press
melding-label-asks = Asks
melding-asks-proposed = proposed { $names }
melding-asks-heard = heard by { $names }
desk-bell-on-again = The bell rings again.
desk-bell-now-off = The bell is off for 10 minutes; a priority 1 and an emergency go through. What waits stays.
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

## The intake form
form-title-new = New incident
form-title = Incident { $incident }: the intake grows
form-title-sent = Incident on its way
form-line = what @ where
form-line-hint = 1 burglary @ Dorpsstraat 5   Enter sends it out
form-source = source
form-question = question
form-classify = class
form-melder = caller
form-melder-hint = name, number, kind, call back
form-expects = expects
form-fears = fears
form-story = story
form-earlier = before
form-earlier-hint = 13:55 what happened before the call
form-keys = Tab next   Esc away, kept   F10 attaches to ►
form-near-title = Near and alike
form-near-none = Nothing like this.
form-near-place = place
form-near-number = number
form-near-kind = kind
form-earlier-title = Earlier in the past year
form-attached = A report for { $incident } is on its way.
form-stranded = The call was not opened; what you said to it ({ $count }) is under your hand again.
form-no-report = Incident { $incident } has no such report.
form-parked = A new call. Half: { $count }; ctrl+↑ or { $verb } brings them back.
form-none-half = No call lies half.
form-joins = Goes along with the call of { $who }, as soon as that has a number.
form-not-joined = { $who } opened no incident: your call lies half ({ $verb }).
form-detached = The call is loose again ({ $verb } opens the form).
form-nothing-to-attach = There is no incident to attach to, or no words yet.

## Figures
indicators-title = Indicators
indicators-coming = The figures are coming in.
indicators-window-shift = shift, { $hours } h
indicators-window-week = week
indicators-on-spot = Prio 1 on the spot within { $minutes } min
indicators-first-reaction = Time to first reaction, half within
indicators-promises = Promises kept
indicators-feedback = Feedback given
indicators-late = late { $late }, status missing { $missing }, on the way { $going }
indicators-slowest = nine in ten within { $slow }; none yet { $none }
indicators-settled = kept { $kept }, moved { $moved }, broken { $broken }, open { $open }
indicators-told = given { $given }, impossible { $impossible }, still owed { $owed }
owed-title = Feedback owed: { $count }
owed-none = No feedback is owed.
owed-row = { $incident } { $what }, { $place } · since { $since } · { $who }
desk-document-coming = Coming in: { $what }

order-why-taken-back = the switch was taken back
order-why-stack = { $waiting } waiting, { $available } { $available ->
    [one] unit
   *[other] units
 } free

asked-place = { $incident } has no place: where is it? (place)
asked-what = { $incident } has no what: what is going on? (what)
asked-what-now = { $incident } is prio { $priority } now and still called { $what }: what is it now? (what)
