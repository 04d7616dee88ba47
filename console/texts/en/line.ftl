# The lines: contact with the caller, together on the line, scaling up and down, split pairs and emergencies.

## Actions
action-open-contact = Put the caller through
action-open-contact-help = Puts the caller through to a unit, also while it drives; you listen: connect 417 12.03
action-listen = Listen to the caller
action-listen-help = Comes onto the contact line for all to see, without speaking, with a reason if asked: listen 417 12.03 is new
action-step = Step in or back
action-step-help = Changes between speaking and listening on the contact line, by the same key: step 417
action-step-in = Step in
action-step-in-help = Speaks on the contact line from now on, with a reason if asked: step-in 417 caller panics
action-step-back = Step back
action-step-back-help = Only listens on the contact line again: step-back 417
action-leave-contact = Off the contact line
action-leave-contact-help = Goes off the contact line: hangup 417
action-close-contact = Close the contact line
action-close-contact-help = Closes the contact line; what was said stays: disconnect 417 caller is safe
action-tell-melder = To the caller
action-tell-melder-help = Says something to the caller, on the contact line: tell 417 we are there in two minutes
action-make-link = Link for the caller
action-make-link-help = Makes a link for the caller's telephone; an earlier one ends: make-link 417
action-withdraw-link = Withdraw the link
action-withdraw-link-help = Makes the caller's link void: withdraw 417
action-show-link = Show the link
action-show-link-help = Shows the code and the address, to read out or to send: show-link 417
action-whisper = Whisper
action-whisper-help = Says something to colleagues alone, not to caller or partners: whisper 417 he has a knife
action-push-card = Information into the line
action-push-card-help = Puts a card into the line, about an address, vehicle, warning, person or other: card 417 warning firearm before
action-take-card = I have the information
action-take-card-help = Says that you have the card; the only one needs no number: got 417 3
action-invite-partner = Invite a partner
action-invite-partner-help = Lets a partner see this incident, as far as partners may: invite 417 fire-brigade
action-dismiss-partner = Dismiss a partner
action-dismiss-partner-help = The partner sees this incident no longer: dismiss 417 fire-brigade
action-join-lines = Join lines
action-join-lines-help = Makes the lines of two incidents one: merge 417 418
action-part-lines = Part lines
action-part-lines-help = Gives this incident its own line again, without losing a word: part 417
action-ask-colleagues = Ask colleagues
action-ask-colleagues-help = Asks colleagues onto the line; those nearby see it at once: colleagues 417 second pair wanted
action-come-along = Come along
action-come-along-help = Adds a unit, without asking anybody: come 417 12.03
action-note-who = Who knows, can or does
action-note-who-help = Writes who knows, can or does something; without a name it is a gap: matrix 417 can speak Polish who:12.03
action-take-who = That is me
action-take-who-help = Fills a row of who knows, can or does with yourself: mine 417 1
action-drop-who = Row done
action-drop-who-help = A row of who knows, can or does is done or not needed: done 417 1
action-switch-lead = Lead
action-switch-lead-help = Makes the lead central or decentral, with a reason; in the golden hour with sure: lead 417 central three teams busy
action-set-level = Scale
action-set-level-help = Goes to a rung, team, district, region, supra-regional, national or international: scale 417 region fire spreads
action-scale-up = Scale up
action-scale-up-help = Goes one rung up, or to the one named: scale-up 417 district
action-scale-down = Scale down
action-scale-down-help = Goes one rung down, or to the one named: scale-down 417 team
action-set-grip = GRIP
action-set-grip-help = Sets the GRIP, 0 to 5; the ladder stays: grip 417 2 much smoke
action-split-pair = Split the pair
action-split-pair-help = Splits a pair in two, with an open line between them: split 12.03 12.13
action-speak-to-pair = To the other half
action-speak-to-pair-help = Says something to the other half of a pair: mate 12.03 he comes your way
action-strengthen = Strengthen me
action-strengthen-help = Calls the other half of a pair over: strengthen 12.03
action-join-pair = Pair together
action-join-pair-help = Makes two halves a pair again: rejoin 12.03
action-raise-emergency = Emergency
action-raise-emergency-help = Calls all help for a unit in need: mayday 12.03
action-answer-emergency = Emergency received
action-answer-emergency-help = Says by your name that you have an emergency: received 12.03
action-end-emergency = Emergency over
action-end-emergency-help = Ends an emergency, with a reason: all-clear 12.03 colleague is safe

