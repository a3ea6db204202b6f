import Postgres
import TestSupport
import Testing

@Test func `values are numbered and stay apart from the text`() {
  let name = "Robert'); DROP TABLE person; --"
  let statement: Statement = "SELECT * FROM person WHERE name = \(name) AND age > \(18)"
  #expect(statement.sql == "SELECT * FROM person WHERE name = $1 AND age > $2")
  #expect(statement.parameterCount == 2)
}

@Test func `a spliced statement brings its values, numbered on`() {
  let condition: Statement = "b = \(2) OR c = \(3)"
  let statement: Statement = "SELECT \(1) WHERE (\(splice: condition)) AND d = \(4)"
  #expect(statement.sql == "SELECT $1 WHERE (b = $2 OR c = $3) AND d = $4")
  #expect(statement.parameterCount == 4)
}

@Test func `statements join with a separator`() {
  let statement = Statement.joined(["a = \(1)", "b = \(2)"], separator: " AND ")
  #expect(statement.sql == "a = $1 AND b = $2")
}

@Test func `a limit stands as its digits`() {
  let statement: Statement = "SELECT \(1) LIMIT \(limit: 51)"
  #expect(statement.sql == "SELECT $1 LIMIT 51")
  #expect(statement.parameterCount == 1)
}

@Test func `a name stands quoted`() {
  let statement: Statement = "SELECT \(name: "odd \"name") FROM \(name: "person")"
  #expect(statement.sql == #"SELECT "odd ""name" FROM "person""#)
}

@Test(arguments: ["", "Person", "a b", "a\"b", "a;b", String(repeating: "a", count: 64)])
func `a name made while running is plain or none`(_ name: String) {
  #expect(SQLName(name) == nil)
}

@Test func `a value that looks like SQL is stored as it is`() async throws {
  try await TestDatabase.with { database in
    let hostile = "'); DROP TABLE note; --"
    try await database.run("CREATE TABLE note (text text)")
    try await database.run("INSERT INTO note VALUES (\(hostile))")
    let text: String = try await database.run("SELECT text FROM note").only()["text"]
    #expect(text == hostile)
  }
}

@Test func `more values than the protocol counts are refused before they are sent`() async throws {
  try await TestDatabase.with { database in
    let many = Statement.joined((0...65535).map { "\($0)" }, separator: ", ")
    let error = await #expect(throws: PostgresError.self) {
      try await database.run("SELECT \(splice: many)")
    }
    #expect(error?.kind == .encoding)
  }
}

@Test func `a text with a zero byte is refused by the server and nothing is cut off`() async throws
{
  try await TestDatabase.with { database in
    let error = await #expect(throws: PostgresError.self) {
      try await database.run("SELECT \("a\u{0}b")")
    }
    #expect(error?.sqlState == .characterNotInRepertoire)
  }
}
