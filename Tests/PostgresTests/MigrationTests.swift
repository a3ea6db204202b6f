import Foundation
import Postgres
import TestSupport
import Testing

/// A folder that is there for the length of a test.
private final class Folder {
  let path: String

  init(_ files: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.path + "/migrations-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, sql) in files { try write(sql, to: name) }
  }

  func write(_ sql: String, to name: String) throws {
    try sql.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private let tables = [
  "0001-one.sql": "CREATE TABLE one (n int); INSERT INTO one VALUES (1);",
  "0002-two.sql": "CREATE TABLE two (n int);",
]

@Test func `each migration is applied once, in order`() async throws {
  try await TestDatabase.with { database in
    let folder = try Folder(tables)
    let applied = try await Migrations(folder: folder.path).apply(to: database)
    #expect(applied.map(\.fileName) == ["0001-one.sql", "0002-two.sql"])
    let again = try await Migrations(folder: folder.path).apply(to: database)
    #expect(again.isEmpty)
    try folder.write("INSERT INTO two VALUES (3)", to: "0003-three.sql")
    let third = try await Migrations(folder: folder.path).apply(to: database)
    #expect(third.map(\.number) == [3])
    let rows = try await database.run("SELECT number, title FROM schema_migration ORDER BY number")
    #expect(try rows.map { try $0["title"] as String } == ["one", "two", "three"])
  }
}

@Test func `a changed, a missing and a belated migration are each refused`() async throws {
  try await TestDatabase.with { database in
    let folder = try Folder(tables)
    try await Migrations(folder: folder.path).apply(to: database)

    try folder.write("CREATE TABLE other (n int)", to: "0001-one.sql")
    let changed = await #expect(throws: MigrationFailure.self) {
      try await Migrations(folder: folder.path).apply(to: database)
    }
    guard case .changed(1, "one") = changed else {
      Issue.record("\(String(describing: changed))")
      return
    }

    try folder.remove("0001-one.sql")
    let missing = await #expect(throws: MigrationFailure.self) {
      try await Migrations(folder: folder.path).apply(to: database)
    }
    guard case .missing(1, "one") = missing else {
      Issue.record("\(String(describing: missing))")
      return
    }
  }
  try await TestDatabase.with { database in
    let folder = try Folder(["0002-two.sql": "CREATE TABLE two (n int)"])
    try await Migrations(folder: folder.path).apply(to: database)
    try folder.write("CREATE TABLE one (n int)", to: "0001-one.sql")
    let belated = await #expect(throws: MigrationFailure.self) {
      try await Migrations(folder: folder.path).apply(to: database)
    }
    guard case .outOfOrder(1, "one", applied: 2) = belated else {
      Issue.record("\(String(describing: belated))")
      return
    }
  }
}

@Test func `a migration that fails leaves nothing, and those before it stay`() async throws {
  try await TestDatabase.with { database in
    let folder = try Folder(tables)
    try folder.write("CREATE TABLE three (n int); SELECT 1 / 0;", to: "0003-three.sql")
    let failure = await #expect(throws: MigrationFailure.self) {
      try await Migrations(folder: folder.path).apply(to: database)
    }
    guard case .failed(file: "0003-three.sql", let error) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(error.sqlState == .divisionByZero)
    let row = try await database.run(
      """
      SELECT to_regclass('three')::text AS three,
             (SELECT count(*) FROM schema_migration) AS applied
      """
    ).only()
    #expect(try row["three"] as String? == nil)
    #expect(try row["applied"] == 2)
    try folder.write("CREATE TABLE three (n int)", to: "0003-three.sql")
    let repaired = try await Migrations(folder: folder.path).apply(to: database)
    #expect(repaired.map(\.number) == [3])
  }
}

@Test func `nodes that migrate at once apply everything once`() async throws {
  try await TestDatabase.with { database in
    let folder = try Folder(tables)
    let migrations = try Migrations(folder: folder.path)
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 { group.addTask { try await migrations.apply(to: database).count } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts.sorted() == [0, 0, 0, 2])
    let rows = try await database.run("SELECT * FROM one")
    #expect(rows.count == 1)
  }
}

@Test func `a folder that makes no sense is refused before anything is applied`() throws {
  for (files, expected) in [
    (["1-one.sql": ""], "The file 1-one.sql is not called NNNN-title.sql."),
    (["one.sql": ""], "The file one.sql is not called NNNN-title.sql."),
    (["0001-a.sql": "", "0001-b.sql": ""], "Two migrations have the number 1."),
  ] {
    let folder = try Folder(files)
    let failure = #expect(throws: MigrationFailure.self) { try Migrations(folder: folder.path) }
    #expect(failure?.description == expected)
  }
  #expect(throws: MigrationFailure.self) { try Migrations(folder: "/nowhere") }
}

@Test func `repeatable objects are made anew each time, whatever they call`() async throws {
  try await TestDatabase.with { database in
    let folder = try Folder([
      "a.sql": "CREATE OR REPLACE FUNCTION a() RETURNS int LANGUAGE sql AS 'SELECT b() + 1';",
      "b.sql": "CREATE OR REPLACE FUNCTION b() RETURNS int LANGUAGE sql AS 'SELECT 1';",
    ])
    try await RepeatableObjects(folder: folder.path).deploy(to: database)
    let two: Int = try await database.run("SELECT a() AS a").only()["a"]
    #expect(two == 2)
    try folder.write(
      "CREATE OR REPLACE FUNCTION b() RETURNS int LANGUAGE sql AS 'SELECT 41'", to: "b.sql")
    try await RepeatableObjects(folder: folder.path).deploy(to: database)
    let many: Int = try await database.run("SELECT a() AS a").only()["a"]
    #expect(many == 42)
    try folder.write(
      "CREATE OR REPLACE FUNCTION a() RETURNS int LANGUAGE sql AS 'nonsense'", to: "a.sql")
    try folder.write("SELECT 1 / 0", to: "c.sql")
    let failure = await #expect(throws: MigrationFailure.self) {
      try await RepeatableObjects(folder: folder.path).deploy(to: database)
    }
    #expect(failure?.description == "The file c.sql failed: division by zero")
    let still: Int = try await database.run("SELECT a() AS a").only()["a"]
    #expect(still == 42)
  }
}
