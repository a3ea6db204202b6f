public import EventSourcing

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

extension Programme {
  /// An estimate, the day for which it was made, and what became of it.
  public struct Estimated: Equatable, Sendable {
    public let estimate: Estimate
    public let on: Day
    /// Why it was withdrawn; nil while it stands.
    public internal(set) var withdrawnBecause: Prose?
  }

  /// What can happen to an estimate of the damage.
  public enum EstimateEvent: Equatable, Sendable {
    case made(Estimate)
    case withdrawn(reason: Prose)
  }
}

extension Programme.Dossier {
  func decideEstimate(
    _ estimate: Programme.Estimate, as id: EstimateID, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard estimates[id] == nil else { throw .identifierInUse }
    return [.damageEstimated(id: id, estimate: estimate, on: day)]
  }

  func withdrawEstimate(
    _ id: EstimateID, _ reason: Prose, on day: Day
  ) throws(Programme.Refusal) -> [Programme.Event] {
    guard let estimated = estimates[id], estimated.withdrawnBecause == nil else {
      throw .unknownEstimate
    }
    return [.estimateWithdrawn(id: id, reason: reason, on: day)]
  }

  /// The estimate that counts, of those that stand: the one of the latest day.
  ///
  /// Of one day it is the one about the latest year, and then the one recorded last. The read models order
  /// their rows by the same rule.
  public var damage: Programme.Estimate? {
    var latest: Programme.Estimated?
    for (_, estimated) in estimates.entries
    where estimated.withdrawnBecause == nil && latest.map({ !estimated.isOlder(than: $0) }) ?? true
    {
      latest = estimated
    }
    return latest?.estimate
  }
}

extension Programme.Estimated {
  fileprivate func isOlder(than other: Programme.Estimated) -> Bool {
    (on, estimate.year?.rawValue ?? 0) < (other.on, other.estimate.year?.rawValue ?? 0)
  }
}

extension Programme.Estimate: ClassifiedPart {
  public static let fieldClasses: FieldClasses = [
    "margin": .part(Margin.self),
    "span": .impersonal,
    "year": .impersonal,
    "source": .part(Source.self),
    "certainty": .impersonal,
    "note": .text,
  ]
}
