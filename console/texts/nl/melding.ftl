# Wat het bord, het meldingpaneel, het intakeformulier en de cijfers zeggen.

board-column-press = druk
melding-label-asks = Vraagt
melding-asks-proposed = voorgesteld { $names }
melding-asks-heard = gehoord door { $names }
desk-bell-on-again = De bel gaat weer.
desk-bell-now-off = De bel is 10 minuten uit; een prio 1 en een noodoproep gaan door. Wat wacht blijft staan.
desk-by-priority = OP PRIORITEIT sinds { $at }, { $by }: { $why }

## Het meldingpaneel
melding-title = Melding { $incident }
melding-class = klasse
melding-no-class = nog geen klasse
melding-melder = melder
melding-unknown = nog onbekend
melding-call-back = wil teruggebeld worden
melding-contact = contact
melding-spoken = sprak de melder { $age } geleden
melding-offered = gevraagd aan { $to }, nog niet overgenomen
melding-caught = heterdaad
melding-not-described = signalement nog niet uit, { $age }
melding-described = signalement uit om { $at }
melding-expects = verwacht
melding-fears = vreest
melding-story = verhaal
melding-answers = antwoorden
melding-reactions = reactie
melding-no-reaction = nog geen reactie
melding-agreed = melder akkoord
melding-promises = toezegging
melding-promise-kept = gedaan
melding-promise-moved = verzet
melding-promise-broken = niet
melding-needs = nodig
melding-need-from = van { $who }
melding-additions = voegt toe
melding-citizens = burgers
melding-referrals = verwezen
melding-no-consent = melder niet akkoord
melding-not-accepted = nog niet aanvaard
melding-accepted = aanvaard door { $who }
melding-taker = overdracht
melding-not-acknowledged = nog niet bevestigd
melding-alone = zelf verder
melding-check = klaar
melding-feedback = terugmeld
melding-impossible = niet mogelijk
melding-can-go = Niets ontbreekt: u kunt loslaten.
melding-missing = Loslaten: er { $count ->
    [one] ontbreekt 1 ding
   *[other] ontbreken { $count } dingen
  }; elk nummer gaat erheen
melding-emergency = Nog niet: zie wat ontbreekt. { $press } nog eens sluit toch (in nood met !).
desk-where-melding = melding
help-where-melding = In het meldingpaneel
action-bell = Bel uit of aan
action-bell-help = Houdt de bel stil; wat wacht blijft op het bord gemerkt

## Het intakeformulier
form-title-new = Nieuwe melding
form-title = Melding { $incident }: de intake groeit
form-title-sent = Melding onderweg
form-line = wat @ waar
form-line-hint = 1 inbraak @ Dorpsstraat 5   Enter stuurt haar uit
form-source = bron
form-question = vraag
form-classify = klasse
form-melder = melder
form-melder-hint = naam, nummer, soort, terugbellen
form-expects = verwacht
form-fears = vreest
form-story = verhaal
form-earlier = vooraf
form-earlier-hint = 13:55 wat er voor het bellen gebeurde
form-keys = Tab volgend   Esc weg, blijft bewaard   F10 bijmelding bij ►
form-near-title = Dichtbij en gelijk
form-near-none = Niets dat hierop lijkt.
form-near-place = plaats
form-near-number = nummer
form-near-kind = soort
form-earlier-title = Eerder in het afgelopen jaar
form-attached = Bijmelding bij { $incident } is onderweg.
form-stranded = De oproep is niet geopend; wat u erbij zei ({ $count }) staat weer onder uw hand.
form-no-report = Melding { $incident } heeft geen bijmelding.
form-parked = Nieuwe oproep. Half: { $count }; ctrl+↑ of { $verb } haalt ze terug.
form-none-half = Er ligt geen halve oproep.
form-joins = Gaat mee met de oproep van { $who }, zodra die een nummer heeft.
form-not-joined = { $who } opende geen melding: uw oproep ligt half ({ $verb }).
form-detached = De oproep ligt weer los ({ $verb } opent het formulier).
form-nothing-to-attach = Er is geen melding om bij te zetten, of nog geen tekst.

## Cijfers
indicators-title = Indicatoren
indicators-coming = De cijfers komen binnen.
indicators-window-shift = dienst, { $hours } u
indicators-window-week = week
indicators-on-spot = Prio 1 binnen { $minutes } min ter plaatse
indicators-first-reaction = Tijd tot eerste reactie, helft binnen
indicators-promises = Toezeggingen nagekomen
indicators-feedback = Terugmelding gegeven
indicators-late = te laat { $late }, status ontbreekt { $missing }, onderweg { $going }
indicators-slowest = negen van de tien binnen { $slow }; nog zonder { $none }
indicators-settled = nagekomen { $kept }, verzet { $moved }, niet { $broken }, open { $open }
indicators-told = gegeven { $given }, niet mogelijk { $impossible }, nog te geven { $owed }
owed-title = Terugmelding nog te geven: { $count }
owed-none = Er is geen terugmelding te geven.
owed-row = { $incident } { $what }, { $place } · sinds { $since } · { $who }
desk-document-coming = Komt binnen: { $what }

order-why-taken-back = de wisseling is teruggenomen
order-why-stack = { $waiting } wachten, { $available } { $available ->
    [one] eenheid
   *[other] eenheden
 } vrij

asked-place = { $incident } heeft geen plaats: waar is het? (plaats)
asked-what = { $incident } heeft geen wat: wat is er aan de hand? (wat)
asked-what-now = { $incident } is nu prio { $priority } en heet nog { $what }: wat is het nu? (wat)
