import Foundation
import Synchronization

/// What a measurement found: named figures, printed as one line of JSON.
struct Report: Encodable {
  private(set) var figures: [String: Double] = [:]

  subscript(name: String) -> Double? {
    get { figures[name] }
    set { figures[name] = newValue }
  }

  func encode(to encoder: any Encoder) throws { try figures.encode(to: encoder) }

  func print() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    Swift.print(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}

extension Duration {
  /// In seconds, with what is behind the point.
  var seconds: Double { self / .seconds(1) }
}

/// How long each of many things took.
struct Latencies {
  private(set) var all: [Duration] = []

  mutating func add(_ duration: Duration) { all.append(duration) }

  mutating func add(_ others: Latencies) { all += others.all }

  /// Adds count, rate, median and 99th percentile (milliseconds) to `report`.
  func summarise(over elapsed: Duration, into report: inout Report) {
    let sorted = all.sorted()
    report["count"] = Double(sorted.count)
    report["seconds"] = elapsed.seconds
    report["perSecond"] = Double(sorted.count) / elapsed.seconds
    guard !sorted.isEmpty else { return }
    report["p50"] = sorted[sorted.count / 2].seconds * 1000
    report["p99"] = sorted[min(sorted.count - 1, sorted.count * 99 / 100)].seconds * 1000
    report["max"] = sorted[sorted.count - 1].seconds * 1000
  }
}

/// Latencies that many tasks add to.
final class SharedLatencies: Sendable {
  private let latencies = Mutex(Latencies())

  var all: Latencies { latencies.withLock { $0 } }

  func add(_ duration: Duration) { latencies.withLock { $0.add(duration) } }
}