## Arguments
arg-on-incident = unit
arg-other-incident = other incident
arg-card-kind = kind
arg-card-entry = card
arg-who = who
arg-who-row = row
arg-who-kind = knows, can or does
arg-lead = central or decentral
arg-sure = sure
arg-level = rung
arg-grip = GRIP
arg-other-half = call sign
arg-in-need = unit in need

## What is wrong with a typed line
problem-missing-on-incident = No unit is on that incident. Name a call sign, or assign one first.
problem-no-open-in-need = No unit is in need now.
problem-which-in-need = Which unit? In need are: { $candidates }.
problem-not-an-other-incident = '{ $word }' is not the number of an incident.{ $hint }
problem-missing-other-incident = With which other incident? Put its number in the line.
problem-missing-partner = Which partner? Put the name of its account in the line.
problem-not-a-card-kind = '{ $word }' is not a kind of card: { $candidates }.
problem-missing-card-kind = What is the card about? { $candidates }.
problem-not-a-who-kind = '{ $word }' cannot stand here: { $candidates }.
problem-missing-who-kind = Is it about who knows, can or does? { $candidates }.
problem-not-a-lead = '{ $word }' is not a lead: { $candidates }.
problem-missing-lead = Where is the lead? { $candidates }.
problem-not-a-level = '{ $word }' is not a rung: { $candidates }.
problem-missing-level = Which rung? { $candidates }.
problem-missing-level-far = That incident is not on the board: name the rung as well.
problem-ladder-ends-up = There is nothing above international.
problem-ladder-ends-down = There is nothing below the team.
problem-level-not-up = That rung is lower. Use scale-down.
problem-level-not-down = That rung is higher. Use scale-up.
problem-not-a-grip = '{ $word }' is not a GRIP: 0 to 5.
problem-missing-grip = Which GRIP? 0 to 5.
problem-no-open-card = This incident has no card.
problem-which-card = Which card? There are: { $candidates }.
problem-no-such-card = Line { $word } of this incident is not a card.
problem-incident-or-card = Is { $word } an incident or a card? Write #{ $word } for the incident.
problem-no-open-who-row = This incident has no rows of who knows, can or does.
problem-which-who-row = Which row? There are: { $candidates }.
problem-no-such-who-row = This incident has no row { $word } of who knows, can or does.
problem-incident-or-who-row = Is { $word } an incident or a row? Write #{ $word } for the incident.

## Why refused
refusal-no-contact = Incident { $incident } has no open contact line. Put the caller through first.
refusal-contact-open = The caller of { $incident } is already put through to { $unit }.
refusal-not-on-contact = You are not on the contact line of incident { $incident }. Listen or step in.
refusal-only-listening = You only listen on the contact line of incident { $incident }. Step in first.
refusal-no-link = Incident { $incident } has no valid link for the caller. Make one with make-link.
refusal-link-taken = The link of incident { $incident } was opened on another telephone. Make a new one.
refusal-reason-needed = This needs a reason. Put it behind the command.
refusal-no-such-card = Line { $entry } of incident { $incident } is not a card.
refusal-not-invited = { $partner } is not invited to incident { $incident }.
refusal-lines-are-one = The lines of { $incident } and { $other } are one already.
refusal-lines-are-apart = The line of incident { $incident } is its own already.
refusal-no-such-row = Incident { $incident } has no row { $row } of who knows, can or does; the last is { $last }.
refusal-golden-hour = Incident { $incident } is in its golden hour: this changes somebody's role. Put sure in the line if it must be.
refusal-not-a-pair = { $unit } is not the pair, or the half of a pair, that this needs.
refusal-no-emergency = That unit has no emergency (any more).
refusal-emergency-on = The emergency of { $unit } stands: end it first.

