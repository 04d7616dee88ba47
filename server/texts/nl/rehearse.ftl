# Wat de opdracht rehearse zegt.

secret-prompt = Wachtwoord van { $name }
secret-file-shared = { $path }: alleen de eigenaar mag dit bestand kunnen lezen; doe eerst: chmod 600 { $path }
secret-file-unreadable = { $path }: kan niet gelezen worden: { $why }
secret-file-empty = { $path }: er staat geen wachtwoord op de eerste regel
secret-missing = Er is geen wachtwoord: zet het in OPENLIJN_SECRET of geef --secret-file

address-scheme = { $shown }: een adres begint met ws://, wss:// of ws+unix://, bijvoorbeeld ws://anna@127.0.0.1:8765
address-name-missing = { $shown }: de naam van het account ontbreekt, bijvoorbeeld ws://anna@127.0.0.1:8765
address-secret-inside = { $shown }: een wachtwoord hoort niet in het adres; zet het in OPENLIJN_SECRET of in een bestand
address-host-missing = { $shown }: de computer ontbreekt, bijvoorbeeld ws://anna@127.0.0.1:8765
address-port-wrong = { $shown }: de poort moet een getal van 1 tot 65535 zijn
address-path-missing = { $shown }: een Unix-socket heeft een volledig pad nodig, bijvoorbeeld ws+unix://anna@/run/openlijn.sock
address-too-much = { $shown }: achter de poort hoort niets meer

no-server = { $url }: geen server gevonden binnen { $seconds } s
wrong-role = { $name } is hier { $role }; naspelen kan alleen als centralist of exercise-leader
no-exercise = { $world } is geen oefening: naspelen vult deze wereld met meldingen en eenheden en niets maakt dat ongedaan; zet in openlijn.toml [world] exercise = true, of zeg --into-live
no-calls-mapping = { $path }: in deze beschrijving ontbreekt [calls]
no-tracks-mapping = { $path }: in deze beschrijving ontbreekt [tracks]

reading = { $path } lezen…
begins = Naspelen vanaf { $start } (tijd van het bestand): { $open } meldingen staan al open, { $calls } komen nog, { $units } eenheden
progress = naspelen
place-unknown = plaats niet bekend
call-story = Melding { $id } uit het bestand.
call-story-on-view = Melding { $id } uit het bestand, door de eenheid zelf gezien.
closed-as = Afgesloten als { $word }.
closed = Afgesloten volgens het bestand.

interrupted = Afgebroken; dit is er gespeeld:
finished = Klaar; dit is er gespeeld:

title-files = Bestanden
title-dirt = Vuil in { $path }
title-played = Gespeeld
title-refusals = Geweigerd door de server
title-mismatches = Niet te spelen zoals het er staat
column-file = bestand
column-rows = rijen
column-kept = gebruikt
column-left-out = weggelaten
column-unusable = onbruikbaar
column-kind = soort
column-count = aantal
column-done = wat ermee gedaan is
column-example = voorbeeld
column-what = wat
column-reason = reden
example = regel { $line }, { $id }: { $found }
example-bare = regel { $line }, { $id }
none = geen

played-opened = meldingen geopend
played-open-before = waarvan al open bij het begin
played-closed = meldingen gesloten
played-still-open = nog open aan het eind
played-units = eenheden in dienst
played-assigned = eenheden toegewezen
played-queued = meldingen die op een vrije eenheid wachtten
played-longest-queue = langste rij wachtende meldingen
played-still-waiting = nog wachtend aan het eind
played-positions = posities gemeld
played-commands = opdrachten
played-rate = opdrachten per seconde
played-answer = antwoord p50 / p99
played-behind = hoogstens achter op de klok
played-wall = duur
played-clock = tijd van het bestand gespeeld
value-ms = { $p50 } / { $p99 } ms
value-s = { $seconds } s

mismatch-not-opened = melding was niet geopend
mismatch-stage-while-waiting = stap terwijl de melding nog wachtte
mismatch-unit-taken-away = eenheid is door iemand anders weggehaald
mismatch-closed-while-waiting = gesloten zonder dat er een eenheid vrijkwam
