import EventSourcing
import Testing

@testable import EventStore

/// An append that was sent once, and whose connection went before the answer came.
@Suite struct UncertainAppendTests {
  @Test func `one that was written gets its first answer, found by the identity of its command`()
    async throws
  {
    try await withStore { store in
      let appending = writing("a", "b", to: StreamName("note", .fresh()), expecting: 0)
      let first = try await store.log.append(appending)
      let again = try await answer(toUncertain: appending, in: store).get()
      #expect(again.position == first.position)
      #expect(!again.isRepeated)
      #expect(try await store.log.head() == first.position)
    }
  }

  @Test func `one that was not written is written once`() async throws {
    try await withStore { store in
      let appending = writing("a", to: StreamName("note", .fresh()), expecting: 0)
      let receipt = try await answer(toUncertain: appending, in: store).get()
      #expect(receipt.position == 1)
      #expect(try await store.log.head() == 1)
    }
  }

  @Test func `one that is refused the second time may have been written the first`() async throws {
    try await withStore { store in
      let broken = StoredEvent(type: "note.written", schema: 1, payload: Array("{".utf8))
      let appending = Appending(
        envelope(), slices: [.init(to: StreamName("note", .fresh()), expecting: 0, [broken])])
      let answer = try await answer(toUncertain: appending, in: store)
      #expect(answer.isUnknown)
    }
  }

  @Test func `one ahead of its stream may still be written, one behind it never`() async throws {
    try await withStore { store in
      let stream = StreamName("note", .fresh())
      let ahead = writing("c", to: stream, expecting: 2)
      let early = try await answer(toUncertain: ahead, in: store)
      #expect(early.isUnknown)
      _ = try await store.log.append(writing("a", to: stream, expecting: 0))
      let behind = try await answer(
        toUncertain: writing("b", to: stream, expecting: 0), in: store)
      guard case .failure(.conflict(stream, expected: 0, actual: 1)) = behind else {
        Issue.record("\(behind)")
        return
      }
    }
  }

  /// What the writer answers to `appending` when it comes to it again.
  private func answer(
    toUncertain appending: Appending, in store: TestStore
  ) async throws -> AppendQueue.Answer {
    let log = store.log
    let digest = try await log.cipher.keyring.digest(of: appending.envelope)
    let pending = try PendingAppend(try await log.cipher.encrypted(appending), digest)
    let queue = AppendQueue(waitingMax: 1)
    let writer = AppendWriter(
      log: log.id, database: store.writer, queue: queue, names: log.names, limits: .init(),
      logger: .silent
    ) { _ in }
    return await withCheckedContinuation { caller in
      _ = queue.admit(AppendQueue.Entry(pending) { caller.resume(returning: $0) }.uncertain)
      Task { await writer.run() }
    }
  }
}

extension AppendQueue.Answer {
  fileprivate var isUnknown: Bool {
    if case .failure(.outcomeUnknown) = self { true } else { false }
  }
}
