extension Enforcement {
  /// What can be done about a finding, from light to heavy.
  ///
  /// The list and its four categories are published by the ILT. The order is a working order of ours: it says
  /// only which of two measures is the harsher.
  public enum Measure: String, CaseIterable, Codable, Sendable {
    /// Informeren.
    case inform
    /// Aanspreken.
    case address
    /// Waarschuwen.
    case warn
    /// Bestuurlijk gesprek.
    case talk
    /// Verscherpt toezicht.
    case heightenSupervision
    /// Last onder dwangsom (Awb 5:31d).
    case orderUnderPenalty
    /// Last onder bestuursdwang (Awb 5:21).
    case orderUnderCoercion
    /// Tijdelijk stilleggen.
    case halt
    /// Bestuurlijke boete (Awb 5:40).
    case fine
    /// Exploitatieverbod of sluiting.
    case close
    /// Schorsen of intrekken van vergunning, erkenning of certificaat.
    case revoke
    /// Bestuurlijke strafbeschikking.
    case penalOrder
    /// Proces-verbaal.
    case officialReport
  }

  /// To what end, and under which law, a measure is taken.
  public enum Category: String, CaseIterable, Codable, Sendable {
    case restoring
    case farReaching
    case punitive
    case criminal
  }
}

extension Enforcement.Measure: Comparable {
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.severity < rhs.severity }

  private var severity: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Enforcement.Measure {
  public var category: Enforcement.Category {
    switch self {
    case .inform, .address, .warn, .talk, .heightenSupervision, .orderUnderPenalty,
      .orderUnderCoercion, .halt:
      .restoring
    case .close, .revoke: .farReaching
    case .fine: .punitive
    case .penalOrder, .officialReport: .criminal
    }
  }

  /// Whether it is a sanction that ends or undoes a violation (herstelsanctie, Awb 5:2), and not just a word.
  public var isRestoringSanction: Bool {
    switch self {
    case .orderUnderPenalty, .orderUnderCoercion, .halt: true
    case .inform, .address, .warn, .talk, .heightenSupervision, .fine, .close, .revoke,
      .penalOrder, .officialReport:
      false
    }
  }

  /// Whether it puts something on the offender for the violation, and is not just a word or a report to others.
  public var isSanction: Bool { isBurdensomeDecision || self == .penalOrder }

  /// Whether it is a decision that burdens whom it is sent to, so that they are heard first (Awb 4:8) and may
  /// object after (Awb 7:1).
  public var isBurdensomeDecision: Bool {
    switch self {
    case .orderUnderPenalty, .orderUnderCoercion, .halt, .fine, .close, .revoke: true
    case .inform, .address, .warn, .talk, .heightenSupervision, .penalOrder, .officialReport:
      false
    }
  }
}
