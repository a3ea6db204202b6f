/// The number by which the government knows a person (burgerservicenummer), which an inspectorate may not keep without
/// a law that says so (Wet algemene bepalingen burgerservicenummer, article 10).
enum CitizenServiceNumber {
  /// Whether nine digits in a row that pass the eleven-test stand in `text`; blanks, dots and hyphens between them
  /// do not hide them.
  ///
  /// One in eleven other numbers of nine digits passes too: what is a registration number has a field of its own.
  static func mayStand(in text: String) -> Bool {
    var run: [UInt8] = []
    var isApart = false
    for byte in Array(text.utf8) + [0] {
      if CheckDigits.isDigit(byte) {
        run.append(byte)
        isApart = false
      } else if separates(byte), !run.isEmpty, !isApart {
        isApart = true
      } else {
        if isOne(run) { return true }
        run = []
        isApart = false
      }
    }
    return false
  }

  private static func isOne(_ run: [UInt8]) -> Bool {
    CheckDigits.passElevenTest(run) && run.contains { $0 != UInt8(ascii: "0") }
  }

  private static func separates(_ byte: UInt8) -> Bool { " .-".utf8.contains(byte) }
}
