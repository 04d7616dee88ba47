# De werkplek bij het sturen: de lijst van wie kan gaan, waarschuwen vooraf, waarom een ander, aankomst, bereik.

## De lijst
recommend-title = Wie naar { $incident }
recommend-coming = De aanbeveling komt binnen.
recommend-nobody = Er is niemand in dienst die kan gaan.
recommend-no-point = plaats onbekend, geen reistijd
recommend-no-position = geen positie bekend, geen reistijden
recommend-nowhere = Het punt op de kaart ontbreekt: niemand is er dichtbij.
recommend-straight = hemelsbreed
recommend-old = { $age } oud
recommend-keys = { $press } of 1 stuurt, 2-8 een ander, Esc sluit
recommend-keys-any = 1-8 stuurt, Esc sluit
recommend-gone = intussen ergens anders
recommend-look = Kijk eerst wie het wordt; daarna stuurt dezelfde toets.
recommend-changed = De volgorde is net veranderd: kijk, en druk nog eens.
recommend-press = { $press } stuurt, { $all } toont allen
recommend-waterline = breekt waterlijn { $team } ({ $left } van { $least })

## Sturen
sending-gone = { $unit } is intussen ergens anders.
sending-waterline = { $unit } weg breekt waterlijn { $team } ({ $left } van { $least }).
sending-task = { $unit } mag niet onderbroken worden: { $task }.
sending-diverts = { $unit } komt dan van { $incident }.
sending-alone = { $unit } komt van { $incident }, en daar blijft niemand: prio { $priority } { $what }, { $place }.

## Waarom een ander
choice-question = { $nearest } was { $minutes } min eerder dan { $unit }: { $press }, dan
choice-question-short = { $nearest } was { $minutes }m eerder { $press }
choice-short-competence = kunde
choice-short-knows-them = kent ze
choice-short-work = werk
choice-short-waterline = lijn
choice-short-asked = wilde
choice-short-position = plek
choice-short-other = anders

## Aankomst
arrival-seems = { $unit } lijkt ter plaatse: { $press } bevestigt
arrival-seems-short = ter plaatse?
arrival-label = onderweg
arrival-over = { $minutes } min wordt niet gehaald
arrival-unknown = aankomst onbekend

## Bereik
reach-coming = Bereik binnen { $minutes } min komt binnen.
reach-share = Binnen { $minutes } min bereikt: { $share } van de stad
reach-after = en zonder { $units } { $share }
reach-straight = hemelsbreed

## Eenheden en waterlijn
units-column-doing = werk, team, kunde
unit-solo = solo
unit-pair = koppel
unit-fixed = niet te onderbreken
unit-interruptible = mag onderbroken

## Keuzegedrag in de cijfers
indicators-choices = Dichtstbijzijnde gestuurd
indicators-choices-behind = { $passed } van { $of } keer een ander; verklaard { $explained }
indicators-choices-extra = extra tijd: de helft binnen { $p50 }, negen van de tien binnen { $p90 }, samen { $total }
indicators-choices-straight = bij { $count } ervan hemelsbreed gerekend: er was geen kaart

## In het meldingpaneel
melding-skills = vereist
melding-choices = keuze
melding-passed-over = { $unit }; { $nearest } was { $sooner } eerder:
melding-why-not = waarom?
