extension Outline {
  /// The value at `index`, whatever it is.
  ///
  /// It calls itself no deeper than the scanner lets arrays and objects lie in each other.
  /// - Throws: `DecodingError.dataCorrupted` for a number that `Double` cannot hold.
  func json(at index: Int) throws -> JSON {
    switch marks[index].kind {
    case .null: .null
    case .yes: .bool(true)
    case .no: .bool(false)
    case .whole, .number: try number(at: index)
    case .ascii, .unicode, .escaped, .name: .string(text(at: index))
    case .array: .array(try elements(of: index).map { try json(at: $0) })
    case .object:
      .object(
        Dictionary(
          try names(of: index).map { (text(at: $0), try json(at: $0 + 1)) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  private func number(at index: Int) throws -> JSON {
    if let whole = whole(Int.self, at: index) { return .integer(whole) }
    guard let number = fraction(Double.self, at: index) else {
      throw corrupted(Double.self, .outOfRange, at: index)
    }
    return .number(number)
  }

  /// The marks of the elements of the array at `array`.
  func elements(of array: Int) -> [Int] {
    let end = Int(marks[array].next)
    var elements: [Int] = []
    var index = array + 1
    while index < end {
      elements.append(index)
      index = Int(marks[index].next)
    }
    return elements
  }
}

extension JSON {
  /// Writes it without making a tree of it first, which it is already.
  func write(into bytes: inout [UInt8], depth: Int) throws {
    switch self {
    case .null, .bool, .integer, .number: bytes.append(contentsOf: try Payload.encode(self))
    case .string(let text): bytes.appendQuoted(text)
    case .array(let elements):
      try Self.check(depth)
      bytes.append(UInt8(ascii: "["))
      for (place, element) in elements.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        try element.write(into: &bytes, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      try Self.check(depth)
      bytes.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (place, member) in sorted.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendQuoted(member.key)
        bytes.append(UInt8(ascii: ":"))
        try member.value.write(into: &bytes, depth: depth + 1)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func check(_ depth: Int) throws {
    guard depth <= OutlineScanner.depthMax else {
      throw EncodingError.invalidValue(
        (), EncodingError.Context(codingPath: [], debugDescription: "nested too deep"))
    }
  }
}
