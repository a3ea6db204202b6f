public import Foundation

extension UUID: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .uuid }

  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    withUnsafeBytes(of: uuid) { bytes.append(contentsOf: $0) }
  }

  public init(from cell: Cell) throws { self = try cell.uuid() }
}

extension Cell {
  func uuid() throws -> UUID {
    guard isBinary else {
      guard let uuid = UUID(uuidString: try text()) else { throw mismatch("not a UUID") }
      return uuid
    }
    guard type == .uuid else { throw mismatch("not a UUID") }
    return try withBytes { bytes in
      guard bytes.count == 16 else { throw mismatch("not 16 bytes") }
      return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
  }
}
