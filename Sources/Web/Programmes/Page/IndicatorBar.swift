import Domain
import ReadModels

/// How far an indicator has come, as a bar with words; words alone when there is nothing to draw.
enum IndicatorBar {
  static func html(
    _ indicator: IndicatorRow, _ latest: Programme.Reading?, _ reader: Reader
  ) -> HTML {
    guard let latest, let target = indicator.target else { return reader.notKnown }
    guard let isMet = target.isMet(by: latest), let share = share(latest, indicator, target) else {
      return HTML(reader.text("programme.standing.read"))
    }
    let words = reader.text(isMet ? "programme.standing.met" : "programme.standing.not-met")
    return BarAgainstTarget.html(share: share, words, tone: isMet ? .ok : .warn)
  }

  /// How much of the way from the baseline to the target is covered; nil when words are in it.
  private static func share(
    _ latest: Programme.Reading, _ indicator: IndicatorRow, _ target: Programme.Target
  ) -> Double? {
    guard let value = latest.number, let goal = target.value.number else { return nil }
    if let base = indicator.baseline?.value.number, base != goal {
      return (value - base) / (goal - base)
    }
    switch target.aim {
    case .atLeast: return goal > 0 ? value / goal : value >= goal ? 1 : 0
    case .atMost: return value <= goal ? 1 : goal / value
    }
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
