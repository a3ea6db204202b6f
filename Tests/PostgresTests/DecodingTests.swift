import Foundation
import Postgres
import TestSupport
import Testing

@Test func `a column that does not fit is named with both types`() async throws {
  try await TestDatabase.with { database in
    let row = try await database.run("SELECT 'x'::text AS word").only()
    let error = #expect(throws: PostgresError.self) { try row["word"] as Int }
    #expect(error?.kind == .decoding)
    #expect(error?.column == "word")
    #expect(error?.message == "column word of type text as Int: not an integer type")
  }
}

@Test func `NULL fits an optional and nothing else`() async throws {
  try await TestDatabase.with { database in
    let row = try await database.run("SELECT NULL::int AS number").only()
    #expect(try row["number"] as Int? == nil)
    #expect(try row.isNull("number"))
    let error = #expect(throws: PostgresError.self) { try row["number"] as Int }
    #expect(error?.message == "column number of type integer as Int: NULL")
  }
}

@Test func `a column that is not there is named with those that are`() async throws {
  try await TestDatabase.with { database in
    let row = try await database.run("SELECT 1 AS one, 2 AS two").only()
    let error = #expect(throws: PostgresError.self) { try row["three"] as Int }
    #expect(error?.message == "no column three among one, two")
    #expect(try row[1] as Int == 2)
    #expect(throws: PostgresError.self) { try row[2] as Int }
  }
}

@Test func `a number too large for its Swift type is refused, not cut`() async throws {
  try await TestDatabase.with { database in
    let row = try await database.run("SELECT 32768 AS number, 7::int2 AS small").only()
    #expect(throws: PostgresError.self) { try row["number"] as Int16 }
    #expect(try row["small"] as Int == 7)
  }
}

@Test func `rows outlive the database they came from`() async throws {
  let rows = try await TestDatabase.with { try await $0.run("SELECT generate_series(1, 3) AS n") }
  #expect(try rows.map { try $0["n"] as Int } == [1, 2, 3])
}

@Test func `a statement tells how many rows it touched`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TABLE n (n int)")
    #expect(try await database.run("INSERT INTO n SELECT generate_series(1, 3)").affected == 3)
    #expect(try await database.run("DELETE FROM n WHERE n > \(1)").affected == 2)
    #expect(try await database.run("SELECT * FROM n WHERE false").isEmpty)
  }
}

private enum Mood: String, PostgresEncodable, PostgresDecodable { case glad, sad }

@Test func `an enumeration of Swift binds and reads by its raw value`() async throws {
  try await TestDatabase.with { database in
    let row = try await database.run("SELECT \(Mood.sad) AS mood, 'cross' AS other").only()
    #expect(try row["mood"] == Mood.sad)
    #expect(throws: PostgresError.self) { try row["other"] as Mood }
  }
}
