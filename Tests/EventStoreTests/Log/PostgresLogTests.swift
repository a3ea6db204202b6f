import EventSourcing
import EventStore
import Foundation
import Postgres
import Testing
import TestSupport

/// What the log in PostgreSQL promises beyond the contract.
@Suite struct PostgresLogTests {
  @Test(
    arguments: [
      "UPDATE es_event SET version = 2", "DELETE FROM es_event", "TRUNCATE es_event",
      "DELETE FROM es_event_0", "UPDATE es_event_0 SET actor = 'x'", "TRUNCATE es_event_0",
      "UPDATE es_batch SET root = ''", "DELETE FROM es_batch", "TRUNCATE es_batch",
      "DELETE FROM es_command", "DELETE FROM es_log", "UPDATE es_event_type SET name = 'x'",
      "DELETE FROM es_category",
    ] as [Statement])
  func `nothing in the log can be changed, not even by its owner`(
    _ change: Statement
  ) async throws {
    try await withStore { store in
      _ = try await store.log.append(writing("a", to: StreamName("note", .fresh()), expecting: 0))
      let before = try await store.contents()
      let refusal = await #expect(throws: PostgresError.self) { try await store.owner.run(change) }
      #expect(refusal?.sqlState == .logIsAppendOnly)
      let denial = await #expect(throws: PostgresError.self) { try await store.writer.run(change) }
      #expect(denial?.sqlState == "42501")
      #expect(try await store.contents() == before)
    }
  }

