import Domain
import Foundation
import Synchronization

/// The months (UTC) for which the read log is known to have a partition.
///
/// A line's own moment decides, so that no clock has to be ahead of it.
final class ReadMonths: Sendable {
  private struct Month: Hashable {
    let year: Int
    let month: Int

    init(_ moment: Date) {
      let day = Day(ordinal: Int((moment.timeIntervalSince1970 / 86_400).rounded(.down))) ?? .last
      (year, month) = (day.year, day.month)
    }
  }

  private let known = Mutex<Set<Month>>([])

  /// A moment in each month that a partition may be missing for.
  func missing(among reads: [Read]) -> [Date] {
    let known = known.withLock { $0 }
    let moments = Dictionary(reads.map { (Month($0.at), $0.at) }) { first, _ in first }
    return moments.filter { !known.contains($0.key) }.map(\.value)
  }

  /// Notes that lines of these moments were taken.
  func note(_ reads: [Read]) {
    known.withLock { $0.formUnion(reads.map { Month($0.at) }) }
  }
}
