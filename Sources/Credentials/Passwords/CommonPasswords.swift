/// Passwords that everybody tries first.
public struct CommonPasswords: Sendable {
  /// Shorter ones would be found in half of all sentences.
  static let lengthMin = 8

  let pieces: PasswordPieces

  /// How many there are.
  public var count: Int { pieces.count }

  /// Reads lists with one password on a line; lines that begin with `#` are remarks.
  ///
  /// Those of fewer than 8 characters are left out.
  public init(lists: [String]) {
    let lines = lists.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")) }
      .filter { $0.first != UInt8(ascii: "#") }
    pieces = PasswordPieces(lines.map { String(Substring($0)) }, lengthMin: Self.lengthMin)
  }
}
