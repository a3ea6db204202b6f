import Foundation
import Postgres
import TestSupport
import Testing

/// The ends of what each type holds, in binary form and as text.
struct ExtremesTests {
  @Test func `every character there is goes to the server and back`() async throws {
    var every = String.UnicodeScalarView()
    for number in 1...0x10FFFF as ClosedRange<UInt32> {
      if let scalar = UnicodeScalar(number) { every.append(scalar) }
    }
    let text = String(every)
    try await TestDatabase.with { database in
      let statement: Statement = "SELECT \(text) AS text, \([text, nil]) AS texts"
      for rows in try await inBothForms(statement, database) {
        let row = try rows.only()
        let isSame = try (row["text"] as String).isSame(as: text)
        #expect(isSame)
        let texts: [String?] = try row["texts"]
        #expect(texts.count == 2 && texts.last == .some(nil))
        let isSameInArray = texts.first??.isSame(as: text)
        #expect(isSameInArray == true)
      }
    }
  }

  @Test func `a zero byte in a text is refused, and in bytes it is one like any other`()
    async throws
  {
    try await TestDatabase.with { database in
      let error = await #expect(throws: PostgresError.self) {
        try await database.run("SELECT \(["a\u{0}b"])")
      }
      #expect(error?.sqlState == .characterNotInRepertoire)
      let untyped = await #expect(throws: PostgresError.self) {
        try await database.run("SELECT \(untyped: "a\u{0}b")::text")
      }
      #expect(untyped?.kind == .encoding)
      var bytes: [UInt8] = []
      for first in 0...255 as ClosedRange<UInt8> {
        for second in [0, 92, 255] as [UInt8] { bytes += [first, second] }
      }
      for rows in try await inBothForms("SELECT \(bytes) AS bytes", database) {
        #expect(try rows.only()["bytes"] == bytes)
      }
    }
  }

  @Test func `NULL of every type is nil, in binary form and as text`() async throws {
    try await TestDatabase.with { database in
      let statement: Statement = """
        SELECT \(Int?.none) AS a, \(Int16?.none) AS b, \(Int32?.none) AS c, \(Int64?.none) AS d,
               \(Bool?.none) AS e, \(Double?.none) AS f, \(String?.none) AS g,
               \([UInt8]?.none) AS h, \(UUID?.none) AS i, \(Date?.none) AS j,
               \(JSONText?.none) AS k, \([Int]?.none) AS l, \([[UInt8]?]?.none) AS m,
               NULL::numeric AS n, NULL::date AS o, NULL::interval AS p, NULL::jsonb AS q
        """
      for rows in try await inBothForms(statement, database) {
        let row = try rows.only()
        #expect(try row["a"] as Int? == nil)
        #expect(try row["b"] as Int16? == nil)
        #expect(try row["c"] as Int32? == nil)
        #expect(try row["d"] as Int64? == nil)
        #expect(try row["e"] as Bool? == nil)
        #expect(try row["f"] as Double? == nil)
        #expect(try row["h"] as [UInt8]? == nil)
        #expect(try row["i"] as UUID? == nil)
        #expect(try row["j"] as Date? == nil)
        #expect(try row["k"] as JSONText? == nil)
        #expect(try row["l"] as [Int]? == nil)
        #expect(try row["m"] as [[UInt8]?]? == nil)
        for name in ["g", "n", "o", "p", "q"] { #expect(try row[name] as String? == nil) }
        for name in rows.columnNames { #expect(try row.isNull(name)) }
        #expect(throws: PostgresError.self) { try row["a"] as Int }
      }
    }
  }

  @Test func `floating-point numbers keep their oddities as text too`() async throws {
    try await TestDatabase.with { database in
      let statement: Statement = """
        SELECT \(Double.nan) AS nan, \(-0.0) AS zero, \(Double.leastNonzeroMagnitude) AS least,
               \(-Double.infinity) AS infinite, 'NaN'::real AS small, 1.5::real AS half
        """
      for rows in try await inBothForms(statement, database) {
        let row = try rows.only()
        #expect(try (row["nan"] as Double).isNaN)
        #expect(try (row["zero"] as Double).sign == .minus)
        #expect(try row["least"] == Double.leastNonzeroMagnitude)
        #expect(try row["infinite"] == -Double.infinity)
        #expect(try (row["small"] as Double).isNaN)
        #expect(try row["half"] == 1.5)
      }
    }
  }

  @Test func `numbers of any size and scale read as PostgreSQL writes them`() async throws {
    let fraction = String(repeating: "9876543210", count: 1_638)
    let numbers = [
      String(repeating: "9", count: 131_072), "-1" + String(repeating: "0", count: 131_071),
      "0." + String(repeating: "0", count: 16_382) + "1", "0." + fraction,
      String(repeating: "12345678", count: 16_384) + "." + fraction,
    ]
    try await TestDatabase.with { database in
      for number in numbers {
        let statement: Statement = "SELECT \(untyped: number)::numeric AS number"
        for rows in try await inBothForms(statement, database) {
          let isSame = try (rows.only()["number"] as String).isSame(as: number)
          #expect(isSame)
        }
      }
    }
  }

  @Test func `numbers go by copy in binary form as they would as text`() async throws {
    let numbers = [
      "0", "-1", "NaN", "Infinity", "-Infinity", "0.00", "0.0000000001", "-99999999.9999",
      String(repeating: "98765432", count: 1_500), "-1" + String(repeating: "0", count: 11_999),
      "0." + String(repeating: "0", count: 11_999) + "1",
    ]
    try await TestDatabase.with { database in
      try await database.run("CREATE TABLE amount (place int PRIMARY KEY, amount numeric)")
      let columns = [Column("place", .int4), Column("amount", .numeric)]
      let copy = BinaryCopy<(Int, String?)>(into: "amount", columns: columns) { line, writer in
        writer.write("place", line.0)
        writer.write("amount", line.1)
      }
      let lines = Array(zip(0..., numbers + [nil]))
      let stored = try await database.withSession { try await $0.copyIn(copy, lines) }
      #expect(stored == lines.count)
      let read: Statement = "SELECT amount, amount::text AS text FROM amount ORDER BY place"
      for rows in try await inBothForms(read, database) {
        for ((_, number), row) in zip(lines, rows) {
          #expect(try row["text"] as String? == number)
          #expect(try row["amount"] as String? == number)
        }
      }
    }
  }

  @Test(arguments: [
    "1e5", "", "-", ".", "1.2.3", "1,5", " 1", "\u{0661}", String(repeating: "9", count: 12_001),
    "0." + String(repeating: "1", count: 12_001), String(repeating: "1", count: 12_000) + ".1",
  ])
  func `a number that numeric does not hold is refused before it is sent`(_ number: String) {
    var copy = BinaryCopy<String>(into: "amount", columns: [Column("amount", .numeric)]) {
      $1.write("amount", $0)
    }
    let error = #expect(throws: PostgresError.self) { try copy.append(number) }
    #expect(error?.kind == .encoding)
  }

  @Test func `days and moments keep their ends, as text too`() async throws {
    try await TestDatabase.with { database in
      let days = [
        "4714-11-24 BC", "0001-12-31 BC", "0001-01-01", "1582-10-15", "2000-02-29", "9999-12-31",
        "5874897-12-31", "infinity", "-infinity",
      ]
      for day in days {
        for rows in try await inBothForms("SELECT \(untyped: day)::date AS day", database) {
          #expect(try rows.only()["day"] == day)
          #expect(throws: PostgresError.self) { try rows.only()["day"] as Date }
        }
      }
      let moments: Statement = """
        SELECT 'infinity'::timestamptz AS a, '-infinity'::timestamptz AS b,
               '294276-12-31 23:59:59+00'::timestamptz AS c,
               '4714-11-24 00:00:00+00 BC'::timestamptz AS d,
               '2000-01-01 00:00:00.000001'::timestamp AS e, 'infinity'::timestamp AS f
        """
      let (binary, text) = try await (
        database.run(moments).only(), database.run(moments.answeredAsText).only()
      )
      for name in ["a", "b", "c", "d", "e", "f"] {
        #expect(try binary[name] as Date == text[name] as Date, "\(name)")
      }
      #expect(try (binary["a"] as Date).timeIntervalSinceReferenceDate == .infinity)
      #expect(try (binary["b"] as Date).timeIntervalSinceReferenceDate == -.infinity)
      let isSame: Bool = try await database.run(
        """
        SELECT \(try binary["c"] as Date) = '294276-12-31 23:59:59+00'
           AND \(try binary["d"] as Date) = '4714-11-24 00:00:00+00 BC' AS same
        """
      ).only()["same"]
      #expect(isSame)
    }
  }

  @Test func `an interval or a time of day is read as text alone, and refused by name otherwise`()
    async throws
  {
    try await TestDatabase.with { database in
      let statement: Statement = """
        SELECT '1 year 2 months -3 days 04:05:06.789'::interval AS interval,
               '178000000 years'::interval AS longest, '24:00:00'::time AS time
        """
      let text = try await database.run(statement.answeredAsText).only()
      #expect(try text["interval"] == "P1Y2M-3DT4H5M6.789S")
      #expect(try text["longest"] == "P178000000Y")
      #expect(try text["time"] == "24:00:00")
      let binary = try await database.run(statement).only()
      let error = #expect(throws: PostgresError.self) { try binary["interval"] as String }
      #expect(error?.kind == .decoding)
      #expect(
        error?.message
          == "column interval of type interval as String: not a type that reads as text")
      #expect(throws: PostgresError.self) { try binary["time"] as String }
    }
  }

  @Test func `arrays keep the ends of their elements, and bounds do not matter`() async throws {
    try await TestDatabase.with { database in
      let bytes: [[UInt8]?] = [[], nil, Array(0...255)]
      let moments: [Date?] = [
        Date(timeIntervalSinceReferenceDate: .infinity), nil,
        Date(timeIntervalSinceReferenceDate: -1),
      ]
      let statement: Statement = """
        SELECT \([Int64.min, .max]) AS large, \([Int16.min, nil, .max]) AS small,
               \([true, nil, false]) AS bools, \(bytes) AS bytes, \(moments) AS moments,
               \([Double.infinity, nil, -0.0]) AS floats, \([String]()) AS none,
               '[0:2]={a,NULL,"b c"}'::text[] AS bounded, ARRAY[1.50, NULL, 'NaN'] AS numbers
        """
      for rows in try await inBothForms(statement, database) {
        let row = try rows.only()
        #expect(try row["large"] == [Int64.min, .max])
        #expect(try row["small"] == [Int16.min, nil, .max])
        #expect(try row["bools"] == [true, nil, false])
        #expect(try row["bytes"] == bytes)
        #expect(try row["moments"] == moments)
        #expect(try row["floats"] == [Double.infinity, nil, -0.0])
        #expect(try (row["none"] as [String]).isEmpty)
        #expect(try row["bounded"] == ["a", nil, "b c"])
        #expect(try row["numbers"] == ["1.50", nil, "NaN"])
        #expect(throws: PostgresError.self) { try row["small"] as [Int16] }
      }
    }
  }

  @Test func `an array of arrays is refused, coming and going`() async throws {
    try await TestDatabase.with { database in
      let statement: Statement = "SELECT ARRAY[[1, 2], [3, 4]] AS grid"
      for rows in try await inBothForms(statement, database) {
        let error = #expect(throws: PostgresError.self) { try rows.only()["grid"] as [Int] }
        #expect(error?.kind == .decoding)
        #expect(error?.column == "grid")
      }
      let error = await #expect(throws: PostgresError.self) {
        try await database.run("SELECT \([[1, 2], [3, 4]])")
      }
      #expect(error?.kind == .encoding)
    }
  }

  @Test func `json and identifiers keep what they are, as text too`() async throws {
    try await TestDatabase.with { database in
      let json = #"{"a": [null, true, -1.5e300, "\u00e9\ud83d\ude00 \"x\""], "": {}}"#
      let id = UUID()
      let none = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
      let statement: Statement = """
        SELECT \(Statement.json(json)) AS json, \(Statement.json(json))::jsonb AS jsonb,
               \(Statement.json("null")) AS nothing, \(id) AS id, \([none, id]) AS ids
        """
      for rows in try await inBothForms(statement, database) {
        let row = try rows.only()
        #expect(try row["json"] == json)
        #expect(try row["json"] == JSONText(json))
        let stored = try JSONSerialization.jsonObject(with: Data((row["jsonb"] as String).utf8))
        let sent = try JSONSerialization.jsonObject(with: Data(json.utf8))
        #expect(stored as? NSDictionary == sent as? NSDictionary)
        #expect(try row["nothing"] == "null")
        #expect(try row["id"] == id)
        #expect(try row["ids"] == [none, id])
      }
    }
  }

  /// The answers to one statement, in binary form and as text.
  private func inBothForms(
    _ statement: Statement, _ database: Database
  ) async throws -> [Rows] {
    [
      try await database.run(statement), try await database.run(statement.answeredAsText),
    ]
  }
}
