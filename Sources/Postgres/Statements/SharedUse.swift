extension Statement {
  /// Whether it would leave a shared connection changed for whoever comes next: inside a transaction,
  /// listening, or with other settings.
  var outlivesItsTransaction: Bool {
    var words = sql.utf8.split(maxSplits: 2, omittingEmptySubsequences: true) {
      $0 == 32 || $0 == 10 || $0 == 9 || $0 == 13 || $0 == UInt8(ascii: ";")
    }.map { String(Substring($0.prefix(12))).uppercased() }[...]
    guard let first = words.popFirst() else { return false }
    if first == "SET" { return words.first != "LOCAL" && words.first != "TRANSACTION" }
    return Self.lastingWords.contains(first)
  }

  private static let lastingWords: Set<String> = [
    "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "LISTEN",
  ]
}
