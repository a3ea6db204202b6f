import Domain
import Foundation

/// Values to show components with.
enum Samples {
  static let start = Day(year: 2024, month: 2, day: 5) ?? .first
  static let gate = Day(year: 2026, month: 3, day: 31) ?? .first
  static let moment = Date(timeIntervalSince1970: 1_774_872_300)
  static let names: [Phrase] = ["sample.name-1", "sample.name-2", "sample.name-3", "sample.long"]

  static let damage: Margin = {
    guard let low = Euro(cents: 200_000_000_000), let high = Euro(cents: 250_000_000_000),
      let margin = Margin(low: low, high: high)
    else { preconditionFailure("two billion euros are an amount") }
    return margin
  }()
}
