extension Publication {
  /// Which result of a case a publication told of.
  struct Told: Equatable, Sendable {
    /// How often the case had been reopened by then.
    let reopeningCount: Int
    /// How the case had ended; nil while it was open and a report told of it.
    let result: CaseFile.Result?
  }
}

extension Publication.Told {
  /// Whether it may be the same result: only a case that was reopened and ended otherwise has another one.
  func mayBeSame(as other: Publication.Told) -> Bool {
    guard reopeningCount != other.reopeningCount, let result, let another = other.result else {
      return true
    }
    return result == another
  }
}
