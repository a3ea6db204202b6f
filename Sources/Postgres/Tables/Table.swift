/// A read model's table: a key, the position since which a row is true, who may see it, and the row's
/// own columns.
///
/// Rows go in sets, one array for each column, so a thousand rows are one statement. Beside it stands
/// `<name>_superseded` with the rows that are no longer true, the position `until` which each was, and the
/// `fork` of `PositionTree` by which those of a moment are found.
public struct Table<Key: TableKey, Contents: TableRow>: Sendable {
  /// A row as it stands in the table.
  public struct Line: Equatable, Sendable {
    public let key: Key
    /// The position of the event that made it so.
    public let since: Int
    public let scope: RowScope
    public let contents: Contents

    public init(key: Key, since: Int, scope: RowScope, contents: Contents) {
      self.key = key
      self.since = since
      self.scope = scope
      self.contents = contents
    }
  }

  /// A row that is no longer true.
  public struct SupersededLine: Equatable, Sendable {
    public let line: Line
    /// The position of the event that ended it.
    public let until: Int

    public init(_ line: Line, until: Int) {
      self.line = line
      self.until = until
    }
  }

  public let name: SQLName
  public let schema: SQLName?
  private let columns: [Column]

  public init(_ name: SQLName, schema: SQLName? = nil) {
    self.name = name
    self.schema = schema
    columns =
      [Column("key", Self.keyType), Column("since", .int8)] + RowScope.columns + Contents.columns
  }

  private static var keyType: ColumnType {
    guard let type = ColumnType.allCases.first(where: { $0.postgresType == Key.postgresType })
    else { preconditionFailure("\(Key.self) is sent as \(Key.postgresType): not a key's type") }
    return type
  }

  private var supersededColumns: [Column] {
    columns + [Column("until", .int8), Column("fork", .int8)]
  }

  private var quotedSchema: String { schema.map { $0.quoted + "." } ?? "" }

  private var live: String { quotedSchema + name.quoted }

  private var superseded: String {
    quotedSchema + SQLName(quoting: name.name + "_superseded").quoted
  }

  /// Writes rows whether they are there or not; a key may occur once.
  public func upsert(_ lines: [Line]) throws(PostgresError) -> Statement {
    var statement = try insertion(into: live, columns, lines) { line, writer in
      line.encode(into: &writer)
    }
    let changes = columns.dropFirst().map { "\($0.name.quoted) = excluded.\($0.name.quoted)" }
    statement.append(
      text: " ON CONFLICT (key) DO UPDATE SET \(changes.joined(separator: ", "))")
    return statement
  }

  /// Adds rows to the history.
  public func supersede(_ lines: [SupersededLine]) throws(PostgresError) -> Statement {
    try insertion(into: superseded, supersededColumns, lines) { $0.encode(into: &$1) }
  }

  public func delete(_ keys: [Key]) -> Statement {
    var statement = Statement()
    statement.append(text: "DELETE FROM \(live)")
    return "\(splice: statement) WHERE key = ANY (\(keys))"
  }

  /// Takes what rows were out of the history.
  public func deleteSuperseded(_ keys: [Key]) -> Statement {
    var statement = Statement()
    statement.append(text: "DELETE FROM \(superseded)")
    return "\(splice: statement) WHERE key = ANY (\(keys))"
  }

  /// Asks for one row under `keys`, of now or of before, that came about or ended at none of `positions`.
  public func stranger(to positions: [Int], under keys: [Key]) -> Statement {
    var (now, before) = (Statement(), Statement())
    now.append(text: "SELECT FROM \(live)")
    before.append(text: "SELECT FROM \(superseded)")
    return """
      (\(splice: now) WHERE key = ANY (\(keys)) AND since <> ALL (\(positions)))
      UNION ALL (\(splice: before) WHERE key = ANY (\(keys))
        AND (since <> ALL (\(positions)) OR until <> ALL (\(positions)))) LIMIT 1
      """
  }

  public func select(_ keys: [Key]) -> Statement {
    "\(splice: select) WHERE key = ANY (\(keys))"
  }

  /// Every row; more conditions may be spliced behind it.
  public var select: Statement {
    var statement = Statement()
    statement.append(text: "SELECT \(Self.list(columns)) FROM \(live)")
    return statement
  }

  /// The rows in the answer to `select`, by key.
  public func lines(from rows: Rows) throws -> [Key: Line] {
    var lines: [Key: Line] = [:]
    lines.reserveCapacity(rows.count)
    for row in rows {
      let line = try Line(from: row)
      lines[line.key] = line
    }
    return lines
  }

  private func insertion<Element>(
    into table: String, _ columns: [Column], _ elements: [Element],
    _ encode: (Element, inout ColumnWriter) -> Void
  ) throws(PostgresError) -> Statement {
    var writer = ColumnWriter(columns, .arrays)
    for element in elements {
      writer.beginRow()
      encode(element, &writer)
      writer.endRow()
    }
    if let problem = writer.problem { throw problem }
    let values = columns.enumerated().map { index, column in
      column.type.unnestedType == column.type.postgresType
        ? "u.c\(index)" : "u.c\(index)::\(column.type.postgresType)"
    }
    var statement = Statement()
    statement.append(
      text: "INSERT INTO \(table) (\(Self.list(columns))) SELECT \(values.joined(separator: ", "))"
        + " FROM unnest(")
    for (index, column) in columns.enumerated() {
      if index > 0 { statement.append(text: ", ") }
      statement.append(
        arrayOf: column.type.unnestedType, count: elements.count, hasNull: writer.hasNull[index],
        writer.buffers[index])
    }
    let names = columns.indices.map { "c\($0)" }
    statement.append(text: ") AS u(\(names.joined(separator: ", ")))")
    return statement
  }

  static func list(_ columns: [Column]) -> String {
    columns.map(\.name.quoted).joined(separator: ", ")
  }
}

extension Table {
  /// Rows for a binary COPY into the table.
  public func copy() -> BinaryCopy<Line> {
    BinaryCopy(into: live, columns) { $0.encode(into: &$1) }
  }

  /// Rows for a binary COPY into its history.
  public func copySuperseded() -> BinaryCopy<SupersededLine> {
    BinaryCopy(into: superseded, supersededColumns) { $0.encode(into: &$1) }
  }
}

extension Table.Line {
  public init(from row: Row) throws {
    key = try row["key"]
    since = try row["since"]
    scope = try RowScope(from: row)
    contents = try Contents(from: row)
  }

  func encode(into writer: inout ColumnWriter) {
    writer.write("key", key)
    writer.write("since", since)
    scope.encode(into: &writer)
    contents.encode(into: &writer)
  }
}

extension Table.SupersededLine {
  public init(from row: Row) throws {
    line = try Table.Line(from: row)
    until = try row["until"]
  }

  func encode(into writer: inout ColumnWriter) {
    line.encode(into: &writer)
    writer.write("until", until)
    writer.write("fork", PositionTree.fork(from: line.since, upTo: until))
  }
}
