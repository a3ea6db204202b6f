/// Why bytes from outside are not taken for one JSON text.
public enum JSONProblem: Error, Hashable, Sendable {
  /// It stops being JSON in UTF-8 (RFC 8259) in this line, counted from 1.
  case malformed(line: Int)
  /// An object has this name twice: one program would read the first value, another the last.
  case repeatedName(String)
  /// A number that cannot be held.
  case numberOutOfRange
}

extension JSON {
  /// The one JSON text in `bytes`, in which nothing can be read in two ways.
  ///
  /// The log's own payloads are read as `Payload` reads them; this is for what others send.
  public init(strictly bytes: [UInt8]) throws(JSONProblem) {
    let outline: Outline
    do throws(DecodingError) {
      outline = try Outline(bytes)
    } catch {
      throw .malformed(line: error.fault?.line(in: bytes) ?? 1)
    }
    if let name = outline.repeatedName { throw .repeatedName(name) }
    do {
      self = try outline.json(at: 0)
    } catch {
      throw .numberOutOfRange
    }
  }
}

extension Outline {
  /// The first name that stands twice in one object; nil when none does.
  fileprivate var repeatedName: String? {
    for (index, mark) in marks.enumerated() where mark.kind == .object {
      var seen: Set<String> = []
      for name in names(of: index) where !seen.insert(text(at: name)).inserted {
        return text(at: name)
      }
    }
    return nil
  }
}

extension DecodingError {
  fileprivate var fault: JSONFault? {
    guard case .dataCorrupted(let context) = self else { return nil }
    return context.underlyingError as? JSONFault
  }
}

extension JSONFault {
  /// The line in which it shows, counted from 1.
  fileprivate func line(in bytes: [UInt8]) -> Int {
    bytes.prefix(place ?? bytes.count).count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The byte at which it shows; nil for the end.
  private var place: Int? {
    switch self {
    case .cutOff, .tooLong: nil
    case .unexpectedByte(let at), .notUTF8(let at), .brokenEscape(let at), .tooDeep(let at): at
    }
  }
}
