/// The name of a table, column, schema or role; in a statement it stands quoted.
///
/// A name that is not written in the source is checked: lower-case letters, digits and underscores
/// only, at most the 63 bytes that PostgreSQL keeps.
public struct SQLName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let name: String

  public init(stringLiteral value: StaticString) { name = value.description }

  /// A name made while running; nil when it holds anything but `a-z`, `0-9` and `_`.
  public init?(_ name: String) {
    guard !name.isEmpty, name.utf8.count <= 63,
      name.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 })
    else { return nil }
    self.name = name
  }

  /// Any name whatever; quoting makes it safe.
  init(quoting name: String) { self.name = name }

  public var description: String { name }

  /// The name between double quotes, as SQL text.
  var quoted: String {
    let hasQuotes = name.utf8.contains(UInt8(ascii: "\""))
    return "\"" + (hasQuotes ? Self.doubled(name) : name) + "\""
  }
  private static func doubled(_ name: String) -> String {
    name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
