/// A value that is kept as one text, read from the bytes of that text without a `String` in between.
///
/// Most of an event is such values, so what they cost is what a replay costs.
public protocol TextCoded: Codable, CustomStringConvertible {
  /// Reads the text form that `description` gives; nil for any other text.
  init?(utf8: UTF8Span)
}

extension TextCoded {
  /// Inlined where a type conforms: without knowing the type, Swift would look its optional up each time.
  ///
  /// - Throws: `DecodingError`, which tells the type and the place and never the text.
  @inlinable
  public init(from decoder: any Decoder) throws {
    let text = try CodedText(from: decoder)
    let span = UTF8Span(
      unchecked: text.bytes.span.extracting(text.range), isKnownASCII: text.isASCII)
    guard let value = Self(utf8: span) else {
      throw CodedText.refusal(by: Self.self, from: decoder)
    }
    self = value
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A text within other bytes, known to be UTF-8.
@usableFromInline
struct CodedText {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let range: Range<Int>
  @usableFromInline let isASCII: Bool

  /// The text that `decoder` is at, whatever decoder it is.
  @usableFromInline
  init(from decoder: any Decoder) throws {
    guard let payload = PayloadDecoder(decoder) else {
      self.init(try decoder.singleValueContainer().decode(String.self))
      return
    }
    let outline = payload.outline
    let mark = outline.marks[payload.index]
    switch mark.kind {
    case .ascii, .unicode:
      self.init(bytes: outline.bytes, range: mark.range, isASCII: mark.kind == .ascii)
    case .escaped: self.init(outline.text(at: payload.index))
    case .null, .yes, .no, .whole, .number, .array, .object, .name:
      throw outline.mismatch(String.self, at: payload.index)
    }
  }

  private init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes: bytes, range: 0..<bytes.count, isASCII: false)
  }

  private init(bytes: [UInt8], range: Range<Int>, isASCII: Bool) {
    self.bytes = bytes
    self.range = range
    self.isASCII = isASCII
  }

  @usableFromInline
  static func refusal(by type: Any.Type, from decoder: any Decoder) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: decoder.codingPath, debugDescription: "not a \(type)",
        underlyingError: PayloadFault(reason: .refused)))
  }
}

extension PayloadDecoder {
  /// `decoder`, when it is one of these.
  ///
  /// Comparing its type costs next to nothing, unlike `as?`.
  @inline(__always)
  init?<Some: Decoder>(_ decoder: Some) {
    guard Some.self == PayloadDecoder.self else { return nil }
    self = unsafeBitCast(decoder, to: PayloadDecoder.self)
  }
}
