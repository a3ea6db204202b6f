extension Programme {
  /// What the problem is thought to cost society; never without its margin and its source.
  public struct Estimate: Hashable, Codable, Sendable {
    /// Whether the damage comes back every year.
    public enum Span: String, CaseIterable, Codable, Sendable {
      case perYear
      case once
    }

    public let margin: Margin
    public let span: Span
    /// The year it is about; nil when the source names none.
    public let year: Year?
    public let source: Source
    public let certainty: Certainty
    public let note: Prose?

    public init(
      _ margin: Margin, _ span: Span = .perYear, year: Year? = nil, source: Source,
      certainty: Certainty, note: Prose? = nil
    ) {
      self.margin = margin
      self.span = span
      self.year = year
      self.source = source
      self.certainty = certainty
      self.note = note
    }
  }
}

extension Programme.Dossier {
  func decideEstimate(
    _ estimate: Programme.Estimate, as id: EstimateID, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard estimates[id] == nil else { throw .identifierInUse }
    return [.damageEstimated(id: id, estimate: estimate, on: day)]
  }

  /// The estimate that counts: the one recorded last.
  public var damage: Programme.Estimate? { estimates.entries.last?.value }
}
