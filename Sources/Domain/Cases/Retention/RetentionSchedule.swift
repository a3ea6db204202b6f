/// How long a case is kept after each result.
///
/// Retention hangs on the result of the work, not on the kind of document (Selectielijst in de praktijk, GEMMA).
public struct RetentionSchedule: Hashable, Sendable {
  public let certainty: Certainty
  private let categories: [CaseFile.Result: Retention.Category]

  /// A result for which the schedule has no category, or one that keeps nothing.
  public struct Gap: Error, Hashable, Sendable {
    public let result: CaseFile.Result
  }

  /// - Throws: the first gap, so that every case that is closed has a term.
  public init(
    certainty: Certainty, _ categories: [CaseFile.Result: Retention.Category]
  ) throws(Gap) {
    for result in CaseFile.Result.allCases where categories[result]?.years ?? 0 < 1 {
      throw Gap(result: result)
    }
    self.certainty = certainty
    self.categories = categories
  }

  /// The term of a case that was closed on `day` with `result`.
  public func term(after result: CaseFile.Result, on day: Day) -> Retention.Term {
    guard let category = categories[result] else {
      preconditionFailure("a schedule has a category for every result")
    }
    return Retention.Term(category, from: day, after: result)
  }

  /// The day before which a case was closed whose term with `result` is over on `day`.
  public func firstKept(with result: CaseFile.Result, on day: Day) -> Day {
    day.adding(months: -12 * (categories[result]?.years ?? 0))
  }
}