## What happened
fact-contact-opened = { $incident } caller put through to { $unit }
fact-listening = { $incident } listens to the caller{ $more }
fact-stepped-in = { $incident } speaks with the caller{ $more }
fact-stepped-back = { $incident } only listens again{ $more }
fact-contact-left = { $incident } off the contact line
fact-contact-closed = { $incident } contact line closed{ $more }
fact-melder-told = { $incident } to the caller: “{ $text }”
fact-melder-told-unseen = { $incident } something said to the caller
fact-melder-said = { $incident } the caller: “{ $text }”
fact-melder-said-unseen = { $incident } the caller said something
fact-melder-shared = { $incident } the caller shared the place: { $point }
fact-melder-safe = { $incident } the caller is safe
fact-link-made = { $incident } link { $number } for the caller, until { $expires_at }
fact-link-opened = { $incident } the caller opened the link
fact-link-withdrawn = { $incident } the caller's link withdrawn
fact-whispered = { $incident } whispered: “{ $text }”
fact-card-pushed = { $incident } card, { $card }: { $text }
fact-card-taken = { $incident } has card { $entry }
fact-partner-invited = { $incident } partner invited: { $partner }
fact-partner-dismissed = { $incident } partner dismissed: { $partner }
fact-lines-joined = { $incident } and { $other } on one line
fact-lines-parted = { $incident } on its own line again
fact-colleagues-asked = { $incident } asks colleagues{ $more }
fact-who-noted = { $incident } who { $kind }: { $what }, { $who }
fact-who-taken = { $incident } takes row { $row }
fact-who-dropped = { $incident } row { $row } of who knows, can or does is done
fact-lead-switched = { $central ->
    [no] { $incident } lead decentral: { $why }
   *[other] { $incident } lead central: { $why }
  }
fact-level-set = { $incident } to { $level }{ $more }
fact-grip-set = { $incident } GRIP { $grip }{ $more }
fact-pair-split = { $unit } split, the other half is { $call_sign }
fact-pair-spoken = { $unit } to the other half: “{ $text }”
fact-strengthen-asked = { $unit } calls the other half over
fact-pair-joined = { $unit } together again
fact-emergency-raised = EMERGENCY { $unit }, incident { $incident }; nearby: { $nearby }
fact-emergency-answered = has the emergency of { $unit }
fact-emergency-ended = emergency of { $unit } over: { $why }
fact-incident-shown = incident { $incident_now } can be seen
fact-incident-hidden = incident { $incident } can be seen no longer
told-why = { ":" } { $value }
told-unseen = (not to be seen)
told-nobody-yet = nobody yet
told-nobody-near = nobody
told-somewhere = unknown

## Words
role-melder = caller

right-talks = speaks
right-listens = listens

card-kind-address = address
card-kind-vehicle = vehicle
card-kind-warning = warning
card-kind-person = person
card-kind-other = other

level-team = team
level-district = district
level-region = region
level-supra-regional = supra-regional
level-national = national
level-international = international

who-kind-knows = knows
who-kind-can = can
who-kind-does = does

lead-central = central
lead-decentral = decentral

hand-still = still
hand-typing = types
hand-wants = wants the floor
hand-has = has the floor

command-open-contact = putting the caller through
command-listen = listening to the caller
command-step-in = speaking with the caller
command-step-back = stepping back on the contact line
command-leave-contact = going off the contact line
command-close-contact = closing the contact line
command-tell-melder = saying something to the caller
command-make-link = making a link for the caller
command-withdraw-link = withdrawing the caller's link
command-come-in = opening the caller's page
command-say-as-melder = speaking as the caller
command-share-where = sharing the caller's place
command-say-safe = saying that the caller is safe
command-whisper = whispering on a line
command-push-card = putting a card into a line
command-take-card = saying that you have a card
command-invite-partner = inviting a partner
command-dismiss-partner = dismissing a partner
command-join-lines = joining lines
command-part-lines = parting lines
command-ask-colleagues = asking colleagues
command-come-along = coming along
command-note-who = saying who knows, can or does
command-take-who = saying that it is you
command-drop-who = dropping a row of who knows, can or does
command-switch-lead = switching the lead
command-set-level = scaling up or down
command-set-grip = setting the GRIP
command-split-pair = splitting a pair
command-speak-to-pair = speaking to the other half
command-strengthen = calling the other half over
command-join-pair = bringing a pair together
command-raise-emergency = raising an emergency
command-answer-emergency = answering an emergency
command-end-emergency = ending an emergency

## The caller's link
link-shown = Code { $code }, good until { $expires }{ $opened }
link-address = { $url }
link-was-opened = { "," } opened already
link-no-good = What the server sent is no link.
