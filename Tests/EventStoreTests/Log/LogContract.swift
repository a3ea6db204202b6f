import EventSourcing
import Foundation
import Testing

/// What every log promises, checked on each kind of log there is.
@Suite struct LogContract {
  @Test(arguments: LogKind.allCases)
  func `positions are dense and versions count from one`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let start = try await log.head()
      let stream = StreamName("note", .fresh())
      let first = try await log.append(writing("a", "b", to: stream, expecting: 0))
      let second = try await log.append(writing("c", to: stream, expecting: 2))
      #expect(first == Receipt(position: start + 2, eventCount: 2))
      #expect(second == Receipt(position: start + 3, eventCount: 1))
      let events = try await log.events(in: stream, after: 0)
      #expect(events.map(\.position) == [start + 1, start + 2, start + 3])
      #expect(events.map(\.version) == [1, 2, 3])
      #expect(events.map(\.event) == [note("a"), note("b"), note("c")])
      #expect(try await log.head() == start + 3)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `an event comes back with everything that came with it`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      let envelope = Envelope(command: .fresh(), actor: "noor", correlation: .fresh())
      let event = StoredEvent(
        type: "note.written", schema: 3, payload: Array(#"{"text":"\u0000 é 😀 \"","n":1}"#.utf8))
      _ = try await log.append(
        Appending(envelope, slices: [.init(to: stream, expecting: 0, [event])]))
      let recorded = try #require(try await log.events(in: stream, after: 0).first)
      #expect(recorded.event == event)
      #expect(recorded.stream == stream)
      #expect(recorded.actor == "noor")
      #expect(recorded.command == envelope.command)
      #expect(recorded.correlation == envelope.correlation)
      let paged = try await log.events(after: recorded.position - 1, limit: 1)
      #expect(paged == [recorded])
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a stream that is not at the expected version refuses`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      _ = try await log.append(writing("a", to: stream, expecting: 0))
      let head = try await log.head()
      for expected in [0, 2, 7] {
        await #expect(throws: conflict(stream, expected: expected, actual: 1)) {
          try await outcome(from: log, of: writing("b", to: stream, expecting: expected))
        }
      }
      #expect(try await log.head() == head)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `streams of two kinds may share an identity`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let identity = Identity.fresh()
      _ = try await log.append(writing("a", to: StreamName("note", identity), expecting: 0))
      _ = try await log.append(writing("b", to: StreamName("memo", identity), expecting: 0))
      let notes = try await log.events(in: StreamName("note", identity), after: 0)
      let memos = try await log.events(in: StreamName("memo", identity), after: 0)
      #expect(notes.map(\.event) == [note("a")])
      #expect(memos.map(\.event) == [note("b")])
    }
  }

  @Test(arguments: LogKind.allCases)
  func `several streams are written together or not at all`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let (here, there) = (StreamName("note", .fresh()), StreamName("note", .fresh()))
      let start = try await log.head()
      let both = Appending(
        envelope(),
        slices: [
          .init(to: here, expecting: 0, [note("a")]),
          .init(to: there, expecting: 0, [note("b"), note("c")]),
        ])
      #expect(try await log.append(both) == Receipt(position: start + 3, eventCount: 3))

      let stale = Appending(
        envelope(),
        slices: [
          .init(to: here, expecting: 1, [note("d")]), .init(to: there, expecting: 1, [note("e")]),
        ])
      await #expect(throws: conflict(there, expected: 1, actual: 2)) {
        try await outcome(from: log, of: stale)
      }
      #expect(try await log.events(in: here, after: 0).count == 1)
      #expect(try await log.head() == start + 3)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a name belongs to one stream at a time`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let scope = "number-\(Identity.fresh())"
      let (holder, other) = (StreamName("note", .fresh()), StreamName("note", .fresh()))
      let take = Claim(.take, scope: scope, key: "9")
      _ = try await log.append(writing("a", to: holder, expecting: 0, claiming: take))
      // Whoever holds the name may take it again.
      _ = try await log.append(writing("b", to: holder, expecting: 1, claiming: take))
      let head = try await log.head()
      await #expect(throws: taken(take, by: holder)) {
        try await outcome(from: log, of: writing("a", to: other, expecting: 0, claiming: take))
      }
      #expect(try await log.head() == head)

      let release = Claim(.release, scope: scope, key: "9")
      // Giving back what another holds changes nothing.
      _ = try await log.append(writing("a", to: other, expecting: 0, claiming: release))
      await #expect(throws: taken(take, by: holder)) {
        try await outcome(from: log, of: writing("b", to: other, expecting: 1, claiming: take))
      }
      _ = try await log.append(writing("c", to: holder, expecting: 2, claiming: release))
      _ = try await log.append(writing("b", to: other, expecting: 1, claiming: take))
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a name changes hands within one append`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let scope = "number-\(Identity.fresh())"
      let (holder, heir) = (StreamName("note", .fresh()), StreamName("note", .fresh()))
      let (take, release) = (
        Claim(.take, scope: scope, key: "9"), Claim(.release, scope: scope, key: "9")
      )
      _ = try await log.append(writing("a", to: holder, expecting: 0, claiming: take))
      let passing = Appending(
        envelope(),
        slices: [
          .init(to: holder, expecting: 1, [note("b")]), .init(to: heir, expecting: 0, [note("a")]),
        ],
        claims: [(release, holder), (take, heir)])
      _ = try await log.append(passing)
      await #expect(throws: taken(take, by: heir)) {
        try await outcome(from: log, of: writing("c", to: holder, expecting: 2, claiming: take))
      }
    }
  }

  @Test(arguments: LogKind.allCases)
  func `of many that want one name exactly one gets it`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let take = Claim(.take, scope: "number-\(Identity.fresh())", key: "9")
      let outcomes = await withTaskGroup(of: Refusal?.self) { group in
        for _ in 0..<32 {
          group.addTask {
            await refusal(
              from: log,
              of: writing("a", to: StreamName("note", .fresh()), expecting: 0, claiming: take))
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.filter { $0 == nil }.count == 1)
      #expect(
        outcomes.compactMap(\.self).allSatisfy { if case .taken = $0 { true } else { false } })
    }
  }

  @Test(arguments: LogKind.allCases)
  func `of many that expect one version exactly one wins`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      for version in 0..<4 {
        let outcomes = await withTaskGroup(of: Refusal?.self) { group in
          for writer in 0..<64 {
            group.addTask {
              await refusal(from: log, of: writing("\(writer)", to: stream, expecting: version))
            }
          }
          return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 == nil }.count == 1)
        #expect(
          outcomes.compactMap(\.self).allSatisfy {
            $0 == .conflict(stream, expected: version, actual: version + 1)
          })
      }
      let events = try await log.events(in: stream, after: 0)
      #expect(events.map(\.version) == [1, 2, 3, 4])
    }
  }

  @Test(arguments: LogKind.allCases)
  func `many writers leave one dense order`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let start = try await log.head()
      let streams = (0..<16).map { _ in StreamName("note", .fresh()) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for stream in streams {
          group.addTask {
            for version in 0..<10 {
              _ = try await log.append(writing("\(version)", to: stream, expecting: version))
            }
          }
        }
        try await group.waitForAll()
      }
      let events = try await log.events(after: start, limit: 1000)
      #expect(events.map(\.position) == Array((start + 1)...(start + 160)))
      for stream in streams {
        #expect(events.filter { $0.stream == stream }.map(\.version) == Array(1...10))
      }
      #expect(zip(events, events.dropFirst()).allSatisfy { $0.recordedAt <= $1.recordedAt })
    }
  }

  @Test(arguments: LogKind.allCases)
  func `pages give the whole log in order`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let start = try await log.head()
      let stream = StreamName("note", .fresh())
      for version in 0..<10 {
        _ = try await log.append(writing("\(version)", to: stream, expecting: version))
      }
      var position = start
      var pages: [[Int]] = []
      while case let page = try await log.events(after: position, limit: 4), let last = page.last {
        pages.append(page.map { $0.position - start })
        position = last.position
      }
      #expect(pages == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10]])
      #expect(try await log.events(in: stream, after: 8).map(\.version) == [9, 10])
      #expect(try await log.events(in: StreamName("nothing", .fresh()), after: 0).isEmpty)
      #expect(try await log.events(after: position, limit: 4).isEmpty)
    }
  }
}
