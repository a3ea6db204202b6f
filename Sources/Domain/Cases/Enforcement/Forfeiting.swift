/// How often a penalty is forfeited, when, and until when it can be collected.
extension Enforcement.Action {
  /// How many times more it can have been forfeited by `day`; nil when nothing bounds it.
  ///
  /// The days, weeks or months since the term was over, less what was forfeited. Those between a look that found
  /// everything restored and a later one that did not are none.
  func timesLeft(by day: Day) -> Int? {
    guard let unit = decision?.value.ruling.penalty?.unit, let start = forfeitsAfter(by: day)
    else { return nil }
    guard let most = unit.timesAtMost(after: start, by: day) else { return nil }
    return max(0, most - times(forfeitures, after: start, atMost: most))
  }

  /// The day on which a later look found everything restored; nil when it did not, or did not stay so.
  var restoredOn: Day? { isRestored ? reinspections.last?.on : nil }

  /// The last days on which what was forfeited can be collected (Awb 5:35), while it is not; earliest first.
  var lapsesOfCollection: [Day] { daysToCollect.map { LegalTerm.years(1).end(after: $0) } }

  /// The days of the penalties that are not wholly collected; the oldest is collected first, for it lapses first
  /// (Awb 5:35).
  private var daysToCollect: [Day] {
    guard revokedOn == nil else { return [] }
    var left = collected
    var days: [Day] = []
    for part in forfeitures.indices.flatMap(parts).sorted(by: { $0.on < $1.on }) {
      if part.amount > left { days.append(part.on) }
      left = max(left.less(part.amount), .zero)
    }
    return days
  }

  private typealias Part = (on: Day, amount: Euro)

  /// What was recorded at once, by the day on which each of it was forfeited by law.
  ///
  /// An order with a unit of time forfeits each time that one passed since its term was over, after those that were
  /// recorded before. The day of the record stands for what nobody can count: violations, orders without a term, and
  /// what would come after it.
  private func parts(ofForfeiture index: Int) -> [Part] {
    let recorded = forfeitures[index]
    guard let penalty = decision?.value.ruling.penalty, penalty.amount > .zero,
      decision?.value.ruling.order?.until != nil, let start = forfeitsAfter(by: recorded.on)
    else { return [(recorded.on, recorded.value.amount)] }
    let most = penalty.unit.timesAtMost(after: start, by: recorded.on) ?? 0
    var count = times(Array(forfeitures[..<index]), after: start, atMost: most)
    var (left, parts) = (recorded.value.amount, [Part]())
    while left > .zero {
      count += 1
      guard let day = penalty.unit.end(of: count, after: start), day < recorded.on else {
        return parts + [(recorded.on, left)]
      }
      let amount = min(penalty.amount, left)
      parts.append((day, amount))
      left = left.less(amount)
    }
    return parts
  }

  /// How often it was forfeited since `start`, each record no more often than it can have been.
  private func times(
    _ forfeitures: [Enforcement.Dated<Enforcement.Forfeiture>], after start: Day, atMost most: Int
  ) -> Int {
    forfeitures.filter { $0.on > start }.reduce(0) { $0 + min($1.value.times, most) }
  }

  /// The last day on which, as was known by `day`, the order could be obeyed without consequence.
  private func forfeitsAfter(by day: Day) -> Day? {
    let looks = reinspections.filter { $0.on <= day }
    if let restored = looks.lastIndex(where: \.value.isRestored), restored + 1 < looks.count {
      return looks[restored + 1].on.adding(days: -1)
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

  /// The day on which the penalty is forfeited for the `count`th time after `start`; nil for violations.
  fileprivate func end(of count: Int, after start: Day) -> Day? {
    switch self {
    case .once: start.adding(days: 1)
    case .perDay: start.adding(days: count)
    case .perWeek: start.adding(days: count * 7)
    case .perMonth: start.adding(months: count)
    case .perViolation: nil
    }
  }
}
