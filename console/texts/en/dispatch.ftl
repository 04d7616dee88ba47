# Who can go, and why: the words of a recommendation, of the reach and of places.

reason-straight-line = as the crow flies
reason-free = free
reason-task = at work on { $task }
reason-task-fixed = not to be interrupted: { $task }
reason-diverts = comes off incident { $incident } (p{ $priority })
reason-skill = can { $skill }
reason-lacks-skill = lacks { $skill }
reason-solo-fits = solo fits
reason-solo-misfits = solo does not fit
reason-pair-fits = pair fits
reason-ring = { $ring ->
    [0] own area
    [1] neighbouring area
   *[other] from further away
  }
reason-own-area = own area
reason-recently-disturbed = disturbed { $minutes } min ago
reason-waterline = breaks the waterline of { $team }: { $left } of { $least }
reason-position-old = position too old: { $age }
reason-no-position = position unknown

who-by-road = For incident { $incident }, with travel time by road{ $skills }:
who-straight-line = For incident { $incident }, without a map and so as the crow flies{ $skills }:
who-no-point = Incident { $incident } has no point on the map, so no travel time{ $skills }:
who-no-position = For incident { $incident }, without travel times: nobody who can go has a known position{ $skills }:
who-skills = { "," } requires { $skills }
who-row = { $place }. { $unit }  { $reasons }
who-nobody = There is nobody on duty who can go.

place-row = { $name }  { $kind }  ({ $lat },{ $lon })
form-places-keys = Tab picks
places-nothing = Nothing like it was found on the map.

reachable = Within { $minutes } min { $share } of the area can be reached{ $how }.
reachable-after = Within { $minutes } min { $share } of the area can be reached, and { $after } without { $units }{ $how }.
reachable-straight-line = { "," } as the crow flies
document-unreadable = What the server sent cannot be read: { $why }

figures-choices = { "  " }sent: nearest { $nearest } of { $of }; somebody else { $passed }, extra time half { $p50 }, 90 % { $p90 }, together { $total }; explained { $explained }{ $reasons }

place-guess = No point on the map. { $press }: { $name }, { $kind }
place-no-guess = No point on the map: { $name }. Nobody is near to it.
