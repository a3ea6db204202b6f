import Postgres
import TestSupport
import Testing

/// Values of a megabyte and of a hundred, which pass through every buffer there is.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct LargeValueTests {
  private struct Large: Sendable {
    let text: String
    let bytes: [UInt8]

    /// As long as was asked for, and nowhere in step with any buffer.
    init(megabytes: Int) {
      let piece = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
      let letters = String(decoding: piece.map { 97 + $0 % 25 }, as: UTF8.self) + "é"
      text = String(repeating: letters, count: megabytes)
      var bytes: [UInt8] = []
      bytes.reserveCapacity(piece.count * megabytes)
      for _ in 0..<megabytes { bytes += piece }
      self.bytes = bytes
    }

    func isSame(as row: Row) throws -> Bool {
      let (otherText, otherBytes): (String, [UInt8]) = try (row["text"], row["bytes"])
      return text == otherText && bytes.isSame(as: otherBytes)
    }

    static func copy() -> BinaryCopy<Large> {
      BinaryCopy(into: "large", columns: [Column("text", .text), Column("bytes", .bytea)]) {
        $1.write("text", $0.text)
        $1.write("bytes", $0.bytes)
      }
    }
  }

  @Test(arguments: [1, 100])
  func `values of so many megabytes come back whole, by statement and by copy`(
    _ megabytes: Int
  ) async throws {
    let large = Large(megabytes: megabytes)
    try await TestDatabase.with { database in
      let echo = try await database.run("SELECT \(large.text) AS text, \(large.bytes) AS bytes")
      #expect(try large.isSame(as: echo.only()))

      try await database.batch([
        "CREATE TABLE large (text text, bytes bytea)",
        // Trying to compress them takes the server longer than all else, and tells nothing.
        "ALTER TABLE large ALTER text SET STORAGE external, ALTER bytes SET STORAGE external",
      ])
      try await database.run("INSERT INTO large VALUES (\(large.text), \(large.bytes))")
      #expect(try large.isSame(as: try await database.run("SELECT * FROM large").only()))

      try await database.run("TRUNCATE large")
      try await database.withSession { session in
        #expect(try await session.copyIn(Large.copy(), [large]) == 1)
        let stored = try await session.run("SELECT * FROM large").only()
        #expect(try large.isSame(as: stored))
        let copied = try await session.copyOut("COPY large TO STDOUT (FORMAT binary)") { reader in
          try await reader.reduce(into: [UInt8]()) { $0 += $1 }
        }
        var expected = Large.copy()
        try expected.append(large)
        expected.end()
        let isSame = copied.isSame(as: expected.takeBytes())
        #expect(isSame)
        let text = try await session.copyOut("COPY (SELECT text FROM large) TO STDOUT") { reader in
          try await reader.reduce(into: [UInt8]()) { $0 += $1 }
        }
        let isSameText = text.isSame(as: Array(large.text.utf8) + [10])
        #expect(isSameText)
      }
    }
  }

  @Test func `many large answers in one pipeline all come whole`() async throws {
    let large = Large(megabytes: 1)
    try await TestDatabase.with(adjusting: { $0.sharedConnectionsMax = 1 }) { database in
      let count = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<20 {
          group.addTask {
            let rows = try await database.run(
              "SELECT \(large.text) AS text, \(large.bytes) AS bytes")
            return try large.isSame(as: rows.only())
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(count == 20)
    }
  }
}
