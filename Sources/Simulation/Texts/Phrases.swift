import Domain

/// What is written about a subject: each kind of text from its own sentences.
enum Phrases {
  static func title(_ subject: Subject, _ chance: inout Chance) -> Line {
    titles.line(subject, &chance).headed(by: subject)
  }

  static func name(_ subject: Subject, _ chance: inout Chance) -> Line {
    names.line(subject, &chance).headed(by: subject)
  }

  static func goal(_ subject: Subject, _ chance: inout Chance) -> Line {
    goals.line(subject, &chance)
  }

  static func indicator(_ subject: Subject, _ chance: inout Chance) -> Line {
    indicators.line(subject, &chance)
  }

  static func group(_ subject: Subject, _ chance: inout Chance) -> Line {
    groups.line(subject, &chance)
  }

  static func intervention(_ subject: Subject, _ chance: inout Chance) -> Line {
    interventions.line(subject, &chance)
  }

  static func effect(_ subject: Subject, _ chance: inout Chance) -> Prose {
    effects.prose(subject, year: World.firstDay.year, &chance)
  }

  static func reason(_ subject: Subject, _ chance: inout Chance) -> Prose {
    reasons.prose(subject, year: World.firstDay.year, &chance)
  }

  static func party(_ subject: Subject, _ chance: inout Chance) -> Exploration.Party {
    Exploration.Party(name: chance.one(of: parties), role: partyRoles.line(subject, &chance))
  }

  static func partner(_ chance: inout Chance) -> Programme.Partner {
    chance.happens(70)
      ? Programme.Partner(
        name: chance.one(of: parties), kind: .external, role: chance.one(of: partnerRoles))
      : Programme.Partner(
        name: chance.one(of: units), kind: .internal, role: chance.one(of: partnerRoles))
  }

  static func section(
    _ section: Exploration.Section, of subject: Subject, _ world: inout World
  ) -> Prose {
    let sentences =
      switch section {
      case .problem: problems
      case .causes: causes
      case .influence: influence
      case .system: system
      }
    return sentences.prose(of: 3...6, subject, year: world.day.year, &world.chance)
  }

  static func finding(_ subject: Subject, _ world: inout World) -> Prose {
    findings.prose(of: 1...3, subject, year: world.day.year, &world.chance)
  }

  static func argument(
    _ side: Exploration.Argument.Side, _ subject: Subject, _ world: inout World
  ) -> Prose {
    (side == .inFavour ? inFavour : against)
      .prose(of: 1...2, subject, year: world.day.year, &world.chance)
  }

  static func grounds(_ subject: Subject, _ world: inout World) -> Prose {
    grounds.prose(of: 2...3, subject, year: world.day.year, &world.chance)
  }

  static func alternatives(_ subject: Subject, _ world: inout World) -> Prose {
    alternatives.prose(of: 1...2, subject, year: world.day.year, &world.chance)
  }

  static func result(_ subject: Subject, _ world: inout World) -> Prose {
    results.prose(of: 1...3, subject, year: world.day.year, &world.chance)
  }

  static func note(_ subject: Subject, _ world: inout World) -> Prose {
    notes.prose(subject, year: world.day.year, &world.chance)
  }

  static func agreement(_ subject: Subject, _ world: inout World) -> Prose {
    agreements.prose(of: 1...2, subject, year: world.day.year, &world.chance)
  }

  static func response(_ subject: Subject, _ world: inout World) -> Prose {
    responses.prose(of: 2...4, subject, year: world.day.year, &world.chance)
  }

  static func plan(of year: Int) -> Line { Line(recorded: "Meerjarenplan \(year)-\(year + 4)") }
}

extension Line {
  /// The same behind the heading of its subject.
  fileprivate func headed(by subject: Subject) -> Line {
    Line(recorded: "\(subject.heading): \(self)")
  }
}
