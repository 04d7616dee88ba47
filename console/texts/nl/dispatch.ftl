# Wie kan gaan, en waarom: de woorden van een aanbeveling, van het bereik en van plaatsen.

reason-straight-line = in rechte lijn
reason-free = vrij
reason-task = bezig met { $task }
reason-task-fixed = niet te onderbreken: { $task }
reason-diverts = komt van melding { $incident } (p{ $priority })
reason-skill = kan { $skill }
reason-lacks-skill = mist { $skill }
reason-solo-fits = solo past
reason-solo-misfits = solo past niet
reason-pair-fits = koppel past
reason-ring = { $ring ->
    [0] eigen gebied
    [1] buurgebied
   *[other] van verder weg
  }
reason-own-area = eigen gebied
reason-recently-disturbed = { $minutes } min geleden gestoord
reason-waterline = breekt de waterlijn van { $team }: { $left } van { $least }
reason-position-old = positie te oud: { $age }
reason-no-position = positie onbekend

who-by-road = Voor melding { $incident }, met reistijd over de weg{ $skills }:
who-straight-line = Voor melding { $incident }, zonder kaart en dus in rechte lijn{ $skills }:
who-no-point = Melding { $incident } heeft geen punt op de kaart, dus geen reistijd{ $skills }:
who-no-position = Voor melding { $incident }, zonder reistijd: van niemand die kan gaan is de positie bekend{ $skills }:
who-skills = { "," } vereist { $skills }
who-row = { $place }. { $unit }  { $reasons }
who-nobody = Er is niemand in dienst die kan gaan.

place-row = { $name }  { $kind }  ({ $lat },{ $lon })
form-places-keys = Tab kiest
places-nothing = Op de kaart is niets gevonden dat daarop lijkt.

reachable = Binnen { $minutes } min is { $share } van het gebied te bereiken{ $how }.
reachable-after = Binnen { $minutes } min is { $share } van het gebied te bereiken, en { $after } zonder { $units }{ $how }.
reachable-straight-line = { "," } in rechte lijn
document-unreadable = Wat de server stuurde is niet te lezen: { $why }

figures-choices = { "  " }gestuurd: dichtstbij { $nearest } van { $of }; een ander { $passed }, extra tijd de helft { $p50 }, 90 % { $p90 }, samen { $total }; verklaard { $explained }{ $reasons }

place-guess = Geen punt op de kaart. { $press }: { $name }, { $kind }
place-no-guess = Geen punt op de kaart: { $name }. Niemand is er dichtbij.
