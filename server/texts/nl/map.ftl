# Wat de opdracht map build zegt.

map-reading = { $path } lezen: { $ways } straten
map-network = wegennet leggen
map-pieces = kaart in stukken tekenen
map-places = straten, kruispunten en huisnummers opschrijven
map-box-wrong = { $told } is geen rechthoek; geef vier getallen in graden, west,zuid,oost,noord, zoals 4.34,51.985,4.40,52.02
map-over-extract = { $path } is het bestand zelf; schrijf de kaart naar een ander bestand, bijvoorbeeld stad.map
map-extra-missing = een kaart bouwen kan niet zonder { $package }, en dat ontbreekt hier; doe eerst: pip install 'openlijn[map]'
map-built = { $path }: { $name }, { $edges } stukken weg, { $places } plaatsen, { $houses } huisnummers, { $megabytes } MB
map-pieces-built = { $pieces } stukken: { $first } bytes voor het eerste beeld van de hele stad, { $all } bytes voor alles
map-nodes-lacking = { $nodes } punten van straten staan niet in het bestand; aan de rand kunnen straten afbreken
map-stray = de straten liggen in { $whole }, de meeste in { $town }; voor een kleinere kaart van alleen de stad: --bbox { $town }
