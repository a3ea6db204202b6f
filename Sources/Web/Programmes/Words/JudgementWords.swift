public import Domain

extension Certainty {
  /// How firmly it is known, in a few words.
  public var name: Phrase {
    switch self {
    case .sourced: "certainty.sourced"
    case .derived: "certainty.derived"
    case .working: "certainty.working"
    }
  }

  /// What that means for who relies on it.
  public var meaning: Phrase {
    switch self {
    case .sourced: "certainty.sourced-meaning"
    case .derived: "certainty.derived-meaning"
    case .working: "certainty.working-meaning"
    }
  }
}

extension Confidence {
  /// How sure the writer is, in a word.
  public var name: Phrase {
    switch self {
    case .low: "confidence.low"
    case .medium: "confidence.medium"
    case .high: "confidence.high"
    }
  }

  /// The colour that goes with the word.
  public var tone: Tone {
    switch self {
    case .low: .warn
    case .medium: .info
    case .high: .ok
    }
  }
}
