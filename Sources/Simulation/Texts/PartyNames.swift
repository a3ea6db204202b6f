import Domain

/// What the simulated parties and places are called: some hundred thousand names of few parts.
enum PartyNames {
  static func name(
    of kind: SupervisedEntity.Kind, in town: String, _ chance: inout Chance
  ) -> String {
    let family = chance.one(of: stems) + chance.one(of: endings)
    return switch kind {
    case .organisation: "\(chance.one(of: trades)) \(family) \(town)\(chance.one(of: forms))"
    case .site: "\(chance.one(of: places)) \(family), \(town)"
    case .ship: "\(chance.one(of: shipWords)) \(family)"
    case .vehicle: "\(chance.one(of: vehicles)) van \(family), \(town)"
    case .person: "\(chance.one(of: givenNames)) \(family)"
    case .location: "\(chance.one(of: waters)) bij \(town)"
    }
  }

  static let towns = [
    "Almelo", "Almere", "Alphen", "Amersfoort", "Apeldoorn", "Arnhem", "Assen", "Bergen", "Breda",
    "Delft", "Delfzijl", "Deventer", "Doetinchem", "Dordrecht", "Drachten", "Ede", "Eindhoven",
    "Emmen", "Enschede", "Goes", "Gorinchem", "Gouda", "Groningen", "Haarlem", "Harderwijk",
    "Harlingen", "Heerenveen", "Heerlen", "Helmond", "Hengelo", "Hoorn", "Kampen", "Leeuwarden",
    "Leiden", "Lelystad", "Maastricht", "Meppel", "Middelburg", "Moerdijk", "Nijmegen", "Oss",
    "Roermond", "Roosendaal", "Sittard", "Sneek", "Terneuzen", "Tiel", "Tilburg", "Utrecht",
    "Venlo", "Vlissingen", "Waalwijk", "Weert", "Winschoten", "Zaandam", "Zierikzee", "Zutphen",
    "Zwolle",
  ]

  static let streets = [
    "Havenweg", "Industrieweg", "Handelskade", "Nijverheidsstraat", "Dorpsstraat", "Stationsweg",
    "Kanaaldijk", "Molenweg", "Ambachtsweg", "Westerkade", "Parallelweg", "Energieweg",
  ]

  static let sectors = ["Vervoer", "Bouw", "Afval", "Handel", "Installatie", "Landbouw"]

  /// The letters of a postcode.
  static let letters = ["AB", "BC", "CD", "DG", "GH", "HJ", "JK", "KL", "LM", "NP", "RT", "XZ"]

  private static let stems = [
    "Berg", "Bos", "Brink", "Dijk", "Duin", "Elz", "Gras", "Haag", "Hoek", "Hof", "Kamp", "Kerk",
    "Koop", "Lind", "Meer", "Mol", "Polder", "Rein", "Schip", "Stein", "Terp", "Veen", "Vliet",
    "Water", "Wester", "Wolf",
  ]

  private static let endings = [
    "aar", "ema", "ens", "ing", "ink", "inga", "kens", "ker", "laan", "man", "mans", "ma", "ra",
    "sma", "stra", "veld", "zicht",
  ]

  private static let trades = [
    "Taxi", "Transportbedrijf", "Rederij", "Koeltechniek", "Sloopbedrijf", "Grondverzet",
    "Afvalverwerking", "Groothandel", "Loonbedrijf", "Aannemersbedrijf", "Tankstation",
    "Busonderneming", "Installatiebureau", "Laboratorium", "Drukkerij", "Garage", "Bakkerij",
    "Kwekerij", "Visserij", "Machinefabriek",
  ]

  private static let forms = [" B.V.", " VOF", " en Zonen", ""]
  private static let places = ["Depot", "Werf", "Loods", "Terminal", "Bouwplaats", "Opslag"]
  private static let shipWords = ["Vrouwe", "Goede Hoop", "Noorderzon", "Jonge", "Hendrika"]
  private static let vehicles = ["Vrachtwagen", "Tankwagen", "Bus", "Aanhanger"]
  private static let givenNames = ["Anna", "Bram", "Fenna", "Ilias", "Jasmijn", "Mehmet", "Wouter"]
  private static let waters = ["Kanaal", "Weg", "Spoorovergang", "Uiterwaard", "Haven"]
}
