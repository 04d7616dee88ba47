# Wat het bord, het meldingpaneel, het intakeformulier en de cijfers zeggen.

board-column-press = druk
desk-bell-off = ♪ bel uit
desk-bell-on-again = De bel gaat weer.
desk-bell-now-off = De bel is uit; wat wacht blijft op het bord staan.
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

## Woorden
source-emergency-call = 112
source-service-call = 0900-8844
source-counter = balie
source-street = straat
source-internet = internet
source-alarm = alarm
source-own-observation = eigen waarneming
question-urgent-police = spoed, politie
question-urgent-other = spoed, een ander
question-can-wait-police = kan wachten, politie
question-can-wait-other = kan wachten, een ander
question-information = informatie
melder-kind-citizen = burger
melder-kind-company = bedrijf
melder-kind-public-body = overheid
melder-kind-partner = partner
reaction-unit-now = eenheid nu
reaction-agreed-later = later, in overleg
reaction-neighbourhood-officer = wijkagent
reaction-referral = verwijzing
reaction-by-telephone = telefonisch
reaction-information-taken = informatie aangenomen
aim-protect = beschermen
aim-limit = begrenzen
aim-strengthen = bekrachtig
citizen-role-active-on-scene = actief ter plaatse
citizen-role-involved-melder = betrokken melder
citizen-role-volunteer = vrijwilliger
citizen-role-lookout = uitkijk
citizen-view-agrees = burger akkoord
citizen-view-not-reached = burger niet bereikt
citizen-view-disagrees = burger niet akkoord
missing-reaction = Leg vast hoe de politie reageert
missing-taker = Noem wie het overneemt, of dat de burger zelf verder kan
missing-acknowledgement = De overnemer zegt: ik heb het
missing-referral = De partner aanvaardt de verwijzing
missing-promise = Een toezegging staat nog open
missing-check = Iemand die reageerde zegt dat het klaar is
missing-feedback = De melder hoort hoe het afliep
