import Foundation

extension String: PostgresEncodable, PostgresDecodable {
  public static var postgresType: PostgresType { .text }

  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.append(contentsOf: utf8)
  }

  /// Reads text, JSON, an enumeration, a UUID, a calendar day or a `numeric` as PostgreSQL would
  /// write it.
  public init(from cell: Cell) throws {
    self = cell.isBinary ? try cell.textOfBinary() : try cell.text()
  }
}

extension Cell {
  /// The first number PostgreSQL gives to types that users make; enumerations send their label.
  private static let firstUserOID: UInt32 = 16384

  fileprivate func textOfBinary() throws -> String {
    switch type {
    case .text, .varchar, .bpchar, .name, .json, .xml, .unknown: try text()
    case .jsonb: try withBytes { String(decoding: $0.dropFirst(), as: UTF8.self) }
    case .uuid: try uuid().uuidString.lowercased()
    case .date: CalendarDay.text(daysSince2000: try bigEndian(as: Int32.self))
    case .numeric: try withBytes { try Numeric.text(binary: $0) }
    case .void: ""
    case _ where type.oid >= Self.firstUserOID: try text()
    case _: throw mismatch("not a type that reads as text")
    }
  }

  /// The bytes of a `bytea`, or of a text or JSON value.
  func octets() throws -> [UInt8] {
    try withBytes { bytes in
      switch (isBinary, type) {
      case (true, .jsonb): Array(bytes.dropFirst())
      case (true, .bytea), (_, .text), (_, .varchar), (_, .json), (false, .jsonb): Array(bytes)
      case (false, .bytea): try octets(hexadecimal: bytes)
      case (_, _): throw mismatch("not a type that reads as bytes")
      }
    }
  }

  /// Reads `\x0aff`.
  private func octets(hexadecimal bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
    guard bytes.starts(with: #"\x"#.utf8), bytes.count % 2 == 0 else {
      throw mismatch("not bytea in hexadecimal")
    }
    return try stride(from: 2, to: bytes.count, by: 2).map { index in
      guard let high = bytes[index].hexadecimalDigit,
        let low = bytes[index + 1].hexadecimalDigit
      else { throw mismatch("not bytea in hexadecimal") }
      return high << 4 | low
    }
  }
}

extension UInt8 {
  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    case _: nil
    }
  }
}

/// JSON text, bound as `json`; `jsonb` columns take it by assignment.
///
/// The text goes as it is: what is not JSON is refused by the server.
public struct JSONText: PostgresEncodable, PostgresDecodable, Hashable {
  public let bytes: [UInt8]

  public init(_ text: String) { bytes = Array(text.utf8) }
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public static var postgresType: PostgresType { .json }
  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.append(contentsOf: self.bytes)
  }
  public init(from cell: Cell) throws { bytes = try cell.octets() }
}
