import EventSourcing
import EventStore
import Postgres
import Synchronization
import Testing
import TestSupport

/// What those are told who watch a stream.
@Suite struct ShownVersionsTests {
  @Test func `a version is told once the read models show it, and not before`() async throws {
    try await withStore { store in
      let progress = Gate()
      let (news, parcel) = (
        ShownVersions(store.log, progress: progress, logger: .silent), Identity.fresh()
      )
      try await telling(news) {
        try await news.watch(Self.stream(parcel)) { versions in
          var heard = versions.makeAsyncIterator()
          try await store.append(.received(depot: "noord", weight: 4), to: parcel, version: 0)
          #expect(await progress.asked() == 1)
          progress.open()
          #expect(await heard.next() == 1)
          try await store.append(.inspected, to: parcel, version: 1)
          #expect(await heard.next() == 2)
        }
      }
    }
  }

  @Test func `what another node appends is heard of, and what happens elsewhere is not`()
    async throws
  {
    try await withStore { store in
      try await store.projecting(pageSize: 10) { runner in
        let news = ShownVersions(store.log, progress: runner, logger: .silent)
        let (parcel, other) = (Identity.fresh(), Identity.fresh())
        try await telling(news) {
          try await news.watch(Self.stream(parcel)) { versions in
            var heard = versions.makeAsyncIterator()
            let node = store.node()
            for (stream, weight) in [(other, 3), (parcel, 4)] {
              _ = try await node.append(
                Appending(
                  Envelope(command: .fresh(), actor: "noor"),
                  slices: [
                    .init(
                      to: Self.stream(stream), expecting: 0,
                      [try Parcel.codec().encode(.received(depot: "noord", weight: weight))])
                  ]))
            }
            #expect(await heard.next() == 1)
            await node.stop()
          }
        }
      }
    }
  }

  @Test func `who comes later is told what the others were told already`() async throws {
    try await withStore { store in
      let (news, parcel) = (
        ShownVersions(store.log, progress: Gate(open: true), logger: .silent), Identity.fresh()
      )
      try await store.append(.received(depot: "noord", weight: 4), to: parcel, version: 0)
      try await telling(news) {
        await news.watch(Self.stream(parcel)) { first in
          var first = first.makeAsyncIterator()
          #expect(await first.next() == 1)
          await news.watch(Self.stream(parcel)) { second in
            var second = second.makeAsyncIterator()
            #expect(await second.next() == 1)
          }
        }
      }
    }
  }

  @Test func `everybody's stream ends when the program is told to stop`() async throws {
    try await withStore { store in
      let news = ShownVersions(store.log, progress: Gate(open: true), logger: .silent)
      let run = Task { try await news.run() }
      await news.watch(Self.stream(.fresh())) { versions in
        run.cancel()
        #expect(await versions.contains { _ in true } == false, "one who was watching")
      }
      try await run.value
      await news.watch(Self.stream(.fresh())) { versions in
        #expect(await versions.contains { _ in true } == false, "one who came afterwards")
      }
    }
  }

  private static func stream(_ identity: Identity) -> StreamName {
    StreamName(Parcel.category, identity)
  }

  private func telling(_ news: ShownVersions, _ body: () async throws -> Void) async throws {
    let run = Task { try await news.run() }
    let result: Result<Void, any Error>
    do { result = .success(try await body()) } catch { result = .failure(error) }
    run.cancel()
    try await run.value
    try result.get()
  }
}

/// Read models that show everything, once somebody opens them.
private final class Gate: Progress {
  private let shown = RisingPosition()
  private let wanted = RisingPosition()

  init(open: Bool = false) {
    if open { shown.advance(to: 1) }
  }

  func open() { shown.advance(to: 1) }

  /// The first position that was asked for.
  func asked() async -> Int {
    await wanted.wait(past: 0, atMost: .seconds(60))
    return wanted.value
  }

  func reached(_ position: Int, within bound: Duration) async -> Bool {
    wanted.advance(to: position)
    await shown.wait(past: 0, atMost: .seconds(60))
    return shown.value > 0
  }
}
