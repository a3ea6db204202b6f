/// An array that grows one element after another, each put into its binary form as it comes.
///
/// Sent as `[Element]` would be, without that array ever being there: for what binds many arrays of many
/// elements at a time.
public struct EncodedArray<Element: PostgresEncodable>: PostgresEncodable {
  @usableFromInline var elements: [UInt8] = []
  @usableFromInline var hasNull = false
  /// How many elements there are.
  public private(set) var count = 0

  public init() {}

  public static var postgresType: PostgresType { Element.postgresArrayType }

  /// Appends `element`.
  ///
  /// - Throws: why it cannot be sent; nothing was appended then.
  @inlinable
  public mutating func append(_ element: Element) throws(UnencodableValue) {
    guard !element.isNull else { return appendNull() }
    let start = beginElement()
    do throws(UnencodableValue) {
      try element.encode(into: &elements)
    } catch {
      elements.removeSubrange(start...)
      throw error
    }
    try endElement(from: start)
  }

  public func encode(into bytes: inout [UInt8]) throws(UnencodableValue) {
    bytes.appendBigEndian(Int32(count == 0 ? 0 : 1))
    bytes.appendBigEndian(Int32(hasNull ? 1 : 0))
    bytes.appendBigEndian(Element.postgresType.oid)
    guard count > 0 else { return }
    bytes.appendBigEndian(Int32(count))
    bytes.appendBigEndian(Int32(1))
    bytes += elements
  }

  @usableFromInline
  mutating func appendNull() {
    elements.appendBigEndian(Int32(-1))
    hasNull = true
    count += 1
  }

  /// Leaves room for the length.
  @usableFromInline
  mutating func beginElement() -> Int {
    elements.appendBigEndian(Int32(0))
    return elements.count - 4
  }

  @usableFromInline
  mutating func endElement(from start: Int) throws(UnencodableValue) {
    guard let length = Int32(exactly: elements.count - start - 4) else {
      elements.removeSubrange(start...)
      throw UnencodableValue("longer than 2 GB")
    }
    elements.replaceBigEndian(length, at: start)
    count += 1
  }
}
