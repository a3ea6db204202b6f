public import Domain

/// The trials of one type of intervention, for one reason, in one sector.
public struct TrialGroup: Hashable, Sendable {
  public let type: References.InterventionType.Key
  public let determinant: References.Determinant.Code
  /// Nil for those of groups whose sector nobody named.
  public let sector: Line?
  public let trials: [Trial]

  public var tally: TrialTally { TrialTally(of: trials) }

  /// The groups of `trials`, by type, determinant and sector, those without a sector last.
  ///
  /// A trial for two reasons stands in two groups, so that groups cannot be added up.
  public static func all(of trials: [Trial]) -> [TrialGroup] {
    let uses = trials.flatMap { trial in trial.uses.map { (use: $0, trial: trial) } }
    let grouped = Dictionary(grouping: uses) { Place(use: $0.use, sector: Sector($0.trial.sector)) }
    return grouped.sorted { $0.key < $1.key }.map { place, uses in
      TrialGroup(
        type: place.use.type, determinant: place.use.determinant,
        sector: uses.first?.trial.sector, trials: uses.map(\.trial))
    }
  }

  /// By what trials are grouped.
  private struct Place: Hashable, Comparable {
    let use: Use
    let sector: Sector

    static func < (lhs: Self, rhs: Self) -> Bool {
      lhs.use == rhs.use ? lhs.sector < rhs.sector : lhs.use < rhs.use
    }
  }
}

extension [Trial] {
  /// What they teach for a suggestion to a group that works in `sector`, by type and determinant.
  ///
  /// What cannot be told is not counted. Where no sector was named, of the trial or of the group, nothing is
  /// known to be in the same one, and it counts as elsewhere.
  public func experience(in sector: Line?) -> [Suggestion.Experience] {
    let here = Sector(sector)
    let told = flatMap { trial in trial.uses.map { (use: $0, trial: trial) } }
      .filter { $0.trial.result?.tells ?? false }
    return Dictionary(grouping: told, by: \.use).sorted { $0.key < $1.key }.map { use, told in
      let trials = told.map(\.trial)
      return Suggestion.Experience(
        use.type, use.determinant,
        here: Suggestion.Experience.Tally(of: trials.filter { here.isSame(as: Sector($0.sector)) }),
        elsewhere: Suggestion.Experience.Tally(
          of: trials.filter { !here.isSame(as: Sector($0.sector)) }))
    }
  }
}

/// A type of intervention, used for a reason.
private struct Use: Hashable, Comparable {
  let type: References.InterventionType.Key
  let determinant: References.Determinant.Code

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.type == rhs.type ? lhs.determinant < rhs.determinant : lhs.type < rhs.type
  }
}

/// A sector as sectors are compared: however its capitals are written.
private struct Sector: Hashable, Comparable {
  /// Nil when nobody named it.
  let name: String?

  init(_ line: Line?) { name = line.map { $0.description.lowercased() } }

  /// Whether it is known to be the same as the other.
  func isSame(as other: Sector) -> Bool { name != nil && name == other.name }

  static func < (lhs: Self, rhs: Self) -> Bool {
    guard let left = lhs.name else { return false }
    guard let right = rhs.name else { return true }
    return left < right
  }
}

extension Trial {
  /// Once for each of its reasons.
  fileprivate var uses: [Use] { determinants.map { Use(type: type, determinant: $0) } }
}

extension Trial.Result {
  /// Whether it says how things went.
  fileprivate var tells: Bool {
    switch outcome {
    case .improved, .unchanged, .worsened: true
    case .unclear: false
    }
  }
}

extension Suggestion.Experience.Tally {
  fileprivate init(of trials: [Trial]) {
    let tally = TrialTally(of: trials)
    self.init(
      improved: tally.improved, unchanged: tally.unchanged, worsened: tally.worsened)
  }
}
