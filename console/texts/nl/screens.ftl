# Titels en kolomkoppen van de schermdelen. Eén blok per deel.

## Bord
board-title = Meldingen
board-column-number = nr
board-column-age = duur
board-column-priority = p
board-column-what = wat
board-column-where = waar
board-column-phase = f
board-column-units = eenheden
board-column-last = laatste woord
board-empty = Geen open meldingen.
board-half = { $who } neemt aan
board-half-sent = { $who }, onderweg
board-none-match = Geen melding past bij '{ $filter }'.
board-waiting = Het bord komt binnen: { $parts } van { $of }.

## Eenheden
units-title = Eenheden
units-column-call-sign = roepnr
units-column-status = status
units-column-since = sinds
units-column-incident = melding
units-column-distance = afstand
units-column-means = middel
units-empty = Niemand in dienst.

## Kaart
map-title = Kaart
map-age = positie { $age } oud
map-empty = Nog geen posities.
map-following = volgt { $unit }
map-coming = straten { $percent } %
map-reach = binnen { $minutes } min: { $share } % van de stad
map-reach-after = binnen { $minutes } min: { $share } % van de stad, na inzet { $after } %
map-reach-straight = hemelsbreed
map-reached = bereikt
map-beyond = niet op tijd
map-lost = valt weg

## Lijn
line-title = Lijn { $incident }
line-none = Kies een melding om haar lijn te zien.
line-members = Op de lijn: { $names }
line-nobody = Niemand op de lijn.
line-struck = doorgehaald door { $by }

## Statusregel
bar-world-live = { $world }
bar-world-exercise = { $world } OEFENING
bar-role = { $name }, { $role }

## Opdrachtregel
notice-sent = Onderweg: { $what }
notice-done = Gedaan: { $what }

## Alarmen
alarm-promise-soon = TOEZEGGING { $in }: { $number } { $what }, { $from_whom } aan { $to_whom }
alarm-promise-breached = TOEZEGGING VOORBIJ { $ago }: { $number } { $what }, { $from_whom } aan { $to_whom }
alarm-no-reaction = GEEN REACTIE { $ago }: { $number } { $what }, { $place }
alarm-returned = TERUG OP HET BORD: { $number } { $what }, de afgesproken tijd is om
alarm-out-of-touch = MELDER NIET GESPROKEN { $ago }: { $number } { $what }, { $holder }
alarm-description = SIGNALEMENT { $ago }: { $number } { $what} is heterdaad
alarm-stacking = HET STAPELT: { $waiting } wachten, { $free } vrij; het bord staat op prioriteit
alarm-unstacked = Het stapelt niet meer; het bord staat op aankomst
