import Foundation
import Postgres
import TestSupport
import Testing

/// A row with a column of every type.
private struct Everything: TableRow {
  var id: UUID?
  var title: String?
  var large: Int?
  var number: Int?
  var small: Int?
  var isOpen: Bool?
  var moment: Date?
  var share: Double?
  var bytes: [UInt8]?
  var day: String?
  var amount: String?
  var plain: JSONText?
  var indexed: JSONText?
  var words: [String?]?
  var ids: [UUID]?

  static let columns = [
    Column("id", .uuid), Column("title", .text), Column("large", .int8), Column("number", .int4),
    Column("small", .int2), Column("is_open", .bool), Column("moment", .timestamptz),
    Column("share", .float8), Column("bytes", .bytea), Column("day", .date),
    Column("amount", .numeric), Column("plain", .json), Column("indexed", .jsonb),
    Column("words", .textArray), Column("ids", .uuidArray),
  ]

  init() {}

  func encode(into writer: inout ColumnWriter) {
    writer.write("id", id)
    writer.write("title", title)
    writer.write("large", large)
    writer.write("number", number)
    writer.write("small", small)
    writer.write("is_open", isOpen)
    writer.write("moment", moment)
    writer.write("share", share)
    writer.write("bytes", bytes)
    writer.write("day", day)
    writer.write("amount", amount)
    writer.write("plain", plain)
    writer.write("indexed", indexed)
    writer.write("words", words)
    writer.write("ids", ids)
  }

  init(from row: Row) throws {
    id = try row["id"]
    title = try row["title"]
    large = try row["large"]
    number = try row["number"]
    small = try row["small"]
    isOpen = try row["is_open"]
    moment = try row["moment"]
    share = try row["share"]
    bytes = try row["bytes"]
    day = try row["day"]
    amount = try row["amount"]
    plain = try row["plain"]
    indexed = try row["indexed"]
    words = try row["words"]
    ids = try row["ids"]
  }

  static var full: Everything {
    var row = Everything()
    row.id = UUID()
    row.title = #"a "title", {with} \ and é"#
    row.large = .min
    row.number = Int(Int32.max)
    row.small = Int(Int16.min)
    row.isOpen = true
    row.moment = Date(timeIntervalSinceReferenceDate: 0.25)
    row.share = 0.1
    row.bytes = [0, 255]
    row.day = "2026-03-02"
    row.amount = "-1234.50"
    row.plain = JSONText(#"{"a":  1}"#)
    row.indexed = JSONText(#"{"a": 1}"#)
    row.words = ["", "NULL", nil, #"a "b", \{c}"#]
    row.ids = [UUID(), UUID()]
    return row
  }
}

private let declaration: Statement = """
  key uuid PRIMARY KEY, since bigint NOT NULL, organisation text NOT NULL, programme uuid,
  confidentiality smallint NOT NULL, id uuid, title text, large bigint, number int,
  small smallint, is_open boolean, moment timestamptz, share float8, bytes bytea, day date,
  amount numeric, plain json, indexed jsonb, words text[], ids uuid[]
  """

private typealias Everythings = Table<UUID, Everything>
private let table = Everythings("everything")

private func makeTables(in database: Database) async throws {
  try await database.batch([
    "CREATE TABLE everything (\(splice: declaration))",
    "CREATE TABLE everything_superseded (LIKE everything, until bigint NOT NULL, fork bigint NOT NULL)",
  ])
}

private func lines(_ count: Int) -> [Everythings.Line] {
  (0..<count).map { number in
    Everythings.Line(
      key: UUID(), since: number + 1,
      scope: RowScope(
        organisation: "NVWA", programme: number % 2 == 0 ? UUID() : nil, confidentiality: number % 3
      ),
      contents: number % 4 == 0 ? Everything() : .full)
  }
}

@Test func `a set of rows is written, found, replaced and deleted by key`() async throws {
  try await TestDatabase.with { database in
    try await makeTables(in: database)
    let lines = lines(20)
    let written = try await database.run(try table.upsert(lines))
    #expect(written.affected == 20)
    let found = try table.lines(from: try await database.run(table.select(lines.map(\.key))))
    #expect(found == Dictionary(uniqueKeysWithValues: lines.map { ($0.key, $0) }))

    let changed = lines.map {
      Everythings.Line(
        key: $0.key, since: $0.since + 100, scope: RowScope(organisation: "ILT"), contents: .full)
    }
    try await database.run(try table.upsert(changed))
    let replaced = try table.lines(from: try await database.run(table.select))
    #expect(replaced == Dictionary(uniqueKeysWithValues: changed.map { ($0.key, $0) }))

    try await database.run(table.delete(changed.prefix(15).map(\.key)))
    let left = try table.lines(from: try await database.run(table.select))
    #expect(Set(left.keys) == Set(changed.suffix(5).map(\.key)))
    try await database.batch([try table.upsert([]), table.delete([]), table.select([])])
  }
}

@Test func `superseded rows keep until when they were true`() async throws {
  try await TestDatabase.with { database in
    try await makeTables(in: database)
    let past = lines(6).map { Everythings.SupersededLine($0, until: $0.since + 7) }
    try await database.run(try table.supersede(past))
    let rows = try await database.run("SELECT * FROM everything_superseded ORDER BY since")
    let found = try rows.map(Everythings.SupersededLine.init(from:))
    #expect(found == past)
  }
}

@Test func `a thousand rows go in by copy as they would by statement`() async throws {
  try await TestDatabase.with { database in
    try await makeTables(in: database)
    let lines = lines(1_000)
    let past = lines.map { Everythings.SupersededLine($0, until: $0.since + 1) }
    let stored = try await database.transaction { session in
      try await session.copyIn(table.copySuperseded(), past)
      return try await session.copyIn(table.copy(), lines)
    }
    #expect(stored == 1_000)
    let found = try table.lines(from: try await database.run(table.select))
    let isSame = found == Dictionary(uniqueKeysWithValues: lines.map { ($0.key, $0) })
    #expect(isSame)
  }
}

private struct Misfit: TableRow {
  var day: String
  var small: Int

  static let columns = [Column("day", .date), Column("small", .int2)]

  func encode(into writer: inout ColumnWriter) {
    writer.write("day", day)
    writer.write("small", small)
  }

  init(day: String, small: Int) {
    self.day = day
    self.small = small
  }

  init(from row: Row) throws {
    self.init(day: try row["day"], small: try row["small"])
  }
}

@Test func `a value that does not fit its column is refused by name`() {
  func problem(_ row: Misfit) -> String? {
    let table = Table<Int, Misfit>("misfit")
    let line = Table<Int, Misfit>.Line(
      key: 1, since: 1, scope: RowScope(organisation: "NVWA"), contents: row)
    let error = #expect(throws: PostgresError.self) { try table.upsert([line]) }
    return error?.message
  }
  #expect(problem(Misfit(day: "2026-02-29", small: 1)) == "column day: not a day: 2026-02-29")
  #expect(problem(Misfit(day: "2026-02-28", small: 40_000)) == "column small: 40000 does not fit")
}
