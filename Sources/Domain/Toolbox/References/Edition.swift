public import EventSourcing

extension References {
  /// The number of a published edition; the first is 1.
  public struct EditionNumber: Hashable, Comparable, Codable, Sendable, RawRepresentable {
    public static let first = EditionNumber(unchecked: 1)

    public let rawValue: Int

    /// Nil below 1.
    public init?(rawValue: Int) {
      guard rawValue >= 1 else { return nil }
      self.rawValue = rawValue
    }

    private init(unchecked rawValue: Int) { self.rawValue = rawValue }

    /// The number of the edition after this one.
    public var next: EditionNumber { EditionNumber(unchecked: rawValue + 1) }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Everything that the toolbox chooses from, at one time.
  public struct Edition: Hashable, Codable, Sendable {
    public internal(set) var determinants: [Determinant]
    public internal(set) var segments: [Segment]
    public internal(set) var interventionTypes: [InterventionType]
    public internal(set) var fits: [Fit]

    public init(
      determinants: [Determinant], segments: [Segment], interventionTypes: [InterventionType],
      fits: [Fit]
    ) {
      self.determinants = determinants
      self.segments = segments
      self.interventionTypes = interventionTypes
      self.fits = fits
    }

    public func determinant(_ code: Determinant.Code) -> Determinant? {
      determinants.first { $0.code == code }
    }

    public func segment(_ key: Segment.Key) -> Segment? { segments.first { $0.key == key } }

    public func interventionType(_ key: InterventionType.Key) -> InterventionType? {
      interventionTypes.first { $0.key == key }
    }

    /// The determinants that a type of intervention can change, in the order of the edition.
    public func determinants(fitting key: InterventionType.Key) -> [Determinant] {
      determinants.filter { determinant in
        fits.contains { $0.intervention == key && $0.determinant == determinant.code }
      }
    }
  }

  /// What an edition cannot do without.
  public enum Gap: Hashable, Sendable {
    case noDeterminants
    case noSegments
    case noInterventionTypes
    /// Nothing can be suggested for whoever is hindered by it.
    case nothingFits(Determinant.Code)
    /// It is never suggested.
    case fitsNothing(InterventionType.Key)
    /// It says that something fits which is not there.
    case fitOfUnknown(InterventionType.Key, Determinant.Code)
    case twice(Line)
  }
}

extension References.Edition {
  /// Why it cannot be published; empty when it can.
  public var gaps: [References.Gap] {
    var gaps: [References.Gap] = []
    if determinants.isEmpty { gaps.append(.noDeterminants) }
    if segments.isEmpty { gaps.append(.noSegments) }
    if interventionTypes.isEmpty { gaps.append(.noInterventionTypes) }
    gaps += repeated(determinants.map(\.code.name))
    gaps += repeated(segments.map(\.key.name))
    gaps += repeated(interventionTypes.map(\.key.name))
    gaps += gapsOfFits
    return gaps
  }

  private var gapsOfFits: [References.Gap] {
    let unknown = fits.filter {
      interventionType($0.intervention) == nil || determinant($0.determinant) == nil
    }
    let idle = determinants.map(\.code).filter { code in
      !fits.contains { $0.determinant == code }
    }
    let useless = interventionTypes.map(\.key).filter { key in
      !fits.contains { $0.intervention == key }
    }
    return unknown.map { .fitOfUnknown($0.intervention, $0.determinant) }
      + idle.map { .nothingFits($0) } + useless.map { .fitsNothing($0) }
  }

  private func repeated(_ names: [Line]) -> [References.Gap] {
    var seen: Set<Line> = []
    return names.filter { !seen.insert($0).inserted }.map { .twice($0) }
  }
}

extension References.Edition: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "determinants": .each(.part(References.Determinant.self)),
    "segments": .each(.part(References.Segment.self)),
    "interventionTypes": .each(.part(References.InterventionType.self)),
    "fits": .each(.part(References.Fit.self)),
  ]
}
