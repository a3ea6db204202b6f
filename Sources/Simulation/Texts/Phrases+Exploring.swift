/// The sentences of explorations and of the decisions on them.
extension Phrases {
  static let problems: [Template] = [
    "Rond {zaak} ziet de inspectie al jaren dat {schade} niet vanzelf minder worden.",
    "Naar schatting {deel} procent van {wie} houdt zich niet of niet geheel aan {regels}.",
    "In {plaats} kwamen in {jaar} bijna {getal} meldingen binnen, waarvan een deel herhaald.",
    "De gevolgen slaan neer bij burgers, die {schade} vaak niet herkennen en dus ook niet melden.",
    "Wie zich wel aan {regels} houdt, verliest opdrachten aan wie goedkoper en slordiger werkt.",
    "Incidenten halen het nieuws, maar de optelsom van kleine overtredingen kost de samenleving meer.",
    "De pakkans is laag: in een gemiddeld jaar bezoekt de inspectie {deel} procent van de bedrijven.",
    "Het vertrouwen in het toezicht neemt af als dezelfde bedrijven telkens weer opvallen.",
    "De markt groeit snel en trekt nieuwe {wie} aan, die {regels} nog niet kennen.",
  ]

  static let causes: [Template] = [
    "{regels} zijn verspreid over drie besluiten en worden per regio anders uitgelegd.",
    "Opdrachtgevers kiezen op prijs en vragen niet hoe {wie} hun werk doen.",
    "Veel {wie} zijn klein; zij hebben niemand in dienst die de regels bijhoudt.",
    "Kwaadwillenden maken gebruik van schakels in de keten die niemand controleert.",
    "Een goedgekeurd systeem op papier zegt weinig over wat er op de werkvloer gebeurt.",
    "Gegevens over {zaak} liggen bij vijf instanties, die ze niet met elkaar delen.",
    "Een overtreding levert in {plaats} meer op dan zij aan boetes kost.",
    "Wie {schade} veroorzaakt, merkt er zelf niets van; de rekening komt bij een ander.",
  ]

  static let influence: [Template] = [
    "De inspectie kan controleren, een last opleggen, vergunningen intrekken en publiceren.",
    "Met voorlichting bereikt zij vooral {wie} die het goed willen doen en het niet weten.",
    "Voor {wie} die bewust afwijken blijft opsporing samen met het Openbaar Ministerie nodig.",
    "Over de opdrachtgevers heeft de inspectie geen bevoegdheid; daar werkt alleen overtuigen.",
    "De branche wil een eigen keurmerk; dat scheelt controles als het goed wordt bewaakt.",
    "Gemeenten gaan over de vergunning en kunnen daarin voorwaarden opnemen.",
    "Wat in {plaats} geprobeerd is, laat zien dat onaangekondigde bezoeken het meeste opleveren.",
  ]

  static let system: [Template] = [
    "Het ministerie maakt {regels}, de inspectie ziet toe en gemeenten verlenen de vergunning.",
    "Certificerende instellingen keuren {wie}; zij worden door diezelfde bedrijven betaald.",
    "De keten telt zeven schakels, van producent tot gebruiker, en loopt deels over de grens.",
    "Buurlanden houden anders toezicht, zodat lading en bedrijven zich kunnen verplaatsen.",
    "Klachten komen binnen bij drie loketten, die ze elk op hun eigen manier vastleggen.",
    "De politie treft {schade} aan bij ander werk en geeft dat door als er tijd voor is.",
    "Sinds {jaar} is er een convenant met de branche, dat {getal} bedrijven hebben ondertekend.",
  ]

  static let findings: [Template] = [
    "Van {getal} bezochte bedrijven in {plaats} voldeed {deel} procent niet aan {regels}.",
    "In {jaar} werden {getal} gevallen van {schade} geteld; het jaar ervoor waren het er minder.",
    "{deel} procent van {wie} zegt de regels te kennen, maar kan ze niet noemen.",
    "Meldingen uit {plaats} gaan vier van de vijf keer over dezelfde kleine groep bedrijven.",
    "Bedrijven met een keurmerk overtreden even vaak als bedrijven zonder.",
    "De gemiddelde schade per geval ligt volgens de onderzoekers rond {getal} duizend euro.",
    "Na een bezoek van de inspectie daalt het aantal overtredingen, en na een jaar is het terug.",
    "Inspecteurs noemen {zaak} het onderwerp waarover zij de meeste vragen krijgen.",
    "Uit registers blijkt dat {getal} ondernemingen werken zonder dat zij bekend zijn.",
  ]

  static let inFavour: [Template] = [
    "De schade is groot en wordt door niemand anders aangepakt.",
    "Partners in {plaats} willen meedoen en hebben er mensen voor.",
    "Met gewone controles bereiken we {deel} procent van de markt; dat is te weinig.",
    "Het onderwerp staat hoog in de risicoanalyse en de Kamer vraagt ernaar.",
    "We weten genoeg van de oorzaken om gericht te kunnen ingrijpen.",
    "{wie} vragen zelf om duidelijkheid over {regels}.",
  ]

  static let against: [Template] = [
    "Er komt nieuwe wetgeving; de markt beweegt daar al naartoe.",
    "De bevoegdheid ligt grotendeels bij gemeenten.",
    "De gegevens over {schade} zijn te dun om een doel op te bouwen.",
    "Het regulier toezicht op {wie} werkt en kan worden uitgebreid.",
    "De prijzen stegen in dezelfde jaren, waardoor er minder werk was voor {wie}.",
    "Een andere inspectie is met hetzelfde onderwerp begonnen.",
  ]

  static let grounds: [Template] = [
    "De verkenning laat zien dat {schade} met de middelen van vandaag niet minder worden.",
    "Er zijn doelen die we kunnen meten en partners die zich eraan verbinden.",
    "De benodigde uren passen in het plan van {jaar} en de twee jaren daarna.",
    "Het team is op sterkte en de eerste interventies in {plaats} staan klaar.",
    "De leiding heeft de uitkomsten besproken en onderschrijft de richting.",
    "Wat we leerden over {zaak} is vastgelegd en overgedragen.",
    "{wie} zijn gehoord en hun bezwaren zijn in het voorstel verwerkt.",
  ]

  static let alternatives: [Template] = [
    "Alleen voorlichten: bereikt niet wie bewust afwijkt.",
    "Meer van dezelfde controles: duur, en het effect is na een jaar weg.",
    "Overlaten aan de branche: zonder stok achter de deur te vrijblijvend.",
    "Wachten op nieuwe regels: laat {schade} nog jaren doorgaan.",
    "Het regulier toezicht neemt de controles in {plaats} over, met jaarlijks een steekproef.",
    "Een kort project: te klein voor een keten die zo lang is.",
  ]
}
