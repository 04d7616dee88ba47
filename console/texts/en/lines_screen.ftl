# The lines on the control room's screen: contact line, receipts, scale, pairs.

## Contact line
lines-contact-title = Caller { $incident }
lines-you-talk = you may speak on this line
lines-you-talk-too = you talk too
lines-colleagues = colleagues:
lines-you-listen = you listen in
lines-you-are-off = you are not on this line
lines-contact-closed = contact line closed
lines-contact-silent = Nothing said on the contact line yet.
lines-you = { $name } (you)
lines-you-short = you
lines-with = caller with { $unit }
lines-listening = listening: { $names }
lines-direct-after = direct after { $took }
lines-not-direct = not direct yet, { $runs }
lines-no-link = no link for the phone
lines-link-withdrawn = link withdrawn
lines-link-over = link expired
lines-link-waits = link not opened yet, { $left } left
lines-page-open = page open
lines-safe = SAFE { $at }
lines-unseen = { $count ->
    [one] 1 message not to be seen
   *[other] { $count } messages not to be seen
  }
lines-melder-on-map = place shared
lines-melder-there = caller is on the spot
lines-melder-away = caller { $far } { $side }
lines-step-in-first = You only listen: { $press } speaks too.
lines-not-on-contact = You are not on the contact line: { $press } listens in, once more speaks too.
lines-no-contact = No contact line is open. { $press } puts the caller through.
lines-not-sent = Not sent, it is still there.

compass-n = to the north
compass-ne = to the north-east
compass-e = to the east
compass-se = to the south-east
compass-s = to the south
compass-sw = to the south-west
compass-w = to the west
compass-nw = to the north-west

## Open line
lines-not-read = not read yet: { $names }
lines-not-in = not delivered yet: { $names }
lines-whispered = colleagues only:
lines-card-in-time = in time
lines-card-late = after arrival
lines-card-nobody = nobody has this card yet
lines-card-has = got it: { $names }

## Scale
lines-central = central lead
lines-golden = golden hour, { $left } left
lines-gaps = { $count ->
    [one] 1 gap in who knows, can, does
   *[other] { $count } gaps in who knows, can, does
  }
lines-joined = one line with { $others }
lines-partners = partners: { $names }
lines-label-contact = Caller
lines-label-scale = Scale
lines-label-lead = Lead
lines-label-asked = Asked
lines-label-who = Who
lines-label-pair = Pair
lines-label-with = With
lines-lead-central = central
lines-lead-decentral = decentral
lines-lead-since = since { $at }, { $by }
lines-owner = owner { $team }
lines-nobody-yet = NOBODY YET
lines-nobody-came = nobody came yet
lines-asked = { $by } asks for colleagues
lines-coming = coming: { $units }
lines-sure = { $why } Do it anyway: .{ $line }
lines-apart = { $far } apart

## Link
lines-link-title = Link for the caller of { $incident }
lines-link-say = Read out the code; capitals and dashes do not matter.
lines-link-where = On the internet: { $url }
lines-link-path = Behind the control room's address: { $url }
lines-link-until = Good until { $at }, { $left } left.
lines-link-opened = The page was opened at { $at }.
lines-link-not-opened = The page has not been opened yet.
lines-link-end = To withdraw: { $verb }

## Letters over the telephone
letter-a = Alfa
letter-b = Bravo
letter-c = Charlie
letter-d = Delta
letter-e = Echo
letter-f = Foxtrot
letter-g = Golf
letter-h = Hotel
letter-i = India
letter-j = Juliett
letter-k = Kilo
letter-l = Lima
letter-m = Mike
letter-n = November
letter-o = Oscar
letter-p = Papa
letter-q = Quebec
letter-r = Romeo
letter-s = Sierra
letter-t = Tango
letter-u = Uniform
letter-v = Victor
letter-w = Whiskey
letter-x = X-ray
letter-y = Yankee
letter-z = Zulu
