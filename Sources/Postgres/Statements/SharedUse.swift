extension Statement {
  /// Whether it would leave a shared connection changed for whoever comes next: inside a transaction,
  /// listening, or with other settings.
  var outlivesItsTransaction: Bool {
    var rest = sql.utf8[...]
    let first = Self.word(takenOf: &rest)
    guard first == "SET" else { return Self.lastingWords.contains(first) }
    return !["LOCAL", "TRANSACTION"].contains(Self.word(takenOf: &rest))
  }

  /// The next word in capitals, or what it begins with; empty when there is none.
  private static func word(takenOf rest: inout Substring.UTF8View) -> String {
    let word = rest.drop(while: isBetweenWords).prefix { !isBetweenWords($0) }
    rest = rest[word.endIndex...]
    return String(Substring(word.prefix(12))).uppercased()
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 9 || byte == 13 || byte == UInt8(ascii: ";")
  }

  private static let lastingWords: Set<String> = [
    "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "LISTEN",
  ]
}
