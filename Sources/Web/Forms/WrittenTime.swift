import Domain

extension TimeOfDay {
  /// Reads what a person writes for a time: `0830`, `830`, `8:30`, `8.30`, `8u30`, `8h30`, `8 uur`, `8u` and
  /// `8.30 am`; with `am` or `pm` the hour is one to twelve.
  ///
  /// A bare `8` is none: it could as well be a day.
  init?(written text: String) {
    var tokens = WrittenToken.all(in: text.lowercased())
    let half = DayHalf(taking: &tokens)
    let isHourNamed = half != nil || Self.takeHourWord(from: &tokens)
    guard let (hour, minute) = Self.clock(tokens, isHourNamed: isHourNamed) else { return nil }
    guard let half else {
      self.init(hour: hour, minute: minute)
      return
    }
    guard (1...12).contains(hour) else { return nil }
    self.init(hour: hour % 12 + (half == .afternoon ? 12 : 0), minute: minute)
  }

  /// The `uur` that says that a number is an hour, at the end; `8u30` has its own between the numbers.
  private static func takeHourWord(from tokens: inout [WrittenToken]) -> Bool {
    guard case .word(let word)? = tokens.last, ["u", "uur", "h"].contains(word) else {
      return false
    }
    tokens.removeLast()
    return true
  }

  private static func clock(
    _ tokens: [WrittenToken], isHourNamed: Bool
  ) -> (hour: Int, minute: Int)? {
    switch (tokens.first, tokens.dropFirst().first, tokens.dropFirst(2).first, tokens.count) {
    case (.digits(let hour), .word(let mark), .digits(let minute), 3):
      guard [":", ".", "u", "h"].contains(mark), minute.utf8.count == 2 else { return nil }
      return pair(hour, minute)
    case (.digits(let digits), nil, nil, 1):
      if digits.utf8.count <= 2 { return isHourNamed ? pair(digits, "0") : nil }
      guard let number = Int(digits: digits, upTo: 4) else { return nil }
      return (number / 100, number % 100)
    case _: return nil
    }
  }

  private static func pair(_ hour: String, _ minute: String) -> (hour: Int, minute: Int)? {
    guard let hour = Int(digits: hour, upTo: 2), let minute = Int(digits: minute, upTo: 2) else {
      return nil
    }
    return (hour, minute)
  }
}

private enum DayHalf {
  case morning
  case afternoon

  init?(taking tokens: inout [WrittenToken]) {
    switch tokens.last {
    case .word("am"): self = .morning
    case .word("pm"): self = .afternoon
    case _: return nil
    }
    tokens.removeLast()
  }
}

/// A run of digits, or of what is no digit, within one word; space ends a run, so `1 8` is not `18`.
private enum WrittenToken: Equatable {
  case digits(String)
  case word(String)

  static func all(in text: String) -> [WrittenToken] {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }
    return words.flatMap { word in runs(in: word) }
  }

  private static func runs(in word: Substring.UnicodeScalarView) -> [WrittenToken] {
    var rest = word
    var runs: [WrittenToken] = []
    while let first = rest.first {
      let run = rest.prefix { isDigit($0) == isDigit(first) }
      runs.append(isDigit(first) ? .digits(String(run)) : .word(String(run)))
      rest = rest.dropFirst(run.count)
    }
    return runs
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
