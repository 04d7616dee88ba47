# De verbinding: toestand, wat er mis is, en wat nog wacht.

link-connecting = verbinden
link-catching-up = bijwerken
link-live = verbonden
link-silent = stil
link-cut = weg sinds { $seconds } s
link-waiting = { $count ->
    [one] 1 opdracht wacht
   *[other] { $count } opdrachten wachten
  }
link-age = gegevens van { $seconds } s geleden
link-round-trip = { $ms } ms
link-rate = { $rate } B/s

trouble-wrong-secret = De server kent { $name } niet met dit wachtwoord.
trouble-version = De server spreekt een andere versie dan deze console (versie { $own }): { $said }
trouble-newer-server = De server spreekt versie { $needed } van Openlijn, deze console versie { $own }. Installeer Openlijn 0.{ $needed } en start het opnieuw.
trouble-older-server = De server spreekt nog versie { $needed } van Openlijn, deze console al versie { $own }. Laat de server bijwerken, of start Openlijn 0.{ $needed }.
trouble-not-openlijn = Daar antwoordt geen openlijn-server (antwoord { $status }).
trouble-other-kind = Het account { $name } opent deze wereld niet: echt en oefening blijven uit elkaar.
trouble-another-history = Op dit adres staat nu een andere historie: { $exercise ->
    [0] ECHT
   *[other] OEFENING
  } { $world }. Wat nog niet beantwoord was, gaat daar niet heen.
trouble-busy = De server is vol of start nog; we proberen het weer.
trouble-tls = Het certificaat van de server klopt niet: { $why }. Geef met --ca het juiste bestand.
trouble-unreachable = Geen antwoord van { $where }: { $why }.
trouble-timeout = Geen antwoord van { $where } binnen { $seconds } s.
trouble-cut = De verbinding is verbroken.
trouble-behind = De verbinding kon het niet bijhouden en is gesloten; we halen op wat er miste.
trouble-unheard = De server hoorde niets van ons; we bellen opnieuw.
trouble-not-understood = De server begreep niet wat we stuurden; we bellen opnieuw.
trouble-server-stops = De server stopt; we bellen opnieuw.
trouble-silent = De verbinding was { $seconds } s stil; we bellen opnieuw.
trouble-bad-message = De server stuurde iets onleesbaars: { $why }
trouble-unreadable = De server stuurt steeds iets wat deze console (versie { $own }) niet kan lezen. Werk Openlijn bij, hier en op de server. { $why }
trouble-unknown-word = De server zegt iets waar deze console (versie { $own }) geen woord voor heeft. Werk Openlijn bij, hier en op de server. { $why }
trouble-out-of-step = Er ontbrak een wijziging; we halen het bord opnieuw op.
trouble-drifted = Dit bord week af van dat van de server; we halen het opnieuw op.

address-scheme = '{ $written }' is geen adres. Het begint met ws://, wss:// of ws+unix://.
address-name-missing = Zeg wie u bent: ws://naam@server, niet '{ $written }'.
address-secret-inside = Zet het wachtwoord niet in het adres: iedereen op deze machine leest mee. Gebruik OPENLIJN_SECRET of --secret-file.
address-host-missing = In '{ $written }' ontbreekt de server.
address-port-wrong = In '{ $written }' klopt de poort niet: 1 tot 65535.
address-path-missing = Een socket heeft een volledig pad: ws+unix://naam@/pad, niet '{ $written }'.
address-too-much = Achter de server hoort niets meer te staan: '{ $written }'.

secret-prompt = Wachtwoord van { $name }
secret-none = Er is geen wachtwoord. Zet het in OPENLIJN_SECRET of in een bestand met --secret-file.
secret-file-unreadable = { $path } is niet te lezen: { $why }.
secret-file-open = Anderen mogen { $path } lezen. Maak het eerst dicht: chmod 600 { $path }
secret-file-not-yours = { $path } is niet van u: alleen een eigen bestand telt.
secret-file-empty = { $path } is leeg; de eerste regel hoort het wachtwoord te zijn.
ca-unreadable = { $path } is niet te gebruiken als certificaat: { $why }.
ca-without-tls = --ca hoort bij een adres dat met wss:// begint.
