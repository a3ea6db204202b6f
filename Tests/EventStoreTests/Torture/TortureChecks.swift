import EventSourcing
import EventStore
import Foundation
import Testing

/// What must be so after any history, whatever befell it.
struct TortureChecks {
  let seed: UInt64
  let store: TestStore
  let book: TortureBook

  /// - Returns: how many acknowledged commands the log does not hold.
  func check(subscribers: [[Recorded<StoredEvent>]]) async throws -> Int {
    let events = try await everything()
    #expect(book.faults.isEmpty, "seed \(seed)")
    checkOrder(of: events)
    for seen in subscribers {
      #expect(seen == events, "what a subscriber saw is the log, seed \(seed)")
    }
    let lost = try await checkCommands(against: events)
    let findings = try await store.findings()
    #expect(findings.isEmpty, "seed \(seed)")
    try await checkRows(against: events)
    return lost
  }

  private func everything() async throws -> [Recorded<StoredEvent>] {
    var events: [Recorded<StoredEvent>] = []
    while case let page = try await store.log.events(
      after: events.last?.position ?? 0, limit: 5000), !page.isEmpty
    {
      events += page
    }
    return events
  }

  /// Positions and versions count from one without a gap, and moments never go back.
  private func checkOrder(of events: [Recorded<StoredEvent>]) {
    #expect(!events.isEmpty)
    #expect(events.map(\.position) == Array(1...max(1, events.count)), "seed \(seed)")
    for (stream, own) in Dictionary(grouping: events, by: \.stream) {
      #expect(own.map(\.version) == Array(1...own.count), "\(stream), seed \(seed)")
    }
    #expect(
      zip(events, events.dropFirst()).allSatisfy { $0.recordedAt <= $1.recordedAt }, "seed \(seed)")
  }

  /// What was acknowledged is there once and whole, as it was acknowledged; what was refused is not;
  /// what is unknown is there whole or not at all, and the log says which.
  ///
  /// - Returns: how many acknowledged ones are not there.
  private func checkCommands(against events: [Recorded<StoredEvent>]) async throws -> Int {
    var lost = 0
    let written = Dictionary(grouping: events, by: \.command)
    let entries = book.entries
    #expect(Set(written.keys).isSubset(of: entries.keys), "seed \(seed)")
    for (command, entry) in entries {
      let own = written[command] ?? []
      let receipt = try await store.log.receipt(for: command)
      if own.isEmpty {
        lost += entry.acknowledgements.isEmpty ? 0 : 1
        #expect(entry.acknowledgements.isEmpty, "\(command) is lost, seed \(seed)")
        #expect(receipt == nil, "\(command), seed \(seed)")
        continue
      }
      #expect(
        entry.outcomes.isEmpty || entry.outcomes.contains { $0 != .refused },
        "\(command) was refused and is there, seed \(seed)")
      #expect(own.map(TortureLine.init) == entry.lines, "\(command), seed \(seed)")
      #expect(
        own.map(\.position) == Array(own[0].position..<(own[0].position + own.count)),
        "\(command) stands together, seed \(seed)")
      let first = TortureBook.Outcome.acknowledged(
        position: own[own.count - 1].position, eventCount: own.count)
      #expect(entry.acknowledgements.allSatisfy { $0 == first }, "\(command), seed \(seed)")
      #expect(
        receipt == Receipt(position: own[own.count - 1].position, eventCount: own.count),
        "\(command), seed \(seed)")
    }
    return lost
  }

  /// The tables are those of an independent fold, and of a rebuild.
  private func checkRows(against events: [Recorded<StoredEvent>]) async throws {
    let ledger = Ledger(try events.map(Parcel.decode))
    #expect(try await store.parcels() == ledger.parcels, "seed \(seed)")
    #expect(try await store.depots() == ledger.depots, "seed \(seed)")
    let parked = try await store.installer().parked()
    #expect(parked.isEmpty, "seed \(seed)")
    let live = try await store.everyRow()
    try await store.installer().rebuild()
    #expect(try await store.everyRow() == live, "seed \(seed)")
  }
}
