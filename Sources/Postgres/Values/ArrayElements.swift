extension Cell {
  /// The elements of a one-dimensional array, each a cell of its own.
  func elements() throws -> [Cell] {
    isBinary ? try elementsOfBinary() : try elementsOfText()
  }

  private func elementsOfBinary() throws -> [Cell] {
    try withBytes { bytes in
      guard type == .unknown || type.name.hasSuffix("[]") || type.oid >= 16384,
        let dimensions: Int32 = bytes.bigEndian(at: 0),
        let element: UInt32 = bytes.bigEndian(at: 8)
      else { throw mismatch("not an array") }
      guard dimensions != 0 else { return [] }
      guard dimensions == 1, let count: Int32 = bytes.bigEndian(at: 12) else {
        throw mismatch("an array of \(dimensions) dimensions")
      }
      let type = PostgresType(oid: element)
      var cells: [Cell] = []
      cells.reserveCapacity(Int(count))
      var offset = 20
      for _ in 0..<count {
        guard let length: Int32 = bytes.bigEndian(at: offset) else { throw mismatch("cut short") }
        offset += 4
        let end = offset + Int(max(0, length))
        guard end <= bytes.count else { throw mismatch("cut short") }
        let value = length < 0 ? nil : UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
        cells.append(Cell(type: type, isBinary: true, bytes: value, owner: owner))
        offset = end
      }
      return cells
    }
  }

  private func elementsOfText() throws -> [Cell] {
    guard let element = PostgresType.known.first(where: { $0.arrayOID == type.oid }) else {
      throw mismatch("not an array that is read from text")
    }
    return try withBytes { bytes in
      guard var parser = ArrayText(Array(bytes)), let elements = parser.elements() else {
        throw mismatch("not a one-dimensional array")
      }
      return elements.map { value in
        guard let value else {
          return Cell(type: element, isBinary: false, bytes: nil, owner: nil)
        }
        let copy = OwnedBytes(value)
        return Cell(type: element, isBinary: false, bytes: copy.bytes, owner: copy)
      }
    }
  }
}

/// Bytes that live as long as somebody holds them.
private final class OwnedBytes {
  let bytes: UnsafeRawBufferPointer

  init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 1)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
  }

  deinit { bytes.deallocate() }
}

/// The text form of an array: `{1,NULL,"a \"b\""}`.
private struct ArrayText {
  private let bytes: [UInt8]
  private var index = 1

  /// Bounds that begin elsewhere than at 1 stand before the braces, `[0:1]={a,b}`; elements have no
  /// numbers here, so they are passed over.
  init?(_ bytes: [UInt8]) {
    let hasBounds = bytes.first == UInt8(ascii: "[")
    let bytes = hasBounds ? Array(bytes.drop { $0 != UInt8(ascii: "{") }) : bytes
    guard bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return nil }
    self.bytes = bytes
  }

  mutating func elements() -> [[UInt8]?]? {
    var elements: [[UInt8]?] = []
    if bytes.count == 2 { return elements }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"): return nil
      case UInt8(ascii: "\""): elements.append(quoted())
      case _: elements.append(plain())
      }
      guard index < bytes.count else { return nil }
      index += 1
    }
    return elements
  }

  private mutating func quoted() -> [UInt8] {
    var element: [UInt8] = []
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] == UInt8(ascii: "\\") { index += 1 }
      if index < bytes.count { element.append(bytes[index]) }
      index += 1
    }
    index += 1
    return element
  }

  private mutating func plain() -> [UInt8]? {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: ","),
      bytes[index] != UInt8(ascii: "}")
    {
      index += 1
    }
    let element = Array(bytes[start..<index])
    return element.elementsEqual("NULL".utf8) ? nil : element
  }
}
