/// How often a penalty is forfeited.
extension Enforcement.Action {
  /// How many times more it can have been forfeited by `day`; nil when nothing bounds it.
  ///
  /// The days, weeks or months since the term was over, less what was forfeited. Those between a look that found
  /// everything restored and a later one that did not are none.
  func timesLeft(by day: Day) -> Int? {
    guard let unit = decision?.value.ruling.penalty?.unit, let start = forfeitsAfter else {
      return nil
    }
    let counted = forfeitures.filter { $0.on > start }
    guard let most = unit.timesAtMost(after: start, by: day) else { return nil }
    return max(0, counted.reduce(most) { $0 - min($1.value.times, most) })
  }

  /// The day on which a later look found everything restored; nil when it did not, or did not stay so.
  var restoredOn: Day? { isRestored ? reinspections.last?.on : nil }

  /// The last day on which the order could be obeyed without consequence.
  private var forfeitsAfter: Day? {
    if let restored = reinspections.lastIndex(where: \.value.isRestored),
      restored + 1 < reinspections.count
    {
      return reinspections[restored + 1].on.adding(days: -1)
    }
    guard let sentOn else { return nil }
    return max(sentOn, decision?.value.ruling.order?.until ?? sentOn)
  }
}

extension Enforcement.Penalty.Unit {
  /// How many days, weeks or months have begun between `start` and `day`; nil for violations, which nobody can
  /// count beforehand.
  fileprivate func timesAtMost(after start: Day, by day: Day) -> Int? {
    switch self {
    case .once: 1
    case .perDay: start.days(until: day)
    case .perWeek: (start.days(until: day) + 6) / 7
    case .perMonth: (0...).first { start.adding(months: $0) >= day }
    case .perViolation: nil
    }
  }
}
