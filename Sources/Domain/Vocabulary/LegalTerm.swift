/// A term that a law sets (wettelijke termijn), and when it ends under the Algemene termijnenwet.
///
/// The term begins on the day after that from which it runs. A term that somebody sets in a letter or a
/// decision is none: it ends on the day they wrote.
public enum LegalTerm: Hashable, Sendable {
  case days(Int)
  case weeks(Int)
  case months(Int)
  case years(Int)
}

extension LegalTerm {
  /// The last day of the term that runs from `start`, extended where the law extends it.
  ///
  /// A term of three days or more has at least two business days in it (article 2), and none ends on a
  /// Saturday, Sunday or public holiday (article 1). Neither holds for a long term (article 4), nor for one
  /// that is counted back from a day (article 1, second paragraph), which has a negative length.
  public func end(after start: Day) -> Day {
    let end = plainEnd(after: start)
    guard end > start, !isTooLongToExtend else { return end }
    let needed = start.days(until: end) >= 3 ? 2 : 1
    return max(end, start.adding(businessDays: needed)).orNextBusinessDay
  }

  /// More than 90 days, twelve weeks or three months, or any number of years (article 4, under a).
  private var isTooLongToExtend: Bool {
    switch self {
    case .days(let count): count > 90
    case .weeks(let count): count > 12
    case .months(let count): count > 3
    case .years: true
    }
  }

  /// The last day of a term of that length that a letter or a decision sets, which no law extends.
  public func plainEnd(after start: Day) -> Day {
    switch self {
    case .days(let count): start.adding(days: count)
    case .weeks(let count): start.adding(days: count.timesOrFarthest(7))
    case .months(let count): start.adding(months: count)
    case .years(let count): start.adding(months: count.timesOrFarthest(12))
    }
  }
}

extension Day {
  /// The same day so many months later, or earlier when negative; the last day of a month that is shorter.
  ///
  /// It stops at the ends of the calendar.
  public func adding(months: Int) -> Day {
    let (sum, isOverflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !isOverflow, (12..<120_000).contains(sum) else { return months < 0 ? .first : .last }
    let (year, month) = (sum / 12, sum % 12 + 1)
    let shorter = [day, 30, 29, 28].lazy.filter { $0 <= day }
    return shorter.compactMap { Day(year: year, month: month, day: $0) }.first ?? self
  }
}

extension Int {
  fileprivate func timesOrFarthest(_ factor: Int) -> Int {
    let (product, isOverflow) = multipliedReportingOverflow(by: factor)
    if isOverflow { return self < 0 ? .min : .max }
    return product
  }
}