  @Test func `nothing is written to a log that is not there`() async throws {
    try await withStore { store in
      let log = PostgresLog(store.writer, id: 7, keys: .test, logger: .silent)
      await #expect(throws: AppendFailure.self) {
        try await log.append(writing("a", to: StreamName("note", .fresh()), expecting: 0))
      }
      let head = try await store.log.head()
      #expect(head == 0)
      await log.stop()
    }
  }

  @Test func `moments never go back even when the clock does`() async throws {
    try await withStore { store in
      let stream = StreamName("note", .fresh())
      _ = try await store.log.append(writing("a", to: stream, expecting: 0))
      // As if the last batch had been written by a server whose clock is a day ahead.
      try await store.tamper(
        "es_batch", "UPDATE es_batch SET recorded_at = recorded_at + interval '1 day'")
      let ahead = try await store.lastMoment()
      _ = try await store.log.append(writing("b", to: stream, expecting: 1))
      _ = try await store.log.append(writing("c", to: stream, expecting: 2))
      let events = try await store.log.events(in: stream, after: 1)
      #expect(events.allSatisfy { $0.recordedAt >= ahead })
    }
  }

  @Test func `a reader that follows sixteen writers misses nothing`() async throws {
    try await withStore { store in
      let other = store.node()
      async let read = follow(store.log, until: 16 * 20)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<16 {
          group.addTask {
            let log = writer.isMultiple(of: 2) ? store.log : other
            let stream = StreamName("note", .fresh())
            for version in 0..<20 {
              _ = try await log.append(writing("\(version)", to: stream, expecting: version))
            }
          }
        }
        try await group.waitForAll()
      }
      let events = try await read
      #expect(events.map(\.position) == Array(1...320))
      for stream in Set(events.map(\.stream)) {
        #expect(events.filter { $0.stream == stream }.map(\.version) == Array(1...20))
      }
    }
  }

  /// Reads as a subscriber does: whatever comes after the last position it saw.
  private func follow(
    _ log: PostgresLog, until count: Int
  ) async throws -> [Recorded<StoredEvent>] {
    var events: [Recorded<StoredEvent>] = []
    while events.count < count {
      let position = events.last?.position ?? 0
      let page = try await log.events(after: position, limit: 7)
      if page.isEmpty { await log.known.wait(past: position, atMost: .milliseconds(20)) }
      events += page
    }
    return events
  }

  @Test func `every acknowledged event is there once though backends are terminated`()
    async throws
  {
    try await withStore { store in
      let streams = (0..<48).map { _ in StreamName("note", .fresh()) }
      let terminator = Task {
        var terminated = 0
        while terminated < 10, !Task.isCancelled {
          terminated += try await store.terminateWriters()
        }
      }
      let acknowledged = await withTaskGroup(of: [Identity: Int].self) { group in
        for stream in streams {
          group.addTask { await appendStubbornly(10, to: stream, of: store.log) }
        }
        return await group.reduce(into: [:]) { $0.merge($1) { old, _ in old } }
      }
      terminator.cancel()
      _ = await terminator.result
      let events = try await store.log.events(after: 0, limit: 10_000)
      #expect(events.map(\.position) == Array(1...max(events.count, 1)))
      #expect(Set(events.map(\.command)).count == events.count)
      let positions = Dictionary(uniqueKeysWithValues: events.map { ($0.command, $0.position) })
      for (command, position) in acknowledged { #expect(positions[command] == position) }
      #expect(acknowledged.count == 480)
      #expect(try await store.findingsInLog().isEmpty)
    }
  }

  /// Appends `count` notes one after another, sending each again until it is acknowledged.
  private func appendStubbornly(
    _ count: Int, to stream: StreamName, of log: PostgresLog
  ) async -> [Identity: Int] {
    var acknowledged: [Identity: Int] = [:]
    for version in 0..<count {
      let appending = writing("\(version)", to: stream, expecting: version)
      while acknowledged[appending.envelope.command] == nil {
        acknowledged[appending.envelope.command] = try? await log.append(appending).position
      }
    }
    return acknowledged
  }

  @Test func `a command the database chokes on fails alone`() async throws {
    try await withStore { store in
      let broken = StoredEvent(type: "note.written", schema: 1, payload: Array("{".utf8))
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for index in 0..<20 {
          group.addTask {
            let event = index == 7 ? broken : note("\(index)")
            let appending = Appending(
              envelope(), slices: [.init(to: StreamName("note", .fresh()), expecting: 0, [event])])
            return await refusal(from: store.log, of: appending) == nil
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { !$0 }.count == 1)
      let head = try await store.log.head()
      #expect(head == 19)
    }
  }

  @Test func `a full queue turns appends away at once`() async throws {
    try await withStore { store in
      var limits = PostgresLog.Limits()
      limits.waitingMax = 4
      let log = store.node(limits: limits)
      let (outcomes, outcome) = AsyncStream<Refusal?>.makeStream()
      var heard = outcomes.makeAsyncIterator()
      // Whoever holds the log's lock keeps the writer waiting.
      try await store.owner.transaction { session in
        _ = try await session.run("SELECT pg_advisory_xact_lock(771, 1)")
        for _ in 0..<16 {
          Task {
            let appending = writing("a", to: StreamName("note", .fresh()), expecting: 0)
            outcome.yield(await refusal(from: log, of: appending))
          }
        }
        let first = await heard.next(isolation: #isolation)
        #expect(first == .some(.busy))
      }
      var written = 0
      for _ in 1..<16 {
        guard let refusal = await heard.next() else { break }
        if refusal == nil { written += 1 } else { #expect(refusal == .busy) }
      }
      #expect(try await store.log.head() == written)
    }
  }

  @Test func `a stopped log writes what it took and takes no more`() async throws {
    try await withStore { store in
      let streams = (0..<50).map { _ in StreamName("note", .fresh()) }
      let outcomes = await withTaskGroup(of: Bool.self) { group in
        for stream in streams {
          group.addTask {
            await refusal(from: store.log, of: writing("a", to: stream, expecting: 0)) == nil
          }
        }
        await store.log.stop()
        return await group.reduce(into: []) { $0.append($1) }
      }
      let head = try await store.log.head()
      #expect(head == outcomes.filter(\.self).count)
      let late = await refusal(
        from: store.log, of: writing("b", to: StreamName("note", .fresh()), expecting: 0))
      #expect(late != nil)
    }
  }

  @Test func `partitions are made before they are needed`() async throws {
    try await withStore { store in
      let made: Int? = try await store.writer.run(
        "SELECT make_event_partitions(25000000) AS made"
      ).first?["made"]
      #expect(made == 2)
      let again: Int? = try await store.writer.run(
        "SELECT make_event_partitions(25000000) AS made"
      ).first?["made"]
      #expect(again == 0)
    }
  }
}
