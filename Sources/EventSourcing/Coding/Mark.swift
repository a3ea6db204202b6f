/// Where one value of a JSON text stands, and what kind of value it is.
struct Mark {
  enum Kind: UInt8 {
    case null
    case yes
    case no
    /// A number without fraction or exponent.
    case whole
    case number
    /// Text between quotes that is ASCII and stands there as it is.
    case ascii
    /// Text between quotes that stands there as it is and is not all ASCII.
    case unicode
    /// Text between quotes that holds escapes.
    case escaped
    case array
    case object
    /// The name around the payload, which stands outside the text.
    case name
  }

  let kind: Kind
  /// The first byte, within the quotes of a text.
  let start: UInt32
  /// The byte after the last, within the quotes of a text.
  var end: UInt32
  /// The mark after this one and all that it holds.
  var next: UInt32

  var range: Range<Int> { Int(start)..<Int(end) }

  var isText: Bool {
    switch kind {
    case .ascii, .unicode, .escaped: true
    case .null, .yes, .no, .whole, .number, .array, .object, .name: false
    }
  }

  /// The kind of value in a word, for whoever has to find out what is wrong.
  var noun: String {
    switch kind {
    case .null: "null"
    case .yes, .no: "a Boolean"
    case .whole, .number: "a number"
    case .ascii, .unicode, .escaped, .name: "a text"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// What keeps bytes from being JSON (RFC 8259), and at which byte.
enum JSONFault: Error, Equatable {
  case cutOff
  case unexpectedByte(at: Int)
  case notUTF8(at: Int)
  case brokenEscape(at: Int)
  case tooDeep(at: Int)
  case tooLong
}
