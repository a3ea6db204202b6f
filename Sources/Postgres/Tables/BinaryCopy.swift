/// Rows encoded for `COPY … FROM STDIN (FORMAT binary)`.
///
/// Append rows, send what `takeBytes` gives from time to time, and after `end` once more.
public struct BinaryCopy<Element> {
  /// The COPY that takes the rows.
  public let statement: Statement
  private var writer: ColumnWriter
  private let encode: (Element, inout ColumnWriter) -> Void

  init(
    into table: String, _ columns: [Column],
    _ encode: @escaping (Element, inout ColumnWriter) -> Void
  ) {
    var statement = Statement()
    let names = columns.map(\.name.quoted).joined(separator: ", ")
    statement.append(text: "COPY \(table) (\(names)) FROM STDIN (FORMAT binary)")
    self.statement = statement.unprepared
    self.encode = encode
    writer = ColumnWriter(columns, .copy)
    writer.appendRaw(Self.header)
  }

  /// Rows for columns of any table.
  public init(
    into table: SQLName, schema: SQLName? = nil, columns: [Column],
    _ encode: @escaping (Element, inout ColumnWriter) -> Void
  ) {
    self.init(
      into: (schema.map { $0.quoted + "." } ?? "") + table.quoted, columns, encode)
  }

  /// Bytes that wait to be sent.
  public var waitingBytes: Int { writer.buffers[0].count }

  public mutating func append(_ element: Element) throws(PostgresError) {
    writer.beginRow()
    encode(element, &writer)
    writer.endRow()
    if let problem = writer.problem { throw problem }
  }

  public mutating func end() { writer.appendRaw(Self.trailer) }

  public mutating func takeBytes() -> [UInt8] { writer.takeBytes() }

  private static var header: [UInt8] {
    Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
  }

  private static var trailer: [UInt8] { [0xFF, 0xFF] }
}

extension Session {
  /// Stores `elements` by way of COPY.
  ///
  /// - Returns: how many rows were stored.
  @discardableResult
  nonisolated(nonsending) public func copyIn<Element>(
    _ copy: BinaryCopy<Element>, _ elements: some Sequence<Element>
  ) async throws -> Int {
    var copy = copy
    return try await copyIn(copy.statement) { writer in
      for element in elements {
        try copy.append(element)
        if copy.waitingBytes > 256 * 1024 { try await writer.write(copy.takeBytes()) }
      }
      copy.end()
      try await writer.write(copy.takeBytes())
    }
  }
}
