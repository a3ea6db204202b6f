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
    rest = rest.drop(while: isBetweenWords)
    while let end = endOfComment(rest) { rest = rest[end...].drop(while: isBetweenWords) }
    let word = rest.prefix { !isBetweenWords($0) }
    rest = rest[word.endIndex...]
    return String(Substring(word.prefix(12))).uppercased()
  }

  /// Where the comment ends that `rest` begins with, which may hold others.
  ///
  /// Nil when it begins with none.
  private static func endOfComment(_ rest: Substring.UTF8View) -> Substring.UTF8View.Index? {
    if rest.starts(with: "--".utf8) {
      return rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
    }
    guard rest.starts(with: "/*".utf8) else { return nil }
    var depth = 0
    var at = rest.startIndex
    while at < rest.endIndex {
      let here = rest[at...]
      if here.starts(with: "/*".utf8) {
        depth += 1
        at = rest.index(at, offsetBy: 2)
      } else if here.starts(with: "*/".utf8) {
        depth -= 1
        at = rest.index(at, offsetBy: 2)
        if depth == 0 { return at }
      } else {
        at = rest.index(after: at)
      }
    }
    return rest.endIndex
  }

  private static func isBetweenWords(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 10 || byte == 9 || byte == 13 || byte == UInt8(ascii: ";")
  }

  private static let lastingWords: Set<String> = [
    "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "LISTEN",
  ]
}
