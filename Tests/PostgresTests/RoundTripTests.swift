import Foundation
import Postgres
import TestSupport
import Testing

/// Sends `value` and reads it back, once in binary form and once as text.
private func expectRoundTrip<Value: PostgresEncodable & PostgresDecodable & Equatable>(
  _ values: [Value], in database: Database, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  for value in values {
    let binary: Value = try await database.run("SELECT \(value) AS value").only()["value"]
    #expect(binary == value, sourceLocation: sourceLocation)
    let text: Value = try await database.run(
      ("SELECT \(value) AS value" as Statement).answeredAsText
    )
    .only()["value"]
    #expect(text == value, "as text", sourceLocation: sourceLocation)
  }
}

@Test func `integers keep their extremes`() async throws {
  try await TestDatabase.with { database in
    try await expectRoundTrip([0, -1, Int.min, .max], in: database)
    try await expectRoundTrip([0, -1, Int64.min, .max], in: database)
    try await expectRoundTrip([0, -1, Int32.min, .max], in: database)
    try await expectRoundTrip([0, -1, Int16.min, .max], in: database)
    try await expectRoundTrip([nil, 0, Int.min], in: database)
  }
}

@Test func `floating-point numbers keep every bit`() async throws {
  try await TestDatabase.with { database in
    try await expectRoundTrip(
      [
        0, 0.1, -1.5, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, .leastNonzeroMagnitude,
        .leastNormalMagnitude, .infinity, -.infinity, .pi, 1.0 / 3,
      ], in: database)
    let none: Double = try await database.run("SELECT \(Double.nan) AS value").only()["value"]
    #expect(none.isNaN)
    let negativeZero: Double = try await database.run("SELECT \(-0.0) AS value").only()["value"]
    #expect(negativeZero.sign == .minus)
  }
}

@Test func `booleans, texts and bytes come back as they went`() async throws {
  try await TestDatabase.with { database in
    try await expectRoundTrip([true, false], in: database)
    try await expectRoundTrip([Bool?.none, true], in: database)
    try await expectRoundTrip(
      ["", "a", "'\"\\;--", "é\u{301}", "\u{10FFFF}", "\r\n", "NULL", "{}"], in: database)
    try await expectRoundTrip([String?.none, ""], in: database)
    try await expectRoundTrip([[], [0], Array(0...255) as [UInt8]], in: database)
    try await expectRoundTrip([[UInt8]?.none, [1]], in: database)
  }
}

@Test func `identifiers and moments come back as they went`() async throws {
  try await TestDatabase.with { database in
    try await expectRoundTrip(
      [UUID(), UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))], in: database)
    let moments = [0, 0.5, -0.000_001, 1e9, -1e9, 31_622_400, -31_622_400, 803_692_800.123_456]
    try await expectRoundTrip(
      moments.map { Date(timeIntervalSinceReferenceDate: $0) }, in: database)
    try await expectRoundTrip(
      [.infinity, -.infinity].map { Date(timeIntervalSinceReferenceDate: $0) }, in: database)
    try await expectRoundTrip([UUID?.none, UUID()], in: database)
    try await expectRoundTrip([Date?.none], in: database)
  }
}

@Test func `the last moments that PostgreSQL knows come back`() async throws {
  try await TestDatabase.with { database in
    let row = try await database.run(
      """
      SELECT '294276-12-31 23:59:59+00'::timestamptz AS last, '4713-01-01 00:00:00+00 BC'::timestamptz AS first
      """
    ).only()
    let last: Date = try row["last"]
    let first: Date = try row["first"]
    let same: Bool = try await database.run(
      """
      SELECT \(last) = '294276-12-31 23:59:59+00' AND \(first) = '4713-01-01 00:00:00+00 BC' AS same
      """
    ).only()["same"]
    #expect(same)
  }
}

@Test func `a moment that no timestamp holds is refused before it is sent`() async throws {
  try await TestDatabase.with { database in
    for interval in [1e300, -1e300, .nan] {
      let error = await #expect(throws: PostgresError.self) {
        try await database.run("SELECT \(Date(timeIntervalSinceReferenceDate: interval))")
      }
      #expect(error?.kind == .encoding)
    }
  }
}

@Test func `arrays come back with their NULLs`() async throws {
  try await TestDatabase.with { database in
    try await expectRoundTrip([[], [1], [.min, .max]] as [[Int]], in: database)
    try await expectRoundTrip([[1, nil, 3], [nil]] as [[Int?]], in: database)
    try await expectRoundTrip(
      [["", "NULL", "a,b", "\"", "\\", "{x}", " "], []] as [[String]], in: database)
    try await expectRoundTrip([[nil, "NULL", nil]] as [[String?]], in: database)
    try await expectRoundTrip([[UUID(), UUID()]] as [[UUID]], in: database)
    try await expectRoundTrip([[[1, 2], []]] as [[[UInt8]]], in: database)
    try await expectRoundTrip([[true, false]] as [[Bool]], in: database)
    try await expectRoundTrip(
      [[Date(timeIntervalSinceReferenceDate: 0.25)]] as [[Date]], in: database)
    try await expectRoundTrip([[0.5, nil]] as [[Double?]], in: database)
    try await expectRoundTrip([[Int]?.none, [1]], in: database)
  }
}

@Test func `what PostgreSQL calls a day or a number reads as it writes it`() async throws {
  try await TestDatabase.with { database in
    let days = [
      "2026-03-02", "2000-02-29", "1900-03-01", "0001-01-01", "0001-12-31 BC", "4713-01-01 BC",
      "1999-12-31", "9999-12-31", "infinity", "-infinity", "5874897-12-31",
    ]
    for day in days {
      let row = try await database.run(
        "SELECT \(untyped: day)::date AS day, \(untyped: day)::date::text AS text"
      ).only()
      #expect(try row["day"] as String == row["text"] as String)
    }
    let numbers = [
      "0", "1", "-1", "10000", "0.0001", "-0.00010", "123456789012345678901234567890.123456789",
      "1e130", "1e-20", "0.00", "100.50", "NaN", "Infinity", "-Infinity", "99999999", "0.99999",
    ]
    for number in numbers {
      let row = try await database.run(
        "SELECT \(untyped: number)::numeric AS number, \(untyped: number)::numeric::text AS text"
      ).only()
      #expect(try row["number"] as String == row["text"] as String)
    }
  }
}

@Test func `enumerations, json and identifiers read as text`() async throws {
  try await TestDatabase.with { database in
    try await database.run("CREATE TYPE mood AS ENUM ('glad', 'sad')")
    let id = UUID()
    let row = try await database.run(
      """
      SELECT \(untyped: "glad")::mood AS mood, \(Statement.json(#"{"a": 1}"#)) AS json,
             \(Statement.json(#"{"a":   1}"#))::jsonb AS jsonb, \(id) AS id, 'x'::name AS name,
             ARRAY['sad']::mood[] AS moods
      """
    ).only()
    #expect(try row["mood"] == "glad")
    #expect(try row["json"] == #"{"a": 1}"#)
    #expect(try row["jsonb"] == #"{"a": 1}"#)
    #expect(try row["jsonb"] == JSONText(#"{"a": 1}"#))
    #expect(try row["id"] == id.uuidString.lowercased())
    #expect(try row["name"] == "x")
    #expect(try row["moods"] == ["sad"])
  }
}

@Test func `a value of a megabyte comes back whole`() async throws {
  try await TestDatabase.with { database in
    let bytes = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let row = try await database.run("SELECT \(bytes) AS bytes").only()
    let isSame = try row["bytes"] as [UInt8] == bytes
    #expect(isSame)
  }
}
