import Synchronization
import TestSupport
import Testing

@testable import Postgres

private struct ChangeOfMind: Error {}

private func line(_ number: Int) -> String { "\(number)\t\(String(repeating: "x", count: 100))\n" }

@Test func `a megabyte goes in and comes out again`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int, filling text)")
    try await database.withSession { session in
      let stored = try await session.copyIn("COPY n FROM STDIN") { writer in
        for start in stride(from: 0, to: 10_000, by: 1_000) {
          try await writer.write(Array((start..<start + 1_000).map(line).joined().utf8))
        }
      }
      #expect(stored == 10_000)
      let text = try await session.copyOut("COPY n TO STDOUT") { reader in
        try await reader.reduce(into: [UInt8]()) { $0 += $1 }
      }
      let isSame = text == Array((0..<10_000).map(line).joined().utf8)
      #expect(isSame)
      #expect(try await session.run("SELECT count(*) AS count FROM n").only()["count"] == 10_000)
    }
  }
}

@Test func `a copy given up half-way leaves nothing, and the session goes on`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int, filling text)")
    try await database.withSession { session in
      await #expect(throws: ChangeOfMind.self) {
        try await session.copyIn("COPY n FROM STDIN") { writer in
          try await writer.write(Array((0..<5_000).map(line).joined().utf8))
          throw ChangeOfMind()
        }
      }
      let count: Int = try await session.run("SELECT count(*) AS count FROM n").only()["count"]
      #expect(count == 0)
    }
  }
}

@Test func `a row that does not fit its table is the server's to refuse`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    try await database.withSession { session in
      let error = await #expect(throws: PostgresError.self) {
        try await session.copyIn("COPY n FROM STDIN") { try await $0.write(Array("1\nx\n".utf8)) }
      }
      #expect(error?.sqlState == .invalidTextRepresentation)
      let rows = try await session.run("SELECT * FROM n")
      #expect(rows.isEmpty)
    }
  }
}

@Test func `a reader that stops early does not have to read the rest`() async throws {
  try await TestDatabase.with { database in
    try await database.withSession { session in
      let first = try await session.copyOut(
        "COPY (SELECT generate_series(1, 1000000000)) TO STDOUT"
      ) {
        try await $0.next()
      }
      #expect(first?.starts(with: "1\n2\n".utf8) == true)
      #expect(try await session.run("SELECT 1 AS one").only()["one"] == 1)
    }
  }
}

@Test func `copying is part of the transaction around it`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    await #expect(throws: ChangeOfMind.self) {
      try await database.transaction { session in
        try await session.copyIn("COPY n FROM STDIN") { try await $0.write(Array("1\n".utf8)) }
        #expect(try await session.run("SELECT * FROM n").count == 1)
        throw ChangeOfMind()
      }
    }
    #expect(try await database.run("SELECT * FROM n").isEmpty)
  }
}

@Test func `what is not a COPY is refused and the session goes on`() async throws {
  try await TestDatabase.with { database in
    try await database.withSession { session in
      let error = await #expect(throws: PostgresError.self) {
        try await session.copyIn("SELECT 1") { _ in }
      }
      #expect(error?.kind == .misuse)
      let bound = await #expect(throws: PostgresError.self) {
        try await session.copyOut("COPY (SELECT \(1)) TO STDOUT") { _ in }
      }
      #expect(bound?.kind == .misuse)
      let one: Int = try await session.run("SELECT 1 AS one").only()["one"]
      #expect(one == 1)
    }
  }
}

@Test func `a copy that comes in one piece with its end gives every row, and then its end`()
  async throws
{
  try await TestDatabase.with { database in
    try await database.withSession { session in
      for count in 0...50 {
        let copy = Statement(trustedFile: "COPY (SELECT generate_series(1, \(count))) TO STDOUT")
        let text = try await session.copyOut(copy) { reader in
          var text: [UInt8] = []
          while let chunk = try await reader.next() { text += chunk }
          #expect(try await reader.next() == nil)
          return text
        }
        #expect(text == (0..<count).flatMap { Array("\($0 + 1)\n".utf8) })
        #expect(try await session.run("SELECT \(count) AS n").only()["n"] == count)
      }
    }
  }
}

@Test func `a copy that the server gives up half-way is an error, never a short copy`() async throws
{
  try await TestDatabase.with { database in
    try await database.withSession { session async throws in
      let error = await #expect(throws: PostgresError.self) {
        try await session.copyOut(
          "COPY (SELECT 1 / (100000 - n) FROM generate_series(1, 200000) AS n) TO STDOUT"
        ) { try await $0.reduce(0) { $0 + $1.count } }
      }
      #expect(error?.sqlState == .divisionByZero)
      #expect(try await session.run("SELECT 1 AS one").only()["one"] == 1)
    }
  }
}

@Test func `a copy whose server is killed half-way fails either way, and nothing of it stays`()
  async throws
{
  try await ThrowawayServer.with { server in
    try await server.withDatabase { database in
      try await database.run("CREATE TABLE n (n int, filling text)")
      let outgoing = await #expect(throws: PostgresError.self) {
        try await database.withSession { session in
          try await session.copyOut("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT") {
            _ = try await $0.next()
            try server.kill()
            for try await _ in $0 {}
          }
        }
      }
      #expect(outgoing?.kind == .connectionLost || outgoing?.kind == .outcomeUnknown)
      let incoming = await #expect(throws: PostgresError.self) {
        try await database.withSession { session in
          try await session.copyIn("COPY n FROM STDIN") { writer in
            try await writer.write(Array((0..<5_000).map(line).joined().utf8))
            try server.kill()
            while true { try await writer.write(Array(line(0).utf8)) }
          }
        }
      }
      #expect(incoming?.kind == .connectionLost)
    }
    // Another pool: this one may hold connections of before, whose loss it has not heard of yet.
    try await server.withDatabase { database in
      let rows = try await database.run("SELECT * FROM n")
      #expect(rows.isEmpty)
    }
  }
}

@Test func `nobody is busy over a lost connection whose copy is read slowly`() async throws {
  try await TestDatabase.with { database in
    try await observing(database) { observer in
      await #expect(throws: PostgresError.self) {
        try await database.withSession { session in
          try await session.copyOut("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT") {
            _ = try await $0.next()
            try await observer.run("SELECT pg_terminate_backend(\(session.processID), 60000)")
            let turns = database.reactor.turns.load(ordering: .relaxed)
            for number in 0..<500 { try await observer.run("SELECT \(number)") }
            #expect(database.reactor.turns.load(ordering: .relaxed) - turns < 50)
            for try await _ in $0 {}
          }
        }
      }
      try await expectWhole(database, seenBy: observer)
    }
  }
}
