import EventSourcing
import Foundation
import Testing

/// What every log promises about a command's identity, checked on each kind of log there is.
@Suite struct CommandContract {
  @Test(arguments: LogKind.allCases)
  func `a command sent again gets its first answer`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      let appending = writing("a", to: stream, expecting: 0)
      let first = try await log.append(appending)
      let again = try await log.append(appending)
      #expect(!first.isRepeated)
      #expect(again == Receipt(position: first.position, eventCount: 1, isRepeated: true))
      #expect(try await log.events(in: stream, after: 0).count == 1)
      #expect(try await log.receipt(for: appending.envelope.command)?.position == first.position)
      #expect(try await log.receipt(for: .fresh()) == nil)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a command's identity never stands for something else`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      let command = Identity.fresh()
      func asking(_ content: String, by actor: String) -> Appending {
        Appending(
          Envelope(command: command, actor: actor, content: Array(content.utf8)),
          slices: [.init(to: stream, expecting: 0, [note(content)])])
      }
      let first = try await log.append(asking("a", by: "amina"))
      let again = try await log.append(asking("a", by: "amina"))
      #expect(again.isRepeated)
      for other in [asking("b", by: "amina"), asking("a", by: "noor"), asking("", by: "aminaa")] {
        await #expect(throws: Refusal.reused) { try await outcome(from: log, of: other) }
        await #expect(throws: AppendFailure.self) { try await log.receipt(for: other.envelope) }
      }
      #expect(try await log.receipt(for: asking("a", by: "amina").envelope) == first)
      #expect(try await log.events(in: stream, after: 0).map(\.event) == [note("a")])
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a command sent many times at once takes effect once`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      let appending = writing("a", "b", to: stream, expecting: 0)
      let receipts = try await withThrowingTaskGroup(of: Receipt.self) { group in
        for _ in 0..<32 { group.addTask { try await log.append(appending) } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(Set(receipts.map(\.position)).count == 1)
      #expect(receipts.filter { !$0.isRepeated }.count == 1)
      #expect(try await log.events(in: stream, after: 0).count == 2)
    }
  }

  @Test(arguments: LogKind.allCases)
  func `a refused command may be sent again`(_ kind: LogKind) async throws {
    try await kind.open { log in
      let stream = StreamName("note", .fresh())
      let command = envelope()
      let late = Appending(command, slices: [.init(to: stream, expecting: 1, [note("b")])])
      await #expect(throws: conflict(stream, expected: 1, actual: 0)) {
        try await outcome(from: log, of: late)
      }
      _ = try await log.append(writing("a", to: stream, expecting: 0))
      #expect(try await log.append(late).isRepeated == false)
    }
  }
}
