import EventSourcing
import Postgres
import Testing

@testable import EventStore

/// Two calls of one node under way at once, held up by whoever has the lock of the log.
@Suite(.timeLimit(.minutes(5))) struct SecondWriterTests {
  @Test func `both are written, and each append has its own place`() async throws {
    try await withStore { store in
      let calls = try await TwoCalls(to: streams(9), in: store)
      try await calls.send { _ in }
      #expect(try await calls.positions() == Array(1...9))
      let sizes = try await store.owner.run(
        "SELECT (last_position - first_position + 1)::int FROM es_batch ORDER BY last_position")
      #expect(try sizes.map { try $0[0] as Int } == [1, 8])
      #expect(try await store.findingsInLog().isEmpty)
    }
  }

  @Test func `when their connection is lost, every append is answered and written once`()
    async throws
  {
    try await withStore { store in
      let calls = try await TwoCalls(to: streams(9), in: store)
      try await calls.send { store in
        let terminated = try await store.terminateWriters()
        #expect(terminated == 1)
      }
      #expect(try await calls.positions() == Array(1...9))
      let head = try await store.log.head()
      #expect(head == 9)
      #expect(try await store.findingsInLog().isEmpty)
    }
  }

  @Test func `of two on one stream the first is written and the second refused`() async throws {
    try await withStore { store in
      let stream = StreamName("note", .fresh())
      let calls = try await TwoCalls(to: [stream] + streams(7) + [stream], in: store)
      try await calls.send { _ in }
      let refused = await calls.answers().filter { _, answer in
        if case .failure(.conflict(stream, expected: 0, actual: 1)) = answer { true } else { false }
      }
      #expect(Array(refused.keys) == [8])
      let head = try await store.log.head()
      #expect(head == 8)
    }
  }

  @Test func `whoever stops the log waits for both`() async throws {
    try await withStore { store in
      let calls = try await TwoCalls(to: streams(9), in: store)
      var stopping: Task<Void, Never>?
      try await calls.send { _ in stopping = Task { await calls.stop() } }
      await stopping?.value
      let head = try await store.log.head()
      #expect(head == 9)
    }
  }

  private func streams(_ count: Int) -> [StreamName] {
    (0..<count).map { _ in StreamName("note", .fresh()) }
  }
}

/// Appends of which the first goes in a call of its own, and the others in one behind it.
private struct TwoCalls {
  private let store: TestStore
  private let members: [PendingAppend]
  private let queue = AppendQueue(waitingMax: 100)
  private let heard: AsyncStream<(Int, AppendQueue.Answer)>
  private let answering: AsyncStream<(Int, AppendQueue.Answer)>.Continuation

  init(to streams: [StreamName], in store: TestStore) async throws {
    self.store = store
    let keyring = store.log.cipher.keyring
    var members: [PendingAppend] = []
    for stream in streams {
      let appending = writing("a", to: stream, expecting: 0)
      members.append(try PendingAppend(appending, await keyring.digest(of: appending.envelope)))
    }
    // Their names have numbers before, so that each writer sends its call at once.
    _ = try await store.log.names.numbers(for: members, in: store.writer)
    self.members = members
    (heard, answering) = AsyncStream.makeStream()
  }

  /// Sends both while the lock of the log is held, and lets go of it when `mishap` has happened.
  func send(_ mishap: (TestStore) async throws -> Void) async throws {
    let now = ContinuousClock.now
    queue.learn(10, from: now, to: now + .microseconds(400))
    try await store.owner.transaction { session in
      _ = try await session.run("SELECT pg_advisory_xact_lock(771, 1)")
      let admissions = members.enumerated().map { index, member in
        let admission = queue.admit(
          AppendQueue.Entry(member) { [answering] in answering.yield((index, $0)) })
        if case .startWriter = admission { startWriter() }
        return admission
      }
      #expect(admissions.first == .startWriter)
      #expect(admissions.last == .startWriter)
      #expect(admissions.filter { $0 == .startWriter }.count == 2)
      while try await store.callsThatWait() == 0 {}
      try await mishap(store)
    }
  }

  private func startWriter() {
    let writer = AppendWriter(
      log: store.log.id, database: store.writer, queue: queue, names: store.log.names,
      limits: .init(), logger: .silent
    ) { _ in }
    Task.immediate { await writer.run() }
  }

  func stop() async { await queue.stop() }

  /// What each append was answered, by its number.
  func answers() async -> [Int: AppendQueue.Answer] {
    var answers: [Int: AppendQueue.Answer] = [:]
    for await (index, answer) in heard {
      answers[index] = answer
      if answers.count == members.count { break }
    }
    return answers
  }

  /// The place of each append in the log, in order.
  func positions() async throws -> [Int] {
    try await answers().values.map { try $0.get().position }.sorted()
  }
}

extension TestStore {
  /// How many calls wait for the lock of the log.
  fileprivate func callsThatWait() async throws -> Int {
    try await owner.run(
      """
      SELECT count(*) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'SELECT append_events%'
        AND wait_event_type = 'Lock'
      """
    ).only()[0]
  }
}
