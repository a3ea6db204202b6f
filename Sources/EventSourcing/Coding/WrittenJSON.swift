/// One value of a JSON text as it is written there, for whoever reads the text around it and passes the value on.
///
/// An object or an array keeps its bytes; any other value, and one from another decoder than `Payload`'s, is written
/// anew.
public struct WrittenJSON: Decodable, Hashable, Sendable {
  /// One JSON text in UTF-8.
  public let bytes: [UInt8]

  public init(from decoder: any Decoder) throws {
    if let payload = PayloadDecoder(decoder),
      let bytes = payload.outline.container(at: payload.index)
    {
      self.bytes = Array(bytes)
    } else {
      bytes = try Payload.encode(json: JSON(from: decoder))
    }
  }
}

extension Outline {
  /// The bytes of the object or array at `index`; nil when another value stands there, or the name around the text.
  fileprivate func container(at index: Int) -> ArraySlice<UInt8>? {
    let mark = marks[index]
    return switch mark.kind {
    case .object where !mark.range.isEmpty, .array: bytes[mark.range]
    case .object, .null, .yes, .no, .whole, .number, .ascii, .unicode, .escaped, .name: nil
    }
  }
}
