# Wat er mis is met een getypte regel, en wat er verwacht werd. De sleutel is die van een Problem.
# { $hint } is leeg of een zin die met een spatie begint, zoals ' Bedoelt u 12.03?'.

problem-empty = Typ een opdracht, of ? voor hulp.
problem-unknown-verb = '{ $word }' is geen opdracht.{ $hint }
problem-ambiguous-verb = '{ $word }' kan zijn: { $candidates }. Typ iets meer.
problem-unknown-unit = Er is geen eenheid '{ $word }' in dienst.{ $hint }
problem-ambiguous-unit = '{ $word }' kan zijn: { $candidates }. Typ het hele roepnummer.
problem-unknown-incident = Er is geen melding { $word }.{ $hint }
problem-incident-or-text = Is { $word } een melding of tekst? Schrijf #{ $word } voor de melding, of -- voor de tekst.
problem-not-an-incident = '{ $word }' is geen meldingsnummer.{ $hint }
problem-not-a-priority = '{ $word }' is geen prioriteit: 1 tot 5.
problem-not-a-phase = '{ $word }' is geen fase: invoegen, toevoegen of uitvoegen.
problem-close-has-a-verb = Sluiten gaat met een reden: sluit 417 reden.
problem-not-a-means = '{ $word }' is geen middel: auto, motor, fiets of voet.
problem-not-an-entry = '{ $word }' is geen nummer van een regel.
problem-not-a-language = '{ $word }' is geen taal: nl of en.
problem-unknown-status = '{ $word }' is geen status.{ $hint }
problem-unknown-status-number = Statusnummer { $word } is hier niet in gebruik: { $candidates }.
problem-ambiguous-status = '{ $word }' kan zijn: { $candidates }. Typ iets meer.
problem-missing-incident = Welke melding? Kies er een, of zet het nummer in de regel.
problem-missing-unit = Welke eenheid? Kies er een, of zet het roepnummer in de regel.
problem-missing-subject = Welke melding of eenheid?
problem-missing-call-sign = Welk roepnummer?
problem-missing-priority = Welke prioriteit? 1 tot 5.
problem-missing-phase = Welke fase? Invoegen, toevoegen of uitvoegen.
problem-missing-entry = Welke regel? Kies er een, of zet het nummer in de regel.
problem-missing-status = Welke status? Een nummer of een woord.
problem-missing-what = Wat is er aan de hand?
problem-missing-place = Waar is het? Zet @ en de plaats erachter.
problem-missing-text = Er ontbreekt tekst.
problem-missing-language = Welke taal? nl of en.
problem-too-much = Dit hoort er niet bij: '{ $word }'.
problem-twice = '{ $word }' staat er twee keer.
problem-too-long = Te lang: { $length } tekens, hooguit { $most }.
problem-not-on-earth = Deze coördinaten liggen niet op aarde: breedte -90 tot 90, lengte -180 tot 180.
problem-unsendable = Dit kan niet worden verstuurd: { $why }

hint-did-you-mean = { " " }Bedoelt u { $candidates }?
