import EventSourcing
import Foundation
import Simulation

/// Writes a made-up history into a log, many appends at a time.
struct HistoryWriter<Store: Log> {
  let log: Store
  /// So many appends are under way at most; the log writes whatever waits together.
  var underWayMax = 1024
  /// After so many events a line tells how far it is.
  var eventsPerLine = 100_000

  /// What writing came to.
  struct Outcome: Equatable {
    /// Events that were not there yet.
    var written = 0
    /// Events of commands that the log had already carried out.
    var repeated = 0

    var all: Int { written + repeated }
  }

  /// Writes all of `history`, each stream in its order.
  ///
  /// What waits for an append on its own stream holds up what comes behind it: a history works on
  /// many streams by turns, so that is seldom.
  ///
  /// - Parameters:
  ///   - history: what to write, in its order.
  ///   - total: how many events it will come to, for the lines that tell how far it is; nil when nobody knows.
  /// - Returns: how many events that took.
  /// - Throws: `SimulationError` with the first failure; what was under way may have been written.
  func write(_ history: some Sequence<Appending>, of total: Int? = nil) async throws -> Outcome {
    try await withThrowingTaskGroup(of: (streams: [StreamName], Receipt).self) { group in
      var outcome = Outcome()
      var busy: Set<StreamName> = []
      func waitForOne() async throws {
        guard let (streams, receipt) = try await group.next() else { return }
        busy.subtract(streams)
        count(receipt, in: &outcome, of: total)
      }
      for appending in history {
        let streams = appending.slices.map(\.stream)
        while busy.count >= underWayMax || !busy.isDisjoint(with: streams) {
          try await waitForOne()
        }
        busy.formUnion(streams)
        group.addTask { (streams, try await append(appending)) }
      }
      while !busy.isEmpty { try await waitForOne() }
      return outcome
    }
  }

  private func append(_ appending: Appending) async throws(SimulationError) -> Receipt {
    do throws(AppendFailure) {
      return try await log.append(appending)
    } catch {
      throw .notWritten(error)
    }
  }

  private func count(_ receipt: Receipt, in outcome: inout Outcome, of total: Int?) {
    let before = outcome.all / eventsPerLine
    if receipt.isRepeated {
      outcome.repeated += receipt.eventCount
    } else {
      outcome.written += receipt.eventCount
    }
    guard outcome.all / eventsPerLine > before else { return }
    print("\(outcome.all)\(total.map { " of \($0)" } ?? "") events")
  }
}
