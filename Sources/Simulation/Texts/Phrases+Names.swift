import Domain

/// The short texts: names, roles and units.
extension Phrases {
  static let titles: [Template] = [
    "wie lijdt onder {schade}?", "{schade} in {plaats}", "naleving van {regels}",
    "nieuwe spelers in {plaats}", "waarom {wie} afwijken", "{schade} na de nieuwe regels",
    "toezicht in de keten", "meldingen uit {plaats}", "wat {wie} zelf kunnen doen",
  ]

  static let names: [Template] = [
    "minder {schade}", "samen naleven", "op orde", "schoon en veilig", "eerlijk spel in de markt",
    "grip op de keten", "zicht op {schade}",
  ]

  static let goals: [Template] = [
    "Minder {schade}", "Meer {wie} houden zich uit zichzelf aan {regels}",
    "Zicht op de hele keten van {zaak}", "Een gelijk speelveld voor {wie}",
    "Burgers weten waar zij {schade} kunnen melden", "Halvering van herhaalde overtredingen",
    "Sneller handelen na een melding uit {plaats}", "Partners delen hun gegevens over {zaak}",
  ]

  static let indicators: [Template] = [
    "Naleving van {regels} bij controles", "Meldingen van {schade}",
    "{wie} met een goedgekeurd systeem", "Herhaalde overtredingen in {plaats}",
    "Doorlooptijd van melding tot maatregel", "Bereikte {wie}",
    "Aandeel van de markt onder toezicht", "Kosten van {schade}",
    "Vertrouwen van {wie} in het toezicht",
  ]

  static let groups: [Template] = [
    "{wie} in {plaats}", "Nieuwe {wie}", "{wie} zonder keurmerk", "Grote {wie}",
    "Opdrachtgevers van {wie}", "{wie} met een eerdere overtreding", "Burgers die {schade} melden",
  ]

  static let interventions: [Template] = [
    "Controles bij {wie} in {plaats}", "Voorlichting voor {wie}",
    "Themaonderzoek naar {schade}", "Gesprekken met de branche", "Last onder dwangsom",
    "Gezamenlijke actie met de politie in {plaats}", "Data-analyse van {zaak}",
    "Handreiking bij {regels}", "Meldpunt voor {schade}", "Administratief onderzoek bij {wie}",
    "Proef met zelfcontrole", "Campagne in {plaats}", "Audits van keurende instellingen",
    "Overtreders openbaar maken", "Bijeenkomst met gemeenten in {plaats}",
  ]

  static let partyRoles: [Template] = [
    "Houdt mee toezicht op {zaak}", "Vertegenwoordigt {wie}", "Maakt {regels}",
    "Draagt de gevolgen van {schade}", "Keurt en certificeert {wie}", "Levert gegevens",
    "Verleent vergunningen in {plaats}",
  ]

  static let parties = lines([
    "Douane", "Politie", "Openbaar Ministerie", "Omgevingsdiensten", "Gemeenten", "Provincies",
    "Rijkswaterstaat", "Waterschappen", "Brancheorganisatie", "Consumentenbond", "Vakbonden",
    "Certificerende instellingen", "Verzekeraars", "Voedsel- en Warenautoriteit",
    "Arbeidsinspectie", "Europese Commissie", "Havenbedrijf", "Veiligheidsregio's",
  ])

  static let partnerRoles = lines([
    "Deelt meldingen en gegevens", "Controleert mee", "Geeft voorlichting aan leden",
    "Levert kennis en onderzoek", "Neemt zaken over voor vervolging", "Past regels aan",
  ])

  static let units = lines([
    "Toezicht Noord", "Toezicht Zuid", "Toezicht Havens", "Team Rail", "Team Luchtvaart",
    "Vergunningverlening", "Data-analyse", "Juridische zaken", "Opsporing", "Communicatie",
  ])

  static let roles = lines([
    "Inspecteur", "Senior inspecteur", "Analist", "Jurist", "Communicatieadviseur",
    "Projectleider", "Secretaris", "Handhavingsadviseur", "Onderzoeker",
  ])

  static let measures = lines([
    "procent", "meldingen", "overtredingen", "bedrijven", "dagen", "controles", "ton per jaar",
    "punten op een schaal van honderd",
  ])

  static let directorates = lines([
    "Directie Omgeving en Milieu", "Directie Wegen en Verkeersveiligheid", "Directie Luchtvaart",
    "Directie Maritieme Zaken", "Directie Duurzaamheid", "De minister", "De staatssecretaris",
  ])

  private static func lines(_ texts: [String]) -> [Line] { texts.map(Line.init(recorded:)) }
}
