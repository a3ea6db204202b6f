/// What stands where in one JSON text, read once and checked throughout.
///
/// Whoever decodes follows its marks: nothing is looked for twice, nothing is copied before somebody
/// wants it, and no broken text is found half-way.
final class Outline: Sendable {
  let bytes: [UInt8]
  let marks: [Mark]
  /// The name under which the text is presented, as if it read `{"name": text}`.
  let name: String?

  /// - Throws: `DecodingError.dataCorrupted` for anything but one JSON text in UTF-8.
  init(_ bytes: [UInt8], named name: String? = nil) throws(DecodingError) {
    var scanner = OutlineScanner(bytes)
    do throws(JSONFault) {
      try scanner.scan(named: name)
    } catch {
      throw .dataCorrupted(
        DecodingError.Context(
          codingPath: [], debugDescription: "not JSON", underlyingError: error))
    }
    self.bytes = bytes
    self.marks = scanner.marks
    self.name = name
  }
}

/// The members of an object.
extension Outline {
  /// The value under `key` in the object at `object`: the first, where a name stands twice.
  func member(_ key: String, of object: Int) -> Int? {
    if object == 0, let name { return name == key ? 2 : nil }
    var key = key
    let plain: Int? = key.withUTF8 { key in
      let end = Int(marks[object].next)
      var index = object + 1
      while index < end {
        let mark = marks[index]
        if mark.kind == .ascii {
          if isSame(mark, key) { return index + 1 }
        } else {
          return nil
        }
        index = Int(marks[index + 1].next)
      }
      return -1
    }
    guard let plain else { return memberInFull(key, of: object) }
    return plain < 0 ? nil : plain
  }

  /// Names that are not plain ASCII are the same when the texts they mean are.
  private func memberInFull(_ key: String, of object: Int) -> Int? {
    names(of: object).first { text(at: $0) == key }.map { $0 + 1 }
  }

  @inline(__always)
  private func isSame(_ mark: Mark, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(mark.start)
    guard Int(mark.end) - start == key.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<key.count where bytes[start &+ offset] != key[offset] { return false }
      return true
    }
  }

  /// The name of the one member of the object at `object`; nil when it has not one.
  func onlyName(of object: Int) -> String? {
    if object == 0, let name { return name }
    let next = marks[object].next
    guard next > object + 1, marks[object + 2].next == next else { return nil }
    return text(at: object + 1)
  }

  /// The marks of the names in the object at `object`, in the order of the text.
  func names(of object: Int) -> [Int] {
    let end = Int(marks[object].next)
    var names: [Int] = []
    var index = object + 1
    while index < end {
      names.append(index)
      index = Int(marks[index + 1].next)
    }
    return names
  }
}

extension Outline {
  /// The text at `index`, which must be one.
  func text(at index: Int) -> String {
    let mark = marks[index]
    return switch mark.kind {
    case .ascii, .unicode: standing(mark)
    case .escaped: unescaped(mark)
    case .name: name ?? ""
    case .null, .yes, .no, .whole, .number, .array, .object: ""
    }
  }

  private func standing(_ mark: Mark) -> String {
    let bytes = bytes
    return String(
      copying: UTF8Span(
        unchecked: bytes.span.extracting(mark.range), isKnownASCII: mark.kind == .ascii))
  }

  private func unescaped(_ mark: Mark) -> String {
    String(unsafeUninitializedCapacity: mark.range.count) { room in
      var count = 0
      func write(_ byte: UInt8) {
        room[count] = byte
        count += 1
      }
      var at = Int(mark.start)
      while at < Int(mark.end) {
        if bytes[at] == UInt8(ascii: "\\") {
          let (scalar, length) = escape(at: at)
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { write(byte) }
          at += length
        } else {
          write(bytes[at])
          at += 1
        }
      }
      return count
    }
  }

  /// The scalar that the escape at `at` stands for, and how many bytes it takes.
  private func escape(at: Int) -> (Unicode.Scalar, length: Int) {
    switch bytes[at + 1] {
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"): break
    case let byte: return (Unicode.Scalar(byte), 2)
    }
    let unit = codeUnit(at: at + 2)
    guard (0xD800...0xDBFF).contains(unit) else {
      return (Unicode.Scalar(unit) ?? "\u{FFFD}", 6)
    }
    let low = codeUnit(at: at + 8)
    return (Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + low - 0xDC00) ?? "\u{FFFD}", 12)
  }

  private func codeUnit(at: Int) -> UInt32 {
    bytes[at..<(at + 4)].reduce(0) { $0 << 4 | UInt32(HexDigits.value(of: $1) ?? 0) }
  }
}
