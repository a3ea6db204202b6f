import Domain
import EventSourcing

/// The identities of what a programme of the seed data has, by the names under which the files speak of it.
struct ProgrammeParts {
  let id: ProgrammeID
  let programme: ProgrammeFile.Entry

  private let results: ResultFile.Entry?

  /// - Throws: `SeedError` for a programme that is not described.
  init(_ key: String, in programmes: ProgrammeFile, _ results: ResultFile) throws {
    guard let programme = programmes.programmes.first(where: { $0.key == key }) else {
      throw SeedError.malformed(entry: key, reason: "there is no such programme")
    }
    id = ProgrammeID(.derived(from: "programme/\(key)"))
    self.programme = programme
    self.results = results.programmes.first { $0.programme == key }
  }

  func group(_ name: String) throws -> TargetGroupID {
    guard let index = programme.targetGroups.firstIndex(of: name) else {
      throw unknown("target group", name)
    }
    return TargetGroupID(.derived(from: "programme/\(programme.key)/target-group/\(index + 1)"))
  }

  /// Whether the programme's own seed plans the intervention.
  func isPublished(_ intervention: String) -> Bool {
    programme.interventions.contains(intervention)
  }

  /// One of the programme's own, or one that is planned together with its results.
  func intervention(_ name: String) throws -> InterventionID {
    if let index = programme.interventions.firstIndex(of: name) {
      return InterventionID(.derived(from: "programme/\(programme.key)/intervention/\(index + 1)"))
    }
    guard let index = results?.interventions.firstIndex(where: { $0.name == name }) else {
      throw unknown("intervention", name)
    }
    return InterventionID(part("intervention/\(index + 1)"))
  }

  func indicator(_ name: String) throws -> IndicatorID {
    IndicatorID(part("indicator/\(try number(ofIndicator: name))"))
  }

  /// The measurement of that number in the indicator's list.
  func measurement(_ number: Int, of indicator: String) throws -> MeasurementID {
    MeasurementID(
      part("indicator/\(try self.number(ofIndicator: indicator))/measurement/\(number)"))
  }

  private func number(ofIndicator name: String) throws -> Int {
    guard let index = results?.indicators.firstIndex(where: { $0.name == name }) else {
      throw unknown("indicator", name)
    }
    return index + 1
  }

  private func part(_ name: String) -> Identity {
    .derived(from: "results/\(programme.key)/\(name)")
  }

  private func unknown(_ kind: String, _ name: String) -> SeedError {
    .malformed(entry: programme.key, reason: "it has no \(kind) \(name)")
  }
}
