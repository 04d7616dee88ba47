# Het eigen scherm van een eenheid.
unit-warning = LET OP
unit-others = Ook erop
unit-alone = u bent de enige
unit-more = nog { $count } { $count ->
    [one] regel
   *[other] regels
  } · { $press } alles
unit-around = rondom
unit-off-duty = niet in dienst
unit-sign-on = { $press } meldt u aan; de opdracht staat dan klaar.
unit-quiet = Niets in de buurt dat op iemand wacht.
unit-asks = { $by } vraagt collega's bij { $incident }
unit-asks-here = { $by } vraagt collega's
unit-i-come = ik kom
unit-mate = maat { $other }
unit-strengthen = versterk
unit-calls = kom versterken
unit-mine = Mijn zaken
unit-mine-none = Niets openstaand: geen taak, belofte of terugkoppeling.
unit-task = Taak: { $what }
unit-promise = { $incident } belofte { $at } aan { $to }: { $what }
unit-does = { $incident } ik doe: { $what }
unit-feedback = Terugkoppelen: { $owed }
unit-whose-status = op { $incident }:
unit-whose-status-elsewhere = UW STATUS OP { $incident }:
unit-whose-status-short = op { $incident }:
unit-whose-status-elsewhere-short = UW { $incident }:
unit-first-sign-on = Meld u eerst aan.
unit-nobody-asks = Niemand in de buurt vraagt om iemand.
unit-leaves = Enter: u verlaat dan { $incident }.
unit-how-to-sign-on = Auto, motor of voet, solo of koppel, team: en dan Enter.
unit-already = U bent al { $status }.
unit-no-card = Geen kaart waarvan u nog niet zei dat u hem hebt.
unit-floor-wanted = Iedereen op de lijn ziet dat u het woord wilt.
unit-floor-let = U wilt het woord niet meer.
unit-seems-there = ter plaatse?
unit-card = { $count ->
    [one] ik heb de kaart
   *[other] ik heb de kaart ({ $count })
  }
unit-call = roep collega's
unit-to-melder = naar de melder
unit-melder-says = melder: „{ $text }”
unit-to-colleagues = naar de collega's
unit-keys = { $map } kaart · { $melding } melding · { $mine } mijn zaken · 2× { $emergency } NOOD
unit-in-need = NOOD { $place }: { $what }
