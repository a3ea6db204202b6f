import Domain

/// What is written in cases.
enum CasePhrases {
  static let inspection = key("unannounced-inspection")
  static let deskInspection = key("desk-inspection")

  private static func key(_ key: String) -> References.InterventionType.Key {
    guard let key = References.InterventionType.Key(key) else {
      preconditionFailure("\(key) is no key")
    }
    return key
  }

  static func title(of subject: Subject, about party: Party) -> Line {
    Line(recorded: "\(subject.heading): \(party.particulars.name)")
  }

  static func origin(_ subject: Subject, _ world: inout World) -> CaseFile.Origin {
    switch world.chance.below(100) {
    case ..<55:
      .dataSelection(
        criteria: criteria.prose(subject, year: world.day.year, &world.chance))
    case ..<75: .report(from: nil, on: world.day.adding(days: -world.chance.of(0...20)))
    case ..<85: .partner(agency: world.chance.one(of: Phrases.parties))
    case ..<93: .ownObservation
    case _: .programmeAction(intervention: nil)
    }
  }

  static func purpose(_ subject: Subject, _ world: inout World) -> Prose {
    purposes.prose(subject, year: world.day.year, &world.chance)
  }

  static func task(_ chance: inout Chance) -> Line { chance.one(of: tasks) }

  static func participants(_ chance: inout Chance) -> [Line] {
    chance.happens(50) ? [chance.one(of: otherSide)] : []
  }

  static func summary(_ subject: Subject, _ world: inout World) -> Prose {
    summaries.prose(of: 1...3, subject, year: world.day.year, &world.chance)
  }

  static func statement(_ subject: Subject, _ world: inout World) -> Prose {
    statements.prose(of: 1...2, subject, year: world.day.year, &world.chance)
  }

  static func intention(_ subject: Subject, _ world: inout World) -> Prose {
    intentions.prose(subject, year: world.day.year, &world.chance)
  }

  static func remedy(_ subject: Subject, _ world: inout World) -> Prose {
    remedies.prose(subject, year: world.day.year, &world.chance)
  }

  static func finding(
    _ outcome: CaseFile.Finding.Outcome, _ subject: Subject, _ world: inout World
  ) -> CaseFile.Finding {
    CaseFile.Finding(
      outcome, rule: rules.line(subject, &world.chance),
      legalBasis: Line(recorded: "Voorbeeldwet, artikel \(world.chance.of(1...60))"),
      description: outcome == .compliant
        ? nil : descriptions.prose(of: 1...2, subject, year: world.day.year, &world.chance))
  }

  private static let otherSide = [
    "De bedrijfsleider", "De eigenaar", "De chauffeur", "De schipper",
  ]
  .map { Line(recorded: $0) }
  private static let tasks = ["Herstel nagaan", "Bewijs van herstel opvragen", "Brief sturen"]
    .map { Line(recorded: $0) }

  private static let criteria: [Template] = [
    "Geen controle in twee jaar en eerder {schade}.",
    "Bovenste tien procent van de risicoscore onder {wie}.",
    "Nieuw in {plaats} en nog niet bezocht.",
  ]
  private static let purposes: [Template] = [
    "Nagaan of {regels} worden nageleefd.", "Kijken of {schade} wordt voorkomen.",
    "Vaststellen of het eerdere gebrek is hersteld.",
  ]
  private static let summaries: [Template] = [
    "De administratie en de werkplek zijn bekeken.", "Er was een gesprek over {regels}.",
    "Aan {getal} punten is gemeten.", "De papieren waren op orde.",
    "Er is gekeken naar {schade}.", "Het bezoek verliep zonder bijzonderheden.",
  ]
  private static let statements: [Template] = [
    "Wij wisten niet dat {regels} dit vragen.", "Het is inmiddels hersteld.",
    "De leverancier had dit moeten doen.", "Dit is een uitzondering geweest.",
  ]
  private static let intentions: [Template] = [
    "Wij zijn van plan een last onder dwangsom op te leggen vanwege {schade}.",
    "Wij zijn van plan op te dragen dat {regels} worden nageleefd.",
  ]
  private static let remedies: [Template] = [
    "Herstel de gebreken en voorkom {schade}.", "Zorg dat {regels} worden nageleefd.",
  ]
  private static let rules: [Template] = [
    "Registratie bijhouden", "Vergunning bij de hand", "{schade} voorkomen",
    "Personeel is opgeleid", "Keuring op tijd", "{regels} naleven",
  ]
  private static let descriptions: [Template] = [
    "De registratie ontbreekt sinds {jaar}.", "De keuring is verlopen.",
    "Er is {schade} gezien.", "De vergunning kon niet worden getoond.",
  ]
}
