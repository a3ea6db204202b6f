public import EventSourcing

extension Enforcement {
  /// How far the consequences of a violation reach: the rows of the matrix.
  public enum Consequence: Int, CaseIterable, Codable, Sendable {
    case none = 1
    case limited
    case significant
    /// Considerable, or not to be undone.
    case considerable
  }

  /// How the offender stands towards the rule: the columns of the matrix.
  public enum OffenderType: String, CaseIterable, Codable, Sendable {
    /// Goedwillend.
    case wellMeaning = "A"
    /// Neutraal of onverschillig.
    case indifferent = "B"
    /// Calculerend of opportunistisch.
    case calculating = "C"
    /// Notoir of crimineel.
    case notorious = "D"
  }

  /// A cell of the matrix, such as B4.
  public struct Position: Hashable, Codable, Sendable, LosslessStringConvertible {
    /// All sixteen, from A1 to D4.
    public static let all = OffenderType.allCases.flatMap { offender in
      Consequence.allCases.map { Position(offender, $0) }
    }

    public let offender: OffenderType
    public let consequence: Consequence

    public init(_ offender: OffenderType, _ consequence: Consequence) {
      self.offender = offender
      self.consequence = consequence
    }

    /// Reads `B4` and nothing else.
    public init?(_ description: String) {
      guard let position = Self.all.first(where: { $0.description == description }) else {
        return nil
      }
      self = position
    }

    public var description: String { "\(offender.rawValue)\(consequence.rawValue)" }
  }

  /// What can make a violation weigh heavier than its cell.
  public enum Aspect: String, CaseIterable, Codable, Sendable {
    /// It cannot be undone, or no restoring sanction is possible.
    case irreversible
    /// Recidive.
    case repeated
    case financialGain
    /// With other violations, or hidden.
    case combined
    /// With the help of experts of bad faith; it must be substantiated.
    case maliciousExperts
    /// The truth can only be found with the powers of criminal law.
    case truthFinding
  }

  /// That an aspect is there, and what shows it.
  public struct Aggravation: Hashable, Codable, Sendable {
    public let aspect: Aspect
    public let reason: Prose

    public init(_ aspect: Aspect, reason: Prose) {
      self.aspect = aspect
      self.reason = reason
    }
  }

  /// What was weighed beside the cell.
  public struct Aspects: Hashable, Codable, Sendable {
    public static let none = Aspects()

    public let aggravating: [Aggravation]
    public let mitigating: [Prose]

    public init(aggravating: [Aggravation] = [], mitigating: [Prose] = []) {
      self.aggravating = aggravating
      self.mitigating = mitigating
    }
  }
}

extension Enforcement.Position: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "offender": .impersonal, "consequence": .impersonal,
  ]
}

extension Enforcement.Aggravation: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "aspect": .impersonal, "reason": .personal(.observation),
  ]
}

extension Enforcement.Aspects: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "aggravating": .each(.part(Enforcement.Aggravation.self)),
    "mitigating": .each(.personal(.observation)),
  ]
}
