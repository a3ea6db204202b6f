/// The sheet as one JSON text, its members in the order of their names.
extension Sheet {
  /// - Throws: `EncodingError.invalidValue` for a value nested deeper than may be read again.
  func written(from index: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 4 * nodes.count)
    try write(index, into: &bytes, depth: 1)
    return bytes
  }

  private func write(_ index: Int, into bytes: inout [UInt8], depth: Int) throws {
    let node = nodes[index]
    switch node.kind {
    case .leaf:
      bytes.append(contentsOf: text[Int(node.text.lowerBound)..<Int(node.text.upperBound)])
    case .empty:
      throw EncodingError.invalidValue(
        (), EncodingError.Context(codingPath: path(to: index), debugDescription: "no value"))
    case .array, .object:
      guard depth <= OutlineScanner.depthMax else {
        throw EncodingError.invalidValue(
          (), EncodingError.Context(codingPath: [], debugDescription: "nested too deep"))
      }
      if node.kind == .array {
        try writeArray(node, into: &bytes, depth: depth)
      } else {
        try writeObject(index, into: &bytes, depth: depth)
      }
    }
  }

  private func writeArray(_ node: Node, into bytes: inout [UInt8], depth: Int) throws {
    bytes.append(UInt8(ascii: "["))
    var child = Int(node.first)
    while child >= 0 {
      if child != Int(node.first) { bytes.append(UInt8(ascii: ",")) }
      try write(child, into: &bytes, depth: depth + 1)
      child = Int(nodes[child].next)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private func writeObject(_ index: Int, into bytes: inout [UInt8], depth: Int) throws {
    bytes.append(UInt8(ascii: "{"))
    if nodes[index].isSorted {
      var child = Int(nodes[index].first)
      while child >= 0 {
        try writeMember(child, into: &bytes, depth: depth)
        child = Int(nodes[child].next)
      }
    } else {
      for child in sortedMembers(of: index) { try writeMember(child, into: &bytes, depth: depth) }
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func writeMember(_ child: Int, into bytes: inout [UInt8], depth: Int) throws {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    let name = nodes[child].name
    bytes.appendQuoted(text[Int(name.lowerBound)..<Int(name.upperBound)])
    bytes.append(UInt8(ascii: ":"))
    try write(child, into: &bytes, depth: depth + 1)
  }

  /// Of a name that was encoded twice the last counts.
  private func sortedMembers(of index: Int) -> [Int] {
    var members = children(of: index)
    members.sort { left, right in
      let (one, other) = (nodes[left].name, nodes[right].name)
      if precedes(one, other) { return true }
      return !precedes(other, one) && left < right
    }
    guard members.count > 1 else { return members }
    return members.indices.compactMap { place in
      let isLast = place == members.count - 1
      return isLast || precedes(nodes[members[place]].name, nodes[members[place + 1]].name)
        ? members[place] : nil
    }
  }
}

extension [UInt8] {
  /// Appends `text` as a JSON text, with the escapes that `JSONEncoder` uses.
  mutating func appendQuoted(_ text: String) {
    var text = text
    text.withUTF8 { appendQuoted($0) }
  }

  mutating func appendQuoted(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { appendQuoted($0) }
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var start = 0
    for (at, byte) in text.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      append(contentsOf: text[start..<at])
      appendEscaped(byte)
      start = at + 1
    }
    append(contentsOf: text[start...])
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: append(UInt8(ascii: "b"))
    case 0x0C: append(UInt8(ascii: "f"))
    case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
    case 0..<0x20:
      append(contentsOf: "u00".utf8)
      append(HexDigits.digit(of: byte >> 4))
      append(HexDigits.digit(of: byte))
    case _: append(byte)
    }
  }
}
