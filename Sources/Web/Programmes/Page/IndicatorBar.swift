import Domain
import ReadModels

/// How far an indicator has come, in words; with a bar where there is a way from a baseline to a target.
///
/// Without a baseline there is no way to be on: a bar would then show a ratio, which means something else.
enum IndicatorBar {
  static func html(
    _ indicator: IndicatorRow, _ latest: Programme.Reading?, _ reader: Reader
  ) -> HTML {
    guard let target = indicator.target else { return reader.notKnown }
    guard let latest else {
      return "<span class=\"none\">\(reader.text("programme.unmeasured"))</span>"
    }
    guard let isMet = target.isMet(by: latest) else {
      return HTML(reader.text("programme.standing.read"))
    }
    let words = reader.text(verdict(target, isMet: isMet, on: reader.dayShown))
    guard let share = share(latest, indicator, target) else { return HTML(words) }
    return BarAgainstTarget.html(share: share, words, tone: isMet ? .ok : .warn)
  }

  private static func verdict(_ target: Programme.Target, isMet: Bool, on today: Day) -> Phrase {
    if isMet { return "programme.standing.met" }
    let isPast = target.by.map { $0 < today } ?? false
    return isPast ? "programme.standing.missed" : "programme.standing.not-met"
  }

  /// How much of the way from the baseline to the target is covered; nil when there is none in numbers.
  private static func share(
    _ latest: Programme.Reading, _ indicator: IndicatorRow, _ target: Programme.Target
  ) -> Double? {
    guard let value = latest.number, let goal = target.value.number,
      let base = indicator.baseline?.value.number, base != goal
    else { return nil }
    return (value - base) / (goal - base)
  }
}

extension Programme.Reading {
  /// The number for a drawing, which need not be exact; nil for words.
  var number: Double? {
    switch self {
    case .number(let value): Double(value.description)
    case .words: nil
    }
  }
}
