# De lijnen op het scherm van de meldkamer: contactlijn, ontvangst, schaal, koppels.

## Contactlijn
lines-contact-title = Melder { $incident }
lines-you-talk = u mag spreken op deze lijn
lines-you-talk-too = u praat mee
lines-colleagues = collega's:
lines-you-listen = u luistert mee
lines-you-are-off = u bent niet op deze lijn
lines-contact-closed = contactlijn gesloten
lines-contact-silent = Nog niets gezegd op de contactlijn.
lines-you = { $name } (u)
lines-you-short = u
lines-with = melder met { $unit }
lines-listening = luistert: { $names }
lines-direct-after = direct na { $took }
lines-not-direct = nog niet direct, { $runs }
lines-no-link = geen link voor de telefoon
lines-link-withdrawn = link ingetrokken
lines-link-over = link verlopen
lines-link-waits = link nog niet geopend, nog { $left }
lines-page-open = pagina open
lines-safe = VEILIG { $at }
lines-unseen = { $count ->
    [one] 1 bericht niet te zien
   *[other] { $count } berichten niet te zien
  }
lines-melder-on-map = plek gedeeld
lines-melder-there = melder staat op de plek
lines-melder-away = melder { $far } { $side }
lines-step-in-first = U luistert alleen mee: { $press } praat mee.
lines-not-on-contact = U bent niet op de contactlijn: { $press } luistert mee, nog eens praat mee.
lines-no-contact = Er is geen contactlijn open. { $press } verbindt de melder door.
lines-not-sent = Niet verzonden, het staat er nog.

compass-n = ten noorden
compass-ne = ten noordoosten
compass-e = ten oosten
compass-se = ten zuidoosten
compass-s = ten zuiden
compass-sw = ten zuidwesten
compass-w = ten westen
compass-nw = ten noordwesten

## Open lijn
lines-not-read = nog niet gelezen: { $names }
lines-not-in = nog niet binnen: { $names }
lines-whispered = alleen collega's:
lines-card-in-time = op tijd
lines-card-late = na aankomst
lines-card-nobody = nog niemand heeft deze kaart
lines-card-has = heeft hem: { $names }

## Schaal
lines-central = regie centraal
lines-golden = gouden uur nog { $left }
lines-gaps = { $count ->
    [one] 1 gat in wie weet, kan, doet
   *[other] { $count } gaten in wie weet, kan, doet
  }
lines-joined = één lijn met { $others }
lines-partners = partners: { $names }
lines-label-contact = Melder
lines-label-scale = Schaal
lines-label-lead = Regie
lines-label-asked = Gevraagd
lines-label-who = Wie
lines-label-pair = Koppel
lines-label-with = Met
lines-lead-central = centraal
lines-lead-decentral = decentraal
lines-lead-since = sinds { $at }, { $by }
lines-owner = eigenaar { $team }
lines-nobody-yet = NOG NIEMAND
lines-nobody-came = nog niemand gekomen
lines-asked = { $by } vraagt collega's
lines-coming = onderweg: { $units }
lines-sure = { $why } Toch doen: .{ $line }
lines-apart = { $far } uiteen

## Link
lines-link-title = Link voor de melder van { $incident }
lines-link-say = Lees de code voor; hoofdletters en streepjes doen er niet toe.
lines-link-where = Op internet: { $url }
lines-link-path = Achter het adres van de meldkamer: { $url }
lines-link-until = Geldig tot { $at }, nog { $left }.
lines-link-opened = De pagina is geopend om { $at }.
lines-link-not-opened = De pagina is nog niet geopend.
lines-link-end = Intrekken: { $verb }

## Letters door de telefoon
letter-a = Anton
letter-b = Bernard
letter-c = Cornelis
letter-d = Dirk
letter-e = Eduard
letter-f = Ferdinand
letter-g = Gerard
letter-h = Hendrik
letter-i = Izaak
letter-j = Johan
letter-k = Karel
letter-l = Lodewijk
letter-m = Maria
letter-n = Nico
letter-o = Otto
letter-p = Pieter
letter-q = Quotiënt
letter-r = Rudolf
letter-s = Simon
letter-t = Teunis
letter-u = Utrecht
letter-v = Victor
letter-w = Willem
letter-x = Xantippe
letter-y = Ypsilon
letter-z = Zaandam
